"""The order in which the lines of a page are read: as they stand, or column by column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rcoder.exchange.interviews.pdf.gutters import Gutter, gutter_of
from rcoder.exchange.interviews.pdf.lines import Line, Piece, lines_of

LEFT, RIGHT, BESIDE = 0, 1, 2
"""Columns: the one there is, or the left of two; the right of two; the one beside a column of speakers."""
_FEWEST = 6
"""Lines side by side, without which there are no columns."""
_LONG = 18
"""Letters of a line in a column of prose, on average."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A line where it is read."""

    line: Line
    column: int
    label: str = ""
    """Who speaks, and perhaps when, as a column beside this one says; a paragraph begins here."""
    starts: bool = False
    """A paragraph begins here, whatever the line looks like."""
    instead: str = ""
    """What is read in place of the line, where not all of it is on its height."""

    @property
    def text(self) -> str:
        """The label and the words."""
        words = self.instead or self.line.text
        return f"{self.label}: {words}" if self.label else words


def in_order(lines: Sequence[Line]) -> tuple[list[Flow], bool]:
    """The lines of a page as they are read, and whether they stand in two columns of prose."""
    gutter = gutter_of([piece for line in lines for piece in line.pieces])
    if gutter is None or not _is_prose(gutter):
        return [Flow(line, LEFT) for line in lines], False
    flows: list[Flow] = []
    left: list[Piece] = []
    right: list[Piece] = []
    for line in lines:
        if gutter.crossed_by(line):
            flows += _columns(line.page, left, right)
            left, right = [], []
            flows.append(Flow(line, LEFT))
            continue
        sides = gutter.parted(line.pieces)
        left += sides[0]
        right += sides[1]
    return flows + _columns(lines[0].page, left, right), True


def _columns(page: int, left: Sequence[Piece], right: Sequence[Piece]) -> list[Flow]:
    return [
        Flow(line, column)
        for column, pieces in ((LEFT, left), (RIGHT, right))
        for line in lines_of(page, pieces)
    ]


def _is_prose(gutter: Gutter) -> bool:
    """Whether both columns hold lines of prose side by side."""
    heights = [{round(piece.y) for piece in side} for side in (gutter.left, gutter.right)]
    letters = [sum(len(piece.text) for piece in side) for side in (gutter.left, gutter.right)]
    if any(count < len(ys) * _LONG for count, ys in zip(letters, heights, strict=True)):
        return False
    top, foot = min(map(max, heights)), max(map(min, heights))
    return min(sum(foot <= y <= top for y in ys) for ys in heights) >= _FEWEST
