"""Connections to a project file, set so that what is acknowledged is on the disk and a strange file does no harm."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from rcoder.domain.errors import RcoderError
from rcoder.store.opened import connect_known
from rcoder.store.place import why_shared

BUSY_SECONDS = 15.0
GUARDS = ("PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA mmap_size=0")
_READING = ("PRAGMA query_only=ON", "PRAGMA cache_size=-16384")
"""16 MiB of the file are kept in memory: what a screen asks again is not read anew."""
_WRITING = ("PRAGMA foreign_keys=ON", "PRAGMA synchronous=FULL", "PRAGMA fullfsync=ON")


def connect(path: Path, *, writing: bool, busy: float = BUSY_SECONDS) -> sqlite3.Connection:
    """A connection to an existing file in autocommit mode, guarded; one that only reads refuses to write."""
    connection = connect_known(path, timeout=busy, isolation_level=None, check_same_thread=False)
    try:
        for pragma in (*GUARDS, *(_WRITING if writing else _READING)):
            connection.execute(pragma)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def connect_alone(path: Path, *, busy: float = 1.0) -> sqlite3.Connection:
    """A writing connection that no other process can have the file open beside, until it is closed.

    Raises sqlite3.OperationalError (SQLITE_BUSY) where another one has it open. In WAL that is everyone who has read
    from it; without WAL only who is reading or writing at the moment.
    """
    connection = connect_known(path, timeout=busy, isolation_level=None, check_same_thread=False)
    try:
        for statement in ("PRAGMA locking_mode=EXCLUSIVE", *GUARDS, *_WRITING, "BEGIN EXCLUSIVE", "COMMIT"):
            connection.execute(statement)
        if not is_wal(connection):
            connection.execute("PRAGMA journal_mode=TRUNCATE")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def choose_journal(path: Path) -> None:
    """Set WAL in an ordinary folder and a rollback journal in a shared one, where the file says otherwise.

    Raises RcoderError where a file in a shared folder is open elsewhere and cannot leave WAL.
    """
    shared = why_shared(path)
    connection = connect(path, writing=True, busy=1.0)
    try:
        if is_wal(connection) == bool(shared):
            connection.execute(f"PRAGMA journal_mode={'TRUNCATE' if shared else 'WAL'}")
    except sqlite3.OperationalError as error:
        if not str(getattr(error, "sqlite_errorname", "")).startswith("SQLITE_BUSY"):
            raise
        if shared:
            message = f"{path} lies in {shared} and is open in another program."
            raise RcoderError(message, "Close it there first.") from error
    finally:
        connection.close()


def is_wal(connection: sqlite3.Connection) -> bool:
    """Whether the file is written through a WAL."""
    return bool(connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal")


def connect_to_write(path: Path) -> sqlite3.Connection:
    """A writing connection; without WAL the rollback journal is truncated, which is durable where an unlink is not."""
    connection = connect(path, writing=True)
    if not is_wal(connection):
        connection.execute("PRAGMA journal_mode=TRUNCATE")
    return connection
