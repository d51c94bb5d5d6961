"""Lanes: which leg runs where in a gutter or channel, so that they cross little and never lie upon each other."""

from __future__ import annotations

from collections.abc import Sequence

from rcoder.figure.measures import CLEAR, LANE
from rcoder.figure.parts import Leg

LYING = 40.0
"""Cost of two lines that would lie upon each other."""
TOUCH = CLEAR


def _stubs(leg: Leg, side: int) -> list[float]:
    return [end.at for end in (leg.start, leg.stop) if end.side == side]


def _before(one: Leg, other: Leg) -> float:
    """What it costs that `one` has the lane nearer to the low side."""
    cost = 0.0
    out, back = _stubs(one, 1), _stubs(other, -1)
    cost += sum(other.low - TOUCH < at < other.high + TOUCH for at in out)
    cost += sum(one.low - TOUCH < at < one.high + TOUCH for at in back)
    cost += sum(LYING for at in out for across in back if abs(at - across) < CLEAR - 0.6)
    return cost


def _overlap(one: Leg, other: Leg) -> bool:
    return one.low < other.high + 2 * TOUCH and other.low < one.high + 2 * TOUCH


def _in_order(legs: list[Leg]) -> list[Leg]:
    """An order of lanes with few crossings: each leg in turn to its best place, until nothing is gained."""
    costs = [[_before(one, other) if one is not other else 0.0 for other in legs] for one in legs]
    order = sorted(range(len(legs)), key=lambda number: (_lean(legs[number]), legs[number].low, number))
    for _ in range(12):
        before = list(order)
        for number in range(len(legs)):
            order = _best(order, number, costs)
        if order == before:
            break
    return [legs[number] for number in order]


def _lean(leg: Leg) -> int:
    """Arcs keep near their own side."""
    return leg.start.side if leg.start.side == leg.stop.side else 0


def _best(order: list[int], number: int, costs: list[list[float]]) -> list[int]:
    rest = [other for other in order if other != number]
    here = order.index(number)
    cost = sum(costs[number][other] for other in rest)
    best = (cost, abs(here), 0)
    for place, other in enumerate(rest, start=1):
        cost += costs[other][number] - costs[number][other]
        best = min(best, (round(cost, 6), abs(place - here), place))
    return [*rest[: best[2]], number, *rest[best[2] :]]


def assign(legs: Sequence[Leg]) -> int:
    """Give each leg that turns the number of its lane, from 0 on the low side; returns how many lanes there are."""
    turning = [leg for leg in legs if not leg.straight]
    ordered = _in_order(turning)
    count = 0
    for place, leg in enumerate(ordered):
        near = [other.lane for other in ordered[:place] if _overlap(leg, other) and other.lane is not None]
        leg.lane = max(near, default=-1.0) + 1
        count = max(count, int(leg.lane) + 1)
    for leg in reversed(ordered):
        if _lean(leg) == 1:
            _shift_up(leg, ordered, count)
    return count


def _shift_up(leg: Leg, ordered: list[Leg], count: int) -> None:
    later = ordered[ordered.index(leg) + 1 :]
    far = [other.lane for other in later if _overlap(leg, other) and other.lane is not None]
    leg.lane = min(far, default=float(count)) - 1


def spread(legs: Sequence[Leg], start: float) -> None:
    """Turn lane numbers into coordinates from `start` on."""
    for leg in legs:
        if leg.lane is not None:
            leg.lane = start + (leg.lane + 0.5) * LANE
