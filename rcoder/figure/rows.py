"""Heights: where cells stand in their columns and ports on their boxes, so that arrows bend little."""

from __future__ import annotations

from itertools import pairwise

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
NUDGE = 14.0
"""How far a cell is moved to straighten an arrow."""


def _gap(above: Cell, below: Cell) -> float:
    boxes = (above.box is not None) + (below.box is not None)
    between = (PASS, BESIDE_PASS, BETWEEN_BOXES)[boxes]
    return between + sum(cell.height / 2 for cell in (above, below) if cell.box)


def _grow(plan: Plan) -> None:
    for layer in plan.layers:
        for cell in layer:
            for ports in sides(cell):
                cell.height = max(cell.height, side_length(ports))


def _stack(plan: Plan) -> None:
    for layer in plan.layers:
        at = 0.0
        for number, cell in enumerate(layer):
            at += _gap(layer[number - 1], cell) if number else 0.0
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


def _relax(layer: list[Cell], links: dict[str, list[tuple[Port | Cell, End]]]) -> None:
    wishes = [_wish(cell, links) for cell in layer]
    gaps = [_gap(one, other) for one, other in pairwise(layer)]
    places = settle([wish for wish, _ in wishes], [weight for _, weight in wishes], gaps)
    for cell, place in zip(layer, places, strict=True):
        for port in cell.ports:
            port.along += place - cell.middle
        cell.middle = place


def _round(plan: Plan) -> None:
    for cell in plan.cells.values():
        cell.middle = round(cell.middle * 2) / 2
        for port in cell.ports:
            port.along = round(port.along * 2) / 2


def set_heights(plan: Plan) -> None:
    """Give every cell its middle and every port in a column its height, from 0 at the top of the highest box."""
    _grow(plan)
    _stack(plan)
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
            _relax(layer, links)
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
                if _bends(tied, off) < _bends(tied, 0.0) and _may_move(layer, place, off):
                    cell.middle += off
                    for port in cell.ports:
                        port.along += off
                    break


def _bends(tied: list[tuple[Port | Cell, End]], off: float) -> float:
    """What the bends of a cell's arrows come to if it moves by `off`: small ones look worst."""
    apart = [abs(other.at - own.along - off) for own, other in tied]
    return sum(0.0 if gap < 0.01 else (2.0 if gap < STRAIGHT + 3 else 1.0) for gap in apart)


def _may_move(layer: list[Cell], place: int, off: float) -> bool:
    cell = layer[place]
    above = place == 0 or cell.middle + off - layer[place - 1].middle >= _gap(layer[place - 1], cell) - 0.01
    last = place == len(layer) - 1
    return above and (
        last or layer[place + 1].middle - cell.middle - off >= _gap(cell, layer[place + 1]) - 0.01
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
                _move_off(layer, place, [end.at for tie, end in across if tie != mine])


def _move_off(layer: list[Cell], place: int, others: list[float]) -> None:
    cell = layer[place]
    for off in (0.0, *(sign * 0.5 * size for size in range(1, 33) for sign in (1, -1))):
        clear = all(abs(cell.middle + off - other) >= CLEAR for other in others)
        if clear and (not off or _may_move(layer, place, off)):
            cell.middle += off
            return
