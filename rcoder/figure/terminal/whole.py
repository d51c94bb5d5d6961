"""The whole change theory in characters: columns, the context above, the negative paths below, arrows in between."""

from __future__ import annotations

from itertools import pairwise

from rcoder.domain.drawn import Area, Drawn, Ink
from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.terms import say
from rcoder.domain.theory import Arrow, Box, ChangeTheory
from rcoder.domain.words import Bilingual, Column, Kind, Stance
from rcoder.figure.terminal.canvas import Canvas
from rcoder.figure.terminal.glyphs import BACK, BACK_EVERY, BOX, NEW_BOX, head, ink_of, stroke_of
from rcoder.figure.terminal.labels import width, wrapped
from rcoder.figure.terminal.lanes import put_in_lanes
from rcoder.figure.terminal.order import put_in_order
from rcoder.figure.terminal.plan import ABOVE, BELOW, BOX_WIDTH, MIDDLE, Leg, Plan, Port, plan_of
from rcoder.figure.terminal.rows import put_in_rows
from rcoder.figure.text import label
from rcoder.figure.wording import NEW

MOST_BOXES = 300
"""More cannot be read as one drawing, and take seconds to lay out."""
CLOSE = 14
"""Lanes of a gutter beyond which they stand side by side."""
TOO_MANY = Bilingual(
    "{boxes} bokse og {arrows} pile kan ikke læses som én tegning: vælg en miniteori, afgræns, eller gå fra boks til boks.",
    "{boxes} boxes and {arrows} arrows cannot be read as one drawing: choose a mini theory, filter, or go from box to box.",
)
_INKS: dict[Kind | None, Ink] = {
    Kind.CONTEXT: Ink.CONTEXT,
    Kind.RESOURCE: Ink.RESOURCE,
    Kind.REASONING: Ink.REASONING,
    Kind.OUTCOME: Ink.OUTCOME,
}
_KINDS: dict[Column, Kind] = {
    Column.CONTEXT: Kind.CONTEXT,
    Column.MECHANISM: Kind.REASONING,
    Column.SHORT: Kind.OUTCOME,
    Column.MEDIUM: Kind.OUTCOME,
    Column.LONG: Kind.OUTCOME,
}


def draw_whole(theory: ChangeTheory, *, labels: str, words: str) -> Drawn:
    """The drawing; `labels` is the language of the boxes, `words` that of everything else. Too many boxes are refused."""
    if len(theory.boxes) > MOST_BOXES:
        told = TOO_MANY.say(words).format(boxes=len(theory.boxes), arrows=len(theory.arrows))
        return Drawn(refused=told)
    plan = plan_of(theory, labels)
    put_in_order(plan)
    tops = put_in_rows(plan)
    return _Sheet(plan, put_in_lanes(plan)).drawn(tops, words)


def box_ink(box: Box) -> Ink:
    """The ink of a box: its kind's, as everywhere in the program."""
    return _INKS.get(box.half or _KINDS.get(box.column), Ink.CORE)


def box_title(box: Box, words: str) -> str:
    """What stands in the edge of a box: its key, or that it is new."""
    return NEW.say(words) if box.new else label(box.key)


def counts(arrow: Arrow | None) -> str:
    """The passages on an arrow, for and against and refining: "●5○1"; "" where there is nothing to count yet."""
    if arrow is None or not arrow.state.counts:
        return ""
    against = f"{STANCE_SIGNS[Stance.CONTRADICTS]}{arrow.contradicts.passages}"
    refining = f"{STANCE_SIGNS[Stance.REFINES]}{arrow.refines.passages}"
    return "".join(
        (
            f"{STANCE_SIGNS[Stance.SUPPORTS]}{arrow.supports.passages}",
            against if arrow.contradicts.passages else "",
            refining if arrow.refines.passages else "",
        )
    )


class _Sheet:
    """Where everything comes to stand, and the drawing of it."""

    def __init__(self, plan: Plan, lanes: list[int]) -> None:
        self.plan = plan
        self.canvas = Canvas()
        self.left: list[int] = []
        """First cell of each column."""
        self.lanes: list[int] = []
        """First cell of each gutter's lanes."""
        self.pitch: list[int] = []
        """Cells from one of its lanes to the next."""
        x = 0
        for gutter, many in enumerate(lanes):
            before, after = self._zone(gutter - 1, 1), self._zone(gutter, -1)
            self.lanes.append(x + before)
            self.pitch.append(1 if many > CLOSE else 2)
            x += before + many * self.pitch[-1] + after
            self.left.append(x)
            x += BOX_WIDTH
        self.right = x - BOX_WIDTH

    def _zone(self, layer: int, side: int) -> int:
        """Cells beside a column that heads and counts need."""
        if not 0 <= layer < len(self.plan.layers):
            return 0
        ports = [port for spot in self.plan.layers[layer] for port in spot.ports[side]]
        if not ports:
            return 0
        return 1 + max(width(self._carried(port)) for port in ports)

    def _carried(self, port: Port) -> str:
        """What a line carries where it comes in: counts, then its head; nothing where it leaves or passes."""
        arrow = self.plan.arrows[port.tie]
        if port is not self.plan.legs[port.tie][-1].stop or arrow is None:
            return ""
        tip = head(arrow.effect, -port.side)
        counted = counts(arrow)
        return f"{counted}{tip}" if port.side == -1 else f"{tip}{counted}"

    def drawn(self, tops: dict[int, int], words: str) -> Drawn:
        """Everything drawn."""
        self._headings(tops, words)
        for tie in self.plan.legs:
            self._tie(tie)
        for spot in self.plan.spots.values():
            if spot.box is not None:
                area = Area(self.left[spot.layer], spot.top, BOX_WIDTH, spot.height)
                edge = NEW_BOX if spot.box.new else BOX
                self.canvas.box(area, box_title(spot.box, words), spot.lines, box_ink(spot.box), edge)
                self.canvas.boxes[spot.id] = area
        return self.canvas.done(self.right)

    def _headings(self, tops: dict[int, int], words: str) -> None:
        bands = {ABOVE: Column.CONTEXT, BELOW: Column.NEGATIVE}
        for section, row in tops.items():
            if section != MIDDLE:
                self._heading(self.left[0], row, say(bands[section], words))
                continue
            halves = sum(column is Column.MECHANISM for column, _ in self.plan.columns) > 1
            for (column, half), x in zip(self.plan.columns, self.left, strict=False):
                named = f"{say(column, words)}: {say(half, words)}" if half and halves else say(column, words)
                self._heading(x, row, named)

    def _heading(self, x: int, row: int, named: str) -> None:
        for place, line in enumerate(wrapped(named, BOX_WIDTH, 2)):
            self.canvas.put(x, row + place, line, Ink.HEADING)

    def _tie(self, tie: str) -> None:
        """An arrow from its source to its target, with its head and counts."""
        arrow, legs = self.plan.arrows[tie], self.plan.legs[tie]
        stroke, ink = stroke_of(arrow), ink_of(arrow)
        name = tie if arrow is not None else ""
        points = [point for leg in legs for point in self._points(leg)]
        self.canvas.line(
            name, [each for n, each in enumerate(points) if not n or each != points[n - 1]], stroke, ink
        )
        if arrow is None:
            return
        if legs[0].start.side == -1 and legs[0].stop.side == 1:
            self._point_back(tie, points, ink)
        stop = legs[-1].stop
        carried = self._carried(stop)
        x = self._edge(stop)
        self.canvas.mark(tie, x - width(carried) + 1 if stop.side == -1 else x, stop.row, carried, ink)

    def _point_back(self, tie: str, points: list[tuple[int, int]], ink: Ink) -> None:
        """Points along an arrow that runs back."""
        for (x, y), (to_x, to_y) in pairwise(points):
            if y == to_y and x - to_x > BACK_EVERY:
                for place in range(x - BACK_EVERY // 2 - 1, to_x + 1, -BACK_EVERY):
                    self.canvas.back(tie, place, y, BACK, ink)

    def _points(self, leg: Leg) -> list[tuple[int, int]]:
        """The corners of one leg, from cell to cell."""
        start, stop = (self._edge(leg.start), leg.start.row), (self._edge(leg.stop), leg.stop.row)
        if leg.straight:
            return [start, stop]
        lane = self.lanes[leg.gutter] + self.pitch[leg.gutter] * leg.lane
        return [start, (lane, start[1]), (lane, stop[1]), stop]

    def _edge(self, port: Port) -> int:
        """The cell beside a port, outside its column."""
        left = self.left[port.spot.layer]
        return left - 1 if port.side == -1 else left + BOX_WIDTH
