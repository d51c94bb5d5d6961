"""Backups of a project: made by hand and by themselves, listed, and restored so that it can be undone.

A project file has its backups in a folder beside it. A study on a PostgreSQL server is backed up by the server; from
here it can be written as an ordinary project file, and such a file loaded into an empty database.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rcoder.domain.backup import BEFORE_RESTORE, BY_HAND, Backup, Restored
from rcoder.domain.backup import before as reason_before
from rcoder.domain.errors import Misuse, NotFound, RcoderError

Report = Callable[[int, int, str], None]
"""Told how far work is: steps done, steps in all, what is at hand."""


def _quiet(_done: int, _whole: int, _what: str) -> None:
    """Nobody waits to be told."""


def on_server(location: str) -> bool:
    """Whether a location is the address of a server, which makes backups of its own."""
    return "://" in location


def back_up(location: str, to: str = "", *, report: Report = _quiet) -> Backup:
    """Makes a verified backup among the others, or as the file `to`, which a study on a server needs.

    Raises RcoderError, and nothing is left then.
    """
    file = Path(to).expanduser().absolute() if to else None
    if on_server(location):
        if file is None:
            raise Misuse(
                "A study on a server is backed up into a file: give --to FILE.",
                "Backups by themselves are the server's business.",
            )
        from rcoder.store.backup_server import back_up_server

        return back_up_server(location, file, report)
    from rcoder.store import backup, recognise

    recognise(path := _path(location))
    return backup.back_up(path, BY_HAND, to=file, report=report)


def back_up_changes(
    location: str, why: str, *, gentle: bool = False, report: Report = _quiet
) -> Backup | None:
    """Makes a backup where something was written since the latest one; None where not, and for a server.

    A project that may only be read is left to those who may write it. Raises RcoderError.
    """
    if on_server(location):
        return None
    from rcoder.store import backup, recognise
    from rcoder.store.place import why_read_only

    recognise(path := _path(location))
    return None if why_read_only(path) else backup.back_up_changes(path, why, gentle=gentle, report=report)


def before(location: str, what: str) -> Backup | None:
    """Makes a backup before something that changes much ("import"); None where the latest one has everything.

    To be called before the first change. Raises RcoderError where none can be made: then nothing should be changed.
    """
    return back_up_changes(location, reason_before(what))


def backups(location: str) -> tuple[Backup, ...]:
    """The backups of a project file, newest first. Raises RcoderError where their folder cannot be read."""
    if on_server(location):
        raise Misuse(
            "A study on a server has its backups there.",
            "Write one as a file: rcoder backup ADDRESS --to FILE.",
        )
    from rcoder.store.backup_folder import listed

    path = _path(location)
    return tuple(listed(path, _study_id(path)))


def restore(
    location: str,
    name: str = "",
    *,
    last: bool = False,
    anyway: str = "",
    coder_id: str = "",
    report: Report = _quiet,
) -> Restored:
    """Puts a project back as a backup has it, after keeping what is there; see `store.backup_restore`.

    Args:
        location: the project file, which may be damaged or missing; or the address of an empty database.
        name: a backup's name or a part of it that no other has, or any file; without one, the newest verified one that is not
            kept from a restore.
        last: undo the last restore instead.
        anyway: why a damaged backup or one of another study is restored all the same.
        coder_id: who restores, for the log of activity.
        report: told how far it is.

    Raises RcoderError, and the project is as it was then.
    """
    if on_server(location):
        if not name:
            raise Misuse("Say which backup to load into the database.", "rcoder restore ADDRESS FILE")
        from rcoder.store.backup_server import load_into_server

        found = load_into_server(_path(name), location, coder_id, report)
        return Restored(location, found, None, done=True)
    from rcoder.store.backup_restore import Asked
    from rcoder.store.backup_restore import restore as put_back

    path = _path(location)
    source = _chosen(path, name, last=last)
    return put_back(Asked(path, source, coder_id, " ".join(anyway.split())), report)


def _chosen(path: Path, name: str, *, last: bool) -> Path:
    """The file of the backup that is meant. Raises NotFound."""
    from rcoder.store.backup_folder import listed

    if last and name:
        raise Misuse("--last and a backup's name are two different backups.", "Give one of them.")
    known = listed(path, _study_id(path))
    hint = f"See rcoder backups {path.name}, or name a file."
    if last:
        kept = next((each for each in known if each.why == BEFORE_RESTORE and each.counts), None)
        if kept is None:
            raise NotFound(f"{path} has not been restored, so there is nothing to undo.", hint)
        return Path(kept.file)
    if not name:
        sound = [each for each in known if each.counts]
        newest = next((each for each in sound if each.why != BEFORE_RESTORE), sound[0] if sound else None)
        if newest is None:
            raise NotFound(f"{path} has no backup beside it.", "Name a file to restore from.")
        return Path(newest.file)
    fitting = [each for each in known if name == each.name] or [each for each in known if name in each.name]
    file = _path(name)
    if len(fitting) == 1 and not file.is_file():
        return Path(fitting[0].file)
    if len(fitting) > 1:
        raise NotFound(f"{len(fitting)} backups have {name} in their names.", hint)
    if not file.is_file():
        raise NotFound(f"There is no backup {name}.", hint)
    return file


def _study_id(path: Path) -> str:
    """Id of the study that a project file holds, "" where that cannot be read."""
    from rcoder.store import recognise
    from rcoder.store.backup import study_of

    try:
        recognise(path)
        return study_of(path)
    except RcoderError:
        return ""


def _path(location: str) -> Path:
    return Path(location).expanduser().absolute()
