"""A table as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from rcoder.domain.printed import Printed, PrintedTable
from rcoder.exchange.markdown import escaped
from rcoder.exchange.office import clean
from rcoder.exchange.printing.layout import NOTHING, heading_words, with_groups


def as_markdown(table: PrintedTable) -> bytes:
    """The file's bytes."""
    return ("\n".join(printed_markdown(table)).rstrip("\n") + "\n").encode()


def printed_markdown(table: PrintedTable, level: int = 1) -> Iterator[str]:
    """The table's lines, its title as a heading of that level."""
    yield from _one(table, level)
    for each in table.further:
        yield from _one(each, level + 1)
    if table.source:
        yield from (f"*{escaped(table.source)}*", "")


def _one(table: PrintedTable, level: int) -> Iterator[str]:
    yield from (f"{'#' * level} {escaped(table.title)}", "")
    for words in table.before:
        yield from (escaped(words), "")
    if table.rows:
        yield from (*_rows(table), "")
    else:
        yield from (NOTHING.say(table.language), "")
    for words in table.notes:
        yield from (escaped(words), "")


def _rows(table: PrintedTable) -> Iterator[str]:
    yield _row([escaped(heading_words(each)) for each in table.headings])
    yield "|" + "".join("--:|" if each.figures else "---|" for each in table.headings)
    for row in with_groups(table):
        if isinstance(row, str):
            yield _row([f"**{escaped(row)}**", *[""] * (len(table.headings) - 1)])
        else:
            first, *rest = row.cells
            yield _row(["&emsp;" * row.depth + _cell(first), *(_cell(each) for each in rest)])


def _cell(cell: Printed) -> str:
    return "<br>".join(escaped(line) for line in clean(cell.text).split("\n"))


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
