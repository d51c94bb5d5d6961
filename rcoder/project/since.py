"""What became of a configuration since an entry of the journal: of one in full, of many in a few words."""

from __future__ import annotations

from collections.abc import Iterable

from rcoder.analysis.histories import net, summary
from rcoder.analysis.history_words import words_of
from rcoder.domain.history import Since, Told
from rcoder.domain.journal import Change
from rcoder.domain.passage import Passage
from rcoder.project.door import Project
from rcoder.project.history_eyes import Eyes, eyes, said
from rcoder.project.history_names import names_of
from rcoder.project.history_scope import Scope, entries_of

JUDGED = frozenset({"places", "elements", "links", "groundings", "evidence", "bearings"})
"""Tables that an acceptance stands for, besides the because."""


def since(project: Project, configuration_id: str, after: int, *, judged: bool = False) -> Since:
    """What became of a configuration since the entry with that `seq`.

    `judged` keeps to what an acceptance stands for, whoever did it; without it, what the asker did is left out.
    """
    entries = entries_of(project, configuration_id, after)
    scope = Scope(configuration_id)
    names = names_of(project.sight, configuration_id)
    _know_parts(project, scope)
    watching = eyes(project, entries)
    names.passages = {id_: said(passage) for id_, passage in watching.passages.items()}
    shown, hidden = list[Change](), list[Change]()
    for entry in entries:
        scope.leave()
        scope.enter(entry)
        for change in entry.changes:
            names.note(change)
            wanted = is_judged(change) if judged else entry.coder_id != project.coder_id
            if not wanted or not scope.belongs(change):
                continue
            (shown if watching.shows(change, entry) else hidden).append(change)
    found = net(because_alone(shown, judged=judged))
    told = [Told(words, _passage(change, watching)) for change in found for words in words_of(change, names)]
    return Since(tuple(dict.fromkeys(told)), summary(found), judged and bool(net(hidden)))


def _passage(change: Change, watching: Eyes) -> Passage | None:
    row = change.after or change.before or {}
    found = watching.passages.get(row.get("coding_id", change.id))
    return found if found is not None and found.transcript_id else None


def _know_parts(project: Project, scope: Scope) -> None:
    """Puts what the configuration has into its scope: the entries since may name only that."""
    for table, column, into in (
        ("places", "element_id", scope.elements),
        ("links", "id", scope.links),
        ("rivals", "id", scope.rivals),
    ):
        sql = f"SELECT {column} AS id FROM {table} WHERE configuration_id = :id"  # noqa: S608 - one of three
        into.update(row["id"] for row in project.sight.rows(sql, id=scope.configuration_id))


def is_judged(change: Change) -> bool:
    """Whether an acceptance stands for what a change changes."""
    if change.table != "configurations":
        return change.table in JUDGED
    return (change.before or {}).get("because") != (change.after or {}).get("because")


def because_alone(changes: Iterable[Change], *, judged: bool) -> list[Change]:
    """The changes; of the configuration itself only the because, where only that is judged."""
    if not judged:
        return list(changes)
    found = []
    for change in changes:
        if change.table == "configurations" and change.before and change.after:
            after = {**change.before, "because": change.after["because"]}
            found.append(Change(change.table, change.id, change.before, after))
        else:
            found.append(change)
    return found
