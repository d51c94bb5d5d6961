"""Lanes: which leg runs where in a gutter or channel, so that they cross little and never lie upon each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rcoder.figure.measures import CLEAR, LANE
from rcoder.figure.parts import Leg, Port

LYING = 40.0
"""Cost of two lines that would lie upon each other."""
TOUCH = CLEAR
STARTS: tuple[Callable[[Leg], float], ...] = (
    lambda leg: leg.low,
    lambda leg: -leg.low,
    lambda leg: leg.high,
    lambda leg: -leg.high,
    lambda leg: leg.stop.at - leg.start.at,
    lambda leg: leg.start.at - leg.stop.at,
)
"""Orders of lanes from which better ones are looked for."""
MANY = 60
"""In a gutter with more legs only the first two are tried."""
APART = 5.0
"""Between a lane and what stands beside it."""


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
    best, least = list(range(len(legs))), -1.0
    for start in STARTS[: 2 if len(legs) > MANY else None]:
        order = sorted(
            range(len(legs)), key=lambda number: (_lean(legs[number]), start(legs[number]), number)
        )
        order = _settled(order, costs)
        cost = sum(costs[one][other] for place, one in enumerate(order) for other in order[place + 1 :])
        if least < 0 or cost < least:
            best, least = order, cost
        if not least:
            break
    return [legs[number] for number in best]


def _settled(order: list[int], costs: list[list[float]]) -> list[int]:
    for _ in range(12):
        before = list(order)
        for number in range(len(costs)):
            order = _best(order, number, costs)
        if order == before:
            break
    return order


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
    ordered = _in_order([leg for leg in legs if not leg.straight])
    count = 0
    for place, leg in enumerate(ordered):
        near = [other.lane for other in ordered[:place] if _overlap(leg, other) and other.lane is not None]
        leg.lane = max(near, default=-1.0) + 1
        count = max(count, int(leg.lane) + 1)
    return count


def spread(legs: Sequence[Leg], start: float) -> None:
    """Turn lane numbers into coordinates from `start` on."""
    for leg in legs:
        if leg.lane is not None:
            leg.lane = start + (leg.lane + 0.5) * LANE


@dataclass(frozen=True, slots=True)
class _Carried:
    """What stands at a port in a gutter: from where to where, and how far out."""

    low: float
    high: float
    depth: float

    def meets(self, low: float, high: float) -> bool:
        """Whether something from `low` to `high` would touch it."""
        return low < self.high and self.low < high


def _carried(legs: Sequence[Leg], side: int) -> list[_Carried]:
    ports = [end.anchor for leg in legs for end in (leg.start, leg.stop) if end.side == side]
    return [
        _Carried(port.along - port.room / 2, port.along + port.room / 2, port.depth)
        for port in ports
        if isinstance(port, Port)
    ]


def place(legs: Sequence[Leg]) -> float:
    """Give every leg that turns the place of its lane from the gutter's left edge; returns the width the gutter needs.

    A lane runs close to a column where nothing that the ports there carry is in its way.
    """
    ordered = _in_order([leg for leg in legs if not leg.straight])
    low, high = _carried(legs, -1), _carried(legs, 1)
    firsts = _from_edge(ordered, low)
    width = max(
        [
            *(at + _room(leg, high) for leg, at in zip(ordered, firsts, strict=True)),
            *(
                one.depth + other.depth + APART
                for one in low
                for other in high
                if one.meets(other.low, other.high)
            ),
            *(each.depth for each in (*low, *high)),
            0.0,
        ]
    )
    for leg, first in zip(ordered, firsts, strict=True):
        leg.lane = first
    for number, leg in reversed(list(enumerate(ordered))):
        if _lean(leg) == 1:
            later = [
                other.lane - LANE for other in ordered[number + 1 :] if other.lane and _overlap(leg, other)
            ]
            leg.lane = min([width - _room(leg, high), *later])
    return width


def _room(leg: Leg, carried: Sequence[_Carried]) -> float:
    """How far from a column a leg's lane must keep."""
    met = [each.depth for each in carried if each.meets(leg.low - TOUCH, leg.high + TOUCH)]
    return max(met, default=0.0) + APART


def _from_edge(ordered: Sequence[Leg], carried: Sequence[_Carried]) -> list[float]:
    places: list[float] = []
    for number, leg in enumerate(ordered):
        near = [places[other] + LANE for other in range(number) if _overlap(leg, ordered[other])]
        places.append(max([_room(leg, carried), *near]))
    return places
