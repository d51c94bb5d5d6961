"""Reading rows as far as one coder may see: their own layer, and the released ones (rule 9, decision 18)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from rcoder.domain.passage import Passage
from rcoder.domain.words import Directness, Prompting, Scope, Stance

R = TypeVar("R")


class Rows(Protocol):
    """What a sight needs of the store: rows of a portable query, and rows as records."""

    def rows(self, sql: str, **params: Any) -> Sequence[Mapping[str, Any]]:
        """Rows by column name."""


class Sight:
    """The store through one coder's eyes."""

    def __init__(self, reader: Rows, coder_id: str) -> None:
        self.reader = reader
        self.coder_id = coder_id
        self.kept: dict[str, Any] = {}
        """What was worked out of the whole journal, by what it is; whoever keeps it here sees to it that it holds."""

    def rows(self, sql: str, **params: Any) -> Sequence[Mapping[str, Any]]:
        """Rows of a query; `{seen}` in it becomes "coder_id is in sight", with an alias as `{seen:c}`."""
        if "{seen" in sql:
            sql = _with_sight(sql)
            params["me"] = self.coder_id
        return self.reader.rows(sql, **params)

    def one(self, sql: str, **params: Any) -> Mapping[str, Any] | None:
        """The first row, or None."""
        found = self.rows(sql, **params)
        return found[0] if found else None

    def records(self, record: type[R], sql: str, **params: Any) -> list[R]:
        """Rows as records of the domain."""
        from rcoder.store import records_of

        return records_of(record, self.rows(sql, **params))


def _with_sight(sql: str) -> str:
    """The query with each `{seen}` or `{seen:alias}` written out as a condition."""
    head, *parts = sql.split("{seen")
    found = [head]
    for part in parts:
        alias, rest = part.split("}", 1)
        column = f"{alias[1:]}.coder_id" if alias else "coder_id"
        found.append(f"({column} = :me OR {column} IN (SELECT id FROM coders WHERE released)){rest}")  # noqa: S608 - aliases of ours
    return "".join(found)


PASSAGE = """
    x.id, x.transcript_id, t.title AS transcript, x.start, x."end", x.quote AS text,
    COALESCE(x.case_id, t.case_id) AS case_id, k.name AS case_name, x.speaker_id, s.name AS speaker,
    s.roles, s.interviewer, s.person, x.coder_id, o.name AS coder, x.scope, x.memo,
    x.directness, x.prompting, x.revision, x.turn,
    EXISTS (SELECT 1 FROM revisions r WHERE r.transcript_id = x.transcript_id AND r.number = x.revision) AS earlier
"""
"""Columns of a passage, for a query over codings or evidence called x joined as PASSAGE_FROM says."""

EXCERPTS = """(
    SELECT e.*, CAST(NULL AS TEXT) AS case_id, 'this_case' AS scope, '' AS memo, 'said' AS directness,
      'volunteered' AS prompting FROM excerpts e)
"""
"""Excerpts with the columns that they have not and PASSAGE names, for a query in which they are called x."""

EARLIER = """
    FROM revisions r CROSS JOIN codings x WHERE x.transcript_id = r.transcript_id AND x.revision = r.number AND {seen:x}
"""
"""Codings in sight that stand in earlier texts only; begun at the revisions, as most studies have none."""

PASSAGE_FROM = """
    JOIN transcripts t ON t.id = x.transcript_id
    LEFT JOIN cases k ON k.id = COALESCE(x.case_id, t.case_id)
    LEFT JOIN speakers s ON s.id = x.speaker_id
    LEFT JOIN coders o ON o.id = x.coder_id
"""


def passages(rows: Iterable[Mapping[str, Any]]) -> list[Passage]:
    """Passages of rows with the columns of PASSAGE, and of `stance` where there is one."""
    return [
        Passage(
            id=row["id"],
            transcript_id=row["transcript_id"],
            transcript=row["transcript"],
            start=row["start"],
            end=row["end"],
            text=row["text"],
            case_id=row["case_id"],
            case=row["case_name"] or "",
            speaker_id=row["speaker_id"],
            speaker=row["speaker"] or "",
            roles=tuple(json.loads(row["roles"])) if row["roles"] else (),
            interviewer=bool(row["interviewer"]),
            coder_id=row["coder_id"],
            coder=row["coder"] or "",
            scope=Scope(row["scope"]),
            stance=Stance(row["stance"]) if row.get("stance") else None,
            memo=row["memo"],
            person=row["person"] or "",
            directness=Directness(row["directness"]),
            prompting=Prompting(row["prompting"]),
            revision=row["revision"],
            earlier=bool(row["earlier"]),
            turn=row["turn"],
        )
        for row in rows
    ]
