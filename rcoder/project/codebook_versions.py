"""Versions of a codebook when a deed on it is taken back."""

from __future__ import annotations

from collections.abc import Sequence

from rcoder.domain.codebook import Codebook
from rcoder.domain.codebook_rules import next_version
from rcoder.domain.journal import Change
from rcoder.domain.records import Row
from rcoder.project.sight import Sight


def renumbered(sight: Sight, changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes, with a further version where they would bring an earlier one back.

    So no version stands for two states of a codebook, and what others have changed since is no hindrance to undo. What
    removes or changes a codebook takes it in the version that it has.
    """
    return tuple(_with_new_version(sight, each) for each in changes)


def _with_new_version(sight: Sight, change: Change) -> Change:
    before, after = change.before, change.after
    if change.table != Codebook.table or not before:
        return change
    found = sight.records(Codebook, "SELECT * FROM codebooks WHERE id = :id", id=change.id)
    if not found:
        return change
    from rcoder.domain.records import to_row

    now = to_row(found[0])
    if after and _unversioned(before) == _unversioned(after):
        return Change(change.table, change.id, now, {**now, "version": next_version(now["version"])})
    if _unversioned(before) != _unversioned(now):
        return change
    renewed = {**after, "version": next_version(now["version"])} if after else None
    return Change(change.table, change.id, now, renewed)


def _unversioned(row: Row) -> Row:
    return {**row, "version": ""}
