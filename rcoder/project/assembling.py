"""Configurations put together from their rows, as far as the asker may see."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from rcoder.domain.configuration import Assembled, Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.exhibit import Bearing
from rcoder.domain.review import BINDING, digest
from rcoder.domain.words import Claim
from rcoder.project import questions
from rcoder.project.kept import MANY, changes_since, last_entry
from rcoder.project.sight import Sight

T = TypeVar("T")

MOST = 400
"""Configurations of which so many are asked for by their ids; of more, all are read, which is quicker then."""


def assemble(sight: Sight, ids: Collection[str] | None = None) -> tuple[Assembled, ...]:
    """The configurations in sight with what belongs to them, by number; all, or those with these ids.

    Evidence, bearings and codings of hidden layers are left out.
    """
    if ids is None:
        found = sight.records(Configuration, "SELECT * FROM configurations WHERE {seen} ORDER BY number, id")
        return _seen_in(sight, found, None)
    sql = "SELECT * FROM configurations WHERE id IN (:ids) AND {seen} ORDER BY number, id"
    found = sight.records(Configuration, sql, ids=sorted(ids))
    return _seen_in(sight, found, [each.id for each in found] if len(found) <= MOST else None)


@dataclass(slots=True)
class _Outlined:
    """Outlines by id, as of an entry of the journal."""

    seq: int = -1
    found: dict[str, Assembled] = field(default_factory=dict)
    shown: tuple[Assembled, ...] = ()


def outlines(sight: Sight) -> tuple[Assembled, ...]:
    """The configurations in sight with their places and elements alone, by number; those that changed are read again."""
    held: _Outlined = sight.kept.setdefault("outlines", _Outlined())
    latest = last_entry(sight)
    if held.seq == latest:
        return held.shown
    touched = _outlined_again(sight, held) if 0 <= held.seq < latest <= held.seq + MANY else None
    held.seq = latest
    if touched is None:
        held.found = _outlines(sight, None)
    elif touched:
        for each in touched:
            held.found.pop(each, None)
        held.found |= _outlines(sight, sorted(touched))
    else:
        return held.shown
    held.shown = tuple(
        sorted(held.found.values(), key=lambda each: (each.configuration.number, each.configuration.id))
    )
    return held.shown


def _outlined_again(sight: Sight, held: _Outlined) -> set[str] | None:
    """Ids of the configurations that later entries changed in what an outline has; None for any of them."""
    own: set[str] = set()
    elements: set[str] = set()
    for change in changes_since(sight, held.seq):
        if change["table"] == "coders":
            return None
        if change["table"] == "configurations":
            own.add(change["id"])
        elif change["table"] == "places":
            own.update(row["configuration_id"] for row in (change["before"], change["after"]) if row)
        elif change["table"] == "elements":
            elements.add(change["id"])
    return own | {name for name, each in held.found.items() if not elements.isdisjoint(each.elements)}


def _outlines(sight: Sight, ids: list[str] | None) -> dict[str, Assembled]:
    which = "" if ids is None else "AND id IN (:ids)"
    sql = f"SELECT * FROM configurations WHERE {{seen}} {which}"  # noqa: S608 - a condition of ours
    found = sight.records(Configuration, sql, **({} if ids is None else {"ids": ids}))
    places = _by(_parts(sight, Place, "places", ids, "position, id"), "configuration_id")
    standing = None if ids is None else sorted({each.element_id for own in places.values() for each in own})
    elements = {each.id: each for each in _named(sight, Element, "elements", "id", standing, "id")}
    return {
        own.id: Assembled(own, tuple(mine), {each.element_id: elements[each.element_id] for each in mine}, ())
        for own in found
        for mine in (places.get(own.id, []),)
    }


def reviewed(sight: Sight) -> tuple[Assembled, ...]:
    """Every configuration that is accepted or settled, whole: also those of hidden layers, and what these put there.

    For deeds that change rows of everybody's alike; never to be shown.
    """
    found = sight.records(
        Configuration,
        "SELECT * FROM configurations WHERE status IN (:binding) ORDER BY number, id",
        binding=sorted(each.value for each in BINDING),
    )
    return tuple(whole(sight, found)) if found else ()


def whole(
    sight: Sight, configurations: Sequence[Configuration], ids: Sequence[str] | None = None
) -> Iterator[Assembled]:
    """Configurations with everything that belongs to them, in sight or not; `ids` asks for no others' parts."""
    places = _by(_parts(sight, Place, "places", ids, "position, id"), "configuration_id")
    links = _by(_parts(sight, Link, "links", ids, "position, id"), "configuration_id")
    standing: list[str] | None = None
    claims: list[str] | None = None
    if ids is not None:
        standing = sorted({place.element_id for own in places.values() for place in own})
        claims = [*ids, *(link.id for own in links.values() for link in own), *standing]
    elements = {each.id: each for each in _named(sight, Element, "elements", "id", standing, "id")}
    groundings = _by(_named(sight, Grounding, "groundings", "element_id", standing, "id"), "element_id")
    order = 'transcript_id, start, "end", id'
    evidence = _by(_joined(sight, Evidence, claims, order), "claim_id")
    bearings = _by(_joined(sight, Bearing, claims, "id"), "claim_id")
    for configuration in configurations:
        own, tied = places.get(configuration.id, []), links.get(configuration.id, [])
        standing_here = tuple(dict.fromkeys(place.element_id for place in own))
        claimed = (configuration.id, *(link.id for link in tied), *standing_here)
        yield Assembled(
            configuration,
            tuple(own),
            {each: elements[each] for each in standing_here},
            tuple(tied),
            _gathered(groundings, standing_here),
            _gathered(evidence, claimed),
            bearings=_gathered(bearings, claimed) if bearings else (),
        )


def _seen_in(
    sight: Sight, found: Sequence[Configuration], ids: Sequence[str] | None
) -> tuple[Assembled, ...]:
    if not found:
        return ()
    seen = {coder.id for coder in questions.coders(sight) if coder.released} | {sight.coder_id}
    hidden = _hidden_codings(sight)
    return tuple(_as_seen(each, seen, hidden) for each in whole(sight, found, ids))


def _as_seen(whole: Assembled, seen: set[str], hidden: set[str]) -> Assembled:
    """The configuration without what hidden layers put there, but with the digest of the whole: it stands the same for all."""
    evidence = tuple(each for each in whole.evidence if each.coder_id in seen)
    bearings = tuple(each for each in whole.bearings if each.coder_id in seen)
    groundings = tuple(each for each in whole.groundings if each.coding_id not in hidden)
    if (len(evidence), len(groundings), len(bearings)) == (
        len(whole.evidence),
        len(whole.groundings),
        len(whole.bearings),
    ):
        return whole
    return replace(whole, evidence=evidence, groundings=groundings, bearings=bearings, digest=digest(whole))


def _hidden_codings(sight: Sight) -> set[str]:
    """Ids of codings in layers out of sight that some element rests on."""
    others = sight.one("SELECT id FROM coders WHERE id <> :me AND NOT released", me=sight.coder_id)
    if others is None:
        return set()
    rows = sight.rows(
        """SELECT g.coding_id FROM groundings g
           WHERE NOT EXISTS (SELECT 1 FROM codings x WHERE x.id = g.coding_id AND {seen:x})"""
    )
    return {row["coding_id"] for row in rows}


def _parts(sight: Sight, record: type[T], table: str, ids: Sequence[str] | None, order: str) -> list[T]:
    return _named(sight, record, table, "configuration_id", ids, order)


def _named(  # noqa: PLR0917, RUF100 - what, of which, in which order
    sight: Sight, record: type[T], table: str, column: str, ids: Sequence[str] | None, order: str
) -> list[T]:
    """The rows of a table, all or those whose column is one of these ids, in order."""
    if ids is None:
        return sight.records(record, f"SELECT * FROM {table} ORDER BY {order}")  # noqa: S608 - names of ours
    if not ids:
        return []
    sql = f"SELECT * FROM {table} WHERE {column} IN (:ids) ORDER BY {order}"  # noqa: S608 - names of ours
    return sight.records(record, sql, ids=list(ids))


def _joined(
    sight: Sight, record: type[Evidence | Bearing], claims: Sequence[str] | None, order: str
) -> list[Any]:
    """What is joined to configurations, links and elements: to all, or to those with these ids."""
    if claims is not None:
        return _named(sight, record, record.table, "claim_id", claims, order)
    sql = f"SELECT * FROM {record.table} WHERE claim IN (:joined) ORDER BY {order}"  # noqa: S608 - names of ours
    return sight.records(
        record, sql, joined=[Claim.CONFIGURATION.value, Claim.LINK.value, Claim.ELEMENT.value]
    )


def _by(records: Iterable[T], column: str) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for each in records:
        found.setdefault(getattr(each, column), []).append(each)
    return found


def _gathered(by_id: dict[str, list[T]], ids: Iterable[str]) -> tuple[T, ...]:
    return tuple(each for id_ in ids for each in by_id.get(id_, ()))
