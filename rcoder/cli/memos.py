"""Commands on memos."""

from __future__ import annotations

import argparse
import sys

from rcoder.cli.show import as_json, line, opened, several, shown_date
from rcoder.domain.actions.memoing import remove_memo
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.words import MemoKind, Subject, say
from rcoder.project.memos import MemoLine, add_memo, memo_lines


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
    for each in lines:
        memo = each.memo
        about = f"{say(memo.about)} {each.about}".strip()
        line(f"{memo.id[:13]}  {say(memo.kind)}, on {about}  [{each.coder}, {shown_date(memo.at)}]")
        if memo.title:
            line(f"    {memo.title}")
        for part in memo.text.splitlines():
            line(f"    {part}")
        if each.links:
            line(f"    see {', '.join(each.links)}")
    line(several(len(lines), "memo"))


def shape(each: MemoLine) -> dict[str, object]:
    """A memo as --json prints it."""
    memo = each.memo
    return {
        "id": memo.id,
        "about": memo.about.value,
        "of": memo.about_id or None,
        "name": each.about or None,
        "kind": memo.kind.value,
        "title": memo.title,
        "text": memo.text,
        "coder": each.coder,
        "at": memo.at or None,
        "links": list(memo.links),
    }


def add(chosen: argparse.Namespace) -> None:
    """Writes a memo."""
    kind = _kind(chosen.kind)
    about, of = next(
        (
            (subject, getattr(chosen, subject.value))
            for subject in Subject
            if subject is not Subject.PROJECT and getattr(chosen, subject.value, "")
        ),
        (Subject.PROJECT, ""),
    )
    text = sys.stdin.read() if chosen.text == "-" else chosen.text
    with opened(chosen) as project:
        entry = add_memo(project, about, of, kind=kind, title=chosen.title, text=text.strip())
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
        entry = project.do(remove_memo(found[0].memo, found[0].about or "the project"))
    if chosen.json:
        as_json({"entry": entry.id, "sentence": entry.sentence})
        return
    line(f"{entry.sentence}.")


def _kind(word: str) -> MemoKind:
    try:
        return MemoKind(word.casefold())
    except ValueError:
        raise Misuse(f"There is no memo of the kind {word}.", f"Kinds: {', '.join(MemoKind)}.") from None
