"""A comparison as the grid shows it: columns, rows whose cells are made when they are painted, and words for the cell under the cursor."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from rcoder.domain.counted import base_words
from rcoder.domain.matrix import HYPOTHESES, QUESTIONS, Blank, Line, Matrix, Of, Question
from rcoder.ui.calm import Said
from rcoder.ui.widgets.grid import GridColumn, GridRow
from rcoder.ui.widgets.lines import Piece
from rcoder.ui.widgets.strips import Pieces

LEAST, MOST = 5, 24
"""Cells of a column."""
NAME_LEAST, NAME_MOST = 12, 40
HEADING = "heading:"
"""Begins the id of a row that is a heading."""
COUNTING = "…"
"""Stands in the cells that are still being counted."""


@dataclass(frozen=True)
class View:
    """A comparison, and how it is shown."""

    matrix: Matrix
    width: int = 120
    counted: frozenset[str] | None = None
    """Ids of the rows that are counted already; None for all."""
    bare: bool = True
    """Whether rows are shown in which nothing stands."""

    @cached_property
    def row_of(self) -> dict[str, Line]:
        """Rows by id."""
        return {each.id: each for each in self.matrix.rows}

    @cached_property
    def column_of(self) -> dict[str, Line]:
        """Columns by id."""
        return {each.id: each for each in self.matrix.columns}

    @cached_property
    def name_width(self) -> int:
        """Cells of the names of the rows."""
        longest = max((len(each.name) + 2 * each.depth for each in self.matrix.rows), default=0)
        return max(NAME_LEAST, min(longest + 3, NAME_MOST, self.width // 3))

    @cached_property
    def widths(self) -> dict[str, int]:
        """Cells of each column: as wide as what stands in it, and its whole name where there is room for all."""
        needed = {each.id: max(len(each.title), len(each.of)) for each in self.matrix.columns}
        for (_, column), cell in self.matrix.cells.items():
            if column in needed and len(cell.shown) > needed[column]:
                needed[column] = len(cell.shown)
        spare = self.width - 2 - self.name_width - sum(needed.values()) - len(needed)
        longer = {each.id: max(0, len(each.name) - needed[each.id]) for each in self.matrix.columns}
        grows = spare >= sum(longer.values())
        return {
            each: max(LEAST, min(own + (longer[each] if grows else 0) + 1, MOST))
            for each, own in needed.items()
        }

    def is_counted(self, row: Line) -> bool:
        """Whether the cells of a row are known."""
        return self.counted is None or row.id in self.counted


class Cells(Sequence[tuple[Piece, ...]]):
    """The cells of a row, each made when it is painted: a thousand columns are not a thousand cells on screen."""

    def __init__(self, view: View, row: Line) -> None:
        self._view, self._row = view, row

    def __len__(self) -> int:
        return len(self._view.matrix.columns)

    @overload
    def __getitem__(self, place: int) -> tuple[Piece, ...]: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[tuple[Piece, ...], ...]: ...

    def __getitem__(self, place: int | slice) -> tuple[Piece, ...] | tuple[tuple[Piece, ...], ...]:
        if isinstance(place, slice):
            return tuple(self[each] for each in range(*place.indices(len(self))))
        view, row = self._view, self._row
        if not view.is_counted(row):
            return ((COUNTING, "-muted"),)
        column = view.matrix.columns[place]
        there = (row.id, column.id) in view.matrix.cells
        return ((view.matrix.cell(row, column).shown, "" if there else "-muted"),)


def columns(view: View) -> tuple[GridColumn, ...]:
    """The columns: short names where the full ones do not fit, and what their numbers are of."""
    return tuple(
        GridColumn(
            each.id,
            each.name if len(each.name) < view.widths[each.id] else each.title,
            each.of or each.heading,
            view.widths[each.id],
        )
        for each in view.matrix.columns
    )


def rows(view: View) -> list[GridRow]:
    """The rows, under their headings."""
    found: list[GridRow] = []
    heading = ""
    filled = {row for row, _ in view.matrix.cells}
    for each in view.matrix.rows:
        if not view.bare and view.is_counted(each) and each.id not in filled:
            continue
        if each.heading != heading:
            heading = each.heading
            found.append(GridRow(f"{HEADING}{len(found)}", ((f" {heading}", "-muted"),), inert=True))
        indent = " " * (1 + 2 * each.depth)
        found.append(GridRow(each.id, ((f"{indent}{each.name}", "-strong"),), Cells(view, each)))
    return found


def titles(view: View) -> tuple[Pieces, Pieces]:
    """What stands over the names."""
    return ((f" {view.matrix.row_title}", ""),), ((f" {narrowed(view.matrix)}", "-muted"),)


def narrowed(matrix: Matrix) -> str:
    """What the comparison is narrowed to, in short."""
    ask = matrix.ask
    rows_ = "rolled up" if ask.rows == HYPOTHESES else ask.rows
    parts = (rows_, ask.role, ask.level, ask.status)
    return " · ".join(each for each in parts if each)


def top_line(view: View) -> tuple[Pieces, Pieces]:
    """The study and the question; how large it is."""
    matrix = view.matrix
    asks = QUESTIONS[matrix.ask.question].asks
    size = f"{len(matrix.rows)} × {len(matrix.columns)} "
    left: Pieces = ((f" {matrix.title}", "-strong"), (f"  {asks}", "-muted"))
    waiting = len(matrix.rows) - len(view.counted) if view.counted is not None else 0
    hidden = "" if view.bare else "empty rows hidden · "
    return left, ((f"{hidden}{f'counting {waiting} rows · ' if waiting else ''}{size}", "-muted"),)


def about(view: View, row_id: str, column_id: str, height: int = 3) -> list[Pieces]:
    """The cell under the cursor in words, so that no sign stands unexplained; on a name, what the row is."""
    matrix, row = view.matrix, view.row_of.get(row_id)
    if row is None:
        return [((f" {matrix.empty or 'Nothing here.'}", "-muted"),)]
    column = view.column_of.get(column_id)
    if column is None:
        said = base_words(row.base) or (_BLANK_ROW[row.blank] if row.blank is not None else "")
        return [
            ((f" {row.name}", "-strong"), (f"  {row.heading}", "-muted")),
            *_wrapped(view, said or "enter opens every passage of the row", height - 1),
        ]
    words = matrix.cell(row, column).words or matrix.blank(row, column).value
    if not view.is_counted(row):
        words = "being counted"
    of = base_words(column.base)
    return [
        ((f" {row.name}", "-strong"), (" · ", "-muted"), (column.name, "-strong")),
        *_wrapped(view, f"{words}{f'  (column: {of})' if of else ''}", height - 1),
    ]


_BLANK_ROW = {
    Blank.NOTHING: "",
    Blank.NOT_MENTIONED: "Coded to the end: blank is not mentioned.",
    Blank.NOT_ASKED: "Coded to the end: blank is not asked.",
    Blank.NOT_JUDGED: "Blank is not judged.",
    Blank.NOT_YET_CODED: "Not yet coded to the end.",
    Blank.NO_INTERVIEW: "No interview.",
}
"""What the empty cells of a row mean, in words."""


def _wrapped(view: View, words: str, most: int, ink: str = "") -> list[Pieces]:
    broken = textwrap.wrap(words, max(20, view.width - 2), max_lines=max(1, most), placeholder=" …")
    return [((f" {each}", ink),) for each in broken]


def warned(view: View) -> list[Pieces]:
    """Warnings in two rows at most; i shows them whole."""
    words = " ".join(view.matrix.warnings)
    return _wrapped(view, f"! {words}", 2, "-key") if words else []


def legend(view: View) -> list[Pieces]:
    """What the signs mean, in three rows at most."""
    signs = "   ".join(f"{sign}\u00a0{words.replace(' ', chr(0xA0))}" for sign, words in view.matrix.legend)
    if view.matrix.ask.question is Question.EVIDENCE:
        signs += "   blank\u00a0not\u00a0mentioned"
    return _wrapped(view, signs, 3, "-muted")


def notes(matrix: Matrix) -> tuple[Said, ...]:
    """Everything that is to be read beside the table: warnings, what is counted, and what the signs mean."""
    signs = (f"{sign}  {words}" for sign, words in matrix.legend)
    return (
        *(Said(each, told=True) for each in matrix.warnings),
        *(Said(each, told=False) for each in (*matrix.notes, *signs)),
    )


def across(view: View, column_id: str, way: int) -> str | None:
    """The column a screenful away from one, as far as there are any; None where there is none at all."""
    ids = [each.id for each in view.matrix.columns]
    if not ids:
        return None
    room = view.width - view.name_width
    many = max(1, room * len(ids) // max(1, sum(view.widths.values())) - 1)
    place = ids.index(column_id) if column_id in view.column_of else -1 if way > 0 else 0
    return ids[min(max(place + way * many, 0), len(ids) - 1)]


def title_of(row: Line, column: Line | None) -> str:
    """What the passages of a cell stand under."""
    return row.name if column is None else f"{row.name} · {column.name}"


def compared(of: Of) -> str:
    """What groups are compared on, in words."""
    return {Of.CODES: "codes", Of.CONFIGURATIONS: "configurations", Of.CONDITIONS: "support conditions"}[of]
