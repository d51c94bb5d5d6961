"""Writing to a project file: one connection, every transaction immediate and durable."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import StaticPool

from rcoder.domain.errors import RcoderError
from rcoder.store.connection import BUSY_SECONDS, connect_to_write
from rcoder.store.faults import Dangling, as_sentence, said
from rcoder.store.opened import identity_of


class SqliteWriter:
    """The writing side of a project file, apart from the reading one so that neither waits for the other."""

    def __init__(self, path: Path) -> None:
        self.where = str(path)
        self._path = path
        self._identity = identity_of(path)
        with said(self.where):
            self._raw = connect_to_write(path)
        self._engine = create_engine(
            "sqlite+pysqlite://", creator=lambda: self._raw, poolclass=StaticPool, hide_parameters=True
        )
        event.listen(self._engine, "begin", lambda _: _begin_immediate(self._raw))

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction that is on the disk when the block ends, or gone with an error in words."""
        self._refuse_replaced()
        try:
            with self._engine.connect() as connection:
                try:
                    yield connection
                    self._commit(connection)
                finally:
                    self._raw.rollback()
        except (DBAPIError, sqlite3.Error) as error:
            sentence = as_sentence(error, self.where)
            if sentence is None:
                raise
            raise sentence from error

    def _refuse_replaced(self) -> None:
        """Synchronising programs put another file in a file's place: what is written to the old one would be lost."""
        if identity_of(self._path) != self._identity:
            raise RcoderError(
                f"{self.where} has been moved, removed or replaced by another program while it was open.",
                "Nothing of this change was written. Close the project and open it again.",
            )

    def _commit(self, connection: Connection) -> None:
        try:
            connection.commit()
        except IntegrityError as error:
            raise _dangling(self._raw) from error

    def close(self) -> None:
        """Put what the WAL holds into the file, unless another program is reading, and let go of it."""
        with suppress(sqlite3.Error):  # the WAL holds everything; whoever closes last puts it into the file
            self._raw.execute("PRAGMA busy_timeout=100")
            self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._engine.dispose()
        self._raw.close()


def _begin_immediate(raw: sqlite3.Connection) -> None:
    """Begins, asking again and again where another program writes.

    SQLite's own waiting soon asks ten times a second only, and finds no gap between the transactions of an import.
    """
    last = monotonic() + BUSY_SECONDS
    raw.execute(f"PRAGMA busy_timeout={_IMPATIENT}")
    try:
        while True:
            try:
                raw.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if not getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY") or monotonic() > last:
                    raise
            else:
                return
    finally:
        raw.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000:.0f}")


_IMPATIENT = 8
"""Milliseconds that SQLite waits by itself, asking after 1, 3 and 8 of them."""


def _dangling(raw: sqlite3.Connection) -> Dangling:
    """Which reference would lead nowhere, read off before the transaction is rolled back."""
    found: tuple[Any, ...] | None = raw.execute("PRAGMA foreign_key_check").fetchone()
    return Dangling(found[0], found[2]) if found else Dangling("row", "row")
