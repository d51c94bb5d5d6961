"""A comparison as a printed table, in Danish or English."""

from __future__ import annotations

from collections.abc import Iterator

from rcoder.analysis.matrices.perspectives import AGREEMENT
from rcoder.analysis.matrices.speaking import ASKED, named, shown, spoken, tell, unit
from rcoder.domain.counted import OF, base_words
from rcoder.domain.matrix import QUESTIONS, Cell, Line, Matrix, Question
from rcoder.domain.numbering import noted, numbered, numbers_table
from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable
from rcoder.domain.words import Bilingual

MANY = 6
"""Columns above which they are called by their short names, with a list of these under the table."""
_OF_SIGNS = frozenset({Question.EVIDENCE, Question.CODES_CASES, Question.CONDITIONS_CASES})
"""Questions whose cells hold signs and no counts."""
_NARROWED = {
    "under": Bilingual("under", "under"),
    "split": Bilingual("delt efter", "split by"),
    "role": Bilingual("kun", "only"),
    "level": Bilingual("niveau", "level"),
    "status": Bilingual("status", "status"),
}


def printed(
    matrix: Matrix, language: str = "en", *, key: str = "", title: str = "", source: str = ""
) -> PrintedTable:
    """The comparison as a table, a row for each of its rows; `title` in place of its own."""
    short = len(matrix.columns) > MANY and all(each.short for each in matrix.columns)
    counts = matrix.ask.question not in _OF_SIGNS
    name, asks, row = _asked(matrix.ask.question, language)
    return PrintedTable(
        key or f"matrix-{matrix.ask.question.value}",
        title or name,
        (
            Heading(row, 2.4),
            *(_heading(each, language, short=short, counts=counts) for each in matrix.columns),
        ),
        tuple(_row(matrix, each, language) for each in matrix.rows) if matrix.columns else (),
        language,
        (
            asks + _narrowed(matrix, language),
            *(tell(each, language) for each in matrix.warnings),
            *_empty(matrix, language),
        ),
        tuple(each for each in _notes(matrix, language, short=short) if each),
        source,
        numbers=_numbers(matrix, language, row),
    )


def _asked(question: Question, language: str) -> tuple[str, str, str]:
    if language == "da":
        return ASKED[question]
    said = QUESTIONS[question]
    return said.name, said.asks, said.row


def _narrowed(matrix: Matrix, language: str) -> str:
    ask = matrix.ask
    values = {
        "under": ask.rows,
        "split": ask.split if ask.question is Question.GROUPS else "",
        "role": ask.role,
        "level": ask.level,
        "status": ask.status,
    }
    only = ", ".join(f"{_NARROWED[name].say(language)} {value}" for name, value in values.items() if value)
    return f" ({only})" if only else ""


def _empty(matrix: Matrix, language: str) -> tuple[str, ...]:
    return (tell(matrix.empty, language),) if matrix.empty else ()


def _heading(column: Line, language: str, *, short: bool, counts: bool) -> Heading:
    under = named(column.heading, language)
    of = " · ".join(each for each in (under, tell(column.of, language)) if each)
    name = column.short if short else named(column.name, language)
    return Heading(name, 0.8 if short else 1.2, of, figures=counts and column.id != AGREEMENT)


def _row(matrix: Matrix, row: Line, language: str) -> PrintedRow:
    of = tell(row.of, language)
    name = named(row.name, language)
    cells = (_cell(matrix, row, column, language) for column in matrix.columns)
    first = Printed(f"{name} ({of})" if of else name)
    return PrintedRow((first, *cells), named(row.heading, language), row.depth)


def _cell(matrix: Matrix, row: Line, column: Line, language: str) -> Printed:
    cell = matrix.cell(row, column)
    words = spoken(cell, language) or tell(matrix.blank(row, column).value, language)
    return Printed(shown(cell, language), spoken=words)


def _notes(matrix: Matrix, language: str, *, short: bool) -> Iterator[str]:
    signs = "; ".join(
        f"{shown(Cell(sign), language)}\xa0{tell(words, language)}" for sign, words in matrix.legend
    )
    yield f"{signs}." if signs else ""
    yield from (tell(each, language) for each in matrix.notes)
    if short:
        yield "; ".join(named(each.name, language) for each in matrix.columns) + "."
    bases = {_base(each, language) for each in matrix.columns} - {""}
    if len(bases) == 1:
        yield f"{OF.say(language).capitalize()} {bases.pop()}."
    elif bases:
        yield from (
            f"{named(each.name, language)}: {_base(each, language)}."
            for each in matrix.columns
            if _base(each, language)
        )


def _base(line: Line, language: str) -> str:
    return base_words(line.base, language)


def _numbers(matrix: Matrix, language: str, first: str) -> PrintedTable:
    """Every number of the table in a row of its own, gaps included as words where the cell is not empty."""
    rows = [
        line
        for row in matrix.rows
        for column in matrix.columns
        if (cell := matrix.cells.get((row.id, column.id))) is not None
        for line in _lines(cell, (named(row.name, language), named(column.name, language)), language)
    ]
    return numbers_table("numbers", first, rows, language)


def _lines(cell: Cell, names: tuple[str, str], language: str) -> Iterator[PrintedRow]:
    for each in cell.figures:
        units = unit(each.unit, 2, language)
        yield numbered(*names, (tell(each.name, language) or units, each.number, each.of, units))
    if not cell.figures and cell.note:
        yield noted(*names, tell(cell.note, language))
