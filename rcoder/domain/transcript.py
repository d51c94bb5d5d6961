"""An interview as text: one immutable text, and spans into it for turns, speakers and sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from rcoder.domain.words import Decision, Verdict


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one text in code points, start inclusive, end exclusive."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, position: int) -> bool:
        """Whether the code point at `position` lies inside."""
        return self.start <= position < self.end

    def of(self, text: str) -> str:
        """The words of the span in `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice in one transcript. Role belongs to the speaker in the transcript (decision 15)."""

    table: ClassVar[str] = "speakers"

    id: str
    transcript_id: str
    name: str
    """As the file labels the voice; "" where the file names nobody."""
    roles: tuple[str, ...] = ()
    interviewer: bool = False
    position: int = 0
    """Order of first speaking, from 0."""
    person: str = ""
    """The same value joins one person's appearances in several transcripts."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says until another does; the words only, without label or time."""

    start: int
    end: int
    speaker_id: str | None = None
    time: float | None = None
    """Seconds from the start of the recording, where the file says so."""

    @property
    def span(self) -> Span:
        """The words of the turn."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Transcript:
    """One interview: where it came from, whose case it belongs to, and its turns. The text lives apart, by checksum."""

    table: ClassVar[str] = "transcripts"

    id: str
    title: str
    language: str
    """"da" or "en"."""
    checksum: str
    """SHA-256 of the stored text in UTF-8, hexadecimal."""
    characters: int
    """Length of the text in code points."""
    source: str
    """Name of the file it came from, without folders."""
    source_checksum: str
    """SHA-256 of the file's bytes."""
    format: str
    """What it was read as: txt, md, docx, odt, rtf, pdf, html, vtt, srt, json, tsv or csv, whatever the file is called."""
    case_id: str | None = None
    """None for interviews without a case (project managers)."""
    date: str = ""
    """ISO date of the interview, "" if unknown."""
    wave: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    """Everything that was done to the text at import, in sentences."""
    turns: tuple[Turn, ...] = ()
    revision: int = 1
    """Goes up by one with each corrected text; the earlier ones are kept as `Revision`."""


@dataclass(frozen=True, slots=True)
class Revision:
    """An earlier text of a transcript, as it stood until a corrected one came."""

    table: ClassVar[str] = "revisions"

    id: str
    transcript_id: str
    number: int
    """What `Transcript.revision` was."""
    checksum: str
    characters: int
    source: str
    source_checksum: str
    format: str
    notes: tuple[str, ...] = ()
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A passage that a corrected text changed inside or no longer holds, until a person decides on it."""

    table: ClassVar[str] = "doubts"

    id: str
    transcript_id: str
    revision: int
    """The revision that the correction made."""
    passage_table: str
    """"codings", "evidence" or "excerpts"."""
    passage_id: str
    coder_id: str
    """Whose passage it is; others see the doubt only where they see the passage."""
    verdict: Verdict
    start: int
    """Where the passage stood in the revision before, code points."""
    end: int
    decision: Decision | None = None
    decided_by: str = ""
    """Id of the coder who decided."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """Sentences and lemmas of one text, worked out at import and stored (decision 22)."""

    checksum: str
    pipeline: str
    """Name and version of what made it."""
    sentences: tuple[Span, ...]
    lemmas: tuple[tuple[int, int, str], ...] = ()
    """(start, end, lemma) of each word in code points, in text order."""


def turn_at(turns: tuple[Turn, ...], position: int) -> int | None:
    """Index of the turn that holds the code point at `position`, or of the last one before it; None before the first."""
    low, high = 0, len(turns)
    while low < high:
        middle = (low + high) // 2
        if turns[middle].start <= position:
            low = middle + 1
        else:
            high = middle
    return low - 1 if low else None
