"""How many passages wait for a decision: light enough to be asked whenever the coding screen is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rcoder.project.door import Project


PASSAGES = ("codings", "evidence", "excerpts")
"""The tables of passages."""


def waiting(project: Project) -> int:
    """How many passages of the asker's own wait for a decision."""
    sql = f"SELECT COUNT(*) AS n FROM ({passages_waiting('y.coder_id = :me')}) w"  # noqa: S608 - constants of ours
    return int(project.sight.rows(sql, me=project.coder_id)[0]["n"])


def passages_waiting(whose: str) -> str:
    """The query of the passages that wait for a decision, each once: `transcript_id` and `id`.

    `whose` is a condition on the passage `y`.
    """
    parts = (sql for table in PASSAGES for sql in (_asked(table, whose), _stray(table, whose)))
    return " UNION ".join(parts)


def _asked(table: str, whose: str) -> str:
    return f"""
        SELECT y.transcript_id, y.id FROM doubts d JOIN {table} y ON y.id = d.passage_id
        WHERE d.decision IS NULL AND {whose}
    """  # noqa: S608 - constants of ours


def _stray(table: str, whose: str) -> str:
    """Passages of an earlier text that no doubt of a later one is about; begun at the revisions, as most studies have none."""
    return f"""
        SELECT y.transcript_id, y.id FROM revisions q CROSS JOIN {table} y
        WHERE y.transcript_id = q.transcript_id AND y.revision = q.number AND {whose} AND NOT EXISTS (
            SELECT 1 FROM doubts d
            WHERE d.transcript_id = y.transcript_id AND d.passage_id = y.id AND d.revision > y.revision
        )
    """  # noqa: S608 - constants of ours
