"""What the coding screen hands to the configurations: a passage and the codings on it."""

from __future__ import annotations

from dataclasses import dataclass

from rcoder.domain.coding import Coding
from rcoder.domain.transcript import Span, Transcript


@dataclass(frozen=True, slots=True)
class Offer:
    """A passage that may found a new configuration, extend one, or be attached to a claim."""

    transcript: Transcript
    span: Span
    words: str
    """The passage itself."""
    codings: tuple[Coding, ...]
    """The asker's and the others' codings on it, in sight."""
