"""Versions of a codebook when a deed on it is taken back."""

from __future__ import annotations

from collections.abc import Sequence

from rcoder.domain.codebook import Codebook
from rcoder.domain.codebook_rules import next_version
from rcoder.domain.journal import Change
from rcoder.project.sight import Sight


def renumbered(sight: Sight, changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes, with a further version where they would bring an earlier one back.

    So no version stands for two states of a codebook, and what others have changed since is no hindrance to undo.
    """
    return tuple(_with_new_version(sight, each) for each in changes)


def _with_new_version(sight: Sight, change: Change) -> Change:
    before, after = change.before, change.after
    if change.table != Codebook.table or not before or not after or before["version"] == after["version"]:
        return change
    found = sight.records(Codebook, "SELECT * FROM codebooks WHERE id = :id", id=change.id)
    if not found or {**before, "version": ""} != {**after, "version": ""}:
        return change
    from rcoder.domain.records import to_row

    now = to_row(found[0])
    return Change(change.table, change.id, now, {**now, "version": next_version(now["version"])})
