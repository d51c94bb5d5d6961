"""Heights: where cells stand in their columns and ports on their boxes, so that arrows bend little."""

from __future__ import annotations

from itertools import accumulate, pairwise

from rcoder.figure.measures import BESIDE_PASS, BETWEEN_BOXES, CLEAR, PASS, STRAIGHT
from rcoder.figure.parts import Cell, End, Plan, Port
from rcoder.figure.ports import (
    align_ports,
    port_ends,
    settle,
    side_length,
    sides,
    sort_ports,
    spread_ports,
    straighten,
    unlock,
)

ROUNDS = 24
SPARE = 1.04
"""How much taller than its tallest column the sheet may be."""
SHAFT = 9.0
"""What is seen of the line of an arrow straight between two boxes, at the least."""
JOINED = 2.0
"""How much a cell wishes to stand close to the one its arrow goes straight to."""
NUDGE = 14.0
"""How far a cell is moved to straighten an arrow."""


def _gap(plan: Plan, above: Cell, below: Cell) -> float:
    boxes = (above.box is not None) + (below.box is not None)
    between = max((PASS, BESIDE_PASS, BETWEEN_BOXES)[boxes], _joint(plan, above, below))
    return between + sum(cell.height / 2 for cell in (above, below) if cell.box)


def _joint(plan: Plan, above: Cell, below: Cell) -> float:
    """The length that the arrows straight between two boxes need."""
    ends = [(tie.start, tie.stop) for tie in plan.joins.get((above.id, below.id), ())]
    return max((start.depth + stop.depth + SHAFT for start, stop in ends if start and stop), default=0.0)


def _grow(plan: Plan) -> None:
    for layer in plan.layers:
        for cell in layer:
            for ports in sides(cell):
                cell.height = max(cell.height, side_length(ports))


def _stack(plan: Plan) -> None:
    for layer in plan.layers:
        at = 0.0
        for number, cell in enumerate(layer):
            at += _gap(plan, layer[number - 1], cell) if number else 0.0
            cell.middle = at
        for cell in layer:
            cell.middle -= at / 2
            spread_ports(cell)


def _wish(cell: Cell, links: dict[str, list[tuple[Port | Cell, End]]]) -> tuple[float, float]:
    """Where a cell would like to stand, and how much: level with what it is tied to."""
    total = weight = 0.0
    for own, other in links.get(cell.id, ()):
        heavy = 4.0 if cell.box is None else (2.0 if isinstance(other.anchor, Cell) else 1.0)
        total += heavy * (other.at - (own.along - cell.middle))
        weight += heavy
    return (total / weight, weight) if weight else (cell.middle, 0.05)


def _links(plan: Plan) -> dict[str, list[tuple[Port | Cell, End]]]:
    links: dict[str, list[tuple[Port | Cell, End]]] = {}
    for tie in plan.ties:
        for leg in tie.legs:
            for own, other in ((leg.start, leg.stop), (leg.stop, leg.start)):
                if own.anchor is not None and other.anchor is not None and own.side != other.side:
                    name = own.anchor.id if isinstance(own.anchor, Cell) else own.anchor.owner
                    links.setdefault(name, []).append((own.anchor, other))
    return links


def _relax(
    plan: Plan, layer: list[Cell], links: dict[str, list[tuple[Port | Cell, End]]], room: float
) -> None:
    wishes = [_wish(cell, links) for cell in layer]
    for number, (above, below) in enumerate(pairwise(layer)):
        if (above.id, below.id) in plan.joins:
            apart = _gap(plan, above, below)
            wishes[number] = _drawn(wishes[number], below.middle - apart)
            wishes[number + 1] = _drawn(wishes[number + 1], above.middle + apart)
    gaps = [_gap(plan, one, other) for one, other in pairwise(layer)]
    places = settle([wish for wish, _ in wishes], [weight for _, weight in wishes], gaps)
    places = _within(places, gaps, (layer[0].height / 2 - room, room - layer[-1].height / 2)) if layer else []
    for cell, place in zip(layer, places, strict=True):
        for port in cell.ports:
            port.along += place - cell.middle
        cell.middle = place


def _within(places: list[float], gaps: list[float], bounds: tuple[float, float]) -> list[float]:
    """Places moved inside `bounds`, in order and with their gaps."""
    before = [0.0, *accumulate(gaps)]
    return [
        min(max(place, bounds[0] + start), max(bounds[1] - (before[-1] - start), bounds[0] + start))
        for place, start in zip(places, before, strict=True)
    ]


def _tallest(plan: Plan) -> float:
    """Half the height of the sheet: that of the tallest column, and a little to move in."""
    tall = [
        sum(_gap(plan, one, other) for one, other in pairwise(layer))
        + (layer[0].height + layer[-1].height) / 2
        for layer in plan.layers
        if layer
    ]
    return SPARE * max(tall, default=0.0) / 2


def _drawn(wish: tuple[float, float], at: float) -> tuple[float, float]:
    """A wish with that of standing close to a neighbour added."""
    place, weight = wish
    return ((place * weight + at * JOINED) / (weight + JOINED), weight + JOINED)


def _round(plan: Plan) -> None:
    for cell in plan.cells.values():
        cell.middle = round(cell.middle * 2) / 2
        for port in cell.ports:
            port.along = round(port.along * 2) / 2


def set_heights(plan: Plan) -> None:
    """Give every cell its middle and every port in a column its height, from 0 at the top of the highest box."""
    _grow(plan)
    _stack(plan)
    room = _tallest(plan)
    for number in range(ROUNDS):
        sort_ports(plan)
        if number < ROUNDS // 2:
            for layer in plan.layers:
                for cell in layer:
                    spread_ports(cell)
        else:
            align_ports(plan, port_ends(plan))
        links = _links(plan)
        for layer in plan.layers if number % 2 == 0 else reversed(plan.layers):
            _relax(plan, layer, links, room)
    _finish(plan)


def _finish(plan: Plan) -> None:
    sort_ports(plan)
    for cell in plan.cells.values():
        cell.height = round(cell.height / 2) * 2 + 2 if cell.box else cell.height
        spread_ports(cell)
    align_ports(plan, port_ends(plan))
    _round(plan)
    for _ in range(3):
        straighten(plan)
        _nudge_cells(plan)
    unlock(plan)
    _part_passes(plan)
    unlock(plan)
    top = min((cell.top for cell in plan.cells.values()), default=0.0)
    for cell in plan.cells.values():
        cell.middle -= top
        for port in cell.ports:
            port.along -= top


def _nudge_cells(plan: Plan) -> None:
    """Move whole cells a little where that takes out more bends than it makes."""
    links = _links(plan)
    for layer in plan.layers:
        for place, cell in enumerate(layer):
            tied = links.get(cell.id, [])
            offs = sorted(
                {other.at - own.along for own, other in tied if 0 < abs(other.at - own.along) <= NUDGE},
                key=abs,
            )
            for off in offs:
                if _bends(tied, off) < _bends(tied, 0.0) and _may_move(plan, layer, place, off):
                    cell.middle += off
                    for port in cell.ports:
                        port.along += off
                    break


def _bends(tied: list[tuple[Port | Cell, End]], off: float) -> float:
    """What the bends of a cell's arrows come to if it moves by `off`: small ones look worst."""
    apart = [abs(other.at - own.along - off) for own, other in tied]
    return sum(0.0 if gap < 0.01 else (2.0 if gap < STRAIGHT + 3 else 1.0) for gap in apart)


def _may_move(plan: Plan, layer: list[Cell], place: int, off: float) -> bool:
    cell = layer[place]
    above = (
        place == 0 or cell.middle + off - layer[place - 1].middle >= _gap(plan, layer[place - 1], cell) - 0.01
    )
    last = place == len(layer) - 1
    return above and (
        last or layer[place + 1].middle - cell.middle - off >= _gap(plan, cell, layer[place + 1]) - 0.01
    )


def _part_passes(plan: Plan) -> None:
    """Move passing arrows off the heights at which others come towards them from across a gutter."""
    met: dict[tuple[int, int], list[tuple[str, End]]] = {}
    for tie in plan.ties:
        for leg in tie.legs:
            for end in (leg.start, leg.stop):
                met.setdefault((leg.gutter, end.side), []).append((tie.id, end))
    for number, layer in enumerate(plan.layers):
        across = met.get((number, -1), []) + met.get((number + 1, 1), [])
        for place, cell in enumerate(layer):
            if cell.box is None:
                mine = cell.id.split("@")[0]
                _move_off(plan, layer, place, [end.at for tie, end in across if tie != mine])


def _move_off(plan: Plan, layer: list[Cell], place: int, others: list[float]) -> None:
    cell = layer[place]
    for off in (0.0, *(sign * 0.5 * size for size in range(1, 33) for sign in (1, -1))):
        clear = all(abs(cell.middle + off - other) >= CLEAR for other in others)
        if clear and (not off or _may_move(plan, layer, place, off)):
            cell.middle += off
            return
