"""What a report rests on: each configuration that is drawn, with its passages, numbers, judgements, rivals and prompts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rcoder.analysis.counting import CaseProgress, witnesses
from rcoder.analysis.strength import strength
from rcoder.domain.case import Case
from rcoder.domain.codebook import Code
from rcoder.domain.configuration import Assembled, Judgement
from rcoder.domain.passage import Passage
from rcoder.domain.prompting import Asked
from rcoder.domain.review import DRAWN, Standing, standing
from rcoder.domain.strength import Coverage, Strength
from rcoder.domain.study import Study
from rcoder.domain.theory import Witness

if TYPE_CHECKING:
    from rcoder.project.door import Project
    from rcoder.project.rivals import RivalLine

SEARCHED = "counter_evidence"
"""The prompt that asks whether anybody has looked for what speaks against a configuration."""


@dataclass(frozen=True, slots=True)
class Told:
    """One configuration as a report tells it."""

    assembled: Assembled
    standing: Standing
    attached: tuple[tuple[str, Passage], ...]
    """The passages for and against it, its links and its elements, what members lend it among them, each with its number."""
    where: Mapping[str, tuple[str, str]]
    """By id of a passage: the number of the configuration it is attached in, and the id of what it is attached to."""
    members: tuple[Assembled, ...]
    strength: Strength
    judgements: tuple[Judgement, ...]
    rivals: tuple[RivalLine, ...]
    asked: tuple[Asked, ...]

    @property
    def number(self) -> str:
        """As people call it: K07."""
        return self.assembled.configuration.number

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """The stretches of words for and against it."""
        return witnesses(self.attached)

    @property
    def searched(self) -> Asked | None:
        """The prompt on counter-evidence where it was asked."""
        return next((each for each in self.asked if each.prompt.key == SEARCHED), None)


@dataclass(frozen=True, slots=True)
class Ground:
    """The whole study as a report sees it."""

    project: Project
    study: Study
    language: str
    told: tuple[Told, ...]
    """The configurations that are drawn, by number."""
    set_aside: tuple[Assembled, ...]
    """Superseded and rejected ones."""
    hypotheses: tuple[Code, ...]
    progress: CaseProgress
    coverage: Coverage
    cases: Mapping[str, Case]
    coders: Mapping[str, str]
    kept: frozenset[str]
    """Ids of the passages that overlap what somebody keeps as a quotation."""
    turns: Mapping[str, int]
    """The turn of each passage, from 1, by id."""

    @property
    def has_theory(self) -> bool:
        """Whether there is an overall theory to draw."""
        contents = self.project.codebook()
        return contents is not None and contents.theory("overall") is not None

    def under(self, hypothesis: Code) -> tuple[Told, ...]:
        """The configurations of a hypothesis."""
        return tuple(each for each in self.told if hypothesis.id in each.assembled.configuration.hypotheses)

    def of_none(self) -> tuple[Told, ...]:
        """The configurations of no hypothesis."""
        return tuple(each for each in self.told if not each.assembled.configuration.hypotheses)


def gathered(project: Project, language: str) -> Ground:
    """All of it, as the asker sees it."""
    from rcoder.project.progress import progress
    from rcoder.project.strength import coverage

    contents = project.codebook()
    every = project.configurations()
    told = tuple(_told_of(project, every))
    passages = [passage for each in told for _, passage in each.attached]
    return Ground(
        project=project,
        study=project.study(),
        language=language,
        told=told,
        set_aside=tuple(each for each in every if each.configuration.status not in DRAWN),
        hypotheses=tuple(each for each in contents.hypotheses if not each.retired) if contents else (),
        progress=progress(project.sight),
        coverage=coverage(project.sight),
        cases={each.id: each for each in project.cases()},
        coders={each.id: each.name for each in project.coders()},
        kept=_kept(project, passages),
        turns={each.id: each.turn + 1 for each in passages if each.turn is not None},
    )


def _told_of(project: Project, every: Iterable[Assembled]) -> Iterable[Told]:
    """The configurations that are drawn; members of a consolidated one in sight are told with it (decision 12)."""
    from rcoder.project.progress import progress
    from rcoder.project.prompts import survey
    from rcoder.project.strength import coverage

    found = tuple(every)
    seen = {each.configuration.id for each in found if each.configuration.status in DRAWN}
    asked: dict[str, list[Asked]] = {}
    for prompt in survey(project).asked:
        asked.setdefault(prompt.prompt.configuration_id or "", []).append(prompt)
    passages = _evidence(project, found)
    counted = progress(project.sight), coverage(project.sight)
    for each in found:
        own = each.configuration
        if own.status in DRAWN and own.consolidated_in not in seen:
            yield _told(project, each, passages, counted, tuple(asked.get(own.id, ())))


def _evidence(project: Project, found: Iterable[Assembled]) -> dict[str, Passage]:
    from rcoder.project.configurations import evidence_passages

    wanted = {each.id for assembled in found for each in assembled.evidence}
    return {each.id: each for each in evidence_passages(project.sight) if each.id in wanted}


def _told(
    project: Project,
    assembled: Assembled,
    passages: Mapping[str, Passage],
    counted: tuple[CaseProgress, Coverage],
    asked: tuple[Asked, ...],
) -> Told:
    from rcoder.project.consolidating import drawing_of
    from rcoder.project.rivals import rival_lines

    own, drawing = assembled.configuration, drawing_of(project, assembled)
    lent = drawing.every_lent
    joined = (*(passages[each.id] for each in assembled.evidence if each.id in passages), *lent)
    lent_ids = {each.id for each in lent}
    where = {each.id: (own.number, each.claim_id) for each in assembled.evidence}
    for member in drawing.members:
        where |= {
            each.id: (member.configuration.number, each.claim_id)
            for each in member.evidence
            if each.id in lent_ids
        }
    return Told(
        assembled=assembled,
        standing=standing(assembled),
        attached=tuple((own.number, each) for each in joined),
        where=where,
        members=drawing.members,
        strength=strength(joined, assembled.bearings, counted[1], counted[0]),
        judgements=project.judgements(own.id),
        rivals=rival_lines(project, own.id),
        asked=asked,
    )


def _kept(project: Project, passages: Iterable[Passage]) -> frozenset[str]:
    """Ids of the passages whose words, or some of them, somebody keeps as a quotation."""
    from rcoder.project.excerpts import quotes

    places: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for each in quotes(project):
        own = each.excerpt
        places.setdefault((own.transcript_id, own.revision), []).append((own.start, own.end))
    return frozenset(
        each.id
        for each in passages
        for start, end in places.get((each.transcript_id, each.revision), ())
        if start < each.end and each.start < end
    )
