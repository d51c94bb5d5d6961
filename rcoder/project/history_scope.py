"""Which rows of the journal belong to a configuration, and which entries name them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rcoder.domain.journal import Change, Entry
from rcoder.domain.records import Row
from rcoder.project.door import Project
from rcoder.store.tracing import entries_naming

_OF_IT = frozenset({"places", "links", "judgements", "rivals", "comments", "prompt_answers"})
"""Tables whose rows say which configuration they belong to."""


@dataclass(slots=True)
class Scope:
    """The rows of one configuration at a point of its course; walked forward entry by entry."""

    configuration_id: str
    elements: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    rivals: set[str] = field(default_factory=set)
    codings: set[str] = field(default_factory=set)
    """What its elements rest on."""
    _leaving: set[str] = field(default_factory=set)

    def enter(self, entry: Entry) -> None:
        """Takes in what an entry brings; what it takes out belongs to the configuration until `leave`."""
        for change in entry.changes:
            row = change.after or change.before or {}
            if change.table in _OF_IT and row["configuration_id"] == self.configuration_id:
                self._take(change, row)
        for change in entry.changes:
            for each in (change.before, change.after):
                if change.table == "groundings" and each is not None and each["element_id"] in self.elements:
                    self.codings.add(each["coding_id"])

    def _take(self, change: Change, row: Row) -> None:
        if change.table == "places":
            self.elements.add(row["element_id"])
            (self._leaving.add if change.after is None else self._leaving.discard)(row["element_id"])
        elif change.table == "links":
            self.links.add(change.id)
        elif change.table == "rivals":
            self.rivals.add(change.id)

    def leave(self) -> None:
        """Lets go of the elements that were taken out."""
        self.elements -= self._leaving
        self._leaving.clear()

    @property
    def claims(self) -> set[str]:
        """What a passage can be joined to in it."""
        return {self.configuration_id, *self.elements, *self.links, *self.rivals}

    def belongs(self, change: Change) -> bool:
        """Whether a change is of something of the configuration."""
        rows = [row for row in (change.before, change.after) if row is not None]
        if change.table == "configurations":
            return change.id == self.configuration_id
        if change.table in _OF_IT:
            return any(row["configuration_id"] == self.configuration_id for row in rows)
        if change.table == "kinships":
            return any(self.configuration_id in (row["configuration_id"], row["other_id"]) for row in rows)
        if change.table in ("evidence", "bearings"):
            return not self.claims.isdisjoint(row["claim_id"] for row in rows)
        if change.table == "groundings":
            return any(row["element_id"] in self.elements for row in rows)
        return change.id in {"elements": self.elements, "codings": self.codings}.get(change.table, ())


def entries_of(project: Project, configuration_id: str, after: int = 0) -> list[Entry]:
    """The entries with a greater `seq` that touch a configuration, in order; of hidden layers too, not to be shown as they are."""
    known: dict[str, Entry] = {}
    _read(project, known, [configuration_id], after)
    parts = _present_parts(project, configuration_id) | _parts(known.values(), configuration_id)
    begun = min((entry.seq for entry in known.values()), default=after + 1)
    _read(project, known, parts, after or begun - 1)
    codings = {
        row["coding_id"]
        for entry in known.values()
        for change in entry.changes
        for row in (change.before, change.after)
        if change.table == "groundings" and row is not None and row["element_id"] in parts
    } | _present_codings(project, configuration_id)
    for table in ("transcripts", "codes"):
        _read(project, known, codings, after or begun - 1, with_table=table)
    return sorted(known.values(), key=lambda entry: entry.seq)


def _read(
    project: Project, known: dict[str, Entry], ids: Iterable[str], after: int, with_table: str = ""
) -> None:
    """Adds the entries that name these ids."""
    for entry in entries_naming(project.store.reader, ids, after=after, with_table=with_table):
        known.setdefault(entry.id, entry)


def _parts(entries: Iterable[Entry], configuration_id: str) -> set[str]:
    """Ids of the elements, links and rivals that the configuration has had in these entries."""
    scope = Scope(configuration_id)
    for entry in entries:
        scope.enter(entry)
    return scope.claims - {configuration_id}


def _present_parts(project: Project, configuration_id: str) -> set[str]:
    rows = project.sight.rows(
        """SELECT element_id AS id FROM places WHERE configuration_id = :id
           UNION SELECT id FROM links WHERE configuration_id = :id
           UNION SELECT id FROM rivals WHERE configuration_id = :id""",
        id=configuration_id,
    )
    return {row["id"] for row in rows}


def _present_codings(project: Project, configuration_id: str) -> set[str]:
    rows = project.sight.rows(
        """SELECT g.coding_id AS id FROM groundings g JOIN places p ON p.element_id = g.element_id
           WHERE p.configuration_id = :id""",
        id=configuration_id,
    )
    return {row["id"] for row in rows}
