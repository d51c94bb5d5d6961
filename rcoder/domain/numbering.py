"""Every number of a table in a row of its own, with what it is a number of: for workbooks, to count on with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rcoder.domain.counted import CASE, LISTED, PASSAGE, RESPONDENT, TO_THE_END
from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable
from rcoder.domain.theory import Tally
from rcoder.domain.words import Bilingual

NAMES = Bilingual("Alle tal", "Every number")
_HEADINGS = (
    (Bilingual("I kolonnen", "In the column"), 1.8),
    (Bilingual("Hvad", "What"), 1.8),
    (Bilingual("Antal", "Number"), 0.7),
    (Bilingual("Af", "Of"), 0.7),
    (Bilingual("Enhed", "Unit"), 1.2),
)
_COUNTED = (
    Bilingual("talt", "counted"),
    TO_THE_END,
    Bilingual("endnu ikke kodet til ende", "not yet coded to the end"),
    Bilingual("uden interview", "without interview"),
    Bilingual("generel erfaring", "general experience"),
    LISTED,
)

Line = tuple[str, int, int | None, str]
"""What is counted, how many, of how many where it is of any, and the unit."""


def numbered(row: str, column: str, line: Line) -> PrintedRow:
    """A number of a table with its row and column."""
    what, number, of, unit = line
    whole = Printed("") if of is None else Printed(str(of), of)
    return PrintedRow(
        (Printed(row), Printed(column), Printed(what), Printed(str(number), number), whole, Printed(unit))
    )


def noted(row: str, column: str, note: str) -> PrintedRow:
    """A row that says why there is no number."""
    return PrintedRow(tuple(Printed(each) for each in (row, column, note, "", "", "")))


def numbers_table(key: str, first: str, rows: Sequence[PrintedRow], language: str) -> PrintedTable:
    """The table of every number; `first` names its rows."""
    headings = (Heading(first, 2.4), *(Heading(name.say(language), width) for name, width in _HEADINGS))
    return PrintedTable(key, NAMES.say(language), headings, tuple(rows), language)


def tally_numbers(tally: Tally, cases: int, language: str) -> Iterator[Line]:
    """What one stance comes to, number by number."""
    counted, done, not_yet, none, general, listed = (each.say(language) for each in _COUNTED)
    passages, of_cases, respondents = (each[1].say(language) for each in (PASSAGE, CASE, RESPONDENT))
    yield counted, tally.passages, None, passages
    yield done, tally.cases, cases, of_cases
    yield not_yet, tally.cases_not_yet_coded, None, of_cases
    yield none, tally.cases_without_interview, None, of_cases
    yield general, tally.respondents, None, respondents
    yield listed, tally.listed, None, passages
