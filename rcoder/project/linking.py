"""Configurations near a passage, for linked coding: those that rest on it first, then those of its codes and hypotheses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rcoder.domain.configuration import (
    Assembled,
    Configuration,
    Element,
    Evidence,
    Grounding,
    Link,
    Place,
)
from rcoder.domain.errors import NotFound, Stale
from rcoder.domain.transcript import Transcript
from rcoder.domain.words import Status
from rcoder.project.door import Project
from rcoder.project.sight import Sight

DIGITS = 9
"""How many configurations are offered; each has a digit."""
GONE = {Status.SUPERSEDED, Status.REJECTED}
"""Where a configuration takes no further passages."""


@dataclass(frozen=True, slots=True)
class Near:
    """A configuration near a passage."""

    assembled: Assembled
    resting: int
    """How many of the passage's codings it rests on."""
    shared: int
    """How many of the passage's codes its elements have."""


def near(
    project: Project, codings: Sequence[str], codes: Sequence[str], hypotheses: Sequence[str]
) -> tuple[Near, ...]:
    """The configurations in sight nearest to a passage with these codings, codes and hypotheses (ids), nearest first.

    Where none is near, and for a passage without codings, the asker's newest ones.
    """
    sight = project.sight
    resting = _counted(sight, _RESTING, codings)
    shared = _counted(sight, _SHARING, codes)
    found = sight.records(Configuration, "SELECT * FROM configurations WHERE {seen} ORDER BY number DESC, id")
    known = [each for each in found if each.status not in GONE]
    wanted = set(hypotheses)

    def nearness(each: Configuration) -> tuple[int, int, int, int]:
        own = int(each.coder_id == sight.coder_id)
        return resting[each.id], shared[each.id], len(wanted.intersection(each.hypotheses)), own

    close = [each for each in known if any(nearness(each)[:3])] or known
    first = sorted(close, key=nearness, reverse=True)[:DIGITS]
    whole = {each.configuration.id: each for each in assembled(sight, first)}
    return tuple(Near(whole[each.id], resting[each.id], shared[each.id]) for each in first)


def assembled(sight: Sight, configurations: Sequence[Configuration]) -> tuple[Assembled, ...]:
    """These configurations with what belongs to them, as far as the asker may see; for deeds, not for review."""
    ids = [each.id for each in configurations]
    if not ids:
        return ()
    places = sight.records(Place, _PLACED, ids=ids)
    links = sight.records(Link, _LINKED, ids=ids)
    standing = sorted({each.element_id for each in places}) or [""]
    known = sight.records(Element, "SELECT * FROM elements WHERE id IN (:ids)", ids=standing)
    elements = {each.id: each for each in known}
    groundings = sight.records(Grounding, _GROUNDED, ids=standing)
    evidence = sight.records(Evidence, _EVIDENCE, ids=[*ids, *(each.id for each in links), *standing])

    def put_together(own: Configuration) -> Assembled:
        placed = tuple(each for each in places if each.configuration_id == own.id)
        tied = tuple(each for each in links if each.configuration_id == own.id)
        here = {each.element_id: elements[each.element_id] for each in placed}
        claims = {own.id, *(each.id for each in tied), *here}
        resting = tuple(each for each in groundings if each.element_id in here)
        bearing = tuple(each for each in evidence if each.claim_id in claims)
        return Assembled(own, placed, here, tied, resting, bearing)

    return tuple(put_together(each) for each in configurations)


def present(project: Project, configuration_id: str) -> Assembled:
    """A configuration in sight as it is in the project. Raises NotFound where it has been removed meanwhile."""
    sql = "SELECT * FROM configurations WHERE id = :id AND {seen}"
    found = assembled(project.sight, project.sight.records(Configuration, sql, id=configuration_id))
    if not found:
        raise NotFound("That configuration is no longer there; nothing was linked.")
    return found[0]


def refuse_changed(project: Project, transcript: Transcript, codings: Sequence[str]) -> None:
    """Raises Stale where the transcript has been corrected, or one of these codings has been removed, meanwhile."""
    if project.transcript(transcript.id).revision != transcript.revision:
        raise Stale(f"{transcript.title} has been corrected meanwhile; nothing was linked.")
    ids = sorted(set(codings))
    rows = project.sight.rows("SELECT id FROM codings WHERE id IN (:ids) AND {seen}", ids=ids) if ids else ()
    if len(rows) < len(ids):
        raise Stale("A coding of this passage has been removed meanwhile; nothing was linked.")


def _counted(sight: Sight, sql: str, ids: Sequence[str]) -> Counter[str]:
    return (
        Counter(row["configuration_id"] for row in sight.rows(sql, ids=sorted(set(ids))))
        if ids
        else Counter()
    )


_PLACED = "SELECT * FROM places WHERE configuration_id IN (:ids) ORDER BY position, id"

_LINKED = "SELECT * FROM links WHERE configuration_id IN (:ids) ORDER BY position, id"

_RESTING = """
    SELECT DISTINCT p.configuration_id, g.coding_id FROM groundings g
    JOIN places p ON p.element_id = g.element_id JOIN configurations x ON x.id = p.configuration_id
    WHERE g.coding_id IN (:ids) AND {seen:x}
"""

_SHARING = """
    SELECT DISTINCT p.configuration_id, e.code_id FROM elements e
    JOIN places p ON p.element_id = e.id JOIN configurations x ON x.id = p.configuration_id
    WHERE e.code_id IN (:ids) AND {seen:x}
"""

_GROUNDED = """
    SELECT g.* FROM groundings g JOIN codings x ON x.id = g.coding_id
    WHERE g.element_id IN (:ids) AND {seen:x} ORDER BY g.id
"""

_EVIDENCE = (
    'SELECT * FROM evidence WHERE claim_id IN (:ids) AND {seen} ORDER BY transcript_id, start, "end", id'
)
