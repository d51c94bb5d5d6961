"""What configurations are, hidden layers included: worked out of their rows, kept until the journal says that they changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from rcoder.domain.configuration import Element, Evidence, Grounding, Link, Place
from rcoder.domain.exhibit import Bearing
from rcoder.domain.records import Row
from rcoder.domain.review import digest_of_rows, judged_row
from rcoder.project.kept import changes_since, last_entry
from rcoder.project.sight import Sight

MANY = 200
"""Entries after which everything is worked out anew rather than followed; configurations of which all rows are read."""
JOINED = ("configuration", "link", "element")
"""Claims that belong to a configuration, as its review judges it."""

By = dict[str, list[Row]]
"""Rows by the id of what they belong to."""


@dataclass(slots=True)
class Digests:
    """Digests of configurations, the same for every coder."""

    seq: int = -1
    """The journal's latest entry that is taken into account."""
    found: dict[str, str] = field(default_factory=dict)
    """By the id of the configuration."""


def digests(sight: Sight, wanted: Collection[str]) -> Mapping[str, str]:
    """The digests of these configurations, by id; of others too that are known. Those that are gone are missing."""
    known = _current(sight).found
    missing = [each for each in wanted if each not in known]
    if missing:
        known.update(_worked_out(sight, missing if len(missing) < MANY else None))
    return known


def unknown(sight: Sight, wanted: Iterable[str]) -> list[str]:
    """Those whose digests would have to be worked out."""
    known = _current(sight).found
    return [each for each in wanted if each not in known]


# -- out of rows -------------------------------------------------------------------------------------------------


def _worked_out(sight: Sight, ids: list[str] | None) -> dict[str, str]:
    configurations = (
        sight.rows("SELECT id, because FROM configurations")
        if ids is None
        else sight.rows("SELECT id, because FROM configurations WHERE id IN (:ids)", ids=ids)
    )
    places = _by(_rows(sight, Place, "configuration_id", ids), "configuration_id")
    links = _by(_rows(sight, Link, "configuration_id", ids), "configuration_id")
    standing: list[str] | None = None
    claims: list[str] | None = None
    if ids is not None:
        standing = sorted({row["element_id"] for own in places.values() for row in own})
        claims = [*ids, *(row["id"] for own in links.values() for row in own), *standing]
    elements = _by(_rows(sight, Element, "id", standing), "id")
    groundings = _by(_rows(sight, Grounding, "element_id", standing), "element_id")
    evidence = _by(_rows(sight, Evidence, "claim_id", claims), "claim_id")
    bearings = _by(_rows(sight, Bearing, "claim_id", claims), "claim_id")
    found = {}
    for row in configurations:
        own, tied = places.get(row["id"], []), links.get(row["id"], [])
        here = dict.fromkeys(each["element_id"] for each in own)
        claimed = (row["id"], *(each["id"] for each in tied), *here)
        parts = {
            "places": own,
            "elements": _gathered(elements, here),
            "links": tied,
            "groundings": _gathered(groundings, here),
            "evidence": _gathered(evidence, claimed),
            "bearings": _gathered(bearings, claimed) if bearings else [],
        }
        found[row["id"]] = digest_of_rows(row["because"], parts)
    return found


def _rows(sight: Sight, record: type[Any], column: str, ids: list[str] | None) -> Iterable[Row]:
    """The rows of a table as a review judges them, all or those whose column is one of these ids."""
    if ids is not None and not ids:
        return ()
    names = ", ".join(f'"{each.name}"' for each in fields(record))
    which = [] if ids is None else [f"{column} IN (:ids)"]
    params: dict[str, Any] = {} if ids is None else {"ids": ids}
    if column == "claim_id":
        which.append("claim IN (:joined)")
        params["joined"] = list(JOINED)
    where = f"WHERE {' AND '.join(which)}" if which else ""
    sql = f"SELECT {names} FROM {record.table} {where}"  # noqa: S608 - names of ours
    return (judged_row(record, row) for row in sight.rows(sql, **params))


def _by(rows: Iterable[Row], column: str) -> By:
    found: By = {}
    for row in rows:
        found.setdefault(row[column], []).append(row)
    return found


def _gathered(by_id: By, ids: Iterable[str]) -> list[Row]:
    return [row for each in ids for row in by_id.get(each, ())]


# -- kept --------------------------------------------------------------------------------------------------------


def _current(sight: Sight) -> Digests:
    """What is known, without what entries since have touched."""
    kept: Digests = sight.kept.setdefault("digests", Digests())
    latest = last_entry(sight)
    if latest == kept.seq:
        return kept
    if kept.seq < 0 or latest < kept.seq or latest - kept.seq > MANY:
        kept.found.clear()
    else:
        for touched in _touched(sight, kept.seq):
            kept.found.pop(touched, None)
    kept.seq = latest
    return kept


def _touched(sight: Sight, after: int) -> set[str]:
    """Ids of the configurations that entries since have touched, in whatever part."""
    found: set[str] = set()
    elements: set[str] = set()
    links: set[str] = set()
    for change in changes_since(sight, after):
        for row in (change["before"], change["after"]):
            if row is not None:
                _note(change["table"], row, found, elements, links)
    if elements:
        sql = "SELECT DISTINCT configuration_id AS id FROM places WHERE element_id IN (:ids)"
        found |= {row["id"] for row in sight.rows(sql, ids=sorted(elements))}
    if links:
        sql = "SELECT DISTINCT configuration_id AS id FROM links WHERE id IN (:ids)"
        found |= {row["id"] for row in sight.rows(sql, ids=sorted(links))}
    return found


def _note(table: str, row: Row, found: set[str], elements: set[str], links: set[str]) -> None:
    if table == "configurations":
        found.add(row["id"])
    elif table in ("places", "links"):
        found.add(row["configuration_id"])
    elif table == "elements":
        elements.add(row["id"])
    elif table == "groundings":
        elements.add(row["element_id"])
    elif table in ("evidence", "bearings"):
        for ids in (found, elements, links):
            ids.add(row["claim_id"])
