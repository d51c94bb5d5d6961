"""What a retrieved passage stands among: interviews, voices, cases, coders, codes; read once for each state of the project."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from weakref import WeakKeyDictionary

from rcoder.analysis.retrieval_counts import Ground, ground
from rcoder.domain.case import Case
from rcoder.domain.codebook import Code
from rcoder.domain.groups import Belonging
from rcoder.domain.transcript import Speaker
from rcoder.domain.words import danish_order, role_group
from rcoder.project import codebooks
from rcoder.project.door import Project
from rcoder.project.groups import group_counts, groups
from rcoder.project.questions import cases, finishes
from rcoder.project.sight import Sight


class Interview(NamedTuple):
    """An interview, as far as retrieving needs it."""

    id: str
    title: str
    case_id: str | None
    source: str
    place: int
    """In the order of reading."""


NOBODY = Speaker("", "", "")


@dataclass(frozen=True)
class Surroundings:
    """Everything of the study that passages refer to; nothing of it is any coder's own, but for `finished`."""

    interviews: Mapping[str, Interview]
    speakers: Mapping[str, Speaker]
    cases: Mapping[str, Case]
    coders: Mapping[str, str]
    codes: Mapping[str, Code]
    finished: Mapping[str, frozenset[str]]
    """Ids of the coders in sight who have coded each interview to the end."""
    groups: Mapping[str, frozenset[str]]
    """Cases that are in each group, by each of its names, case set aside."""
    group_names: tuple[str, ...]
    """The groups as the study calls them."""
    earlier: frozenset[tuple[str, int]]
    """Interviews and revisions that are not the present text."""
    language: str

    @cached_property
    def case_of(self) -> dict[str, str | None]:
        """The case of each interview."""
        return {each.id: each.case_id for each in self.interviews.values()}

    @cached_property
    def below(self) -> dict[str, frozenset[str]]:
        """Each code with those under it, by id."""
        found: dict[str, set[str]] = {each: {each} for each in self.codes}
        for own in self.codes.values():
            above, seen = own.parent_id, {own.id}
            while above is not None and above in self.codes and above not in seen:
                found[above].add(own.id)
                seen.add(above)
                above = self.codes[above].parent_id
        return {each: frozenset(under) for each, under in found.items()}

    @cached_property
    def roles_in(self) -> dict[str, frozenset[str]]:
        """Roles and role groups of each interview's respondents, case set aside."""
        found: dict[str, set[str]] = {}
        for each in self.speakers.values():
            if not each.interviewer:
                found.setdefault(each.transcript_id, set()).update(role_names(each))
        return {each: frozenset(roles) for each, roles in found.items()}

    @cached_property
    def _of_case(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for each in self.interviews.values():
            found.setdefault(each.case_id or "", set()).add(each.id)
        return {each: frozenset(own) for each, own in found.items()}

    def interviews_of_case(self, case_id: str) -> frozenset[str]:
        """Ids of a case's own interviews; of those without a case for ""."""
        return self._of_case.get(case_id, frozenset())

    def interviews_of_role(self, role: str) -> frozenset[str]:
        """Ids of the interviews with a respondent of a role or role group; for "" of those with one who has no role."""
        return frozenset(each for each, roles in self.roles_in.items() if role.casefold() in roles)

    def interviews_of_outcome(self, group: str) -> frozenset[str]:
        """Ids of the interviews of the cases of an outcome group; for "" of cases where it is unknown, and without a case."""
        known = {each.id: each.outcome_group for each in self.cases.values()}
        return frozenset(one for one, case in self.case_of.items() if known.get(case or "", "") == group)

    def ground(self, within: frozenset[str] | None = None, coder_id: str = "") -> Ground:
        """What is counted of: these interviews, or all; coded to the end by anybody in sight, or by one coder."""
        done = (each for each, by in self.finished.items() if not coder_id or coder_id in by)
        found = ground(self.cases, self.case_of, done)
        return found if within is None else found.within(within, self.case_of)


def role_names(speaker: Speaker) -> set[str]:
    """The roles of a voice and the groups of those, case set aside; "" where it has none."""
    if not speaker.roles:
        return {""}
    return {name for role in speaker.roles for name in (role.casefold(), role_group(role).casefold())}


_KNOWN: WeakKeyDictionary[Project, tuple[int, Surroundings]] = WeakKeyDictionary()


def surroundings(project: Project) -> Surroundings:
    """What passages refer to, as the project stands."""
    latest = project.latest()
    known = _KNOWN.get(project)
    if known is None or known[0] != latest:
        known = latest, _read(project)
        _KNOWN[project] = known
    return known[1]


def _read(project: Project) -> Surroundings:
    sight = project.sight
    every = {each.id: each for each in cases(sight)}
    done: dict[str, set[str]] = {}
    for each in finishes(sight):
        done.setdefault(each.transcript_id, set()).add(each.coder_id)
    return Surroundings(
        interviews=_interviews(sight, every),
        speakers={each.id: each for each in _speakers(sight)},
        cases=every,
        coders={row["id"]: row["name"] for row in sight.rows("SELECT id, name FROM coders")},
        codes={code.id: code for code in codebooks.codes(sight)},
        finished={each: frozenset(by) for each, by in done.items()},
        groups=_groups(project),
        group_names=tuple(each.name.say(project.study().language) for each in groups(sight)),
        earlier=frozenset(
            (row["transcript_id"], row["number"])
            for row in sight.rows("SELECT transcript_id, number FROM revisions")
        ),
        language=project.study().language,
    )


def _interviews(sight: Sight, every: Mapping[str, Case]) -> dict[str, Interview]:
    """The interviews in the order of reading: by case and title in Danish order, those without a case last."""
    rows = sight.rows("SELECT id, title, case_id, source FROM transcripts")

    def order(row: Mapping[str, str]) -> tuple[bool, str, str, str]:
        case = every.get(row["case_id"] or "")
        return case is None, danish_order(case.name if case else ""), danish_order(row["title"]), row["id"]

    return {
        row["id"]: Interview(row["id"], row["title"], row["case_id"], row["source"], place)
        for place, row in enumerate(sorted(rows, key=order))
    }


def _speakers(sight: Sight) -> list[Speaker]:
    known: dict[str, tuple[str, ...]] = {}
    return [
        Speaker(
            row["id"],
            row["transcript_id"],
            row["name"],
            known.get(row["roles"]) or known.setdefault(row["roles"], tuple(json.loads(row["roles"]))),
            bool(row["interviewer"]),
            row["position"],
            row["person"],
        )
        for row in sight.rows(
            "SELECT id, transcript_id, name, roles, interviewer, position, person FROM speakers"
        )
    ]


def _groups(project: Project) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for each in group_counts(project):
        inside = frozenset(one.case_id for one in each.cases if one.belonging is Belonging.IN)
        for name in (each.group.name.da, each.group.name.en):
            if name:
                found[name.casefold()] = inside
    return found
