"""The finished layout: every box, line, badge and heading with its place, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass

from rcoder.domain.theory import Box, ChangeTheory
from rcoder.figure import lanes
from rcoder.figure.badges import badge_lines, badge_size, head_depth, tag_width
from rcoder.figure.bands import place_band
from rcoder.figure.measures import BOX_WIDTH, HEADING, LANE, MARGIN
from rcoder.figure.order import put_in_order
from rcoder.figure.parts import Leg, Plan, Port, Tie
from rcoder.figure.plan import make_plan, tags
from rcoder.figure.rows import set_heights

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.y + self.height

    def moved(self, across: float, down: float) -> Rect:
        """The same rectangle elsewhere."""
        return Rect(self.x + across, self.y + down, self.width, self.height)


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box with its lines of label."""

    box: Box
    rect: Rect
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """The key of an arrow's far end, written on its line; `at` is its middle."""

    text: str
    at: Point


@dataclass(frozen=True, slots=True)
class PlacedTie:
    """An arrow (or a membership's line) as points from border to border, with what it carries."""

    tie: Tie
    points: tuple[Point, ...]
    badge: Rect | None = None
    badge_lines: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The drawing without its head and legend; (0, 0) is its upper left corner."""

    width: float
    height: float
    columns: tuple[tuple[str, Rect], ...]
    """Each column's key and the panel behind it, its heading within the first HEADING pixels."""
    bands: tuple[tuple[int, Rect], ...]
    boxes: tuple[PlacedBox, ...]
    ties: tuple[PlacedTie, ...]


@dataclass(slots=True)
class _Frame:
    """Where gutters and columns begin."""

    gutters: list[float]
    columns: list[float]
    right: float
    top: float = 0.0


def _depth(legs: list[Leg], side: int) -> float:
    ports = [end.anchor for leg in legs for end in (leg.start, leg.stop) if end.side == side]
    return max((port.depth for port in ports if isinstance(port, Port)), default=0.0)


def _frame(plan: Plan) -> _Frame:
    """Lanes into gutters, gutters between columns."""
    frame = _Frame([], [], 0.0)
    at = MARGIN
    for gutter in range(len(plan.columns) + 1):
        legs = [leg for tie in plan.ties for leg in tie.legs if leg.gutter == gutter]
        count = lanes.assign(legs)
        low, high = _depth(legs, -1), _depth(legs, 1)
        frame.gutters.append(at)
        lanes.spread(legs, at + low + 5)
        inner = 0 < gutter < len(plan.columns)
        width = low + high + count * LANE + 10 if legs else 0.0
        at += max(width, 36.0) if inner else width
        if gutter < len(plan.columns):
            frame.columns.append(at)
            at += BOX_WIDTH
    frame.right = at + MARGIN
    return frame


def _outward(plan: Plan, port: Port, edge: Point, depth: float) -> Point:
    if port.owner in plan.banded:
        return (edge[0], edge[1] + port.side * depth)
    return (edge[0] + port.side * depth, edge[1])


def _edge(plan: Plan, frame: _Frame, port: Port) -> Point:
    """Where a port stands on its box's border."""
    banded = plan.banded.get(port.owner)
    if banded:
        return (port.along, banded.top + (banded.height if port.side > 0 else 0.0))
    left = frame.columns[plan.cells[port.owner].layer]
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
    upright = tie.start.owner in plan.banded
    badge = None
    reach = 5.0
    if lines:
        span = height if upright else width
        middle = _outward(plan, tie.start, points[0], reach + span / 2)
        badge = Rect(middle[0] - width / 2, middle[1] - height / 2, width, height)
        reach += span + 3
    names = []
    if first:
        half = 5.0 if upright else tag_width(first) / 2
        names.append(Name(first, _outward(plan, tie.start, points[0], reach + half)))
    if last:
        half = 6.0 if tie.stop.owner in plan.banded else tag_width(last) / 2
        names.append(Name(last, _outward(plan, tie.stop, points[-1], head_depth(tie.arrow) + half)))
    return PlacedTie(tie, points, badge, lines, tuple(names))


def lay_out(theory: ChangeTheory, language: str = "da") -> Sheet:
    """Place everything of a theory; the same theory always lands the same way."""
    plan = make_plan(theory, language)
    put_in_order(plan)
    set_heights(plan)
    frame = _frame(plan)
    depth = max((cell.top + cell.height for cell in plan.cells.values()), default=0.0)
    above = place_band(plan, -1, (frame.gutters[0], frame.right), language)
    frame.top = above + (HEADING if plan.columns else 0.0)
    foot = frame.top + depth + (14.0 if plan.columns else 0.0)
    below = place_band(plan, 1, (frame.gutters[0], frame.right), language, top=foot)
    return _sheet(plan, frame, theory, (above, foot, below))


def _sheet(plan: Plan, frame: _Frame, theory: ChangeTheory, heights: tuple[float, float, float]) -> Sheet:
    above, foot, below = heights
    known = {box.id: box for box in theory.boxes}
    boxes = [
        PlacedBox(
            cell.box,
            Rect(frame.columns[cell.layer], frame.top + cell.top, BOX_WIDTH, cell.height),
            cell.lines,
        )
        for layer in plan.layers
        for cell in layer
        if cell.box is not None
    ]
    boxes += [
        PlacedBox(banded.box, Rect(banded.left, banded.top, banded.width, banded.height), banded.lines)
        for band in (-1, 1)
        for banded in plan.bands[band]
    ]
    ties = [placed for tie in plan.ties if (placed := _placed(plan, frame, tie, theory, known))]
    columns = [
        (column, Rect(x - 7, above, BOX_WIDTH + 14, foot - above))
        for column, x in zip(plan.columns, frame.columns, strict=True)
    ]
    left = min([rect.rect.x for rect in boxes], default=MARGIN) - MARGIN
    right = max([frame.right - MARGIN, *(rect.rect.right for rect in boxes)]) + MARGIN
    spans = [
        (
            band,
            _hull(
                [
                    each.rect
                    for each in boxes
                    if each.box.id in plan.banded and plan.banded[each.box.id].band == band
                ]
            ),
        )
        for band in (-1, 1)
    ]
    shift = -min(left, 0.0)
    return Sheet(
        right + shift,
        below,
        tuple((column, rect.moved(shift, 0)) for column, rect in columns),
        tuple((band, rect.moved(shift, 0)) for band, rect in spans if rect.width),
        tuple(PlacedBox(each.box, each.rect.moved(shift, 0), each.lines) for each in boxes),
        tuple(_moved(each, shift) for each in ties),
    )


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
