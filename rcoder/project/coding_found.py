"""Coding what was found: the passages that hits become, and one deed for all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rcoder.analysis.sentences import provisional
from rcoder.domain.actions.finding import code_found
from rcoder.domain.actions.sentences import several
from rcoder.domain.coding import Coding
from rcoder.domain.errors import Misuse, NotFound, Stale
from rcoder.domain.finding import Hit, Search, Unit
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed
from rcoder.domain.transcript import Span, Transcript
from rcoder.domain.words import Scope
from rcoder.project.codebooks import books
from rcoder.project.door import Project
from rcoder.project.finding import AROUND, find
from rcoder.project.questions import transcript as transcript_called

MOST = 5000
"""Hits that are coded together; more are hardly read one by one."""
AT_A_TIME = 500


@dataclass(frozen=True, slots=True)
class OnHit:
    """One of the asker's own codings on the words of a hit."""

    transcript_id: str
    span: Span
    code: str
    """Key of its code."""


def every_hit(project: Project, search: Search, around: int = AROUND) -> tuple[Hit, ...]:
    """All hits, to be coded together. Raises Misuse where they are more than `MOST`."""
    hits: list[Hit] = []
    after: int | None = 0
    while after is not None:
        found = find(project, search, limit=AT_A_TIME, after=after, around=around)
        hits += found.hits
        after = found.next
        if len(hits) > MOST:
            raise Misuse(
                f"There are more than {MOST} hits.", "Look for something narrower, or in fewer interviews."
            )
    return tuple(hits)


def of_respondents(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits that are coded together: those in an interviewer's words are no evidence. Raises Misuse where none is left."""
    every = tuple(hits)
    found = tuple(each for each in every if not each.interviewer)
    if every and not found:
        raise Misuse(left_out(len(every)).capitalize() + ", and there is no other.")
    return found


def left_out(number: int) -> str:
    """What is said of hits that are not coded: "3 hits in interviewers' words were left out"."""
    return f"{several(number, 'hit')} in interviewers' words {'was' if number == 1 else 'were'} left out"


def coding_of_hits(project: Project, hits: Sequence[Hit], code_id: str, unit: Unit, query: str) -> Deed:
    """The deed that codes hits, each as its sentence, its words or its turn; a passage is coded once.

    Passages that the asker has coded so already are passed over. Raises Misuse for a retired code, Unchanged where
    nothing is left, and Stale where an interview was corrected since.
    """
    code = project.codes().get(code_id)
    if code is None:
        raise NotFound("That code is no longer in the codebook.")
    if code.retired:
        raise Misuse(f"{code.key} is retired and no longer given.", "Choose another.")
    version = next(book.version for book in books(project.sight) if book.id == code.codebook_id)
    transcripts = _present(project, hits)
    there = _own(project, code.id, transcripts)
    codings = [
        Coding(
            id=new_id(),
            transcript_id=transcript_id,
            start=span.start,
            end=span.end,
            code_id=code.id,
            coder_id=project.coder_id,
            kind=code.kind,
            scope=Scope.THIS_CASE if transcripts[transcript_id].case_id else Scope.GENERAL,
            codebook_version=version,
            revision=transcripts[transcript_id].revision,
        )
        for transcript_id, span in passages(project, hits, unit, transcripts)
        if (transcript_id, span) not in there
    ]
    return code_found(codings, code, transcripts, query)


def passages(
    project: Project, hits: Iterable[Hit], unit: Unit, transcripts: dict[str, Transcript]
) -> list[tuple[str, Span]]:
    """The passages that hits stand for, each once: transcript and span."""
    if unit is Unit.HIT:
        found = ((hit.transcript_id, hit.span) for hit in hits)
    elif unit is Unit.TURN:
        found = ((hit.transcript_id, hit.turn_span) for hit in hits)
    else:
        sentences: dict[str, tuple[Span, ...]] = {}
        for each in transcripts.values():
            sentences[each.id] = _sentences(project, each)
        found = ((hit.transcript_id, _sentence(hit.span, sentences[hit.transcript_id])) for hit in hits)
    return list(dict.fromkeys(found))


def _sentences(project: Project, transcript: Transcript) -> tuple[Span, ...]:
    stored = project.store.sentences(transcript.checksum)
    if stored is not None:
        return stored
    text = project.text(transcript)
    return provisional(text, [turn.span for turn in transcript.turns] or [Span(0, len(text))])


def _sentence(span: Span, sentences: Sequence[Span]) -> Span:
    """The sentence that words stand in, or the sentences they reach over; the words themselves where there is none."""
    first = bisect_right(sentences, span.start, key=lambda each: each.end)
    last = bisect_left(sentences, span.end, key=lambda each: each.start)
    within = sentences[first:last]
    return Span(min(within[0].start, span.start), max(within[-1].end, span.end)) if within else span


def _present(project: Project, hits: Iterable[Hit]) -> dict[str, Transcript]:
    """The transcripts of hits. Raises Stale where one has another text than the hits were found in."""
    found: dict[str, Transcript] = {}
    for hit in hits:
        transcript = found.get(hit.transcript_id) or transcript_called(project.sight, hit.transcript_id)
        if transcript is None or transcript.revision != hit.revision:
            raise Stale(
                f"{hit.transcript} has been corrected or taken away since it was found.", "Look for it again."
            )
        found[hit.transcript_id] = transcript
    return found


def _own(project: Project, code_id: str, transcripts: dict[str, Transcript]) -> set[tuple[str, Span]]:
    rows = project.sight.rows(
        """SELECT transcript_id, start, "end", revision FROM codings
           WHERE coder_id = :mine AND code_id = :code AND transcript_id IN (:transcripts)""",
        mine=project.coder_id,
        code=code_id,
        transcripts=list(transcripts),
    )
    return {
        (row["transcript_id"], Span(row["start"], row["end"]))
        for row in rows
        if row["revision"] == transcripts[row["transcript_id"]].revision
    }


def own_codings(project: Project, transcripts: Iterable[str]) -> tuple[OnHit, ...]:
    """The asker's own codings in the present texts of some interviews, by place."""
    rows = project.sight.rows(
        """SELECT x.transcript_id, x.start, x."end", c.key FROM codings x JOIN codes c ON c.id = x.code_id
           WHERE x.coder_id = :mine AND x.transcript_id IN (:transcripts) AND NOT EXISTS
             (SELECT 1 FROM revisions r WHERE r.transcript_id = x.transcript_id AND r.number = x.revision)
           ORDER BY x.transcript_id, x.start, x."end", x.id""",
        mine=project.coder_id,
        transcripts=sorted(set(transcripts)),
    )
    return tuple(OnHit(row["transcript_id"], Span(row["start"], row["end"]), row["key"]) for row in rows)
