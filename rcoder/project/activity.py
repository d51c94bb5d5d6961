"""The log of activity in numbers: suggestions shown and taken, and files written, by coder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rcoder.project.door import Project

SHOWN, TAKEN, CHANGED, DISMISSED = "hints shown", "hint accepted", "hint changed", "hint dismissed"
"""What the log calls suggestions: shown, taken as they were, another code given than any shown, and waved away."""
HINTS = (SHOWN, TAKEN, CHANGED, DISMISSED)
EXPORTED = "exported "
"""Begins what the log calls a file that was written."""


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """How often a coder did something that the journal does not hold."""

    coder: str
    what: str
    times: int


def activity_lines(project: Project) -> tuple[ActivityLine, ...]:
    """Suggestions and written files of the coders in sight, by coder; nobody's reading is told."""
    rows = project.sight.rows(
        """SELECT o.name AS coder, a.what, COUNT(*) AS times FROM activity a JOIN coders o ON o.id = a.coder_id
           WHERE {seen:a} AND (a.what IN (:hints) OR a.what LIKE :exported)
           GROUP BY o.name, a.what ORDER BY o.name, a.what""",
        hints=list(HINTS),
        exported=f"{EXPORTED}%",
    )
    return tuple(ActivityLine(row["coder"], row["what"], int(row["times"])) for row in rows)
