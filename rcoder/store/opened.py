"""Which project files this process has open in SQLite.

Closing a file that Python has opened drops every lock that SQLite holds on it in the same process (POSIX), so an
open project's file is never opened another way.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any
from weakref import WeakSet

Identity = tuple[int, int]


class Known(sqlite3.Connection):
    """A connection whose file is known while it is open."""

    identity: Identity | None = None

    def close(self) -> None:
        """Close the connection and forget its file."""
        super().close()
        self.identity = None


_KNOWN: WeakSet[Known] = WeakSet()


def connect_known(path: Path, *, mode: str = "rw", **options: Any) -> sqlite3.Connection:
    """A connection to an existing file, known while it is open; `mode` as in a URI of SQLite's: "rw" or "ro"."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, factory=Known, **options
    )
    if isinstance(connection, Known):
        connection.identity = identity_of(path)
        _KNOWN.add(connection)
    return connection


def is_open_here(path: Path) -> bool:
    """Whether this process has the file open in SQLite."""
    here = identity_of(path)
    return here is not None and any(each.identity == here for each in list(_KNOWN))


def identity_of(path: Path) -> Identity | None:
    """Which file the name stands for, None for no file."""
    try:
        stat = path.stat()
    except (OSError, ValueError):
        return None
    return stat.st_dev, stat.st_ino
