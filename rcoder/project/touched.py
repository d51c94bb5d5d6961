"""What was done to many configurations since an entry of the journal, in a few words; kept, and followed entry by entry."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from rcoder.analysis.histories import net, summary
from rcoder.domain.history import Since
from rcoder.domain.journal import Change, Entry
from rcoder.project.door import Project
from rcoder.project.history_eyes import Eyes, eyes
from rcoder.project.sight import Sight
from rcoder.project.since import because_alone, is_judged
from rcoder.store.tracing import entries_saying, entries_since

MANY = 300
"""Ids that are asked for one by one."""
AT_ONCE = 400
"""Entries that are read in one step."""


class Step(NamedTuple):
    """One change in the course of a configuration."""

    seq: int
    change: Change
    shown: bool
    """Whether the asker sees the row."""
    mine: bool


@dataclass(slots=True)
class Trace:
    """What was done to configurations after one entry and up to another."""

    floor: int
    upto: int
    released: frozenset[str]
    """Ids of the coders whose layers were in sight."""
    steps: dict[str, list[Step]] = field(default_factory=dict)
    """By the id of the configuration."""


@dataclass(slots=True)
class Given:
    """When configurations were last accepted or settled."""

    upto: int = 0
    seqs: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Touched:
    """What was done to one configuration since an entry."""

    shown: list[Change] = field(default_factory=list)
    hidden: list[Change] = field(default_factory=list)
    """In layers out of sight."""
    others: list[Change] = field(default_factory=list)
    """Of those shown, what the asker did not do themselves."""

    @property
    def judged(self) -> Since:
        """What an acceptance stood for and no longer does, in a few words."""
        own = because_alone((each for each in self.shown if is_judged(each)), judged=True)
        hidden = net(each for each in self.hidden if is_judged(each))
        return Since((), summary(net(own)), bool(hidden))

    @property
    def news(self) -> Since:
        """What others did, in a few words."""
        return Since((), summary(net(self.others)))

    @property
    def comments(self) -> int:
        """New comments of others."""
        return sum(each.table == "comments" and each.before is None for each in net(self.others))


def statuses_given(project: Project) -> Mapping[str, int]:
    """The `seq` of the entry by which each configuration was last accepted or settled, by its id."""
    kept: Given = project.sight.kept.setdefault("review given", Given())
    latest = project.latest()
    if latest < kept.upto:
        kept = project.sight.kept["review given"] = Given()
    if latest > kept.upto:
        for entry in entries_saying(project.store.reader, ("Accepted", "Settled"), after=kept.upto):
            kept.seqs.update({each.id: entry.seq for each in entry.changes if each.table == "configurations"})
    kept.upto = latest
    return kept.seqs


def touched(project: Project, afters: Mapping[str, int]) -> dict[str, Touched]:
    """What was done to each of these configurations since the `seq` it is given with."""
    if not afters:
        return {}
    steps = _trace(project, min(afters.values())).steps
    found = {}
    for id_, after in afters.items():
        own = [each for each in steps.get(id_, ()) if each.seq > after]
        if own:
            found[id_] = Touched(
                [each.change for each in own if each.shown],
                [each.change for each in own if not each.shown],
                [each.change for each in own if each.shown and not each.mine],
            )
    return found


def _trace(project: Project, floor: int) -> Trace:
    """The steps after an entry: those that are kept, and what was done since."""
    for _ in follow(project, floor):
        pass
    return _begun(project, floor)


def _begun(project: Project, floor: int) -> Trace:
    """What is kept of the steps after an entry; begun anew where that does not reach back or the asker sees others' layers."""
    kept: Trace | None = project.sight.kept.get("review trace")
    latest, released = project.latest(), _released(project.sight)
    if kept is None or kept.floor > floor or kept.upto > latest or kept.released != released:
        kept = project.sight.kept["review trace"] = Trace(floor, floor, released)
    return kept


def follow(project: Project, floor: int) -> Generator[None]:
    """Takes what was done since into the steps that are kept: read a few entries at a time, and taken in at the end."""
    kept, latest = _begun(project, floor), project.latest()
    begun, entries = kept.upto, list[Entry]()
    for after in range(begun, latest, AT_ONCE):
        entries += entries_since(project.store.reader, after, min(after + AT_ONCE, latest))
        yield
    if not entries:
        kept.upto = max(kept.upto, latest)
        return
    homes = _homes(project, entries)
    yield
    watching = eyes(project, entries, told=False)
    yield
    taken = dict[str, list[Step]]()
    for number, entry in enumerate(entries, start=1):
        _take_in(project, taken, entry, homes, watching)
        if number % AT_ONCE == 0:
            yield
    if kept.upto == begun:
        for own, steps in taken.items():
            kept.steps.setdefault(own, []).extend(steps)
        kept.upto = latest


def _take_in(
    project: Project, taken: dict[str, list[Step]], entry: Entry, homes: Homes, watching: Eyes
) -> None:  # noqa: PLR0917, RUF100 - an entry, and by what it is told
    mine = entry.coder_id == project.coder_id
    for change in entry.changes:
        for own in homes.of(change):
            step = Step(entry.seq, change, watching.shows(change, entry), mine)
            taken.setdefault(own, []).append(step)


def _released(sight: Sight) -> frozenset[str]:
    return frozenset(row["id"] for row in sight.rows("SELECT id FROM coders WHERE released"))


@dataclass(slots=True)
class Homes:
    """Which configurations rows belong to."""

    elements: dict[str, set[str]] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    rivals: dict[str, str] = field(default_factory=dict)

    def of(self, change: Change) -> set[str]:
        """Ids of the configurations that a change touches."""
        row = change.after or change.before or {}
        if change.table == "configurations":
            return {change.id}
        if change.table == "elements":
            return self.elements.get(change.id, set())
        if change.table == "groundings":
            return self.elements.get(row["element_id"], set())
        if change.table in ("evidence", "bearings"):
            claim = row["claim_id"]
            linked = {self.links[claim]} if claim in self.links else set()
            rival = {self.rivals[claim]} if claim in self.rivals else set()
            return {claim} | linked | rival | self.elements.get(claim, set())
        if change.table == "kinships":
            return {row["configuration_id"], row["other_id"]}
        own = row.get("configuration_id")
        return {own} if own else set()


def _homes(project: Project, entries: Sequence[Entry]) -> Homes:
    """Where the rows of some entries stand or stood."""
    found = Homes()
    for entry in entries:
        for change in entry.changes:
            row = change.after or change.before or {}
            if change.table == "places":
                found.elements.setdefault(row["element_id"], set()).add(row["configuration_id"])
            elif change.table == "links":
                found.links[change.id] = row["configuration_id"]
            elif change.table == "rivals":
                found.rivals[change.id] = row["configuration_id"]
    named = sorted(_named(entries))
    for each in _rows(project, "places", "element_id", named):
        found.elements.setdefault(each["id"], set()).add(each["configuration_id"])
    for table, known in (("links", found.links), ("rivals", found.rivals)):
        known.update({each["id"]: each["configuration_id"] for each in _rows(project, table, "id", named)})
    return found


def _rows(project: Project, table: str, column: str, ids: Sequence[str]) -> Sequence[Mapping[str, Any]]:
    """Which configurations these rows belong to; of many all rows are read, which is quicker then."""
    which = f"WHERE {column} IN (:ids)" if len(ids) <= MANY else ""
    sql = f"SELECT {column} AS id, configuration_id FROM {table} {which}"  # noqa: S608 - names of ours
    return project.sight.rows(sql, ids=list(ids) if which else ())


def _named(entries: Iterable[Entry]) -> set[str]:
    """Ids of the elements and claims that changes name."""
    found: set[str] = set()
    for entry in entries:
        for change in entry.changes:
            row = change.after or change.before or {}
            if change.table == "elements":
                found.add(change.id)
            elif change.table == "groundings":
                found.add(row["element_id"])
            elif change.table in ("evidence", "bearings"):
                found.add(row["claim_id"])
    return found
