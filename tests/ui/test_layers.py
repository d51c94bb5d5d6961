"""Codings over a text: found by bisection as by looking at each one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rcoder.domain.coding import Coding
from rcoder.domain.transcript import Span
from rcoder.domain.words import Kind
from rcoder.ui.widgets.layers import layered

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@st.composite
def codings(draw: st.DrawFn) -> list[Coding]:
    kinds = st.sampled_from([*Kind, None])
    return [
        Coding(f"c{index}", "t", start, end, f"code{draw(st.integers(0, 3))}", "me", draw(kinds))
        for index, (start, end) in enumerate(draw(st.lists(SPANS, max_size=12)))
    ]


@settings(max_examples=150, deadline=None)
@given(codings(), SPANS)
def test_the_codings_on_a_passage_are_those_that_overlap_it(
    known: list[Coding], pair: tuple[int, int]
) -> None:
    passage = Span(*pair)
    found = layered(known).on(passage)
    assert {each.id for each in found} == {each.id for each in known if each.span.overlaps(passage)}


@settings(max_examples=100, deadline=None)
@given(codings(), st.integers(0, 80))
def test_words_take_the_colour_of_the_shortest_coding(known: list[Coding], position: int) -> None:
    over = [each for each in known if each.span.contains(position)]
    tint = layered(known).tint(position)
    if over:
        shortest = min(each.end - each.start for each in over)
        assert tint in {each.kind for each in over if each.end - each.start == shortest}
    else:
        assert tint is None


@settings(max_examples=100, deadline=None)
@given(codings())
def test_bars_in_one_lane_never_overlap_and_cover_every_coding(known: list[Coding]) -> None:
    bars = layered(known).bars
    for index, bar in enumerate(bars):
        assert not any(bar.lane == other.lane and bar.span.overlaps(other.span) for other in bars[:index])
    for coding in known:
        assert any(
            bar.code_id == coding.code_id and bar.start <= coding.start and coding.end <= bar.end
            for bar in bars
        )


def test_codings_with_one_code_that_touch_share_a_bar() -> None:
    known = [
        Coding("a", "t", 0, 5, "x", "me", Kind.CONTEXT),
        Coding("b", "t", 5, 9, "x", "you", Kind.CONTEXT),
    ]
    assert [(bar.start, bar.end) for bar in layered(known).bars] == [(0, 9)]


@settings(max_examples=100, deadline=None)
@given(codings(), SPANS)
def test_words_are_cut_where_a_coding_begins_or_ends(known: list[Coding], pair: tuple[int, int]) -> None:
    start, end = pair
    edges = {place for each in known for place in (each.start, each.end) if start < place < end}
    assert set(layered(known).stretches.edges_between(start, end)) == edges
