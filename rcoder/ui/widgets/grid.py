"""A table that is moved through cell by cell: names at the left, columns under a heading of two rows, all painted by line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from rcoder.ui.commands import Where, bindings
from rcoder.ui.marks import shown
from rcoder.ui.widgets.kept import Painted
from rcoder.ui.widgets.lines import Piece

HEAD = 2
"""Rows of the heading."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: what it is called and what it comes to."""

    id: str
    title: str
    total: str
    width: int
    """Cells, a blank after them included."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: its name, and a cell for each column; with `spans` one cell across them all."""

    id: str
    name: tuple[Piece, ...]
    cells: Sequence[tuple[Piece, ...]] = ()
    spans: bool = False
    inert: bool = False
    """A heading that the cursor passes over."""


class Grid(ScrollView, Painted, can_focus=True):
    """The table; column 0 is the name."""

    DEFAULT_CSS = """
    Grid { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; }
    """
    BINDINGS = bindings(Where.GRID)

    class Chosen(Message):
        """A cell was chosen with Enter or the mouse."""

    class Reached(Message):
        """The cursor came to a cell."""

        def can_replace(self, message: Message) -> bool:
            """A burst of moves is one."""
            return isinstance(message, Grid.Reached)

    def __init__(self, *, id: str, empty: str = "") -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.empty = empty
        self._told = False
        """Whether anything was shown: until then nobody knows that there is nothing, and only “looking …” is said."""
        self._columns: tuple[GridColumn, ...] = ()
        self._rows: tuple[GridRow, ...] = ()
        self._titles: tuple[tuple[Piece, ...], tuple[Piece, ...]] = ((), ())
        self._name_width = 0
        self._row = 0
        self._column = 0
        self._first = 0
        """The first column shown beside the names."""

    # -- what is in it -------------------------------------------------------------------------------------------

    @property
    def here(self) -> tuple[str, str]:
        """Ids of the row and column under the cursor; "" for the column of names, and where there is no row."""
        row = self._rows[self._row] if 0 <= self._row < len(self._rows) else None
        if row is None or row.inert:
            return "", ""
        column = self._columns[self._column - 1].id if 0 < self._column <= len(self._columns) else ""
        return row.id, column

    @property
    def at_name(self) -> bool:
        """Whether the cursor is on a name."""
        return self._column == 0

    def show(
        self,
        columns: Sequence[GridColumn],
        rows: Iterable[GridRow],
        *,
        name_width: int,
        titles: tuple[tuple[Piece, ...], tuple[Piece, ...]],
    ) -> None:
        """Shows a table with the cursor on the same cell as before, where that is still there; `titles` stand over the names."""
        row_id, column_id = self.here
        self._told = True
        self._columns, self._rows = tuple(columns), tuple(rows)
        self._name_width, self._titles = name_width, titles
        ids = [each.id for each in self._columns]
        self._column = ids.index(column_id) + 1 if column_id in ids else min(self._column, len(ids))
        there = [index for index, row in enumerate(self._rows) if row.id == row_id and not row.inert]
        self._row = there[0] if there else self._near(self._row)
        self.virtual_size = Size(1, len(self._rows) + HEAD)
        self._into_view()
        self.refresh()
        self.post_message(self.Reached())

    def go_to(self, row_id: str, column_id: str = "") -> None:
        """Puts the cursor on a cell, where it is there."""
        rows = [index for index, row in enumerate(self._rows) if row.id == row_id and not row.inert]
        columns = [index for index, each in enumerate(self._columns, start=1) if each.id == column_id]
        self._move(rows[0] if rows else self._row, columns[0] if columns else self._column)

    def _near(self, index: int) -> int:
        """A row that the cursor may be on: the one at an index, or the next, or the one before."""
        known = [each for each, row in enumerate(self._rows) if not row.inert]
        after = [each for each in known if each >= index]
        return after[0] if after else known[-1] if known else 0

    # -- painting ------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One painted line: the heading stays, rows scroll under it."""
        width = self.scrollable_content_region.width
        if not self._rows:
            return self._empty_line(y, width)
        if y < HEAD:
            return self._heading(y, width)
        index = y - HEAD + self.scroll_offset.y
        if index >= len(self._rows):
            return Strip.blank(width, self.base)
        row = self._rows[index]
        segments = self._cell(row.name, self._name_width, self._ink(index, 0))
        if row.inert:
            return Strip(
                Segment.adjust_line_length(self._cell(row.name, width, self.base), width, self.base), width
            )
        if row.spans:
            segments += self._cell(
                row.cells[0], width - self._name_width, self._ink(index, max(1, self._column))
            )
        else:
            for number, column in self._shown():
                segments += self._cell(row.cells[number - 1], column.width, self._ink(index, number))
        return Strip(Segment.adjust_line_length(segments, width, self.base), width)

    def _heading(self, y: int, width: int) -> Strip:
        base = self.base + self.known["-strong" if y == 0 else "-muted"]
        segments = self._cell(self._titles[y], self._name_width, base)
        for number, column in self._shown():
            here = number == self._column and self.has_focus
            words = column.title if y == 0 else column.total
            segments += self._cell(((words, "-key" if here and y == 0 else ""),), column.width, base)
        return Strip(Segment.adjust_line_length(segments, width, base), width)

    def _shown(self) -> Iterable[tuple[int, GridColumn]]:
        """The columns for which there is room, numbered from 1."""
        room = self.scrollable_content_region.width - self._name_width
        for number, column in enumerate(self._columns[self._first :], start=self._first + 1):
            if column.width > room:
                return
            room -= column.width
            yield number, column

    def _ink(self, row: int, column: int) -> Style:
        """The ground of a cell: lit under the cursor, a little in its row."""
        if row != self._row:
            return self.base
        if column == self._column:
            return self.base + self.known["-cursor" if self.has_focus else "-resting"]
        return self.base

    def _cell(self, pieces: Sequence[Piece], width: int, base: Style) -> list[Segment]:
        """Words cut to a cell, with a blank at its end; under the cursor they have one colour."""
        ink = self.known.lit if base != self.base else self.known.__getitem__
        room, segments = max(0, width - 1), []
        for words, name in pieces:
            clean = shown(words)
            if cell_len(clean) > room:
                clean = set_cell_size(clean, max(0, room - 1)) + "…" if room else ""
            room -= cell_len(clean)
            segments.append(Segment(clean, base + ink(name)))
        return [*segments, Segment(" " * room, base), Segment(" ", self.base)]

    def _empty_line(self, y: int, width: int) -> Strip:
        import textwrap

        said = self._told or self.empty.endswith("…")
        rows = textwrap.wrap(self.empty, max(10, width - 2)) if said else []
        words = f" {rows[y]}" if y < len(rows) else ""
        return Strip([Segment(set_cell_size(words, width), self.base + self.known["-muted"])], width)

    # -- moving --------------------------------------------------------------------------------------------------

    def _move(self, row: int, column: int, *, skip: int = 1) -> None:
        """Puts the cursor on a cell, passing over headings in the direction of `skip`."""
        row = min(max(row, 0), len(self._rows) - 1)
        while 0 <= row < len(self._rows) and self._rows[row].inert:
            row += skip
        if not 0 <= row < len(self._rows):
            row = self._row
        column = min(max(column, 0), len(self._columns))
        if (row, column) == (self._row, self._column):
            return
        before, self._row, self._column = self._row, row, column
        first = self._first
        self._into_view()
        if first != self._first:
            self.refresh()
        else:
            for each in {before, row}:
                self.refresh_line(each + HEAD)
            self.refresh_lines(self.scroll_offset.y, HEAD)
        self.post_message(self.Reached())

    def _into_view(self) -> None:
        """Scrolls so that the cell under the cursor is seen."""
        height = self.scrollable_content_region.height - HEAD
        top = self.scroll_offset.y
        if height > 0 and not top <= self._row < top + height:
            y = self._row if self._row < top else self._row - height + 1
            self.scroll_to(y=y, animate=False, immediate=True)
        if self._column:
            self._first = min(self._first, self._column - 1)
            while self._column - 1 > self._first and self._column not in dict(self._shown()):
                self._first += 1
        else:
            self._first = 0

    def action_cell_down(self) -> None:
        """Goes a row on."""
        self._move(self._row + 1, self._column)

    def action_cell_up(self) -> None:
        """Goes a row back."""
        self._move(self._row - 1, self._column, skip=-1)

    def action_cell_right(self) -> None:
        """Goes a column on."""
        self._move(self._row, self._column + 1)

    def action_cell_left(self) -> None:
        """Goes a column back."""
        self._move(self._row, self._column - 1)

    def action_grid_page_down(self) -> None:
        """Goes a page on."""
        self._move(self._row + max(1, self.size.height - HEAD - 1), self._column, skip=-1)

    def action_grid_page_up(self) -> None:
        """Goes a page back."""
        self._move(self._row - max(1, self.size.height - HEAD - 1), self._column)

    def action_row_start(self) -> None:
        """Goes to the name."""
        self._move(self._row, 0)

    def action_row_end(self) -> None:
        """Goes to the last column."""
        self._move(self._row, len(self._columns))

    def action_grid_first(self) -> None:
        """Goes to the first row."""
        self._move(0, self._column)

    def action_grid_last(self) -> None:
        """Goes to the last row."""
        self._move(len(self._rows) - 1, self._column, skip=-1)

    def action_choose(self) -> None:
        """Chooses the cell under the cursor."""
        if self.here[0]:
            self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """Goes to the clicked cell; a second click on it chooses it."""
        index = event.y - HEAD + self.scroll_offset.y
        if event.y < HEAD or not 0 <= index < len(self._rows) or self._rows[index].inert:
            return
        column = self._column_at(event.x)
        spans = self._rows[index].spans and column > 0 and self._column > 0
        if index == self._row and (column == self._column or spans):
            self.action_choose()
        else:
            self._move(index, column)
            if event.chain > 1:
                self.action_choose()

    def _column_at(self, x: int) -> int:
        """The column that a cell of the screen belongs to; the last one shown for what lies beyond."""
        place, last = self._name_width, 0
        if x < place:
            return 0
        for number, column in self._shown():
            place, last = place + column.width, number
            if x < place:
                return number
        return last

    def on_focus(self) -> None:
        """The cursor looks awake."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor looks at rest."""
        self.refresh()

    def on_resize(self) -> None:
        """The cursor stays in sight."""
        self._into_view()
