"""Commands on reviewing and comments."""

from __future__ import annotations

import argparse
import sys
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rcoder.cli.show import as_json, line, opened
from rcoder.domain.actions.sentences import several
from rcoder.domain.errors import NotFound
from rcoder.domain.times import to_the_minute
from rcoder.domain.words import Status
from rcoder.project.comments import (
    Conversation,
    answering,
    commenting_on,
    conversations,
    part_named,
    reopening,
    resolving,
)
from rcoder.project.configurations import found_by
from rcoder.project.reviewing import TURNS, QueueLine, give, look, note_visit, open_prompts, queue

if TYPE_CHECKING:
    from rcoder.domain.history import Since
    from rcoder.domain.journal import Entry

_STATUSES = {
    "submit": Status.SUBMITTED,
    "accept": Status.ACCEPTED,
    "return": Status.RETURNED,
    "reject": Status.REJECTED,
    "settle": Status.SETTLED,
    "supersede": Status.SUPERSEDED,
    "redraft": Status.DRAFT,
}


def review(chosen: argparse.Namespace) -> None:
    """The queue, or what changed in one configuration."""
    if chosen.configuration:
        _one(chosen)
        return
    with opened(chosen) as project:
        lines, prompts = queue(project), open_prompts(project)
    if chosen.json:
        as_json([_shape(each, prompts) for each in lines])
        return
    for turn, found in groupby(lines, key=lambda each: each.turn):
        own = list(found)
        line(f"{TURNS[turn]}: {len(own)} of {len(lines)}")
        for each in own:
            line(f"  {each.number}  {each.status} · {each.coder}  {each.title}")
            beside = [
                f"since: {each.since}" if each.since else "",
                several(each.new_comments, "new comment") if each.new_comments else "",
                several(each.open_comments, "open conversation") if each.open_comments else "",
                several(prompts[each.id], "open prompt") if each.id in prompts else "",
            ]
            if any(beside):
                line(f"        {' · '.join(words for words in beside if words)}")
    if not lines:
        line("No configurations in your sight yet.")


def _shape(each: QueueLine, prompts: dict[str, int]) -> dict[str, Any]:
    return {
        "id": each.id,
        "number": each.number,
        "title": each.title,
        "status": each.status,
        "coder": each.coder,
        "turn": each.turn.value,
        "since": each.since or None,
        "looked": each.looked,
        "open_comments": each.open_comments,
        "new_comments": each.new_comments,
        "open_prompts": prompts.get(each.id, 0),
    }


def _one(chosen: argparse.Namespace) -> None:
    with opened(chosen) as project:
        own = found_by(project.sight, chosen.configuration)
        answer, found = project.configuration(own), look(project, own)
        if chosen.looked:
            note_visit(project, own)
    if chosen.json:
        as_json(
            {
                "number": answer.line.number,
                "status": answer.line.status,
                "since_accepted": _since(found.lapsed),
                "since_looked": _since(found.since),
            }
        )
        return
    line(f"{answer.line.number} {answer.line.title}: {answer.line.status}")
    for words, since in (
        ("since it was accepted or settled", found.lapsed),
        ("since you looked", found.since),
    ):
        if since is not None:
            line(f"{words}: {since.words or 'nothing'}")
            for each in since.told:
                line(f"  {each.words}")


def _since(since: Since | None) -> dict[str, Any] | None:
    if since is None:
        return None
    return {"summary": since.words, "changes": [each.words for each in since.told], "hidden": since.hidden}


def step(chosen: argparse.Namespace) -> None:
    """Gives a status."""
    with opened(chosen) as project:
        entry = give(project, chosen.configuration, _STATUSES[chosen.step], chosen.why, by=chosen.by)
    _said(chosen, entry)


def comment(chosen: argparse.Namespace) -> None:
    """Comments, or answers."""
    text = sys.stdin.read() if chosen.text == "-" else chosen.text
    with opened(chosen) as project:
        if chosen.reply:
            found_by(project.sight, chosen.configuration)
            deed = answering(project, chosen.reply, text)
        else:
            part = (
                part_named(project, chosen.configuration, chosen.on) if chosen.on else ("configuration", "")
            )
            deed = commenting_on(project, chosen.configuration, text, *part)
        entry = project.do(deed)
    _said(chosen, entry, comment=next(each.id for each in entry.changes if each.before is None))


def comments(chosen: argparse.Namespace) -> None:
    """What is said."""
    with opened(chosen) as project:
        own = found_by(project.sight, chosen.configuration) if chosen.configuration else ""
        found = [each for each in conversations(project.sight, own) if each.open or not chosen.open]
    if chosen.json:
        as_json([_conversation(each) for each in found])
        return
    for each in found:
        state = "open" if each.open else f"resolved by {each.resolved_by}"
        line(f"{each.number}, on {each.about}  [{state}]")
        for said in each.every:
            indent = "    " if said.comment.reply_to else "  "
            when = to_the_minute(said.comment.at)
            line(f"{indent}{said.comment.id[:13]}  {said.coder}, {when}")
            for part in said.comment.text.splitlines():
                line(f"{indent}    {part}")
    line(f"{sum(each.open for each in found)} open of {several(len(found), 'conversation')}")


def _conversation(each: Conversation) -> dict[str, Any]:
    first = each.first.comment
    return {
        "configuration": each.number,
        "about": first.about,
        "about_id": first.about_id or None,
        "on": each.about,
        "open": each.open,
        "resolved_by": each.resolved_by or None,
        "resolved_at": first.resolved_at or None,
        "comments": [
            {"id": said.comment.id, "coder": said.coder, "at": said.comment.at, "text": said.comment.text}
            for said in each.every
        ],
    }


def resolve(chosen: argparse.Namespace) -> None:
    """Resolves a conversation, or opens it again."""
    with opened(chosen) as project:
        if not chosen.comment.strip():
            raise NotFound("No comment is named.", "See: rcoder comments PROJECT")
        way = reopening if chosen.again else resolving
        entry = project.do(way(project, chosen.comment))
    _said(chosen, entry)


def _said(chosen: argparse.Namespace, entry: Entry, **beside: str) -> None:
    if chosen.json:
        as_json({"entry": entry.id, "sentence": entry.sentence, **beside})
    else:
        line(f"{entry.sentence}.")
