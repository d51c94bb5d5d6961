"""Connections to a project file, set so that what is acknowledged is on the disk and a strange file does no harm."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from rcoder.domain.errors import RcoderError
from rcoder.store.place import why_shared
from rcoder.store.recognition import is_wal

BUSY_SECONDS = 15.0
_GUARDS = ("PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA mmap_size=0")
_WRITING = ("PRAGMA foreign_keys=ON", "PRAGMA synchronous=FULL", "PRAGMA fullfsync=ON")


def connect(path: Path, *, writing: bool, busy: float = BUSY_SECONDS) -> sqlite3.Connection:
    """A connection to an existing file in autocommit mode, guarded; one that only reads refuses to write."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=busy, isolation_level=None,
        check_same_thread=False,
    )  # fmt: skip
    try:
        for pragma in (*_GUARDS, *(_WRITING if writing else ("PRAGMA query_only=ON",))):
            connection.execute(pragma)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def choose_journal(path: Path) -> None:
    """Set WAL in an ordinary folder and a truncated rollback journal in a shared one, where the file says otherwise.

    Raises RcoderError where a file in a shared folder is open elsewhere and cannot leave WAL.
    """
    shared = why_shared(path)
    if is_wal(path) is not bool(shared):
        return
    connection = connect(path, writing=True, busy=1.0)
    try:
        _set_journal(connection, "truncate" if shared else "wal")
    except sqlite3.OperationalError as error:
        if shared and str(getattr(error, "sqlite_errorname", "")).startswith("SQLITE_BUSY"):
            raise RcoderError(
                f"{path} lies in {shared} and is open in another program.", "Close it there first."
            ) from error
        if shared or not str(getattr(error, "sqlite_errorname", "")).startswith("SQLITE_BUSY"):
            raise
    finally:
        connection.close()


def _set_journal(connection: sqlite3.Connection, mode: str) -> None:
    connection.execute(f"PRAGMA journal_mode={mode}")
