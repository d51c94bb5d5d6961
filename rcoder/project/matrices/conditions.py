"""Support conditions by case: what is judged, and the passages there are to judge by."""

from __future__ import annotations

from rcoder.analysis.matrices.states import LEGEND, Judged, state_cell
from rcoder.analysis.matrices.warnings import oversampled, unfinished
from rcoder.domain.matrix import HYPOTHESES, QUESTIONS, Ask, Cell, Matrix, Question
from rcoder.domain.words import Category, ConditionState, Followed
from rcoder.project.door import Project
from rcoder.project.matrices import codes as coded
from rcoder.project.matrices.counting import Spread, counted
from rcoder.project.matrices.ground import codes, ground
from rcoder.project.matrices.selecting import Chosen, chosen_codes
from rcoder.project.sight import Sight

NO_CONDITIONS = "The codebook has no support conditions here. f shows those of another hypothesis."
_JUDGED = """SELECT j.condition_id, j.case_id, j.state, j.role, j.reason, j.followed, o.name AS coder
    FROM condition_judgements j JOIN coders o ON o.id = j.coder_id WHERE {seen:j} ORDER BY j.role, o.name, j.id"""


def chosen(project: Project, ask: Ask) -> Chosen:
    """The support conditions of the rows."""
    rows = "" if ask.rows == HYPOTHESES else ask.rows
    language = ground(project).language
    return chosen_codes(codes(project.sight), Ask(ask.question, rows), language, (Category.CONDITION,))


def spread(project: Project, ask: Ask, rows: Chosen | None = None) -> Spread:
    """The codings with support conditions, by case."""
    by_case = Ask(Question.CODES_CASES, ask.rows, role=ask.role)
    return coded.spread(project, by_case, rows or chosen(project, ask))


def judgements(sight: Sight) -> dict[tuple[str, str], list[Judged]]:
    """What is judged, by condition and case, as far as the asker may see."""
    found: dict[tuple[str, str], list[Judged]] = {}
    for row in sight.rows(_JUDGED):
        followed = Followed(row["followed"]) if row["followed"] else None
        judged = Judged(row["coder"], ConditionState(row["state"]), row["role"], row["reason"], followed)
        found.setdefault((row["condition_id"], row["case_id"]), []).append(judged)
    return found


def conditions_cases(project: Project, ask: Ask) -> Matrix:
    """Conditions by case: a person's judgement, or how many passages wait for one."""
    found, rows = ground(project), chosen(project, ask)
    columns = found.case_lines(ask.role)
    said = counted(project.sight, spread(project, ask, rows), units="interviews").cells
    judged = judgements(project.sight)
    known, shown = {each.id for each in columns}, {each.id for each in rows.lines}
    cells: dict[tuple[str, str], Cell] = {}
    for key in (*said, *(each for each in judged if each not in said)):
        if key[0] in shown and key[1] in known:
            cell = state_cell(judged.get(key, ()), said.get(key, {}))
            if cell is not None:
                cells[key] = cell
    base = found.base(found.with_role(ask.role) if ask.role else None)
    words = QUESTIONS[ask.question]
    return Matrix(
        ask,
        words.name,
        found.study,
        words.row,
        rows.lines,
        columns,
        cells,
        LEGEND,
        (
            "Blank: coded to the end and not mentioned, which is not the same as not met.",
            "A state is a person's judgement; whether the mechanism followed is judged apart from it.",
        ),
        (*oversampled(found.cases.values()), *unfinished(base.interviews, base.interviews_not_yet)),
        "" if rows.lines else NO_CONDITIONS,
    )
