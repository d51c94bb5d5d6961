"""How the configurations of a study file were tested and talked about, told as deeds once they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rcoder.domain.actions import answering, commenting, configuring, exhibiting, rivals, traying
from rcoder.domain.actions.coding import attach
from rcoder.domain.actions.conditions import judge_condition
from rcoder.domain.actions.kinship import relate
from rcoder.domain.comment import Comment
from rcoder.domain.configuration import Assembled, ConditionJudgement, Judgement
from rcoder.domain.exhibit import Bearing, Exhibit
from rcoder.domain.ids import named_id
from rcoder.domain.journal import Deed, added, changed
from rcoder.domain.profile import Summary, TurningPoint
from rcoder.domain.prompt_answer import PromptAnswer
from rcoder.domain.prompt_table import PROMPTS
from rcoder.domain.prompting import About
from rcoder.domain.review import digest
from rcoder.domain.rival import Kinship, Rival, Standin
from rcoder.domain.words import Claim, Stance
from rcoder.project.door import Telling, coder_id
from rcoder.project.retelling_ground import Ground, passage_id, written_at

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from rcoder.exchange.study_parts import StudyEvidence
    from rcoder.exchange.study_tested_parts import StudyAnswer, StudyComment


def of_cases(ground: Ground) -> Iterator[Telling]:
    """What is said of no configuration: other material, the tray, support conditions, summaries and turning points."""
    for each in ground.file.tested.exhibits:
        exhibit = Exhibit(
            _exhibit_id(each.id), coder_id(each.coder), each.material, each.title, each.words, each.value, each.base,
            each.where, ground.cases.get(each.case),
        )  # fmt: skip
        yield exhibit.coder_id, exhibiting.show([exhibit])
    for number, passage in enumerate(ground.file.tested.tray):
        evidence = replace(ground.passage(passage, Claim.TRAY, "", number), stance=Stance.NEW)
        yield evidence.coder_id, traying.put(evidence, ground.by_id[evidence.transcript_id])
    yield from _states(ground)
    yield from _summaries(ground)
    yield from _turning_points(ground)


def _states(ground: Ground) -> Iterator[Telling]:
    for each in ground.file.tested.states:
        by, condition = coder_id(each.coder), ground.codes[each.condition]
        judgement = ConditionJudgement(
            named_id("sample state", each.condition, each.case, each.role, by), condition.id,
            ground.cases[each.case], by, each.state, each.reason, each.role, each.followed,
        )  # fmt: skip
        rests = [
            ground.passage(passage, Claim.STATE, judgement.id, n) for n, passage in enumerate(each.passages)
        ]
        yield by, judge_condition(judgement, each.condition, each.case, wanted=rests), each.reason


def _summaries(ground: Ground) -> Iterator[Telling]:
    for each in ground.file.tested.summaries:
        by = coder_id(each.coder)
        summary = Summary(
            named_id("sample summary", each.case, each.code, by), ground.cases[each.case], ground.codes[each.code].id,
            by, each.text, written_at(each.at),
        )  # fmt: skip
        where = f"{each.code} in {each.case}"
        yield by, Deed(f"Summed up {where}", added(summary))
        yield from joined(ground, each.passages, (Claim.SUMMARY, summary.id), f"the summary of {where}")


def _turning_points(ground: Ground) -> Iterator[Telling]:
    for position, each in enumerate(ground.file.tested.turning_points):
        by = coder_id(each.coder)
        point = TurningPoint(
            named_id("sample turning point", each.case, each.wording), ground.cases[each.case], by, each.wording,
            each.when, position, each.sign,
        )  # fmt: skip
        yield by, Deed(f"Set a turning point in {each.case}: {each.wording}", added(point))
        where = f"a turning point of {each.case}"
        yield from joined(ground, each.passages, (Claim.TURNING_POINT, point.id), where)


def joined(
    ground: Ground,
    passages: tuple[StudyEvidence, ...],
    on: tuple[Claim, str],
    words: str,
    first: int = 0,
) -> Iterator[Telling]:
    """Joins quoted passages to a claim, which `words` name; `first` is the number of the first one there."""
    for number, given in enumerate(passages, start=first):
        evidence = ground.passage(given, *on, number)
        yield evidence.coder_id, attach(evidence, words, ground.by_id[evidence.transcript_id])


class Saying:
    """What is said of configurations once they stand: at first of all that do, then of each that is begun later."""

    def __init__(self, ground: Ground, begun: Collection[str], only: str = "") -> None:
        self.ground, self.begun, self.only = ground, begun, only

    def due(self, *names: str) -> bool:
        """Whether something about these ("K01", "K01.e1") can be said now, and was not before."""
        numbers = {each.partition(".")[0] for each in names if each}
        return numbers <= set(self.begun) and (not self.only or self.only in numbers)

    def of_them(self) -> Iterator[Telling]:
        """Rivals, judgements of strength, what material bears on, and how they stand to one another."""
        yield from self._rivals()
        for each in self.ground.file.tested.strengths:
            if self.due(each.configuration):
                by, own = coder_id(each.coder), self.ground.on(each.configuration)[1]
                judgement = Judgement(named_id(own, "strength", by), own, by, each.words, each.reason)
                yield by, configuring.judge_strength(judgement, each.configuration)
        yield from self._bearings()
        yield from self._kinships()

    def _rivals(self) -> Iterator[Telling]:
        ground = self.ground
        for position, each in enumerate(ground.file.tested.rivals):
            if not self.due(each.configuration, each.other):
                continue
            by, number = coder_id(each.coder), each.configuration
            other = ground.on(each.other)[1] if each.other else None
            rival = Rival(
                named_id("sample rival", number, each.id), ground.on(number)[1], by, each.wording, each.fate,
                each.reason, other, position,
            )  # fmt: skip
            yield by, rivals.consider(rival, number)
            yield from joined(ground, each.evidence, (Claim.RIVAL, rival.id), f"a rival of {number}")

    def _bearings(self) -> Iterator[Telling]:
        for each in self.ground.file.tested.exhibits:
            by = coder_id(each.coder)
            exhibit = Exhibit(_exhibit_id(each.id), by, each.material, each.title)
            for bearing in each.bears:
                if self.due(bearing.on):
                    claim, claim_id = self.ground.on(bearing.on)
                    own = named_id(exhibit.id, "bearing", bearing.on)
                    made = Bearing(own, exhibit.id, claim, claim_id, bearing.stance, by, bearing.memo)
                    yield by, exhibiting.bear(made, exhibit, self.ground.words(bearing.on))

    def _kinships(self) -> Iterator[Telling]:
        for each in self.ground.file.tested.kinships:
            if self.due(each.of, each.to):
                by, one, other = coder_id(each.coder), self.ground.bare(each.of), self.ground.bare(each.to)
                own = named_id("sample kinship", each.of, each.kin, each.to)
                yield by, relate(Kinship(own, one.id, each.kin, other.id, by, each.why), one, other), each.why

    def consolidated(self, standing: Mapping[str, Assembled]) -> Iterator[Telling]:
        """Puts members in the configurations that stand for them."""
        ground = self.ground
        for given in ground.file.configurations:
            if not given.members or not self.due(given.id):
                continue
            own = ground.on(given.id)[1]
            standins = [
                Standin(
                    named_id("sample standin", given.id, element.id, each),
                    ground.on(f"{given.id}.{element.id}")[1],
                    ground.on(each)[1],
                )
                for element in given.elements
                for each in element.stands_for
            ]
            members = [standing[each].configuration for each in given.members]
            changes = tuple(
                change for each in members for change in changed(each, replace(each, consolidated_in=own))
            )
            words = f"Consolidated {', '.join(given.members)} in {given.id} {given.title}"
            yield coder_id(given.coder), Deed(words, changes + added(*standins))

    def comments(self) -> Iterator[Telling]:
        """Comments and the answers to them, in the order of the file, then which of the conversations were resolved."""
        given = self.ground.file.tested.comments
        firsts = {each.id: each for each in given if not each.reply_to}
        for each in given:
            first = firsts[each.reply_to or each.id]
            if not self.due(first.on):
                continue
            said = self._comment(each, first)
            if each.reply_to:
                deed = commenting.answer(self._comment(first, first), said, first.on.partition(".")[0])
            else:
                deed = commenting.comment(said, self.ground.words(each.on))
            yield said.coder_id, deed
        for each in given:
            if each.resolved_by and self.due(each.on):
                by, number = coder_id(each.resolved_by), each.on.partition(".")[0]
                yield by, commenting.resolve(self._comment(each, each), by, written_at(each.at), number)

    def _comment(self, given: StudyComment, first: StudyComment) -> Comment:
        """A comment as it was said; `first` is the one that began the conversation."""
        claim, claim_id = self.ground.on(first.on)
        about, about_id = claim.value, "" if claim is Claim.CONFIGURATION else claim_id
        if first.passage:
            about, about_id = commenting.EVIDENCE, passage_id(claim_id, first.passage - 1)
        whole = self.ground.on(first.on.partition(".")[0])[1]
        reply = named_id("sample comment", first.id) if given is not first else None
        own = named_id("sample comment", given.id)
        by = coder_id(given.coder)
        return Comment(own, whole, by, given.text, about, about_id, reply, written_at(given.at))

    def answers(self, standing: Mapping[str, Assembled]) -> Iterator[Telling]:
        """Answers to prompts, given to the configurations as they stand."""
        for each in self.ground.file.tested.answers:
            if (each.of and not self.due(each.of)) or (not each.of and self.only):
                continue
            by, own, kind = coder_id(each.coder), standing.get(each.of), PROMPTS[each.prompt]
            answer = PromptAnswer(
                named_id("sample answer", each.prompt, each.of, each.about, by), each.prompt,
                own.configuration.id if own else None, self._about(each), by, each.answered, each.why,
                written_at(each.at), digest(own) if own else "",
            )  # fmt: skip
            yield by, answering.answer(kind, answer, each.of or each.about)

    def _about(self, given: StudyAnswer) -> str:
        """The id of what a prompt is about."""
        ground, about = self.ground, given.about
        if not about:
            return ""
        if given.of:
            return ground.on(f"{given.of}.{about}")[1]
        known = {
            About.CODE: lambda: ground.codes[about].id,
            About.TRANSCRIPT: lambda: ground.transcripts[about].id,
            About.CASE: lambda: ground.cases[about],
        }.get(PROMPTS[given.prompt].about)
        return known() if known else about


def _exhibit_id(name: str) -> str:
    return named_id("sample exhibit", name)
