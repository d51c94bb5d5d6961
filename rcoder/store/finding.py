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
        rows = reader.rows(
            "SELECT rowid AS place FROM spoken WHERE spoken MATCH :query ORDER BY rowid LIMIT :limit",
            query=" AND ".join(_match(term) for term in terms),
            limit=limit,
        )
        names = {
            row["number"]: row["transcript_id"]
            for row in reader.rows("SELECT number, transcript_id FROM spoken_in")
        }
        places = (divmod(row["place"], PLACES) for row in rows)
        return [(names[number], position) for number, position in places]
    rows = reader.rows(
        "SELECT s.transcript_id, s.position FROM spoken s JOIN spoken_in n ON n.transcript_id = s.transcript_id"
        " WHERE s.words @@ to_tsquery('simple', :query) ORDER BY n.number, s.position LIMIT :limit",
        query=" & ".join(_tsquery(term) for term in terms),
        limit=limit,
    )
    return [(row["transcript_id"], row["position"]) for row in rows]


def _match(term: Term) -> str:
    return f'"{_quoted(term.words)}"{"*" if term.prefix else ""}'


def _quoted(words: Iterable[str]) -> str:
    return " ".join(word.replace('"', '""') for word in words)


def _tsquery(term: Term) -> str:
    words = ["'" + word.replace("\\", "\\\\").replace("'", "''") + "'" for word in term.words]
    return "(" + " <-> ".join(words) + (":*" if term.prefix else "") + ")"
