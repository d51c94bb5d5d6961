"""A number of the methods appendix, and where it is found again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable, Style
from rcoder.domain.words import Bilingual
from rcoder.project.exports.pages import Pages

FACTS = Bilingual("Tal til punkt {number}", "Numbers for item {number}")
WHAT = Bilingual("Oplysning", "Fact")
NUMBER = Bilingual("Antal", "Number")
OF = Bilingual("Af", "Of")
TRACED = Bilingual("Findes med", "Traced by")
TO_WRITE = Bilingual("[SKAL SKRIVES: {what}]", "[TO BE WRITTEN: {what}]")


class Fact(NamedTuple):
    """A number, what it is of, and the command that lists what is behind it."""

    key: str
    """By which it is told from all others: "interviews", "rivals.open"."""
    words: str
    number: int
    of: int | None
    """None where it is of nothing but itself."""
    command: str
    """As it is typed, PROJECT for the project and NUMBER for each configuration in turn."""


def fact_table(pages: Pages, item: int, facts: Sequence[Fact]) -> None:
    """The facts of an item as a table; nothing where there are none."""
    language, title = pages.language, FACTS.say(pages.language).format(number=item)
    headings = (
        Heading(WHAT.say(language), 2.6),
        Heading(NUMBER.say(language), 0.6, figures=True),
        Heading(OF.say(language), 0.5, figures=True),
        Heading(TRACED.say(language), 2.3),
    )
    rows = tuple(
        PrintedRow(
            (
                Printed(each.words),
                Printed(str(each.number), float(each.number)),
                Printed("" if each.of is None else str(each.of), None if each.of is None else float(each.of)),
                Printed(each.command),
            )
        )
        for each in facts
    )
    if rows:
        pages.table(PrintedTable("facts", title, headings, rows, language))


def to_write(pages: Pages, what: Bilingual) -> None:
    """A place that only a person can fill, marked so that nobody takes it for text."""
    pages.ours(TO_WRITE.say(pages.language).format(what=what.say(pages.language)), style=Style.BULLET)
