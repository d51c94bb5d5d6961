"""How many passages wait for a decision: light enough to be asked whenever the coding screen is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rcoder.project.door import Project


def waiting(project: Project) -> int:
    """How many passages of the asker's own wait for a decision."""
    asked = (sql.format(table=table) for table in ("codings", "evidence") for sql in (_ASKED, _NOT_ASKED))
    return sum(int(project.sight.rows(sql, me=project.coder_id)[0]["n"]) for sql in asked)


_ASKED = """
    SELECT COUNT(DISTINCT d.passage_id) AS n FROM doubts d JOIN {table} y ON y.id = d.passage_id
    WHERE d.coder_id = :me AND d.decision IS NULL
"""
_NOT_ASKED = """
    SELECT COUNT(*) AS n FROM revisions q CROSS JOIN {table} y
    WHERE y.transcript_id = q.transcript_id AND y.revision = q.number AND y.coder_id = :me
      AND NOT EXISTS (SELECT 1 FROM doubts d WHERE d.transcript_id = y.transcript_id AND d.passage_id = y.id)
"""
