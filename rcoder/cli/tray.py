"""The command on the tray."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from rcoder.cli.shapes import place_shape
from rcoder.cli.show import as_json, line, opened
from rcoder.cli.terms import term
from rcoder.domain.actions.sentences import several
from rcoder.domain.errors import Misuse
from rcoder.domain.times import to_the_minute
from rcoder.domain.transcript import Span
from rcoder.domain.words import Stance
from rcoder.project.claim_named import claim_named
from rcoder.project.tray import Home, attaching, in_tray, noting, putting, taking_out
from rcoder.project.tray import tray as passages_in

if TYPE_CHECKING:
    from rcoder.domain.journal import Deed
    from rcoder.project import Project
    from rcoder.project.tray import TrayLine


def tray(chosen: argparse.Namespace) -> None:
    """The passages in the tray; first what was asked for is done."""
    with opened(chosen) as project:
        deed = _deed(project, chosen)
        entry = project.do(deed) if deed is not None else None
        found = passages_in(project)
    if chosen.json:
        as_json([shape(each) for each in found])
        return
    if entry is not None:
        line(entry.sentence)
        return
    for each in found:
        _say(each)
    line(several(len(found), "passage") + " in the tray" if found else "The tray is empty.")


def _deed(project: Project, chosen: argparse.Namespace) -> Deed | None:
    if chosen.put:
        return putting(project, chosen.put[0], _span(*chosen.put[1:]), note=chosen.note or "")
    if chosen.attach:
        if not chosen.to:
            raise Misuse(
                "--attach needs --to: what the passage is joined to.", "--to K07, K07/R1 or K07/R1-M1."
            )
        _, claim, claim_id = claim_named(project, chosen.to)
        own = in_tray(project, chosen.attach).passage.id
        return attaching(project, own, Home(claim, claim_id, term(Stance, chosen.stance, "--stance")))
    if chosen.take_out:
        return taking_out(project, in_tray(project, chosen.take_out).passage.id)
    if chosen.of:
        return noting(project, in_tray(project, chosen.of).passage.id, chosen.note or "")
    if chosen.note is not None:
        raise Misuse("--note goes with --put or --of.")
    return None


def _span(start: str, end: str) -> Span:
    try:
        return Span(int(start), int(end))
    except ValueError as error:
        raise Misuse(f"{start} and {end} are to be numbers.", "Count code points from 0.") from error


def _say(each: TrayLine) -> None:
    passage = each.passage
    when = f", {to_the_minute(each.at)}" if each.at else ""
    line(f"{passage.id[:13]}  {passage.transcript} {passage.start}–{passage.end}  [{passage.coder}{when}]")
    near = f"near {', '.join(each.hypotheses)}" if each.hypotheses else "near no hypothesis"
    line(
        f"    {' · '.join(part for part in (passage.case, 'interviewer' if passage.interviewer else ', '.join(passage.roles), near) if part)}"
    )
    line(f"    “{passage.text}”")
    if passage.memo:
        line(f"    note: {passage.memo}")


def shape(each: TrayLine) -> dict[str, Any]:
    """A passage in the tray as docs/json.md describes it."""
    passage = each.passage
    return {
        "id": passage.id,
        **place_shape(passage),
        "case": passage.case or None,
        "roles": list(passage.roles),
        "speaker": passage.speaker,
        "coder": passage.coder,
        "note": passage.memo,
        "scope": passage.scope.value,
        "directness": passage.directness.value,
        "prompting": passage.prompting.value,
        "hypotheses": list(each.hypotheses),
        "at": each.at or None,
    }
