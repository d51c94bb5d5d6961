"""Paragraphs, cells and rows as the words of an RTF file end them, put into a document."""

from __future__ import annotations

from dataclasses import dataclass, field

from rcoder.exchange.interviews.clean import Cleaner
from rcoder.exchange.interviews.document import Document, bold_lead, check_depth, check_paragraphs


@dataclass(slots=True)
class _Table:
    """A table until a paragraph outside it comes."""

    rows: list[list[str]] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    cell: Document = field(default_factory=Document)


class Sheet:
    """Where the words of one file go."""

    def __init__(self, file: str, cleaner: Cleaner) -> None:
        self._file = file
        self._cleaner = cleaner
        self._document = Document()
        self._tables: list[_Table] = []
        """Open tables, the outermost first."""
        self._count = 0
        self._pieces: list[tuple[str, bool]] = []
        self._outer: list[tuple[list[tuple[str, bool]], Document, list[_Table]]] = []
        """What a text box interrupts."""
        self._boxes: list[str] = []
        """Paragraphs of text boxes, to stand behind the paragraph they are anchored in."""

    def say(self, text: str, *, bold: bool) -> None:
        """Words of the paragraph at hand."""
        self._pieces.append((text, bold))

    def end_paragraph(self, level: int) -> None:
        """A paragraph has ended in a table of that depth; 0 is outside."""
        self._put(self._at(level))

    def end_cell(self, level: int) -> None:
        """A cell has ended, and its last paragraph with it."""
        self._put(self._at(level))
        table = self._tables[level - 1]
        table.row.append(table.cell.cell())
        table.cell = Document()

    def end_row(self, level: int) -> None:
        """A row has ended."""
        self._at(level)
        table = self._tables[level - 1]
        if table.row:
            table.rows.append(table.row)
        table.row = []

    def open_box(self) -> None:
        """A text box begins in the middle of a paragraph."""
        self._outer.append((self._pieces, self._document, self._tables))
        self._pieces, self._document, self._tables = [], Document(), []

    def close_box(self) -> None:
        """The text box has ended."""
        lines = self._ended().lines
        self._pieces, self._document, self._tables = self._outer.pop()
        self._boxes.extend(lines)

    def document(self) -> Document:
        """All of it."""
        while self._outer:
            self.close_box()
        return self._ended()

    def _ended(self) -> Document:
        if self._pieces:
            inside = any(table.row or table.cell.lines for table in self._tables)
            self._put(self._at(len(self._tables) if inside else 0))
        self._close(0)
        return self._document

    def _at(self, level: int) -> Document:
        """Where a paragraph at that depth goes; deeper tables have ended before it."""
        check_depth(level, self._file)
        self._count += 1
        check_paragraphs(self._count, self._file)
        self._close(level)
        while len(self._tables) < level:
            self._tables.append(_Table())
        return self._tables[level - 1].cell if level else self._document

    def _close(self, level: int) -> None:
        """End the tables deeper than `level`."""
        while len(self._tables) > level:
            table = self._tables.pop()
            outer = self._tables[-1].cell if self._tables else self._document
            if table.row or table.cell.lines:
                table.rows.append([*table.row, table.cell.cell()] if table.cell.lines else table.row)
            if table.rows:
                outer.table(table.rows)

    def _put(self, document: Document) -> None:
        pieces, self._pieces = self._pieces, []
        text = self._cleaner.clean("".join(words for words, _ in pieces))
        document.paragraph(text, bold_lead(pieces))
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            document.paragraph(box)
