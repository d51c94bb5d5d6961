"""The rows of places and ports: lines as straight as can be, and no row of a gutter used from both sides."""

from __future__ import annotations

from collections import defaultdict

from rcoder.figure.terminal.plan import ABOVE, BELOW, MIDDLE, Plan, Port, Spot

GAP = 1
"""Blank rows between two boxes."""
ROUNDS = 8
HEADED = {ABOVE: 1, MIDDLE: 2, BELOW: 1}
"""Rows of the headings over a section."""
STRAIGHT = 4
"""Rows that a passing line gives up its own wish for, to run straight."""


def put_in_rows(plan: Plan) -> dict[int, int]:
    """Gives every place its row and every port its own; the first row of each section."""
    wish = _wishes(plan)
    tops: dict[int, int] = {}
    row = 0
    far = _far_ends(plan)
    for section in (ABOVE, MIDDLE, BELOW):
        own = [[spot for spot in layer if spot.section == section] for layer in plan.layers]
        if not any(own):
            continue
        tops[section] = row
        row += HEADED[section]
        end = row
        least = min(wish[spot.id] for layer in own for spot in layer)
        for layer in own:
            end = max(end, _place(layer, row, {spot.id: wish[spot.id] - least for spot in layer}, wish, far))
        row = end + GAP
    return tops


def _far_ends(plan: Plan) -> dict[int, Port]:
    """The other end of the leg that a port is of, by the port's identity."""
    found: dict[int, Port] = {}
    for legs in plan.legs.values():
        for leg in legs:
            found[id(leg.start)], found[id(leg.stop)] = leg.stop, leg.start
    return found


# -- where places would like to be -----------------------------------------------------------------------------------


def _wishes(plan: Plan) -> dict[str, float]:
    """A top row for every place, near what it is tied to, none over another; sections apart."""
    tied = _tied(plan)
    tops: dict[str, float] = {}
    for layer in plan.layers:
        rows = dict.fromkeys((ABOVE, MIDDLE, BELOW), 0.0)
        for spot in layer:
            tops[spot.id] = rows[spot.section]
            rows[spot.section] += spot.least + GAP
    for turn in range(ROUNDS):
        layers = plan.layers if turn % 2 == 0 else plan.layers[::-1]
        for layer in layers:
            for section in (ABOVE, MIDDLE, BELOW):
                _settle([spot for spot in layer if spot.section == section], tied, tops)
    return tops


def _tied(plan: Plan) -> dict[str, list[Spot]]:
    """What each place is tied to in its own section, a column away."""
    found: dict[str, list[Spot]] = defaultdict(list)
    for legs in plan.legs.values():
        for leg in legs:
            one, other = leg.start.spot, leg.stop.spot
            if one.layer != other.layer and one.section == other.section:
                found[one.id].append(other)
                found[other.id].append(one)
    return found


def _settle(spots: list[Spot], tied: dict[str, list[Spot]], tops: dict[str, float]) -> None:
    """Moves the places of one column as near to their wishes as their order allows (pool adjacent violators)."""
    blocks: list[list[float]] = []
    taken = 0.0
    offsets: list[float] = []
    for spot in spots:
        near = tied.get(spot.id, ())
        middle = (
            sum(tops[each.id] + each.least / 2 for each in near) / len(near)
            if near
            else tops[spot.id] + spot.least / 2
        )
        offsets.append(taken)
        blocks.append([middle - spot.least / 2 - taken, 1.0])
        taken += spot.least + (GAP if spot.box is not None else 0)
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            mean, weight = blocks.pop()
            blocks[-1] = [
                (blocks[-1][0] * blocks[-1][1] + mean * weight) / (blocks[-1][1] + weight),
                blocks[-1][1] + weight,
            ]
    settled = [mean for mean, weight in blocks for _ in range(int(weight))]
    for spot, offset, base in zip(spots, offsets, settled, strict=True):
        tops[spot.id] = base + offset


# -- where they come to be -------------------------------------------------------------------------------------------


def _place(
    layer: list[Spot], first: int, wish: dict[str, float], everywhere: dict[str, float], far: dict[int, Port]
) -> int:
    """Places one section of a column, from `first` on; the row after its last."""
    row = first
    number = {spot.id: place for place, spot in enumerate(layer)}
    for spot in layer:
        taken = _taken(spot, far)
        if spot.box is None:
            row = _pass(spot, max(row, first), first + round(wish[spot.id]), taken, far)
            continue
        spot.top = max(row, first + round(wish[spot.id]))
        spot.height = spot.least
        _enter(spot, taken, number, far)
        _leave(spot, number, everywhere, far)
        row = spot.top + spot.height + GAP
    return row


def _taken(spot: Spot, far: dict[int, Port]) -> set[int]:
    """Rows of the gutter on the left that lines come into from its other side."""
    found: set[int] = set()
    layer = spot.layer
    for port in far.values():
        if port.side == 1 and port.spot.layer == layer - 1 and port.row:
            found.add(port.row)
    return found


def _pass(spot: Spot, row: int, wish: int, taken: set[int], far: dict[int, Port]) -> int:
    """Gives a gap the row of the line that comes to it, where that is near, or the next that is free; the row after it."""
    near = far[id(spot.ports[-1][0])].row
    row = max(row, near if abs(near - wish) <= STRAIGHT else wish)
    while row in taken and row != near:
        row += 1
    spot.top = spot.ports[-1][0].row = spot.ports[1][0].row = row
    return row + 1


def _enter(spot: Spot, taken: set[int], number: dict[str, int], far: dict[int, Port]) -> None:
    """Gives the ports of the left side rows that no line uses from the other side; the box grows where it has to."""
    ports = sorted(spot.ports[-1], key=lambda port: _seat(port, number, far, None))
    row, last = spot.top + 1, spot.top + spot.height - 2
    for place, port in enumerate(ports):
        other = far[id(port)]
        left = len(ports) - place - 1
        if other.side == 1 and row <= other.row <= last - left:
            row = other.row
        while row in taken and not (other.side == 1 and row == other.row):
            row += 1
        port.row = row
        row += 1
    spot.height = max(spot.height, row - spot.top + 1)


def _leave(spot: Spot, number: dict[str, int], wish: dict[str, float], far: dict[int, Port]) -> None:
    """Spreads the ports of the right side over the box."""
    ports = sorted(spot.ports[1], key=lambda port: _seat(port, number, far, wish))
    room = spot.height - 2
    for place, port in enumerate(ports):
        port.row = spot.top + 1 + (2 * place + 1) * room // (2 * len(ports))


def _seat(
    port: Port, number: dict[str, int], far: dict[int, Port], wish: dict[str, float] | None
) -> tuple[float, float]:
    """Where a port belongs among those of its side: by what is at the other end, upward first."""
    other = far[id(port)]
    if other.spot.layer == port.spot.layer:
        own, there = _height(port.spot, number), _height(other.spot, number)
        return (-1, -there) if there < own else (1, -there)
    if wish is None:
        return 0, other.row
    return 0, other.spot.section * 10_000 + wish[other.spot.id]


def _height(spot: Spot, number: dict[str, int]) -> float:
    return number.get(spot.id, -1 if spot.section == ABOVE else 1000)
