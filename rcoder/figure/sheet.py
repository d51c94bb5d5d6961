"""The finished layout: every box, line, badge and heading with its place, ready to be drawn."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from rcoder.domain.theory import Box, ChangeTheory
from rcoder.domain.words import Column
from rcoder.figure import lanes
from rcoder.figure.badges import badge_lines, badge_size, head_depth, tag_width
from rcoder.figure.bands import place_band
from rcoder.figure.columns import Slot
from rcoder.figure.measures import BOX_WIDTH, GUTTER, HEADING, LABEL, MARGIN, PANEL, SUBHEADING
from rcoder.figure.order import SHAKES, put_in_order
from rcoder.figure.paper import sheet_for
from rcoder.figure.parts import Leg, Plan, Port, Tie
from rcoder.figure.placed import Name, PlacedBox, PlacedTie, Point, Rect, Sheet
from rcoder.figure.plan import furnish, lettering, make_plan, stand_upright, tags
from rcoder.figure.rows import set_heights

MOST_STEPS = 8
"""How often tall columns are divided further at the most."""
PATIENCE = 1
"""How many divisions are tried beyond the best so far."""
WORTH = 1.06
"""How much larger words must become for a column to be divided."""
ENOUGH = 8.0
"""Points from which words are large enough, and crossings decide."""
KEPT = 24
"""Sheets that are kept: those of a study with its cuts, drawn for several files or asked for again."""
FEW, SEEDS = 36, 4
"""With so few arrows the order is looked for from several seeds, and the drawing with the fewest crossings is taken."""
TOWER = 1.8
"""Boxes of a column that come to so many times the width of all columns are a tower."""
QUICK = 8
"""Shakes in ordering while divisions are compared."""


@dataclass(slots=True)
class _Frame:
    """Where gutters and columns begin."""

    gutters: list[float]
    columns: list[float]
    right: float
    top: float = 0.0


def _frame(plan: Plan) -> _Frame:
    """Lanes into gutters, gutters between columns."""
    frame = _Frame([], [], 0.0)
    at = MARGIN
    for gutter in range(len(plan.slots) + 1):
        legs = [leg for tie in plan.ties for leg in tie.legs if leg.gutter == gutter]
        width = lanes.place(legs)
        frame.gutters.append(at)
        inner = 0 < gutter < len(plan.slots)
        room = max(width, GUTTER) if inner else width
        for leg in legs:
            if leg.lane is not None:
                leg.lane += at + (room - width) / 2
        at += room
        if gutter < len(plan.slots):
            frame.columns.append(at)
            at += BOX_WIDTH
    frame.right = at + MARGIN
    return frame


def _outward(port: Port, edge: Point, depth: float) -> Point:
    if port.upright:
        return (edge[0], edge[1] + port.side * depth)
    return (edge[0] + port.side * depth, edge[1])


def _edge(plan: Plan, frame: _Frame, port: Port) -> Point:
    """Where a port stands on its box's border."""
    banded = plan.banded.get(port.owner)
    if banded:
        return (port.along, banded.top + (banded.height if port.side > 0 else 0.0))
    cell = plan.cells[port.owner]
    left = frame.columns[cell.layer]
    if port.upright:
        return (left + port.along, frame.top + cell.top + (cell.height if port.side > 0 else 0.0))
    return (left + (BOX_WIDTH if port.side > 0 else 0.0), frame.top + port.along)


def _lane_points(frame: _Frame, leg: Leg) -> list[Point]:
    if leg.lane is None:
        return []
    return [(leg.lane, frame.top + end.at) for end in (leg.start, leg.stop) if end.anchor is not None]


def _hop_points(hop: Leg) -> list[Point]:
    if hop.lane is None:
        return []
    return [(hop.start.at, hop.lane), (hop.stop.at, hop.lane)]


def _points(plan: Plan, frame: _Frame, tie: Tie) -> tuple[Point, ...]:
    if tie.start is None or tie.stop is None:
        return ()
    points = [_edge(plan, frame, tie.start)]
    hops = list(tie.hops)
    if hops and hops[0].start.anchor is tie.start:
        points += _hop_points(hops.pop(0))
    for leg in tie.legs:
        points += _lane_points(frame, leg)
    for hop in hops:
        points += _hop_points(hop)
    points.append(_edge(plan, frame, tie.stop))
    return _simple(points)


def _simple(points: list[Point]) -> tuple[Point, ...]:
    """Without doubled points and points on the way."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and (
            kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]
        ):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _placed(
    plan: Plan, frame: _Frame, tie: Tie, theory: ChangeTheory, known: dict[str, Box]
) -> PlacedTie | None:
    if tie.start is None or tie.stop is None:
        return None
    points = _points(plan, frame, tie)
    lines = badge_lines(tie.arrow, theory)
    width, height = badge_size(lines)
    first, last = tags(tie, theory, known)
    upright = tie.start.upright
    badge = None
    reach = 5.0
    if lines:
        span = height if upright else width
        middle = _outward(tie.start, points[0], reach + span / 2)
        badge = Rect(middle[0] - width / 2, middle[1] - height / 2, width, height)
        reach += span + 3
    names = []
    if first:
        half = 5.0 if upright else tag_width(first) / 2
        names.append(Name(first, _outward(tie.start, points[0], reach + half)))
    if last:
        half = 6.0 if tie.stop.upright else tag_width(last) / 2
        names.append(Name(last, _outward(tie.stop, points[-1], head_depth(tie.arrow) + half)))
    return PlacedTie(tie, points, badge, lines, tuple(names))


@lru_cache(maxsize=KEPT)
def lay_out(theory: ChangeTheory, language: str = "da") -> Sheet:
    """Place everything of a theory; the same theory always lands the same way, and is placed once for several files.

    Of several ways to divide tall columns, the one is taken whose words become largest on a page; where they are large
    enough in several, the one with the fewest crossings.
    """
    steps = _divisions(theory, language)
    seeds = SEEDS if len(theory.arrows) <= FEW else 1
    sheets = [
        _placed_whole(make_plan(theory, language, steps), theory, language, (SHAKES, seed))
        for seed in range(seeds)
    ]
    return min(sheets, key=crossings) if seeds > 1 else sheets[0]


def crossings(sheet: Sheet) -> int:
    """How often arrows cross as they are drawn: pieces of two arrows, each pair once."""
    level: list[tuple[float, float, float, int]] = []
    upright: list[tuple[float, float, float, int]] = []
    for number, placed in enumerate(sheet.ties):
        for (x1, y1), (x2, y2) in pairwise(placed.points):
            if y1 == y2:
                level.append((y1, min(x1, x2), max(x1, x2), number))
            else:
                upright.append((x1, min(y1, y2), max(y1, y2), number))
    level.sort()
    heights = [each[0] for each in level]
    return sum(
        left < x < right and other != number
        for x, top, foot, number in upright
        for _, left, right, other in level[bisect_right(heights, top) : bisect_left(heights, foot)]
    )


def _divisions(theory: ChangeTheory, language: str) -> int:
    """How often tall columns are divided for the largest words on A4."""
    best, chosen, worse = (0.0, 0), 0, 0
    for steps in range(MOST_STEPS):
        plan = make_plan(theory, language, steps)
        if steps + 1 < MOST_STEPS and _tower(plan):
            continue
        sheet = _placed_whole(plan, theory, language, (QUICK, 0))
        points = LABEL * sheet_for(sheet.width, sheet.height).points
        found = (min(points, ENOUGH), -crossings(sheet) if points >= ENOUGH else 0)
        if found[0] > best[0] * WORTH or (found[0] == ENOUGH and found > best):
            best, chosen, worse = found, steps, 0
        else:
            worse += 1
        if worse > PATIENCE or best == (ENOUGH, 0):
            break
    return chosen


def _tower(plan: Plan) -> bool:
    """Whether a sheet would be so much taller than wide that dividing its tallest column is sure to help."""
    tall = max((sum(cell.height for cell in layer if cell.box) for layer in plan.layers), default=0.0)
    return tall > TOWER * len(plan.slots) * BOX_WIDTH


def _placed_whole(plan: Plan, theory: ChangeTheory, language: str, much: tuple[int, int]) -> Sheet:
    """`much` is how often the order is shaken, and the seed of it."""
    put_in_order(plan, *much)
    stand_upright(plan)
    furnish(plan, theory)
    set_heights(plan)
    frame = _frame(plan)
    depth = max((cell.top + cell.height for cell in plan.cells.values()), default=0.0)
    above = place_band(plan, -1, (frame.gutters[0], frame.right), language)
    halved = any(slot.half for slot in plan.slots)
    frame.top = above + (HEADING if plan.slots else 0.0) + (SUBHEADING if halved else 0.0)
    foot = frame.top + depth + (14.0 if plan.slots else 0.0)
    below = place_band(plan, 1, (frame.gutters[0], frame.right), language, top=foot)
    return _sheet(plan, frame, theory, (above, foot, below))


def _sheet(plan: Plan, frame: _Frame, theory: ChangeTheory, heights: tuple[float, float, float]) -> Sheet:
    above, foot, below = heights
    known = {box.id: box for box in theory.boxes}
    boxes = [*_in_columns(plan, frame), *_in_bands(plan)]
    ties = [placed for tie in plan.ties if (placed := _placed(plan, frame, tie, theory, known))]
    columns = _panels(plan, frame, above, foot)
    headings = [
        (slot.column, Rect(x, above, width, HEADING)) for slot, x, width in _spans(plan, frame, halves=False)
    ]
    halves = [
        (slot.half, Rect(x, above + HEADING, width, SUBHEADING))
        for slot, x, width in _spans(plan, frame, halves=True)
        if slot.half
    ]
    left = min([rect.rect.x for rect in boxes], default=MARGIN) - MARGIN
    right = max([frame.right - MARGIN, *(rect.rect.right for rect in boxes)]) + MARGIN
    bands = [(band, _band(plan, boxes, band)) for band in (-1, 1)]
    shift = -min(left, 0.0)
    return Sheet(
        right + shift,
        below,
        tuple((column, rect.moved(shift, 0)) for column, rect in columns),
        tuple((band, rect.moved(shift, 0)) for band, rect in bands if rect.width),
        tuple(replace(each, rect=each.rect.moved(shift, 0)) for each in boxes),
        tuple(_moved(each, shift) for each in ties),
        tuple((column, rect.moved(shift, 0)) for column, rect in headings),
        tuple((half, rect.moved(shift, 0)) for half, rect in halves),
    )


def _in_columns(plan: Plan, frame: _Frame) -> list[PlacedBox]:
    return [
        PlacedBox(
            cell.box,
            Rect(frame.columns[cell.layer], frame.top + cell.top, BOX_WIDTH, cell.height),
            cell.lines,
            cell.id,
            cell.copy,
            lettering(cell.box),
        )
        for layer in plan.layers
        for cell in layer
        if cell.box is not None
    ]


def _in_bands(plan: Plan) -> list[PlacedBox]:
    return [
        PlacedBox(
            each.box, Rect(each.left, each.top, each.width, each.height), each.lines, each.id, each.copy
        )
        for band in (-1, 1)
        for each in plan.bands[band]
    ]


def _band(plan: Plan, boxes: list[PlacedBox], band: int) -> Rect:
    """The room that the boxes of a band take; a copy of one of them that stands in a column is not of it."""
    own = {each.id for each in plan.bands[band]}
    return _hull([each.rect for each in boxes if each.name in own])


def _spans(plan: Plan, frame: _Frame, *, halves: bool) -> list[tuple[Slot, float, float]]:
    """Each column, or each half, with its left edge and its width over all its parts."""
    found: dict[tuple[object, ...], tuple[Slot, float, float]] = {}
    for slot, x in zip(plan.slots, frame.columns, strict=True):
        first, left, _ = found.setdefault((slot.column, slot.half if halves else None), (slot, x, 0.0))
        found[slot.column, slot.half if halves else None] = first, left, x + BOX_WIDTH - left
    return list(found.values())


def _panels(plan: Plan, frame: _Frame, top: float, foot: float) -> list[tuple[Column, Rect]]:
    """The ground of each column, behind all its parts."""
    lefts: dict[Column, float] = {}
    rights: dict[Column, float] = {}
    for slot, x in zip(plan.slots, frame.columns, strict=True):
        lefts.setdefault(slot.column, x - PANEL)
        rights[slot.column] = x + BOX_WIDTH + PANEL
    return [(column, Rect(x, top, rights[column] - x, foot - top)) for column, x in lefts.items()]


def _hull(rects: list[Rect]) -> Rect:
    if not rects:
        return Rect(0, 0, 0, 0)
    x, y = min(rect.x for rect in rects), min(rect.y for rect in rects)
    return Rect(x, y, max(rect.right for rect in rects) - x, max(rect.bottom for rect in rects) - y)


def _moved(placed: PlacedTie, across: float) -> PlacedTie:
    if not across:
        return placed
    return PlacedTie(
        placed.tie,
        tuple((x + across, y) for x, y in placed.points),
        placed.badge.moved(across, 0) if placed.badge else None,
        placed.badge_lines,
        tuple(Name(name.text, (name.at[0] + across, name.at[1])) for name in placed.names),
    )
