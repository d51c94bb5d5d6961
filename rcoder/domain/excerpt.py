"""An excerpt: words that a coder keeps for their own sake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rcoder.domain.transcript import Span


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words kept as a quotation for a paper, as what a memo is on, or as a reading mark; it belongs to the coder's layer."""

    table: ClassVar[str] = "excerpts"

    id: str
    coder_id: str
    transcript_id: str
    start: int
    """Code points, inclusive."""
    end: int
    """Code points, exclusive."""
    revision: int = 1
    """The revision of the transcript that `start` and `end` count in."""
    edited: str = ""
    """The words as they are to be printed: additions in [brackets], omissions as an ellipsis; "" for as they were said."""
    translation: str = ""
    language: str = "en"
    """Language of the translation."""
    mark: bool = False
    """Whether it is a mark left in reading."""
    at: str = ""
    """When it was kept: UTC, ISO 8601 with seconds and "Z"."""

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)
