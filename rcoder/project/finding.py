"""Looking for words in all interviews."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from rcoder.domain.finding import Hit, Term, places_in, terms_of
from rcoder.domain.transcript import Span
from rcoder.project.door import Project

ENOUGH = 200
"""Turns that are looked at where nobody asks for more."""
AROUND = 60
"""Code points shown on either side of a hit."""


def find(project: Project, query: str, *, limit: int = ENOUGH) -> tuple[tuple[Hit, ...], bool]:
    """Every place in the first `limit` turns that hold all words of the query, and whether there are more turns.

    Raises Misuse for a query without a word.
    """
    terms = terms_of(query)
    turns = project.store.find_turns(terms, limit + 1)
    more = len(turns) > limit
    hits: list[Hit] = []
    by_transcript: dict[str, list[int]] = {}
    for transcript_id, position in turns[:limit]:
        by_transcript.setdefault(transcript_id, []).append(position)
    for transcript_id, positions in by_transcript.items():
        hits += _hits(project, transcript_id, positions, terms)
    return tuple(hits), more


def _hits(
    project: Project, transcript_id: str, positions: Sequence[int], terms: tuple[Term, ...]
) -> list[Hit]:
    rows = project.sight.rows(
        """SELECT u.position, u.start, u."end", u.interviewer, s.name, s.roles, t.title, t.checksum, k.name AS case_name
           FROM turns u JOIN transcripts t ON t.id = u.transcript_id LEFT JOIN speakers s ON s.id = u.speaker_id
           LEFT JOIN cases k ON k.id = t.case_id WHERE u.transcript_id = :id AND u.position IN (:positions)
           ORDER BY u.position""",
        id=transcript_id,
        positions=list(positions),
    )
    found: list[Hit] = []
    for row in rows:
        words = project.store.text(row["checksum"])[row["start"] : row["end"]]
        found.extend(_hit(transcript_id, row, words, span) for span in places_in(words, terms))
    return found


def _hit(transcript_id: str, row: Mapping[str, Any], words: str, span: Span) -> Hit:
    """A hit at a span of the turn's words."""
    return Hit(
        transcript_id=transcript_id,
        transcript=row["title"],
        case=row["case_name"] or "",
        turn=row["position"],
        speaker=row["name"] or "",
        roles=tuple(json.loads(row["roles"])) if row["roles"] else (),
        interviewer=bool(row["interviewer"]),
        span=Span(row["start"] + span.start, row["start"] + span.end),
        before=words[max(0, span.start - AROUND) : span.start],
        words=span.of(words),
        after=words[span.end : span.end + AROUND],
    )
