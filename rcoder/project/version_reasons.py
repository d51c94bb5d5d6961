"""Why things became other than they were: the reasons of the journal's entries, memos and comments between two versions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from rcoder.domain.theory_difference import INITIAL, NOW, About, Compared, Difference, Reason, Sort, What
from rcoder.domain.words import Subject

if TYPE_CHECKING:
    from rcoder.project.door import Project

LATEST = "9999"
"""After every time."""


@dataclass(frozen=True, slots=True)
class Window:
    """What lies between two versions in the journal, the earlier one first."""

    after: int
    """The `seq` of the entry that saved the earlier version, 0 for the initial theory."""
    until: int
    since: str
    """When the earlier one was saved, "" for the initial theory."""
    before: str


@dataclass(frozen=True, slots=True)
class Course:
    """What was done to something between two versions, as far as the asker may know."""

    at: str
    coder: str
    words: str
    why: str


def window(project: Project, before: str, after: str) -> Window:
    """What lies between two versions, whichever came first. Raises NotFound."""
    found = sorted((_moment(project, before), _moment(project, after)))
    return Window(found[0][0], found[1][0], found[0][1], found[1][1])


def _moment(project: Project, key: str) -> tuple[int, str]:
    from rcoder.project.versions import entry_seq, saved

    wanted = key.strip().casefold()
    if wanted == INITIAL:
        return 0, ""
    if wanted in (NOW, "nu"):
        return project.latest(), LATEST
    version = saved(project, key)
    return entry_seq(project, version), version.at


def with_reasons(project: Project, difference: Difference, within: Window) -> Difference:
    """The difference with the reasons that were written down for what is not as it was."""
    by_row = _entries_with_reasons(project, within)
    by_subject = _notes(project, within)
    parts = {
        about_id: each.touched for each in difference.of(About.CONFIGURATION) for _, about_id in each.subjects
    }
    compared = tuple(
        each if each.sort is Sort.KEPT else replace(each, reasons=_reasons(each, by_row, by_subject, parts))
        for each in difference.compared
    )
    return replace(difference, compared=compared)


def _reasons(
    compared: Compared,
    by_row: Mapping[str, list[tuple[int, Reason]]],
    by_subject: Mapping[tuple[str, str], list[Reason]],
    parts: Mapping[str, frozenset[str]],
) -> tuple[Reason, ...]:
    """The reasons of one thing: of entries that touched its rows, oldest first, then memos and comments.

    A state lapses or comes back with any part of its configurations (`parts`, by their ids).
    """
    rows = set(compared.touched)
    turned = {each.what for each in compared.turns}
    if compared.sort is not Sort.CHANGED or turned & {What.STATE, What.CONFIGURATIONS}:
        rows |= {about_id for _, about_id in compared.subjects}
    if What.STATE in turned:
        rows = rows.union(*(parts.get(about_id, ()) for _, about_id in compared.subjects))
    told = sorted((seq, each) for row in rows for seq, each in by_row.get(row, ()))
    noted = [
        each
        for about, about_id in sorted(compared.subjects)
        for each in by_subject.get((about.value, about_id), ())
    ]
    return tuple(dict.fromkeys((*(each for _, each in told), *noted)))


def _entries_with_reasons(project: Project, within: Window) -> dict[str, list[tuple[int, Reason]]]:
    """The reasons of entries in sight that still hold, by the ids of the rows they changed."""
    rows = project.sight.rows(
        """SELECT seq, id, coder_id, at, sentence, why, CAST(changes AS TEXT) AS changes FROM entries
           WHERE seq > :after AND seq <= :until AND why <> '' AND {seen} ORDER BY seq""",
        after=within.after,
        until=within.until,
    )
    gone = _taken_back(project, within)
    names = {each.id: each.name for each in project.coders()}
    found: dict[str, list[tuple[int, Reason]]] = {}
    for row in rows:
        if row["id"] in gone:
            continue
        reason = Reason(row["why"], names.get(row["coder_id"], ""), row["at"], row["sentence"])
        for change in json.loads(row["changes"]):
            for touched in _touched(change):
                found.setdefault(touched, []).append((row["seq"], reason))
    return found


def _touched(change: Mapping[str, Any]) -> set[str]:
    """Ids of what a change is about: its row, and what a passage or coding of it is joined to."""
    row = change["after"] or change["before"] or {}
    found = {change["id"]}
    if change["table"] in ("evidence", "bearings"):
        found.add(row["claim_id"])
    elif change["table"] == "groundings":
        found.add(row["element_id"])
    elif change["table"] in ("judgements", "rivals"):
        found.add(row["configuration_id"])
    return found - {""}


def _taken_back(project: Project, within: Window) -> set[str]:
    """Ids of the entries that do not hold at the end, since they were taken back."""
    rows = project.sight.rows(
        "SELECT id, undoes FROM entries WHERE undoes IS NOT NULL AND seq > :after AND seq <= :until ORDER BY seq DESC",
        after=within.after,
        until=within.until,
    )
    gone: set[str] = set()
    for row in rows:
        if row["id"] not in gone:
            gone.add(row["undoes"])
    return gone


def _notes(project: Project, within: Window) -> dict[tuple[str, str], list[Reason]]:
    """Memos on configurations and codes, and comments on configurations, of the time between, by what they are about."""
    names = {each.id: each.name for each in project.coders()}
    found: dict[tuple[str, str], list[Reason]] = {}
    memos = project.sight.rows(
        """SELECT about, about_id, coder_id, title, text, at FROM memos WHERE {seen} AND about IN ('configuration', 'code')
           AND at >= :since AND at <= :before ORDER BY at, id""",
        since=within.since,
        before=within.before,
    )
    for row in memos:
        words = ": ".join(each for each in (row["title"], row["text"]) if each)
        reason = Reason(words, names.get(row["coder_id"], ""), row["at"], "memo")
        found.setdefault((row["about"], row["about_id"]), []).append(reason)
    for row in _comments(project, within):
        reason = Reason(row["text"], names.get(row["coder_id"], ""), row["at"], "comment")
        found.setdefault((Subject.CONFIGURATION.value, row["configuration_id"]), []).append(reason)
    return found


def _comments(project: Project, within: Window) -> Iterable[Mapping[str, Any]]:
    """Comments in sight: of configurations in sight, and of passages in sight."""
    return project.sight.rows(
        """SELECT c.configuration_id, c.coder_id, c.text, c.at FROM comments c
           JOIN configurations f ON f.id = c.configuration_id
           WHERE {seen:f} AND c.at >= :since AND c.at <= :before AND (c.about IN ('configuration', 'element', 'link')
             OR (c.about = 'evidence' AND c.about_id IN (SELECT x.id FROM evidence x WHERE {seen:x}))
             OR (c.about = 'grounding' AND c.about_id IN
               (SELECT g.id FROM groundings g CROSS JOIN codings x WHERE x.id = g.coding_id AND {seen:x})))
           ORDER BY c.at, c.id""",
        since=within.since,
        before=within.before,
    )


def course(project: Project, compared: Compared, within: Window) -> tuple[Course, ...]:
    """What was done to something between two versions, oldest first, in sight of the asker."""
    from rcoder.store.tracing import entries_naming

    ids = set(compared.touched) | {about_id for _, about_id in compared.subjects}
    coders = {each.id: each for each in project.coders()}
    seen = {project.coder_id, *(each.id for each in coders.values() if each.released)}
    return tuple(
        Course(each.at, coders[each.coder_id].name, each.sentence, each.why)
        for each in entries_naming(project.store.reader, ids, after=within.after)
        if each.seq <= within.until and each.coder_id in seen
    )
