"""One box with what leads to it on its left and what it leads to on its right: what can be read on any screen."""

from __future__ import annotations

from rcoder.domain.drawn import Area, Drawn, Ink
from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.terms import say
from rcoder.domain.theory import Arrow, Box, ChangeTheory
from rcoder.domain.theory_walk import into, out_of
from rcoder.domain.words import Bilingual, Stance
from rcoder.figure.terminal.canvas import Canvas
from rcoder.figure.terminal.glyphs import BOX, CENTRE, NEW_BOX, head, ink_of, stroke_of
from rcoder.figure.terminal.labels import fitted, width, wrapped
from rcoder.figure.terminal.whole import box_ink, box_title, counts

LEAST_WIDTH = 60
WAY = 14
"""Cells between two boxes at least; two less where there is little room."""
LINES = 3
ROOMY = 100
"""Width from which arrows have all their cells."""
AGAIN = 14
"""Rows after which the label of a tall box stands in it once more."""
_LEADING = Bilingual("Fører hertil ({number})", "Leads to it ({number})")
_GOING = Bilingual("Fører til ({number})", "It leads to ({number})")
_NOTHING_LEADS = Bilingual("intet fører hertil", "nothing leads to it")
_LEADS_NOWHERE = Bilingual("fører ikke videre", "leads nowhere")


def draw_round(theory: ChangeTheory, box_id: str, *, room: int, labels: str, words: str) -> Drawn:
    """The drawing round one box, as wide as `room`; nothing where the box is not there."""
    by_id = {box.id: box for box in theory.boxes}
    if box_id not in by_id:
        return Drawn()
    return _Round(theory, by_id[box_id], max(room, LEAST_WIDTH), (labels, words)).drawn()


class _Round:
    """The three columns, and what stands in them."""

    def __init__(self, theory: ChangeTheory, box: Box, room: int, languages: tuple[str, str]) -> None:
        self.box, self.room = box, room
        self.labels, self.words = languages
        self.of = theory.denominator.coded
        self.by_id = {each.id: each for each in theory.boxes}
        self.canvas = Canvas()
        self.leading = [each for each in into(theory, box.id) if each.source in self.by_id]
        self.going = [each for each in out_of(theory, box.id) if each.target in self.by_id]
        shown = (*self.leading, *self.going)
        least = WAY if room >= ROOMY else WAY - 2
        self.way = max(least, 2 + max((width(self._carried(each)) for each in shown), default=0))
        self.side = max(12, (room - 2 * self.way) // 3)
        self.middle = room - 2 * (self.way + self.side)

    def drawn(self) -> Drawn:
        """Everything drawn."""
        self._heading(0, _LEADING, _NOTHING_LEADS, len(self.leading))
        self._heading(self.room - self.side, _GOING, _LEADS_NOWHERE, len(self.going))
        self._centre(max(self._column(self.leading, -1), self._column(self.going, 1)))
        return self.canvas.done(self.room)

    def _heading(self, x: int, some: Bilingual, none: Bilingual, number: int) -> None:
        said = (some if number else none).say(self.words).format(number=number)
        self.canvas.put(
            x, 0, fitted(said, self.side if x else self.side + 1), Ink.HEADING if number else Ink.MUTED
        )

    def _centre(self, bottom: int) -> None:
        box, x = self.box, self.side + self.way
        column = say(box.column, self.words) + (
            f": {say(box.half, self.words)}" if box.half is not None else ""
        )
        named = fitted(column, self.middle + 2 * self.way - 4)
        self.canvas.put(x + (self.middle - width(named)) // 2, 0, named, Ink.HEADING)
        lines = wrapped(box.label.say(self.labels), self.middle - 4, 6)
        area = Area(x, 1, self.middle, max(bottom - 1, len(lines) + 2, 4))
        self.canvas.box(area, box_title(box, self.words), lines, box_ink(box), CENTRE)
        for row in range(AGAIN, area.height - len(lines) - 1, AGAIN):
            for number, line in enumerate(lines):
                self.canvas.put(x + 2, 1 + row + number, line, Ink.MUTED)
        self.canvas.boxes[box.id] = area

    def _column(self, arrows: list[Arrow], side: int) -> int:
        """The boxes on one side, each with its arrow; the row after the last."""
        row = 1
        x = 0 if side < 0 else self.room - self.side
        for arrow in arrows:
            other = self.by_id[arrow.source if side < 0 else arrow.target]
            lines = wrapped(other.label.say(self.labels), self.side - 4, LINES)
            area = Area(x, row, self.side, max(len(lines), 2) + 2)
            ink, edge = box_ink(other), NEW_BOX if other.new else BOX
            self.canvas.box(area, box_title(other, self.words), lines, ink, edge)
            if other is not self.box:
                self.canvas.boxes.setdefault(other.id, area)
            self._arrow(arrow, row + 1, side)
            row += area.height
        return row

    def _arrow(self, arrow: Arrow, row: int, side: int) -> None:
        """A straight arrow, its counts on it and its cases under it."""
        start = self.side if side < 0 else self.side + self.way + self.middle
        end = start + self.way - 1
        ink = ink_of(arrow)
        carried = self._carried(arrow)
        self.canvas.line(arrow.id, [(start, row), (end, row)], stroke_of(arrow), ink)
        self.canvas.mark(arrow.id, end + 1 - width(carried), row, carried, ink)
        self.canvas.put(start + 1, row + 1, fitted(self._cases(arrow), self.way - 2), Ink.MUTED)

    def _carried(self, arrow: Arrow) -> str:
        counted = counts(arrow)
        return f"{counted}{'' if not counted else stroke_of(arrow).across}{head(arrow.effect, 1)}"

    def _cases(self, arrow: Arrow) -> str:
        """The cases for, and those against: "3/4 ○1/4"."""
        if not arrow.state.counts:
            return ""
        against = f" {STANCE_SIGNS[Stance.CONTRADICTS]}{arrow.contradicts.cases}/{self.of}"
        return f"{arrow.supports.cases}/{self.of}{against if arrow.contradicts.passages else ''}"
