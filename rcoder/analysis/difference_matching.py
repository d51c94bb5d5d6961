"""Which box, element, code and arrow of one version is which of another: by identity first, then by what they stand for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from rcoder.analysis.roll_up import Sources
from rcoder.domain.codebook import Code
from rcoder.domain.configuration import Element, Judgement, Link
from rcoder.domain.exhibit import Exhibit
from rcoder.domain.rival import Rival, Standin
from rcoder.domain.theory import Arrow, Box, ChangeTheory
from rcoder.domain.words import Bilingual, Effect

T = TypeVar("T")
Pairs = dict[str, str]
"""What is what: ids of the earlier version to those of the later one."""

MERGED = "merged into "
DIVIDED = ("divided into ", "split into ")
"""What notes of codes say that were merged, divided or split (domain/actions/codebook_*.py), before the keys."""


@dataclass(frozen=True, slots=True)
class Stand:
    """The theory as it stands in one version, as far as the asker may see it."""

    name: Bilingual
    sources: Sources
    standins: tuple[Standin, ...] = ()
    rivals: tuple[Rival, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    exhibits: Mapping[str, Exhibit] = field(default_factory=dict)
    """By id."""
    cases: Mapping[str, str] = field(default_factory=dict)
    """Names by id."""
    coders: Mapping[str, str] = field(default_factory=dict)
    """Names by id."""


@dataclass(frozen=True, slots=True)
class Paired:
    """Things of two versions that are each other's, one to one, and those that joined others."""

    pairs: Pairs
    joined_before: Pairs = field(default_factory=dict)
    """Of the earlier version, beyond its pair: what became part of a thing of the later one that has another pair."""
    joined_after: Pairs = field(default_factory=dict)
    """Of the later version: from which thing of the earlier one it was parted."""


def elements_of(sources: Sources) -> dict[str, Element]:
    """Every element that stands in a configuration, by id."""
    return {key: each for assembled in sources.configurations for key, each in assembled.elements.items()}


def final_codes(codes: Iterable[Code]) -> Pairs:
    """For each code that was merged the one it is in the end, by id."""
    known = tuple(codes)
    by_key = {(each.codebook_id, each.key): each for each in known}
    into = {
        each.id: found.id
        for each in known
        if (found := by_key.get((each.codebook_id, merged_into(each)))) is not None
    }
    return {each: _last(each, into) for each in into}


def merged_into(code: Code) -> str:
    """The key of the code that a retired one was merged into, "" where it was not."""
    _, merged, key = code.note.rpartition(MERGED)
    return key.split(";")[0].strip() if merged and code.retired else ""


def divided_into(code: Code) -> str:
    """The keys of the parts that a code was divided or split into, "" where it was not."""
    for words in DIVIDED:
        _, divided, keys = code.note.rpartition(words)
        if divided:
            return keys.split(";")[0].strip()
    return ""


def _last(own: str, into: Mapping[str, str]) -> str:
    current, seen = own, {own}
    while current in into and into[current] not in seen:
        current = into[current]
        seen.add(current)
    return current


def pair_elements(before: Stand, after: Stand) -> Pairs:
    """Elements by id, then those worded and coded alike in configurations of the same number."""
    old, new = elements_of(before.sources), elements_of(after.sources)
    pairs = {each: each for each in old if each in new}
    merged = final_codes(after.sources.contents.codes) | final_codes(before.sources.contents.codes)
    homes_old, homes_new = _homes(before), _homes(after)
    left_old = [each for key, each in sorted(old.items()) if key not in pairs]
    left_new = [each for key, each in sorted(new.items()) if key not in pairs]
    return pairs | _by_meaning(
        [(each.id, _meaning(each, merged, homes_old)) for each in left_old],
        [(each.id, _meaning(each, merged, homes_new)) for each in left_new],
    )


def _homes(stand: Stand) -> dict[str, tuple[str, ...]]:
    """Numbers and kinds of the places of each element."""
    found: dict[str, list[str]] = {}
    for assembled in stand.sources.configurations:
        for place in assembled.places:
            found.setdefault(place.element_id, []).append(f"{assembled.configuration.number} {place.kind}")
    return {key: tuple(sorted(each)) for key, each in found.items()}


def _meaning(element: Element, merged: Pairs, homes: Mapping[str, tuple[str, ...]]) -> Hashable:
    code = element.code_id or ""
    wording = " ".join(element.wording.casefold().split())
    return wording, merged.get(code, code), element.sign, homes.get(element.id, ())


def _by_meaning(old: Iterable[tuple[str, Hashable]], new: Iterable[tuple[str, Hashable]]) -> Pairs:
    """Those that mean the same, first with first."""
    waiting: dict[Hashable, list[str]] = {}
    for key, meaning in new:
        waiting.setdefault(meaning, []).append(key)
    return {key: waiting[meaning].pop(0) for key, meaning in old if waiting.get(meaning)}


# -- boxes -----------------------------------------------------------------------------------------------------------


def pair_boxes(
    before: Stand, after: Stand, theories: tuple[ChangeTheory, ChangeTheory], elements: Pairs
) -> Paired:
    """Boxes by id, then by key, then by the elements that are drawn in them, consolidated ones followed."""
    old, new = ({each.id: each for each in theory.boxes} for theory in theories)
    pairs = {each: each for each in old if each in new}
    pairs |= _by_meaning(
        [(each.id, each.key) for each in old.values() if each.key and each.id not in pairs],
        [(each.id, each.key) for each in new.values() if each.key and each.id not in pairs],
    )
    stood = _stood_for(before, after)
    back = {now: then for then, now in elements.items()}
    made_of = (
        lambda box: _followed_elements(box, stood, {}),
        lambda box: _followed_elements(box, stood, back),
    )
    return _joined(pairs, (old, new), made_of)


def _stood_for(before: Stand, after: Stand) -> dict[str, set[str]]:
    """The elements of members that an element of a consolidated configuration stands for."""
    found: dict[str, set[str]] = {}
    for each in (*before.standins, *after.standins):
        found.setdefault(each.element_id, set()).add(each.member_id)
    return found


def _followed_elements(box: Box, stood: Mapping[str, set[str]], back: Pairs) -> frozenset[str]:
    own = {back.get(each, each) for each in box.element_ids}
    return frozenset(own.union(*(stood.get(each, ()) for each in box.element_ids)))


# -- arrows ----------------------------------------------------------------------------------------------------------


def arrows_of(theory: ChangeTheory) -> dict[str, Arrow]:
    """Every arrow by its id, those inside boxes too."""
    inner = {each.id: each for box in theory.boxes for each in box.inner}
    return inner | {each.id: each for each in theory.arrows}


def pair_arrows(
    before: Stand, after: Stand, theories: tuple[ChangeTheory, ChangeTheory], boxes: Pairs
) -> Paired:
    """Arrows by their boxes and effect, then by their boxes, then by the links they are made of."""
    old, new = (arrows_of(theory) for theory in theories)
    pairs: Pairs = {}
    for ends in (_with_effect, _without_effect):
        taken = set(pairs.values())
        pairs |= _by_meaning(
            [(key, ends(each, boxes)) for key, each in sorted(old.items()) if key not in pairs],
            [(key, ends(each, {})) for key, each in sorted(new.items()) if key not in taken],
        )
    follow = links_stood_for(before, after)

    def made_of(arrow: Arrow) -> frozenset[str]:
        return _followed_links(arrow, follow)

    return _joined(pairs, (old, new), (made_of, made_of))


def _with_effect(arrow: Arrow, boxes: Pairs) -> Hashable:
    return boxes.get(arrow.source, arrow.source), boxes.get(arrow.target, arrow.target), arrow.effect


def _without_effect(arrow: Arrow, boxes: Pairs) -> Hashable:
    return boxes.get(arrow.source, arrow.source), boxes.get(arrow.target, arrow.target)


def links_stood_for(before: Stand, after: Stand) -> dict[str, set[str]]:
    """For each link of a consolidated configuration the links of members whose ends it stands for, with the same effect."""
    stood = _stood_for(before, after)
    if not stood:
        return {}
    by_ends: dict[tuple[str, str, Effect], set[str]] = {}
    every: dict[str, Link] = {}
    for stand in (before, after):
        for assembled in stand.sources.configurations:
            for link in assembled.links:
                every[link.id] = link
                by_ends.setdefault((link.source_id, link.target_id, link.effect), set()).add(link.id)
    found: dict[str, set[str]] = {}
    for link in every.values():
        for source in stood.get(link.source_id, ()):
            for target in stood.get(link.target_id, ()):
                found.setdefault(link.id, set()).update(by_ends.get((source, target, link.effect), ()))
    return found


def _followed_links(arrow: Arrow, follow: Mapping[str, set[str]]) -> frozenset[str]:
    return frozenset(set(arrow.links).union(*(follow.get(each, ()) for each in arrow.links)))


# -- what is left ----------------------------------------------------------------------------------------------------


def _joined(
    pairs: Pairs,
    every: tuple[Mapping[str, T], Mapping[str, T]],
    made_of: tuple[Callable[[T], frozenset[str]], Callable[[T], frozenset[str]]],
) -> Paired:
    """Pairs what is left by what it is made of, most in common first; then says which thing the rest became part of."""
    taken = set(pairs.values())
    if pairs.keys() >= every[0].keys() and taken >= every[1].keys():
        return Paired(pairs)
    old, new = (
        {key: make(each) for key, each in side.items()} for side, make in zip(every, made_of, strict=True)
    )
    left_old = {key: own for key, own in old.items() if key not in pairs and own}
    left_new = {key: own for key, own in new.items() if key not in taken and own}
    more = _most_alike(left_old, left_new)
    pairs, taken = pairs | more, taken | set(more.values())
    joined_before = _part_of({key: own for key, own in left_old.items() if key not in more}, new, taken)
    joined_after = _part_of(
        {key: own for key, own in left_new.items() if key not in more.values()}, old, set(pairs)
    )
    return Paired(pairs, joined_before, joined_after)


def _most_alike(old: Mapping[str, frozenset[str]], new: Mapping[str, frozenset[str]]) -> Pairs:
    scored = _in_common(old, new)
    found: Pairs = {}
    taken: set[str] = set()
    for (one, other), _ in sorted(scored.items(), key=lambda each: (-each[1], sorted(each[0]))):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def _part_of(
    left: Mapping[str, frozenset[str]], others: Mapping[str, frozenset[str]], known: Collection[str]
) -> Pairs:
    scored = _in_common(left, {key: own for key, own in others.items() if key in known})
    best: dict[str, tuple[int, str]] = {}
    for (one, other), common in sorted(scored.items()):
        if one not in best or common > best[one][0]:
            best[one] = (common, other)
    return {one: other for one, (_, other) in best.items()}


def _in_common(
    old: Mapping[str, frozenset[str]], new: Mapping[str, frozenset[str]]
) -> dict[tuple[str, str], int]:
    """How many parts each two have in common, where they have any."""
    if not old:
        return {}
    where: dict[str, list[str]] = {}
    for key, own in new.items():
        for part in own:
            where.setdefault(part, []).append(key)
    found: dict[tuple[str, str], int] = {}
    for key, own in old.items():
        for part in own:
            for other in where.get(part, ()):
                found[key, other] = found.get((key, other), 0) + 1
    return found
