"""Which configurations resemble one another: by shared elements, codes, codes above them, and wording."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from rcoder.domain.codebook import Code
from rcoder.domain.resemblance import (
    WEIGHTS,
    Likened,
    Likeness,
    Part,
    Resemblance,
    Shared,
    opposed,
    polarity_of,
)
from rcoder.domain.words import Kind

Alike = Callable[[str, str], float]
"""How alike two wordings are, from 0 to 1."""
Features = Mapping[str, Mapping[Kind, Mapping[Shared, None]]]
"""What each configuration may share, by its id and by kind."""
Wordings = Mapping[str, frozenset[str]]
"""The words of each wording, in lower case and in their base form."""

LEAST = 4
"""What configurations share has to weigh so much: a code and a code above, or a shared element."""
WORDED = 0.8
"""How alike wordings are to be called so."""
CORE = (Kind.RESOURCE, Kind.REASONING)
"""One of these is shared: configurations that have only a context and an outcome in common say nothing alike."""
ENOUGH = 6
"""What two codes in common weigh: enough to be made one."""
MANY = 20
"""Configurations that share something so common are not offered as one by it."""
MOST = 200
"""Resemblances at most."""
STEP = 40
"""Configurations or groups looked at in one step."""
OVERLAP = 0.5
"""Groups with so much in common (Jaccard) are offered once, as the weightier."""


def resemblances(
    found: Sequence[Likened], codes: Mapping[str, Code], words: Wordings, alike: Alike
) -> Generator[None, None, tuple[Resemblance, ...]]:
    """Groups of configurations that are alike, weightiest first, in steps of a few milliseconds.

    The order of `found` does not matter.
    """
    ordered = sorted(found, key=lambda each: (each.number, each.id))
    worded = yield from _worded_classes(ordered, words, alike)
    features: dict[str, dict[Kind, dict[Shared, None]]] = {}
    for place, each in enumerate(ordered):
        features[each.id] = _features(each, codes, worded)
        if place % STEP == 0:
            yield
    by_id = {each.id: each for each in ordered}
    groups = yield from _groups(ordered, features)
    offered: list[Resemblance] = []
    for number, ids in enumerate(groups):
        offered.append(_described([by_id[each] for each in ids], features, alike))
        if number % STEP == 0:
            yield
    yield
    compared = yield from _different(_compared(ordered, features), MOST // 4)
    alone = yield from _different([each for each in offered if each.weight >= LEAST], MOST)
    return (*compared, *alone)


def _features(
    own: Likened, codes: Mapping[str, Code], worded: Mapping[str, str]
) -> dict[Kind, dict[Shared, None]]:
    """What a configuration may share, by kind."""
    found: dict[Kind, dict[Shared, None]] = {}
    for part in own.parts:
        here = found.setdefault(part.kind, {})
        here[Shared(part.kind, Likeness.ELEMENT, part.element_id, part.wording)] = None
        code = codes.get(part.code_id or "")
        if code is not None:
            ending = polarity_of(part.wording)
            label = f"{code.label.say()} {ending}".strip()
            here[Shared(part.kind, Likeness.CODE, f"{code.id}{ending}", label)] = None
            above = codes.get(code.parent_id or "")
            if above is not None and not ending:
                here[
                    Shared(part.kind, Likeness.ABOVE, above.id, f"{above.key} {above.label.say()}".strip())
                ] = None
        if part.element_id in worded:
            name = worded[part.element_id]
            here[Shared(part.kind, Likeness.WORDING, name.split("\n")[0], name.split("\n")[1])] = None
    return found


def _worded_classes(
    found: Sequence[Likened], words: Wordings, alike: Alike
) -> Generator[None, None, dict[str, str]]:
    """Elements that are worded alike, by id: the first element so worded, and its words; those worded like no other left out.

    A wording is compared with the first of each class that has a word in common with it and is of its kind.
    """
    firsts: dict[tuple[Kind, str, str], list[Part]] = {}
    by_word: dict[tuple[Kind, str], list[Part]] = {}
    home: dict[str, Part] = {}
    size: dict[str, int] = {}
    for done, part in enumerate(_parts(found)):
        same = (part.kind, part.wording.casefold(), part.sign)
        first = next(iter(firsts.get(same, ())), None) or _first_like(part, by_word, words, alike)
        if first is None:
            firsts[same] = [part]
            for word in words.get(part.wording, frozenset()):
                by_word.setdefault((part.kind, word), []).append(part)
        home[part.element_id] = first or part
        size[home[part.element_id].element_id] = size.get(home[part.element_id].element_id, 0) + 1
        if done % 5 == 0:
            yield
    return {
        name: f"{first.element_id}\n{first.wording}"
        for name, first in home.items()
        if size[first.element_id] > 1
    }


def _parts(found: Iterable[Likened]) -> Iterator[Part]:
    seen: set[str] = set()
    for each in found:
        for part in each.parts:
            if part.element_id not in seen:
                seen.add(part.element_id)
                yield part


def _first_like(
    part: Part, by_word: Mapping[tuple[Kind, str], list[Part]], words: Wordings, alike: Alike
) -> Part | None:
    own = words.get(part.wording, frozenset())
    near: dict[str, tuple[int, Part]] = {}
    for word in own:
        for each in by_word.get((part.kind, word), ()):
            near[each.element_id] = near.get(each.element_id, (0, each))[0] + 1, each
    best: tuple[float, Part] | None = None
    for common, each in near.values():
        theirs = words.get(each.wording, frozenset())
        if 2 * common < WORDED * min(len(own), len(theirs)) or not _comparable(part, each, own, theirs):
            continue
        much = alike(part.wording, each.wording)
        if much >= WORDED and (best is None or much > best[0]):
            best = much, each
    return best[1] if best else None


def _comparable(one: Part, other: Part, words: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether the wordings of two elements may be called alike: neither denies what the other says."""
    return (
        one.sign == other.sign
        and polarity_of(one.wording) == polarity_of(other.wording)
        and not opposed(words, theirs)
    )


# -- groups ------------------------------------------------------------------------------------------------------


def _groups(found: Sequence[Likened], features: Features) -> Generator[None, None, list[tuple[str, ...]]]:
    """Sets of configurations that share something in two kinds at least, each set once."""
    buckets: dict[tuple[Shared, Shared, bool], list[str]] = {}
    for place, each in enumerate(found):
        own, negative = features[each.id], each.negative
        for one, other in combinations([kind for kind in Kind if kind in own], 2):
            if one not in CORE and other not in CORE:
                continue
            for here in own[one]:
                for there in own[other]:
                    if WEIGHTS[here.likeness] + WEIGHTS[there.likeness] >= LEAST:
                        buckets.setdefault((here, there, negative), []).append(each.id)
        if place % 5 == 0:
            yield
    sets = {tuple(own): None for own in buckets.values() if 1 < len(own) <= MANY}
    return list(sets)


def _described(group: Sequence[Likened], features: Features, alike: Alike) -> Resemblance:
    """What a group has in common, kind by kind: the strongest, else how alike the wordings are."""
    shared, worded = [], []
    for kind in Kind:
        common = _common(group, features, kind)
        if common is not None:
            shared.append(common)
        elif len(group) <= 8 and (much := _worded(group, kind, alike)) >= WORDED:
            worded.append((kind, round(much, 2)))
    ids = tuple(each.id for each in group)
    return Resemblance(ids, tuple(shared), worded=tuple(worded), tied=_tied(group, shared))


def _common(group: Sequence[Likened], features: Features, kind: Kind) -> Shared | None:
    first, *others = (features[each.id].get(kind, {}) for each in group)
    common = [each for each in first if all(each in other for other in others)]
    return max(
        common,
        key=lambda each: (each.weight, each.likeness is Likeness.CODE, each.words, each.id),
        default=None,
    )


def _worded(group: Sequence[Likened], kind: Kind, alike: Alike) -> float:
    """How alike the first wordings of a kind are, the least alike two of the group; 0 where one has none."""
    firsts = [next((part.wording for part in each.parts if part.kind is kind), "") for each in group]
    if not all(firsts):
        return 0.0
    words = [frozenset(each.casefold().split()) for each in firsts]
    pairs = combinations(range(len(firsts)), 2)
    return min(0.0 if opposed(words[a], words[b]) else alike(firsts[a], firsts[b]) for a, b in pairs)


def _tied(
    group: Sequence[Likened],
    shared: Sequence[Shared],
) -> bool:
    """Whether some two of the shared things are tied in every one, with the same effect."""
    return any(
        len(effects) == 1 and None not in effects
        for one, other in combinations(shared, 2)
        for effects in ({_effect(each, one, other) for each in group},)
    )


def _effect(own: Likened, one: Shared, other: Shared) -> str | None:
    """What a configuration says one shared thing does to another."""
    sources = {part.element_id for part in own.parts if part.kind is one.kind}
    targets = {part.element_id for part in own.parts if part.kind is other.kind}
    return next((effect.value for (a, b), effect in own.links.items() if a in sources and b in targets), None)


def _different(offered: Iterable[Resemblance], most: int) -> Generator[None, None, tuple[Resemblance, ...]]:
    """The most telling first, each set of configurations once, and no set that a more telling one is half of.

    Of those that tell enough the largest comes first: what a few of it share beyond that is seen in it.
    """
    ordered = sorted(
        offered,
        key=lambda each: (
            -min(each.weight, ENOUGH),
            -len(each.members),
            -each.weight,
            each.members,
            each.against,
        ),
    )
    yield
    chosen: list[Resemblance] = []
    by_member: dict[str, list[frozenset[str]]] = {}
    for place, each in enumerate(ordered):
        if len(chosen) == most:
            break
        own = frozenset((*each.members, *each.against))
        if not any(_jaccard(own, other) >= OVERLAP for name in own for other in by_member.get(name, ())):
            for name in own:
                by_member.setdefault(name, []).append(own)
            chosen.append(each)
        if place % STEP == 0:
            yield
    return tuple(chosen)


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


# -- opposites ---------------------------------------------------------------------------------------------------


def _compared(found: Sequence[Likened], features: Features) -> Iterator[Resemblance]:
    """Configurations that share a resource and come to opposite outcomes: what makes the difference is worth a look."""
    signed = {each.id: each for each in found if any(part.kind is Kind.OUTCOME for part in each.parts)}
    buckets: dict[Shared, tuple[list[str], list[str]]] = {}
    for each in signed.values():
        for shared in features[each.id].get(Kind.RESOURCE, ()):
            if shared.weight > 1:
                buckets.setdefault(shared, ([], []))[each.negative].append(each.id)
    for good, bad in buckets.values():
        if good and bad and len(good) + len(bad) <= MANY:
            group = [signed[name] for name in (*good, *bad)]
            common = (_common(group, features, kind) for kind in CORE)
            yield Resemblance(tuple(good), tuple(each for each in common if each is not None), tuple(bad))
