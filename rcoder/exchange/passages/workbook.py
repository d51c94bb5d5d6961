"""Passages as an Excel workbook: a sheet of passages with filters and a header that stays, and a sheet of counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from rcoder.exchange.office import about_sheet, workbook, write_cell
from rcoder.exchange.passages.report import COUNTS, Report, counts, headings, opening, rows

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_WIDE = {
    "passage": 60,
    "edited": 40,
    "translation": 40,
    "label": 24,
    "interview": 24,
    "memo": 30,
    "group": 22,
}


def as_xlsx(report: Report) -> bytes:
    """The file's bytes."""

    def fill(book: Workbook) -> None:
        _sheet(book, "Passages", headings(report), rows(report))
        _sheet(book, "Counts", COUNTS, counts(report))
        about_sheet(book, opening(report))

    return workbook(fill)


def _sheet(book: Workbook, name: str, names: Sequence[str], cells: Iterable[Sequence[str | int]]) -> None:
    sheet: Any = book.add_worksheet(name)
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for column, heading in enumerate(names):
        sheet.set_column(column, column, _WIDE.get(heading, 14), wrapped)
        sheet.write_string(0, column, heading, bold)
    last = 0
    for row, own in enumerate(cells, start=1):
        last = row
        for column, cell in enumerate(own):
            write_cell(sheet, row, column, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(names) - 1)
