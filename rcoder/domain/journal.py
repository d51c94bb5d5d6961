"""One journal is undo, redo and audit trail: what was done, by whom, when, and every row before and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rcoder.domain.records import Row, to_row

SCHEMA = 4
"""Version of the tables the journal's rows fit; goes up with every migration."""


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after: before None means added, after None removed."""

    table: str
    id: str
    before: Row | None
    after: Row | None

    def turned(self) -> Change:
        """The change that takes this one back."""
        return Change(self.table, self.id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Deed:
    """What a person is about to do: a sentence in words, and the changes it makes."""

    sentence: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A deed that was done."""

    id: str
    coder_id: str
    at: str
    """UTC, ISO 8601 with seconds and "Z"; order is by `seq`, never by clock."""
    sentence: str
    changes: tuple[Change, ...]
    why: str = ""
    undoes: str | None = None
    """The entry this one takes back. An undo of an undo is a redo."""
    schema: int = SCHEMA
    seq: int = 0
    """Commit order; given by the store."""


def added(*records: Any) -> tuple[Change, ...]:
    """Changes that add these records."""
    return tuple(Change(each.table, each.id, None, to_row(each)) for each in records)


def removed(*records: Any) -> tuple[Change, ...]:
    """Changes that remove these records."""
    return tuple(Change(each.table, each.id, to_row(each), None) for each in records)


def changed(before: Any, after: Any) -> tuple[Change, ...]:
    """The change of one record into another; none where they are equal.

    Raises ValueError where they are not the same row of the same table.
    """
    if (before.table, before.id) != (after.table, after.id):
        raise ValueError(f"{before.table} {before.id} cannot become {after.table} {after.id}")
    if before == after:
        return ()
    return (Change(before.table, before.id, to_row(before), to_row(after)),)


def turned_round(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that take these back, last first."""
    return tuple(change.turned() for change in reversed(tuple(changes)))


def replay(entries: Iterable[Entry]) -> dict[str, dict[str, Row]]:
    """The tables that the entries make from nothing, by table and id.

    Raises ValueError where a change does not fit the row it finds: a journal that cannot have happened.
    """
    tables: dict[str, dict[str, Row]] = {}
    for entry in entries:
        for change in entry.changes:
            rows = tables.setdefault(change.table, {})
            if rows.get(change.id) != change.before:
                raise ValueError(f"{entry.sentence}: {change.table} {change.id} is not as it was before")
            if change.after is None:
                del rows[change.id]
            else:
                rows[change.id] = change.after
    return tables
