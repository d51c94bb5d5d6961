"""The study of claims.py with all that a theory is tested with, by three coders; made once and kept.

python benchmarks/tested.py FOLDER [CONFIGURATIONS]      makes it
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from rcoder.domain.actions.consolidating import links_between, stands_of
from rcoder.domain.actions.studying import join, release
from rcoder.domain.case import Case
from rcoder.domain.codebook import Code
from rcoder.domain.coding import Coder, Coding, Finish
from rcoder.domain.comment import Comment
from rcoder.domain.configuration import Assembled, ConditionJudgement, Configuration, Evidence, Judgement
from rcoder.domain.errors import Misuse
from rcoder.domain.exhibit import Bearing, Exhibit
from rcoder.domain.ids import named_id
from rcoder.domain.journal import Deed, added, changed
from rcoder.domain.profile import Summary, TurningPoint
from rcoder.domain.prompt_answer import PromptAnswer
from rcoder.domain.rival import Kinship, Rival
from rcoder.domain.transcript import Speaker
from rcoder.domain.words import (
    Answered,
    Category,
    Claim,
    ConditionState,
    Fate,
    Followed,
    Kin,
    Kind,
    Material,
    Stance,
    Status,
)
from rcoder.project import Project, coder_id, open_project

sys.path.insert(0, str(Path(__file__).parent))

import claims
import study

T = TypeVar("T")

RELEASED, HIDDEN = "Anden", "Skjult"
"""Two further coders; the layer of the second is out of sight."""
SHARES = {study.CODER: 1.0, RELEASED: 0.2, HIDDEN: 0.05}
"""How much of everything each coder has."""
ROLES = ("borger", "sagsbehandler", "mentor", "virksomhedskontaktperson", "virksomhedskonsulent")
"""Of the five interviews of a case."""
CONSOLIDATED, TRAY, KINSHIPS, EXHIBITS = 50, 500, 200, 150
AT = "2026-03-01T12:00:00Z"
STATES = (ConditionState.MET, ConditionState.MET, ConditionState.NOT_MET, ConditionState.UNCLEAR)


@dataclass(frozen=True, slots=True)
class Ground:
    """What there is to say something of."""

    configurations: tuple[Assembled, ...]
    passages: list[Coding]
    cases: list[Case]
    conditions: list[Code]
    hypotheses: list[Code]
    transcripts: list[str]


def ground(project: Project) -> Ground:
    """What the study of claims.py holds."""
    codes = list(project.codes().values())
    return Ground(
        project.configurations(),
        project.sight.records(Coding, "SELECT * FROM codings ORDER BY id LIMIT 20000"),
        project.cases(),
        [each for each in codes if each.category is Category.CONDITION],
        [each for each in codes if each.category is Category.HYPOTHESIS],
        [each.id for each in project.transcript_lines()],
    )


class Teller:
    """What one coder adds, in a share of the whole."""

    def __init__(self, found: Ground, coder: str, share: float) -> None:
        self.found = found
        self.coder = coder
        self.share = share
        self.chance = random.Random(coder)  # noqa: S311 - made-up words
        self.at = 0

    def deeds(self) -> Iterator[Deed]:
        """Everything, a deed for each kind of record and configuration or case."""
        for whole in self._some(self.found.configurations):
            yield Deed("Considered", added(*self._rivals(whole)))
            yield Deed("Commented", added(*self._comments(whole)))
        for case in self._some(self.found.cases):
            yield Deed("Judged the conditions", added(*self._states(case)))
            yield Deed("Wrote of the case", added(*self._summaries(case)))
        yield Deed("Put in the tray", added(*(self._evidence(Claim.TRAY, "") for _ in self._times(TRAY))))
        yield Deed("Showed", added(*self._exhibits()))
        yield Deed("Related", added(*self._kinships()))
        wanted = self._some(self.found.transcripts)
        finishes = [
            Finish(self._id(), each, self.coder) for number, each in enumerate(wanted) if number % 10 < 6
        ]
        yield Deed("Finished", added(*finishes))

    def _id(self) -> str:
        self.at += 1
        return named_id("measured", self.coder, str(self.at))

    def _times(self, whole: int) -> range:
        return range(round(whole * self.share))

    def _some(self, wanted: Sequence[T]) -> list[T]:
        return list(wanted)[: round(len(wanted) * self.share)]

    def _evidence(self, claim: Claim, claim_id: str) -> Evidence:
        coding = self.chance.choice(self.found.passages)
        stance = Stance.NEW if claim is Claim.TRAY else self.chance.choice(claims.STANCES)
        return Evidence(
            self._id(), claim, claim_id, coding.transcript_id, coding.start, coding.end, stance, self.coder
        )

    def _rivals(self, whole: Assembled) -> Iterator[object]:
        own = whole.configuration.id
        for position in range(self.chance.randrange(3)):
            fate = self.chance.choice(tuple(Fate))
            words = f"En anden forklaring {position}"
            rival = Rival(self._id(), own, self.coder, words, fate, "Fordi det passer", None, position)
            yield from (rival, self._evidence(Claim.RIVAL, rival.id))
        element = self.chance.choice(whole.places).element_id
        yield self._evidence(Claim.ELEMENT, element)
        yield Judgement(self._id(), own, self.coder, "godt underbygget", "Flere cases siger det")

    def _comments(self, whole: Assembled) -> Iterator[Comment]:
        own = whole.configuration.id
        if self.chance.random() < 0.5:
            first = Comment(self._id(), own, self.coder, f"Hvorfor netop her? {self.at}", at=AT)
            yield first
            if self.chance.random() < 0.5:
                yield Comment(self._id(), own, self.coder, "Se linje 40.", reply_to=first.id, at=AT)
        if self.chance.random() < 0.3:
            link = self.chance.choice(whole.links).id
            yield Comment(self._id(), own, self.coder, "Tynd.", Claim.LINK.value, link, at=AT)

    def _states(self, case: Case) -> Iterator[object]:
        for condition in self.found.conditions:
            role = self.chance.choice(("", "", "", ROLES[0]))
            state, followed = self.chance.choice(STATES), self.chance.choice((None, *Followed))
            judged = ConditionJudgement(
                self._id(), condition.id, case.id, self.coder, state, "Det siges", role, followed
            )
            yield from (judged, self._evidence(Claim.STATE, judged.id))

    def _summaries(self, case: Case) -> Iterator[object]:
        for code in self.found.hypotheses:
            text = f"{case.name} siger om {code.key}, at det gav mening."
            summary = Summary(self._id(), case.id, code.id, self.coder, text, AT)
            yield from (summary, self._evidence(Claim.SUMMARY, summary.id))
        for position in range(3):
            point = TurningPoint(self._id(), case.id, self.coder, "Fik timer", f"uge {position}", position)
            yield from (point, self._evidence(Claim.TURNING_POINT, point.id))

    def _exhibits(self) -> Iterator[object]:
        for number in self._times(EXHIBITS):
            words, title = "Flere end før", f"Borgersurvey, spm. {number}"
            exhibit = Exhibit(
                self._id(), self.coder, Material.SURVEY, title, words, "68 %", "112 af 164", "s. 4"
            )
            whole = self.chance.choice(self.found.configurations).configuration.id
            yield exhibit
            yield Bearing(
                self._id(), exhibit.id, Claim.CONFIGURATION, whole, self.chance.choice(claims.STANCES), self.coder
            )  # fmt: skip

    def _kinships(self) -> Iterator[Kinship]:
        for _ in self._times(KINSHIPS):
            one, other = self.chance.sample(self.found.configurations, 2)
            ends = (one.configuration.id, other.configuration.id)
            yield Kinship(self._id(), ends[0], self.chance.choice(tuple(Kin)), ends[1], self.coder, "Det ses")


def grounded(project: Project) -> Iterator[Deed]:
    """Roles for those who speak, and outcome groups for cases."""
    voices = project.sight.records(Speaker, "SELECT * FROM speakers WHERE NOT interviewer")
    order = {line.id: number for number, line in enumerate(project.transcript_lines())}
    for each in voices:
        role = ROLES[order[each.transcript_id] % len(ROLES)]
        yield Deed("Gave a role", changed(each, replace(each, roles=(role,))))
    for number, case in enumerate(project.cases()):
        group = ("with_hours", "without_hours", "with_hours", "")[number % 4]
        yield Deed("Gave a group", changed(case, replace(case, outcome_group=group)))


def consolidate(project: Project) -> None:
    """Every pair of configurations beside one another, in the second half, is made one."""
    from rcoder.project.consolidating import bring, consolidated

    done, own = 0, project.configurations()[500:]
    for first, second in zip(own[::2], own[1::2], strict=False):
        if done == CONSOLIDATED:
            return
        brought = bring(project, [first.configuration.id, second.configuration.id])
        try:
            stands = stands_of(brought.members, brought.meetings)
            links_between(first.configuration, brought.members, stands)
        except Misuse:
            continue
        _, deed = consolidated(project, brought.members, brought.meetings, f"Samlet {done}")
        project.do(deed)
        done += 1


def answer(project: Project) -> Iterator[PromptAnswer]:
    """An answer to every sixth prompt of a configuration."""
    from rcoder.project.prompt_kept import digests
    from rcoder.project.prompts import survey

    asked = [each.prompt for each in survey(project).asked if each.prompt.configuration_id][::6]
    now = digests(project.sight, {each.configuration_id for each in asked if each.configuration_id})
    for number, each in enumerate(asked):
        identity = named_id("measured answer", str(number))
        answered = (Answered.DONE, Answered.NOT_APPLICABLE)[number % 2]
        digest = now[each.configuration_id or ""]
        yield PromptAnswer(
            identity, each.key, each.configuration_id, each.about_id, project.coder_id, answered, "Set på", AT, digest
        )  # fmt: skip


def others(project: Project) -> Iterator[tuple[str, Deed]]:
    """What the other two have: codings, and configurations of their own that rest on them."""
    known = claims.stuff(project)
    for at, (name, share) in enumerate(list(SHARES.items())[1:], 1):
        coder = coder_id(name)
        own: dict[Kind, list[Coding]] = {
            kind: [
                replace(each, id=named_id(coder, each.id), coder_id=coder)
                for each in codings[: round(len(codings) * share)]
            ]
            for kind, codings in known.codings.items()
        }
        for codings in own.values():
            yield coder, Deed("Coded again", added(*codings))
        made = replace(known, codings=own, coder=coder)
        for number in range(round(200 * share)):
            assembled, fresh = claims.configuration(made, at * 10_000 + number, None)
            yield coder, Deed("Began", added(
                replace(assembled.configuration, status=Status.SUBMITTED), *fresh, *assembled.places, *assembled.links,
                *assembled.groundings, *assembled.evidence,
            ))  # fmt: skip


def make(folder: Path, count: int = 1000) -> Path:
    """The study with everything, where it is not there yet."""
    from rcoder.project.reviewing import note_visit
    from rcoder.project.versions import save

    place = folder / f"tested-{count}.rcoder"
    if place.exists():
        return place
    begun = place.with_suffix(".begun.rcoder")
    shutil.copyfile(claims.make(folder, count), begun)
    with open_project(str(begun), coder=study.CODER) as project:
        me = project.coder_id
        project.tell([("", join(Coder(coder_id(name), name))) for name in (RELEASED, HIDDEN)])
        project.tell([(coder_id(RELEASED), release(Coder(coder_id(RELEASED), RELEASED)))])
        project.tell([(me, each) for each in grounded(project)])
        save(project, "Efter kodning", "Før afprøvningen")
        found = ground(project)
        project.tell(list(others(project)))
        for name, share in SHARES.items():
            coder = coder_id(name)
            project.tell([(coder, each) for each in Teller(found, coder, share).deeds() if each.changes])
        consolidate(project)
        save(project, "Efter samling", "De femogtyve første er læst igen")
        project.do(Deed("Answered", added(*answer(project))))
        for each in found.configurations[:300]:
            note_visit(project, each.configuration.id)
        _change_after(project, found.configurations[:100])
    begun.replace(place)
    return place


def _change_after(project: Project, wanted: tuple[Assembled, ...]) -> None:
    """Some change after the last version was saved and the last visit was made."""
    told = []
    for each in wanted:
        before: Configuration = each.configuration
        now = project.sight.records(
            Configuration, "SELECT * FROM configurations WHERE id = :id", id=before.id
        )
        told.append(
            (
                project.coder_id,
                Deed("Changed", changed(now[0], replace(now[0], because="fordi det blev set på igen"))),
            )
        )
    project.tell(told)


if __name__ == "__main__":
    print(make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000))
