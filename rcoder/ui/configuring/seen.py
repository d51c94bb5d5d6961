"""A deed done to what the person saw: refused where another program has changed it meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from rcoder.domain.errors import Misuse, Stale
from rcoder.domain.journal import Change, Deed
from rcoder.domain.records import Row
from rcoder.project.bench import Bench
from rcoder.ui.configuring.frame_rows import shared_with

Way: TypeAlias = Callable[[Bench], Deed]
"""Makes a deed from a configuration."""
Words: TypeAlias = dict[str, str]
"""What is written in the fields of a form, by field."""


def as_seen(way: Way, seen: Bench, present: Bench) -> Deed:
    """The deed made from the configuration as it stands, where it changes and removes what it would as it was seen.

    Raises Stale where it does not, and Misuse where the deed has no meaning or changes nothing.
    """
    wanted = way(seen)
    try:
        found = way(present)
    except Misuse as error:
        raise _changed(present) from error
    if _touched(wanted) != _touched(found):
        raise _changed(present)
    return _some(found)


@dataclass(frozen=True, slots=True)
class Form:
    """Words that a person changes: which they are, and the deed they make."""

    title: str
    words: str
    """A sentence above the fields."""
    read: Callable[[Bench], Words]
    """What stands there. Raises Misuse where there is nothing to write on."""
    way: Callable[[Bench, Words], Deed]
    labels: Words
    """What each field is called."""
    tall: bool = False

    def filled(self, seen: Words, present: Bench, written: Words) -> Deed:
        """The deed that puts what is written in place of what was seen.

        Raises Stale where something else stands there meanwhile, Misuse where the deed has no meaning.
        """
        try:
            there = self.read(present)
        except Misuse as error:
            raise _changed(present) from error
        if there != seen:
            raise Stale(f"{self.title}: it has been changed meanwhile; nothing was written.")
        return _some(self.way(present, written))


def others_words(there: Words) -> str:
    """What another program wrote in the fields of a form, in a sentence that keeps a person's own in sight."""
    found = " / ".join(f"“{each}”" if each else "nothing" for each in there.values())
    return f"Changed meanwhile: {found} stands there. Yours, below, is not written yet; done puts it in its place."


def also_in(entry_changes: tuple[Change, ...], bench: Bench) -> str:
    """The numbers of the other configurations in which an element that was changed stands too, "" for none."""
    ids = [each.id for each in entry_changes if each.table == "elements" and each.before and each.after]
    ids += [
        str((each.after or each.before or {})["element_id"])
        for each in entry_changes
        if each.table == "groundings"
    ]
    known = (shared_with(bench, each) for each in dict.fromkeys(ids))
    return ", ".join(dict.fromkeys(each for each in known if each))


def _touched(deed: Deed) -> dict[tuple[str, str], tuple[Row, Row | None]]:
    """The rows that were there already, as they were and as the deed makes them."""
    return {
        (each.table, each.id): (each.before, each.after) for each in deed.changes if each.before is not None
    }


def _some(deed: Deed) -> Deed:
    if not deed.changes:
        raise Misuse("It is so already.")
    return deed


def _changed(bench: Bench) -> Stale:
    number = bench.assembled.configuration.number
    return Stale(
        f"{number} has been changed meanwhile, so nothing was done.",
        "It is shown as it stands: look, and repeat it if it is still wanted.",
    )
