"""What a person writes of a case: its turning points, and what it says of each hypothesis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Summary:
    """What a case says of a hypothesis, in a person's words: a cell of the framework matrix. Passages are joined to it."""

    table: ClassVar[str] = "summaries"

    id: str
    case_id: str
    code_id: str
    """A hypothesis; another code where a study wants it."""
    coder_id: str
    text: str
    at: str = ""
    """When it was last written: UTC, ISO 8601 with seconds and "Z"."""


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A moment in a case after which things went another way. Passages are joined to it."""

    table: ClassVar[str] = "turning_points"

    id: str
    case_id: str
    coder_id: str
    wording: str
    when: str = ""
    """As people say it: "uge 6", "marts 2017", an ISO date."""
    position: int = 0
    """Order in the case's course, from 0."""
    sign: str = ""
    """"+" for the better, "-" for the worse, "" for neither or unknown."""
