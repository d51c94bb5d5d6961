"""The lanes that lines run down in between the columns: none over another, and few crossings."""

from __future__ import annotations

from rcoder.figure.terminal.plan import Leg, Plan

SIFTED = 160
"""Lines of a gutter up to which the best order is looked for; beyond, they stand as they come."""


def put_in_lanes(plan: Plan) -> list[int]:
    """Gives every leg that turns a lane; how many lanes each gutter has."""
    gutters: list[list[Leg]] = [[] for _ in range(len(plan.layers) + 1)]
    for legs in plan.legs.values():
        for leg in legs:
            if not leg.straight:
                gutters[leg.gutter].append(leg)
    return [_assign(legs) for legs in gutters]


def _assign(legs: list[Leg]) -> int:
    order = sorted(legs, key=_first)
    if len(order) <= SIFTED:
        order = _sifted(order)
    ends: list[list[tuple[int, int]]] = []
    for leg in order:
        lane = max(
            (
                number + 1
                for number, held in enumerate(ends)
                if any(low <= leg.high and leg.low <= high for low, high in held)
            ),
            default=0,
        )
        if lane == len(ends):
            ends.append([])
        leg.lane = lane
        ends[lane].append((leg.low, leg.high))
    return len(ends)


def _first(leg: Leg) -> tuple[int, int]:
    """Lines that run down stand the more left the lower they begin, lines that run up the more left the higher."""
    enters = leg.start.row if leg.start.side == 1 else leg.stop.row
    leaves = leg.stop.row if leg.start.side == 1 else leg.start.row
    return (0, -enters) if leaves > enters else (1, enters)


def _crossed(left: Leg, right: Leg) -> int:
    """Crossings of two lines where one has a lane left of the other's."""
    return sum(
        port.side == -1 and right.low < port.row < right.high for port in (left.start, left.stop)
    ) + sum(port.side == 1 and left.low < port.row < left.high for port in (right.start, right.stop))


def _sifted(legs: list[Leg]) -> list[Leg]:
    """Each line in turn moved to where it crosses least."""
    costs = [[_crossed(one, other) for other in legs] for one in legs]
    order = list(range(len(legs)))
    for _ in range(4):
        before = list(order)
        for own in range(len(legs)):
            rest = [each for each in order if each != own]
            here = sum(costs[own][each] for each in rest)
            best = (here, 0)
            for place, each in enumerate(rest, start=1):
                here += costs[each][own] - costs[own][each]
                best = min(best, (here, place))
            order = [*rest[: best[1]], own, *rest[best[1] :]]
        if order == before:
            break
    return [legs[each] for each in order]
