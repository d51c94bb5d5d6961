"""A table as an Excel workbook: numbers as numbers, words as words whatever they look like, and what to read beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from rcoder.domain.printed import Heading, Printed, PrintedTable
from rcoder.exchange.office import clean, held, workbook
from rcoder.exchange.printing.layout import (
    ABOUT,
    NUMBERS,
    TABLE,
    UNDER,
    about,
    grouped,
    heading_words,
    paired,
)

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_WIDE = 13
"""Characters that a column of width 1 has room for."""
_NARROWEST, _WIDEST = 7, 70
_REST = re.compile(r"[ +\d/().,−-]*")
"""What may stand behind a number in its format."""
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31


def as_xlsx(table: PrintedTable) -> bytes:
    """The file's bytes: a sheet for each table, one of every number where the table has none, one of what is said beside."""

    def fill(book: Workbook) -> None:
        formats = _Formats(book)
        sheets = [(TABLE.say(table.language), table)]
        sheets += [(each.title, each) for each in table.further]
        if table.numbers is not None:
            sheets.append((NUMBERS.say(table.language), table.numbers))
        for name, (_, each) in zip(_names(name for name, _ in sheets), sheets, strict=True):
            _sheet(book.add_worksheet(name), each, formats)
        _about(book, table, formats)

    return workbook(fill)


class _Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def of(self, **wanted: Any) -> Format:
        """The format with these properties."""
        key = tuple(sorted(wanted.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(wanted)
        return self.made[key]


def _names(titles: Iterable[str]) -> list[str]:
    """Names of sheets: such as Excel allows, no two alike."""
    found: list[str] = []
    for title in titles:
        plain = " ".join(_NOT_IN_A_NAME.sub(" ", clean(title)).split()) or "–"
        name, number = plain[:_LONGEST_NAME], 2
        while name.casefold() in {each.casefold() for each in found}:
            more = f" {number}"
            name, number = plain[: _LONGEST_NAME - len(more)] + more, number + 1
        found.append(name)
    return found


def _sheet(sheet: Any, table: PrintedTable, formats: _Formats) -> None:
    groups = 1 if grouped(table) else 0
    head = formats.of(bold=True, text_wrap=True, valign="top", bottom=1)
    if groups:
        sheet.set_column(0, 0, 24)
        sheet.write_string(0, 0, UNDER.say(table.language), head)
    for column, heading in enumerate(table.headings, start=groups):
        sheet.set_column(column, column, min(_WIDEST, max(_NARROWEST, _WIDE * heading.width)))
        sheet.write_string(0, column, held(clean(heading_words(heading, "\n"))), head)
    words = formats.of(text_wrap=True, valign="top")
    for place, row in enumerate(table.rows, start=1):
        if groups:
            sheet.write_string(place, 0, held(clean(row.under)), words)
        for column, (heading, cell) in enumerate(paired(table, row), start=groups):
            depth = row.depth if column == groups else 0
            _write(sheet, (place, column), cell, formats.of(**_look(heading, cell, depth)))
    sheet.freeze_panes(1, groups + 1)
    sheet.autofilter(0, 0, len(table.rows), groups + len(table.headings) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write(sheet: Any, at: tuple[int, int], cell: Printed, looks: Format) -> None:
    """Writes a number as a number, and words as words whatever they look like."""
    if cell.number is not None:
        sheet.write_number(*at, cell.number, looks)
    else:
        sheet.write_string(*at, held(clean(cell.text)), looks)


def _look(heading: Heading, cell: Printed, depth: int) -> dict[str, Any]:
    """How a cell looks."""
    look: dict[str, Any] = {"valign": "top"}
    if cell.number is not None:
        return look | {"num_format": _number_format(heading, cell)}
    look["text_wrap"] = True
    if depth:
        look["indent"] = depth
    if heading.quote:
        look["italic"] = True
    if heading.figures:
        look["align"] = "center"
    return look


def _number_format(heading: Heading, cell: Printed) -> str:
    """How a number is shown: a share in per cent, others whole, with what the text has behind them: 3 +1."""
    if heading.share:
        return "0.0 %"
    number = cell.number or 0
    if number != int(number):
        return "General"
    rest = cell.text.removeprefix(str(int(number)))
    return f'0"{rest}"' if rest != cell.text and rest and _REST.fullmatch(rest) else "0"


def _about(book: Workbook, table: PrintedTable, formats: _Formats) -> None:
    sheet: Any = book.add_worksheet(ABOUT.say(table.language))
    sheet.set_column(0, 0, 110)
    wrapped = formats.of(text_wrap=True, valign="top")
    for place, line in enumerate(about(table)):
        look = formats.of(bold=True, text_wrap=True, valign="top") if place == 0 else wrapped
        sheet.write_string(place, 0, held(clean(line)), look)
