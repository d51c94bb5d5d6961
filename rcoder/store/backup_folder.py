"""The folder of a project's backups, beside it: what lies there, what it is worth, and what is thinned away."""

from __future__ import annotations

import os
import stat
import time
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from rcoder.analysis.thinning import kept
from rcoder.domain.backup import BEFORE_RESTORE, Backup, BackupName, State, is_thinned, parsed
from rcoder.domain.errors import NewerProject, RcoderError
from rcoder.domain.times import stamp
from rcoder.store.checking import Inside, inside
from rcoder.store.faults import disk_said
from rcoder.store.read_only import StillReader
from rcoder.store.recognition import recognise

UNFINISHED = ".rcoder-unfinished"
_LEFT_AFTER = 3600.0
"""Seconds after which an unfinished backup is one that was killed."""
_GROUP_WRITES, _GROUP_READS = 0o020, 0o040


def folder_of(path: Path) -> Path:
    """The folder of a project's backups: study.rcoder-backups beside study.rcoder."""
    real = path.resolve()
    return real.with_name(f"{real.name}-backups")


def make_folder(path: Path) -> Path:
    """Make the folder where it is missing: for its owner alone, and for the group where the group may write the project.

    Raises RcoderError where it cannot be made.
    """
    folder = folder_of(path)
    with disk_said(str(folder)):
        if folder.is_dir():
            return folder
        found = _status(path)
        shared = found is not None and bool(found.st_mode & _GROUP_WRITES)
        folder.mkdir(mode=0o700)
        if shared and found is not None:
            give(folder, -1, found.st_gid)
            with suppress(OSError):
                folder.chmod(0o2770)
    return folder


def give(file: Path, user: int, group: int) -> None:
    """Give a file to a user and a group (-1: as it is), where the system knows owners and one may."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(file, user, group)


def file_mode(folder: Path) -> int:
    """The rights of a backup: to be read by whom the folder is for, and written by nobody."""
    found = _status(folder)
    shared = found is not None and bool(found.st_mode & _GROUP_WRITES)
    return stat.S_IRUSR | (_GROUP_READS if shared else 0)


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def listed(path: Path, study_id: str = "") -> list[Backup]:
    """The backups of a project, newest first; `State.FOREIGN` where they are of another study than this one.

    Raises RcoderError where the folder cannot be read.
    """
    folder = folder_of(path)
    with disk_said(str(folder)):
        if not folder.is_dir():
            return []
        names = [(name, each) for each in folder.iterdir() if (name := parsed(each.name)) is not None]
    names.sort(key=lambda each: (each[0].at, _written_at(each[1]), each[0].number), reverse=True)
    found = [look(file, name) for name, file in names]
    return [
        replace(each, state=State.FOREIGN) if each.counts and study_id not in ("", each.study_id) else each
        for each in found
    ]


def _written_at(file: Path) -> int:
    """When a file was written, nanoseconds; tells backups of one second apart."""
    status = _status(file)
    return status.st_mtime_ns if status else 0


def look(file: Path, name: BackupName | None = None) -> Backup:
    """What a file is worth as a backup, by its name and what it says of itself; it is not gone through."""
    status = _status(file)
    at = name.at if name else datetime.fromtimestamp(status.st_mtime if status else 0.0, UTC)
    state, schema, says = _inside(file)
    return Backup(
        name=file.name if name is not None else str(file),
        file=str(file),
        at=stamp(at),
        why=name.why if name is not None else "",
        size=status.st_size if status else 0,
        state=State.DAMAGED if name is not None and name.damaged else state,
        study_id=says.study_id,
        title=says.title,
        seq=says.seq,
        entry_id=says.entry_id,
        schema=schema,
    )


def _inside(file: Path) -> tuple[State, int, Inside]:
    nothing = Inside("", "", 0, "")
    try:
        schema = recognise(file)
        reader = StillReader(file)
    except NewerProject:
        return State.NEWER, 0, nothing
    except RcoderError:
        return State.UNREADABLE, 0, nothing
    try:
        return State.VERIFIED, schema, inside(reader)
    except RcoderError:
        return State.UNREADABLE, schema, nothing
    finally:
        reader.close()


def thin(path: Path) -> list[str]:
    """Remove the backups that time has overtaken; gives their names. What cannot be removed stays."""
    found = [(name, each) for each in folder_of(path).iterdir() if (name := parsed(each.name)) is not None]
    thinned = [(name, each) for name, each in found if is_thinned(name.why) and not name.damaged]
    wanted = kept(name.at for name, _ in thinned)
    undone = max((name.at for name, _ in found if name.why == BEFORE_RESTORE), default=None)
    gone = []
    for name, each in thinned:
        if name.at not in wanted and name.at != undone:
            with suppress(OSError):
                remove(each)
                gone.append(each.name)
    return gone


def remove(file: Path) -> None:
    """Remove a backup; its rights are given back first, since some systems remove no read-only file."""
    if os.name == "nt" and file.exists():
        file.chmod(stat.S_IWRITE)
    file.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove what a backup that was killed left behind."""
    for each in folder.glob(f".*{UNFINISHED}*"):
        with suppress(OSError):
            if time.time() - each.stat().st_mtime > _LEFT_AFTER:
                remove(each)
