"""Commands on memos."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from rcoder.cli.leaving import let_out
from rcoder.cli.show import as_json, line, opened
from rcoder.domain.actions.sentences import several
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.terms import say
from rcoder.domain.times import to_the_minute
from rcoder.domain.words import MemoKind, Subject
from rcoder.project.memo_files import ready_memos
from rcoder.project.memos import MemoLine, Wanted, add_memo, link_named, memo_lines, notes, ordered, removing
from rcoder.project.memos import chosen as memo_choice


def which(_: argparse.Namespace) -> None:
    """`rcoder memo` alone."""
    raise Misuse("rcoder memo does nothing by itself.", "Try: rcoder memo list PROJECT")


def list_(chosen: argparse.Namespace) -> None:
    """The memos."""
    kind = _kind(chosen.kind) if chosen.kind else None
    with opened(chosen) as project:
        lines = memo_lines(project)
    wanted = chosen.on.strip().casefold()
    lines = tuple(
        each
        for each in lines
        if kind in (None, each.memo.kind)
        and (not wanted or wanted in (each.about.casefold(), each.memo.about_id))
    )
    if chosen.json:
        as_json([shape(each) for each in lines])
        return
    _say(lines)


def memos(chosen: argparse.Namespace) -> None:
    """The memos and the notes on codings, those that are wanted; to a file where one is named."""
    about = _subject(chosen.about) if chosen.about else None
    wanted = Wanted(_kind(chosen.kind) if chosen.kind else None, about, coder=chosen.by, words=chosen.words)
    with opened(chosen) as project:
        found = memo_choice((*memo_lines(project), *notes(project)), wanted)
        lines = ordered(found, by_time=chosen.by_time)
        if chosen.markdown:
            let_out(chosen, project, ready_memos(project, Path(chosen.markdown), lines))
    if chosen.json:
        as_json([{**shape(each), "note": each.note} for each in lines])
    elif chosen.markdown:
        line(f"Wrote {_counted(lines)} to {chosen.markdown}")
    else:
        _say(lines)


def _say(lines: Sequence[MemoLine]) -> None:
    for each in lines:
        memo = each.memo
        kind = "note" if each.note else say(memo.kind)
        when = f", {to_the_minute(memo.at)}" if memo.at else ""
        about = f"{say(memo.about)} {each.about}".strip()
        line(f"{memo.id[:13]}  {kind}, on {about}  [{each.coder}{when}]")
        if memo.title:
            line(f"    {memo.title}")
        for part in memo.text.splitlines():
            line(f"    {part}")
        if each.links:
            line(f"    see {', '.join(each.links)}")
        if each.linked_from:
            line(f"    linked from {', '.join(back.words for back in each.linked_from)}")
    line(_counted(lines))


def _counted(lines: Sequence[MemoLine]) -> str:
    """How many memos, and how many notes on codings where there are any."""
    own = sum(each.note for each in lines)
    words = several(len(lines) - own, "memo")
    return f"{words} and {several(own, 'note')} on codings" if own else words


def shape(each: MemoLine) -> dict[str, object]:
    """A memo as --json prints it."""
    memo = each.memo
    return {
        "id": memo.id,
        "about": memo.about.value,
        "of": memo.about_id or None,
        "name": each.about or None,
        "kind": None if each.note else memo.kind.value,
        "title": memo.title,
        "text": memo.text,
        "coder": each.coder,
        "at": memo.at or None,
        "links": list(memo.links),
        "linked_from": [back.id for back in each.linked_from],
    }


def add(chosen: argparse.Namespace) -> None:
    """Writes a memo."""
    kind = _kind(chosen.kind)
    about, of = next(
        (
            (subject, getattr(chosen, subject.value))
            for subject in Subject
            if subject is not Subject.PROJECT and getattr(chosen, subject.value)
        ),
        (Subject.PROJECT, ""),
    )
    text = sys.stdin.read() if chosen.text == "-" else chosen.text
    with opened(chosen) as project:
        links = tuple(link_named(project, each) for each in chosen.link)
        entry = add_memo(project, about, of, kind=kind, title=chosen.title, text=text.strip(), links=links)
    if chosen.json:
        as_json({"id": entry.changes[-1].id, "entry": entry.id, "sentence": entry.sentence})
        return
    line(f"{entry.sentence}.")


def remove(chosen: argparse.Namespace) -> None:
    """Removes a memo of the asker's."""
    wanted = chosen.memo.strip().casefold()
    with opened(chosen) as project:
        found = [
            each
            for each in memo_lines(project)
            if wanted and (each.memo.id.startswith(wanted) or each.memo.title.casefold() == wanted)
        ]
        if len(found) != 1:
            how_many = "more than one memo is" if found else "no memo is"
            raise NotFound(f"{how_many.capitalize()} called {chosen.memo}.", "See: rcoder memo list PROJECT")
        if found[0].memo.coder_id != project.coder_id:
            raise Misuse(f"That memo is {found[0].coder}'s; only they can remove it.", "")
        entry = project.do(removing(project, found[0].memo.id))
    if chosen.json:
        as_json({"entry": entry.id, "sentence": entry.sentence})
        return
    line(f"{entry.sentence}.")


def _subject(word: str) -> Subject:
    try:
        return Subject(word.casefold())
    except ValueError:
        raise Misuse(f"There are no memos on a {word}.", f"They are on: {', '.join(Subject)}.") from None


def _kind(word: str) -> MemoKind:
    try:
        return MemoKind(word.casefold())
    except ValueError:
        raise Misuse(f"There is no memo of the kind {word}.", f"Kinds: {', '.join(MemoKind)}.") from None
