"""Frequencies: how much is coded with each code and what stands under it, with what each number is of, by role group too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rcoder.analysis.matrices.cells import NOTHING_COUNTED, Counted
from rcoder.domain.counted import OF, PERCENT, TO_THE_END, base_words, decimal
from rcoder.domain.outgoing import Wanted
from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable
from rcoder.domain.retrieval import Base
from rcoder.domain.roles import role_name
from rcoder.domain.words import Bilingual
from rcoder.project.door import Project
from rcoder.project.exports.tables.compared import least_of
from rcoder.project.exports.tables.making import role_asked, whole
from rcoder.project.exports.tables.words import COUNTED_ONCE, NOT_STRENGTH
from rcoder.project.matrices.counting import Spread, counted
from rcoder.project.matrices.ground import Codes, codes, ground
from rcoder.project.matrices.selecting import only_role, role_columns, values

TITLE = Bilingual("Hyppigheder", "Frequencies")
CODE, PASSAGES = Bilingual("Kode", "Code"), Bilingual("Passager", "Passages")
INTERVIEWS, CASES = Bilingual("Interview", "Interviews"), Bilingual("Sager", "Cases")
_NOTES = (
    Bilingual(
        "En kode har sine egne passager og dem, der er kodet med det, som står under den; passager, der overlapper, tæller én gang. "
        "Derfor lægges rækkerne ikke sammen.",
        "A code has its own passages and those coded with what stands under it; passages that overlap count once. "
        "So rows do not add up.",
    ),
    Bilingual(
        "Interview og sager er af dem, der er kodet til ende; +1 er ét yderligere, der ikke er det. En rolles tal er af rollens egne "
        "interview. Interviewerens ord er ikke med.",
        "Interviews and cases are of those coded to the end; +1 is one further that is not. A role's numbers are of its own interviews. "
        "The interviewer's words are left out.",
    ),
    COUNTED_ONCE,
)
_ALL = ""
"""The column of everybody."""


class _Column(NamedTuple):
    """Whose passages are counted, and of how many interviews and cases."""

    id: str
    name: str
    base: Base


def table(project: Project, wanted: Wanted) -> PrintedTable:
    """A row for each code; narrowed by hypothesis, role and least number of passages; `by` roles, role groups or nothing."""
    language, known, found = wanted.language, codes(project.sight), ground(project)
    among = (
        set(known.below[known.called(wanted.option("hypothesis")).id])
        if wanted.option("hypothesis")
        else set(known.by_id)
    )
    rows = {
        each: known.below[each] for each in known.depths if each in among and not known.by_id[each].retired
    }
    role = role_asked(project, wanted)
    base = found.base(found.with_role(role) if role else None)
    every = counted(project.sight, _spread(project, rows, role), units="interviews cases").cells
    columns = _columns(project, wanted)
    by_role = _counted_by_role(project, rows, wanted) if columns else {}
    least, printed = least_of(wanted), []
    for code in rows:
        own = every.get((code, _ALL), {}).get("", NOTHING_COUNTED)
        if own.passages >= least:
            cells = [*_everybody(own, base, language), *_of_roles(by_role, code, columns, language)]
            printed.append(_row(known, code, cells, language))
    notes = (f"{base_words(base, language)}.", *(each.say(language) for each in _NOTES))
    headings = tuple(_headings(base, columns, language))
    return whole(
        project,
        wanted,
        ("frequencies", TITLE),
        headings,
        printed,
        before=(NOT_STRENGTH.say(language),),
        notes=notes,
    )


def _spread(project: Project, rows: dict[str, tuple[str, ...]], role: str, column: str = "''") -> Spread:
    """Codings with a code or what stands under it, by code."""
    under = values(
        "of_row", ("code_id", "row_id"), ((code, row) for row, own in rows.items() for code in own)
    )
    only = only_role(project.sight, ground(project), role)
    return Spread(
        "codings",
        "w.row_id",
        column,
        before=under.text,
        joins="JOIN of_row w ON w.code_id = x.code_id",
        where=f"AND x.code_id IN (:codes) AND NOT COALESCE(s.interviewer, FALSE) {only.text}",
        near="AND a.code_id IN (:codes) AND b.code_id IN (:codes)",
        params={"codes": sorted({code for own in rows.values() for code in own})}
        | under.params
        | only.params,
    )


def _counted_by_role(
    project: Project, rows: dict[str, tuple[str, ...]], wanted: Wanted
) -> dict[tuple[str, str], dict[str, Counted]]:
    voices = role_columns(project.sight, groups=wanted.option("by", "groups") == "groups")
    plain = _spread(project, rows, wanted.option("role"), "r.column_id")
    spread = Spread(
        plain.table,
        plain.row,
        plain.column,
        before=plain.before + voices.table.text,
        joins=f"{plain.joins} JOIN of_role r ON r.roles = COALESCE(s.roles, '[]')",
        where=plain.where,
        near=plain.near,
        params={**plain.params, **voices.table.params},
    )
    return counted(project.sight, spread, units="interviews").cells


def _columns(project: Project, wanted: Wanted) -> tuple[_Column, ...]:
    """Roles or role groups that interviews were held with, each with its own interviews."""
    by, found = wanted.option("by", "groups"), ground(project)
    if by == "none" or wanted.option("role"):
        return ()
    return tuple(
        _Column(role, role_name(role, wanted.language), found.base(found.with_role(role), ()))
        for role in role_columns(project.sight, groups=by == "groups").ids
        if role
    )


def _headings(base: Base, columns: tuple[_Column, ...], language: str) -> Iterator[Heading]:
    of, end, share = OF.say(language), TO_THE_END.say(language), PERCENT.say(language)
    yield Heading(CODE.say(language), 3.2)
    yield Heading(PASSAGES.say(language), 0.9, figures=True)
    for name, number in ((INTERVIEWS, base.interviews), (CASES, base.cases)):
        yield Heading(name.say(language), 0.95, f"{of} {number} {end}", figures=True)
        yield Heading(share, 0.8, name.say(language).lower(), figures=True, share=True)
    for each in columns:
        yield Heading(each.name.capitalize(), 1.1, f"{of} {each.base.interviews} {end}", figures=True)
        yield Heading(share, 0.9, each.name, figures=True, share=True)


def _everybody(own: Counted, base: Base, language: str) -> Iterator[Printed]:
    yield Printed(str(own.passages), own.passages)
    yield from _part(own.interviews, own.interviews_not_yet, base.interviews, language)
    yield from _part(own.cases, own.cases_not_yet + own.no_interview, base.cases, language)


def _of_roles(
    by_role: dict[tuple[str, str], dict[str, Counted]],
    code: str,
    columns: tuple[_Column, ...],
    language: str,
) -> Iterator[Printed]:
    for column in columns:
        own = by_role.get((code, column.id), {}).get("", NOTHING_COUNTED)
        yield from _part(own.interviews, own.interviews_not_yet, column.base.interviews, language)


def _part(number: int, further: int, of: int, language: str) -> Iterator[Printed]:
    """A number of those coded to the end with what is further, and its share."""
    yield Printed(f"{number} +{further}" if further else str(number), number)
    yield Printed(decimal(100 * number / of, language), number / of) if of else Printed("–")


def _row(known: Codes, code: str, cells: list[Printed], language: str) -> PrintedRow:
    line = known.line(code, language)
    return PrintedRow((Printed(line.name), *cells), depth=line.depth)
