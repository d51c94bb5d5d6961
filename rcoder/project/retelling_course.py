"""The course of a study file: what is said of its configurations at first, their statuses, then what came later, step by step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rcoder.domain.actions import configuring
from rcoder.domain.actions.reviewing import give_status
from rcoder.domain.errors import NotFound
from rcoder.domain.ids import named_id
from rcoder.domain.words import Status
from rcoder.project.assembling import assemble
from rcoder.project.door import Project, Telling, coder_id
from rcoder.project.retelling_configurations import Beginning
from rcoder.project.retelling_ground import Ground, written_at
from rcoder.project.retelling_tested import Saying, joined, of_cases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rcoder.domain.configuration import Assembled
    from rcoder.domain.journal import Deed
    from rcoder.exchange.study_tested_parts import StudyStep

LATER = 50
"""Number of the first passage that a step joins to a claim; those the file lists there come before it."""


def follow(ground: Ground, beginning: Beginning) -> None:
    """Writes what was said of the configurations that stand, and then the steps of the course."""
    _Course(ground, beginning).follow()


class _Course:
    """The configurations that are begun so far, and how many passages came to each claim later."""

    def __init__(self, ground: Ground, beginning: Beginning) -> None:
        self.ground, self.beginning, self.project = ground, beginning, ground.project
        self.begun = {each.id for each in ground.file.configurations if not each.later}
        self.joined: dict[str, int] = {}

    def follow(self) -> None:
        """The first round, then each step."""
        self.project.tell(list(of_cases(self.ground)))
        self._say(Saying(self.ground, self.begun))
        for number, step in enumerate(self.ground.file.tested.course):
            self._take(step, number)

    def _standing(self) -> dict[str, Assembled]:
        """The configurations as they stand, by number."""
        return {each.configuration.number: each for each in assemble(self.project.sight)}

    def _say(self, saying: Saying) -> None:
        self.project.tell([*saying.of_them(), *saying.consolidated(self._standing())])
        standing = self._standing()
        self.project.tell([*self._statuses(standing, saying), *saying.comments(), *saying.answers(standing)])

    def _statuses(self, standing: dict[str, Assembled], saying: Saying) -> Iterator[Telling]:
        for given in self.ground.file.configurations:
            if given.status is not Status.DRAFT and saying.due(given.id):
                by = coder_id(given.reviewer or given.coder)
                yield by, give_status(standing[given.id], given.status, by)

    def _take(self, step: StudyStep, number: int) -> None:
        if step.save:
            self._save(step, number)
        elif step.begin:
            self.begun.add(step.of)
            told = self.beginning.told(self.ground.given[step.of])
            self.project.tell([(*told[0][:2], step.why), *told[1:]])
            self._say(Saying(self.ground, self.begun, step.of))
        elif step.evidence:
            self.project.tell(self._joined(step))
        else:
            by = coder_id(step.coder)
            self.project.tell([(by, self._deed(step, by), step.why)])

    def _save(self, step: StudyStep, number: int) -> None:
        from rcoder.project import versions

        own = Project(self.project.store, self.project.location, step.coder)
        own_id = named_id("sample version", str(number), step.save)
        versions.save(own, step.save, step.why, version_id=own_id, at=written_at(step.at))

    def _joined(self, step: StudyStep) -> list[Telling]:
        on = self.ground.on(step.of)
        first = LATER + self.joined.get(on[1], 0)
        self.joined[on[1]] = first - LATER + len(step.evidence)
        told = joined(self.ground, step.evidence, on, self.ground.words(step.of), first)
        return [(*each[:2], step.why) for each in told]

    def _deed(self, step: StudyStep, by: str) -> Deed:
        standing = self._standing()
        own, part = standing[step.of.partition(".")[0]], self.ground.on(step.of)[1]
        if step.status is not None:
            other = standing[step.by].configuration if step.by else None
            return give_status(own, step.status, by, superseded_by=other)
        if step.because:
            return configuring.edit(own, because=step.because)
        if step.wording:
            element = own.elements[part]
            return configuring.reword(element, replace(element, wording=step.wording))
        link = next((each for each in own.links if each.id == part), None)
        if link is None:
            raise NotFound(f"{step.of} is tied no longer.", "A link is removed once.")
        return configuring.untie(own, link)
