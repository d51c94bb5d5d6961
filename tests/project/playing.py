"""Somebody who does something at random: all there is to do with interviews, codes, configurations and the theory."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Any

from playing_base import Builder, interviews
from rcoder.domain.actions import coding
from rcoder.domain.actions.studying import release
from rcoder.domain.configuration import (
    Evidence,
)
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, added, removed
from rcoder.domain.profile import Summary, TurningPoint
from rcoder.domain.words import (
    Answered,
    Category,
    Claim,
    ConditionState,
    Fate,
    Kin,
    Kind,
    Material,
    Scope,
    Stance,
    Status,
)
from rcoder.project import Project, chains, comments, exhibits, open_project, rivals, tray, versions
from rcoder.project.assembling import assemble
from rcoder.project.consolidating import bring, consolidated, splitting
from rcoder.project.evidence import turned
from rcoder.project.judging import judge, withdraw
from rcoder.project.prompts import answer, survey, take_back
from rcoder.project.reviewing import giving, note_visit
from rcoder.project.standings import standings

__all__ = ["EVERYTHING", "HIDDEN", "OF_LAYER", "Player", "interviews", "with_hidden_work"]


class Player(Builder):
    """Somebody at work on a study and its theory."""

    # -- passages and other material -----------------------------------------------------------------------------------

    def claim(self) -> tuple[Claim, str]:
        """Something that a passage can be joined to, in sight."""
        whole = self.whole()
        known = [(Claim.CONFIGURATION, whole.configuration.id)]
        known += [(Claim.LINK, each.id) for each in whole.links]
        known += [(Claim.ELEMENT, each) for each in sorted(whole.elements)]
        known += [(Claim.RIVAL, each.id) for each in rivals.rivals_of(self.project, whole.configuration.id)]
        known.append((Claim.CODE, self.project.code(self.code(Category.HYPOTHESIS, Category.CONDITION)).id))
        known += [(Claim.SUMMARY, each) for each in self.rows("SELECT id FROM summaries WHERE {seen}")]
        known += [
            (Claim.TURNING_POINT, each) for each in self.rows("SELECT id FROM turning_points WHERE {seen}")
        ]
        return self.pick(known)

    def attached(self) -> Deed:
        """Joins a passage to something."""
        (where, span), (claim, claim_id) = self.place(), self.claim()
        transcript = self.project.transcript(where)
        return coding.attach(
            Evidence(
                new_id(), claim, claim_id, where, span.start, span.end, self.pick(list(Stance)), self.project.coder_id,
                self.pick(list(Scope)), self.pick([None, *(each.id for each in self.project.cases())]),
                memo=self.words, revision=transcript.revision,
            ),
            self.words, transcript,
        )  # fmt: skip

    def own_evidence(self, *, in_tray: bool) -> str:
        """A passage of its own, in the tray or on something."""
        on = "=" if in_tray else "<>"
        return self.pick(
            self.rows(
                f"SELECT id FROM evidence WHERE coder_id = :mine AND claim {on} 'tray'",  # noqa: S608 - one of two
                mine=self.project.coder_id,
            )
        )

    def turned_round(self) -> Deed:
        """Another stance or directness."""
        return turned(self.project, self.own_evidence(in_tray=False), self.pick(("stance", "directness")))

    def in_tray(self) -> Deed:
        """Something with the tray: put, put back, note, take out, join."""
        project = self.project
        home = tray.Home(*self.claim(), self.pick(list(Stance)))
        deeds: tuple[Callable[[], Deed], ...] = (
            lambda: tray.putting(project, *self.place(), note=self.words),
            lambda: tray.putting(project, *self.place(), note=self.words),
            lambda: tray.putting_back(project, self.own_evidence(in_tray=False)),
            lambda: tray.noting(
                project, self.own_evidence(in_tray=True), f"{self.words} {self.random.randrange(9)}"
            ),
            lambda: tray.taking_out(project, self.own_evidence(in_tray=True)),
            lambda: tray.attaching(project, self.own_evidence(in_tray=True), home),
        )
        return self.pick(deeds)()

    def material(self) -> Deed:
        """Something with other material: bring in, join, turn, take off, drop."""
        project, mine = self.project, {"mine": self.project.coder_id}
        shown = exhibits.Shown(
            Material.SURVEY,
            f"{self.words} {new_id()}",
            self.words,
            "68 %",
            "112 af 164",
            "s. 3",
            self.pick(("", self.case())),
        )
        whole = self.whole()
        claim = self.pick(
            [whole.configuration.id, *(each.id for each in whole.links), *sorted(whole.elements)]
        )
        deeds: tuple[Callable[[], Deed], ...] = (
            lambda: exhibits.showing(project, [shown]),
            lambda: exhibits.attaching(project, self.pick(self.rows("SELECT id FROM exhibits WHERE {seen}")), whole, claim, self.pick(list(Stance))),
            lambda: exhibits.attaching(project, self.pick(self.rows("SELECT id FROM exhibits WHERE {seen}")), whole, claim, self.pick(list(Stance))),
            lambda: exhibits.turning(project, self.pick(self.rows("SELECT id FROM bearings WHERE coder_id = :mine", **mine)), self.pick(list(Stance))),
            lambda: exhibits.taking_off(project, self.pick(self.rows("SELECT id FROM bearings WHERE coder_id = :mine", **mine))),
            lambda: exhibits.dropping(project, self.pick(self.rows("SELECT id FROM exhibits WHERE coder_id = :mine", **mine))),
        )  # fmt: skip
        return self.pick(deeds)()

    # -- rivals, kin, chains, consolidating ------------------------------------------------------------------------------

    def rivalled(self) -> Deed:
        """Something with a rival: consider, reconsider, withdraw."""
        whole, other = self.whole(), self.pick([None, self.whole().configuration.id])
        own = [
            each
            for each in rivals.rivals_of(self.project, whole.configuration.id)
            if each.coder_id == self.project.coder_id
        ]
        if not own or self.random.random() < 0.5:
            return rivals.considered(self.project, whole.configuration.id, wording=self.words, other_id=other)
        if self.random.random() < 0.5:
            return rivals.reconsidered(
                self.project,
                own[0],
                fate=self.pick((Fate.DROPPED, Fate.KEPT)),
                reason=self.words,
                other_id=other,
            )
        return rivals.withdrawn(self.project, own[0])

    def related(self) -> Deed:
        """Says, or takes back, how two stand to one another."""
        one, other, kin = (
            self.whole().configuration.number,
            self.whole().configuration.number,
            self.pick(list(Kin)),
        )
        if self.random.random() < 0.3:
            return chains.unrelating(self.project, one, kin, other)
        return chains.relating(self.project, one, kin, other, self.words)

    def went_on(self) -> Deed:
        """Begins a configuration with an element of another."""
        whole = self.whole()
        return chains.going_on(
            self.project,
            whole.configuration.id,
            self.pick(sorted(whole.elements)),
            self.pick((Kind.CONTEXT, Kind.RESOURCE)),
        )[1]

    def consolidated(self) -> Deed:
        """Makes two or three one."""
        names = list({self.whole(own=self.apart).configuration.id for _ in range(3)})
        brought = bring(self.project, sorted(names))
        return consolidated(self.project, brought.members, brought.meetings, self.words)[1]

    def split(self) -> Deed:
        """Takes a consolidated one apart, or a member out of it."""
        mine = " AND coder_id = :mine" if self.apart else ""
        sql = f"SELECT id FROM configurations WHERE {{seen}}{mine} AND id IN (SELECT consolidated_in FROM configurations)"  # noqa: S608 - ours
        whole = self.pick(self.rows(sql, **({"mine": self.project.coder_id} if self.apart else {})))
        member = self.pick(
            ["", *self.rows("SELECT id FROM configurations WHERE consolidated_in = :id", id=whole)]
        )
        return splitting(self.project, whole, member)

    # -- what people say ---------------------------------------------------------------------------------------------

    def asked(self) -> Deed:
        """Answers a prompt, or takes the answer back."""
        known = survey(self.project).asked
        mine = [each for each in known if each.answer and each.answer.coder_id == self.project.coder_id]
        if mine and self.random.random() < 0.3:
            return take_back(self.project, self.pick(mine).prompt.at)
        return answer(self.project, self.pick(known).prompt.at, self.pick(list(Answered)), self.words)

    def judged(self) -> Deed:
        """Judges a condition in a case, resting on codings and evidence, or takes that back."""
        condition, case = self.code(Category.CONDITION), self.case()
        if self.random.random() < 0.25:
            return withdraw(self.project, condition, case)
        ids = (
            self.rows("SELECT id FROM codings WHERE {seen}")[:3]
            + self.rows("SELECT id FROM evidence WHERE {seen}")[:2]
        )
        rests = {each: self.pick(list(Stance)) for each in self.random.sample(ids, min(2, len(ids)))}
        return judge(
            self.project, condition, case, self.pick(list(ConditionState)), reason=self.words, passages=rests
        )

    def commented(self, about: str = "") -> Deed:
        """Says something of a configuration or a part, answers, resolves or removes."""
        project = self.project
        known = [
            said.comment.id
            for each in comments.conversations(project.sight)
            for said in each.every
            if not self.apart or each.first.mine
        ]
        if known and self.random.random() < 0.5:
            deeds = (
                lambda: comments.answering(project, self.pick(known), self.words),
                lambda: comments.resolving(project, self.pick(known)),
                lambda: comments.removing(project, self.pick(known)),
            )
            return self.pick(deeds)()
        whole = self.whole()
        parts = [
            ("configuration", ""),
            *(("element", each) for each in sorted(whole.elements)),
            *(("link", each.id) for each in whole.links),
        ]
        parts += [("evidence", each.id) for each in whole.evidence] + [
            ("grounding", each.id) for each in whole.groundings
        ]
        mine = {each.id for each in whole.evidence if each.coder_id == project.coder_id}
        if self.apart and whole.configuration.coder_id != project.coder_id:
            parts = [each for each in parts if each[1] in mine]
        chosen = self.pick([each for each in parts if not about or each[0] == about])
        return comments.commenting_on(project, whole.configuration.id, self.words, *chosen)

    def reviewed(self) -> Deed:
        """Gives a status."""
        whole, other = self.whole(own=self.apart), self.whole()
        status = self.pick(
            (
                Status.SUBMITTED,
                Status.ACCEPTED,
                Status.SETTLED,
                Status.RETURNED,
                Status.SUPERSEDED,
                Status.DRAFT,
            )
        )
        by = (
            other.configuration.id
            if status is Status.SUPERSEDED and other.configuration.id != whole.configuration.id
            else ""
        )
        return giving(self.project, whole.configuration.id, status, self.words, by=by)

    def looked(self) -> bool:
        """Looks at a configuration, and asks where all stand."""
        whole = self.whole()
        note_visit(self.project, whole.configuration.id)
        standings(self.project.sight, [each.configuration for each in assemble(self.project.sight)])
        return True

    def saved(self) -> bool:
        """Saves a version."""
        versions.save(self.project, f"{self.words} {new_id()}", self.words)
        return True

    def told_case(self) -> Deed:
        """Writes, or removes, what a case says of a hypothesis, or a turning point in it."""
        case = self.pick(self.project.cases()).id
        for record in (Summary, TurningPoint):
            own = self.project.sight.records(
                record,
                f"SELECT * FROM {record.table} WHERE coder_id = :mine ORDER BY id",  # noqa: S608 - one of two
                mine=self.project.coder_id,
            )
            if own and self.random.random() < 0.2:
                gone = self.pick(own)
                joined = self.project.sight.records(
                    Evidence, "SELECT * FROM evidence WHERE claim_id = :id AND {seen} ORDER BY id", id=gone.id
                )
                return Deed("Removed a summary", removed(*joined, gone))
        made: Any = self.pick(
            (
                Summary(
                    new_id(),
                    case,
                    self.project.code(self.code(Category.HYPOTHESIS)).id,
                    self.project.coder_id,
                    self.words,
                ),
                TurningPoint(new_id(), case, self.project.coder_id, self.words),
            )
        )
        return Deed("Wrote of a case", added(made))

    # -- layers and time ---------------------------------------------------------------------------------------------

    def released(self) -> Deed:
        """Releases its layer, or hides it."""
        me = self.pick([each for each in self.project.coders() if each.id == self.project.coder_id])
        return release(me, released=not me.released)

    def undone(self) -> bool:
        """Takes back."""
        return self.project.undo() is not None

    def redone(self) -> bool:
        """Does again."""
        return self.project.redo() is not None


OF_LAYER = (
    "coded", "coded", "uncoded", "begun", "begun", "extended", "grounded", "reworded", "tied", "untied", "taken_out", "edited",
    "judged_strong", "attached", "attached", "attached", "turned_round", "in_tray", "in_tray", "material", "material",
    "rivalled", "rivalled", "related", "went_on", "consolidated", "split", "asked", "judged", "reviewed", "looked", "told_case",
)  # fmt: skip
"""What somebody does in a layer of their own."""

EVERYTHING = (
    *OF_LAYER,
    "dropped",
    "commented",
    "commented",
    "saved",
    "finished",
    "undone",
    "undone",
    "redone",
)

HIDDEN = (*OF_LAYER, "commented", "saved", "finished", "undone", "redone")


def with_hidden_work(new_project: Callable[..., Project], folder: Path, random: Random) -> tuple[str, str]:
    """Where Jonas and Carl have worked, and the same with Anne's and Bo's hidden work."""
    deeds = [each for each in EVERYTHING if each != "reviewed"]
    with new_project(coder="Jonas") as jonas, ExitStack() as open_:
        interviews(jonas, folder)
        carl = open_.enter_context(open_project(jonas.location, coder="Carl"))
        others = [open_.enter_context(open_project(jonas.location, coder=each)) for each in ("Anne", "Bo")]
        for each in (carl, *others):
            each._join()
        players = [Player(jonas, random), Player(carl, random)]
        for each in players:
            each.play(("released",))
            each.play(("coded",))
            each.play(("begun",))
        for _ in range(70):
            random.choice(players).play(deeds)
        alone = Path(jonas.location).with_name("alone.rcoder")
        open_.close()
        jonas.close()
        shutil.copy(jonas.location, alone)
        with ExitStack() as again:
            hidden = [
                Player(
                    again.enter_context(open_project(jonas.location, coder=each)),
                    random,
                    f"hemmeligt {each}",
                    apart=True,
                )
                for each in ("Anne", "Bo")
            ]
            for each in hidden:
                each.play(("begun",))
            for _ in range(100):
                random.choice(hidden).play(HIDDEN)
        return jonas.location, str(alone)
