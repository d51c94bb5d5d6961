"""Where is looked: a person's filters as what the index is asked by, and the interviews and cases left to look through."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rcoder.analysis.groups import sort_cases
from rcoder.domain.case import Case
from rcoder.domain.errors import NotFound
from rcoder.domain.finding import Filters
from rcoder.domain.groups import OUTCOME_GROUP, Belonging, outcome_words
from rcoder.domain.roles import in_role_order
from rcoder.domain.words import Subject, danish_order, role_group
from rcoder.project.attributes import attributes
from rcoder.project.coding import case_id
from rcoder.project.door import Project
from rcoder.project.groups import groups

if TYPE_CHECKING:
    from rcoder.store.finding import Scope


@dataclass(frozen=True, slots=True)
class Choices:
    """What a study can be filtered by, by names as a person gives them."""

    roles: tuple[str, ...]
    cases: tuple[str, ...]
    groups: tuple[str, ...]
    """Outcome groups, then the study's own groups."""
    transcripts: tuple[tuple[str, str], ...]
    """Id and title of each interview."""
    speakers: tuple[str, ...]


def choices(project: Project) -> Choices:
    """What the study's interviews can be filtered by."""
    speakers = project.sight.rows("SELECT DISTINCT name, roles FROM speakers")
    roles = {role for row in speakers for role in json.loads(row["roles"])}
    known = project.cases()
    return Choices(
        in_role_order(roles),
        tuple(each.name for each in known),
        tuple(dict.fromkeys([*_outcome_groups(known), *(each.name.say() for each in groups(project.sight))])),
        tuple((line.id, line.title) for line in project.transcript_lines()),
        tuple(sorted({row["name"] for row in speakers if row["name"]}, key=danish_order)),
    )


def scope_of(project: Project, filters: Filters) -> Scope:
    """The scope of some filters. Raises NotFound for a role, case, group, interview or speaker that is not there."""
    from rcoder.store.finding import Scope

    if filters == Filters():
        return Scope()
    roles = _roles(project, filters.role) if filters.role else None
    names = _names(project, filters.speaker) if filters.speaker else None
    return Scope(
        numbers=_numbers(project, filters, roles, names),
        roles=roles,
        names=names,
        interviewers=not filters.without_interviewer,
    )


def cases_by_number(project: Project, scope: Scope) -> dict[int, str | None]:
    """The case of each transcript that a scope looks through, by its number in the index."""
    rows = project.sight.rows(
        "SELECT n.number, t.case_id FROM spoken_in n JOIN transcripts t ON t.id = n.transcript_id"
    )
    wanted = None if scope.numbers is None else frozenset(scope.numbers)
    return {row["number"]: row["case_id"] for row in rows if wanted is None or row["number"] in wanted}


def _roles(project: Project, name: str) -> tuple[str, ...]:
    """The roles of speakers, as they are stored, that a role or role group is among."""
    wanted = name.strip().casefold()
    known = {
        row["roles"]: json.loads(row["roles"])
        for row in project.sight.rows("SELECT DISTINCT roles FROM speakers")
    }
    found = [
        stored
        for stored, roles in known.items()
        if any(wanted in (each.casefold(), role_group(each)) for each in roles)
    ]
    if not found:
        raise NotFound(
            f"Nobody has the role {name}.",
            _named(in_role_order(each for roles in known.values() for each in roles)),
        )
    return tuple(found)


def _names(project: Project, name: str) -> tuple[str, ...]:
    """The names of speakers that are the one given, letter case set aside."""
    known = [row["name"] for row in project.sight.rows("SELECT DISTINCT name FROM speakers")]
    found = [each for each in known if each.casefold() == name.strip().casefold()]
    if not found:
        raise NotFound(
            f"No speaker is called {name}.", "See `rcoder text PROJECT TRANSCRIPT` for their names."
        )
    return tuple(found)


def _numbers(
    project: Project, filters: Filters, roles: tuple[str, ...] | None, names: tuple[str, ...] | None
) -> tuple[int, ...] | None:
    """Numbers of the transcripts that may hold a hit; None for all."""
    found: set[str] | None = None
    if filters.transcript:
        found = {project.transcript(filters.transcript).id}
    if filters.case:
        found = _both(found, _of_cases(project, [case_id(project, filters.case) or ""]))
    if filters.group:
        found = _both(found, _of_cases(project, _of_group(project, filters.group)))
    if roles is not None or names is not None:
        found = _both(found, _spoken_in(project, roles, names))
    if found is None:
        return None
    rows = project.sight.rows("SELECT number, transcript_id FROM spoken_in ORDER BY number")
    return tuple(row["number"] for row in rows if row["transcript_id"] in found)


def _both(before: set[str] | None, more: set[str]) -> set[str]:
    return more if before is None else before & more


def _spoken_in(project: Project, roles: tuple[str, ...] | None, names: tuple[str, ...] | None) -> set[str]:
    rows = project.sight.rows("SELECT DISTINCT transcript_id, roles, name FROM speakers")
    return {
        row["transcript_id"]
        for row in rows
        if (roles is None or row["roles"] in roles) and (names is None or row["name"] in names)
    }


def _of_cases(project: Project, cases: Iterable[str]) -> set[str]:
    rows = project.sight.rows("SELECT id FROM transcripts WHERE case_id IN (:cases)", cases=list(cases))
    return {row["id"] for row in rows}


def _outcome_groups(cases: Iterable[Case]) -> list[str]:
    """The outcome groups that cases are in, as the program says them."""
    return [
        outcome_words(each) for each in sorted({case.outcome_group for case in cases if case.outcome_group})
    ]


def _of_group(project: Project, name: str) -> list[str]:
    """Ids of the cases of a study's group, or of an outcome group. Raises NotFound."""
    wanted, cases = name.strip().casefold(), project.cases()
    for each in groups(project.sight):
        if wanted in (each.id, each.name.da.casefold(), each.name.en.casefold()):
            known = attributes(project.sight, Subject.CASE)
            return [case.case_id for case in sort_cases(cases, each, known).of(Belonging.IN)]
    outcome = _outcome_group(wanted)
    found = [case.id for case in cases if outcome and case.outcome_group.casefold() == outcome]
    if not found:
        names = [*_outcome_groups(cases), *(each.name.say() for each in groups(project.sight))]
        raise NotFound(f"The study has no group {name}.", _named(names))
    return found


def _outcome_group(wanted: str) -> str:
    """The outcome group that a name means: "with hours", "med timer", or the stored word itself."""
    for each in OUTCOME_GROUP.choices:
        if wanted in (each.value, each.label.da.casefold(), each.label.en.casefold()):
            return each.value
    return wanted


def _named(names: Iterable[str]) -> str:
    known = ", ".join(names)
    return f"There are: {known}." if known else "There are none yet."
