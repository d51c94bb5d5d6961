"""Which project files this process has open in SQLite.

Closing a file that Python has opened drops every lock that SQLite holds on it in the same process (POSIX), so an
open project's file is never opened another way.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

_OPEN: Counter[tuple[int, int]] = Counter()


class Counted(sqlite3.Connection):
    """A connection that is known to be open until it is closed."""

    identity: tuple[int, int] | None = None

    def close(self) -> None:
        """Close the connection and forget it."""
        super().close()
        if self.identity is not None:
            _OPEN[self.identity] -= 1
            self.identity = None


def connect_counted(path: Path, **options: Any) -> sqlite3.Connection:
    """A connection to an existing file, counted while it is open."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, factory=Counted, **options)
    if isinstance(connection, Counted):
        connection.identity = _identity(path)
        _OPEN[connection.identity] += 1
    return connection


def is_open_here(path: Path) -> bool:
    """Whether this process has the file open in SQLite."""
    try:
        return _OPEN[_identity(path)] > 0
    except (OSError, ValueError):
        return False


def _identity(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_dev, stat.st_ino
