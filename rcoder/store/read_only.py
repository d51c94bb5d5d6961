"""Projects that may be read but not written to: in a read-only folder, on a read-only disk, or a read-only file."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from rcoder.domain.errors import RcoderError, ReadOnly
from rcoder.store.connection import GUARDS
from rcoder.store.faults import FOR_READING, said
from rcoder.store.opened import connect_known, is_open_here
from rcoder.store.reading import SqliteReader

Look = tuple[object, ...]


def connect_immutable(path: Path) -> sqlite3.Connection:
    """A connection that takes the file as it lies there: no locks, no WAL, nothing made beside it.

    Right for a file that nobody writes to; its own locks are none, so it may be opened otherwise at the same time.
    """
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    return _tried(connection)


def connect_to_read(path: Path) -> tuple[sqlite3.Connection, bool]:
    """A connection to a file that cannot be written, and whether it takes the file as it lies there.

    A file in WAL can be read with its WAL only where the WAL's index is there or can be made; without one, it is
    read as it lies there, which is all of it unless a WAL was left behind. Raises ReadOnly where a rollback journal
    was left: the file is half changed, and only a writer can put it right.
    """
    left = beside(path, "-shm").exists() or _size(beside(path, "-wal"))
    if left or is_open_here(path) or not _in_wal(path):
        with suppress(sqlite3.OperationalError):
            options: dict[str, Any] = {"isolation_level": None, "check_same_thread": False, "timeout": 5.0}
            return _tried(connect_known(path, mode="ro", **options)), False
    if _size(beside(path, "-journal")):
        raise ReadOnly(
            f"{path} was left in the middle of a change, and may not be written to, so it cannot be put right.",
            "Open it once as somebody who may write to it and its folder.",
        )
    return connect_immutable(path), True


def _tried(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        for pragma in (*GUARDS, "PRAGMA query_only=ON", "PRAGMA schema_version"):
            connection.execute(pragma).fetchall()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


class StillReader(SqliteReader):
    """Reads a file that nobody writes to, as it lies there: a backup."""

    def _connect(self) -> sqlite3.Connection:
        return connect_immutable(self._path)


class OnlyReader(SqliteReader):
    """Reads a project file that cannot be written; where somebody else writes to it meanwhile, opens it again."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._immutable = False
        self._look: Look = ()
        super().__init__(path)

    @property
    def unseen(self) -> str:
        """Name of the file that holds the latest changes and cannot be read, "" for none."""
        wal = beside(self._path, "-wal")
        return wal.name if self._immutable and _size(wal) else ""

    def _connect(self) -> sqlite3.Connection:
        self._look = self._looks()
        connection, self._immutable = connect_to_read(self._path)
        return connection

    def rows(self, sql: str, **params: Any) -> list[dict[str, Any]]:
        """Every row as a dict by column name."""
        if self._immutable and self._looks() != self._look:
            self._connection.close()
            with said(self.where):
                self._connection = self._connect()
        return super().rows(sql, **params)

    def _looks(self) -> Look:
        """What changes when somebody writes."""
        found: list[object] = [beside(self._path, "-shm").exists()]
        for each in (self._path, beside(self._path, "-wal")):
            try:
                stat = each.stat()
            except OSError:
                found.append(None)
            else:
                found.append((stat.st_ino, stat.st_size, stat.st_mtime_ns))
        return tuple(found)


def refuse_older(path: Path, reason: str) -> NoReturn:
    """Raise ReadOnly for a file of an older schema, which would have to be brought up to date first."""
    raise ReadOnly(
        f"{path} is of an older schema, and {reason}, so it cannot be brought up to date.",
        "Copy it to a folder of your own and open it there.",
    )


def beside(path: Path, ending: str) -> Path:
    """One of the files that SQLite keeps beside a project: "-wal", "-shm", "-journal"."""
    real = path.resolve()
    return real.with_name(f"{real.name}{ending}")


def _in_wal(path: Path) -> bool:
    """Whether the file says that it is written through a WAL."""
    try:
        with path.open("rb") as file:
            return file.read(20)[18:20] == b"\2\2"
    except OSError as error:
        raise RcoderError(f"{path} cannot be read: {error.strerror}.", FOR_READING) from error


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
