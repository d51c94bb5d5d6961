"""Entries of the journal as a course: which still hold, and what several changes come to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rcoder.domain.actions.sentences import several
from rcoder.domain.journal import Change, Entry
from rcoder.domain.records import Row


def holding(entries: Iterable[Entry]) -> dict[str, Entry | None]:
    """By the id of each entry, the one that took it back and holds, None where it holds itself."""
    every = list(entries)
    takers: dict[str, list[Entry]] = {}
    for each in every:
        if each.undoes is not None:
            takers.setdefault(each.undoes, []).append(each)

    def taken_back(entry: Entry) -> Entry | None:
        return next((each for each in takers.get(entry.id, ()) if taken_back(each) is None), None)

    return {each.id: taken_back(each) for each in every}


def net(changes: Iterable[Change]) -> tuple[Change, ...]:
    """What changes in the order of the journal come to: one for each row, none where it is as it was."""
    first: dict[tuple[str, str], Change] = {}
    last: dict[tuple[str, str], Row | None] = {}
    for change in changes:
        first.setdefault((change.table, change.id), change)
        last[change.table, change.id] = change.after
    return tuple(
        Change(table, id_, each.before, last[table, id_])
        for (table, id_), each in first.items()
        if each.before != last[table, id_]
    )


_SUMMED = {
    "places": ("element", "elements"),
    "elements": ("element", "elements"),
    "links": ("link", "links"),
    "groundings": ("passage under an element", "passages under elements"),
    "evidence": ("passage for or against", "passages for or against"),
    "bearings": ("piece of other material", "pieces of other material"),
    "judgements": ("judgement of strength", "judgements of strength"),
    "rivals": ("rival", "rivals"),
    "kinships": ("relation to another", "relations to others"),
    "comments": ("comment", "comments"),
    "prompt_answers": ("answered prompt", "answered prompts"),
}


def summary(changes: Sequence[Change]) -> str:
    """What changes come to in a few words: "2 elements changed, 1 link new"."""
    counts: dict[tuple[str, str], int] = {}
    for change in changes:
        if change.table == "elements" and (change.before is None or change.after is None):
            continue
        if change.table in _SUMMED:
            verb = "new" if change.before is None else "gone" if change.after is None else "changed"
            counts[change.table, verb] = counts.get((change.table, verb), 0) + 1
    merged: dict[tuple[str, str, str], int] = {}
    for (table, verb), number in counts.items():
        one, many = _SUMMED[table]
        merged[one, many, verb] = merged.get((one, many, verb), 0) + number
    parts = [f"{several(number, one, many)} {verb}" for (one, many, verb), number in merged.items()]
    own = [each for change in changes if change.table == "configurations" for each in _fields(change)]
    return ", ".join([*dict.fromkeys(own), *parts])


def _fields(change: Change) -> list[str]:
    """The names of what changed of a configuration itself."""
    if change.before is None:
        return ["begun"]
    if change.after is None:
        return ["removed"]
    words = {"because": "because changed", "title": "title changed", "status": "status changed"}
    differing = [name for name in change.after if change.after[name] != change.before.get(name)]
    known = [words[name] for name in differing if name in words]
    other = [name for name in differing if name not in words and name not in _WITH_STATUS]
    return [*known, *(["what it is of changed"] if other else [])]


_WITH_STATUS = ("status_by", "status_digest", "superseded_by")
