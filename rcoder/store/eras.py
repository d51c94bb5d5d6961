"""Journal entries of older schemas brought up to date, so that undo and replay work across versions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from rcoder.domain.journal import SCHEMA, Change, Entry

Step = Callable[[Change], Change]

STEPS: Mapping[int, Step] = {}
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
