"""The difference between two versions of a theory: each arrow, box, configuration, element and code, kept, changed, new or dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from rcoder.analysis.boxes import OVERALL
from rcoder.analysis.difference_matching import (
    Paired,
    Pairs,
    Stand,
    arrows_of,
    divided_into,
    final_codes,
    merged_into,
    pair_arrows,
    pair_boxes,
    pair_elements,
)
from rcoder.analysis.difference_sides import (
    Standing,
    arrow_name,
    arrow_side,
    box_name,
    box_side,
    code_side,
    configuration_side,
    element_side,
)
from rcoder.analysis.difference_turns import (
    Both,
    arrow_turns,
    box_turns,
    code_turns,
    configuration_turns,
    element_turns,
)
from rcoder.analysis.mini_theories import theory_keys
from rcoder.analysis.roll_up import Sources, derive
from rcoder.domain.codebook import Code
from rcoder.domain.theory import Arrow, ChangeTheory
from rcoder.domain.theory_difference import About, Compared, Difference, Side, Sort, Turn, What, joined_words
from rcoder.domain.words import Bilingual, Subject

T = TypeVar("T")

__all__ = ["Stand", "compare"]

Subjects = frozenset[tuple[Subject, str]]


def compare(before: Stand, after: Stand, key: str = OVERALL) -> Difference:
    """The difference between two versions, of the theory with that key; a theory that only one of them has is empty in the other.

    Every arrow, box, configuration, element and code of either version is in exactly one sort. Things are each other's by
    identity, then by what they stand for; merged codes and consolidated configurations are followed. Raises NotFound where
    neither codebook has such a theory.
    """
    theories = _theories(before, after, key)
    views = Standing(before, theories[0]), Standing(after, theories[1])
    elements = pair_elements(before, after)
    boxes = pair_boxes(before, after, theories, elements)
    arrows = pair_arrows(before, after, theories, boxes.pairs)
    merged = final_codes(after.sources.contents.codes) | final_codes(before.sources.contents.codes)
    both = Both(*views, elements, boxes.pairs, merged, _untouched(*views))
    compared = [*_arrows(both, arrows), *_boxes(both, boxes)]
    compared += [*_configurations(both, key), *_elements(both, key), *_codes(both, key)]
    return Difference(
        key,
        *theories,
        before.name,
        after.name,
        tuple(compared),
        {**boxes.pairs, **boxes.joined_before},
    )


def _theories(before: Stand, after: Stand, key: str) -> tuple[ChangeTheory, ChangeTheory]:
    if _alike(before.sources, after.sources):
        shared = derive(before.sources, key)
        return shared, shared
    known = [key in theory_keys(each.sources.contents) for each in (before, after)]
    if not any(known):
        return derive(before.sources, key), derive(after.sources, key)
    found = [
        derive(each.sources, key) if there else None
        for each, there in zip((before, after), known, strict=True)
    ]
    one, other = found
    empty = Bilingual()
    bare = ChangeTheory(key, empty, empty, (), (), before.sources.progress.denominator)
    return one or bare, other or bare


def _alike(one: Sources, other: Sources) -> bool:
    """Whether two versions are made of the very same configurations and passages, and of equal codebooks."""
    same = len(one.configurations) == len(other.configurations) and all(
        old is new for old, new in zip(one.configurations, other.configurations, strict=True)
    )
    passages = ((one.evidence, other.evidence), (one.codings, other.codings))
    return (
        same
        and all(
            len(old) == len(new) and all(new.get(key) is old[key] for key in old) for old, new in passages
        )
        and (one.progress, one.contents, one.standins) == (other.progress, other.contents, other.standins)
        and one.code_evidence == other.code_evidence
    )


def _untouched(before: Standing, after: Standing) -> frozenset[str]:
    """The configurations that are the very same in both, and the elements that stand in no others."""
    old, new = before.configurations, after.configurations
    same = {key for key, each in old.items() if new.get(key) is each}
    touched = {
        element
        for view in (before, after)
        for key, each in view.configurations.items()
        if key not in same
        for element in each.elements
    }
    passages = before.stand.sources.codings, after.stand.sources.codings
    touched |= {
        element
        for element, own in before.resting.items()
        if any(passages[0].get(key) is not passages[1].get(key) for key in own)
    }
    return frozenset(same | ((before.elements.keys() & after.elements.keys()) - touched))


def _sorted(before: Side | None, after: Side | None, turns: Iterable[Turn]) -> Sort:
    if before is None:
        return Sort.NEW
    if after is None:
        return Sort.DROPPED
    return Sort.CHANGED if tuple(turns) else Sort.KEPT


Sides = tuple[Side | None, Side | None]


def _compared(about: About, name: str, sides: Sides, turns: tuple[Turn, ...], subjects: Subjects) -> Compared:
    return Compared(f"{about.value}:{name}", about, _sorted(*sides, turns), *sides, turns, subjects)


# -- one by one ------------------------------------------------------------------------------------------------------


Group = tuple[tuple[str, ...], tuple[str, ...]]
"""Ids of the things of the earlier version, and of the later, that joined or were parted; two empty ones for none."""


def _paired(
    old: Mapping[str, T], new: Mapping[str, T], found: Paired
) -> Iterator[tuple[str, T | None, T | None, Group]]:
    """Each thing of either version with the other's; those that joined others last, with all of them."""
    back, groups = {now: then for then, now in found.pairs.items()}, _Groups(found)
    for name, thing in new.items():
        then = back.get(name) or found.joined_after.get(name)
        if then is None:
            yield name, None, thing, ((), ())
        else:
            own = name if name in back else f"{name}<{then}"
            yield own, old[then], thing, groups.about(then, name)
    for name, thing in old.items():
        into = found.joined_before.get(name)
        if name not in found.pairs:
            own = name if into is None else f"{into}<{name}"
            group: Group = ((), ()) if into is None else groups.about(name, into)
            yield own, thing, new[into] if into is not None else None, group


class _Groups:
    """What joined or was parted about two things that are each other's."""

    def __init__(self, found: Paired) -> None:
        self._found = found
        self._back = {now: then for then, now in found.pairs.items()}
        self._into = _by_other(found.joined_before)
        self._out_of = _by_other(found.joined_after)

    def about(self, then: str, now: str) -> Group:
        """All of them; nothing where the two are each other's alone."""
        before = {then, self._back.get(now, then), *self._into.get(now, ())}
        after = {now, self._found.pairs.get(then, now), *self._out_of.get(then, ())}
        return (tuple(sorted(before)), tuple(sorted(after))) if len(before) + len(after) > 2 else ((), ())


def _by_other(joined: Pairs) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, other in joined.items():
        found.setdefault(other, []).append(name)
    return found


def _joined(group: Group, names: tuple[Mapping[str, Bilingual], Mapping[str, Bilingual]]) -> tuple[Turn, ...]:
    """That things joined, or one was parted: what they were, and what they became."""
    if not group[0]:
        return ()
    said = [
        joined_words(sorted((own[each] for each in ids), key=str), "; ")
        for ids, own in zip(group, names, strict=True)
    ]
    return (Turn(What.JOINED, said[0], said[1]),)


def _arrows(both: Both, paired: Paired) -> Iterator[Compared]:
    old, new = arrows_of(both.before.theory), arrows_of(both.after.theory)
    codes = _codes_of_boxes(both)
    names = _names(old, both.before), _names(new, both.after)
    for name, one, other, group in _paired(old, new, paired):
        after = arrow_side(other, both.after) if other else None
        before = after if one is other else arrow_side(one, both.before) if one else None
        turns = arrow_turns(one, other, both) if one and other and one is not other else ()
        turns = (*_joined(group, names), *turns)
        subjects = {
            (Subject.CONFIGURATION, assembled.configuration.id)
            for arrow, view in ((one, both.before), (other, both.after))
            for each in (arrow.links if arrow else ())
            if (assembled := view.link_homes.get(each)) is not None
        }
        if not subjects:
            ends = [end for each in (one, other) if each is not None for end in (each.source, each.target)]
            subjects = {subject for end in ends for subject in codes.get(end, ())}
        yield _compared(About.ARROW, name, (before, after), turns, frozenset(subjects))


def _names(arrows: Mapping[str, Arrow], view: Standing) -> dict[str, Bilingual]:
    return {key: arrow_name(each, view) for key, each in arrows.items()}


def _codes_of_boxes(both: Both) -> dict[str, Subjects]:
    """The codes that the boxes of the codebook stand for, by the id of the box."""
    return {
        each.id: frozenset((Subject.CODE, code) for code in each.codes)
        for view in (both.before, both.after)
        for each in view.stand.sources.contents.nodes
    }


def _boxes(both: Both, paired: Paired) -> Iterator[Compared]:
    old, new = both.before.boxes, both.after.boxes
    codes = _codes_of_boxes(both)
    names = (
        {key: box_name(each) for key, each in old.items()},
        {key: box_name(each) for key, each in new.items()},
    )
    for name, one, other, group in _paired(old, new, paired):
        after = box_side(other) if other else None
        before = after if one is other else box_side(one) if one else None
        turns = box_turns(one, other, both) if one and other and one is not other else ()
        turns = (*_joined(group, names), *turns)
        own = other or one
        subjects = codes.get(own.id, frozenset()) if own else frozenset()
        yield _compared(About.BOX, name, (before, after), turns, subjects)


def _configurations(both: Both, key: str) -> Iterator[Compared]:
    old, new = both.before.configurations, both.after.configurations
    for name in dict.fromkeys((*new, *old)):
        one, other = old.get(name), new.get(name)
        touched = name not in both.untouched or not _argued_alike(both, name)
        turns = configuration_turns(one, other, both) if one and other and touched else ()
        kept = one is not None and other is not None and not turns
        after = configuration_side(other, both.after, kept=kept) if other else None
        before = after if kept else configuration_side(one, both.before, kept=kept) if one else None
        if not _wanted(before, after, key):
            continue
        subjects = frozenset({(Subject.CONFIGURATION, name)})
        yield _compared(About.CONFIGURATION, name, (before, after), turns, subjects)


def _argued_alike(both: Both, name: str) -> bool:
    """Whether a configuration's rival explanations and judgements are the same in both."""
    return both.before.argued.get(name) == both.after.argued.get(name)


def _elements(both: Both, key: str) -> Iterator[Compared]:
    old, new = both.before.elements, both.after.elements
    homes: dict[str, set[tuple[Subject, str]]] = {}
    for view in (both.before, both.after):
        for assembled in view.configurations.values():
            for each in assembled.elements:
                homes.setdefault(each, set()).add((Subject.CONFIGURATION, assembled.configuration.id))
    for name, one, other, _ in _paired(old, new, Paired(both.elements)):
        turns = element_turns(one, other, both) if one and other and name not in both.untouched else ()
        after = element_side(other, both.after) if other else None
        before = after if other and not turns and one else element_side(one, both.before) if one else None
        if not _wanted(before, after, key):
            continue
        yield _compared(About.ELEMENT, name, (before, after), turns, frozenset(homes.get(name, ())))


def _codes(both: Both, key: str) -> Iterator[Compared]:
    """Codes that are given in one version at least; a retired one is dropped unless it was merged or divided."""
    old, new = both.before.codes, both.after.codes
    for name, one, other, _ in _paired(old, new, Paired(_pair_codes(old, new))):
        standing = [_stands(one, other), _stands(other, one)]
        before = code_side(one, both.before) if one and standing[0] else None
        after = code_side(other, both.after) if other and standing[1] else None
        if (before is None and after is None) or not _wanted(before, after, key):
            continue
        turns = (
            code_turns(one, other, both) if one and other and before and after and one is not other else ()
        )
        yield _compared(About.CODE, name, (before, after), turns, frozenset({(Subject.CODE, name)}))


def _stands(code: Code | None, other: Code | None) -> bool:
    """Whether a code stands in its version: it is given, or it went on as another one since."""
    if code is None:
        return False
    if not code.retired:
        return True
    went_on = merged_into(code) or divided_into(code)
    return bool(went_on) and other is not None and not other.retired


def _pair_codes(old: Mapping[str, Code], new: Mapping[str, Code]) -> Pairs:
    pairs = {each: each for each in old if each in new}
    keys = {each.key: name for name, each in new.items() if name not in pairs}
    return pairs | {
        name: keys.pop(each.key) for name, each in old.items() if name not in pairs and each.key in keys
    }


def _wanted(before: Side | None, after: Side | None, key: str) -> bool:
    """Whether it belongs to the theory that is compared; everything does to the overall one."""
    return key == OVERALL or any(side is not None and key in side.hypotheses for side in (before, after))
