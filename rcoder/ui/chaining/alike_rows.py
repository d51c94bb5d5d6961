"""Configurations that are alike as lines: each group with its reason, and its configurations below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rcoder.domain.configuration import Assembled
from rcoder.domain.rendering import sentence
from rcoder.domain.resemblance import Resemblance
from rcoder.domain.resemblance_words import reason_of
from rcoder.domain.study import Study
from rcoder.ui.configuring.one_row import row_of
from rcoder.ui.widgets.lines import Line, Piece

LOOKING = "Looking for configurations that are alike …"
EMPTY = "None are alike as far as the program can tell. + marks configurations of your own choice, k makes one of them."


@dataclass(frozen=True, slots=True)
class Alike:
    """What is offered, and what is known of the configurations in it."""

    groups: tuple[Resemblance, ...] = ()
    configurations: Mapping[str, Assembled] = field(default_factory=dict)
    """By id; those that are marked or asked about among them."""
    cases: Mapping[str, str] = field(default_factory=dict)
    study: Study = Study("", "")
    dismissed: frozenset[str] = frozenset()
    """Keys of the groups that were dismissed."""

    @property
    def numbers(self) -> dict[str, str]:
        """Numbers of the configurations by id."""
        return {name: each.configuration.number for name, each in self.configurations.items()}

    def group(self, key: str) -> Resemblance | None:
        """The group with that key."""
        return next((each for each in self.groups if each.key == key), None)


def lines(found: Alike, marked: tuple[str, ...], width: int) -> Iterator[Line]:
    """What is marked beside the groups, then each group."""
    inside = {name for each in found.groups for name in (*each.members, *each.against)}
    beside = [name for name in marked if name not in inside]
    if beside:
        yield Line("heading:marked", (("Marked beside these", "-muted"),), inert=True)
        for name in beside:
            yield from _one(found, "", name, marked, width)
    for each in found.groups:
        yield from _group(found, each, marked, width)


def _group(found: Alike, group: Resemblance, marked: tuple[str, ...], width: int) -> Iterator[Line]:
    word = "compare " if group.against else "alike "
    gone = group.key in found.dismissed
    head: list[Piece] = [(word, "-muted" if gone else "-key")]
    if gone:
        head.append(("dismissed ", "-muted"))
    yield from row_of(f"group:{group.key}", head, reason_of(group, found.numbers), width, folds=True, hang=4)
    for name in group.members:
        yield from _one(found, group.key, name, marked, width, sign="+ " if group.against else "")
    for name in group.against:
        yield from _one(found, group.key, name, marked, width, sign="− ")


def _one(
    found: Alike, key: str, name: str, marked: tuple[str, ...], width: int, *, sign: str = ""
) -> Iterator[Line]:
    """A configuration, and its sentence below."""
    assembled = found.configurations.get(name)
    if assembled is None:
        return
    own = assembled.configuration
    row = f"one:{key}:{name}"
    pieces: tuple[Piece, ...] = (
        ("✓ " if name in marked else "  ", "-key"),
        (f"{sign}{own.number} ", "-strong"),
        (own.title or "no title yet", "" if own.title else "-muted"),
    )
    yield Line(row, pieces, right=found.cases.get(own.case_id or "", ""), depth=1)
    words = sentence(assembled, found.study.language, found.study.rendering)
    yield from row_of(f"{row}#s", [("    ", "")], words, width, tone="-muted", goes_on=True, depth=1, limit=3)


def group_of(found: Alike, line_id: str) -> Resemblance | None:
    """The group of the line under the cursor."""
    subject, _, rest = line_id.partition(":")
    return found.group(rest if subject == "group" else rest.rpartition(":")[0])


def configuration_of(line_id: str) -> str:
    """Id of the configuration on a line; "" where it is a group's."""
    return line_id.rpartition(":")[2] if line_id.startswith("one:") else ""


def first_of(found: Alike, configuration_id: str) -> tuple[Resemblance, ...]:
    """The groups, those with a configuration in them first."""
    return tuple(
        sorted(found.groups, key=lambda each: configuration_id not in (*each.members, *each.against))
        if configuration_id
        else found.groups
    )


def counts(found: Alike) -> str:
    """How many groups there are, in words."""
    alike = sum(not each.against for each in found.groups)
    return f"{alike} alike · {len(found.groups) - alike} to compare"
