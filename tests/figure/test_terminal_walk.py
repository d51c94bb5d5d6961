"""Walking a theory by keys: wherever one goes, one stands on a box or on one of its arrows, and can go back."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from rcoder.domain.theory import ArrowState, ChangeTheory
from rcoder.domain.theory_walk import (
    Here,
    Paths,
    at_end,
    beside,
    in_turn,
    leftward,
    paths,
    rightward,
    stand,
    standing_on,
)
from rcoder.domain.words import Column
from terminal_theories import arrow, box, theories, theory

WAYS: tuple[Callable[[Paths, Here], Here], ...] = (
    rightward,
    leftward,
    lambda ways, here: beside(ways, here, 1),
    lambda ways, here: beside(ways, here, -1),
    lambda ways, here: in_turn(ways, here, 1),
    lambda ways, here: in_turn(ways, here, -1),
    lambda ways, here: at_end(ways, here, last=True),
    lambda ways, here: at_end(ways, here, last=False),
)
LINE = theory(
    [box(0, Column.CORE), box(1, Column.MECHANISM), box(2, Column.MECHANISM), box(3, Column.SHORT)],
    [arrow(0, 2), arrow(0, 1, state=ArrowState.ACCEPTED), arrow(1, 3), arrow(2, 3)],
)


@settings(max_examples=80, deadline=None)
@given(theories(), st.lists(st.sampled_from(WAYS), max_size=20))
def test_every_key_leads_to_a_box_or_to_one_of_its_arrows(
    found: ChangeTheory, keys: list[Callable[[Paths, Here], Here]]
) -> None:
    ways = paths(found)
    here = stand(ways, Here())
    for key in keys:
        here = key(ways, here)
        assert here.box in ways.boxes
        if here.arrow:
            own = ways.arrows[here.arrow]
            assert here.box in (own.source, own.target)
        assert stand(ways, here) == here


@settings(max_examples=60, deadline=None)
@given(theories())
def test_right_twice_follows_an_arrow_and_left_twice_comes_back_along_one(found: ChangeTheory) -> None:
    ways = paths(found)
    for each in found.arrows:
        on_it = standing_on(ways, each.id, Here(each.source))
        if each.source != each.target:
            assert rightward(ways, on_it) == Here(each.target)
            back = standing_on(ways, each.id, Here(each.target))
            assert leftward(ways, back) == Here(each.source)
            assert leftward(ways, on_it) == Here(each.source)


@settings(max_examples=60, deadline=None)
@given(theories())
def test_tab_meets_every_arrow_once_and_shift_tab_goes_back(found: ChangeTheory) -> None:
    ways = paths(found)
    here, met = stand(ways, Here()), []
    for _ in found.arrows:
        onward = in_turn(ways, here, 1)
        assert not here.arrow or in_turn(ways, onward, -1).arrow == here.arrow
        here = onward
        met.append(here.arrow)
    assert sorted(met) == sorted(ways.order)


def test_what_is_borne_out_furthest_is_walked_first_and_the_drawing_may_say_otherwise() -> None:
    ways = paths(LINE)
    assert ways.out["b0"] == ("b0-b1-promotes", "b0-b2-promotes")
    drawn = paths(LINE, lambda _, arrow_id: {"b0-b2-promotes": 1, "b0-b1-promotes": 2}.get(arrow_id, 0))
    assert drawn.out["b0"] == ("b0-b2-promotes", "b0-b1-promotes")


def test_up_and_down_stay_among_the_arrows_of_one_side_and_among_the_boxes_of_one_column() -> None:
    ways = paths(LINE)
    first = rightward(ways, Here("b0"))
    assert beside(ways, first, 1).arrow == beside(ways, beside(ways, first, 1), 1).arrow == "b0-b2-promotes"
    assert beside(ways, Here("b1"), 1) == Here("b2")
    assert beside(ways, Here("b0"), 1) == Here("b0")


def test_one_stands_first_where_an_arrow_leaves_and_falls_back_to_the_box_of_a_gone_arrow() -> None:
    ways = paths(theory([box(9, Column.CORE), *LINE.boxes], list(LINE.arrows)))
    assert stand(ways, Here()) == Here("b0")
    assert stand(ways, Here("b1", "gone")) == Here("b1")
    assert stand(ways, Here("gone", "gone")) == Here("b0")
    assert stand(paths(theory([], [])), Here("b1")) == Here("")
