"""Rows of a transcript at one width: every code point of the text lies in exactly one row."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size

from rcoder.domain.transcript import Span, Turn

_USUAL = frozenset(
    chr(code)
    for codes in (
        range(0x300),
        range(0x370, 0x483),
        range(0x2010, 0x2028),
        range(0x2030, 0x203B),
        range(0x2400, 0x2440),
    )
    for code in codes
)
"""Characters known to be one cell wide, and newline."""

VARIATION_WIDE = "\ufe0f"
"""Asks for the wide form of the character before it."""


class Row(NamedTuple):
    """One line of the pane: code points [start, end) of the text."""

    start: int
    end: int
    turn: int
    """Index of the turn, -1 for text outside any turn."""
    heading: bool
    """Whether it is the speaker's line, which stands for the label in the text."""


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of a transcript, with the way from a position to its row."""

    rows: tuple[Row, ...]
    starts: tuple[int, ...]
    width: int

    def at(self, position: int) -> int:
        """Index of the row that holds a code point (of the nearest one, outside the text)."""
        return max(0, bisect_right(self.starts, position) - 1)

    def between(self, start: int, end: int) -> range:
        """Indexes of the rows that share a code point with [start, end), empty ones among them."""
        return range(self.at(start), self.at(max(start, end - 1)) + 1)


def lay_out(text: str, turns: Sequence[Turn], names: Sequence[str], width: int) -> Rows:
    """Rows of `text` no wider than `width` cells (at least 2), trailing blanks aside.

    `text` has one visible code point for each of the transcript's (`marks.shown`); `names` holds each turn's speaker.
    """
    rows: list[Row] = []
    place = 0
    for index, turn in enumerate(turns):
        rows += _gap(text, Span(place, max(place, turn.start)), index, names[index], width)
        rows += [Row(start, end, index, False) for start, end in wrapped(text, turn.start, turn.end, width)]
        place = max(place, turn.end)
    rows += [Row(start, end, -1, False) for start, end in wrapped(text, place, len(text), width)]
    if len(rows) > 1 and rows[-1].turn == -1 and not text[rows[-1].start : rows[-1].end].strip():
        rows = _joined_to_the_last(rows, text)
    return Rows(tuple(rows), tuple(row.start for row in rows), width)


def _joined_to_the_last(rows: list[Row], text: str) -> list[Row]:
    """Blank text after the last turn belongs to the last row with words, so that no empty rows trail."""
    last = len(rows) - 1
    while last > 0 and rows[last].turn == -1 and not text[rows[last].start : rows[last].end].strip():
        last -= 1
    return [*rows[:last], rows[last]._replace(end=rows[-1].end)]


def _gap(text: str, gap: Span, turn: int, name: str, width: int) -> Iterator[Row]:
    """Rows for the text between two turns: the speaker's line, which covers the label, and before it any other words."""
    start, end = gap.start, gap.end
    label = _label_start(text, start, end, name)
    if text[start:label].strip():
        for row_start, row_end in wrapped(text, start, label, width):
            yield Row(row_start, row_end, -1, False)
        yield Row(label, end, turn, True)
    else:
        yield Row(start, end, turn, True)


def _label_start(text: str, start: int, end: int, name: str) -> int:
    """Where the line with the speaker's label begins; `end` where the gap's last words are no label."""
    gap = text[start:end]
    words_end = len(gap.rstrip())
    line_start = gap.rfind("\n", 0, words_end) + 1
    last_line = gap[line_start:words_end].casefold()
    is_label = bool(name) and name.casefold() in last_line
    return start + line_start if is_label or not last_line else end


def wrapped(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Half-open rows of [start, end): broken after blanks where possible, and after each newline."""
    while start < end:
        newline = text.find("\n", start, end)
        line_end = end if newline < 0 else newline + 1
        cut_at = _usual_cut if _USUAL.issuperset(text[start:line_end]) else _measured_cut
        while start < line_end:
            cut = cut_at(text, start, line_end, width)
            yield start, cut
            start = cut


def _usual_cut(text: str, start: int, end: int, width: int) -> int:
    """Where a row of one-cell characters ends."""
    limit = start + width
    if end <= limit:
        return end
    return _after_blanks(text, start, limit, end)


def _measured_cut(text: str, start: int, end: int, width: int) -> int:
    """Where a row ends when characters are measured one by one."""
    used, place = 0, start
    while place < end:
        used += _cells(text, place)
        if used > width:
            return _after_blanks(text, start, max(place, start + 1), end)
        place += 1
    return end


def _after_blanks(text: str, start: int, limit: int, end: int) -> int:
    """The break at or before `limit` (the first character that does not fit): after a blank, else in the word."""
    if text[limit] in " \n":
        while limit < end and text[limit] in " \n":
            limit += 1
        return limit
    blank = text.rfind(" ", start, limit)
    if blank > start and (not text[start].isspace() or text[start:blank].strip()):
        return blank + 1
    return _whole_character(text, start, limit)


def _whole_character(text: str, start: int, limit: int) -> int:
    """The limit moved back so that no combining character is parted from what it stands on."""
    cut = limit
    while cut > start + 1 and get_character_cell_size(text[cut]) == 0:
        cut -= 1
    return cut if cut > start + 1 or limit == start + 1 else limit


def _cells(text: str, place: int) -> int:
    character = text[place]
    if character == VARIATION_WIDE and place and get_character_cell_size(text[place - 1]) == 1:
        return 1
    return get_character_cell_size(character)


def visible(text: str, row: Row) -> str:
    """The words of a row as painted: without the newline and the blanks that ended it."""
    return text[row.start : row.end].rstrip(" \n")


def column_of(text: str, row: Row, position: int) -> int:
    """Cells before a position within its row."""
    return cell_len(text[row.start : min(position, row.end)])


def position_at(text: str, row: Row, column: int) -> int:
    """The code point painted at a column of a row; the row's last one beyond its words."""
    used = 0
    for place in range(row.start, row.end):
        used += _cells(text, place)
        if used > column:
            return place
    return max(row.start, row.end - 1)
