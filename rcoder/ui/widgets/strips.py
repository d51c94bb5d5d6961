"""Rows of a fixed height: top line, status, passage, recent codes, footer. They never lay out anew."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from rcoder.ui.marks import shown
from rcoder.ui.widgets.kept import Painted
from rcoder.ui.widgets.lines import Piece

Pieces = tuple[Piece, ...]


class Strips(Painted):
    """Rows of words in their inks; only rows that differ are painted again. `rule` draws a line above them."""

    def __init__(
        self,
        rows: Sequence[Pieces] = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str = "",
        rule: bool = False,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._rule = int(rule)
        self._rows: tuple[Pieces, ...] = tuple(rows)
        self._right: Pieces = ()

    def show(self, rows: Sequence[Pieces], right: Pieces = ()) -> None:
        """Shows these rows, with `right` at the right edge of the first."""
        before, self._rows = self._rows, tuple(rows)
        if right != self._right:
            self._right = right
            self.refresh(Region(0, self._rule, self.size.width, 1))
        for y in range(max(len(before), len(self._rows))):
            old = before[y] if y < len(before) else None
            new = self._rows[y] if y < len(self._rows) else None
            if old != new:
                self.refresh(Region(0, y + self._rule, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """One painted row."""
        width, base = self.content_size.width, self.base
        if y < self._rule:
            return Strip([Segment("─" * width, base + self.known["-rule"])], width)
        y -= self._rule
        right = self._segments(self._right, base) if y == 0 else []
        used = sum(segment.cell_length for segment in right)
        left = self._segments(self._rows[y], base) if y < len(self._rows) else []
        room = max(0, width - used)
        if sum(segment.cell_length for segment in left) > room:
            left = _cut(left, room)
        segments = [*Segment.adjust_line_length(left, room, base), *right]
        return Strip(Segment.adjust_line_length(segments, width, base), width)

    def _segments(self, pieces: Pieces, base: Style) -> list[Segment]:
        return [Segment(shown(words), base + self.known[name]) for words, name in pieces]


def _cut(segments: list[Segment], room: int) -> list[Segment]:
    """The segments cut to `room` cells, with an ellipsis at the end."""
    found: list[Segment] = []
    for segment in segments:
        if cell_len(segment.text) < room:
            found.append(segment)
            room -= cell_len(segment.text)
        else:
            words = set_cell_size(segment.text, max(0, room - 1)) + "…" if room else ""
            return [*found, Segment(words, segment.style)]
    return found


class TopLine(Strips):
    """The line at the top: which study, who codes, how far."""

    GROUND = "-panel"


class Status(Strips):
    """What was done last, in a sentence."""


class Keys(Strips):
    """The footer: the keys worth knowing here."""

    GROUND = "-panel"

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        pieces: list[Piece] = [(" ", "")]
        for key, word in keys:
            pieces += [(key, "-key"), (f" {word}  ", "-muted")]
        super().__init__((tuple(pieces),))
