"""Ports: in what order arrows stand along a box's side, and how high, so that they cross and bend little."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rcoder.figure.measures import CLEAR, PORT_MARGIN, STRAIGHT
from rcoder.figure.parts import Cell, End, Leg, Plan, Port

GIVE = 2.9
"""How much of its neighbours' spare room a port may take to stand level with its far end."""
SLACK = 3.0
"""Room to spare between the ports of a side, so that they can move level with their far ends."""


def settle(wishes: Sequence[float], weights: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """Places as near to `wishes` as can be (weighted least squares), each at least its gap after the one before.

    `gaps` has one entry less than `wishes`. Pool adjacent violators.
    """
    offsets = [0.0]
    for gap in gaps:
        offsets.append(offsets[-1] + gap)
    blocks: list[tuple[float, float, int]] = []
    for wish, weight, offset in zip(wishes, weights, offsets, strict=False):
        mean, heavy, count = wish - offset, weight, 1
        while blocks and blocks[-1][0] > mean:
            before, load, many = blocks.pop()
            mean = (before * load + mean * heavy) / (load + heavy)
            heavy, count = heavy + load, count + many
        blocks.append((mean, heavy, count))
    places: list[float] = []
    for mean, _, count in blocks:
        places += [mean] * count
    return [place + offset for place, offset in zip(places, offsets, strict=False)]


@dataclass(slots=True)
class _Partner:
    """What an end of a leg is tied to at the other end, and how that end's port is sorted."""

    rank: int
    at: float
    turn: int


def _partner(own: End, other: End) -> _Partner:
    """Arcs within the column leave outermost, then what goes to the bands, then all others by height."""
    if other.side == own.side:
        above = other.at < own.at
        return _Partner(-2 if above else 2, other.at, -1)
    if other.anchor is None:
        return _Partner(-1 if other.out < 0 else 1, other.out, 1)
    return _Partner(0, other.at, 1)


def port_ends(plan: Plan) -> dict[int, tuple[End, End]]:
    """Each port or passing cell's ends, by identity: its own end and the one across the gutter."""
    found: dict[int, tuple[End, End]] = {}
    for tie in plan.ties:
        for leg in tie.legs:
            for own, other in ((leg.start, leg.stop), (leg.stop, leg.start)):
                if isinstance(own.anchor, Port):
                    found[id(own.anchor)] = (own, other)
    return found


def sort_ports(plan: Plan) -> None:
    """Sort the ports of every box so that its arrows do not cross each other without need."""
    ends = port_ends(plan)

    def key(port: Port) -> tuple[float, ...]:
        own, other = ends[id(port)]
        partner = _partner(own, other)
        centre = plan.cells[port.owner].middle
        if abs(partner.rank) == 2:
            return (-2 if other.at < centre else 2, -other.at, 0)
        return (partner.rank, partner.at * partner.turn, 0)

    for layer in plan.layers:
        for cell in layer:
            keyed = [(key(port), number, port) for number, port in enumerate(cell.ports)]
            cell.ports = [port for _, _, port in sorted(keyed, key=lambda each: each[:2])]


def sides(cell: Cell) -> list[list[Port]]:
    """The ports of the left side and of the right, each in order; a side without ports is left out."""
    return [ports for side in (-1, 1) if (ports := [port for port in cell.ports if port.side == side])]


def side_length(ports: Sequence[Port]) -> float:
    """The least length of a box's side that holds these ports with what they carry."""
    inner = sum((one.room + other.room) / 2 + SLACK for one, other in pairwise(ports))
    return inner + SLACK + max(ports[0].room / 2, PORT_MARGIN) + max(ports[-1].room / 2, PORT_MARGIN)


def place_ports(ports: Sequence[Port], start: float, length: float, wishes: Sequence[float]) -> None:
    """Put ports on a side as near to `wishes` as their room allows, within the side."""
    gaps = [(one.room + other.room) / 2 for one, other in pairwise(ports)]
    before = [0.0]
    for gap in gaps:
        before.append(before[-1] + gap)
    low = start + max(ports[0].room / 2, PORT_MARGIN)
    high = start + length - max(ports[-1].room / 2, PORT_MARGIN)
    places = settle(wishes, [1.0] * len(ports), gaps)
    for number, port in enumerate(ports):
        first, last = low + before[number], high - (before[-1] - before[number])
        port.along = min(max(places[number], first), max(first, last))


def spread_ports(cell: Cell) -> None:
    """Ports evenly about the middle of their side: the start from which they are moved."""
    for ports in sides(cell):
        need = side_length(ports)
        slack = max(cell.height - need, 0.0) / (len(ports) + 1)
        at = cell.top
        for number, port in enumerate(ports):
            at += slack + (
                max(port.room / 2, PORT_MARGIN) if not number else (ports[number - 1].room + port.room) / 2
            )
            port.along = at


def align_ports(plan: Plan, ends: dict[int, tuple[End, End]]) -> None:
    """Move ports level with the far ends of their arrows where the side has room."""
    for layer in plan.layers:
        for cell in layer:
            for ports in sides(cell):
                wishes = [_port_wish(port, ends[id(port)]) for port in ports]
                place_ports(ports, cell.top, cell.height, wishes)


def _port_wish(port: Port, ends: tuple[End, End]) -> float:
    own, other = ends
    if other.anchor is None or other.side == own.side:
        return port.along
    return other.at


def straighten(plan: Plan) -> None:
    """Take out small bends: move an end level with the other where its neighbours leave room."""
    for tie in plan.ties:
        for leg in tie.legs:
            if leg.start.side * leg.stop.side != -1 or leg.start.at == leg.stop.at:
                continue
            if abs(leg.start.at - leg.stop.at) <= STRAIGHT:
                _ = _level(plan, leg.start, leg.stop) or _level(plan, leg.stop, leg.start)


def _level(plan: Plan, end: End, other: End) -> bool:
    port = end.anchor
    if not isinstance(port, Port) or not _free(plan, port, other.at):
        return False
    port.along = other.at
    return True


def _free(plan: Plan, port: Port, at: float) -> bool:
    """Whether a port may stand at that height of its side; the last few pixels may come out of its neighbours' room."""
    cell = plan.cells[port.owner]
    give = GIVE if abs(at - port.along) <= GIVE else 0.01
    margin = max(port.room / 2, PORT_MARGIN) - give
    others = [each for each in cell.ports if each.side == port.side and each is not port]
    inside = cell.top + margin <= at <= cell.top + cell.height - margin
    ordered = all((each.along < at) == (each.along < port.along) for each in others)
    return (
        inside
        and ordered
        and all(abs(each.along - at) >= (each.room + port.room) / 2 - give for each in others)
    )


def unlock(plan: Plan) -> None:
    """Move ports so that no two arrows come into a gutter from both sides at one height and seem to go on."""
    gutters: dict[int, list[tuple[Leg, End]]] = {}
    for tie in plan.ties:
        for leg in tie.legs:
            gutters.setdefault(leg.gutter, []).extend((leg, end) for end in (leg.start, leg.stop) if end.side)
    for gutter in sorted(gutters):
        for leg, end in gutters[gutter]:
            if isinstance(end.anchor, Port) and not leg.straight:
                _dodge(plan, end.anchor, _others(gutters[gutter], leg, end))


def _others(ends: list[tuple[Leg, End]], leg: Leg, own: End) -> list[float]:
    return [
        end.at
        for other, end in ends
        if other is not leg and (end.side != own.side or isinstance(end.anchor, Cell))
    ]


def _dodge(plan: Plan, port: Port, others: list[float]) -> None:
    for step in (0.0, *(sign * 0.5 * size for size in range(1, 25) for sign in (1, -1))):
        at = port.along + step
        if all(abs(at - other) >= CLEAR for other in others) and (not step or _free(plan, port, at)):
            port.along = at
            return
