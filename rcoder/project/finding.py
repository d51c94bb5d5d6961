"""Looking for words in all interviews."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rcoder.domain.finding import Counted, Found, Hit, Matcher, Query, Search, clauses_of, terms_in
from rcoder.domain.transcript import Span
from rcoder.project.door import Project
from rcoder.project.looking import cases_by_number, scope_of
from rcoder.project.word_forms import spelled_out

if TYPE_CHECKING:
    from rcoder.store.finding import Scope

ENOUGH = 50
"""Hits that are given at a time."""
AROUND = 60
"""Code points shown on either side of a hit."""
SHORT = 2
"""Letters of a prefix up to which so much begins with it that it is quicker to read on than to ask the index."""
READ_ON = 3
"""Transcripts that are read on before the index is asked all the same."""
SLICE = 50_000
"""Code points in which hits are counted at a time: some milliseconds."""


def find(
    project: Project, search: Search, *, limit: int = ENOUGH, after: int = 0, around: int = AROUND
) -> Found:
    """The first hits, in the order of import, from the place that an earlier answer gave as its next.

    All hits of a turn come together, so there may be somewhat more than `limit`. Raises Misuse for a query without a
    word, NotFound for a filter that names nothing.
    """
    query = words_of(project, search)
    scope = replace(scope_of(project, search.filters), first=after)
    matcher = Matcher(terms_in(query))
    rows = _read_on(project, scope, matcher, limit) if _is_short(query) else None
    if rows is None:
        from rcoder.store.finding import turns_holding

        rows = turns_holding(project.store.reader, query, scope, limit)
    return _found(project, rows, matcher, limit, around)


def words_of(project: Project, search: Search) -> Query:
    """What is looked for, with every word spelled out into the forms it stands for. Raises Misuse."""
    query = clauses_of(search.query)
    return spelled_out(project.sight, query, search.way, thorough=search.thorough)


def _found(
    project: Project, rows: Sequence[Mapping[str, Any]], matcher: Matcher, limit: int, around: int
) -> Found:
    held: list[tuple[Mapping[str, Any], list[Span]]] = []
    count = 0
    for row in rows:
        spans = matcher.places(row["words"])
        held.append((row, spans))
        count += len(spans)
        if count >= limit:
            break
    known = _transcripts(project, {row["transcript_id"] for row, _ in held})
    hits = tuple(
        _hit(row, known[row["transcript_id"]], span, around) for row, spans in held for span in spans
    )
    more = len(held) < len(rows) or len(rows) >= limit
    return Found(hits, _after(held[-1][0]) if held and more else None)


def _after(row: Mapping[str, Any]) -> int:
    return int(row["place"]) + 1


def _transcripts(project: Project, ids: set[str]) -> dict[str, Mapping[str, Any]]:
    rows = project.sight.rows(
        """SELECT t.id, t.title, k.name AS case_name,
             1 + (SELECT COUNT(*) FROM revisions r WHERE r.transcript_id = t.id) AS revision
           FROM transcripts t LEFT JOIN cases k ON k.id = t.case_id WHERE t.id IN (:ids)""",
        ids=sorted(ids),
    )
    return {row["id"]: row for row in rows}


def _hit(row: Mapping[str, Any], transcript: Mapping[str, Any], span: Span, around: int) -> Hit:
    """A hit at a span of a turn's words."""
    words, start = row["words"], row["start"]
    return Hit(
        transcript_id=row["transcript_id"],
        transcript=transcript["title"],
        case=transcript["case_name"] or "",
        turn=row["position"],
        speaker=row["speaker"] or "",
        roles=tuple(json.loads(row["roles"])) if row["roles"] else (),
        interviewer=bool(row["interviewer"]),
        span=Span(start + span.start, start + span.end),
        before=words[max(0, span.start - around) : span.start],
        words=span.of(words),
        after=words[span.end : span.end + around],
        turn_span=Span(start, row["end"]),
        revision=transcript["revision"],
    )


# -- reading on ------------------------------------------------------------------------------------------------------


def _is_short(query: Query) -> bool:
    """Whether one clause with a short prefix is all of the query."""
    return len(query) == 1 and any(
        each.prefix and len(each.words) == 1 and len(each.words[0]) <= SHORT for each in query[0].terms
    )


def _read_on(project: Project, scope: Scope, matcher: Matcher, limit: int) -> list[dict[str, Any]] | None:
    """The turns that hold something of a single clause, by reading; None where it is too rare to be soon found."""
    from rcoder.store.finding import numbers_from

    numbers = numbers_from(project.store.reader, scope, READ_ON + 1)
    found: list[dict[str, Any]] = []
    for number in numbers[:READ_ON]:
        for row in _turns(project, number, scope):
            if matcher.holds(row["words"]):
                found.append(row)
                if len(found) == limit:
                    return found
    return found if len(numbers) <= READ_ON else None


def _turns(project: Project, number: int, scope: Scope) -> list[dict[str, Any]]:
    from rcoder.store.finding import turns_within

    rows = turns_within(project.store.reader, number, scope)
    text = project.store.text(rows[0]["checksum"]) if rows else ""
    return [{**row, "words": text[row["start"] : row["end"]]} for row in rows]


# -- counting --------------------------------------------------------------------------------------------------------


class Counting:
    """A count under way: interviews and cases are known at once, hits are counted some texts at a time."""

    def __init__(self, project: Project, search: Search) -> None:
        """Asks in which interviews something is said. Raises Misuse and NotFound as `find` does."""
        from rcoder.store.finding import turns_by_number

        self._query = words_of(project, search)
        self._scope = scope_of(project, search.filters)
        self._matcher = Matcher(terms_in(self._query))
        rows = turns_by_number(project.store.reader, self._query, self._scope)
        cases = cases_by_number(project, self._scope)
        self._left = [row["number"] for row in rows]
        said = {cases[number] for number in self._left} - {None}
        times = self._known(project)
        if times is not None:
            self._left.clear()
        self.counted = Counted(
            hits=times or 0,
            turns=sum(row["turns"] for row in rows),
            interviews=len(rows),
            of_interviews=len(cases),
            cases=len(said),
            of_cases=len(set(cases.values()) - {None}),
            whole=not self._left,
        )

    def _known(self, project: Project) -> int | None:
        """How many hits there are, where the index says so: single words, looked for everywhere."""
        from rcoder.store.finding import Scope, times_said

        clause = self._query[0]
        single = all(len(each.words) == 1 and not each.prefix for each in clause.terms)
        if len(self._query) > 1 or not single or self._scope != Scope():
            return None
        return times_said(project.store.reader, [each.words[0] for each in clause.terms])

    def go_on(self, project: Project, characters: int = SLICE) -> Counted:
        """Counts on in about so many code points of text."""
        while self._left and characters > 0:
            number = self._left.pop(0)
            hits, read = self._count(project, number)
            characters -= read
            self.counted = replace(self.counted, hits=self.counted.hits + hits, whole=not self._left)
        return self.counted

    def _count(self, project: Project, number: int) -> tuple[int, int]:
        from rcoder.store.finding import positions_holding, turns_within

        reader = project.store.reader
        rows = turns_within(reader, number, self._scope)
        if len(self._query) > 1:
            holding = positions_holding(reader, self._query, number, self._scope)
            rows = [row for row in rows if row["position"] in holding]
        if not rows:
            return 0, 0
        text = project.store.text(rows[0]["checksum"])
        starts = [row["start"] for row in rows]
        hits = 0
        for span in self._matcher.places(text):
            index = bisect_right(starts, span.start) - 1
            hits += index >= 0 and span.end <= rows[index]["end"]
        return hits, len(text)


def count(project: Project, search: Search) -> Counted:
    """How often something is said, all counted. Raises Misuse and NotFound as `find` does."""
    counting = Counting(project, search)
    while not counting.counted.whole:
        counting.go_on(project)
    return counting.counted
