"""Quotations for a paper beside the passages that are exported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rcoder.domain.passage import Passage, Quotation
from rcoder.domain.quotation import reads
from rcoder.project.sight import Sight

_QUOTATIONS = """
    SELECT e.id, e.transcript_id, e.revision, e.start, e."end", e.quote, e.edited, e.translation, e.language, o.name
    FROM excerpts e JOIN coders o ON o.id = e.coder_id
    WHERE {seen:e} AND (e.edited <> '' OR e.translation <> '') ORDER BY e.start, e."end", e.id
"""


def quotations(sight: Sight) -> dict[tuple[str, int], list[Quotation]]:
    """The quotations in sight by transcript and revision, in order of their places."""
    found: dict[tuple[str, int], list[Quotation]] = {}
    for row in sight.rows(_QUOTATIONS):
        quotation = Quotation(
            id=row["id"],
            transcript_id=row["transcript_id"],
            revision=row["revision"],
            start=row["start"],
            end=row["end"],
            text=row["quote"],
            edited=reads(row["edited"], row["quote"]),
            translation=row["translation"],
            language=row["language"] if row["translation"] else "",
            coder=row["name"],
        )
        found.setdefault((quotation.transcript_id, quotation.revision), []).append(quotation)
    return found


def with_quotations(sight: Sight, passages: Iterable[Passage]) -> list[Passage]:
    """The passages with the quotations in sight of the same words, of some of them, or of more."""
    known = quotations(sight)
    if not known:
        return list(passages)
    return [replace(each, quotations=own) if (own := quoted_in(known, each)) else each for each in passages]


def quoted_in(known: dict[tuple[str, int], list[Quotation]], passage: Passage) -> tuple[Quotation, ...]:
    """The quotations of a passage's words: those that lie within it, and those it lies within."""
    there = known.get((passage.transcript_id, passage.revision), ())
    return tuple(each for each in there if _within(each, passage) or _within(passage, each))


def _within(one: Passage | Quotation, other: Passage | Quotation) -> bool:
    return other.start <= one.start and one.end <= other.end
