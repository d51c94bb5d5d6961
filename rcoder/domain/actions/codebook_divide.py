"""Dividing a code: new codes beside it, and its passages to be looked at again by their coders."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from rcoder.domain.actions.codebook_merge import recheck_of
from rcoder.domain.actions.codebook_work import new_version
from rcoder.domain.actions.coding import named
from rcoder.domain.actions.sentences import listed
from rcoder.domain.codebook import Code, Codebook, Node
from rcoder.domain.codebook_rules import check_key, check_place, sound
from rcoder.domain.coding import Coding
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Change, Deed, added, changed
from rcoder.domain.words import Category

DIVIDED_INTO = "divided into"
"""What the note of a divided code begins with, before the keys of its parts."""


def divide_code(
    book: Codebook,
    old: Code,
    parts: Sequence[Code],
    known: Collection[Code],
    *,
    codings: Iterable[Coding] = (),
    nodes: Iterable[Node] = (),
    retire: bool = False,
) -> Deed:
    """Divides a code or support condition: its parts are new codes beside it, in the boxes that it stands in.

    `codings` are all on it, whoever's they are: each waits to be looked at again by its coder. `known` are the codes of
    the study. With `retire` the code itself is no longer given. Raises Misuse for a hypothesis, which is split; for a
    retired code; for no parts; and with `retire` where codes stand under it.
    """
    _check(old, parts, known, retire=retire)
    new = _checked_parts(old, parts, known)
    keys = ", ".join(each.key for each in new)
    changes: tuple[Change, ...] = added(*new)
    said = f"{DIVIDED_INTO} {keys}"
    after = replace(old, retired=retire, note=f"{old.note}; {said}" if old.note else said)
    changes += changed(old, after)
    for node in nodes:
        if old.id in node.codes:
            changes += changed(node, replace(node, codes=(*node.codes, *(each.id for each in new))))
    why = f"{named(old)} was {said}"
    changes += added(*(recheck_of(each, old, book.version, why) for each in codings))
    words = f"Divided {named(old)} into {listed([named(each) for each in new])}"
    return Deed(f"{words} and retired it" if retire else words, changes + new_version(book))


def part_keys_of(why: str) -> tuple[str, ...]:
    """The keys of the parts that a recheck's reason names, in order; none where the code was not divided."""
    _, divided, keys = why.rpartition(f" was {DIVIDED_INTO} ")
    return tuple(keys.split(", ")) if divided else ()


def _check(old: Code, parts: Sequence[Code], known: Iterable[Code], *, retire: bool) -> None:
    if old.category is Category.HYPOTHESIS:
        raise Misuse(f"{old.key} is a hypothesis.", "A hypothesis is split: rcoder codebook split.")
    if old.retired:
        raise Misuse(f"{old.key} is retired.", "Bring it back first.")
    if not parts:
        raise Misuse(f"{old.key} is divided into one new code at least.", "Name it with its label.")
    if retire and any(each.parent_id == old.id and not each.retired for each in known):
        raise Misuse(f"Codes stand under {old.key}.", "Move them first, or let it stay in use.")


def _checked_parts(old: Code, parts: Sequence[Code], known: Collection[Code]) -> tuple[Code, ...]:
    taken = [each.key for each in known]
    under = next((each for each in known if each.id == old.parent_id), None)
    found = []
    for each in parts:
        check_key(each.key, taken)
        taken.append(each.key)
        part = sound(replace(each, parent_id=old.parent_id, position=old.position))
        check_place(part, under, known)
        found.append(part)
    return tuple(found)
