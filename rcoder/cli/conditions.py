"""Support conditions as a table and as JSON, judging them, and the names of absence of a code."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import Any

from rcoder.cli.show import as_json, line, opened, table
from rcoder.cli.terms import term
from rcoder.domain.absence import SAID, Account, CodeAbsence, Heard, Spoken
from rcoder.domain.board import Whose
from rcoder.domain.codebook import Code
from rcoder.domain.conditions import FOLLOWED_SIGNS, SIGNS, CaseSheet, Cell, Checklist, Judged, Standing
from rcoder.domain.errors import Misuse
from rcoder.domain.roles import role_name
from rcoder.domain.terms import say
from rcoder.domain.words import Absence, ConditionState, Followed, Stance

NO_JUDGEMENT = "In parentheses: what passages come to, which is no judgement (+ there, ~ weak, − said absent, if counterfactual)."


def conditions(chosen: argparse.Namespace) -> None:
    """Every condition in every case, or one case role by role."""
    from rcoder.project.conditions import case_sheet, checklist

    whose = term(Whose, chosen.whose, "--whose") if chosen.whose else None
    with opened(chosen) as project:
        if chosen.case:
            _sheet(case_sheet(project, chosen.case), whose, json=chosen.json)
        else:
            _checklist(checklist(project), whose, json=chosen.json)


def judge(chosen: argparse.Namespace) -> None:
    """Judges a condition in a case, or takes the judgement back."""
    from rcoder.project.judging import judge as judged
    from rcoder.project.judging import withdraw

    if not chosen.state and not chosen.take_back:
        raise Misuse(
            "What is the judgement?", f"Say one of {', '.join(each.value for each in ConditionState)}."
        )
    with opened(chosen) as project:
        if chosen.take_back:
            entry = project.do(withdraw(project, chosen.condition, chosen.case, chosen.role), why=chosen.why)
        else:
            deed = judged(
                project,
                chosen.condition,
                chosen.case,
                term(ConditionState, chosen.state, "STATE"),
                role=chosen.role,
                followed=term(Followed, chosen.followed, "--followed") if chosen.followed else None,
                reason=chosen.why,
                passages=_passages(chosen.rests_on),
            )
            entry = project.do(deed)
    if chosen.json:
        as_json({"entry": entry.id, "sentence": entry.sentence})
        return
    line(entry.sentence)


def _passages(given: Sequence[str] | None) -> dict[str, Stance] | None:
    if given is None:
        return None
    found = {}
    for each in given:
        name, _, stance = each.partition("=")
        if not stance:
            raise Misuse(
                f"--rests-on {each} says no stance.", "Write ID=supports, contradicts, refines or new."
            )
        found[name.strip()] = term(Stance, stance, "--rests-on")
    return found


def absence(chosen: argparse.Namespace) -> None:
    """What is said and not said of a code."""
    from rcoder.project.absence import absence_of, account
    from rcoder.project.arranging import case_named

    with opened(chosen) as project:
        found = absence_of(project, chosen.code)
        case = case_named(project, chosen.case) if chosen.case else None
        spoken = account(project, found.code.id, case.id).spoken if case is not None else ()
    cases = [case] if case is not None else list(found.cases)
    if chosen.json:
        accounts = [
            _account(found, each.id, each.name, role) for each in cases for role in ("", *found.roles)
        ]
        as_json(
            {"code": found.code.key, "accounts": accounts, "passages": [_passage(each) for each in spoken]}
        )
        return
    line(f"{found.code.key} {found.code.label.say(found.language)}")
    names = [role_name(role, found.language) for role in found.roles]
    rows = [
        (
            each.name,
            *(_told(found.account(each.id, role)) for role in ("", *found.roles)),
        )
        for each in cases
    ]
    table(rows, ("case", "whole case", *names))
    for each in spoken:
        who = ", ".join(each.passage.roles) or each.passage.speaker
        line(
            f"  {SAID[each.saying].say('en')}: “{' '.join(each.passage.text.split())}” {each.passage.transcript}, {who}"
        )


# -- printing ----------------------------------------------------------------------------------------------------------


def _checklist(found: Checklist, whose: Whose | None, *, json: bool) -> None:
    from rcoder.project.conditions import split_sentences, standings

    whose = whose or found.whose
    if json:
        as_json(
            {
                "whose": whose.value,
                "cases": [
                    {"id": case.id, "case": case.name, "outcome_group": case.outcome_group or None}
                    for case in found.cases
                ],
                "conditions": [
                    {
                        **_condition(each, found.hypotheses.get(each.id)),
                        "standings": [_standing(one) for one in standings(found, each.id, whose)],
                        "cells": [_cell(cell) for cell in found.row(each.id)],
                    }
                    for each in found.conditions
                ],
            }
        )
        return
    if not found.conditions:
        line(
            "The study's codebook has no support conditions. Add one: rcoder codebook add PROJECT KEY --condition"
        )
        return
    rows = [
        (each.key, each.label.say(found.language), *(_words(cell, whose) for cell in found.row(each.id)), "")
        for each in found.conditions
    ]
    table(rows, ("", "condition", *(case.name for case in found.cases), ""))
    line()
    said: dict[str, None] = {}
    for each in found.conditions:
        whole, *rest = split_sentences(standings(found, each.id, whose))
        line(f"{each.key}: {whole}")
        if any(cell.by(whose) for cell in found.row(each.id)):
            for sentence in rest[:-1]:
                line(f"    {sentence}")
            said.update(dict.fromkeys(rest[-1:]))
    for sentence in said:
        line(sentence)
    line(NO_JUDGEMENT)


def _sheet(found: CaseSheet, whose: Whose | None, *, json: bool) -> None:
    roles = ("", *found.roles)
    judged = any(each.own for each in found.cells.values())
    whose = whose or (Whose.MINE if judged else Whose.SEEN)
    if json:
        as_json(
            {
                "case": found.case.name,
                "whose": whose.value,
                "conditions": [
                    {
                        **_condition(each, found.hypotheses.get(each.id)),
                        "accounts": [_cell(found.cell(each.id, role)) for role in roles],
                    }
                    for each in found.conditions
                ],
            }
        )
        return
    line(f"{found.case.name}: support conditions as the whole case and as each role tells them")
    names = ["whole case", *(role_name(role, found.language) for role in found.roles)]
    rows = [
        (
            each.key,
            each.label.say(found.language),
            *(_words(found.cell(each.id, role), whose) for role in roles),
            "",
        )
        for each in found.conditions
    ]
    table(rows, ("", "condition", *names, ""))
    line(NO_JUDGEMENT)


def _words(cell: Cell, whose: Whose) -> str:
    """A cell: the judgements in words; without one, in parentheses what passages come to."""
    judged = cell.by(whose)
    if not judged:
        return f"({_heard(cell.heard, cell.absences)})"
    said = []
    for each in judged:
        own = each.judgement
        followed = f" {FOLLOWED_SIGNS[own.followed]}" if own.followed is not None else ""
        who = f"{each.coder}: " if len(judged) > 1 else ""
        said.append(f"{who}{SIGNS[own.state]} {say(own.state)}{followed}{' *' if each.since else ''}")
    return "; ".join(said)


def _told(account: Account) -> str:
    return _heard(account.heard, account.absences)


_MARKS = {"present": "+", "weak": "~", "absent": "−", "counterfactual": "if", "beneath": " under it"}


def _heard(heard: Heard, absences: Iterable[Absence]) -> str:
    counts = [
        f"{heard.of(each)}{_MARKS.get(each.value, f' {each.value}')}"
        for each in heard.counts
        if heard.of(each) and heard.answers and each.value not in ("asked", "waiting", "listed", "earlier")
    ]
    return " ".join(counts) if counts else ", ".join(say(each) for each in absences)


# -- JSON --------------------------------------------------------------------------------------------------------------


def _condition(condition: Code, hypothesis: Code | None) -> dict[str, Any]:
    return {
        "id": condition.id,
        "condition": condition.key,
        "label": {"da": condition.label.da, "en": condition.label.en},
        "hypothesis": hypothesis.key if hypothesis else None,
    }


def _standing(found: Standing) -> dict[str, Any]:
    return {
        "outcome_group": "all" if found.group is None else found.group or None,
        "cases": found.cases,
        "judged": found.judged,
        "states": {each.value: found.states.get(each, 0) for each in ConditionState},
        "judged_differently": found.differ,
        "not_judged": found.not_judged,
        "no_interview": found.no_interview,
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "case_id": cell.case_id,
        "role": cell.role or None,
        "judgements": [_judged(each) for each in (*cell.judged, *cell.told)],
        "passages": {saying.value: count for saying, count in cell.heard.counts.items()},
        "absences": [each.value for each in cell.absences],
        "interviews": cell.heard.interviews,
        "not_coded_to_the_end": cell.heard.unfinished,
    }


def _judged(found: Judged) -> dict[str, Any]:
    own = found.judgement
    return {
        "id": own.id,
        "coder": found.coder,
        "role": own.role or None,
        "state": own.state.value,
        "followed": own.followed.value if own.followed else None,
        "reason": own.reason,
        "passages": found.passages,
        "passages_since": found.since,
    }


def _account(found: CodeAbsence, case_id: str, case: str, role: str) -> dict[str, Any]:
    account = found.account(case_id, role)
    return {
        "case": case,
        "role": role or None,
        "absences": [each.value for each in account.absences],
        "passages": {saying.value: count for saying, count in account.heard.counts.items()},
        "interviews": account.heard.interviews,
        "not_coded_to_the_end": account.heard.unfinished,
    }


def _passage(found: Spoken) -> dict[str, Any]:
    passage = found.passage
    return {
        "id": passage.id,
        "saying": found.saying.value,
        "transcript": passage.transcript,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "roles": list(passage.roles),
        "coder": passage.coder,
        "directness": passage.directness.value,
        "prompting": passage.prompting.value,
    }
