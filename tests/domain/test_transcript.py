"""Turns, spans and speakers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.transcript import Span, Turn, turn_at


@st.composite
def turns(draw: st.DrawFn) -> tuple[Turn, ...]:
    """Turns in order, with gaps for labels between some."""
    found, end = [], 0
    for _ in range(draw(st.integers(0, 6))):
        start = end + draw(st.integers(0, 4))
        end = start + draw(st.integers(1, 6))
        found.append(Turn(start, end))
    return tuple(found)


spans = st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(turns(), st.integers(0, 70))
def test_the_turn_at_a_place_is_the_one_a_search_from_the_front_finds(
    found: tuple[Turn, ...], place: int
) -> None:
    naive = None
    for number, turn in enumerate(found):
        if turn.start <= place:
            naive = number
    assert turn_at(found, place) == naive


@given(turns(), st.integers(0, 70))
def test_a_place_inside_a_turn_belongs_to_that_turn(found: tuple[Turn, ...], place: int) -> None:
    holding = [number for number, turn in enumerate(found) if turn.span.contains(place)]
    if holding:
        assert [turn_at(found, place)] == holding


def test_before_the_first_turn_there_is_none() -> None:
    assert turn_at((Turn(5, 9),), 4) is None
    assert turn_at((), 0) is None


@given(spans, spans)
def test_spans_overlap_where_they_share_a_code_point(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) is bool(shared)
    assert other.overlaps(one) is bool(shared)


@given(spans, st.integers(0, 20))
def test_a_span_contains_its_start_and_not_its_end(span: Span, place: int) -> None:
    assert span.contains(place) is (place in range(span.start, span.end))


def test_adjacent_spans_do_not_overlap() -> None:
    assert not Span(0, 5).overlaps(Span(5, 9))


def test_offsets_are_code_points() -> None:
    text = "👩🏽‍🌾 på ær-ø"
    assert Span(text.index("på"), text.index("på") + 2).of(text) == "på"
