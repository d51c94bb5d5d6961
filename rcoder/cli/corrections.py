"""Commands about corrected transcripts."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rcoder.cli.show import as_json, line, opened
from rcoder.domain.actions.sentences import several
from rcoder.domain.coding import Coding
from rcoder.domain.errors import Misuse
from rcoder.domain.terms import say
from rcoder.domain.transcript import Doubt, Span
from rcoder.domain.words import Decision
from rcoder.project.doubts import DoubtLine
from rcoder.project.reimporting import Became, Corrected, Status

if TYPE_CHECKING:
    from rcoder.project import Project

DECISIONS = {"keep": Decision.KEPT, "remove": Decision.REMOVED, "place": Decision.PLACED}
KINDS = {"codings": "coding", "excerpts": "excerpt"}
"""What a passage of each table is called, where that is not its name."""
WIDTH = 8
"""Letters of a doubt's id that are shown."""


def reimport(chosen: argparse.Namespace) -> None:
    """Gives an interview a corrected text."""
    from rcoder.project.reimporting import Wanted, reimport

    wanted = Wanted(Path(chosen.file), chosen.why, chosen.encoding, chosen.interviewer, chosen.force)
    with opened(chosen) as project:
        found = reimport(project, chosen.transcript, wanted, dry_run=chosen.dry_run)
        names = _names(project, (*found.moved, *found.changed, *found.lost))
    if chosen.json:
        as_json(_corrected(found))
        return
    line(_sentence(found))
    for each in found.messages if found.status is not Status.SAME else ():
        line(f"    {each}")
    for became in (*found.moved, *found.changed, *found.lost):
        _say(became, names[became.held.id])
    if found.status is Status.CORRECTED and (found.changed or found.lost):
        line("Decide with: rcoder decide PROJECT DOUBT keep, remove, or place START END")


def _sentence(found: Corrected) -> str:
    if found.entry is not None:
        return f"{found.entry.sentence}."
    if found.status is Status.SAME:
        return found.messages[0]
    return f"{found.file} would correct {found.transcript.title}: {found.words}. Nothing was changed."


def _names(project: Project, passages: Sequence[Became]) -> dict[str, str]:
    """What each passage is coded as or bears on, and whose it is, by its id."""
    codes, coders = project.codes(), {coder.id: coder.name for coder in project.coders()}
    found = {}
    for each in passages:
        held = each.held
        code = codes.get(held.code_id) if isinstance(held, Coding) else None
        what = f"{code.key} {code.label.say()}" if code is not None else _kind(each.doubt)
        found[held.id] = f"{what}  [{coders.get(held.coder_id, '')}]"
    return found


def _say(became: Became, name: str) -> None:
    doubt = became.doubt
    line(f"{doubt.id[:WIDTH]}  {say(doubt.verdict)}  {name}  {doubt.start}–{doubt.end}")
    line(f"    “{became.before}”")
    if became.now and became.now != became.before:
        line(f"  → “{became.now}”")


def _kind(doubt: Doubt) -> str:
    return KINDS.get(doubt.passage_table, doubt.passage_table)


def _corrected(found: Corrected) -> dict[str, Any]:
    return {
        "file": found.file,
        "status": found.status.value,
        "transcript": found.transcript.id,
        "title": found.transcript.title,
        "revision": found.transcript.revision,
        "found": found.found,
        "moved": _became(found.moved),
        "changed": _became(found.changed),
        "lost": _became(found.lost),
        "messages": list(found.messages),
        "entry": found.entry.id if found.entry else None,
        "sentence": _sentence(found),
    }


def _became(passages: Sequence[Became]) -> list[dict[str, Any]]:
    return [
        {
            "doubt": None if each.doubt.verdict.value == "moved" else each.doubt.id,
            "passage": _kind(each.doubt),
            "id": each.held.id,
            "start": each.held.start,
            "end": each.held.end,
            "revision": each.held.revision,
            "before": each.before,
            "now": each.now or None,
        }
        for each in passages
    ]


def doubts(chosen: argparse.Namespace) -> None:
    """The passages in doubt."""
    from rcoder.project.doubts import doubt_lines

    with opened(chosen) as project:
        transcript = project.transcript(chosen.transcript).id if chosen.transcript else ""
        lines = doubt_lines(project, transcript, kept=chosen.kept)
    if chosen.json:
        as_json([_doubt(each) for each in lines])
        return
    for each in lines:
        place = each.passage
        at = f"{place.transcript} {place.start}–{place.end}"
        where = f"  in revision {place.revision}" if place.earlier and each.is_open else ""
        line(f"{each.doubt.id[:WIDTH]}  {each.words}  {each.about}  [{place.coder}]  {at}{where}")
        line(f"    “{each.before}”")
        if not place.earlier:
            line(f"  → “{place.text}”")
    line(several(len(lines), "passage") + " in doubt" if not chosen.kept else several(len(lines), "passage"))


def _doubt(each: DoubtLine) -> dict[str, Any]:
    place = each.passage
    return {
        "id": each.doubt.id,
        "transcript": place.transcript_id,
        "title": place.transcript,
        "verdict": each.doubt.verdict.value,
        "decision": each.doubt.decision.value if each.doubt.decision else None,
        "passage": _kind(each.doubt),
        "passage_id": each.held.id,
        "about": each.about,
        "coder": place.coder,
        "mine": each.mine,
        "before": each.before,
        "start": place.start,
        "end": place.end,
        "revision": place.revision,
        "earlier": place.earlier,
        "text": place.text,
    }


def decide(chosen: argparse.Namespace) -> None:
    """Decides on a passage in doubt."""
    from rcoder.project.doubts import decide

    decision = DECISIONS[chosen.decision]
    placed = chosen.start is not None and chosen.end is not None
    if decision is not Decision.PLACED and chosen.start is not None:
        raise Misuse(f"{chosen.decision} takes no place.", "Only place does: place START END.")
    span = Span(chosen.start, chosen.end) if placed else None
    with opened(chosen) as project:
        entry = project.do(decide(project, chosen.doubt, decision, span), why=chosen.why)
    if chosen.json:
        as_json({"entry": entry.id, "sentence": entry.sentence})
    else:
        line(entry.sentence)
