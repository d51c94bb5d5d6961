"""What of an entry may reach the screen: a deed on a case, an interview or a code may change rows of layers out of sight."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rcoder.domain.actions.commenting import PASSAGES
from rcoder.domain.journal import Change, Entry
from rcoder.project.door import Project


def as_seen(project: Project, entry: Entry) -> Entry:
    """The entry without its changes of rows that belong to layers the asker does not see."""
    others = {_author(each) for each in entry.changes} - {"", project.coder_id}
    hidden = others - {each.id for each in project.coders() if each.released} if others else set()
    gone = {each.id for each in entry.changes if _author(each) in hidden} | _hidden_elements(
        project, entry.changes
    )
    if not gone:
        return entry
    return replace(
        entry,
        changes=tuple(each for each in entry.changes if each.id not in gone and not _rests_on(each, gone)),
    )


def _author(change: Change) -> str:
    """Id of the coder whose row it is, "" for a row that is nobody's own, or that speaks to everybody as a comment does."""
    row = change.after or change.before or {}
    if change.table == "comments" and row["about"] not in PASSAGES:
        return ""
    return str(row.get("coder_id", ""))


def _hidden_elements(project: Project, changes: Iterable[Change]) -> set[str]:
    """Ids of the changed elements that stand in configurations out of sight only."""
    ids = [each.id for each in changes if each.table == "elements" and each.before and each.after]
    if not ids:
        return set()
    standing = project.sight.rows(
        "SELECT DISTINCT element_id FROM places WHERE element_id IN (:ids)", ids=ids
    )
    seen = project.sight.rows(
        """SELECT DISTINCT p.element_id FROM places p JOIN configurations f ON f.id = p.configuration_id
           WHERE p.element_id IN (:ids) AND {seen:f}""",
        ids=ids,
    )
    return {row["element_id"] for row in standing} - {row["element_id"] for row in seen}


def _rests_on(change: Change, gone: set[str]) -> bool:
    """Whether a change joins a coding to an element, one of which is out of sight."""
    rows = [row for row in (change.before, change.after) if row is not None]
    return change.table == "groundings" and any({row["coding_id"], row["element_id"]} & gone for row in rows)
