"""Groups of cases side by side: codes, configurations or conditions, in so many of the cases of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from rcoder.analysis.groups import usual_groups
from rcoder.analysis.matrices.cells import (
    ABSENT,
    COUNTERFACTUAL,
    GAPS,
    THERE,
    WEAK,
    Counted,
    cases_cell,
    respondents_cell,
)
from rcoder.analysis.matrices.splitting import UNKNOWN, Part, parted_by_group, parted_by_value
from rcoder.analysis.matrices.states import SIGNS as STATE_SIGNS
from rcoder.analysis.matrices.warnings import oversampled, small, unfinished
from rcoder.domain.actions.sentences import several
from rcoder.domain.attributes import attribute_called
from rcoder.domain.case import Group
from rcoder.domain.errors import Misuse
from rcoder.domain.groups import checked, criteria_attributes, read_criterion, say_criterion
from rcoder.domain.matrix import (
    QUESTIONS,
    USUAL_SPLIT,
    Ask,
    Blank,
    Cell,
    Figure,
    Line,
    Matrix,
    Of,
    Question,
)
from rcoder.domain.retrieval import Base
from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.terms import say
from rcoder.domain.words import Bilingual, ConditionState, Subject
from rcoder.project.attributes import attributes
from rcoder.project.door import Project
from rcoder.project.groups import groups
from rcoder.project.matrices import codes as coded
from rcoder.project.matrices import conditions, evidence
from rcoder.project.matrices.counting import ABOUT, POLARITY, Spread, counted
from rcoder.project.matrices.ground import Ground, ground
from rcoder.project.matrices.selecting import Chosen, values

GENERAL = "general"
"""Id of the column of what is said as general experience; its numbers are of respondents."""
ELSEWHERE = "elsewhere"
"""What a passage about no case stands in."""
_HOURS = frozenset(
    {"ordinary_hours", "hours", "timer", "ordinære timer", "outcome", "outcome group", "udfaldsgruppe"}
)
_CONDITION = re.compile(r"[<>=≤≥≠]|\s(is|er|at least|mindst|at most|højst)\s")
"""What makes a condition of words: "ledighed_aar >= 5", "municipality is Nordby"."""

POLARITY_SIGNS = {
    THERE: ("", "said to be there"),
    COUNTERFACTUAL: ("↺", "counterfactual"),
    WEAK: ("◌", "said to be weak"),
    ABSENT: ("○", "said to be absent"),
}
_STANCES = {stance.value: (sign, say(stance)) for stance, sign in STANCE_SIGNS.items()}


def parts(project: Project, split: str) -> tuple[Part, ...]:
    """The cases of the study in groups: by a group, an attribute, or a condition. Raises Misuse."""
    cases = tuple(ground(project).cases.values())
    known, language = attributes(project.sight, Subject.CASE), ground(project).language
    wanted = split.strip().casefold() or USUAL_SPLIT
    for group in (*groups(project.sight), *usual_groups(cases)):
        if wanted in (each.casefold() for each in (group.id, group.name.da, group.name.en) if each):
            return parted_by_group(cases, group, known, language)
    attribute = attribute_called(criteria_attributes(known), USUAL_SPLIT if wanted in _HOURS else wanted)
    if attribute is not None:
        return parted_by_value(cases, attribute, language)
    if _CONDITION.search(split):
        criterion = checked(read_criterion(split), known)
        group = Group("", Bilingual(say_criterion(criterion, known, language)), (criterion,))
        return parted_by_group(cases, group, known, language)
    names = [
        *(each.key for each in criteria_attributes(known)),
        *(each.name.say(language) for each in groups(project.sight)),
    ]
    raise Misuse(
        f"Cases cannot be split by {split}.",
        f"They can by: {', '.join(names)}; or by a condition such as “x >= 5”.",
    )


def _inner(ask: Ask) -> Ask:
    """What the rows are of, as a question of its own."""
    question = {
        Of.CODES: Question.CODES_CASES,
        Of.CONFIGURATIONS: Question.EVIDENCE,
        Of.CONDITIONS: Question.CONDITIONS_CASES,
    }[ask.of]
    return replace(ask, question=question)


def rows_of(project: Project, ask: Ask) -> tuple[Line, ...]:
    """The rows: codes, configurations or conditions."""
    if ask.of is Of.CONFIGURATIONS:
        return tuple(replace(each, heading="") for each in evidence.chosen(project, _inner(ask)))
    if ask.of is Of.CONDITIONS:
        return conditions.chosen(project, _inner(ask)).lines
    return coded.chosen(project, _inner(ask)).lines


def spread(project: Project, ask: Ask) -> Spread:
    """The passages by row and by the group that the case they are about is in."""
    if ask.of is Of.CONFIGURATIONS:
        inner = evidence.spread(project, _inner(ask))
        row, sort = inner.column, inner.sort
    else:
        inner = coded.spread(project, _inner(replace(ask, of=Of.CODES)), _codes(project, ask))
        row, sort = inner.row, POLARITY
    pairs = [(case, part.id) for part in parts(project, ask.split) for case in sorted(part.cases)]
    own = values("part_of", ("case_id", "part_id"), pairs)
    return replace(
        inner,
        row=row,
        column=f"COALESCE(q.part_id, '{ELSEWHERE}')",
        sort=sort,
        before=inner.before + own.text,
        joins=f"{inner.joins} LEFT JOIN part_of q ON q.case_id = {ABOUT}",
        params={**inner.params, **own.params},
    )


def _codes(project: Project, ask: Ask) -> Chosen:
    return (
        conditions.chosen(project, _inner(ask))
        if ask.of is Of.CONDITIONS
        else coded.chosen(project, _inner(ask))
    )


def side_by_side(project: Project, ask: Ask) -> Matrix:
    """Rows by group of cases; cases of which it is not known stand apart, and so does general experience."""
    found = ground(project)
    every = parts(project, ask.split)
    columns = [_line(found, ask, part) for part in every]
    cells: dict[tuple[str, str], Cell]
    general: dict[tuple[str, str], Cell]
    if ask.of is Of.CONDITIONS:
        cells, general = _judged_cells(project, columns, every), {}
    else:
        cells, general = _said_cells(project, ask, columns)
    if general:
        columns.append(Line(GENERAL, "in general", of="resp.", blank=Blank.NOTHING))
    base = found.base(found.with_role(ask.role) if ask.role else None)
    return Matrix(
        ask,
        QUESTIONS[Question.GROUPS].name,
        found.study,
        ask.of.value.rstrip("s").capitalize(),
        rows_of(project, ask),
        tuple(columns),
        {**cells, **general},
        _legend(ask.of),
        (_about(columns), *_NOTES[ask.of]),
        (
            *oversampled(found.cases.values()),
            *small(each for each in columns if each.id not in (GENERAL, UNKNOWN)),
            *unfinished(base.interviews, base.interviews_not_yet),
        ),
        "" if found.cases else "The study has no cases. In an interview, A says which case it is of.",
    )


def _line(found: Ground, ask: Ask, part: Part) -> Line:
    held = [each for each in found.with_role(ask.role) if each.case_id in part.cases] if ask.role else None
    base = replace(
        found.base(held, part.cases),
        interviews=0 if held is None else sum(each.finished for each in held),
        interviews_not_yet=0 if held is None else sum(not each.finished for each in held),
    )
    blank = (
        Blank.NOT_MENTIONED
        if base.cases
        else Blank.NOT_YET_CODED
        if base.cases_not_yet
        else Blank.NO_INTERVIEW
    )
    if ask.of is Of.CONDITIONS:
        return Line(part.id, part.name, base=base, of=several(_size(base), "case"), blank=Blank.NOT_JUDGED)
    return Line(part.id, part.name, base=base, of=several(base.cases, "case"), blank=blank)


def _size(base: Base) -> int:
    """Every case of a group, coded to the end or not: judgements are counted of them all."""
    return base.cases + base.cases_not_yet + base.no_interview


def _said_cells(
    project: Project, ask: Ask, columns: list[Line]
) -> tuple[dict[tuple[str, str], Cell], dict[tuple[str, str], Cell]]:
    got = counted(project.sight, spread(project, ask), units="cases", respondents=True)
    signs = _STANCES if ask.of is Of.CONFIGURATIONS else POLARITY_SIGNS
    of = {each.id: each.base.cases for each in columns}
    cells = {
        key: cell
        for key, own in got.cells.items()
        if key[1] in of and (cell := cases_cell(own, signs, of[key[1]])) and cell.figures
    }
    voices: dict[str, dict[str, set[str]]] = {}
    for (row, _, sort), own in got.general.items():
        voices.setdefault(row, {}).setdefault(sort, set()).update(own)
    general = {}
    for row, by_sort in voices.items():
        said = {sort: Counted(respondents=len(own)) for sort, own in by_sort.items()}
        if (spoken := respondents_cell(said, signs)) is not None:
            general[row, GENERAL] = spoken
    return cells, general


def _judged_cells(
    project: Project, columns: list[Line], every: tuple[Part, ...]
) -> dict[tuple[str, str], Cell]:
    """In how many cases of each group a condition is judged met, not met and so on."""
    in_part = {case: part.id for part in every for case in part.cases}
    of = {each.id: each.base for each in columns}
    states: dict[tuple[str, str], dict[ConditionState, int]] = {}
    for (condition, case), judged in conditions.judgements(project.sight).items():
        whole = {each.state for each in judged if not each.role}
        if case in in_part and whole:
            state = whole.pop() if len(whole) == 1 else ConditionState.UNCLEAR
            own = states.setdefault((condition, in_part[case]), {})
            own[state] = own.get(state, 0) + 1
    return {key: _states_cell(own, _size(of[key[1]])) for key, own in states.items()}


def _states_cell(own: Mapping[ConditionState, int], of: int) -> Cell:
    parts_ = [f"{STATE_SIGNS[state]}{own[state]}/{of}" for state in ConditionState if state in own]
    figures = tuple(
        Figure(say(state), own[state], "case", of, " of the group")
        for state in ConditionState
        if state in own
    )
    return Cell(" ".join(parts_), figures)


def _about(columns: list[Line]) -> str:
    """The sizes of the groups."""
    sizes = [
        f"{each.name}: {each.base.cases} coded to the end, {each.base.cases_not_yet} not yet, {each.base.no_interview} without interview"
        for each in columns
        if each.id != GENERAL
    ]
    return f"Cases. {'; '.join(sizes)}."


_NOTES: dict[Of, tuple[str, ...]] = {
    Of.CODES: (
        "Cases in which somebody says so of this case; general talk counts respondents and stands apart.",
    ),
    Of.CONFIGURATIONS: ("Cases with such a passage on the configuration, its links or its elements.",),
    Of.CONDITIONS: (
        "Cases by a person's judgement, of all cases of the group; where coders differ it counts as unclear.",
    ),
}


def _legend(of: Of) -> tuple[tuple[str, str], ...]:
    if of is Of.CONDITIONS:
        return (
            *((sign, say(state)) for state, sign in STATE_SIGNS.items()),
            ("2/5", "in 2 of the group's 5 cases"),
        )
    signs = _STANCES if of is Of.CONFIGURATIONS else POLARITY_SIGNS
    said = tuple((sign, words) for sign, words in signs.values() if sign)
    return (
        ("3/8", "3 of 8 cases coded to the end"),
        ("+1", "a further case, not coded to the end"),
        *said,
        ("▫", "listed only"),
        *GAPS,
    )
