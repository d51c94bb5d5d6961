"""The prompts on every configuration, kept from one look to the next: what was touched since is looked at again, no more."""

from __future__ import annotations

from collections.abc import Collection, Generator
from dataclasses import dataclass, field
from typing import Any

from rcoder.analysis.prompts.of_evidence import of_one
from rcoder.analysis.prompts.outline import Outline
from rcoder.domain.prompting import Prompt
from rcoder.project.digests_in_sight import digests_in_sight
from rcoder.project.kept import MANY, changes_since, last_entry
from rcoder.project.prompt_outlines import outlines, setting
from rcoder.project.sight import Sight

NAME = "prompts_of_configurations"
AT_ONCE = 10
"""Configurations that are looked at in one step."""
_ALL = frozenset({"codes", "codebooks", "coders", "transcripts", "speakers", "cases", "study"})
"""Tables of the setting: a change there may change any prompt."""
_OWNING = {
    "places": "configuration_id",
    "links": "configuration_id",
    "rivals": "configuration_id",
    "configurations": "id",
}
_RESTING = {"elements": ("id",), "places": ("element_id",), "groundings": ("element_id",), "evidence": ("claim_id",), "bearings": ("claim_id",), "standins": ("element_id", "member_id")}  # fmt: skip
"""Columns that name an element, a link or a configuration."""


@dataclass(slots=True)
class Known:
    """The configurations with their prompts, by id, as of an entry of the journal."""

    seq: int = -1
    found: dict[str, tuple[Outline, tuple[Prompt, ...]]] = field(default_factory=dict)
    stale: set[str] | None = None
    """Ids of those to be looked at again; None for all."""


def learn(sight: Sight) -> Generator[None]:
    """Looks at the configurations that are not known, a few in each step; `prompts_of_all` looks at the rest."""
    if _current(sight).stale is None:
        rows = sight.rows("SELECT id FROM configurations WHERE {seen} ORDER BY number, id")
        _current(sight).stale = {row["id"] for row in rows}
    while wanted := _current(sight).stale:
        own = sorted(wanted)[:AT_ONCE]
        _look_at(sight, _current(sight), own)
        yield


def _look_at(sight: Sight, known: Known, ids: list[str] | None) -> None:
    around = setting(sight)
    for outline in outlines(sight, ids):
        known.found[outline.id] = outline, of_one(outline, around)
    known.stale = set() if ids is None or known.stale is None else known.stale.difference(ids)


def prompts_of_all(sight: Sight) -> list[tuple[Outline, tuple[Prompt, ...]]]:
    """Every configuration in sight that is asked about, with its prompts, by number."""
    known = _current(sight)
    if known.stale is None or known.stale:
        _look_at(sight, known, None if known.stale is None else sorted(known.stale))
    return sorted(known.found.values(), key=lambda each: (len(each[0].number), each[0].number, each[0].id))


def digests(sight: Sight, ids: Collection[str]) -> dict[str, str]:
    """What these configurations are as the asker sees them; an answer given of another state is from before a change."""
    return digests_in_sight(sight, ids)


def _current(sight: Sight) -> Known:
    """What is known, without what later entries touched."""
    known: Known = sight.kept.setdefault(NAME, Known())
    latest = last_entry(sight)
    touched = _touched(sight, known.seq) if 0 <= known.seq <= latest <= known.seq + MANY else None
    known.seq = latest
    if touched is None:
        known.found.clear()
        known.stale = None
    for each in touched or ():
        known.found.pop(each, None)
    if touched and known.stale is not None:
        known.stale |= touched
    return known


def _touched(sight: Sight, after: int) -> set[str] | None:
    """Ids of the configurations that later entries may have changed; None for any of them."""
    own: set[str] = set()
    claims: set[str] = set()
    codings: set[str] = set()
    for change in changes_since(sight, after):
        table = change["table"]
        if table in _ALL:
            return None
        rows = [row for row in (change["before"], change["after"]) if row is not None]
        if table in _OWNING:
            own.update(row[_OWNING[table]] for row in rows)
        for column in _RESTING.get(table, ()):
            claims.update(row[column] for row in rows)
        if table == "codings":
            codings.add(change["id"])
        if table == "configurations":
            own.update(row["consolidated_in"] for row in rows if row["consolidated_in"])
    if claims or codings:
        own |= claims | _around(sight, claims, codings)
    return own | _above(sight, own)


def _above(sight: Sight, ids: set[str]) -> set[str]:
    """Ids of the configurations that these are consolidated in, and those in turn."""
    found: set[str] = set()
    edge = ids
    while edge:
        sql = "SELECT consolidated_in AS id FROM configurations WHERE id IN (:ids) AND consolidated_in IS NOT NULL"
        edge = {row["id"] for row in sight.rows(sql, ids=sorted(edge))} - found
        found |= edge
    return found


def _around(sight: Sight, claims: set[str], codings: set[str]) -> set[str]:
    """Ids of the configurations that these elements and links stand in, and those that rest on these codings."""
    rows: list[Any] = []
    if codings:
        sql = "SELECT DISTINCT element_id AS id FROM groundings WHERE coding_id IN (:ids)"
        claims = claims | {row["id"] for row in sight.rows(sql, ids=sorted(codings))}
    for sql in (
        "SELECT DISTINCT configuration_id AS id FROM places WHERE element_id IN (:ids)",
        "SELECT DISTINCT configuration_id AS id FROM links WHERE id IN (:ids)",
    ):
        rows += sight.rows(sql, ids=sorted(claims)) if claims else []
    return {row["id"] for row in rows}
