"""The command that retrieves passages."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from rcoder.cli.leaving import let_out
from rcoder.cli.shapes import quotation_shapes
from rcoder.cli.show import as_json, line, opened
from rcoder.domain.actions.sentences import several
from rcoder.domain.errors import Misuse
from rcoder.domain.retrieval import Count, Gathering, Grouping, Retrieved, counted_in_words
from rcoder.domain.retrieval_query import narrowed
from rcoder.domain.terms import letter, say, say_listed
from rcoder.project.exporting_passages import ready_passages
from rcoder.project.retrieval_groups import gathered
from rcoder.project.retrieving import Retrieval, code_query
from rcoder.project.retrieving import retrieve as ask


def retrieve(chosen: argparse.Namespace) -> None:
    """The passages of a query, or a file of them."""
    query = _query(chosen)
    by = None if chosen.by == "nothing" else Grouping(chosen.by)
    with opened(chosen) as project:
        if chosen.to:
            ready = ready_passages(
                project, query, Path(chosen.to), by=by, coders=chosen.coders, memos=chosen.memos
            )
            written, seen = let_out(chosen, project, ready)
            if chosen.json:
                as_json({"file": str(written.file), "results": written.results, "findings": seen})
            else:
                line(f"Wrote {several(written.results, 'result')} to {written.file}")
            return
        found = ask(project, query)
    groups = gathered(found, by) if by is not None else ()
    if chosen.json:
        as_json(_shape(found, groups, counts=chosen.counts))
    else:
        _print(found, groups, counts=chosen.counts)


def _query(chosen: argparse.Namespace) -> str:
    """The query with what the options say of it."""
    code = code_query(chosen.code.rstrip("*/")) if chosen.code else ""
    query = chosen.query.strip()
    wanted = [
        ("code", chosen.code.rstrip("*/") + "*" if chosen.code and query else ""),
        ("role", chosen.role),
        ("case", chosen.case),
        ("group", chosen.group),
        ("outcome", chosen.outcome),
        ("interview", chosen.interview),
        ("coder", chosen.coded_by),
        ("stance", chosen.stance),
        ("kind", chosen.kind),
    ]
    text = narrowed(query or code, wanted)
    if not text:
        raise Misuse("rcoder retrieve needs a query or one of its options.", "See rcoder retrieve --help.")
    return text


def _print(found: Retrieval, groups: tuple[Gathering, ...], *, counts: bool) -> None:
    for each in groups:
        line(f"{each.name}: {counted_in_words(each.count)}")
        if not counts:
            for result in each.results:
                _print_result(found, result)
    if not groups and not counts:
        for result in found.results:
            _print_result(found, result)
    line(counted_in_words(found.count))


def _print_result(found: Retrieval, result: tuple[int, ...]) -> None:
    for number, place in enumerate(result):
        each = found[place]
        passage = each.passage
        stance = f"{say(passage.stance)} " if passage.stance else ""
        listed = f"  listed: {say_listed(each.why_listed)}" if each.why_listed else ""
        joint = "+ " if number else "  "
        turn = f" {each.turn + 1}" if each.turn is not None else ""
        where = f"{passage.transcript}{turn} {passage.speaker}".rstrip()
        line(
            f"{joint}{stance}{letter(each.kind)} {each.code} {each.label}  [{passage.coder}]  {where}{listed}"
        )
        line(f"      “{passage.text}”")


def _shape(found: Retrieval, groups: tuple[Gathering, ...], *, counts: bool) -> dict[str, Any]:
    numbers = {result: number for number, result in enumerate(found.results)}
    return {
        "query": found.query.text,
        "count": _count(found.count),
        "groups": [
            {
                "id": each.key or None,
                "name": each.name,
                "count": _count(each.count),
                "results": [numbers[result] for result in each.results],
            }
            for each in groups
        ],
        "results": [] if counts else [[_passage(found[one]) for one in result] for result in found.results],
    }


def _count(count: Count) -> dict[str, int]:
    base = count.base
    return {
        "passages": count.passages,
        "interviews": count.interviews,
        "of_interviews": base.interviews,
        "further_interviews": count.interviews_not_yet,
        "cases": count.cases,
        "of_cases": base.cases,
        "further_cases": count.cases_not_yet,
        "cases_without_interview": count.no_interview,
        "respondents": count.respondents,
        "listed": count.listed,
        "results": count.results,
    }


def _passage(each: Retrieved) -> dict[str, Any]:
    passage = each.passage
    return {
        "id": passage.id,
        "transcript": passage.transcript_id,
        "title": passage.transcript,
        "start": passage.start,
        "end": passage.end,
        "revision": passage.revision,
        "earlier": passage.earlier,
        "turn": each.turn,
        "text": passage.text,
        "code": each.code or None,
        "label": each.label,
        "kind": each.kind.value if each.kind else None,
        "stance": passage.stance.value if passage.stance else None,
        "coder": passage.coder,
        "speaker": passage.speaker,
        "interviewer": passage.interviewer,
        "roles": list(passage.roles),
        "case": passage.case or None,
        "outcome_group": each.outcome_group or None,
        "polarity": each.polarity.value,
        "counterfactual": each.counterfactual,
        "scope": passage.scope.value,
        "actor": each.actor or None,
        "directness": passage.directness.value,
        "prompting": passage.prompting.value,
        "memo": passage.memo,
        "configurations": list(each.configurations),
        "counts": each.counts,
        "why_listed": each.why_listed or None,
        "quotations": quotation_shapes(passage.quotations),
    }
