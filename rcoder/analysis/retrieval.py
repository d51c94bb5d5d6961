"""The results of a query over passages; pure, and knows nothing of what a term means.

A result is one passage or several. The rules:

- a term that selects: each of its passages alone;
- `A and B`, both selecting: a result of A and one of B together, where each passage of the one has words in common
  with each of the other. A passage has words in common with itself, so one that is in A and in B stands alone;
- a property beside selections: keeps the results of which every passage has it;
- a property alone, or in `or` or beside a relation: each passage that has it, alone;
- `not` of a property: the passages without it. `not` of a selection: the passages that share words with no result of it,
  that is, not with each passage of one;
- `A or B`: the results of both;
- `A overlapping B`, `A near:N B`: a result of A and one of B that have no passage in common, each passage of the one in
  that relation to each of the other. `A not near:N B`: the results of A to which no result of B is in that relation;
- of results of which one is part of another only the smaller one stands.

Passages in different interviews, or in different texts of one interview, are in no relation.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from rcoder.domain.errors import Misuse
from rcoder.domain.retrieval import (
    MOST,
    All,
    Node,
    Not,
    Related,
    Relation,
    Result,
    Some,
    Term,
    selects,
)


class Spot(NamedTuple):
    """Where a passage stands."""

    text: tuple[str, int]
    """Transcript and revision."""
    start: int
    end: int
    turn: int | None
    """The turn it begins in."""


@dataclass(frozen=True, slots=True)
class Held:
    """Passages, and which of them each term of a query holds of."""

    count: int
    """How many passages there are; they are called by their places, from 0."""
    spot: Callable[[int], Spot]
    holding: Mapping[Term, Sequence[int]]
    """By term: places of passages, in order."""


def evaluate(node: Node, held: Held) -> list[Result]:
    """The results of a query. Raises Misuse where there are more than MOST."""
    if not selects(node):
        found = _having(node, held)
        return [(each,) for each in range(held.count) if each in found]
    if isinstance(node, Term):
        return [(each,) for each in held.holding[node]]
    if isinstance(node, Some):
        return smallest(result for part in node.parts for result in evaluate(part, held))
    if isinstance(node, All):
        return _all(node, held)
    assert isinstance(node, Related)  # noqa: S101 - Not selects nothing
    return _related(node, held)


def _having(node: Node, held: Held) -> set[int]:
    """The passages of which a property holds."""
    if isinstance(node, Term):
        return set(held.holding[node])
    if isinstance(node, Not):
        return set(range(held.count)) - (
            _sharing_with(node.part, held) if selects(node.part) else _having(node.part, held)
        )
    assert not isinstance(node, Related)  # noqa: S101 - a relation selects
    found = [_having(each, held) for each in node.parts]
    return set.intersection(*found) if isinstance(node, All) else set.union(*found)


def _sharing_with(node: Node, held: Held) -> set[int]:
    """The passages that share words with each passage of some result."""
    every = [(each,) for each in range(held.count)]
    sharing = _pairs(every, evaluate(node, held), Relation.SHARING, 0, held, one_each=True)
    return {left[0] for left, _ in sharing}


def _all(node: All, held: Held) -> list[Result]:
    properties = [_having(each, held) for each in node.parts if not selects(each)]
    known = set.intersection(*properties) if properties else None

    def kept(part: Node) -> list[Result]:
        found = evaluate(part, held)
        return found if known is None else [each for each in found if known.issuperset(each)]

    first, *others = (each for each in node.parts if selects(each))
    found = kept(first)
    for each in others:
        found = _joined(_pairs(found, kept(each), Relation.SHARING, 0, held))
    return found


def _related(node: Related, held: Held) -> list[Result]:
    left, right = evaluate(node.left, held), evaluate(node.right, held)
    pairs = _pairs(left, right, node.relation, node.turns, held, one_each=node.negated)
    if not node.negated:
        return _joined(pairs)
    related = {each for each, _ in pairs}
    return [each for each in left if each not in related]


def _joined(pairs: Iterable[tuple[Result, Result]]) -> list[Result]:
    """Each pair as one result, the left one's passages first."""
    return smallest((*left, *(each for each in right if each not in left)) for left, right in pairs)


def smallest(results: Iterable[Result]) -> list[Result]:
    """Each set of passages once, and none of which a part is there too. Raises Misuse where there are too many."""
    found: dict[frozenset[int], Result] = {}
    for each in results:
        found.setdefault(frozenset(each), each)
        if len(found) > MOST:
            raise Misuse(
                f"The query has more than {MOST:,} results.",
                "Narrow it, by a code or by near: with fewer turns.",
            )
    sizes = sorted({len(each) for each in found})
    if len(sizes) < 2:
        return list(found.values())
    return [result for own, result in found.items() if not _has_part(own, found, sizes)]


def _has_part(own: frozenset[int], found: Mapping[frozenset[int], Result], sizes: Sequence[int]) -> bool:
    return any(
        frozenset(part) in found
        for size in sizes
        if size < len(own)
        for part in combinations(sorted(own), size)
    )


class _Reach(NamedTuple):
    """What a relation of each passage of a result to each of another is seen by."""

    low: int
    """Of sharing, the last start; of near, the last turn."""
    high: int
    """Of sharing, the first end; of near, the first turn."""
    result: Result


def _pairs(
    left: Sequence[Result],
    right: Sequence[Result],
    relation: Relation,
    turns: int,
    held: Held,
    *,
    one_each: bool = False,
) -> Iterator[tuple[Result, Result]]:
    """The pairs of results in a relation, in order of the left ones; with `one_each`, one for each left one at most.

    Of sharing: the last start on either side comes before the first end on the other. Of near: the last turn on either
    side is no more than `turns` after the first on the other. So one comparison of two numbers stands for all passages.
    """
    by_text: dict[tuple[str, int], list[_Reach]] = {}
    for each in right:
        if (there := _reach(each, relation, held)) is not None:
            by_text.setdefault(there[0], []).append(there[1])
    for known in by_text.values():
        known.sort(key=lambda each: each.low)
    lows = {text: [each.low for each in known] for text, known in by_text.items()}
    for each in left:
        here = _reach(each, relation, held)
        if here is None or here[0] not in by_text:
            continue
        text, own = here
        for other in by_text[text][: _before(lows[text], own, relation, turns)]:
            if _within(own, other, relation, turns) and _apart(each, other.result, relation):
                yield each, other.result
                if one_each:
                    break


def _apart(one: Result, other: Result, relation: Relation) -> bool:
    """Whether two results have no passage in common, where the relation wants that."""
    return relation is Relation.SHARING or not set(one) & set(other)


def _before(lows: list[int], own: _Reach, relation: Relation, turns: int) -> int:
    """How many of the others, by `low`, can be in the relation as far as that goes."""
    return bisect_right(lows, own.high + turns) if relation is Relation.NEAR else bisect_left(lows, own.high)


def _within(own: _Reach, other: _Reach, relation: Relation, turns: int) -> bool:
    if relation is Relation.NEAR:
        return own.low - other.high <= turns
    return own.low < other.high


def _reach(result: Result, relation: Relation, held: Held) -> tuple[tuple[str, int], _Reach] | None:
    """A result's text and reach; None where it stands in several texts, or, of near, before the first turn."""
    spots = [held.spot(each) for each in result]
    if any(each.text != spots[0].text for each in spots):
        return None
    if relation is not Relation.NEAR:
        return spots[0].text, _Reach(max(s.start for s in spots), min(s.end for s in spots), result)
    known = [each.turn for each in spots if each.turn is not None]
    if len(known) < len(spots):
        return None
    return spots[0].text, _Reach(max(known), min(known), result)
