"""Comparisons of what is coded: codes by role and by case, kinds by hypothesis, perspectives."""

from __future__ import annotations

from dataclasses import replace

from rcoder.analysis.matrices.cells import GAPS, POLARITIES, Counted, polarity_cell, share_cell
from rcoder.analysis.matrices.perspectives import AGREEMENT, LEGEND, agreement, voice_cell
from rcoder.analysis.matrices.warnings import oversampled, unfinished
from rcoder.domain.matrix import HYPOTHESES, QUESTIONS, Ask, Blank, Cell, Figure, Line, Matrix, Question
from rcoder.domain.retrieval import Base
from rcoder.domain.roles import role_name, short_names
from rcoder.domain.terms import say
from rcoder.domain.words import Kind
from rcoder.project.door import Project
from rcoder.project.matrices.counting import ABOUT, POLARITY, Spread, counted
from rcoder.project.matrices.ground import Ground, codes, ground
from rcoder.project.matrices.selecting import (
    Chosen,
    Sql,
    chosen_codes,
    only_role,
    role_columns,
    values,
)

NO_KIND = "none"
"""Id of the column of codings without a kind."""
NO_CODES = "The study has no codes. A codebook brings them: rcoder codebook --help."


def chosen(project: Project, ask: Ask) -> Chosen:
    """The rows of a comparison of codes."""
    language = ground(project).language
    if ask.question is Question.KINDS_HYPOTHESES:
        every = chosen_codes(codes(project.sight), replace(ask, rows=HYPOTHESES), language)
        if not ask.rows or ask.rows == HYPOTHESES:
            return every
        only = codes(project.sight).below[codes(project.sight).called(ask.rows).id]
        lines = tuple(each for each in every.lines if each.id in only)
        return Chosen(lines, {each.id: every.rolled[each.id] for each in lines})
    return chosen_codes(codes(project.sight), ask, language)


def counted_rows(rows: Chosen, ask: Ask) -> Chosen:
    """The rows that are counted this time."""
    if not ask.only:
        return rows
    return Chosen(rows.lines, {each: rows.rolled[each] for each in ask.only if each in rows.rolled})


def spread(project: Project, ask: Ask, rows: Chosen | None = None) -> Spread:
    """The codings that count in a comparison of codes, and the cell of each."""
    rows = counted_rows(rows or chosen(project, ask), ask)
    role = only_role(project.sight, ground(project), ask.role)
    column, sort, table, joins, where = _columns(project, ask)
    near = "AND a.code_id IN (:codes) AND b.code_id IN (:codes)"
    if ask.question is Question.KINDS_HYPOTHESES:
        near += " AND COALESCE(a.kind, '') = COALESCE(b.kind, '')"
    row = "x.code_id"
    if rows.plain:
        near += " AND a.code_id = b.code_id"
    else:
        rolled = ((code, each) for each, own in rows.rolled.items() for code in own)
        under = values("of_row", ("code_id", "row_id"), rolled)
        table = Sql(under.text + table.text, under.params | table.params)
        joins, row = f"{joins} JOIN of_row w ON w.code_id = x.code_id", "w.row_id"
    return Spread(
        "codings",
        row,
        column,
        sort,
        before=table.text,
        joins=joins,
        where=f"AND x.code_id IN (:codes) {where} {role.text}",
        near=near,
        params={"codes": rows.codes} | table.params | role.params,
    )


def _columns(project: Project, ask: Ask) -> tuple[str, str, Sql, str, str]:
    """Column and sort of a coding, with the table, joins and conditions they need."""
    if ask.question is Question.CODES_CASES:
        return ABOUT, POLARITY, Sql("", {}), "", ""
    if ask.question is Question.KINDS_HYPOTHESES:
        return (
            f"COALESCE(x.kind, '{NO_KIND}')",
            "''",
            Sql("", {}),
            "",
            "AND NOT COALESCE(s.interviewer, FALSE)",
        )
    groups = ask.question is Question.PERSPECTIVES
    voices = role_columns(project.sight, groups=groups)
    joins = "JOIN of_role r ON r.roles = COALESCE(s.roles, '[]')"
    sort = POLARITY if groups else "''"
    return "r.column_id", sort, voices.table, joins, "AND NOT COALESCE(s.interviewer, FALSE)"


# -- codes by role, and by role group ---------------------------------------------------------------------------------


def codes_roles(project: Project, ask: Ask) -> Matrix:
    """Codes by role: passages, and interviews of those of that role."""
    found, rows = ground(project), chosen(project, ask)
    columns = _role_lines(project, found, ask, groups=False)
    got = counted(project.sight, spread(project, ask, rows), units="interviews").cells
    of = {each.id: each.base.interviews for each in columns}
    cells = {key: share_cell(own[""], of[key[1]]) for key, own in got.items() if key[1] in of}
    return _matrix(
        found,
        ask,
        rows,
        columns,
        cells,
        legend=(("7 · 5/12 42 %", "7 passages, in 5 of the 12 interviews of that role"), ("+1", "further, not coded to the end"), ("▫", "listed only"), *GAPS),
        notes=("Interviewers' words are left out. A passage of somebody with two roles stands under both.",),
    )  # fmt: skip


def perspectives(project: Project, ask: Ask) -> Matrix:
    """Codes by role group, and whether those who speak say the same."""
    found, rows = ground(project), chosen(project, ask)
    voices = _role_lines(project, found, ask, groups=True)
    got = counted(project.sight, spread(project, ask, rows), units="interviews").cells
    cells: dict[tuple[str, str], Cell] = {}
    for row in rows.lines:
        said: dict[str, dict[str, Counted]] = {}
        for voice in voices:
            own = got.get((row.id, voice.id))
            if own:
                said[voice.name] = own
                cells[row.id, voice.id] = voice_cell(own, voice.base.interviews)
        if said:
            cells[row.id, AGREEMENT] = agreement(said)
    last = Line(AGREEMENT, "agree or differ", blank=Blank.NOTHING)
    return _matrix(
        found,
        ask,
        rows,
        (*voices, last),
        cells,
        legend=(*LEGEND, ("/8", "of 8 interviews coded to the end"), ("▫", "listed only"), *GAPS),
        notes=("Interviews of the group in which it is said to be there, to be weak, to be absent.",),
    )


def _role_lines(project: Project, found: Ground, ask: Ask, *, groups: bool) -> tuple[Line, ...]:
    """Roles as columns, each with its own interviews."""
    every = found.with_role(ask.role)
    lines = []
    ids = role_columns(project.sight, groups=groups).ids
    shorts = {} if groups else short_names(ids)
    for role in ids:
        held = [each for each in found.with_role(role) if each in every] if role else [
            each for each in every if "" in each.roles
        ]  # fmt: skip
        base = found.base(held, ())
        lines.append(
            Line(
                role,
                role_name(role, found.language),
                shorts.get(role, ""),
                base=base,
                of=f"{base.interviews} int.",
                blank=_gap(base.interviews, base.interviews_not_yet),
            )
        )
    return tuple(lines)


def _gap(done: int, not_yet: int) -> Blank:
    if not done + not_yet:
        return Blank.NO_INTERVIEW
    return Blank.NOT_YET_CODED if not_yet and not done else Blank.NOT_MENTIONED


# -- codes by case ------------------------------------------------------------------------------------------------------


def codes_cases(project: Project, ask: Ask) -> Matrix:
    """Codes by case: said to be there, weak or absent; asked and not mentioned; the gaps told apart."""
    found, rows = ground(project), chosen(project, ask)
    columns = found.case_lines(ask.role, Blank.NOT_ASKED)
    got = counted(project.sight, spread(project, ask, rows), units="interviews").cells
    known = {each.id for each in columns}
    cells = {
        key: cell
        for key, own in got.items()
        if key[1] in known and not isinstance(cell := polarity_cell(own), Blank)
    }
    return _matrix(
        found,
        ask,
        rows,
        columns,
        cells,
        legend=(*POLARITIES, *GAPS),
        notes=("Passages about this case, whoever's interview they stand in. Talk in general says nothing of a case.",),
        warned=oversampled(found.cases.values()),
    )  # fmt: skip


# -- kinds by hypothesis ------------------------------------------------------------------------------------------------


def kinds_hypotheses(project: Project, ask: Ask) -> Matrix:
    """Hypotheses by kind: passages coded with what stands under them, and where those are."""
    found, rows = ground(project), chosen(project, ask)
    base = found.base(found.with_role(ask.role) if ask.role else None)
    got = counted(project.sight, spread(project, ask, rows), units="interviews cases").cells
    kinds = [Line(each.value, say(each), base=base, of=f"{base.interviews} int.") for each in Kind]
    if any(column == NO_KIND for _, column in got):
        kinds.append(Line(NO_KIND, "no kind", base=base))
    cells = {key: _kind_cell(own[""], base) for key, own in got.items()}
    return _matrix(
        found,
        ask,
        rows,
        tuple(kinds),
        cells,
        legend=(("9 · 4/12", "9 passages, in 4 of the 12 interviews coded to the end"), ("▫", "listed only")),
        notes=("A hypothesis has everything that stands under it. The kind is the coding's own.",),
    )


def _kind_cell(own: Counted, base: Base) -> Cell:
    cell = share_cell(own, base.interviews)
    figures = (*cell.figures, Figure("about", own.cases, "case", base.cases))
    return Cell(cell.shown.rsplit(" ", 2)[0] if "%" in cell.shown else cell.shown, figures)


def _matrix(
    found: Ground,
    ask: Ask,
    rows: Chosen,
    columns: tuple[Line, ...],
    cells: dict[tuple[str, str], Cell],
    *,
    legend: tuple[tuple[str, str], ...],
    notes: tuple[str, ...] = (),
    warned: tuple[str, ...] = (),
) -> Matrix:
    base = found.base(found.with_role(ask.role) if ask.role else None)
    said = QUESTIONS[ask.question]
    return Matrix(
        ask,
        said.name,
        found.study,
        said.row,
        rows.lines,
        columns,
        cells,
        legend,
        notes,
        (*warned, *unfinished(base.interviews, base.interviews_not_yet)),
        "" if rows.lines else NO_CODES,
    )
