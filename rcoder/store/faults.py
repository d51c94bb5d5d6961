"""Faults of the database said in sentences: what happened to which project, and the way out."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rcoder.domain.errors import Damaged, RcoderError, ReadOnly, Stale
from rcoder.domain.journal import Entry
from rcoder.store.columns import SINGULAR

SAFE = "Nothing of this change was written; everything before it is safe."
FOR_READING = "To work on it, ask for permission to write to both, or make a copy of your own: rcoder backup PROJECT --to FILE."
RESTORE = "Restore a backup of it: rcoder restore PROJECT. The damaged file is kept then."

_SENTENCES: tuple[tuple[str, type[RcoderError], str, str], ...] = (
    ("SQLITE_FULL", RcoderError, "The disk that holds {where} is full.", f"{SAFE} Make room and try again."),
    ("SQLITE_IOERR", RcoderError, "{where} could not be read or written: the disk reports an error, or a limit on file size or quota is reached.",
     f"{SAFE} Make room or check the disk, and try again."),
    ("SQLITE_READONLY", ReadOnly, "{where} or its folder may not be written to.", FOR_READING),
    ("SQLITE_PERM", ReadOnly, "{where} or its folder may not be written to.", FOR_READING),
    ("SQLITE_BUSY", RcoderError, "{where} is being written by another program.", f"{SAFE} Try again in a moment."),
    ("SQLITE_LOCKED", RcoderError, "{where} is being written by another program.", f"{SAFE} Try again in a moment."),
    ("SQLITE_CANTOPEN", RcoderError, "{where} cannot be opened.",
     "Check that the file and its folder are there and that you may read and write both."),
    ("SQLITE_CORRUPT", Damaged, "{where} is damaged.", RESTORE),
    ("SQLITE_NOTADB", Damaged, "{where} is damaged.", RESTORE),
)  # fmt: skip

_UNDECODED = "Could not decode to UTF-8"
"""How Python's sqlite3 begins when stored words are no words any more; it is no fault of SQLite's and has no name."""


def as_sentence(error: BaseException, where: str) -> RcoderError | None:
    """The sentence for a fault of SQLite's, wrapped by SQLAlchemy or not; None for a fault that is our own."""
    cause = getattr(error, "orig", None) or error
    name = getattr(cause, "sqlite_errorname", "") or ""
    if isinstance(cause, sqlite3.OperationalError) and not name and _UNDECODED in str(cause):
        name = "SQLITE_CORRUPT"
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


_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS)
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def disk_said(where: str, undone: str = "Nothing was changed.") -> Iterator[None]:
    """Turn what SQLite or the system raises within into a sentence about a file or folder, and what became of it."""
    try:
        with said(where):
            yield
    except OSError as error:
        if error.errno in _FULL:
            raise RcoderError(
                f"The disk that holds {where} is full.", f"{undone} Make room and try again."
            ) from error
        if error.errno in _REFUSED:
            raise ReadOnly(
                f"{where} may not be written to.", f"{undone} Ask for permission, or choose another folder."
            ) from error
        reason = error.strerror or str(error)
        raise RcoderError(
            f"{where} could not be read or written: {reason}.", f"{undone} Check the disk and try again."
        ) from error


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
