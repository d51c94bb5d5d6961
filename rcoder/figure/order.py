"""The order of cells within each column: few crossings, short arcs, contexts near the top."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from rcoder.figure.parts import Cell, Plan

ARC = 2.0
"""Cost of a cell that an arc within a column goes round; a crossing costs 1."""
PULL = 1.0
"""Cost of each cell between a box and the band its arrow comes from."""
SWEEPS = 10
SHAKES = 60
"""How often the best order is shaken to see whether a better one is near."""


@dataclass(slots=True)
class Ties:
    """The neighbours of each cell: in the column to the left, to the right, and its own."""

    left: dict[str, list[str]] = field(default_factory=dict)
    right: dict[str, list[str]] = field(default_factory=dict)
    own: dict[str, list[str]] = field(default_factory=dict)
    pull: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Column:
    """What the order of one column is judged by besides crossings, its cells numbered as they came."""

    arcs: list[tuple[int, int]]
    weights: list[float]
    pulls: list[float]


def neighbours(plan: Plan) -> Ties:
    """Who is tied to whom, leg by leg."""
    ties = Ties()
    for tie in plan.ties:
        for leg in tie.legs:
            ends = [_owner(end.anchor) for end in (leg.start, leg.stop)]
            low, high = (ends[0], ends[1]) if leg.start.side == -1 else (ends[1], ends[0])
            if leg.start.side and leg.start.side == leg.stop.side:
                ties.own.setdefault(low, []).append(high)
                ties.own.setdefault(high, []).append(low)
            elif leg.start.side and leg.stop.side:
                ties.right.setdefault(low, []).append(high)
                ties.left.setdefault(high, []).append(low)
            for end, other in ((leg.start, leg.stop), (leg.stop, leg.start)):
                if end.side and not other.side:
                    owner = _owner(end.anchor)
                    ties.pull[owner] = ties.pull.get(owner, 0.0) + (PULL if other.out < 0 else -PULL)
    return ties


def _owner(anchor: object) -> str:
    return anchor.id if isinstance(anchor, Cell) else getattr(anchor, "owner", "")


def _pair_costs(
    names: Sequence[str], sides: Sequence[dict[str, list[str]]], places: Sequence[dict[str, int]]
) -> list[list[int]]:
    """How many lines cross when the row's cell stands above the column's cell."""
    costs = [[0] * len(names) for _ in names]
    for near, place in zip(sides, places, strict=True):
        seats = [sorted(place[other] for other in near.get(name, ())) for name in names]
        for upper, above in enumerate(seats):
            for lower, below in enumerate(seats):
                if upper != lower and above and below:
                    costs[upper][lower] += sum(bisect_left(below, seat) for seat in above)
    return costs


def _extra(order: Sequence[int], column: _Column) -> float:
    """Cost of arcs within the column and of distance from the bands."""
    seat = {name: place for place, name in enumerate(order)}
    before = [0.0, *accumulate(column.weights[name] for name in order)]
    cost = 0.0
    for one, other in column.arcs:
        low, high = sorted((seat[one], seat[other]))
        cost += before[high] - before[low + 1]
    last = len(order) - 1
    return cost + sum(
        pull * seat[name] if pull > 0 else -pull * (last - seat[name])
        for name, pull in enumerate(column.pulls)
    )


def _column(names: Sequence[str], ties: Ties) -> _Column:
    index = {name: number for number, name in enumerate(names)}
    arcs = [
        (index[name], index[other])
        for name in names
        for other in ties.own.get(name, ())
        if index[name] < index[other]
    ]
    weights = [ARC * 0.5 + 0.35 * len(ties.right.get(name, ())) for name in names]
    return _Column(arcs, weights, [ties.pull.get(name, 0.0) for name in names])


def _sift(names: list[str], ties: Ties, places: tuple[dict[str, int], dict[str, int]]) -> list[str]:
    """Move each cell in turn to its best place until nothing is gained."""
    costs = _pair_costs(names, (ties.left, ties.right), places)
    column = _column(names, ties)
    order = list(range(len(names)))
    for _ in range(6):
        before = list(order)
        for name in range(len(names)):
            order = _to_best_place(order, name, costs, column)
        if order == before:
            break
    return [names[number] for number in order]


def _to_best_place(order: list[int], name: int, costs: list[list[int]], column: _Column) -> list[int]:
    rest = [other for other in order if other != name]
    here = order.index(name)
    extra = _extra_by_place(rest, name, column)
    crossing = float(sum(costs[name][other] for other in rest))
    best = (round(crossing + extra[0], 6), here, 0)
    for place, other in enumerate(rest, start=1):
        crossing += costs[other][name] - costs[name][other]
        best = min(best, (round(crossing + extra[place], 6), abs(place - here), place))
    return [*rest[: best[2]], name, *rest[best[2] :]]


def _extra_by_place(rest: list[int], name: int, column: _Column) -> list[float]:
    """What `_extra` comes to, but for a constant, with `name` put before each of `rest` in turn, and last."""
    seat = {other: place for place, other in enumerate(rest)}
    before = [0.0, *accumulate(column.weights[other] for other in rest)]
    size = len(rest)
    steps = [0.0] * (size + 2)
    costs = [0.0] * (size + 1)
    for one, other in column.arcs:
        if name in (one, other):
            end = seat[other if one == name else one]
            for place in range(size + 1):
                costs[place] += (
                    before[end] - before[place] if place <= end else before[place] - before[end + 1]
                )
        else:
            low, high = sorted((seat[one], seat[other]))
            steps[low + 1] += column.weights[name]
            steps[high + 1] -= column.weights[name]
    for place, other in enumerate(rest):
        steps[place + 1] -= column.pulls[other]
    own = column.pulls[name]
    return [
        cost + step + (own * place if own > 0 else -own * (size - place))
        for place, (cost, step) in enumerate(zip(costs, accumulate(steps), strict=False))
    ]


def _total(orders: list[list[str]], ties: Ties) -> float:
    cost = 0.0
    for layer, names in enumerate(orders):
        if layer + 1 < len(orders):
            beyond = {name: number for number, name in enumerate(orders[layer + 1])}
            seen: list[int] = []
            for name in names:
                ends = sorted(beyond[other] for other in ties.right.get(name, ()))
                cost += sum(len(seen) - _not_above(seen, end) for end in ends)
                for end in ends:
                    insort(seen, end)
        cost += _extra(range(len(names)), _column(names, ties))
    return cost


def _not_above(seen: list[int], end: int) -> int:
    return bisect_left(seen, end + 1)


def _by_barycentre(names: list[str], near: dict[str, list[str]], place: dict[str, int]) -> list[str]:
    def centre(numbered: tuple[int, str]) -> tuple[float, int]:
        number, name = numbered
        seats = [place[other] for other in near.get(name, ())]
        return (sum(seats) / len(seats) if seats else number * len(place) / max(len(names), 1), number)

    return [name for _, name in sorted(enumerate(names), key=centre)]


def _sweep(orders: list[list[str]], ties: Ties, *, rightward: bool, centre: bool) -> list[list[str]]:
    orders = [list(names) for names in orders]
    layers = range(len(orders)) if rightward else range(len(orders) - 1, -1, -1)
    for layer in layers:
        before = {name: n for n, name in enumerate(orders[layer - 1])} if layer else {}
        after = {name: n for n, name in enumerate(orders[layer + 1])} if layer + 1 < len(orders) else {}
        if centre and (before if rightward else after):
            near, place = (ties.left, before) if rightward else (ties.right, after)
            orders[layer] = _by_barycentre(orders[layer], near, place)
        orders[layer] = _sift(orders[layer], ties, (before, after))
    return orders


class _Dice:
    """A fixed sequence of numbers for shaking orders, the same on every machine (Park and Miller)."""

    def __init__(self) -> None:
        self._state = 20261

    def below(self, limit: int) -> int:
        self._state = self._state * 48271 % 2147483647
        return self._state % limit


def _shaken(orders: list[list[str]], dice: _Dice) -> list[list[str]]:
    """The orders with a few cells moved at random."""
    orders = [list(names) for names in orders]
    for _ in range(2 + dice.below(5)):
        names = orders[dice.below(len(orders))]
        name = names.pop(dice.below(len(names)))
        names.insert(dice.below(len(names) + 1), name)
    return orders


def put_in_order(plan: Plan) -> None:
    """Sort the cells of every column in place; deterministic, and the theory's own order decides between equals."""
    if not plan.layers:
        return
    ties = neighbours(plan)
    start = [[cell.id for cell in layer] for layer in plan.layers]
    best, cost = start, _total(start, ties)
    for first in (start, [list(reversed(names)) for names in start]):
        orders = first
        for sweep in range(SWEEPS):
            orders = _sweep(orders, ties, rightward=sweep % 2 == 0, centre=sweep < SWEEPS // 2)
            found = _total(orders, ties)
            if found < cost - 1e-6:
                best, cost = orders, found
    dice = _Dice()
    for _ in range(SHAKES if cost else 0):
        orders = _shaken(best, dice)
        for sweep in range(4):
            orders = _sweep(orders, ties, rightward=sweep % 2 == 0, centre=False)
        found = _total(orders, ties)
        if found < cost - 1e-6:
            best, cost = orders, found
    plan.layers[:] = [[plan.cells[name] for name in names] for names in best]
