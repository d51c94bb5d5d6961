"""What of an entry may reach the screen: a deed on a case or an interview may change rows of layers out of sight."""

from __future__ import annotations

from dataclasses import replace

from rcoder.domain.journal import Change, Entry
from rcoder.project.door import Project


def as_seen(project: Project, entry: Entry) -> Entry:
    """The entry without its changes of rows that belong to layers the asker does not see."""
    others = {_author(each) for each in entry.changes} - {"", project.coder_id}
    if not others:
        return entry
    hidden = others - {each.id for each in project.coders() if each.released}
    if not hidden:
        return entry
    return replace(entry, changes=tuple(each for each in entry.changes if _author(each) not in hidden))


def _author(change: Change) -> str:
    """Id of the coder whose row it is, "" for a row that is nobody's own."""
    return str((change.after or change.before or {}).get("coder_id", ""))
