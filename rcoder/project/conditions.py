"""Questions about support conditions: the checklist of every case, one case role by role, and the passages behind (decision 11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rcoder.analysis.absence import names
from rcoder.analysis.conditions import (
    judged_in_case,
    split_sentences,
    standing,
    standing_sentence,
    standings,
)
from rcoder.analysis.groups import sort_cases, usual_groups
from rcoder.domain.absence import SAID, Heard, Spoken
from rcoder.domain.actions.sentences import several
from rcoder.domain.codebook import Code, hypothesis_of
from rcoder.domain.conditions import CaseSheet, Cell, Checklist, Judged
from rcoder.domain.configuration import ConditionJudgement
from rcoder.domain.errors import Misuse
from rcoder.domain.groups import GroupCount
from rcoder.domain.passage import Passage
from rcoder.domain.records import from_row
from rcoder.domain.roles import role_name
from rcoder.domain.terms import say
from rcoder.domain.words import Category, Claim, Subject
from rcoder.project.absence import (
    below,
    heard_by_case,
    heard_by_role,
    interviews_held,
    roles_held,
    spoken_of,
)
from rcoder.project.arranging import case_named
from rcoder.project.attributes import attributes
from rcoder.project.door import Project
from rcoder.project.groups import counted
from rcoder.project.questions import cases
from rcoder.project.sight import PASSAGE, PASSAGE_FROM, Sight, passages

__all__ = [
    "case_groups",
    "case_sheet",
    "checklist",
    "condition_called",
    "conditions_of",
    "judged",
    "judged_in_case",
    "passages_behind",
    "split_sentences",
    "standing",
    "standing_sentence",
    "standings",
]

Groups = tuple[tuple[str, tuple[Passage, ...]], ...]
"""Passages under headings."""

NOTHING_CODED = Heard()


def checklist(project: Project) -> Checklist:
    """Every support condition in every case: what persons judged, and apart from it what the passages come to.

    A plain record for screens and exports; one question of the database counts the passages.
    """
    sight, codes = project.sight, project.codes()
    made, held, every = judged(sight), interviews_held(sight), tuple(cases(sight))
    conditions = conditions_of(codes, (each.judgement.condition_id for each in made))
    heard = heard_by_case(sight, below(codes, (each.id for each in conditions)), held)
    by_cell = _by_cell(made)
    cells = {
        (condition.id, case.id): _cell(
            condition.id, case.id, heard.get((condition.id, case.id), NOTHING_CODED), by_cell
        )
        for condition in conditions
        for case in every
    }
    return Checklist(conditions, _hypotheses(conditions, codes), every, cells, project.study().language)


def case_groups(project: Project, found: Checklist) -> tuple[GroupCount, ...]:
    """The study's groups of cases, then the outcome groups, with where every case stands."""
    known = attributes(project.sight, Subject.CASE)
    usual = (sort_cases(found.cases, each, known, found.language) for each in usual_groups(found.cases))
    return (*counted(project.sight, found.cases, known, found.language), *usual)


def case_sheet(project: Project, case: str) -> CaseSheet:
    """One case, by id or name: every condition as the case as a whole and as each role tells it. Raises NotFound."""
    sight, codes = project.sight, project.codes()
    own, held = case_named(project, case), interviews_held(sight)
    made = [each for each in judged(sight) if each.judgement.case_id == own.id]
    conditions = conditions_of(codes, (each.judgement.condition_id for each in made))
    heard = heard_by_role(sight, below(codes, (each.id for each in conditions)), held, own.id)
    by_cell = _by_cell(made)
    roles = roles_held(held)
    cells = {
        (condition.id, role): _cell(
            condition.id, own.id, heard.get((condition.id, own.id, role), NOTHING_CODED), by_cell, role
        )
        for condition in conditions
        for role in ("", *roles)
    }
    hypotheses = _hypotheses(conditions, codes)
    return CaseSheet(own, conditions, hypotheses, roles, cells, tuple(cases(sight)), project.study().language)


def conditions_of(codes: Mapping[str, Code], judged_ids: Iterable[str] = ()) -> tuple[Code, ...]:
    """The support conditions in the order of the codebooks, those of one hypothesis together; retired ones only where judged."""
    kept = set(judged_ids)
    order = {each: number for number, each in enumerate(codes)}
    by_id = dict(codes)

    def place(code: Code) -> tuple[int, int]:
        hypothesis = hypothesis_of(code, by_id)
        return order[hypothesis.id] if hypothesis is not None else len(order), order[code.id]

    found = [
        each
        for each in codes.values()
        if each.category is Category.CONDITION and (not each.retired or each.id in kept)
    ]
    return tuple(sorted(found, key=place))


def condition_called(project: Project, name: str) -> Code:
    """A support condition by key or id. Raises NotFound, and Misuse where the code is none."""
    code = project.code(name)
    if code.category is not Category.CONDITION:
        raise Misuse(
            f"{code.key} is a {say(code.category)}, and only support conditions are judged.",
            "See them with: rcoder conditions PROJECT.",
        )
    return code


def judged(sight: Sight, **wanted: str) -> tuple[Judged, ...]:
    """The judgements in sight, the asker's own first, then by coder; `wanted` are columns and their values."""
    where = "".join(f" AND j.{name} = :{name}" for name in sorted(wanted))
    rows = sight.rows(
        f"""SELECT j.*, o.name AS coder,
              (SELECT COUNT(*) FROM evidence e WHERE e.claim = 'state' AND e.claim_id = j.id AND {{seen:e}}) AS passages
            FROM condition_judgements j LEFT JOIN coders o ON o.id = j.coder_id
            WHERE {{seen:j}}{where} ORDER BY o.name, j.id""",  # noqa: S608 - names of ours
        **wanted,
    )
    found = [
        Judged(
            from_row(ConditionJudgement, row),
            row["coder"] or "",
            row["coder_id"] == sight.coder_id,
            row["passages"],
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda each: not each.own))


def passages_behind(project: Project, condition_id: str, case_id: str = "", role: str = "") -> Groups:
    """What stands behind a cell: the passages each judgement rests on, then the material by what it says.

    Without a case what stands behind the whole row, by case. Raises NotFound.
    """
    condition = condition_called(project, condition_id)
    roots = below(project.codes(), (condition.id,))
    spoken = spoken_of(project.sight, roots, case_id, role)
    if case_id:
        return (*_under_judgements(project.sight, condition.id, case_id, role), *_by_saying(spoken))
    found: list[tuple[str, tuple[Passage, ...]]] = []
    for case in cases(project.sight):
        own = tuple(each for each in spoken if each.passage.case_id == case.id)
        behind = (*_under_judgements(project.sight, condition.id, case.id, ""), *_by_saying(own))
        found += [(f"{case.name} · {heading}", under) for heading, under in behind]
    return tuple(found)


def _under_judgements(sight: Sight, condition_id: str, case_id: str, role: str) -> Groups:
    found = []
    for each in judged(sight, condition_id=condition_id, case_id=case_id):
        own = each.judgement
        if own.role != role and role:
            continue
        told = f", as the {role_name(own.role, 'en')} tells it" if own.role else ""
        rests = joined_passages(sight, own.id)
        if rests:
            whose = "You judged" if each.own else f"{each.coder} judged"
            found.append(
                (f"{whose} “{say(own.state)}”{told}: rests on {several(len(rests), 'passage')}", rests)
            )
    return tuple(found)


def joined_passages(sight: Sight, judgement_id: str) -> tuple[Passage, ...]:
    """The passages in sight that a judgement rests on, by transcript and place."""
    rows = sight.rows(
        f"""SELECT {PASSAGE}, x.stance FROM evidence x {PASSAGE_FROM}
            WHERE x.claim = :claim AND x.claim_id = :id AND {{seen:x}} ORDER BY t.title, x.start, x."end", x.id""",  # noqa: S608 - constants of ours
        claim=Claim.STATE.value,
        id=judgement_id,
    )
    return tuple(passages(rows))


def _by_saying(spoken: Iterable[Spoken]) -> Groups:
    """Material under what it says, called so that nobody takes it for a judgement."""
    found: dict[str, list[Passage]] = {}
    every = tuple(spoken)
    for saying, words in SAID.items():
        own = [each.passage for each in every if each.saying is saying]
        if own:
            found[f"Material, {words.say('en')}"] = own
    return tuple((heading, tuple(own)) for heading, own in found.items())


def _by_cell(made: Iterable[Judged]) -> dict[tuple[str, str], list[Judged]]:
    found: dict[tuple[str, str], list[Judged]] = {}
    for each in made:
        found.setdefault((each.judgement.condition_id, each.judgement.case_id), []).append(each)
    return found


def _cell(
    condition_id: str,
    case_id: str,
    heard: Heard,
    by_cell: Mapping[tuple[str, str], list[Judged]],
    role: str = "",
) -> Cell:
    own = by_cell.get((condition_id, case_id), ())
    return Cell(
        condition_id,
        case_id,
        role,
        heard,
        names(heard),
        tuple(_with_since(each, heard) for each in own if each.judgement.role == role),
        () if role else tuple(each for each in own if each.judgement.role),
    )


def _with_since(made: Judged, heard: Heard) -> Judged:
    return replace(made, since=is_later(heard.latest, made.judgement.id))


def is_later(passage_id: str, judgement_id: str) -> bool:
    """Whether a passage came after a judgement was made, where both ids tell the time (RFC 9562, version 7)."""
    return passage_id[14:15] == judgement_id[14:15] == "7" and passage_id > judgement_id


def _hypotheses(conditions: Iterable[Code], codes: Mapping[str, Code]) -> dict[str, Code]:
    by_id = dict(codes)
    found = {each.id: hypothesis_of(each, by_id) for each in conditions}
    return {name: hypothesis for name, hypothesis in found.items() if hypothesis is not None}
