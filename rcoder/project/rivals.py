"""Rival explanations of a configuration: which there are, and the deeds on them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from rcoder.domain.actions import rivals as deeds
from rcoder.domain.configuration import Evidence
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.exhibit import Bearing
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed
from rcoder.domain.passage import Passage
from rcoder.domain.rival import Rival
from rcoder.project.configurations import evidence_passages, found_by
from rcoder.project.door import Project


@dataclass(frozen=True, slots=True)
class RivalLine:
    """A rival with what is known of it."""

    rival: Rival
    other: str
    """Number of the configuration that says it; "" for none, or one out of sight."""
    coder: str
    passages: tuple[Passage, ...]


def rival_lines(project: Project, configuration: str) -> tuple[RivalLine, ...]:
    """The rivals in sight of the configuration with that number or id. Raises NotFound."""
    own = found_by(project.sight, configuration)
    numbers = {
        row["id"]: row["number"]
        for row in project.sight.rows("SELECT id, number FROM configurations WHERE {seen}")
    }
    coders = {coder.id: coder.name for coder in project.coders()}
    return tuple(
        RivalLine(
            each,
            numbers.get(each.other_id or "", ""),
            coders.get(each.coder_id, ""),
            _passages(project, each),
        )
        for each in rivals_of(project, own)
    )


def rivals_of(project: Project, configuration_id: str) -> tuple[Rival, ...]:
    """The rivals in sight of a configuration, in order."""
    sql = "SELECT * FROM rivals WHERE configuration_id = :id AND {seen} ORDER BY position, id"
    return tuple(project.sight.records(Rival, sql, id=configuration_id))


def considered(project: Project, configuration_id: str, **fields: Any) -> Deed:
    """The deed that sets a rival beside a configuration: wording, and perhaps fate, reason and other_id. Raises Misuse."""
    position = max((each.position for each in rivals_of(project, configuration_id)), default=-1) + 1
    rival = Rival(new_id(), configuration_id, project.coder_id, position=position, **fields)
    return deeds.consider(rival, _number(project, configuration_id))


def reconsidered(project: Project, before: Rival, **fields: Any) -> Deed:
    """The deed that changes one of the asker's own rivals. Raises Misuse, and Unchanged where nothing changes."""
    _refuse_others(project, before)
    return deeds.reconsider(before, replace(before, **fields), _number(project, before.configuration_id))


def withdrawn(project: Project, rival: Rival) -> Deed:
    """The deed that removes one of the asker's own rivals, with the passages and material on it. Raises Misuse."""
    _refuse_others(project, rival)
    sql = "SELECT * FROM {table} WHERE claim_id = :id AND {{seen}} ORDER BY id"
    evidence = project.sight.records(Evidence, sql.format(table="evidence"), id=rival.id)
    bearings = project.sight.records(Bearing, sql.format(table="bearings"), id=rival.id)
    return deeds.withdraw(rival, _number(project, rival.configuration_id), evidence, bearings)


def rival_numbered(project: Project, configuration: str, number: int) -> Rival:
    """The rival with that number, from 1, of a configuration. Raises NotFound."""
    found = rivals_of(project, found_by(project.sight, configuration))
    if not 1 <= number <= len(found):
        raise NotFound(
            f"{configuration} has no rival {number}.", f"See `rcoder rivals PROJECT {configuration}`."
        )
    return found[number - 1]


def _refuse_others(project: Project, rival: Rival) -> None:
    if rival.coder_id != project.coder_id:
        raise Misuse("That rival is another coder's.", "Write one of your own, or comment on it.")


def _passages(project: Project, rival: Rival) -> tuple[Passage, ...]:
    rows = project.sight.rows("SELECT id FROM evidence WHERE claim_id = :id AND {seen}", id=rival.id)
    return tuple(evidence_passages(project.sight, [row["id"] for row in rows])) if rows else ()


def _number(project: Project, configuration_id: str) -> str:
    row = project.sight.one(
        "SELECT number FROM configurations WHERE id = :id AND {seen}", id=configuration_id
    )
    if row is None:
        raise NotFound("That configuration is no longer there.")
    return str(row["number"])
