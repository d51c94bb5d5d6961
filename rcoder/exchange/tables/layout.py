"""A comparison as rows of words, whatever the file: headings, cells, and what is to be read beside them."""

from __future__ import annotations

from collections.abc import Iterator

from rcoder.domain.matrix import QUESTIONS, Line, Matrix, base_words
from rcoder.exchange.office import clean


def headings(matrix: Matrix) -> tuple[tuple[str, ...], ...]:
    """The rows over the table: names of the columns, and what their numbers are of where they are of anything."""
    grouped = has_groups(matrix)
    names = (*(("",) if grouped else ()), matrix.row_title, *(clean(each.name) for each in matrix.columns))
    under = (*(("",) if grouped else ()), "", *(clean(each.heading) for each in matrix.columns))
    of = (*(("",) if grouped else ()), "", *(clean(each.of) for each in matrix.columns))
    return (names, *(row for row in (under, of) if any(row)))


def rows(matrix: Matrix) -> Iterator[tuple[str, ...]]:
    """Each row: what it stands under, its name, and its cells."""
    grouped = has_groups(matrix)
    for row in matrix.rows:
        cells = (clean(matrix.cell(row, column).shown) for column in matrix.columns)
        yield (*((clean(row.heading),) if grouped else ()), clean(named(row)), *cells)


def has_groups(matrix: Matrix) -> bool:
    """Whether rows stand under headings."""
    return any(each.heading for each in matrix.rows)


def named(row: Line) -> str:
    """The name of a row, with what its numbers are of."""
    return f"{row.name} ({row.of})" if row.of else row.name


def opening(matrix: Matrix) -> tuple[str, ...]:
    """What is said before the table: the question, what it is narrowed to, and warnings."""
    ask = matrix.ask
    narrowed = (
        ("under", ask.rows),
        ("split by", ask.split if ask.question.value == "groups" else ""),
        ("only", ask.role),
        ("level", ask.level),
        ("status", ask.status),
    )
    only = ", ".join(f"{words} {value}" for words, value in narrowed if value)
    asks = QUESTIONS[ask.question].asks + (f" ({only})" if only else "")
    return tuple(clean(each) for each in (asks, *matrix.warnings) if each)


def closing(matrix: Matrix) -> tuple[str, ...]:
    """What is said after the table: signs, notes, and what the columns are of in full."""
    signs = "; ".join(f"{sign} {words}" for sign, words in matrix.legend)
    bases = {base_words(each.base) for each in matrix.columns} - {""}
    of = tuple(f"{each.name}: {base_words(each.base)}." for each in matrix.columns if base_words(each.base))
    if len(bases) == 1:
        of = (f"Of {bases.pop()}.",)
    return tuple(clean(each) for each in (f"{signs}." if signs else "", *matrix.notes, *of) if each)


FIGURES = ("row", "column", "figure", "number", "of", "unit")
"""Columns of the list of every number."""


def figures(matrix: Matrix) -> Iterator[tuple[str | int, ...]]:
    """Every number of the table in a row of its own, gaps included as words where the cell is not empty."""
    for row in matrix.rows:
        for column in matrix.columns:
            cell = matrix.cells.get((row.id, column.id))
            if cell is None:
                continue
            names = clean(row.name), clean(column.name)
            for each in cell.figures:
                of = "" if each.of is None else each.of
                yield (*names, clean(each.name or f"{each.unit}s"), each.number, of, each.unit)
            if not cell.figures and cell.note:
                yield (*names, clean(cell.note), "", "", "")
