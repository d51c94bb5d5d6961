"""The order of cells within each column: few crossings, short arcs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from rcoder.figure.parts import Cell, Plan

ARC = 0.3
"""Cost of a cell that an arc within a column goes round; a crossing costs 1."""
STUB = 0.8
"""Cost of each arrow that an arc crosses on its way round a cell."""
SWEEPS = 10
SHAKES = 220
"""How often at most the best order is shaken to see whether a better one is near."""
EFFORT = 400_000
"""How much is spent on shaking: shakes times cells times the cells of a layer."""
ROUNDS = 6
NEAR = 1e-6


@dataclass(slots=True)
class Ties:
    """The neighbours of each cell: in the column to the left, to the right, and its own."""

    left: dict[str, list[str]] = field(default_factory=dict)
    right: dict[str, list[str]] = field(default_factory=dict)
    own: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    """Neighbours in the same column, and the side that the arc runs on: 0 for the left, 1 for the right."""


def neighbours(plan: Plan) -> Ties:
    """Who is tied to whom, leg by leg."""
    ties = Ties()
    for tie in plan.ties:
        for leg in tie.legs:
            ends = [_owner(end.anchor) for end in (leg.start, leg.stop)]
            low, high = (ends[0], ends[1]) if leg.start.side == -1 else (ends[1], ends[0])
            if leg.start.side and leg.start.side == leg.stop.side:
                side = 0 if leg.start.side == 1 else 1
                ties.own.setdefault(low, []).append((high, side))
                ties.own.setdefault(high, []).append((low, side))
            elif leg.start.side and leg.stop.side:
                ties.right.setdefault(low, []).append(high)
                ties.left.setdefault(high, []).append(low)
    return ties


def _owner(anchor: object) -> str:
    return anchor.id if isinstance(anchor, Cell) else getattr(anchor, "owner", "")


@dataclass(frozen=True, slots=True)
class _Column:
    """What the order of one column is judged by besides crossings, its cells by their names."""

    arcs: list[tuple[str, str, int]]
    arcs_of: dict[str, list[tuple[str, int]]]
    weights: tuple[dict[str, float], dict[str, float]]
    """What it costs that an arc on the left, or on the right, goes round a cell."""


def _column(names: Sequence[str], ties: Ties) -> _Column:
    arcs, arcs_of = [], {}
    for name in names:
        others = [(other, side) for other, side in ties.own.get(name, ()) if other != name]
        if others:
            arcs_of[name] = others
        arcs += [(name, other, side) for other, side in others if name < other]
    left, right = (
        {name: ARC + STUB * len(near.get(name, ())) for name in names} for near in (ties.left, ties.right)
    )
    return _Column(arcs, arcs_of, (left, right))


def _extra(order: Sequence[str], column: _Column) -> float:
    """Cost of arcs within the column."""
    if not column.arcs:
        return 0.0
    seat = {name: place for place, name in enumerate(order)}
    before = _before(order, column)
    cost = 0.0
    for one, other, side in column.arcs:
        low, high = seat[one], seat[other]
        cost += before[side][max(low, high)] - before[side][min(low, high) + 1]
    return cost


def _before(order: Sequence[str], column: _Column) -> list[list[float]]:
    """For each side what it costs to go round all cells before a place."""
    return [[0.0, *accumulate(weights[name] for name in order)] for weights in column.weights]


def _extra_by_place(rest: Sequence[str], name: str, column: _Column) -> list[float]:
    """What `_extra` comes to, but for a constant, with `name` put before each of `rest` in turn, and last."""
    seat = {other: place for place, other in enumerate(rest)}
    size = len(rest)
    steps = [0.0] * (size + 2)
    weights = [each[name] for each in column.weights]
    for one, other, side in column.arcs:
        if name not in {one, other}:
            low, high = seat[one], seat[other]
            steps[min(low, high) + 1] += weights[side]
            steps[max(low, high) + 1] -= weights[side]
    costs = list(accumulate(steps))[: size + 1]
    ends = [(seat[other], side) for other, side in column.arcs_of.get(name, ())]
    if ends:
        sides = _before(rest, column)
        for end, side in ends:
            before = sides[side]
            for place in range(size + 1):
                costs[place] += (
                    before[end] - before[place] if place <= end else before[place] - before[end + 1]
                )
    return costs


Differences = dict[str, dict[str, int]]
"""For each cell and another: how many more lines cross when the cell stands below the other than above it."""


def _differences(
    names: Sequence[str], sides: Iterable[tuple[dict[str, list[str]], dict[str, int]]]
) -> Differences:
    found: Differences = {name: dict.fromkeys(names, 0) for name in names}
    for near, place in sides:
        seats = [
            (name, sorted(place[other] for other in near[name] if other in place))
            for name in names
            if name in near
        ]
        for number, (name, own) in enumerate(seats):
            mine = found[name]
            for other, theirs in seats[number + 1 :]:
                below = above = 0
                for seat in own:
                    below += len(theirs) - bisect_right(theirs, seat)
                    above += bisect_left(theirs, seat)
                mine[other] += below - above
                found[other][name] += above - below
    return found


def _sift(names: list[str], differences: Differences, column: _Column) -> list[str]:
    """Move each cell in turn to its best place until nothing is gained."""
    order = list(names)
    still = 0
    for name in names * ROUNDS:
        here = order.index(name)
        del order[here]
        place = _best_place(order, name, here, differences[name], column)
        order.insert(place, name)
        still = still + 1 if place == here else 0
        if still > len(names):
            break
    return order


def _best_place(
    rest: Sequence[str], name: str, here: int, difference: dict[str, int], column: _Column
) -> int:
    costs: list[float] = list(accumulate((difference[other] for other in rest), initial=0))
    if column.arcs:
        extra = _extra_by_place(rest, name, column)
        costs = [cost + more for cost, more in zip(costs, extra, strict=True)]
    least = min(costs) + NEAR
    if costs[here] <= least:
        return here
    return min((abs(place - here), place) for place, cost in enumerate(costs) if cost <= least)[1]


@dataclass(slots=True)
class _Search:
    """An order of all columns while it is being bettered."""

    ties: Ties
    columns: list[_Column]
    orders: list[list[str]]

    def cost(self) -> float:
        """Crossings and arcs."""
        return sum(self._crossings(layer) for layer in range(len(self.orders) - 1)) + sum(
            _extra(names, column) for names, column in zip(self.orders, self.columns, strict=True)
        )

    def _crossings(self, layer: int) -> int:
        beyond = {name: number for number, name in enumerate(self.orders[layer + 1])}
        count = 0
        seen: list[int] = []
        for name in self.orders[layer]:
            ends = sorted(beyond[other] for other in self.ties.right.get(name, ()))
            count += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
        return count

    def sweep(self, *, rightward: bool, centre: bool, only: set[int] | None = None) -> set[int]:
        """Better one column after the other; returns those that stand beside one that was changed.

        With `only`, other columns are left alone until a neighbour changes.
        """
        layers = range(len(self.orders)) if rightward else range(len(self.orders) - 1, -1, -1)
        stale = set(layers) if only is None else set(only)
        for layer in layers:
            if layer not in stale:
                continue
            stale.discard(layer)
            if self._better(layer, rightward=rightward, centre=centre):
                stale |= {each for each in (layer - 1, layer + 1) if 0 <= each < len(self.orders)}
        return stale

    def _better(self, layer: int, *, rightward: bool, centre: bool) -> bool:
        before = self._places(layer - 1)
        after = self._places(layer + 1)
        names = self.orders[layer]
        if centre and (before if rightward else after):
            near, place = (self.ties.left, before) if rightward else (self.ties.right, after)
            names = _by_barycentre(names, near, place)
        sides = ((self.ties.left, before), (self.ties.right, after))
        found = _sift(names, _differences(names, sides), self.columns[layer])
        changed = found != self.orders[layer]
        self.orders[layer] = found
        return changed

    def _places(self, layer: int) -> dict[str, int]:
        if not 0 <= layer < len(self.orders):
            return {}
        return {name: number for number, name in enumerate(self.orders[layer])}


def _by_barycentre(names: list[str], near: dict[str, list[str]], place: dict[str, int]) -> list[str]:
    def centre(numbered: tuple[int, str]) -> tuple[float, int]:
        number, name = numbered
        seats = [place[other] for other in near.get(name, ())]
        return (sum(seats) / len(seats) if seats else number * len(place) / max(len(names), 1), number)

    return [name for _, name in sorted(enumerate(names), key=centre)]


class _Dice:
    """A fixed sequence of numbers for shaking orders, the same on every machine (Park and Miller)."""

    def __init__(self, seed: int) -> None:
        self._state = 20261 + seed

    def below(self, limit: int) -> int:
        self._state = self._state * 48271 % 2147483647
        return self._state % limit


def _shaken(orders: list[list[str]], dice: _Dice) -> tuple[list[list[str]], set[int]]:
    """The orders with a few cells moved at random, and the columns they are in."""
    orders = [list(names) for names in orders]
    filled = [layer for layer, names in enumerate(orders) if names]
    moved = set()
    for _ in range(2 + dice.below(5) if filled else 0):
        layer = filled[dice.below(len(filled))]
        names = orders[layer]
        name = names.pop(dice.below(len(names)))
        names.insert(dice.below(len(names) + 1), name)
        moved |= {each for each in (layer - 1, layer, layer + 1) if 0 <= each < len(orders)}
    return orders, moved


def put_in_order(plan: Plan, shakes: int = SHAKES, seed: int = 0) -> float:
    """Sort the cells of every column in place and return what the order costs.

    Deterministic for each `seed`; the theory's own order decides between equals.
    """
    if not plan.layers:
        return 0.0
    ties = neighbours(plan)
    start = [[cell.id for cell in layer] for layer in plan.layers]
    search = _Search(ties, [_column(names, ties) for names in start], start)
    best, cost = start, search.cost()
    for first in (start, [list(reversed(names)) for names in start]):
        search.orders = [list(names) for names in first]
        stale: set[int] | None = None
        for sweep in range(SWEEPS):
            centre = sweep < SWEEPS // 2
            stale = search.sweep(rightward=sweep % 2 == 0, centre=centre, only=None if centre else stale)
            found = search.cost()
            if found < cost - NEAR:
                best, cost = [list(names) for names in search.orders], found
    best, cost = _shake(search, best, cost, (shakes, seed))
    plan.layers[:] = [[plan.cells[name] for name in names] for names in best]
    return cost


def _shake(
    search: _Search, best: list[list[str]], cost: float, much: tuple[int, int]
) -> tuple[list[list[str]], float]:
    """`much` is how often to shake, and the seed of it."""
    shakes, seed = much
    dice = _Dice(seed)
    work = sum(len(names) ** 2 for names in best) or 1
    for _ in range(min(shakes, EFFORT // work) if cost else 0):
        search.orders, stale = _shaken(best, dice)
        for sweep in range(4):
            stale = search.sweep(rightward=sweep % 2 == 0, centre=False, only=stale)
        found = search.cost()
        if found < cost - NEAR:
            best, cost = [list(names) for names in search.orders], found
    return best, cost
