"""Passages as an Excel workbook: a sheet of passages with filters and a header that stays, and a sheet of counts."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from rcoder.exchange.passages.report import COUNTS, Report, counts, headings, opening, rows

if TYPE_CHECKING:
    from xlsxwriter import Workbook

LONGEST = 32_767
"""Characters of a cell in Excel."""
_WIDE = {
    "passage": 60,
    "edited": 40,
    "translation": 40,
    "label": 24,
    "interview": 24,
    "memo": 30,
    "group": 22,
}
_SAFE = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
_WRITTEN = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""What the file says of when it was made, so that the same passages give the same file."""


def as_xlsx(report: Report) -> bytes:
    """The file's bytes."""
    from xlsxwriter import Workbook

    written = io.BytesIO()
    book = Workbook(written, dict(_SAFE))
    book.set_properties({"created": _WRITTEN})
    _sheet(book, "Passages", headings(report), rows(report))
    _sheet(book, "Counts", COUNTS, counts(report))
    _about(book, report)
    book.close()
    return written.getvalue()


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
            if isinstance(cell, int):
                sheet.write_number(row, column, cell)
            else:
                sheet.write_string(row, column, cell[:LONGEST])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(names) - 1)


def _about(book: Workbook, report: Report) -> None:
    sheet: Any = book.add_worksheet("About")
    sheet.set_column(0, 0, 100)
    for row, words in enumerate(opening(report)):
        sheet.write_string(row, 0, words)
