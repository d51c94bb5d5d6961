"""Turns that hold every term, asked of the index in each database's own words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rcoder.domain.finding import Term
from rcoder.store.reading import Reader, SqliteReader

if TYPE_CHECKING:
    from collections.abc import Iterable

PLACES = 1 << 16
"""As in spoken.py, which needs SQLAlchemy and so is not imported for reading."""


def find_turns(reader: Reader, terms: Sequence[Term], limit: int) -> list[tuple[str, int]]:
    """Transcript and position of the first `limit` turns that hold every term, in the order of the index."""
    if isinstance(reader, SqliteReader):
        sql, query = _SQLITE, " AND ".join(_match(term) for term in terms)
    else:
        sql, query = _POSTGRES, " & ".join(_tsquery(term) for term in terms)
    rows = reader.rows(sql, query=query, limit=limit)
    return [(row["transcript_id"], row["position"]) for row in rows]


_SQLITE = f"""SELECT n.transcript_id, s.place % {PLACES} AS position
    FROM (SELECT rowid AS place FROM spoken WHERE spoken MATCH :query ORDER BY rowid LIMIT :limit) AS s
    JOIN spoken_in n ON n.number = s.place / {PLACES} ORDER BY s.place"""  # noqa: S608 - a number of ours
_POSTGRES = """SELECT s.transcript_id, s.position FROM spoken s
    JOIN spoken_in n ON n.transcript_id = s.transcript_id
    WHERE s.words @@ to_tsquery('simple', :query) ORDER BY n.number, s.position LIMIT :limit"""


def _match(term: Term) -> str:
    return f'"{_quoted(term.words)}"{"*" if term.prefix else ""}'


def _quoted(words: Iterable[str]) -> str:
    return " ".join(word.replace('"', '""') for word in words)


def _tsquery(term: Term) -> str:
    words = ["'" + word.replace("\\", "\\\\").replace("'", "''") + "'" for word in term.words]
    return "(" + " <-> ".join(words) + (":*" if term.prefix else "") + ")"
