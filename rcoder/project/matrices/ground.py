"""What comparisons stand on: cases, interviews with their roles and progress, codes; read narrowly and kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rcoder.analysis.counting import CaseProgress, case_progress
from rcoder.domain.case import Case
from rcoder.domain.codebook import Code, in_tree_order
from rcoder.domain.errors import NotFound
from rcoder.domain.groups import outcome_words
from rcoder.domain.matrix import Blank, Line
from rcoder.domain.retrieval import Base
from rcoder.domain.words import Bilingual, Category, Kind, danish_order, role_group
from rcoder.project.door import Project
from rcoder.project.kept import kept
from rcoder.project.questions import cases
from rcoder.project.sight import Sight

_TABLES = frozenset({"cases", "transcripts", "finishes", "coders", "speakers", "study"})
_CODES = frozenset({"codes", "codebooks", "study"})
_ORDER = {"with_hours": 0, "without_hours": 1}


class Interview(NamedTuple):
    """An interview, as far as counting needs it."""

    id: str
    case_id: str | None
    roles: tuple[str, ...]
    """Of its respondents, case set aside; "" for one who has none."""
    finished: bool
    """Whether a coder in sight has coded it to the end."""


@dataclass(frozen=True)
class Ground:
    """The cases and interviews of the study, and how far they are coded."""

    study: str
    language: str
    cases: Mapping[str, Case]
    """By id, by outcome group and name."""
    interviews: tuple[Interview, ...]

    @cached_property
    def progress(self) -> CaseProgress:
        """How far each case is: by all of its interviews."""
        return case_progress(
            self.cases,
            {each.id: each.case_id for each in self.interviews},
            (each.id for each in self.interviews if each.finished),
        )

    def with_role(self, role: str) -> tuple[Interview, ...]:
        """The interviews with a respondent of a role or role group; all for ""."""
        wanted = role.casefold()
        return tuple(each for each in self.interviews if not role or wanted in _groups_too(each.roles))

    def base(self, interviews: Iterable[Interview] | None = None, of: Iterable[str] | None = None) -> Base:
        """What is counted of these interviews and cases; all of them where none are named."""
        held = tuple(self.interviews if interviews is None else interviews)
        progress = self.progress
        near = frozenset(self.cases if of is None else of)
        if interviews is not None:
            with_one = frozenset(each.case_id for each in held if each.case_id)
            none = progress.no_interview | (near - with_one)
        else:
            none = progress.no_interview
        done = sum(each.finished for each in held)
        return Base(
            done,
            len(held) - done,
            len((progress.coded & near) - none),
            len((progress.not_yet_coded & near) - none),
            len(none & near),
        )

    def blanks(self, role: str) -> dict[str, Blank]:
        """What it means that nothing is said in a case; with a role, by its interviews of that role."""
        held: dict[str, list[bool]] = {}
        for each in self.with_role(role):
            held.setdefault(each.case_id or "", []).append(each.finished)
        return {case: _blank(held.get(case, [])) for case in self.cases}

    def case_lines(self, role: str, found: Blank = Blank.NOT_MENTIONED) -> tuple[Line, ...]:
        """A line for each case, under its outcome group; `found` is what it means that nothing stands in one coded to the end."""
        blanks = self.blanks(role)
        return tuple(
            Line(
                case.id,
                case.name,
                heading=outcome_words(case.outcome_group),
                blank=found if blanks[case.id] is Blank.NOT_MENTIONED else blanks[case.id],
            )
            for case in self.cases.values()
        )


def _blank(finished: list[bool]) -> Blank:
    if not finished:
        return Blank.NO_INTERVIEW
    return Blank.NOT_MENTIONED if all(finished) else Blank.NOT_YET_CODED


def _groups_too(roles: Iterable[str]) -> set[str]:
    return {name for role in roles for name in (role, role_group(role).casefold())}


def ground(project: Project) -> Ground:
    """The cases and interviews of the study, kept until one of them or a finish mark changes."""
    return kept(project.sight, "matrix ground", _TABLES, lambda: _ground(project))


def _ground(project: Project) -> Ground:
    sight, study = project.sight, project.study()
    roles: dict[str, dict[str, None]] = {}
    known: dict[str, tuple[str, ...]] = {}
    for row in sight.rows("SELECT transcript_id, roles FROM speakers WHERE NOT interviewer"):
        own = known.get(row["roles"])
        if own is None:
            own = known[row["roles"]] = tuple(each.casefold() for each in json.loads(row["roles"])) or ("",)
        roles.setdefault(row["transcript_id"], {}).update(dict.fromkeys(own))
    done = {row["transcript_id"] for row in sight.rows("SELECT transcript_id FROM finishes WHERE {seen}")}
    interviews = tuple(
        Interview(row["id"], row["case_id"], tuple(roles.get(row["id"], ())), row["id"] in done)
        for row in sight.rows("SELECT id, case_id FROM transcripts ORDER BY title, id")
    )
    return Ground(study.title, study.language, {each.id: each for each in _ordered(cases(sight))}, interviews)


def _ordered(every: Iterable[Case]) -> list[Case]:
    def place(case: Case) -> tuple[bool, int, str, str, str]:
        group = case.outcome_group
        return not group, _ORDER.get(group, 2), group, danish_order(case.name), case.id

    return sorted(every, key=place)


@dataclass(frozen=True)
class Codes:
    """The codes of the study in tree order, without their texts."""

    depths: Mapping[str, int]
    """In tree order, by id."""
    by_id: Mapping[str, Code]

    @cached_property
    def below(self) -> dict[str, tuple[str, ...]]:
        """Each code with those under it, in tree order."""
        found: dict[str, list[str]] = {each: [] for each in self.depths}
        for each in self.depths:
            seen: set[str] = set()
            above: str | None = each
            while above is not None and above in found and above not in seen:
                found[above].append(each)
                seen.add(above)
                above = self.by_id[above].parent_id
        return {each: tuple(own) for each, own in found.items()}

    def called(self, key: str) -> Code:
        """A code by key or id. Raises NotFound."""
        wanted = key.strip().casefold()
        for code in self.by_id.values():
            if wanted in (code.key.casefold(), code.id):
                return code
        raise NotFound(f"The study has no code {key}.", "See `rcoder codebook show`.")

    def of_category(self, category: Category) -> tuple[Code, ...]:
        """The codes of a category, in tree order."""
        return tuple(self.by_id[each] for each in self.depths if self.by_id[each].category is category)

    def line(self, code_id: str, language: str) -> Line:
        """A code as a row or column."""
        code = self.by_id[code_id]
        label = code.label.say(language)
        return Line(code_id, f"{code.key} {label}".strip(), code.key, depth=self.depths[code_id])


def codes(sight: Sight) -> Codes:
    """The codes of every codebook, the main one's first, kept until a codebook changes."""
    return kept(sight, "matrix codes", _CODES, lambda: _codes(sight))


def _codes(sight: Sight) -> Codes:
    rows = sight.rows(
        """SELECT c.id, c.codebook_id, c.key, c.category, c.parent_id, c.position, c.kind, c.label, c.retired,
             CASE WHEN c.codebook_id = s.codebook_id THEN 0 ELSE 1 END AS place
           FROM codes c CROSS JOIN study s ORDER BY place, c.codebook_id, c.position, c.key"""
    )
    books: dict[str, list[Code]] = {}
    for row in rows:
        label = json.loads(row["label"])
        code = Code(
            row["id"],
            row["codebook_id"],
            row["key"],
            Category(row["category"]),
            row["parent_id"],
            row["position"],
            Kind(row["kind"]) if row["kind"] else None,
            label=Bilingual(label.get("da", ""), label.get("en", "")),
            retired=bool(row["retired"]),
        )
        books.setdefault(row["codebook_id"], []).append(code)
    ordered = [each for own in books.values() for each in in_tree_order(own)]
    return Codes({code.id: depth for depth, code in ordered}, {code.id: code for _, code in ordered})
