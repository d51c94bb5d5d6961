"""What memos are about and point at: names, places, and the way from a person's word to an id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.memo import Memo
from rcoder.domain.transcript import Span
from rcoder.domain.words import Subject
from rcoder.project.door import Project
from rcoder.project.sight import Sight

LONG = 40
"""Letters of a passage's words by which it is called."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What a memo is about or points at, ready to be gone to."""

    id: str
    what: Subject | None
    """None for a memo."""
    words: str
    """Its name."""
    transcript_id: str = ""
    """Of a coding or an excerpt."""
    start: int = 0
    end: int = 0
    earlier: int = 0
    """The revision its words stand in, where that is not the present one."""

    @property
    def span(self) -> Span:
        """Where the words of a coding or an excerpt stand."""
        return Span(self.start, self.end)


_EARLIER = (
    "(SELECT r.number FROM revisions r WHERE r.transcript_id = x.transcript_id AND r.number = x.revision)"
)
WORDS = {
    Subject.INTERVIEW: "SELECT id, title AS name FROM transcripts x",
    Subject.CASE: "SELECT id, name FROM cases x",
    Subject.CODE: "SELECT id, key AS name FROM codes x",
    Subject.CODING: f"""SELECT x.id, c.key || ' in ' || t.title AS name, x.transcript_id, x.start, x."end",
          {_EARLIER} AS earlier FROM codings x JOIN codes c ON c.id = x.code_id
        JOIN transcripts t ON t.id = x.transcript_id WHERE {{seen:x}}""",  # noqa: S608 - a constant of ours
    Subject.CONFIGURATION: "SELECT id, number AS name FROM configurations x WHERE {seen:x}",
    Subject.PASSAGE: f"""SELECT x.id, x.quote, t.title AS name, x.transcript_id, x.start, x."end",
          {_EARLIER} AS earlier FROM excerpts x JOIN transcripts t ON t.id = x.transcript_id WHERE {{seen:x}}""",  # noqa: S608 - a constant of ours
}
"""Name and place of everything that memos may be about."""

CHUNK = 5000
"""Ids in one question."""


def things(sight: Sight, wanted: Mapping[Subject, Iterable[str]]) -> dict[str, Thing]:
    """What these ids are of, by id; what is gone or out of sight is left out."""
    found: dict[str, Thing] = {}
    for subject, ids in wanted.items():
        if subject not in WORDS:
            continue
        asked, sql = sorted(ids), WORDS[subject]
        joint = "AND" if " WHERE " in sql else "WHERE"
        for first in range(0, len(asked), CHUNK):
            rows = sight.rows(f"{sql} {joint} x.id IN (:ids)", ids=asked[first : first + CHUNK])
            found |= {row["id"]: thing(subject, row) for row in rows}
    return found


def thing(subject: Subject, row: Mapping[str, Any]) -> Thing:
    """What a row of `WORDS` is of."""
    if "transcript_id" not in row:
        return Thing(row["id"], subject, row["name"])
    words = f"“{short(row['quote'])}” in {row['name']}" if subject is Subject.PASSAGE else row["name"]
    place = (row["transcript_id"], row["start"], row["end"], row["earlier"] or 0)
    return Thing(row["id"], subject, words, *place)


def memo_words(memo: Memo) -> str:
    """A memo by its title, or by its first words."""
    return memo.title.strip() or short(memo.text.lstrip("# \n"))


def short(text: str) -> str:
    """Words on one line, cut with an ellipsis where there are many."""
    words = " ".join(text.split())
    return words if len(words) <= LONG else f"{words[: LONG - 1].rstrip()}…"


def linkable_codings(project: Project, transcript_id: str) -> tuple[Thing, ...]:
    """The codings in sight of a transcript, in order of their places."""
    sql = f'{WORDS[Subject.CODING]} AND x.transcript_id = :id ORDER BY x.start, x."end", x.id'
    return tuple(thing(Subject.CODING, row) for row in project.sight.rows(sql, id=transcript_id))


def meant(project: Project, about: Subject, of: str) -> tuple[str, str]:
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
    known = {row["id"]: thing(about, row) for row in project.sight.rows(WORDS[about])}
    wanted = of.casefold()
    found = {each.id: each.words for each in known.values() if wanted in (each.id, each.words.casefold())}
    if not found:
        raise NotFound(f"There is no {about} {of}.", "Give its name, or its id as --json prints it.")
    return next(iter(found.items()))
