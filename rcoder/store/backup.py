"""Backups of a project file, made by SQLite's own interface while work goes on, looked over before they count."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from rcoder.domain.backup import BY_HAND, Backup, BackupName
from rcoder.domain.errors import Damaged, RcoderError
from rcoder.store.backup_folder import (
    UNFINISHED,
    file_mode,
    give,
    listed,
    look,
    make_folder,
    remove,
    sweep,
    thin,
)
from rcoder.store.checking import Inside, Report, look_over, named, unheard
from rcoder.store.connection import connect, is_wal
from rcoder.store.creating import publish
from rcoder.store.faults import as_sentence, disk_said
from rcoder.store.place import why_read_only
from rcoder.store.read_only import connect_to_read

STEP = 1000
"""Pages copied in one go, 4 MB; a writer in a folder without WAL waits no longer than for one."""
REST = 0.005
"""Seconds between two goes where somebody works meanwhile."""
RESTARTS = 3
"""So often a copy begins again because somebody writes (without WAL); then writers wait until it is done."""
WAITS = 60
"""So many quarters of a second another program may write without a break."""
_UNCHANGED = "No backup was made; the project is as it was."


@dataclass(slots=True)
class _Pace:
    """Says how far the copying is, and lets others work in between."""

    report: Report
    gentle: bool = False
    """Whether somebody works meanwhile: then a piece is brought to the disk before the next is copied, so that no
    writer waits behind all of it."""
    descriptor: int = -1
    """Of the file that is copied into."""
    left: int | None = None
    restarts: int = 0
    waits: int = 0

    def __call__(self, status: int, remaining: int, pages: int) -> None:
        if status != sqlite3.SQLITE_OK:
            self._wait()
            return
        if self.left is not None and remaining > self.left:
            self.restarts += 1
        self.left = remaining
        self.report(pages - remaining, pages, "pages")
        if self.gentle and remaining:
            os.fsync(self.descriptor)
            time.sleep(REST)

    def _wait(self) -> None:
        """Another program writes: Python waits a quarter of a second and tries again, without end."""
        self.waits += 1
        if self.waits > WAITS:
            raise RcoderError("The project is being written by another program.", _UNCHANGED)


def back_up(
    path: Path, why: str = BY_HAND, *, to: Path | None = None, gentle: bool = False, report: Report = unheard
) -> Backup:
    """Make a backup of a project file in the folder of its backups, or as the file `to`; the backups are thinned then.

    It is copied under another name, looked over (pages, references, checksums of the texts, the journal's end), brought
    to the disk and given its name: what has a backup's name is whole. Raises RcoderError, and nothing is left then.
    """
    with closing(_source(path)) as source:
        made = keep(source, path, why, to=to, gentle=gentle, report=report)
    if to is None:
        thin(path)
    return made


def back_up_changes(path: Path, why: str, *, gentle: bool = False, report: Report = unheard) -> Backup | None:
    """Make a backup where something was written since the latest one; None where it would be the same again.

    Raises RcoderError where the disk would be nearly full then, which is no time for a backup nobody asked for.
    """
    with closing(_source(path)) as source:
        now = says(source)
    known = [each for each in listed(path, now.study_id) if each.counts]
    if any((each.seq, each.entry_id) == (now.seq, now.entry_id) for each in known):
        return None
    size, free = path.stat().st_size, shutil.disk_usage(path.parent).free
    if free < 2 * size:
        raise RcoderError(
            f"The disk that holds {path} has only {free // 1_000_000} MB left, too little for a backup as well.",
            "Make room.",
        )
    return back_up(path, why, gentle=gentle, report=report)


def keep(
    source: sqlite3.Connection,
    path: Path,
    why: str,
    *,
    to: Path | None = None,
    damaged_too: bool = False,
    gentle: bool = False,
    report: Report = unheard,
) -> Backup:
    """Make a backup from an open connection; with `damaged_too`, a project that is damaged is kept all the same."""
    if to is None:
        folder = make_folder(path)
        sweep(folder)
    else:
        folder = to_be_made(to)
    with unfinished(folder, _UNCHANGED) as copy:
        with _damage_said(path):
            before = says(source) if not damaged_too else None
            copy_out(source, copy, _Pace(report, gentle))
        wrong = look_over(copy, report)[1]
        if not wrong and before is not None and not _goes_on(copy, before):
            wrong = ["The copy's journal is not the project's."]
        if wrong and not damaged_too:
            raise Damaged(
                f"{path} is damaged, so no backup of it was made: {' '.join(named(wrong))}",
                "See what is wrong with rcoder verify PROJECT, and restore a backup with rcoder restore PROJECT.",
            )
        name = BackupName(path.stem, datetime.now(UTC), why, damaged=bool(wrong))
        return _published(copy, folder, name, to)


def to_be_made(to: Path) -> Path:
    """The folder of a file that is to be made. Raises RcoderError where the file is there, or the folder is not."""
    if to.exists() or to.is_symlink():
        raise RcoderError(f"{to} exists already and is left as it is.", "Choose another name.")
    if not to.parent.is_dir():
        raise RcoderError(
            f"The folder {to.parent} does not exist.", "Make it first, or choose another place."
        )
    return to.parent


@contextmanager
def _damage_said(path: Path) -> Iterator[None]:
    """What is wrong with the project is said of the project; a fault of the place it is copied to is said of that."""
    try:
        yield
    except sqlite3.Error as error:
        sentence = as_sentence(error, str(path))
        if isinstance(sentence, Damaged):
            raise sentence from error
        raise


@contextmanager
def unfinished(folder: Path, undone: str) -> Iterator[Path]:
    """A name for a file that is not finished, which is gone when the block ends; faults become sentences."""
    with disk_said(str(folder), undone):
        copy = folder / f".{uuid.uuid4().hex[:12]}{UNFINISHED}"
        try:
            yield copy
        finally:
            for ending in ("", "-journal", "-wal", "-shm"):
                remove(copy.with_name(f"{copy.name}{ending}"))


def copy_out(source: sqlite3.Connection, copy: Path, pace: _Pace | None = None) -> None:
    """Copy a project through SQLite into a file of its own, without WAL, as it is at one moment."""
    pace = pace or _Pace(unheard)
    pace.descriptor = os.open(copy, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with closing(sqlite3.connect(copy, isolation_level=None)) as target:
            for pragma in ("journal_mode=OFF", "synchronous=OFF"):
                target.execute(f"PRAGMA {pragma}")
            _copy(source, target, pace)
        with closing(sqlite3.connect(copy, isolation_level=None)) as target:
            target.execute("PRAGMA synchronous=OFF")
            target.execute("PRAGMA journal_mode=DELETE")
    finally:
        os.close(pace.descriptor)


def _copy(source: sqlite3.Connection, target: sqlite3.Connection, pace: _Pace) -> None:
    """With WAL, the state at one moment is copied while others write; without, it begins again where they do."""
    if is_wal(source):
        source.execute("BEGIN")
        try:
            source.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
            source.backup(target, pages=STEP, progress=pace)
        finally:
            source.execute("ROLLBACK")
        return

    def patient(status: int, remaining: int, pages: int) -> None:
        pace(status, remaining, pages)
        if pace.restarts > RESTARTS:
            raise InterruptedError

    try:
        source.backup(target, pages=STEP, progress=patient)
    except InterruptedError:
        source.backup(target, pages=-1, progress=pace)


def _published(copy: Path, folder: Path, name: BackupName, to: Path | None) -> Backup:
    """Bring a finished file to the disk and give it its name."""
    if to is not None:
        finish(copy, to, 0o600)
        return look(to)
    own = free_name(folder, name)
    finish(copy, folder / own.file, file_mode(folder))
    return look(folder / own.file, own)


def free_name(folder: Path, name: BackupName) -> BackupName:
    """The name, with a number where there is such a backup already."""
    return next(
        each for number in count(1) if not (folder / (each := replace(name, number=number)).file).exists()
    )


def finish(copy: Path, file: Path, mode: int) -> None:
    """Bring a finished copy to the disk and give it its name, never over another file, and then its rights."""
    to_disk(copy)
    try:
        publish(copy, file)
    except OSError:
        remove(file)
        raise
    file.chmod(mode)


def same_rights(file: Path, like: Path) -> None:
    """Give a file that is to take another's place the rights of that one, as far as one may."""
    found = like.stat()
    give(file, found.st_uid, found.st_gid)
    with suppress(OSError):
        file.chmod(found.st_mode & 0o777)


def to_disk(file: Path) -> None:
    """Wait until a finished file, which no connection has open, is on the disk."""
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _source(path: Path) -> sqlite3.Connection:
    """A reading connection of its own to a project."""
    with disk_said(str(path), _UNCHANGED):
        return connect_to_read(path)[0] if why_read_only(path) else connect(path, writing=False)


def study_of(path: Path) -> str:
    """Id of the study in a project file. Raises RcoderError where it cannot be read."""
    with disk_said(str(path), ""), closing(_source(path)) as source:
        return says(source).study_id


def says(source: sqlite3.Connection) -> Inside:
    """What a project says of itself on an open connection. Raises sqlite3.Error where it is damaged."""
    study = source.execute("SELECT id, title FROM study ORDER BY id").fetchone() or ("", "")
    last = source.execute("SELECT seq, id FROM entries ORDER BY seq DESC LIMIT 1").fetchone() or (0, "")
    return Inside(study[0], study[1], last[0], last[1])


def _goes_on(copy: Path, before: Inside) -> bool:
    """Whether a copy's journal has the entry that was the project's latest before it was copied, or one after it."""
    with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as reader:
        found = reader.execute("SELECT id FROM entries WHERE seq = ?", (before.seq,)).fetchone()
    return found == (before.entry_id,) if before.seq else found is None
