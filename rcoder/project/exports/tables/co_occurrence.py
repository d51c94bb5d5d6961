"""Co-occurrence: which codes are linked to which in configurations, a pair a row, never by passages that overlap."""

from __future__ import annotations

from collections.abc import Iterator

from rcoder.analysis.matrices.speaking import named, tell
from rcoder.domain.counted import OF, TO_THE_END, cases_line
from rcoder.domain.matrix import NO_CELL, Cell, Matrix, Question
from rcoder.domain.outgoing import Wanted
from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable
from rcoder.domain.terms import say
from rcoder.domain.words import Bilingual, Effect, Stance
from rcoder.project.door import Project
from rcoder.project.exports.tables.compared import matrix_of
from rcoder.project.exports.tables.making import whole
from rcoder.project.exports.tables.words import NOT_STRENGTH
from rcoder.project.progress import progress

TITLE = Bilingual("Koder, der er forbundet i konfigurationer", "Codes that are linked in configurations")
FROM, TO = Bilingual("Fra", "From"), Bilingual("Til", "To")
_LINKED = Bilingual("Konfigurationer", "Configurations")
_SUPPORTED = Bilingual("Støttet i sager", "Supported in cases")
_STANCES = (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.REFINES)
_PASSAGES = Bilingual("passager på forbindelserne", "passages on the links")
_NOTES = (
    "A condition on a link counts towards what that link goes to.",
    "A consolidated configuration is counted by its members.",
)
_READ = Bilingual(
    "Fra forbindelser, som nogen har sat i konfigurationer, aldrig fra passager, der overlapper. Hvor mange konfigurationer, der har "
    "forbindelsen, og i hvor mange sager passager på den støtter den.",
    "From links that somebody made in configurations, never from passages that overlap. How many configurations have the link, and in "
    "how many cases passages on it support it.",
)


def table(project: Project, wanted: Wanted) -> PrintedTable:
    """A row for each pair of codes; narrowed by hypothesis, role, level and status. Raises NotFound and Misuse."""
    language, found = wanted.language, matrix_of(project, wanted, Question.CO_OCCURRENCE)
    denominator, configurations = progress(project.sight).denominator, _of(found)
    notes = [tell(each, language) for each in _NOTES]
    if found.empty:
        notes.append(tell(found.empty, language))
    return whole(
        project,
        wanted,
        ("co-occurrence", TITLE),
        tuple(_headings(configurations, denominator.coded, language)),
        list(_rows(found, language)),
        before=(_READ.say(language),),
        notes=(*notes, cases_line(denominator, language), NOT_STRENGTH.say(language)),
    )


def _of(found: Matrix) -> int:
    """How many configurations there are that could have a link."""
    cell = next(iter(found.cells.values()), NO_CELL)
    return int(cell.note.split()[1]) if cell.note else 0


def _headings(configurations: int, cases: int, language: str) -> Iterator[Heading]:
    of = OF.say(language)
    yield Heading(FROM.say(language), 2.6)
    yield Heading(TO.say(language), 2.6)
    yield Heading(_LINKED.say(language), 1.2, f"{of} {configurations}", figures=True)
    yield from (Heading(say(effect, language).capitalize(), 0.8, figures=True) for effect in Effect)
    yield Heading(_SUPPORTED.say(language), 1.0, f"{of} {cases} {TO_THE_END.say(language)}", figures=True)
    yield from (
        Heading(say(each, language).capitalize(), 0.9, _PASSAGES.say(language), figures=True)
        for each in _STANCES
    )


def _rows(found: Matrix, language: str) -> Iterator[PrintedRow]:
    for row in found.rows:
        for column in found.columns:
            cell = found.cells.get((row.id, column.id))
            if cell is not None:
                ends = (Printed(named(row.name, language)), Printed(named(column.name, language)))
                yield PrintedRow((*ends, *(Printed(str(number), number) for number in _numbers(cell))))


def _numbers(cell: Cell) -> Iterator[int]:
    """The cell's numbers, in the order of the columns."""
    by_name = {each.name: each.number for each in cell.figures}
    yield by_name["linked in"]
    yield from (by_name.get(say(effect), 0) for effect in Effect)
    yield by_name["passages on the links support it in"]
    yield from (by_name.get(say(stance), 0) for stance in _STANCES)
