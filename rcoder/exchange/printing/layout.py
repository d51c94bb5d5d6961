"""What every file of a printed table has alike: which tables, which lines, how wide, in which words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable
from rcoder.domain.words import Bilingual

TABLE = Bilingual("Tabel", "Table")
NUMBERS = Bilingual("Tal", "Numbers")
ABOUT = Bilingual("Om tabellen", "About")
UNDER = Bilingual("Under", "Under")
"""Names the column of what rows stand under, where that is a column."""
NOTHING = Bilingual("Der er intet at vise her.", "There is nothing to show here.")

ACROSS = 6
"""Columns above which a page is put on its side."""
_LINE = {False: 104, True: 150}
"""Letters that a line across a page holds, upright and on its side."""
_BOLD = 1.2
"""How much wider words of headings and of the first column are."""
_LONGEST = 26
"""Letters of the longest word that a column is widened for."""
_BESIDE, _STEP = 2, 3
"""Letters that the room beside a word is worth, and a step into a tree."""
_MOST_TAKEN = 0.85
"""Share of a page that the longest words may take."""
_NEARLY = 1e-9
_BREAKS = re.compile(r"\s+|(?<=-)(?=[^\W\d])")
"""Where a line may be broken: never within a day such as 2024-06-14."""


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
    """Each column's share of the page's width; they add up to 1. A column is as wide as its longest word where there is room."""
    whole = sum(each.width for each in table.headings)
    wanted = [each.width / whole for each in table.headings]
    least = _least(table)
    held = {place for place, share in enumerate(wanted) if share < least[place]}
    while True:
        room = 1 - sum(least[place] for place in held)
        free = sum(share for place, share in enumerate(wanted) if place not in held)
        found = [least[place] if place in held else share * room / free for place, share in enumerate(wanted)]
        narrow = {place for place, share in enumerate(found) if share < least[place] - _NEARLY}
        if not narrow:
            return tuple(found)
        held |= narrow


def _least(table: PrintedTable) -> tuple[float, ...]:
    """The share of each column's longest word, of shorter words where the longest would take the page."""
    columns = range(len(table.headings))
    letters = _LINE[len(columns) > ACROSS]
    longest = [_longest(table, place) for place in columns]
    for most in range(_LONGEST, 0, -1):
        found = tuple(min(each, most) / letters for each in longest)
        if sum(found) <= _MOST_TAKEN:
            return found
    return tuple(0.0 for _ in columns)


def _longest(table: PrintedTable, place: int) -> int:
    """Letters of the longest word of a column, with the room beside it and before it in a tree."""
    heading = table.headings[place]
    most = max(round(_BOLD * _letters(heading.name)), _letters(heading.of))
    for row in table.rows:
        before = _STEP * row.depth if place == 0 else 0
        letters = _letters(row.cells[place].text)
        most = max(most, before + (round(_BOLD * letters) if place == 0 else letters))
    return most + _BESIDE


def _letters(text: str) -> int:
    """Letters of the longest word."""
    return max(map(len, _BREAKS.split(text)), default=0)


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
