"""How something came about: what was done to it, oldest first, as far as the asker may know."""

from __future__ import annotations

from dataclasses import dataclass

from rcoder.domain.passage import Passage

HIDDEN = "Something in a layer that is not released"
"""What is said of an entry whose words the asker may not know."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that was done, in words."""

    words: str
    passage: Passage | None = None
    """The passage it names, which can be opened."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """An entry of the journal, as far as it is about the thing."""

    seq: int
    entry_id: str
    at: str
    """UTC, ISO 8601 with seconds and "Z"."""
    coder: str
    """"rcoder" for the program itself."""
    told: tuple[Told, ...]
    why: str = ""
    taken_back: str = ""
    """When it was taken back; "" where it holds."""
    within: str = ""
    """The sentence of a deed that did more than this: a merge, a corrected text."""
    hidden: bool = False
    """Whether it was done in a layer that is not released, and its words are not told."""


@dataclass(frozen=True, slots=True)
class History:
    """The course of one thing."""

    of: str
    """What it is of, in words: "K07 Fast kontakt", "H1.M1 Tryghed"."""
    lines: tuple[HistoryLine, ...]
    """Oldest first."""


@dataclass(frozen=True, slots=True)
class Since:
    """What became of something since an entry of the journal, all that was taken back left out."""

    told: tuple[Told, ...] = ()
    summary: str = ""
    """In a few words: "2 elements changed, 1 link new"."""
    hidden: bool = False
    """Whether something of a layer that is not released is among it."""

    @property
    def words(self) -> str:
        """In a few words, what is hidden said as that."""
        parts = [each for each in (self.summary, HIDDEN.lower() if self.hidden else "") if each]
        return ", ".join(parts)
