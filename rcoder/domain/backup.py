"""Backups of a project: what each is called, when and why it was made, and what was found when one was looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

BY_HAND = "by-hand"
AUTOMATIC = "automatic"
CLOSING = "at-closing"
BEFORE_RESTORE = "before-restore"

ENDING = ".rcoder"
_DAMAGED = ".damaged"
_AT = "%Y-%m-%dT%H%M%SZ"
_STEM_BYTES = 120
"""So much of the project's name goes into the backup's; file systems allow 255 bytes for all of it."""
_NAME = re.compile(
    r"(?P<stem>.+)_(?P<at>\d{4}-\d\d-\d\dT\d{6}Z)_(?P<why>[^\W_]+(?:-[^\W_]+)*)(?:_(?P<number>\d+))?"
    rf"(?P<damaged>{re.escape(_DAMAGED)})?{re.escape(ENDING)}",
    re.DOTALL,
)


class State(StrEnum):
    """What a backup is worth."""

    VERIFIED = "verified"
    """Found sound when it was made, and it can be read."""
    DAMAGED = "damaged"
    """A damaged project, kept before another took its place."""
    UNREADABLE = "unreadable"
    NEWER = "of a newer rcoder"
    FOREIGN = "of another study"


@dataclass(frozen=True, slots=True)
class BackupName:
    """What the file name of a backup says: study_2026-11-22T140533Z_by-hand.rcoder."""

    stem: str
    """Name of the project's file without its ending."""
    at: datetime
    """UTC, to the second."""
    why: str
    """Words parted by hyphens."""
    number: int = 1
    """Tells backups of one second and reason apart."""
    damaged: bool = False

    @property
    def file(self) -> str:
        """The file's name."""
        stem = self.stem.encode()[:_STEM_BYTES].decode(errors="ignore")
        number = f"_{self.number}" if self.number > 1 else ""
        damaged = _DAMAGED if self.damaged else ""
        return f"{stem}_{self.at.astimezone(UTC).strftime(_AT)}_{self.why}{number}{damaged}{ENDING}"


def parsed(file: str) -> BackupName | None:
    """What a file's name says, None where it is no backup's."""
    found = _NAME.fullmatch(file)
    if found is None:
        return None
    try:
        at = datetime.strptime(found["at"], _AT).replace(tzinfo=UTC)
    except ValueError:
        return None
    return BackupName(found["stem"], at, found["why"], int(found["number"] or 1), bool(found["damaged"]))


def before(what: str) -> str:
    """The reason of a backup that is made before something: "before-import"."""
    return "-".join(["before", *re.findall(r"[^\W_]+", what.casefold())])


def is_thinned(why: str) -> bool:
    """Whether backups made for this reason go as newer ones come: not those by hand, nor of an older schema."""
    return why != BY_HAND and not why.startswith("before-schema-")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup as a list shows it."""

    name: str
    """The file's name; the whole path where it does not lie with the other backups of its project."""
    file: str
    """Whole path."""
    at: str
    """UTC, ISO 8601 with seconds and "Z"."""
    why: str
    size: int
    """Bytes."""
    state: State
    study_id: str = ""
    title: str = ""
    seq: int = 0
    """Place in the journal of its latest entry."""
    entry_id: str = ""
    schema: int = 0

    @property
    def counts(self) -> bool:
        """Whether it can be restored without more ado."""
        return self.state is State.VERIFIED

    def is_at(self, other: Backup) -> bool:
        """Whether the journal of another copy of the study ends with the same entry."""
        return (self.study_id, self.seq, self.entry_id) == (other.study_id, other.seq, other.entry_id)


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did."""

    project: str
    source: Backup
    """What was restored."""
    kept: Backup | None
    """What was there before, None where nothing was."""
    done: bool
    """False where the project was that already, and was left alone."""
