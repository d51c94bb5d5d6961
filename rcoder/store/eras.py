"""Journal entries of older schemas brought up to date, so that undo and replay work across versions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from rcoder.domain.journal import SCHEMA, Change, Entry
from rcoder.domain.records import Row

Step = Callable[[Change], Change]


def _with_revision(change: Change) -> Change:
    """Passages say which revision of the transcript they count in; there was only the first."""
    if change.table not in ("codings", "evidence"):
        return change
    before, after = (
        {"revision": 1, **row} if row is not None else None for row in (change.before, change.after)
    )
    return replace(change, before=before, after=after)


_SINCE_4: Mapping[str, Row] = {
    "study": {"rendering": "resource_reasoning", "rendering_reason": ""},
    "configurations": {"conditions": [], "superseded_by": None},
    "elements": {"directness": "said"},
    "condition_judgements": {"role": "", "followed": None},
}


def _with_renderings(change: Change) -> Change:
    """Studies say how they write configurations, elements whether they are said, judgements of conditions of which role."""
    since = _SINCE_4.get(change.table)
    if since is None:
        return change
    before, after = ({**since, **row} if row is not None else None for row in (change.before, change.after))
    return replace(change, before=before, after=after)


STEPS: Mapping[int, Step] = {1: _with_revision, 3: _with_renderings}
"""For each schema but the latest: what makes one of its changes a change of the next schema."""


def brought_up(entry: Entry, steps: Mapping[int, Step] = STEPS, schema: int = SCHEMA) -> Entry:
    """The entry with its changes as rows of this schema; a schema without a step changed nothing the journal holds."""
    if entry.schema == schema:
        return entry
    changes = entry.changes
    for older in range(entry.schema, schema):
        step = steps.get(older)
        if step is not None:
            changes = tuple(step(change) for change in changes)
    return replace(entry, changes=changes, schema=schema)
