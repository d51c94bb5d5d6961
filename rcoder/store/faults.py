"""Faults of the database said in sentences: what happened to which project, and the way out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rcoder.domain.errors import Damaged, RcoderError, Stale
from rcoder.domain.journal import Entry
from rcoder.store.columns import SINGULAR

SAFE = "Nothing of this change was written; everything before it is safe."

_SENTENCES: tuple[tuple[str, type[RcoderError], str, str], ...] = (
    ("SQLITE_FULL", RcoderError, "The disk that holds {where} is full.", f"{SAFE} Make room and try again."),
    ("SQLITE_IOERR", RcoderError, "{where} could not be read or written: the disk reports an error, or a limit on file size or quota is reached.",
     f"{SAFE} Make room or check the disk, and try again."),
    ("SQLITE_READONLY", RcoderError, "{where} or its folder may not be written to.",
     "Ask for permission to write to both, or copy the project to a folder of your own."),
    ("SQLITE_PERM", RcoderError, "{where} or its folder may not be written to.",
     "Ask for permission to write to both, or copy the project to a folder of your own."),
    ("SQLITE_BUSY", RcoderError, "{where} is being written by another program.", f"{SAFE} Try again in a moment."),
    ("SQLITE_LOCKED", RcoderError, "{where} is being written by another program.", f"{SAFE} Try again in a moment."),
    ("SQLITE_CANTOPEN", RcoderError, "{where} cannot be opened.",
     "Check that the file and its folder are there and that you may read and write both."),
    ("SQLITE_CORRUPT", Damaged, "{where} is damaged.", "Open a backup of it; keep the damaged file."),
    ("SQLITE_NOTADB", Damaged, "{where} is damaged.", "Open a backup of it; keep the damaged file."),
)  # fmt: skip


def as_sentence(error: BaseException, where: str) -> RcoderError | None:
    """The sentence for a fault of SQLite's, wrapped by SQLAlchemy or not; None for a fault that is our own."""
    cause = getattr(error, "orig", None) or error
    name = getattr(cause, "sqlite_errorname", "") or ""
    for start, kind, message, hint in _SENTENCES:
        if name.startswith(start):
            return kind(message.format(where=where), hint)
    return None


@contextmanager
def said(where: str) -> Iterator[None]:
    """Turn what SQLite raises within into a sentence that names the file; faults of our own pass as they are."""
    try:
        yield
    except sqlite3.Error as error:
        sentence = as_sentence(error, where)
        if sentence is None:
            raise
        raise sentence from error


class Dangling(Exception):
    """A transaction would leave rows of one table referring to rows of another that are not there."""

    def __init__(self, child: str, parent: str) -> None:
        super().__init__(child, parent)
        self.child = child
        self.parent = parent

    def as_stale(self, entries: Sequence[Entry]) -> Stale:
        """The refusal in words: something removed is still used, or something used is gone."""
        using, used = SINGULAR.get(self.child, self.child), SINGULAR.get(self.parent, self.parent)
        removing = [
            entry
            for entry in entries
            if any(change.table == self.parent and change.after is None for change in entry.changes)
        ]
        if removing:
            message = f"{removing[0].sentence}: a {used} is still used by a {using}; nothing was written."
        else:
            message = f"{entries[-1].sentence}: a {using} refers to a {used} that is not there; nothing was written."
        return Stale(message, "Look at it as it is and repeat the change if it is still wanted.")
