"""What a file holds once it is read: text, turns and voices, before it becomes a transcript of a project."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadTurn:
    """What one voice says until another does, as a half-open span of code points without label or stamp."""

    start: int
    end: int
    speaker: int | None
    """Index into the interview's speakers; None where the file does not say who speaks."""
    time: float | None
    """Seconds from the start of the recording; None where the file gives no time."""


@dataclass(frozen=True, slots=True)
class ReadSpeaker:
    """A voice as the file labels it."""

    name: str
    interviewer: bool


@dataclass(frozen=True, slots=True)
class Interview:
    """One file, read."""

    text: str
    """NFC, line ends as newlines, no control characters but newline and tab."""
    turns: tuple[ReadTurn, ...]
    """In text order, never overlapping."""
    speakers: tuple[ReadSpeaker, ...]
    """In order of first speaking."""
    format: str
    """txt, md, docx, odt, rtf, pdf, html, vtt, srt, json, tsv or csv: what it was read as."""
    notes: tuple[str, ...]
    """Everything that was done to the text, in sentences."""
    source: str
    """Name of the file, without folders."""
    source_checksum: str
    """SHA-256 of the file's bytes, hexadecimal."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What a format's reader hands back: text, who speaks where by name, and what was done."""

    text: str
    turns: tuple[NamedTurn, ...]
    notes: tuple[str, ...] = ()
    heading: str = ""
    """What stands before the first turn; it may say who the interviewer is."""


@dataclass(frozen=True, slots=True)
class NamedTurn:
    """A turn with its speaker by name; None where nobody is named."""

    start: int
    end: int
    speaker: str | None
    time: float | None
