"""Memos: what is written on what, as far as the asker may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from rcoder.domain.actions.memoing import write_memo
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Entry
from rcoder.domain.memo import Memo
from rcoder.domain.words import MemoKind, Subject, danish_order
from rcoder.project.door import Project
from rcoder.project.sight import Sight


@dataclass(frozen=True, slots=True)
class MemoLine:
    """A memo with the names of what it is about, who wrote it and what it points at."""

    memo: Memo
    about: str
    """What it is about, in words; "" for the project, and where that is gone."""
    coder: str
    links: tuple[str, ...] = ()
    """What it points at, in words, as far as that is in sight."""


_NAMES = {
    Subject.INTERVIEW: "SELECT id, title AS name FROM transcripts",
    Subject.CASE: "SELECT id, name FROM cases",
    Subject.CODE: "SELECT id, key AS name FROM codes",
    Subject.CODING: """SELECT x.id, c.key || ' in ' || t.title AS name FROM codings x JOIN codes c ON c.id = x.code_id
        JOIN transcripts t ON t.id = x.transcript_id WHERE {seen:x}""",
    Subject.CONFIGURATION: "SELECT id, number AS name FROM configurations WHERE {seen}",
}


def memo_lines(project: Project, about_id: str = "") -> tuple[MemoLine, ...]:
    """The memos in sight, of one thing or of all, in order of what they are about, then of writing."""
    sight = project.sight
    where = "AND about_id = :about" if about_id else ""
    memos = sight.records(Memo, f"SELECT * FROM memos WHERE {{seen}} {where} ORDER BY at, id", about=about_id)  # noqa: S608 - a constant
    names = _names(sight, memos)
    coders = {coder.id: coder.name for coder in project.coders()}
    titles = {row["id"]: row["title"] for row in sight.rows("SELECT id, title FROM memos WHERE {seen}")}
    lines = [
        MemoLine(
            memo,
            names.get(memo.about_id, ""),
            coders.get(memo.coder_id, ""),
            tuple(found for each in memo.links if (found := titles.get(each) or names.get(each))),
        )
        for memo in memos
    ]
    order = list(Subject)
    return tuple(sorted(lines, key=lambda line: (order.index(line.memo.about), danish_order(line.about))))


def _names(sight: Sight, memos: Iterable[Memo]) -> dict[str, str]:
    wanted = {each.about for each in memos}
    if any(each.links for each in memos):
        wanted |= {Subject.CODING, Subject.CONFIGURATION}
    return {
        row["id"]: row["name"]
        for subject in wanted
        if subject in _NAMES
        for row in sight.rows(_NAMES[subject])
    }


def add_memo(project: Project, about: Subject, of: str, *, kind: MemoKind, title: str, text: str) -> Entry:
    """Writes a memo of the asker's on what `of` names: a title, a case, a key, a number; "" for the project.

    Raises NotFound where there is no such thing, and Misuse where the memo is empty.
    """
    about_id, words = _meant(project, about, of)
    memo = Memo(new_id(), project.coder_id, about, about_id, kind, title, text, at=now())
    return project.do(write_memo(memo, words))


def now() -> str:
    """The time a memo is written: UTC, ISO 8601 with seconds and "Z"."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _meant(project: Project, about: Subject, of: str) -> tuple[str, str]:
    """Id and name of what a memo is about."""
    if about is Subject.PROJECT:
        if of:
            raise Misuse("A memo on the project names nothing else.", "Leave the name out.")
        return "", "the project"
    if about is Subject.INTERVIEW:
        transcript = project.transcript(of)
        return transcript.id, transcript.title
    if about is Subject.CODE:
        code = project.code(of)
        return code.id, code.key
    if about is Subject.CONFIGURATION:
        line = project.configuration(of).line
        return line.id, line.number
    found = {
        row["id"]: row["name"]
        for row in project.sight.rows(_NAMES[about])
        if of and of.casefold() in (row["id"], row["name"].casefold())
    }
    if not found:
        raise NotFound(f"There is no {about} {of}.", "Give its name, or its id as --json prints it.")
    return next(iter(found.items()))
