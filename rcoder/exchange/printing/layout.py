"""What every file of a printed table has alike: which tables, which lines, how wide, in which words."""

from __future__ import annotations

from collections.abc import Iterator

from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable
from rcoder.domain.words import Bilingual

TABLE = Bilingual("Tabel", "Table")
NUMBERS = Bilingual("Tal", "Numbers")
ABOUT = Bilingual("Om tabellen", "About")
UNDER = Bilingual("Under", "Under")
"""Names the column of what rows stand under, where that is a column."""
OF = Bilingual("af", "of")
NOTHING = Bilingual("Der er intet at vise her.", "There is nothing to show here.")

ACROSS = 6
"""Columns above which a page is put on its side."""


def every(table: PrintedTable) -> tuple[PrintedTable, ...]:
    """A table and those that are read with it."""
    return (table, *table.further)


def grouped(table: PrintedTable) -> bool:
    """Whether rows stand under headings."""
    return any(row.under for row in table.rows)


def heading_words(heading: Heading, between: str = " ") -> str:
    """A column's name and what its numbers are of: "Cases (of 4 coded to the end)"."""
    return f"{heading.name}{between}({heading.of})" if heading.of else heading.name


def across(table: PrintedTable) -> bool:
    """Whether a table needs a page on its side."""
    return any(len(each.headings) > ACROSS for each in every(table))


def shares(table: PrintedTable) -> tuple[float, ...]:
    """Each column's share of the page's width; they add up to 1."""
    whole = sum(each.width for each in table.headings)
    return tuple(each.width / whole for each in table.headings)


def with_groups(table: PrintedTable) -> Iterator[str | PrintedRow]:
    """Rows, and before the first of those under one heading the heading itself."""
    under = ""
    for row in table.rows:
        if row.under != under:
            under = row.under
            if under:
                yield under
        yield row


def paired(table: PrintedTable, row: PrintedRow) -> Iterator[tuple[Heading, Printed]]:
    """A row's cells with their columns."""
    return zip(table.headings, row.cells, strict=True)


def about(table: PrintedTable) -> tuple[str, ...]:
    """All that is said beside a table, line by line, with the tables that are read with it; its source last."""
    lines = [table.title, *table.before, *table.notes]
    for each in table.further:
        lines += [each.title, *each.before, *each.notes]
    return (*lines, *((table.source,) if table.source else ()))
