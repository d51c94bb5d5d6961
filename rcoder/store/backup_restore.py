"""Putting a project back as a backup has it, so that it can be undone.

The backup is written into the project through SQLite in one transaction of the file's own journal, by a connection
that has the file alone. So the project is wholly as before or wholly as the backup, whenever the computer stops; no
WAL of the old file can meet the new one; owner, rights and links stay; and a program that has it open all the same
(without WAL this cannot be told) sees a change, and does not go on writing into a file that has no name any more.
Where SQLite cannot open what is there, another file takes its place.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from rcoder.domain.backup import BEFORE_RESTORE, Backup, BackupName, Restored, parsed
from rcoder.domain.errors import Damaged, Misuse, NotAProject, RcoderError, ReadOnly
from rcoder.domain.journal import SCHEMA
from rcoder.domain.times import now
from rcoder.store.backup import (
    STEP,
    copy_out,
    finish,
    free_name,
    keep,
    same_rights,
    says,
    to_disk,
    unfinished,
)
from rcoder.store.backup_folder import file_mode, folder_of, look, make_folder, remove, sweep
from rcoder.store.checking import Report, look_over, named, unheard
from rcoder.store.connection import connect_alone
from rcoder.store.creating import sync_folder
from rcoder.store.faults import disk_said
from rcoder.store.opened import is_open_here
from rcoder.store.place import why_read_only
from rcoder.store.read_only import beside, connect_immutable
from rcoder.store.recognition import recognise

RESTORED = "restored"
"""What the log of activity calls a restore."""
_LEFT = "The project is as it was."
_ELSEWHERE = "Close it there first: nobody should work on what is being set back."
_LOCKS = (0x40000000, 512)
"""The bytes of a file that SQLite locks, and how many they are."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A restore as it was asked for."""

    path: Path
    source: Path
    coder_id: str = ""
    anyway: str = ""
    """Why a damaged backup, one of another study, or one over a file that is no project is restored all the same."""


def restore(asked: Asked, report: Report = unheard) -> Restored:
    """Put a project back as a backup has it; what is there is kept first, as a backup of its own.

    The journal is the backup's then; the log of activity goes on, with a line on the restore. A backup of an older
    schema is brought up to date in a copy. A project that is that already, and sound, is left alone.

    Raises:
        NotAProject, NewerProject: the backup is none, or a newer rcoder wrote it or the project.
        Damaged: the backup is damaged, and `anyway` is empty.
        ReadOnly: the project may not be written to.
        RcoderError: it is of another study and `anyway` is empty, the project is open elsewhere, or the disk refuses.
    """
    asked = replace(asked, path=asked.path.resolve())
    path = asked.path
    _refuse_misuse(path, asked.source)
    source = _worth(asked)
    sweep(make_folder(path))
    sweep(path.parent)
    live = _alone(asked)
    try:
        with unfinished(path.parent, _LEFT) as staged:
            _stage(asked.source, staged, path)
            if live is None:
                return _replace(asked, source, staged)
            return _overwrite(asked, source, staged, live, report)
    finally:
        if live is not None:
            live.close()


def _refuse_misuse(path: Path, source: Path) -> None:
    if source.resolve() == path:
        raise Misuse(f"{source} is the project itself.", "Name a backup: rcoder backups PROJECT lists them.")
    if is_open_here(path):
        raise RcoderError(f"{path} is open here.", "Close it first, then restore.")
    if path.exists() and not path.is_file():
        raise NotAProject(f"{path} is not a file.", "Name a project.")
    if not path.parent.is_dir():
        raise RcoderError(f"The folder {path.parent} does not exist.", "Make it first.")
    if path.exists() and (reason := why_read_only(path)):
        raise ReadOnly(
            f"{path} cannot be restored, since {reason}.",
            "Restore the backup under another name: rcoder restore NEW FILE.",
        )


def _worth(asked: Asked) -> Backup:
    """The backup, gone through. Raises RcoderError where it cannot be restored."""
    recognise(asked.source)
    found, wrong = look_over(asked.source)
    if found is None:
        raise Damaged(f"{asked.source} cannot be read: {' '.join(wrong)}", "Choose another backup.")
    if wrong and not asked.anyway:
        raise Damaged(
            f"{asked.source} is damaged: {' '.join(named(wrong))}",
            "Choose another backup, or say why this one all the same: --anyway REASON.",
        )
    return look(asked.source, parsed(asked.source.name))


def _alone(asked: Asked) -> sqlite3.Connection | None:
    """A connection that has the project to itself until it is closed; None where SQLite cannot open what is there."""
    path = asked.path
    if not path.exists():
        return None
    try:
        recognise(path)
    except NotAProject as error:
        if asked.source.resolve().parent != folder_of(path) and not asked.anyway:
            raise NotAProject(
                f"{error.message} It is left as it is.",
                "Choose another name, or say why it is to be replaced: --anyway REASON.",
            ) from error
        return None
    try:
        with disk_said(str(path), _LEFT):
            return connect_alone(path)
    except Damaged:
        return None
    except RcoderError as error:
        if getattr(error.__cause__, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
            raise RcoderError(f"{path} is open in another program.", _ELSEWHERE) from error
        raise


def _stage(source: Path, staged: Path, path: Path) -> None:
    """A copy of the backup beside the project, of this schema."""
    with closing(connect_immutable(source)) as reader:
        copy_out(reader, staged)
        if recognise(staged) < SCHEMA:
            from rcoder.store.migrating import bring_up

            bring_up(reader, staged, path)


def _overwrite(
    asked: Asked, source: Backup, staged: Path, live: sqlite3.Connection, report: Report
) -> Restored:
    """Write the staged file into the project in one transaction, after the project has been kept."""
    path = asked.path
    related = _refuse_other_study(asked, source, live)
    kept = keep(live, path, BEFORE_RESTORE, damaged_too=True)
    if kept.counts and kept.is_at(source) and not asked.anyway:
        remove(Path(kept.file))
        return Restored(str(asked.path), source, None, done=False)
    try:
        _note(asked, staged, source, kept, live if related else None)
        with closing(connect_immutable(staged)) as reader:
            reader.backup(
                live, pages=STEP, progress=lambda _, left, whole: report(whole - left, whole, "pages")
            )
    except BaseException:
        remove(Path(kept.file))
        raise
    with suppress(sqlite3.Error):  # it is restored; whoever closes last puts the WAL into the file
        live.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    if live.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise Damaged(
            f"{path} does not hold what was written to it; the disk may be failing.",
            f"Restore {source.file} under another name, on another disk. What was there before is {kept.file}.",
        )
    return Restored(str(asked.path), source, kept, done=True)


def _refuse_other_study(asked: Asked, source: Backup, live: sqlite3.Connection) -> bool:
    """Whether project and backup are of one study; where they are not, that must be meant."""
    try:
        now = says(live)
    except sqlite3.Error:
        return False
    if now.study_id in ("", source.study_id):
        return True
    if not asked.anyway:
        raise RcoderError(
            f"{asked.source} is a backup of another study ({source.title}) than {asked.path} ({now.title}).",
            "Restore it under another name, or say why here: --anyway REASON.",
        )
    return False


def _note(
    asked: Asked, staged: Path, source: Backup, kept: Backup | None, live: sqlite3.Connection | None
) -> None:
    """Let the log of activity go on in the staged file, with a line on this restore."""
    words = [source.name, f"kept {kept.name}" if kept else "", asked.anyway]
    with closing(sqlite3.connect(staged)) as copy, copy:
        last = copy.execute("SELECT COALESCE(MAX(seq), 0) FROM activity").fetchone()[0]
        later: list[tuple[object, ...]] = []
        if live is not None:
            with suppress(sqlite3.DatabaseError):  # a damaged project's log goes on as far as it can be read
                later += live.execute(
                    "SELECT seq, at, coder_id, what, about FROM activity WHERE seq > ?", (last,)
                )
        adding = "INSERT INTO activity (seq, at, coder_id, what, about) VALUES (?, ?, ?, ?, ?)"
        copy.executemany(adding, later)
        about = "; ".join(each for each in words if each)
        copy.execute(adding, (None, now(), asked.coder_id, RESTORED, about))


def _replace(asked: Asked, source: Backup, staged: Path) -> Restored:
    """Put the staged file where there is none, or where SQLite cannot open what there is."""
    path = asked.path
    there = path.exists()
    kept = _keep_unopened(path)
    _note(asked, staged, source, kept, None)
    for ending in ("-wal", "-shm", "-journal"):
        beside(path, ending).unlink(missing_ok=True)
    sync_folder(path.parent)
    if there:
        same_rights(staged, path)
        to_disk(staged)
        _put_in_place(staged, path)
    else:
        finish(staged, path, 0o600 | (0o060 if file_mode(folder_of(path)) & 0o040 else 0))
    return Restored(str(asked.path), source, kept, done=True)


def _put_in_place(staged: Path, path: Path) -> None:
    staged.replace(path)
    try:
        sync_folder(path.parent)
    except OSError as error:
        raise RcoderError(
            f"{path} is restored, but the disk does not confirm it: {error.strerror or error}.",
            "Check the disk, and look with rcoder verify PROJECT.",
        ) from error


def _keep_unopened(path: Path) -> Backup | None:
    """Keep a file that SQLite cannot open, byte for byte, with what lies beside it; None where there is no file."""
    if path.exists():
        _refuse_locked(path)
    folder = folder_of(path)
    name = free_name(folder, BackupName(path.stem, datetime.now(UTC), BEFORE_RESTORE, damaged=True))
    for ending in ("-wal", "-journal", ""):
        old = path if not ending else beside(path, ending)
        if old.exists():
            with unfinished(folder, _LEFT) as copy:
                shutil.copyfile(old, copy)
                finish(copy, folder / f"{name.file}{ending}", file_mode(folder))
    return look(folder / name.file, name) if path.exists() else None


def _refuse_locked(path: Path) -> None:
    """Raise RcoderError where another program has the file open in SQLite; where locks cannot be asked for, it is let be."""
    try:
        import fcntl
    except ImportError:
        return
    start, length = _LOCKS
    descriptor = os.open(path, os.O_RDWR)
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, length, start)
    except (BlockingIOError, PermissionError) as error:
        raise RcoderError(f"{path} is open in another program.", _ELSEWHERE) from error
    finally:
        os.close(descriptor)
