"""The order of places within each column: few crossings, found by barycentres, and by swapping neighbours."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict

from rcoder.figure.terminal.plan import Plan, Spot

SWEEPS = 12
SWAPPED = 220
"""Places up to which neighbours are swapped; beyond, barycentres have to do."""

Near = dict[str, list[str]]
"""The places that lines lead to, by place."""


def put_in_order(plan: Plan) -> None:
    """Sorts the places of every column, section by section; the theory's own order decides between equals."""
    left, right = _neighbours(plan)
    best = [_sectioned(layer) for layer in plan.layers]
    least = crossings(best, right)
    orders = best
    for sweep in range(SWEEPS):
        if not least:
            break
        orders = _swept(orders, left if sweep % 2 == 0 else right, rightward=sweep % 2 == 0)
        if len(plan.spots) <= SWAPPED:
            orders = _swapped(orders, left, right)
        found = crossings(orders, right)
        if found < least:
            best, least = orders, found
    plan.layers[:] = best


def _sectioned(layer: list[Spot]) -> list[Spot]:
    return sorted(layer, key=lambda spot: spot.section)


def _neighbours(plan: Plan) -> tuple[Near, Near]:
    left: Near = defaultdict(list)
    right: Near = defaultdict(list)
    for legs in plan.legs.values():
        for leg in legs:
            if leg.start.side != leg.stop.side:
                ends = (leg.start.spot.id, leg.stop.spot.id)
                near, far = ends if leg.start.side == 1 else (ends[1], ends[0])
                right[near].append(far)
                left[far].append(near)
    return left, right


def crossings(orders: list[list[Spot]], right: Near) -> int:
    """How many pairs of lines between neighbouring columns cross, each drawn straight."""
    total = 0
    for layer in range(len(orders) - 1):
        place = {spot.id: number for number, spot in enumerate(orders[layer + 1])}
        seen: list[int] = []
        for spot in orders[layer]:
            ends = sorted(place[each] for each in right.get(spot.id, ()))
            total += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return total


def _swept(orders: list[list[Spot]], near: Near, *, rightward: bool) -> list[list[Spot]]:
    """Each column in turn sorted by where its neighbours in the column before stand on average."""
    orders = list(orders)
    layers = range(1, len(orders)) if rightward else range(len(orders) - 2, -1, -1)
    for layer in layers:
        beside = orders[layer - 1 if rightward else layer + 1]
        place = {spot.id: number / max(1, len(beside)) for number, spot in enumerate(beside)}
        own = {spot.id: number / max(1, len(orders[layer])) for number, spot in enumerate(orders[layer])}

        def wish(spot: Spot, place: dict[str, float] = place, own: dict[str, float] = own) -> float:
            seats = [place[each] for each in near.get(spot.id, ())]
            return sum(seats) / len(seats) if seats else own[spot.id]

        orders[layer] = sorted(orders[layer], key=lambda spot: (spot.section, wish(spot)))
    return orders


def _swapped(orders: list[list[Spot]], left: Near, right: Near) -> list[list[Spot]]:
    """Neighbours of one section change places as long as fewer lines cross."""
    orders = [list(layer) for layer in orders]
    for number, layer in enumerate(orders):
        sides: list[tuple[Near, dict[str, int]]] = []
        if number:
            sides.append((left, _places(orders[number - 1])))
        if number + 1 < len(orders):
            sides.append((right, _places(orders[number + 1])))
        for _ in range(len(layer)):
            if not _one_round(layer, sides):
                break
    return orders


def _places(layer: list[Spot]) -> dict[str, int]:
    return {spot.id: number for number, spot in enumerate(layer)}


def _one_round(layer: list[Spot], sides: list[tuple[Near, dict[str, int]]]) -> bool:
    better = False
    for upper in range(len(layer) - 1):
        one, other = layer[upper], layer[upper + 1]
        if one.section == other.section and _cost(other, one, sides) < _cost(one, other, sides):
            layer[upper : upper + 2] = [other, one]
            better = True
    return better


def _cost(above: Spot, below: Spot, sides: list[tuple[Near, dict[str, int]]]) -> int:
    """Crossings of the lines of two places, the one above the other."""
    return sum(
        place[one] > place[other]
        for near, place in sides
        for one in near.get(above.id, ())
        for other in near.get(below.id, ())
    )
