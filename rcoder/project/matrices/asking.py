"""A comparison asked for, kept until something it rests on changes, and the passages behind each cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from rcoder.analysis.counting import counts_as
from rcoder.analysis.matrices.cells import ASKED
from rcoder.analysis.matrices.perspectives import AGREEMENT
from rcoder.domain.errors import Misuse
from rcoder.domain.matrix import Ask, Line, Matrix, Of, Question
from rcoder.domain.passage import Passage
from rcoder.domain.roles import in_role_order, role_name
from rcoder.domain.terms import say
from rcoder.domain.words import Stance, role_group
from rcoder.project.door import Project
from rcoder.project.kept import kept
from rcoder.project.matrices import codes, conditions, evidence, groups, links
from rcoder.project.matrices.counting import Spread, cell_passages
from rcoder.project.matrices.ground import Ground, ground
from rcoder.project.matrices.offering import roles_known
from rcoder.project.sight import Sight

TABLES = frozenset(
    {
        "attributes", "case_groups", "cases", "codebooks", "coders", "codes", "codings", "condition_judgements", "configurations",
        "elements", "evidence", "finishes", "links", "places", "revisions", "speakers", "study", "transcripts",
    }
)  # fmt: skip
"""Tables that comparisons rest on."""

Passages = tuple[tuple[str, tuple[Passage, ...]], ...]
"""Passages by heading."""


class Answering(NamedTuple):
    """How a question is answered, and which passages are behind a cell of it."""

    matrix: Callable[[Project, Ask], Matrix]
    spread: Callable[[Project, Ask], Spread]


_ANSWERING: dict[Question, Answering] = {
    Question.EVIDENCE: Answering(evidence.evidence, evidence.spread),
    Question.CODES_ROLES: Answering(codes.codes_roles, codes.spread),
    Question.CODES_CASES: Answering(codes.codes_cases, codes.spread),
    Question.CONDITIONS_CASES: Answering(conditions.conditions_cases, conditions.spread),
    Question.KINDS_HYPOTHESES: Answering(codes.kinds_hypotheses, codes.spread),
    Question.CO_OCCURRENCE: Answering(links.co_occurrence, links.spread),
    Question.KINDS_TOGETHER: Answering(links.co_occurrence, links.spread),
    Question.GROUPS: Answering(groups.side_by_side, groups.spread),
    Question.PERSPECTIVES: Answering(codes.perspectives, codes.spread),
}


def matrix(project: Project, ask: Ask) -> Matrix:
    """A question answered as far as the asker may see. Raises NotFound and Misuse where it has no meaning."""
    if ask.role and not ground(project).with_role(ask.role):
        known = ", ".join(name for name, _ in roles_known(project))
        raise Misuse(f"No interview is with {ask.role}.", f"There is {known or 'none'}.")
    name = f"matrix {ask.question} {''.join(ask.only[:1])}"
    held = project.sight.kept.get(name)
    if held is not None and held.answer.ask != ask:
        del project.sight.kept[name]
    return kept(project.sight, name, TABLES, lambda: _ANSWERING[ask.question].matrix(project, ask))


MOST = 5_000
"""Codings that are counted at a time: about as long as a key may wait."""
_SLICED = (Question.CODES_ROLES, Question.CODES_CASES, Question.KINDS_HYPOTHESES, Question.PERSPECTIVES)


def slices(project: Project, ask: Ask) -> tuple[Ask, ...]:
    """The question in parts that are each answered quickly: so many rows at a time. Each gives every row, and cells of its own."""
    if not _is_sliced(ask):
        return (ask,)
    by_code = _codings(project.sight)
    rolled = codes.chosen(project, ask).rolled
    parts: list[list[str]] = [[]]
    room = MOST
    for row, own in rolled.items():
        weight = sum(by_code.get(each, 0) for each in own)
        if weight > room and parts[-1]:
            parts.append([])
            room = MOST
        parts[-1].append(row)
        room -= weight
    return (ask,) if len(parts) == 1 else tuple(replace(ask, only=tuple(each)) for each in parts)


def _is_sliced(ask: Ask) -> bool:
    """Whether its rows are codes, of whose codings there may be many."""
    return ask.question in _SLICED or (ask.question is Question.GROUPS and ask.of is Of.CODES)


def _codings(sight: Sight) -> dict[str, int]:
    """How many codings in sight each code has."""
    sql = """SELECT code_id, SUM(n) AS n FROM (SELECT coder_id, code_id, COUNT(*) AS n FROM codings GROUP BY coder_id, code_id) g
        WHERE {seen} GROUP BY code_id"""
    return {row["code_id"]: int(row["n"]) for row in sight.rows(sql)}


_HEADINGS = {
    "present": "Said to be there",
    "counterfactual": "Counterfactual",
    "weak": "Said to be weak",
    "absent": "Said to be absent",
    ASKED: "Asked",
    "": "Passages",
    **{each.value: say(each).capitalize() for each in Stance},
}
"""What passages of a sort stand under, in order."""
GENERAL, LISTED = "General experience", "Listed, not counted"


def behind(project: Project, ask: Ask, row: Line, column: Line | None) -> Passages:
    """The passages behind a cell, or behind a whole row, by what they say; general experience and what is not counted last."""
    spread = _spread_of(project, ask, row, column)
    found = _of_cell(project, ask, spread, row.id, column.id if column is not None else None)
    by_voice = ask.question is Question.PERSPECTIVES and (column is None or column.id == AGREEMENT)
    order = [*_HEADINGS.values(), GENERAL, LISTED]
    grouped: dict[tuple[str, int], list[Passage]] = {}
    for sort, passage in found:
        place = order.index(_heading(ask, sort, passage))
        for voice in _voices(passage) if by_voice else ("",):
            grouped.setdefault((voice, place), []).append(passage)
    voices = in_role_order({voice for voice, _ in grouped})
    return tuple(
        (
            _under(voice, order[place], by_voice=by_voice, language=ground(project).language),
            tuple(grouped[voice, place]),
        )
        for voice, place in sorted(grouped, key=lambda key: (voices.index(key[0]), key[1]))
    )


def _spread_of(project: Project, ask: Ask, row: Line, column: Line | None) -> Spread:
    """The passages of the comparison, narrowed to the row or column where that is quickly done."""
    if ask.question is Question.EVIDENCE and column is not None:
        return evidence.spread(project, ask, (column,))
    narrowed = replace(ask, only=(row.id,)) if _is_sliced(ask) else ask
    return _ANSWERING[ask.question].spread(project, narrowed)


def _voices(passage: Passage) -> tuple[str, ...]:
    """The role groups of who says it."""
    return tuple(dict.fromkeys(role_group(each) for each in passage.roles)) or ("",)


def _under(voice: str, heading: str, *, by_voice: bool, language: str) -> str:
    return f"{role_name(voice, language)}: {heading[0].lower()}{heading[1:]}" if by_voice else heading


def _of_cell(
    project: Project, ask: Ask, spread: Spread, row: str, column: str | None
) -> list[tuple[str, Passage]]:
    """The passages of a cell; the row or column of general experience has those alone, other cells none of them."""
    sight = project.sight
    if ask.question is Question.EVIDENCE and row == evidence.GENERAL:
        every = cell_passages(sight, spread, None, column)
        return [each for each in every if _is_general(ground(project), each[1])]
    if column in (groups.GENERAL, AGREEMENT):
        every = cell_passages(sight, spread, row, None)
        return (
            every
            if column == AGREEMENT
            else [each for each in every if counts_as(each[1])[0] == "respondent"]
        )
    found = cell_passages(sight, spread, row, column)
    if ask.question in _OF_CASES and column is not None:
        return [each for each in found if counts_as(each[1])[0] != "respondent"]
    return found


_OF_CASES = (Question.EVIDENCE, Question.CODES_CASES, Question.CONDITIONS_CASES, Question.GROUPS)


def _is_general(found: Ground, passage: Passage) -> bool:
    return counts_as(passage)[0] == "respondent" or passage.case_id not in found.cases


def _heading(ask: Ask, sort: str, passage: Passage) -> str:
    counts, _ = counts_as(passage)
    if counts == "listed":
        return _HEADINGS[ASKED] if sort == ASKED else LISTED
    return GENERAL if counts == "respondent" and ask.question in _OF_CASES else _HEADINGS[sort]
