"""The bands above and below the columns: where their boxes stand and how arrows reach them through a channel."""

from __future__ import annotations

from itertools import pairwise

from rcoder.figure import lanes
from rcoder.figure.measures import (
    BAND_NARROW,
    BAND_WIDTH,
    CLEAR,
    LABEL,
    LANE,
    MARGIN,
    MOST_LINES,
    PADDING,
    SMALL,
)
from rcoder.figure.parts import Banded, End, Leg, Plan, Port
from rcoder.figure.plan import box_height
from rcoder.figure.ports import place_ports, settle, side_length
from rcoder.figure.text import wrap

APART = 26.0
TITLE = 22.0
"""Height of a band's heading."""


def place_band(plan: Plan, band: int, room: tuple[float, float], language: str, *, top: float = 0.0) -> float:
    """Place a band's boxes, ports and channel; returns where what stands below it begins.

    `room` is where the first gutter begins and where the sheet ends. Boxes without an arrow stand in rows of their own,
    further out than the others.
    """
    boxes = plan.bands[band]
    if not boxes:
        return top
    tied = [banded for banded in boxes if banded.ports]
    loose = [banded for banded in boxes if not banded.ports]
    if band < 0:
        down = _rows(loose, room, language, top + TITLE) if loose else top
        return _tied_row(plan, tied, room, language, top=down) if tied else down + APART
    down = _tied_row(plan, tied, room, language, top=top) if tied else top + APART / 2
    return _rows(loose, room, language, down) + TITLE


def _rows(boxes: list[Banded], room: tuple[float, float], language: str, top: float) -> float:
    """Boxes side by side in rows as wide as the sheet; returns where they end."""
    span = room[1] - room[0] - MARGIN
    many = max(int((span + APART) // (BAND_NARROW + APART)), 1)
    rows = -(-len(boxes) // many)
    for number in range(rows):
        row = boxes[number * len(boxes) // rows : (number + 1) * len(boxes) // rows]
        _widths(row, span, language)
        height = max(banded.height for banded in row)
        left = room[0]
        for banded in row:
            banded.left, banded.top, banded.height = left, top, height
            left += banded.width + APART
        top += height + (APART / 2 if number + 1 < rows else 0)
    return top


def _tied_row(
    plan: Plan, boxes: list[Banded], room: tuple[float, float], language: str, *, top: float
) -> float:
    """The row of boxes that arrows come from or go to, with the channel these run in."""
    band = boxes[0].band
    hops = [hop for tie in plan.ties for hop in tie.hops if hop.gutter == band]
    _tie_lanes(plan, band)
    _widths(boxes, room[1] - 2 * MARGIN, language)
    _columns(boxes, hops, room)
    count = lanes.assign(hops)
    depth = max((port.depth for banded in boxes for port in banded.ports), default=0.0)
    channel = depth + count * LANE + 14
    height = max(banded.height for banded in boxes)
    for banded in boxes:
        banded.height = height
        banded.top = top + TITLE if band < 0 else top + channel
    lanes.spread(hops, top + TITLE + height + depth + 4 if band < 0 else top + 8)
    return top + channel + height + TITLE


def _tie_lanes(plan: Plan, band: int) -> None:
    """Tell each hop at which lane it meets the arrow's legs."""
    for tie in plan.ties:
        for hop in tie.hops:
            if hop.gutter != band or not tie.legs:
                continue
            first = hop.start.anchor is not None and hop.start.anchor is tie.start
            lane = tie.legs[0 if first else -1].lane
            (hop.stop if first else hop.start).out = 0.0 if lane is None else lane


def _widths(boxes: list[Banded], room: float, language: str) -> None:
    """As wide as the room allows, and as their ports ask for."""
    share = room / len(boxes) - APART
    for banded in boxes:
        need = side_length(banded.ports) if banded.ports else 0.0
        banded.width = max(min(BAND_WIDTH, max(share, BAND_NARROW)), need)
        banded.lines = wrap(
            banded.box.label.say(language), banded.width - 2 * PADDING, LABEL, most=MOST_LINES
        )
        banded.height = box_height(len(banded.lines))


def _ends(hops: list[Leg]) -> dict[int, tuple[End, End]]:
    return {
        id(own.anchor): (own, other)
        for hop in hops
        for own, other in ((hop.start, hop.stop), (hop.stop, hop.start))
        if isinstance(own.anchor, Port)
    }


def _columns(boxes: list[Banded], hops: list[Leg], room: tuple[float, float]) -> None:
    """Boxes near the lanes of their arrows, side by side, in the order of those lanes."""
    ends = _ends(hops)
    centres: dict[str, float] = {}
    for banded in boxes:
        lanes_met = [ends[id(port)][1].out for port in banded.ports if ends[id(port)][1].anchor is None]
        centres[banded.id] = sum(lanes_met) / len(lanes_met) if lanes_met else sum(room) / 2
    numbered = sorted(enumerate(boxes), key=lambda each: (centres[each[1].id], each[0]))
    boxes[:] = [banded for _, banded in numbered]
    gaps = [(one.width + other.width) / 2 + APART for one, other in pairwise(boxes)]
    wishes = [centres[banded.id] for banded in boxes]
    for banded, centre in zip(boxes, settle(wishes, [1.0] * len(boxes), gaps), strict=True):
        banded.left = round(centre - banded.width / 2)
        for port in banded.ports:
            port.along = centre
    _within(boxes, room)
    _ports(boxes, ends)


def _within(boxes: list[Banded], room: tuple[float, float]) -> None:
    """Keep the row inside the sheet as far as it goes."""
    low, high = room[0], room[1] - MARGIN
    for banded in boxes:
        banded.left = max(banded.left, low)
        low = banded.left + banded.width + APART
    for banded in reversed(boxes):
        banded.left = min(banded.left, high - banded.width)
        high = banded.left - APART


def _ports(boxes: list[Banded], ends: dict[int, tuple[End, End]]) -> None:
    for _ in range(2):
        for banded in boxes:
            for side in (-1, 1):
                ports = [port for port in banded.ports if port.side == side]
                if not ports:
                    continue
                far = [(ends[id(port)][1].at, number) for number, port in enumerate(ports)]
                ports = [ports[number] for _, number in sorted(far)]
                place_ports(ports, banded.left, banded.width, [ends[id(port)][1].at for port in ports])
    taken = [other.at for _, other in ends.values() if other.anchor is None]
    for banded in boxes:
        for port in banded.ports:
            _dodge(banded, port, [at for at in taken if at != ends[id(port)][1].at])


def _dodge(banded: Banded, port: Port, taken: list[float]) -> None:
    """Keep a port out of line with other arrows' lanes."""
    others = [(each.along, (each.room + port.room) / 2) for each in banded.ports if each is not port]
    for step in (0.0, *(sign * 0.5 * size for size in range(1, 40) for sign in (1, -1))):
        at = port.along + step
        inside = banded.left + SMALL <= at <= banded.left + banded.width - SMALL
        roomy = all(abs(at - along) >= apart - 0.1 for along, apart in others)
        if inside and roomy and all(abs(at - lane) >= CLEAR for lane in taken):
            port.along = at
            return
