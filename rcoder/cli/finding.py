"""The command that looks for words."""

from __future__ import annotations

import argparse

from rcoder.cli.show import as_json, line, opened, several
from rcoder.domain.finding import Hit
from rcoder.project.finding import find as find_words


def find(chosen: argparse.Namespace) -> None:
    """Places where words were said."""
    with opened(chosen) as project:
        hits, more = find_words(project, chosen.query, limit=max(1, chosen.limit))
    if chosen.json:
        as_json([shape(each) for each in hits])
        return
    for each in hits:
        who = f"{each.speaker} (interviewer)" if each.interviewer else each.speaker
        line(f"{each.transcript} {each.turn + 1} {who}")
        line(f"    {each.before}[{each.words}]{each.after}".replace("\n", " "))
    interviews = len({each.transcript_id for each in hits})
    said = f"{several(len(hits), 'hit')} in {several(interviews, 'interview')}"
    line(f"{said}; there are more, ask with --limit" if more else said)


def shape(hit: Hit) -> dict[str, object]:
    """A hit as --json prints it."""
    return {
        "transcript": hit.transcript_id,
        "title": hit.transcript,
        "case": hit.case or None,
        "turn": hit.turn,
        "speaker": hit.speaker,
        "roles": list(hit.roles),
        "interviewer": hit.interviewer,
        "start": hit.span.start,
        "end": hit.span.end,
        "before": hit.before,
        "text": hit.words,
        "after": hit.after,
    }
