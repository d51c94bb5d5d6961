"""Comparisons as tables: the matrix of the screen, in the language asked for, with where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rcoder.analysis.matrices.perspectives import AGREEMENT
from rcoder.analysis.matrices.printing import printed
from rcoder.domain.codebook import hypothesis_of
from rcoder.domain.counted import cases_line
from rcoder.domain.matrix import Ask, Cell, Line, Matrix, Question
from rcoder.domain.outgoing import Wanted
from rcoder.domain.printed import PrintedTable
from rcoder.domain.roles import in_role_order, role_name
from rcoder.domain.words import Bilingual
from rcoder.project.door import Project
from rcoder.project.exports.colophon import colophon
from rcoder.project.exports.tables.words import NOT_STRENGTH
from rcoder.project.matrices.asking import matrix
from rcoder.project.matrices.ground import Codes, codes, ground
from rcoder.project.progress import progress


def compared(project: Project, wanted: Wanted, question: Question, title: Bilingual) -> PrintedTable:
    """A comparison as a table, narrowed by hypothesis, role, level and status. Raises NotFound and Misuse."""
    found, language = matrix_of(project, wanted, question), wanted.language
    line = colophon(project).line(language)
    made = printed(found, language, key=wanted.what, title=title.say(language), source=line)
    told = (
        ()
        if any(each.of for each in found.columns)
        else (cases_line(progress(project.sight).denominator, language),)
    )
    return replace(made, notes=(*made.notes, *told, NOT_STRENGTH.say(language)))


def matrix_of(project: Project, wanted: Wanted, question: Question) -> Matrix:
    """A comparison with codes and roles called as in the language asked for, and rows with too little left out."""
    ask = Ask(
        question,
        wanted.option("hypothesis"),
        role=wanted.option("role"),
        level=wanted.option("level"),
        status=wanted.option("status"),
    )
    found = matrix(project, ask)
    if wanted.language != ground(project).language:
        found = _renamed(found, codes(project.sight), wanted.language)
    return _at_least(found, wanted)


def _at_least(found: Matrix, wanted: Wanted) -> Matrix:
    """The rows with so many passages, all columns taken together."""
    least = least_of(wanted)
    if not least:
        return found
    sums: dict[str, int] = {}
    for (row, _), cell in found.cells.items():
        sums[row] = sums.get(row, 0) + _passages(cell)
    return replace(found, rows=tuple(each for each in found.rows if sums.get(each.id, 0) >= least))


def _passages(cell: Cell) -> int:
    counted = (each for each in cell.figures if each.unit == "passage" and each.of is None)
    return sum(each.number for each in counted if "listed" not in each.name)


DIGITS = 9
"""Of the largest number that is asked for."""


def least_of(wanted: Wanted) -> int:
    """How many passages a row is to have at least. Raises Misuse where that is no number."""
    from rcoder.domain.errors import Misuse

    said = wanted.option("least")
    if said and not (said.isdecimal() and len(said) <= DIGITS):
        raise Misuse(f"{said[:40]} is no number of passages.", "Give a whole number, such as --least 2.")
    return int(said or 0)


def _renamed(found: Matrix, known: Codes, language: str) -> Matrix:
    """The comparison with codes and roles called as in the language asked for."""
    names = {each.name: role_name(each.id, language) for each in found.columns if _is_role(each)}
    columns = tuple(
        replace(_line(each, known, language), name=names.get(each.name, _line(each, known, language).name))
        for each in found.columns
    )
    rows = tuple(_line(each, known, language) for each in found.rows)
    cells = {
        key: _agreeing(cell, names) if key[1] == AGREEMENT else cell for key, cell in found.cells.items()
    }
    return replace(found, rows=rows, columns=columns, cells=cells)


def _is_role(line: Line) -> bool:
    return line.id != AGREEMENT and bool(in_role_order([line.id])) and role_name(line.id, "da") == line.name


def _line(line: Line, known: Codes, language: str) -> Line:
    code = known.by_id.get(line.id)
    if code is None:
        return line
    above = hypothesis_of(code, dict(known.by_id))
    heading = (
        f"{above.key} {above.label.say(language)}".strip()
        if above is not None and line.heading
        else line.heading
    )
    return replace(line, name=known.line(line.id, language).name, heading=heading)


def _agreeing(cell: Cell, names: Mapping[str, str]) -> Cell:
    """Whether role groups agree, the groups called as the columns are."""
    shown, note = cell.shown, cell.note
    for name, called in names.items():
        if shown == f"only {name}":
            shown = f"only {called}"
        note = _called(note, name, called)
    return cell._replace(shown=shown, note=note)


def _called(note: str, name: str, called: str) -> str:
    """A note in which a group is called otherwise: at the beginning of each of its parts."""
    parts = []
    for part in note.split("; "):
        head, between, said = part.partition(": ")
        words = [called if each == name else each for each in head.split(", ")]
        parts.append(f"{', '.join(words)}{between}{said}")
    return "; ".join(parts)
