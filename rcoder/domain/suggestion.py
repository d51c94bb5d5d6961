"""What is suggested for a passage, and why: hints that nothing is counted of until a person takes one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from rcoder.domain.transcript import Span
from rcoder.domain.words import Kind


class Ground(StrEnum):
    """What a reason rests on."""

    WORDS = "words"
    """Words of the passage that the codebook has for the code."""
    CUE = "cue"
    """The cue, alias or example of the codebook that comes nearest."""
    DEFINITION = "definition"
    PASSAGE = "passage"
    """A passage that was coded so before."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for a hint, in words that can be shown."""

    ground: Ground
    text: str
    """The matching words, the cue, the definition, or the coded passage."""
    weight: float = 0.0
    """How much it told, from 0 to 1."""
    words: tuple[Span, ...] = ()
    """Where the matching words stand in the passage, in code points from its beginning."""
    source: str = ""
    """Of a passage: the title of its interview."""
    transcript_id: str = ""
    place: Span | None = None
    """Of a passage: where it stands in its interview."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A hypothesis or code that may fit a passage."""

    code_id: str
    key: str
    kind: Kind | None
    """None for hypotheses."""
    score: float
    """From 0 to 1; those of all hypotheses, and of all codes, add up to 1."""
    reasons: tuple[Reason, ...] = ()

    @property
    def words(self) -> tuple[Span, ...]:
        """The matching words, in code points from the beginning of the passage."""
        found = {span for reason in self.reasons for span in reason.words}
        return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a passage that says one thing, with the kind and code it may have."""

    start: int
    """Code points from the beginning of the passage."""
    end: int
    kind: Kind
    code_id: str
    key: str
    score: float
    """How sure the kind is, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Suggestions:
    """All that is suggested for a passage, likeliest first; parts in text order."""

    hypotheses: tuple[Hint, ...] = ()
    codes: tuple[Hint, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Precedent:
    """A passage coded before that is like the one in hand."""

    code_id: str
    kind: Kind | None
    text: str
    likeness: float
    """From 0 to 1: how much of what is rare in the two they share."""
    source: str
    """Title of its interview."""
    transcript_id: str
    place: Span = field(default_factory=lambda: Span(0, 0))
