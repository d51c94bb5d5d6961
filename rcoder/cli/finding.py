"""The command that looks for words, and codes what is found."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from rcoder.cli.show import as_json, line, opened
from rcoder.domain.actions.sentences import several
from rcoder.domain.finding import Filters, Hit, Search, Unit, Way

if TYPE_CHECKING:
    from rcoder.project import Project


def find(chosen: argparse.Namespace) -> None:
    """Places where words were said."""
    search = _search(chosen)
    with opened(chosen) as project:
        if chosen.code:
            _code(project, chosen, search)
        elif chosen.count:
            _count(project, search, json=chosen.json)
        else:
            _list(project, chosen, search)


def _search(chosen: argparse.Namespace) -> Search:
    filters = Filters(
        role=chosen.role,
        case=chosen.case,
        group=chosen.group,
        transcript=chosen.transcript,
        speaker=chosen.speaker,
        without_interviewer=chosen.without_interviewer,
    )
    return Search(chosen.query, Way(chosen.way), filters, thorough=True)


def _list(project: Project, chosen: argparse.Namespace, search: Search) -> None:
    from rcoder.project.finding import count
    from rcoder.project.finding import find as find_words

    limit = max(1, chosen.limit)
    hits = find_words(project, search, limit=limit).hits[:limit]
    if chosen.json:
        as_json([shape(each) for each in hits])
        return
    for each in hits:
        who = f"{each.speaker} (interviewer)" if each.interviewer else each.speaker
        line(f"{each.transcript} {each.turn + 1} {who}")
        line(f"    {each.before}[{each.words}]{each.after}".replace("\n", " "))
    counted = count(project, search)
    more = counted.hits > len(hits)
    line(
        f"{counted.words}; there are more than the {len(hits)} shown, ask with --limit"
        if more
        else counted.words
    )


def _count(project: Project, search: Search, *, json: bool) -> None:
    from rcoder.project.finding import count

    counted = count(project, search)
    if json:
        shown = asdict(counted)
        del shown["whole"]
        as_json(shown)
    else:
        line(counted.words)


def _code(project: Project, chosen: argparse.Namespace, search: Search) -> None:
    from rcoder.project.coding_found import coding_of_hits, every_hit, left_out, of_respondents

    code = project.code(chosen.code)
    every = every_hit(project, search)
    hits = of_respondents(every)
    out = len(every) - len(hits)
    deed = coding_of_hits(project, hits, code.id, Unit(chosen.unit), chosen.query)
    entry = project.do(deed)
    if chosen.json:
        as_json(
            {
                "entry": entry.id,
                "sentence": entry.sentence,
                "hits": len(hits),
                "left_out": out,
                "codings": len(deed.changes),
            }
        )
    else:
        line(f"{entry.sentence} ({several(len(hits), 'hit')}{f'; {left_out(out)}' if out else ''})")


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
        "revision": hit.revision,
    }
