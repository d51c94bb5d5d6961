"""Suggestions for a passage: from the codebooks, and from what the asker may learn of what has been coded."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterable
from typing import TYPE_CHECKING

from rcoder.analysis.steps import run_through
from rcoder.analysis.suggesting.suggester import Suggester
from rcoder.analysis.suggesting.words import language_of, stem, told_in
from rcoder.domain.suggestion import Precedent
from rcoder.domain.transcript import Span
from rcoder.domain.words import Kind
from rcoder.project.door import Project
from rcoder.store.nearest import Counted, Nearest, nearest_turns

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from rcoder.domain.codebook import Code


AT_ONCE = 40
"""Passages that are measured in one step."""
LEAST_LIKE = 0.12
"""How like a passage has to be to be a precedent."""
PRECEDENTS = 12
"""Passages coded before that are taken at most."""
USUAL = 50
"""In how many turns a word is taken to be where that is not known."""

_CODED = """SELECT x.id, x.code_id, x.kind, x.quote, x.start, x."end", x.transcript_id, t.title
    FROM near CROSS JOIN turns u CROSS JOIN codings x CROSS JOIN transcripts t
    WHERE u.transcript_id = near.transcript_id AND u.position = near.position
      AND x.transcript_id = u.transcript_id AND x.start >= u.start AND x.start < u."end"
      AND t.id = x.transcript_id AND x.revision = t.revision AND {seen:x} AND (x.coder_id = :me
        OR EXISTS (SELECT 1 FROM coders o WHERE o.id = :me AND o.released))"""
"""Another coder's work is learned from only where their layer is released and the asker's own is too."""


def suggester_of(codes: Iterable[Code], language: str) -> Suggester:
    """A suggester that has learned these codes, with the lemmas of the word lists."""
    suggester = Suggester(codes, language, lemma_in(language))
    for _ in suggester.grow():
        pass
    return suggester


def lemma_in(language: str) -> Callable[[str], str]:
    """Base forms by the word lists that interviews are annotated with."""
    from rcoder.language.lemmas import lemma_of

    return lambda word: lemma_of(word, language, first=True).lower()


def precedents(project: Project, text: str, *, but: tuple[str, Span] | None = None) -> tuple[Precedent, ...]:
    """Passages that are like a text and were coded before by the asker, likest first.

    Other coders' passages are among them where their layers are released and the asker's own is released too: a coder
    who is still working apart is told nothing of the others.

    Args:
        project: the study.
        text: the words of a passage.
        but: id of a transcript and a place in it whose own codings are left out.
    """
    return run_through(precedents_in_steps(project, text, but=but))


def precedents_in_steps(
    project: Project, text: str, *, but: tuple[str, Span] | None = None, counted: Counted | None = None
) -> Generator[None, None, tuple[Precedent, ...]]:
    """The same in steps of a millisecond or two, the database's own work aside."""
    counted = counted or Counted()
    near = nearest_turns(project.store.reader, sorted({word for _, word in told_in(text)}), counted)
    yield
    if not near.turns:
        return ()
    values = ", ".join(
        f"(CAST(:t{place} AS TEXT), CAST(:p{place} AS INTEGER))" for place in range(len(near.turns))
    )
    params: dict[str, Any] = {}
    for place, (transcript_id, position) in enumerate(near.turns):
        params[f"t{place}"], params[f"p{place}"] = transcript_id, position
    rows = project.sight.rows(f"WITH near(transcript_id, position) AS (VALUES {values}) {_CODED}", **params)
    yield
    own = _Own(text, near, counted.turns)
    found: list[Precedent] = []
    for number, row in enumerate(rows, 1):
        if but is None or not _within(row, *but):
            found += own.like(row)
        if number % AT_ONCE == 0:
            yield
    found.sort(key=lambda each: (-each.likeness, each.transcript_id, each.place, each.code_id))
    return tuple(found[:PRECEDENTS])


def _within(row: Mapping[str, Any], transcript_id: str, place: Span) -> bool:
    return row["transcript_id"] == transcript_id and place.overlaps(Span(row["start"], row["end"]))


class _Own:
    """The words of a passage with how rare they are, to measure others by."""

    def __init__(self, text: str, near: Nearest, turns_in_all: int) -> None:
        self._weights: dict[str, float] = {}
        for word, turns in near.rarity:
            base = stem(word, "da")
            self._weights[base] = max(self._weights.get(base, 0.0), math.log1p(turns_in_all / turns) ** 2)
        self._unknown = math.log1p(turns_in_all / USUAL) ** 2
        words = {stem(word, "da") for _, word in told_in(text)}
        self._whole = sum(self._weights[base] for base in words & self._weights.keys())

    def like(self, row: Mapping[str, Any]) -> list[Precedent]:
        """The passage of a row where it shares enough of what is rare; nothing where it does not."""
        words = {stem(word, "da") for _, word in told_in(row["quote"])}
        shared = sum(self._weights[base] for base in words & self._weights.keys())
        theirs = shared + self._unknown * len(words - self._weights.keys())
        like = 2 * shared / (self._whole + theirs) if self._whole + theirs else 0.0
        return [_precedent(row, like)] if like >= LEAST_LIKE else []


def _precedent(row: Mapping[str, Any], like: float) -> Precedent:
    return Precedent(
        row["code_id"],
        Kind(row["kind"]) if row["kind"] else None,
        row["quote"],
        min(1.0, like),
        row["title"],
        row["transcript_id"],
        Span(row["start"], row["end"]),
    )


__all__ = ["Suggester", "language_of", "lemma_in", "precedents", "suggester_of"]
