"""The index of what was said: every word of every turn, kept up to date in the transaction that changes a transcript.

SQLite holds it as FTS5 without content (words are cut from the texts, which are there already); the row of a turn is
the number of its transcript times PLACES plus its position. PostgreSQL holds a tsvector for each turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, select, text

from rcoder.domain.finding import WORD
from rcoder.domain.records import Row
from rcoder.store import tables
from rcoder.store.putting import put

PLACES = 1 << 16
"""More than the turns that a transcript may have."""

SQLITE_INDEX = (
    """CREATE VIRTUAL TABLE spoken USING fts5(
    words, content='', tokenize="unicode61 remove_diacritics 0")""",
    "INSERT INTO spoken(spoken, rank) VALUES ('automerge', 8)",
)
"""Twice as many parts as usual before they are merged: an import writes a fifth less, a question takes as long."""
POSTGRES_INDEX = (
    """CREATE TABLE spoken (transcript_id text COLLATE "C" NOT NULL, position integer NOT NULL,
    words tsvector NOT NULL, CONSTRAINT pk_spoken PRIMARY KEY (transcript_id, position))""",
    "CREATE INDEX ix_spoken_words ON spoken USING gin (words)",
)


def make_index(connection: Connection) -> None:
    """Make the index in a database that has none."""
    statements = POSTGRES_INDEX if connection.dialect.name == "postgresql" else SQLITE_INDEX
    for statement in statements:
        connection.exec_driver_sql(statement)


def make_tables(connection: Connection) -> None:
    """Make every table, and the index, in an empty database."""
    tables.metadata.create_all(connection)
    make_index(connection)


class Said(NamedTuple):
    """A text and where its turns stand, as they are or are to be in the index."""

    checksum: str
    turns: tuple[tuple[int, int], ...]


def indexed(connection: Connection, transcript_id: str) -> Said | None:
    """What the index holds of a transcript; to be asked before its turns are written anew."""
    found = connection.execute(
        select(tables.spoken_in.c.checksum).where(tables.spoken_in.c.transcript_id == transcript_id)
    ).scalar_one_or_none()
    if found is None:
        return None
    rows = connection.execute(
        select(tables.turns.c.start, tables.turns.c.end)
        .where(tables.turns.c.transcript_id == transcript_id)
        .order_by(tables.turns.c.position)
    )
    return Said(found, tuple((start, end) for start, end in rows))


def said_in(row: Row | None) -> Said | None:
    """What the index is to hold of a transcript's row; None for a transcript that is taken away."""
    if row is None:
        return None
    return Said(row["checksum"], tuple((turn["start"], turn["end"]) for turn in row["turns"]))


def index(
    connection: Connection,
    transcript_id: str,
    before: Said | None,
    after: Said | None,
    text_of: Callable[[Connection, str], str],
) -> None:
    """Bring the index up to date for one transcript; where its words and turns are the same, nothing is done."""
    if before == after:
        return
    postgres = connection.dialect.name == "postgresql"
    if before is not None:
        take_out = _take_out_postgres if postgres else _take_out_sqlite
        take_out(connection, transcript_id, before, text_of)
    if after is not None:
        number = _number(connection)
        put(
            connection,
            "spoken_in",
            [{"number": number, "transcript_id": transcript_id, "checksum": after.checksum}],
        )
        words = _words(text_of(connection, after.checksum), after.turns)
        if postgres:
            _put_in_postgres(connection, transcript_id, words)
        else:
            _put_in_sqlite(connection, number, words)


def _number(connection: Connection) -> int:
    """The next number."""
    last: int = connection.exec_driver_sql("SELECT COALESCE(MAX(number), 0) FROM spoken_in").scalar_one()
    return last + 1


def _words(whole: str, turns: Iterable[tuple[int, int]]) -> list[str]:
    return [whole[start:end] for start, end in turns]


def _put_in_sqlite(connection: Connection, number: int, words: Sequence[str]) -> None:
    rows = [(number * PLACES + position, each) for position, each in enumerate(words)]
    if rows:
        connection.exec_driver_sql("INSERT INTO spoken(rowid, words) VALUES (?, ?)", rows)


def _take_out_sqlite(
    connection: Connection, transcript_id: str, before: Said, text_of: Callable[[Connection, str], str]
) -> None:
    place = tables.spoken_in.c.transcript_id == transcript_id
    number: int = connection.execute(select(tables.spoken_in.c.number).where(place)).scalar_one()
    words = _words(text_of(connection, before.checksum), before.turns)
    rows = [(number * PLACES + position, each) for position, each in enumerate(words)]
    if rows:
        connection.exec_driver_sql("INSERT INTO spoken(spoken, rowid, words) VALUES ('delete', ?, ?)", rows)
    connection.execute(delete(tables.spoken_in).where(place))


def _put_in_postgres(connection: Connection, transcript_id: str, words: Sequence[str]) -> None:
    rows: list[dict[str, Any]] = [
        {"transcript": transcript_id, "position": position, "words": " ".join(WORD.findall(each))}
        for position, each in enumerate(words)
    ]
    if rows:
        connection.execute(
            text(
                "INSERT INTO spoken (transcript_id, position, words)"
                " VALUES (:transcript, :position, to_tsvector('simple', :words))"
            ),
            rows,
        )


def _take_out_postgres(connection: Connection, transcript_id: str, *_: object) -> None:
    connection.execute(
        text("DELETE FROM spoken WHERE transcript_id = :transcript"), {"transcript": transcript_id}
    )
    connection.execute(delete(tables.spoken_in).where(tables.spoken_in.c.transcript_id == transcript_id))


def index_all(connection: Connection) -> None:
    """Fill an empty index from every transcript there is; for a project that had none."""
    from rcoder.store.reading import unpacked

    def text_of(connection: Connection, checksum: str) -> str:
        found: str = connection.execute(
            select(tables.texts.c.text).where(tables.texts.c.checksum == checksum)
        ).scalar_one()
        return found

    rows = connection.execute(
        select(tables.transcripts.c.id, tables.transcripts.c.checksum, tables.transcripts.c.turns)
    ).all()
    for transcript_id, checksum, turns in rows:
        row = {"checksum": checksum, "turns": unpacked(turns)}
        index(connection, transcript_id, None, said_in(row), text_of)
