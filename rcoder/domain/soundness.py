"""What was found when a whole project was gone through."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    what: str
    """pages, references, texts, passages, turns, journal or backups."""
    count: int
    """How many were looked at."""
    said: str
    """What is so where nothing is wrong: "1,000 texts have the words that were imported"."""
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
