"""The framework matrix, the page of a case, summaries and turning points on the command line."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rcoder.cli.leaving import let_out
from rcoder.cli.show import as_json, line, opened, table
from rcoder.domain import profile_words as words
from rcoder.domain.actions.sentences import several
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.framework import FrameCell, Framework, Material, Resting, Written, material_words
from rcoder.domain.groups import USUAL, Belonging, GroupCount, outcome_words

if TYPE_CHECKING:
    from rcoder.domain.case_profile import CaseProfile
    from rcoder.domain.journal import Deed
    from rcoder.project import Project

NO_HYPOTHESES = "The study's codebook has no hypotheses. Name a code: rcoder framework PROJECT --under CODE"
NO_CASES = "No cases yet."


def framework(chosen: argparse.Namespace) -> None:
    """The matrix, or one case or hypothesis of it, as a table, as JSON or as a file."""
    from rcoder.project.profile_files import ready_framework

    with opened(chosen) as project:
        found = _asked(project, chosen)
        if chosen.to:
            _, seen = let_out(chosen, project, ready_framework(found, Path(chosen.to)))
    if chosen.to and chosen.json:
        as_json({"file": chosen.to, "cells": found.size, "written": found.filled(), "findings": seen})
    elif chosen.to:
        line(f"Wrote {several(found.size, 'cell')}, {found.filled()} of them with a summary, to {chosen.to}")
    elif chosen.json:
        as_json(_matrix(found))
    else:
        _print(found)


def _asked(project: Project, chosen: argparse.Namespace) -> Framework:
    from rcoder.project.arranging import case_named
    from rcoder.project.framework import case_groups
    from rcoder.project.framework import framework as answered

    under, only = chosen.under, None
    if chosen.hypothesis:
        code = project.code(chosen.hypothesis)
        if not under and not any(each.id == code.id for each in answered(project).columns):
            under = code.parent_id or code.id
    if chosen.case:
        only = frozenset((case_named(project, chosen.case).id,))
    if chosen.group:
        group = _group(case_groups(project, answered(project, under)), chosen.group)
        inside = frozenset(each.case_id for each in group.of(Belonging.IN))
        only = inside if only is None else only & inside
    found = answered(project, under, cases=only, whole=True)
    return found.of(project.code(chosen.hypothesis).id) if chosen.hypothesis else found


def _group(groups: tuple[GroupCount, ...], name: str) -> GroupCount:
    wanted = name.strip().casefold()
    for each in groups:
        own = each.group
        if wanted in (own.id, own.id.removeprefix(USUAL), own.name.da.casefold(), own.name.en.casefold()):
            return each
    known = ", ".join(each.group.name.da or each.group.name.en for each in groups) or "none"
    raise NotFound(f"There is no group {name}.", f"There are: {known}.")


def _print(found: Framework) -> None:
    line(f"{found.study}: {found.title} by case. {found.filled()} of {found.size} cells have a summary.")
    if not found.columns or not found.cases:
        line(NO_CASES if found.columns else NO_HYPOTHESES)
        return
    group = None
    for case in found.cases:
        if case.outcome_group != group:
            group = case.outcome_group
            line()
            line(f"— {outcome_words(group)}")
        line()
        line(case.name)
        for code in found.columns:
            line(f"  {words.code_words(code, found.language)}")
            _say(found.cell(case.id, code.id), "    ")


def _say(cell: FrameCell, before: str = "") -> None:
    for each in cell.written:
        for row in each.summary.text.splitlines():
            line(f"{before}{row}")
        line(f"{before}({words.written_words(each)})")
    if not cell.written:
        line(f"{before}[not written; {material_words(cell.material)}]")


def summary(chosen: argparse.Namespace) -> None:
    """Writes, renews, removes or prints a summary."""
    from rcoder.project.arranging import case_named
    from rcoder.project.framework import cell_of
    from rcoder.project.summing_up import removing, summing_up

    with opened(chosen) as project:
        if not chosen.text and not chosen.remove and not chosen.still_stands and chosen.passage is None:
            cell = cell_of(project, case_named(project, chosen.case).id, project.code(chosen.hypothesis))
            if chosen.json:
                as_json(_cell(cell))
            else:
                _say(cell)
            return
        if chosen.remove:
            deed = removing(project, chosen.case, chosen.hypothesis)
        else:
            text = chosen.text or _kept_text(project, chosen)
            deed = summing_up(
                project, chosen.case, chosen.hypothesis, text, chosen.passage, again=chosen.still_stands
            )
        _done(project, deed, json=chosen.json)


def _kept_text(project: Project, chosen: argparse.Namespace) -> str:
    from rcoder.project.arranging import case_named
    from rcoder.project.framework import summaries_written

    code = project.code(chosen.hypothesis)
    written = summaries_written(project.sight, [case_named(project, chosen.case).id], code.id)
    own = next((each for each in written if each.own), None)
    return own.summary.text if own is not None else ""


def turning_point(chosen: argparse.Namespace) -> None:
    """Sets, changes, moves or removes a turning point."""
    wanted = [name for name in ("change", "earlier", "later", "remove") if getattr(chosen, name)]
    if len(wanted) > 1:
        raise Misuse(f"--{wanted[0]} and --{wanted[1]} are two deeds.", "Do one after the other.")
    with opened(chosen) as project:
        _done(project, _turned(project, chosen, wanted[0] if wanted else ""), json=chosen.json)


def _turned(project: Project, chosen: argparse.Namespace, wanted: str) -> Deed:
    from rcoder.project.turning_points import changing, dropping, moving, point_named, setting

    if not wanted:
        if not chosen.words:
            raise Misuse("What happened?", "Say it: rcoder turning-point PROJECT CASE WORDS.")
        return setting(
            project,
            chosen.case,
            chosen.words,
            when=chosen.when or "",
            sign=chosen.sign or "",
            passages=chosen.passage or (),
        )
    own = point_named(project, chosen.case, getattr(chosen, wanted)).id
    if wanted == "change":
        return changing(
            project,
            own,
            wording=chosen.words or None,
            when=chosen.when,
            sign=chosen.sign,
            passages=chosen.passage,
        )
    if wanted == "remove":
        return dropping(project, own)
    return moving(project, own, -1 if wanted == "earlier" else 1)


def _done(project: Project, deed: Deed, *, json: bool) -> None:
    entry = project.do(deed)
    if json:
        as_json({"entry": entry.id, "sentence": entry.sentence})
    else:
        line(entry.sentence)


def profile(chosen: argparse.Namespace) -> None:
    """A case on one page."""
    from rcoder.project.profile_files import ready_profile
    from rcoder.project.profiles import profile as answered

    with opened(chosen) as project:
        if chosen.to:
            found, seen = let_out(chosen, project, ready_profile(project, chosen.case, Path(chosen.to)))
        else:
            found = answered(project, chosen.case)
    if chosen.to:
        if chosen.json:
            as_json({"file": chosen.to, "case": found.case.name, "findings": seen})
        else:
            line(f"Wrote {found.case.name} to {chosen.to}")
    elif chosen.json:
        as_json(_profile(found))
    else:
        _page(found)


def _page(found: CaseProfile) -> None:
    line(found.case.name)
    _heading("What is known", words.known_words(found))
    table([(f"  {each.name}", each.value or "unknown") for each in found.known], ("", ""))
    _heading("Interviews", words.interviews_words(found))
    for held in found.interviews:
        line(f"  {held.title}: {words.interview_words(held, found.language)}")
    _heading("Turning points", words.turning_words(found))
    for place, turning in enumerate(found.turning, start=1):
        sign = words.SIGN_MARKS[turning.point.sign]
        line(f"  {place} {sign} {words.point_words(turning.point)} ({words.point_facts(turning)})")
    _heading("Hypotheses", words.summaries_words(found))
    for code in found.hypotheses:
        line(f"  {words.code_words(code, found.language)}")
        _say(found.cells[code.id], "    ")
    _heading("Configurations", words.configurations_words(found))
    for each in (*found.configurations, *found.others):
        line(f"  {each.number} {each.title or ''} ({words.configuration_words(each)})")
        if each.sentence:
            line(f"    {each.sentence}")
    _heading("Support conditions", words.conditions_words(found))
    for code, judged in found.conditions:
        line(f"  {words.code_words(code, found.language)}: {words.condition_words(judged, found.language)}")
    for memo, coder in found.memos:
        line(f"Memo: {' '.join((memo.title or memo.text).split())} ({coder})")
    for exhibit, coder in found.exhibits:
        line(f"Other material: {exhibit.title}; {words.exhibit_words(exhibit)} ({coder})")


def _heading(title: str, counted: str) -> None:
    line()
    line(f"{title}: {counted}")


# -- JSON --------------------------------------------------------------------------------------------------------------


def _matrix(found: Framework) -> dict[str, Any]:
    return {
        "study": found.study,
        "columns_are": found.title,
        "written": found.filled(),
        "cells_in_all": found.size,
        "columns": [
            {"id": each.id, "key": each.key, "label": {"da": each.label.da, "en": each.label.en}}
            for each in found.columns
        ],
        "cases": [
            {
                "id": case.id,
                "case": case.name,
                "outcome_group": case.outcome_group or None,
                "cells": [_cell(found.cell(case.id, each.id)) for each in found.columns],
            }
            for case in found.cases
        ],
    }


def _cell(cell: FrameCell) -> dict[str, Any]:
    return {
        "case_id": cell.case_id,
        "code_id": cell.code_id,
        "summaries": [_written(each) for each in cell.written],
        "material": _material(cell.material),
    }


def _written(each: Written) -> dict[str, Any]:
    own = each.summary
    return {
        "id": own.id,
        "coder": each.coder,
        "text": own.text,
        "at": own.at,
        **_rests(each.rests),
        "passages_since": each.since,
    }


def _rests(rests: Resting) -> dict[str, Any]:
    return {
        "passages": rests.passages,
        "in_an_earlier_text_only": rests.earlier,
        "changed_by_a_correction": rests.doubted,
        "not_coded_any_more": rests.uncoded,
    }


def _material(found: Material | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "coded_passages": found.coded,
        "in_interviews": found.interviews,
        "in_other_interviews": found.elsewhere,
        "stances": {each.value: number for each, number in found.stances.items()},
        "interviews": found.held,
        "not_coded_to_the_end": found.unfinished,
        "gap": found.gap.value if found.gap else None,
    }


def _of_configurations(found: CaseProfile) -> list[dict[str, Any]]:
    return [
        {
            "id": each.id,
            "number": each.number,
            "of_the_case": each in found.configurations,
            "level": each.level.value,
            "status": each.status,
            "sentence": each.sentence or None,
            "stances": {stance.value: number for stance, number in each.stances.items()},
        }
        for each in (*found.configurations, *found.others)
    ]


def _of_conditions(found: CaseProfile) -> list[dict[str, Any]]:
    return [
        {
            "condition": code.key,
            "coder": each.coder,
            "role": each.judgement.role or None,
            "state": each.judgement.state.value,
            "followed": each.judgement.followed.value if each.judgement.followed else None,
            "reason": each.judgement.reason,
            "passages": each.passages,
        }
        for code, each in found.conditions
    ]


def _profile(found: CaseProfile) -> dict[str, Any]:
    return {
        "id": found.case.id,
        "case": found.case.name,
        "known": [{"key": each.key, "name": each.name, "value": each.value or None} for each in found.known],
        "interviews": [
            {
                "id": each.id,
                "interview": each.title,
                "roles": list(each.roles),
                "date": each.date or None,
                "wave": each.wave or None,
                "codings": each.codings,
                "coded_to_the_end_by": list(each.finished_by),
            }
            for each in found.interviews
        ],
        "roles_missing": list(found.missing),
        "turning_points": [
            {
                "id": each.point.id,
                "coder": each.coder,
                "words": each.point.wording,
                "when": each.point.when or None,
                "sign": each.point.sign or None,
                **_rests(each.rests),
            }
            for each in found.turning
        ],
        "hypotheses": [{"hypothesis": each.key, **_cell(found.cells[each.id])} for each in found.hypotheses],
        "configurations": _of_configurations(found),
        "conditions": {"of": found.condition_count, "judged": _of_conditions(found)},
        "memos": [
            {"id": memo.id, "coder": coder, "title": memo.title, "text": memo.text}
            for memo, coder in found.memos
        ],
        "exhibits": [
            {
                "id": each.id,
                "coder": coder,
                "title": each.title,
                "words": each.words,
                "value": each.value,
                "base": each.base,
            }
            for each, coder in found.exhibits
        ],
    }
