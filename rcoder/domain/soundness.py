"""What was found when a whole project was gone through."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    what: str
    """pages, references, texts, passages, turns, journal or backups."""
    count: int | None
    """How many were looked at; None where that would tell how much there is in layers that are not released."""
    said: str
    """How they are, and how many where that is told, where nothing is wrong: "1,000, each with the words that were imported"."""
    faults: tuple[str, ...] = ()
    """What is wrong, in sentences; empty where nothing is."""


@dataclass(frozen=True, slots=True)
class Soundness:
    """A project gone through from end to end."""

    project: str
    checks: tuple[Check, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not any(each.faults for each in self.checks)
