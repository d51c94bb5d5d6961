"""Splitting a hypothesis: its parts, what hangs on it, which part each goes to, and the deed.

Codes, support conditions, boxes, arrows and configurations are assigned; nothing is made twice and nothing is left out.
Codings, evidence and memos on the hypothesis itself stay with it until a person moves them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rcoder.domain.actions.codebook_work import new_version
from rcoder.domain.actions.coding import named
from rcoder.domain.actions.sentences import listed, several
from rcoder.domain.codebook import Code, Codebook, Node, TheoryLink
from rcoder.domain.codebook_rules import SPLIT_INTO, check_key, sound
from rcoder.domain.configuration import Configuration
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Change, Deed, added, changed
from rcoder.domain.words import Category

Parts = tuple[str, ...]
"""Keys of the parts that something goes to, in order of the parts."""

FEW = 5
"""How many things a sentence names one by one."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """All that hangs on a hypothesis."""

    codes: tuple[Code, ...] = ()
    """Directly below it: support conditions and codes. What stands below those goes with them."""
    boxes: tuple[Node, ...] = ()
    """Of its mini theory, or of that of the hypothesis it was split from."""
    overall: tuple[Node, ...] = ()
    """Boxes of the overall theory that belong to it."""
    links: tuple[TheoryLink, ...] = ()
    configurations: tuple[Configuration, ...] = ()
    homes: Mapping[str, str] = field(default_factory=dict)
    """For every code below it the id of the one in `codes` that it goes with; those themselves too."""
    coded: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Ids of the codes of each configuration's elements, by the configuration's id."""


def proposal(parts: Sequence[str], hanging: Hanging, assigned: Mapping[str, Parts]) -> dict[str, Parts]:
    """Which parts everything goes to, by id: as assigned, else as its codes, else to all parts.

    A code that is not assigned is left out, and what rests on it goes by its other codes.
    """
    found: dict[str, Parts] = {each.id: assigned[each.id] for each in hanging.codes if assigned.get(each.id)}

    def of_codes(codes: Iterable[str]) -> set[str]:
        return {part for code in codes for part in found.get(hanging.homes.get(code, code), ())}

    def settle(name: str, wanted: set[str]) -> None:
        found[name] = assigned.get(name) or tuple(each for each in parts if each in wanted) or tuple(parts)

    for box in hanging.boxes:
        settle(box.id, of_codes(box.codes))
    for box in hanging.overall:
        finer = {part for each in hanging.boxes if each.rolls_up_to == box.id for part in found[each.id]}
        settle(box.id, of_codes(box.codes) | finer)
    for each in hanging.configurations:
        settle(each.id, of_codes(hanging.coded.get(each.id, ())))
    for link in hanging.links:
        ends = [set(found.get(end, ())) for end in (link.source_id, link.target_id)]
        settle(link.id, ends[0] & ends[1] or ends[0] | ends[1])
    return found


def parted(hanging: Hanging, found: Mapping[str, Parts]) -> tuple[TheoryLink, ...]:
    """The arrows between boxes that have no part in common, which no part's mini theory can draw."""
    boxes = {each.id for each in hanging.boxes}
    return tuple(
        link
        for link in hanging.links
        if {link.source_id, link.target_id} <= boxes
        and not set(found[link.source_id]) & set(found[link.target_id])
    )


def split_hypothesis(
    book: Codebook,
    old: Code,
    parts: Sequence[Code],
    hanging: Hanging,
    found: Mapping[str, Parts],
    *,
    taken: Iterable[str],
) -> Deed:
    """Splits a hypothesis into parts, which are new hypotheses; the old one is retired and says what it was split into.

    `found` says which parts each thing goes to (`proposal`), `taken` are the keys of the codebook. Raises Misuse where
    it is no hypothesis that can be split, where there are fewer than two parts, and where a code has not exactly one.
    """
    new = _checked_parts(old, parts, taken)
    ids = {each.key: each.id for each in new}
    _check_assigned(hanging, found, ids)
    changes: tuple[Change, ...] = added(*new)
    for code in hanging.codes:
        changes += changed(code, replace(code, parent_id=ids[found[code.id][0]]))
    for box in (*hanging.boxes, *hanging.overall):
        changes += changed(box, replace(box, hypotheses=_in_place(box.hypotheses, old.key, found[box.id])))
    for link in hanging.links:
        changes += changed(
            link, replace(link, hypotheses=_in_place(link.hypotheses, old.key, found[link.id]))
        )
    for each in hanging.configurations:
        own = tuple(ids[part] for part in found[each.id])
        changes += changed(each, replace(each, hypotheses=_in_place(each.hypotheses, old.id, own)))
    said = f"{SPLIT_INTO.en} {', '.join(ids)}"
    note = f"{old.note}; {said}" if old.note else said
    changes += changed(old, replace(old, retired=True, note=note)) + new_version(book)
    return Deed(f"Split {named(old)} into {listed([named(each) for each in new])}", changes)


def _checked_parts(old: Code, parts: Sequence[Code], taken: Iterable[str]) -> tuple[Code, ...]:
    if old.category is not Category.HYPOTHESIS:
        raise Misuse(f"{old.key} is no hypothesis, and only a hypothesis is split.")
    if old.retired:
        raise Misuse(f"{old.key} is retired.", "Bring it back first, or split one of those in its place.")
    if len(parts) < 2:
        raise Misuse(f"{old.key} is split into two hypotheses at least.", "Name them with their labels.")
    known = list(taken)
    found = []
    for each in parts:
        check_key(each.key, known)
        known.append(each.key)
        found.append(sound(replace(each, position=old.position)))
    return tuple(found)


def _check_assigned(hanging: Hanging, found: Mapping[str, Parts], parts: Mapping[str, str]) -> None:
    left = [each.key for each in hanging.codes if not found.get(each.id)]
    if left:
        named_few = f"{', '.join(left[:FEW])}{' …' if len(left) > FEW else ''}"
        raise Misuse(
            f"{several(len(left), 'code')} of it {'has' if len(left) == 1 else 'have'} no part yet: {named_few}.",
            "Say for each which part it goes to.",
        )
    both = next((each.key for each in hanging.codes if len(found[each.id]) > 1), None)
    if both is not None:
        raise Misuse(f"{both} can stand under one part only.", "Choose one of them.")
    unknown = [part for own in found.values() for part in own if part not in parts]
    if unknown:
        raise Misuse(f"{unknown[0]} is none of the parts.", f"They are {', '.join(parts)}.")


def _in_place(names: Parts, old: str, new: Parts) -> Parts:
    """The names with the new ones where the old one stood, at the end where it did not; each once."""
    where = names.index(old) if old in names else len(names)
    return tuple(dict.fromkeys((*names[:where], *new, *(each for each in names[where:] if each != old))))
