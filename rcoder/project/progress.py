"""How far the study's cases are coded: what the denominators count."""

from __future__ import annotations

from rcoder.analysis.counting import CaseProgress, case_progress
from rcoder.project.kept import kept
from rcoder.project.sight import Sight


def progress(sight: Sight) -> CaseProgress:
    """The cases coded to the end by somebody in sight, those not yet, and those without interview (decision 7)."""

    def asked() -> CaseProgress:
        return case_progress(
            (row["id"] for row in sight.rows("SELECT id FROM cases")),
            {row["id"]: row["case_id"] for row in sight.rows("SELECT id, case_id FROM transcripts")},
            (row["transcript_id"] for row in sight.rows("SELECT transcript_id FROM finishes WHERE {seen}")),
        )

    return kept(sight, "progress", _TABLES, asked)


_TABLES = frozenset({"cases", "transcripts", "finishes", "coders"})
