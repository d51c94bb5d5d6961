"""Passages that a corrected text changed inside or lost, and the decisions on them: each coder's own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rcoder.analysis.anchoring import Anchoring
from rcoder.domain.actions import correcting
from rcoder.domain.actions.correcting import Doubtful, Held, Refound, doubt_of
from rcoder.domain.actions.excerpting import kept_as
from rcoder.domain.answers import Reading
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Evidence
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.excerpt import Excerpt
from rcoder.domain.journal import Deed
from rcoder.domain.memo import Memo
from rcoder.domain.passage import Passage
from rcoder.domain.terms import say
from rcoder.domain.transcript import Doubt, Span
from rcoder.domain.words import Decision, Subject, Verdict
from rcoder.project.claims import claims_in_words
from rcoder.project.door import Project
from rcoder.project.revisions import in_revision
from rcoder.project.sight import EXCERPTS, PASSAGE, PASSAGE_FROM, passages

SHORTEST = 4
"""Letters of a doubt's id that are enough to name it, where no other begins so."""

_OPEN = """
    SELECT passage_id FROM doubts WHERE decision IS NULL
"""
_STRANDED = """
    SELECT y.id FROM revisions q CROSS JOIN {table} y WHERE y.transcript_id = q.transcript_id AND y.revision = q.number
"""
"""Passages that stand in earlier texts only; begun at the revisions, as most studies have none."""


@dataclass(frozen=True, slots=True)
class DoubtLine:
    """A passage in doubt, with its words before the correction and as they stand."""

    doubt: Doubt
    held: Held
    """The coding, evidence or excerpt."""
    passage: Passage
    """Where it stands, with its words there: in the present text, or, `earlier`, in one before it."""
    about: str
    """What it is for: "H1.M1 Tryghed", "supports K01"."""
    before: str
    """Its words in the text that was corrected."""
    mine: bool
    """Whether the asker may decide on it."""
    stray: bool = False
    """Whether it was made in an earlier text without knowing of the corrected one; its doubt is not stored yet."""

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided on it."""
        return self.doubt.decision is None

    @property
    def words(self) -> str:
        """What became of it: "changed inside", "lost", "kept in revision 1"."""
        if not self.is_open and self.passage.earlier:
            return f"{say(self.doubt.decision)} in revision {self.passage.revision}"
        return say(self.doubt.verdict) if self.is_open else say(self.doubt.decision)


def doubt_lines(project: Project, transcript_id: str = "", *, kept: bool = False) -> tuple[DoubtLine, ...]:
    """The passages in sight that wait for a decision, by transcript and place; of one transcript or of all.

    With `kept` those too that a person has left in an earlier text.
    """
    doubts: dict[str, list[Doubt]] = {}
    for each in project.sight.records(Doubt, "SELECT * FROM doubts WHERE {seen} ORDER BY revision, id"):
        doubts.setdefault(each.passage_id, []).append(each)
    found: list[DoubtLine] = []
    before = _Before(project)
    for held, passage, about in (*_codings(project), *_evidence(project), *_excerpts(project)):
        if transcript_id in ("", passage.transcript_id):
            own = doubts.get(held.id, [])
            mine = held.coder_id == project.coder_id
            found += _line(held, passage, about, own, before, mine=mine, kept=kept)
    return tuple(
        sorted(
            found, key=lambda each: (each.passage.transcript, each.doubt.start, each.doubt.end, each.doubt.id)
        )
    )


def _line(
    held: Held, passage: Passage, about: str, own: Sequence[Doubt], before: _Before, *, mine: bool, kept: bool
) -> Iterator[DoubtLine]:
    """The line of a passage that waits for a decision, or, with `kept`, was left in an earlier text; none for others."""
    waiting = [each for each in own if each.decision is None]
    words = before.words(waiting[0]) if waiting else passage.text
    if passage.earlier and not any(each.revision > passage.revision for each in own):
        lost = doubt_of(Refound(held, held, Verdict.LOST), passage.revision + 1)
        yield DoubtLine(lost, held, passage, about, words, mine, stray=True)
    elif waiting:
        yield DoubtLine(waiting[-1], held, passage, about, words, mine)
    elif passage.earlier and kept:
        yield DoubtLine(own[-1], held, passage, about, passage.text, mine)


class _Before:
    """The texts that corrections took the place of, each read once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._texts: dict[tuple[str, int], str] = {}

    def words(self, doubt: Doubt) -> str:
        """The words of a passage as they were."""
        place = doubt.transcript_id, doubt.revision - 1
        if place not in self._texts:
            transcript = self._project.transcript(doubt.transcript_id)
            self._texts[place] = self._project.text(in_revision(self._project, transcript, place[1]))
        return self._texts[place][doubt.start : doubt.end]


def _codings(project: Project) -> Iterator[tuple[Held, Passage, str]]:
    rows = _rows(project, "codings", "x.code_id, x.kind, x.actor, x.polarity, x.counterfactual, x.codebook_version,"
                 " c.key, c.label", "JOIN codes c ON c.id = x.code_id")  # fmt: skip
    for row, passage in zip(rows, passages(rows), strict=True):
        yield _record(Coding, row), passage, f"{row['key']} {json.loads(row['label'])['da']}".strip()


def _evidence(project: Project) -> Iterator[tuple[Held, Passage, str]]:
    rows = _rows(project, "evidence", "x.claim, x.claim_id, x.stance")
    found = [(_record(Evidence, row), passage) for row, passage in zip(rows, passages(rows), strict=True)]
    claims = claims_in_words(project, [each for each, _ in found])
    for evidence, passage in found:
        claim = claims.get(evidence.id, "a claim out of sight")
        yield evidence, passage, f"{say(evidence.stance)} {claim}"


def _excerpts(project: Project) -> Iterator[tuple[Held, Passage, str]]:
    rows = _rows(project, "excerpts", "x.edited, x.translation, x.language, x.mark, x.at", source=EXCERPTS)
    for row, passage in zip(rows, passages(rows), strict=True):
        excerpt = _record(Excerpt, row)
        yield excerpt, passage, kept_as(excerpt)


def _rows(
    project: Project, table: str, columns: str, joined: str = "", source: str = ""
) -> list[Mapping[str, Any]]:
    """The passages of a table in sight that are in doubt or stand in an earlier text."""
    doubtful = f"{_OPEN} UNION {_STRANDED.format(table=table)}"
    sql = f"""SELECT {PASSAGE}, {columns}, x.case_id AS own_case_id FROM {source or table} x {PASSAGE_FROM} {joined}
              WHERE x.id IN ({doubtful}) AND {{seen:x}}"""  # noqa: S608 - constants of ours
    return list(project.sight.rows(sql))


def _record(record: type[Any], row: Mapping[str, Any]) -> Any:
    from rcoder.domain.records import from_row

    return from_row(record, {**row, "case_id": row["own_case_id"]})


# -- deciding ----------------------------------------------------------------------------------------------------


def doubt_named(project: Project, name: str) -> DoubtLine:
    """A passage in doubt, or one kept in an earlier text, by its doubt's id or the beginning of it. Raises NotFound."""
    known = doubt_lines(project, kept=True)
    wanted = name.strip().casefold()
    found = [each for each in known if each.doubt.id == wanted]
    if not found and len(wanted) >= SHORTEST:
        found = [each for each in known if each.doubt.id.startswith(wanted)]
    if len(found) > 1:
        raise NotFound(f"More than one doubt begins with {name}.", "Give more of its id.")
    if not found:
        raise NotFound(f"There is no doubt {name}.", "See `rcoder doubts`.")
    return found[0]


def decide(project: Project, name: str, decision: Decision, span: Span | None = None) -> Deed:
    """The deed that settles every doubt about a passage; to place it somewhere needs the span in the present text.

    Raises NotFound, and Misuse for another coder's passage or a span outside the text.
    """
    line = doubt_named(project, name)
    if not line.mine:
        raise Misuse(f"That passage is {line.passage.coder}'s.", "You decide only on your own.")
    doubtful = _doubtful(project, line)
    if decision is Decision.KEPT:
        return correcting.keep(doubtful, project.coder_id)
    if decision is Decision.REMOVED:
        return correcting.remove(doubtful, project.coder_id, _memos_on(project, line.held))
    if span is None:
        raise Misuse("To place a passage, say where.", "Give the code points of its start and end.")
    transcript = project.transcript(line.passage.transcript_id)
    return correcting.place(doubtful, span, transcript, project.coder_id)


def _memos_on(project: Project, held: Held) -> tuple[Memo, ...]:
    """The memos that an excerpt takes along."""
    if not isinstance(held, Excerpt):
        return ()
    sql = "SELECT * FROM memos WHERE about = :about AND about_id = :id AND {seen} ORDER BY id"
    return tuple(project.sight.records(Memo, sql, about=Subject.PASSAGE.value, id=held.id))


def _doubtful(project: Project, line: DoubtLine) -> Doubtful:
    place = line.passage
    what = f"{line.about} in {place.transcript} {place.start}–{place.end}"
    sql = "SELECT * FROM doubts WHERE passage_id = :id AND coder_id = :me AND decision IS NULL ORDER BY revision"
    stored = project.sight.records(Doubt, sql, id=line.held.id, me=project.coder_id)
    if line.stray:
        return Doubtful(line.held, what, tuple(stored), stray=line.doubt)
    return Doubtful(line.held, what, tuple(stored) or (line.doubt,))


# -- looking at one ----------------------------------------------------------------------------------------------

Marked = tuple[tuple[str, bool], ...]
"""Words in pieces, and whether each stands in both texts."""


@dataclass(frozen=True, slots=True)
class Look:
    """A passage in doubt, ready to be judged: its words beside one another, and the present text at its place."""

    line: DoubtLine
    before: Marked
    now: Marked
    """Empty for a lost one."""
    reading: Reading
    """The present text."""
    at: int
    """Where it stands, or the nearest place for a lost one."""


def look_at(project: Project, line: DoubtLine) -> Look:
    """One passage in doubt with what is needed to judge it. Raises NotFound where its transcript is gone."""
    from rcoder.language.comparison import compare

    place = line.passage
    reading = project.reading(place.transcript_id)
    if not place.earlier:
        before, now = _marked(line.before, place.text)
        return Look(line, before, now, reading, place.start)
    stood = project.text(in_revision(project, reading.transcript, place.revision))
    near = Anchoring(stood, reading.text, compare(stood, reading.text)).near(place.start)
    return Look(line, ((line.before, True),), (), reading, near)


def _marked(before: str, now: str) -> tuple[Marked, Marked]:
    """Words before and now, in pieces that both have and pieces that only one has; words are not parted."""
    from rcoder.language.comparison import compare_words

    blocks = compare_words(before, now)
    old = tuple((before[each.start : each.end], each.same) for each in blocks if each.start < each.end)
    new = tuple((now[each.at : each.till], each.same) for each in blocks if each.at < each.till)
    return old, new
