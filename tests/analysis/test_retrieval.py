"""The results of a query, beside an implementation that does what the rules say and nothing else."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcoder.analysis import retrieval
from rcoder.analysis.retrieval import Held, Spot, evaluate
from rcoder.domain.errors import Misuse
from rcoder.domain.retrieval import All, Node, Not, Related, Relation, Some, Term, selects

SELECTING = [Term("", key) for key in ("A", "B", "C")]
PROPERTIES = [Term("role", key) for key in ("p", "q")]


def spots(start: int, length: int, text: int, turn: int | None) -> Spot:
    return Spot((str(text), 1), start, start + length, turn)


spot = st.builds(
    spots, st.integers(0, 12), st.integers(1, 6), st.integers(0, 1), st.integers(0, 4) | st.none()
)


@st.composite
def worlds(draw: st.DrawFn) -> Held:
    known = draw(st.lists(spot, max_size=8))
    holding = {
        term: sorted(draw(st.sets(st.sampled_from(range(len(known))))) if known else ())
        for term in (*SELECTING, *PROPERTIES)
    }
    return Held(len(known), known.__getitem__, holding)


def related(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    kinds = st.sampled_from((Relation.OVERLAPPING, Relation.NEAR))
    return st.builds(Related, inner, inner, kinds, st.integers(0, 3), st.booleans())


queries: st.SearchStrategy[Node] = st.recursive(
    st.sampled_from([*SELECTING, *PROPERTIES]),
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(All, st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(Some, st.lists(inner, min_size=2, max_size=3).map(tuple)),
        related(inner),
    ),
    max_leaves=5,
)


def shares(one: Spot, other: Spot) -> bool:
    return one.text == other.text and one.start < other.end and other.start < one.end


def near(one: Spot, other: Spot, turns: int) -> bool:
    if one.text != other.text or one.turn is None or other.turn is None:
        return False
    return abs(one.turn - other.turn) <= turns


def plainly(node: Node, held: Held) -> set[frozenset[int]]:
    """The results, as the rules of rcoder/analysis/retrieval.py say, without regard to time."""
    return least(every(node, held))


def least(found: set[frozenset[int]]) -> set[frozenset[int]]:
    return {each for each in found if not any(other < each for other in found)}


def every(node: Node, held: Held) -> set[frozenset[int]]:
    if not selects(node):
        return {frozenset((each,)) for each in range(held.count) if has(node, each, held)}
    if isinstance(node, Term):
        return {frozenset((each,)) for each in held.holding[node]}
    if isinstance(node, Some):
        return {result for part in node.parts for result in every(part, held)}
    if isinstance(node, Related):
        return by_relation(node, held)
    assert isinstance(node, All)
    parts = [every(each, held) for each in node.parts if selects(each)]
    found = {
        frozenset().union(*chosen)
        for chosen in product(*parts)
        if all(
            shares(held.spot(a), held.spot(b))
            for place, one in enumerate(chosen)
            for other in chosen[:place]
            for a in one
            for b in other
        )
    }
    wanted = [each for each in node.parts if not selects(each)]
    return {each for each in found if all(has(one, place, held) for one in wanted for place in each)}


def by_relation(node: Related, held: Held) -> set[frozenset[int]]:
    def holds(one: frozenset[int], other: frozenset[int]) -> bool:
        pairs = [(held.spot(a), held.spot(b)) for a in one for b in other]
        if node.relation is Relation.NEAR:
            return not one & other and all(near(a, b, node.turns) for a, b in pairs)
        return not one & other and all(shares(a, b) for a, b in pairs)

    left, right = least(every(node.left, held)), least(every(node.right, held))
    if node.negated:
        return {one for one in left if not any(holds(one, other) for other in right)}
    return {one | other for one in left for other in right if holds(one, other)}


def has(node: Node, place: int, held: Held) -> bool:
    if isinstance(node, Term):
        return place in held.holding[node]
    if isinstance(node, All):
        return all(has(each, place, held) for each in node.parts)
    if isinstance(node, Some):
        return any(has(each, place, held) for each in node.parts)
    assert isinstance(node, Not)
    if not selects(node.part):
        return not has(node.part, place, held)
    return not any(
        all(shares(held.spot(place), held.spot(each)) for each in result) for result in every(node.part, held)
    )


@settings(max_examples=300, deadline=None)
@given(queries, worlds())
def test_results_are_what_the_rules_say(node: Node, held: Held) -> None:
    found = evaluate(node, held)
    assert {frozenset(each) for each in found} == plainly(node, held)
    assert len({frozenset(each) for each in found}) == len(found)
    assert all(len(set(each)) == len(each) for each in found)


def world(*known: tuple[str, int, int, int]) -> Held:
    """Passages as (code, start, end, turn) in one interview; a coding's code is its term, the letter p its property."""
    holding: dict[Term, list[int]] = {term: [] for term in (*SELECTING, *PROPERTIES)}
    for place, (letters, *_) in enumerate(known):
        for each in letters:
            holding[Term("role" if each in "pq" else "", each)].append(place)
    found = [Spot(("t", 1), start, end, turn) for _, start, end, turn in known]
    return Held(len(found), found.__getitem__, holding)


A, B, C = SELECTING
P, Q = PROPERTIES


def test_and_puts_passages_that_share_words_together_the_first_part_first() -> None:
    held = world(("B", 0, 10, 0), ("A", 5, 15, 0), ("A", 10, 20, 0))
    assert evaluate(All((A, B)), held) == [(1, 0)]


def test_a_passage_that_is_both_stands_alone_and_not_beside_another_too() -> None:
    held = world(("AB", 0, 10, 0), ("B", 5, 15, 0))
    assert evaluate(All((A, B)), held) == [(0,)]


def test_a_property_must_hold_of_every_passage_shown_together() -> None:
    held = world(("Ap", 0, 10, 0), ("B", 5, 15, 0), ("Bp", 0, 3, 0))
    assert evaluate(All((A, B, P)), held) == [(0, 2)]


def test_not_of_a_code_leaves_out_what_shares_words_with_it() -> None:
    held = world(("A", 0, 10, 0), ("B", 9, 15, 0), ("A", 15, 20, 0))
    assert evaluate(All((A, Not(B))), held) == [(2,)]


def test_near_counts_turns_and_wants_two_passages() -> None:
    held = world(("A", 0, 10, 1), ("A", 20, 30, 3), ("B", 40, 50, 5))
    assert evaluate(Related(A, B, Relation.NEAR, 2), held) == [(1, 2)]
    assert evaluate(Related(A, A, Relation.NEAR, 0), held) == []
    assert evaluate(Related(A, A, Relation.NEAR, 2), held) == [(0, 1)]
    assert evaluate(Related(A, B, Relation.NEAR, 2, negated=True), held) == [(0,)]


def test_too_many_pairs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrieval, "MOST", 20)
    held = world(*(("AB"[n % 2], n, n + 1, 0) for n in range(12)))
    with pytest.raises(Misuse, match="more than 20 results"):
        evaluate(Related(A, B, Relation.NEAR, 0), held)
