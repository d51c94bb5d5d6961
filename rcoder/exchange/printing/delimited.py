"""A table as CSV: nothing in it is run, and nothing is read as a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rcoder.domain.counted import OF, decimal
from rcoder.domain.printed import Heading, Printed, PrintedTable
from rcoder.exchange.office import clean, semicolons
from rcoder.exchange.printing.layout import UNDER, about, grouped, heading_words, paired

_PART = re.compile(r"(?<=\d)/(?=\d)")
_DATE = re.compile(r"\s*\d+\s*[/.\-:]\s*\d+(\s*[/.\-:]\s*\d+)?\s*")
"""What spreadsheets take for a date or a time of day."""


def as_csv(table: PrintedTable) -> bytes:
    """The file's bytes: the table first, then what is read with it, then what is said beside it."""
    return semicolons(_lines(table))


def _lines(table: PrintedTable) -> Iterator[list[str]]:
    yield from _table(table)
    for each in table.further:
        yield from ([], [clean(each.title)], *_table(each))
    yield []
    yield from ([clean(words)] for words in about(table))


def _table(table: PrintedTable) -> Iterator[list[str]]:
    groups = grouped(table)
    first = [UNDER.say(table.language)] if groups else []
    yield [*first, *(clean(heading_words(each)) for each in table.headings)]
    for row in table.rows:
        under = [clean(row.under)] if groups else []
        yield [*under, *(_cell(heading, cell, table.language) for heading, cell in paired(table, row))]


def _cell(heading: Heading, cell: Printed, language: str) -> str:
    """A share as a number of per cent; counts of a whole in words; what a person wrote as they wrote it."""
    if heading.share and cell.number is not None:
        return decimal(100 * cell.number, language)
    words = clean(cell.text)
    if heading.figures:
        return _PART.sub(f" {OF.say(language)} ", words)
    return f"'{words}" if _DATE.fullmatch(words) else words
