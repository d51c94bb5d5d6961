"""Deeds on a corrected transcript: bring the new text in, and decide what becomes of the passages it put in doubt."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from rcoder.domain.actions.sentences import deed, several
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Configuration, Evidence
from rcoder.domain.errors import Misuse
from rcoder.domain.excerpt import Excerpt
from rcoder.domain.ids import named_id
from rcoder.domain.journal import Change, Deed, added, changed, removed
from rcoder.domain.memo import Memo
from rcoder.domain.transcript import Doubt, Revision, Span, Speaker, Transcript
from rcoder.domain.words import Decision, Verdict

Held: TypeAlias = Coding | Evidence | Excerpt
"""What holds a passage."""

DOUBTFUL = frozenset({Verdict.CHANGED, Verdict.LOST})
"""What a person is asked about."""


@dataclass(frozen=True, slots=True)
class Refound:
    """A passage as it stood, and as it stands after a correction."""

    before: Held
    after: Held
    """The same where it is lost."""
    verdict: Verdict | None
    """None where all its words are where they were among the others."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A corrected text and everything that it changes."""

    before: Transcript
    after: Transcript
    voices: tuple[Speaker, ...]
    """Everyone who speaks in the text before."""
    speakers: tuple[Speaker, ...]
    """Everyone who speaks in the text after, or in an earlier one."""
    passages: tuple[Refound, ...] = ()
    settled: tuple[Doubt, ...] = ()
    """Doubts that the correction itself settles: their lost words are back."""
    configurations: tuple[tuple[Configuration, Configuration], ...] = ()
    """Configurations whose review is to stand, or to lapse, by what became of their evidence."""
    seen: Collection[str] = field(default_factory=frozenset)
    """Ids of the coders whose passages the deed's sentence may count."""

    def counted(self, verdict: Verdict | None) -> tuple[Refound, ...]:
        """The passages in sight of which this became."""
        return tuple(
            each for each in self.passages if each.verdict is verdict and each.before.coder_id in self.seen
        )


def correct(correction: Correction) -> Deed:
    """Gives a transcript a corrected text as its next revision; the text before is kept with the passages it holds."""
    before, after = correction.before, correction.after
    known = {each.id: each for each in correction.voices}
    kept = {each.id for each in correction.speakers}
    changes: tuple[Change, ...] = (*added(as_revision(before)), *changed(before, after))
    for speaker in correction.speakers:
        changes += changed(known[speaker.id], speaker) if speaker.id in known else added(speaker)
    changes += removed(*(each for each in correction.voices if each.id not in kept))
    for each in correction.passages:
        changes += changed(each.before, each.after)
    for was, becomes in correction.configurations:
        changes += changed(was, becomes)
    for doubt in correction.settled:
        changes += changed(doubt, replace(doubt, decision=Decision.PLACED))
    changes += added(
        *(doubt_of(each, after.revision) for each in correction.passages if each.verdict in DOUBTFUL)
    )
    sentence = (
        f"Corrected {before.title} from {after.source}, revision {after.revision}: {in_words(correction)}"
    )
    return Deed(sentence, changes)


def in_words(correction: Correction) -> str:
    """What became of the passages in sight: "12 passages found again, 1 of them elsewhere, 2 changed inside, 1 lost"."""
    kept, moved, altered, lost = (
        len(correction.counted(each)) for each in (None, Verdict.MOVED, Verdict.CHANGED, Verdict.LOST)
    )
    if not kept + moved + altered + lost:
        return "no passages to find again"
    words = [f"{several(kept + moved, 'passage')} found again"]
    words += [f"{moved} of them elsewhere"] if moved else []
    words += [f"{altered} changed inside"] if altered else []
    words += [f"{lost} lost"] if lost else []
    return ", ".join(words)


def as_revision(transcript: Transcript) -> Revision:
    """The present text of a transcript as it is kept when a corrected one comes."""
    return Revision(
        id=named_id(transcript.id, "revision", str(transcript.revision)),
        transcript_id=transcript.id,
        number=transcript.revision,
        checksum=transcript.checksum,
        characters=transcript.characters,
        source=transcript.source,
        source_checksum=transcript.source_checksum,
        format=transcript.format,
        notes=transcript.notes,
        turns=transcript.turns,
    )


def as_it_stood(transcript: Transcript, revision: Revision) -> Transcript:
    """A transcript with the text of an earlier revision."""
    return replace(
        transcript,
        checksum=revision.checksum,
        characters=revision.characters,
        source=revision.source,
        source_checksum=revision.source_checksum,
        format=revision.format,
        notes=revision.notes,
        turns=revision.turns,
        revision=revision.number,
    )


def doubt_of(refound: Refound, revision: int) -> Doubt:
    """The doubt that a correction casts on a passage; of the same correction it has the same id everywhere."""
    passage = refound.before
    return Doubt(
        id=named_id(passage.transcript_id, "doubt", str(revision), passage.id),
        transcript_id=passage.transcript_id,
        revision=revision,
        passage_table=passage.table,
        passage_id=passage.id,
        coder_id=passage.coder_id,
        verdict=refound.verdict or Verdict.LOST,
        start=passage.start,
        end=passage.end,
    )


# -- deciding ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A passage with every open doubt about it."""

    passage: Held
    what: str
    """Which passage it is, in words: "H1.M1 Tryghed in Sag 01: Mette 120–180"."""
    doubts: tuple[Doubt, ...] = ()
    stray: Doubt | None = None
    """The doubt about a passage that was made in an earlier text without knowing of the corrected one."""

    def decided(self, decision: Decision, coder_id: str) -> tuple[Change, ...]:
        """The changes that settle every doubt about it."""
        settled = [
            change
            for each in self.doubts
            for change in changed(each, replace(each, decision=decision, decided_by=coder_id))
        ]
        fresh = (replace(self.stray, decision=decision, decided_by=coder_id),) if self.stray else ()
        return (*settled, *added(*fresh))


def keep(doubtful: Doubtful, coder_id: str) -> Deed:
    """Leaves a passage as it is: in its new place, or in the earlier text where its words are."""
    return deed(f"Kept {doubtful.what}", doubtful.decided(Decision.KEPT, coder_id))


def remove(doubtful: Doubtful, coder_id: str, memos: Iterable[Memo] = ()) -> Deed:
    """Removes a passage; what rests on it and the memos on it go along, and undo brings all of it back."""
    changes = (*removed(*memos, doubtful.passage), *doubtful.decided(Decision.REMOVED, coder_id))
    return Deed(f"Removed {doubtful.what}", changes)


def place(doubtful: Doubtful, span: Span, transcript: Transcript, coder_id: str) -> Deed:
    """Gives a passage a place in the present text. Raises Misuse for an empty place or one outside the text."""
    if not 0 <= span.start < span.end <= transcript.characters:
        raise Misuse(
            f"{span.start} to {span.end} is no passage of {transcript.title}.",
            f"Its text runs from 0 to {transcript.characters}, the start comes before the end.",
        )
    after = replace(doubtful.passage, start=span.start, end=span.end, revision=transcript.revision)
    changes = (*changed(doubtful.passage, after), *doubtful.decided(Decision.PLACED, coder_id))
    return deed(f"Placed {doubtful.what} on {span.start}–{span.end}", changes)
