"""A comparison as an Excel workbook: the table with names that stay, every number as a number, and what to read beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rcoder.domain.matrix import Matrix
from rcoder.exchange.office import LONGEST, about_sheet, workbook, write_cell
from rcoder.exchange.tables.layout import FIGURES, closing, figures, has_groups, headings, opening, rows

if TYPE_CHECKING:
    from xlsxwriter import Workbook


def as_xlsx(matrix: Matrix) -> bytes:
    """The file's bytes."""

    def fill(book: Workbook) -> None:
        _table(book, matrix)
        _figures(book, matrix)
        about_sheet(book, (matrix.study, matrix.title, *opening(matrix), *closing(matrix)))

    return workbook(fill)


def _table(book: Workbook, matrix: Matrix) -> None:
    sheet: Any = book.add_worksheet("Comparison")
    bold, middle = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"align": "center"})
    names = 2 if has_groups(matrix) else 1
    sheet.set_column(0, names - 1, 28)
    sheet.set_column(names, names + max(0, len(matrix.columns) - 1), 14)
    top = headings(matrix)
    for place, row in enumerate(top):
        for column, words in enumerate(row):
            sheet.write_string(place, column, words[:LONGEST], bold)
    for place, row in enumerate(rows(matrix), start=len(top)):
        for column, words in enumerate(row):
            if words:
                sheet.write_string(place, column, words[:LONGEST], *(() if column < names else (middle,)))
    sheet.freeze_panes(len(top), names)


def _figures(book: Workbook, matrix: Matrix) -> None:
    sheet: Any = book.add_worksheet("Figures")
    bold = book.add_format({"bold": True})
    sheet.set_column(0, 2, 28)
    for column, words in enumerate(FIGURES):
        sheet.write_string(0, column, words, bold)
    last = 0
    for place, row in enumerate(figures(matrix), start=1):
        last = place
        for column, cell in enumerate(row):
            write_cell(sheet, place, column, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(FIGURES) - 1)
