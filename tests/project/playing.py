"""Somebody who does something at random: all there is to do with interviews, codes, configurations and the theory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from rcoder.domain.actions import coding, configuring
from rcoder.domain.actions.studying import release
from rcoder.domain.coding import Finish
from rcoder.domain.configuration import (
    Assembled,
    Configuration,
    Element,
    Evidence,
    Grounding,
    Judgement,
    Link,
    Place,
)
from rcoder.domain.errors import RcoderError
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, added, removed
from rcoder.domain.profile import Summary, TurningPoint
from rcoder.domain.transcript import Span
from rcoder.domain.words import (
    Answered,
    Category,
    Claim,
    ConditionState,
    Directness,
    Effect,
    Fate,
    Kin,
    Kind,
    Level,
    Material,
    Scope,
    Stance,
    Status,
)
from rcoder.project import Project, chains, comments, exhibits, rivals, tray, versions
from rcoder.project.assembling import assemble
from rcoder.project.belongings import belongings
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.configurations import element_homes
from rcoder.project.consolidating import bring, consolidated, splitting
from rcoder.project.evidence import turned
from rcoder.project.importing import Bringing, import_files
from rcoder.project.judging import judge, withdraw
from rcoder.project.prompts import answer, survey, take_back
from rcoder.project.reviewing import giving, note_visit
from rcoder.project.standings import standings

T = TypeVar("T")
SAGER = ("Sag 01", "Sag 02", "Sag 03")
WORDS = "Jamen det var jo rart, for så vidste jeg, hvem jeg skulle ringe til. Så turde jeg sige det, når det gik skidt."


def interviews(project: Project, folder: Path, cases: Sequence[str] = SAGER) -> None:
    """An interview of each case: m0.txt, m1.txt, …"""
    bringing = []
    for number, case in enumerate(cases):
        file = folder / f"m{number}.txt"
        file.write_text(
            f"INTERVIEWER: Hvordan var det? Nummer {number}.\n\nMETTE: {WORDS}\n\nINTERVIEWER: Og så?\n\nMETTE: Ja, {number}.\n",
            encoding="utf-8",
        )
        bringing.append(Bringing(file, case=case, roles=("borger",) if number % 2 else ("mentor",)))
    list(import_files(project, bringing))


class Player:
    """Somebody at work on a study; `words` stand in whatever they write."""

    def __init__(self, project: Project, random: Random, words: str = "ord", *, apart: bool = False) -> None:
        self.project, self.random, self.words = project, random, words
        self.apart = apart
        """Whether what belongs to no layer is changed in configurations of its own alone."""
        self.refused = ""
        """What was refused last, and why."""

    def play(self, deeds: Sequence[str]) -> str:
        """One of these deeds, done; what it was, or "" where it was refused or there was nothing to do."""
        name = self.pick(deeds)
        try:
            deed = getattr(self, name)()
            if isinstance(deed, Deed):
                self.project.do(deed, why=self.words if self.random.random() < 0.3 else "")
        except RcoderError as error:
            self.refused = f"{name}: {error}"
            return ""
        return name if deed is not None else ""

    def pick(self, among: Sequence[T]) -> T:
        """One of these, at random. Raises RcoderError where there is none."""
        if not among:
            raise RcoderError("There is nothing to choose from.")
        return self.random.choice(list(among))

    # -- what there is ---------------------------------------------------------------------------------------------

    def rows(self, sql: str, **params: Any) -> list[str]:
        """Ids in a fixed order."""
        return [row["id"] for row in self.project.sight.rows(f"{sql} ORDER BY id", **params)]

    def whole(self, *, own: bool = False) -> Assembled:
        """A configuration in sight."""
        sql = "SELECT id FROM configurations WHERE {seen}" + (" AND coder_id = :mine" if own else "")
        chosen = self.pick(self.rows(sql, **({"mine": self.project.coder_id} if own else {})))
        return assemble(self.project.sight, [chosen])[0]

    def code(self, *categories: Category) -> str:
        """Key of a code."""
        wanted = categories or (Category.CODE,)
        return self.pick(
            [
                each.key
                for each in self.project.codes().values()
                if each.category in wanted and not each.retired
            ]
        )

    def transcript(self) -> str:
        """Id of an interview."""
        return self.pick(self.rows("SELECT id FROM transcripts"))

    def case(self) -> str:
        """Name of a case."""
        return self.pick(self.project.cases()).name

    def place(self) -> tuple[str, Span]:
        """Words of an interview."""
        chosen = self.transcript()
        length = len(self.project.text(self.project.transcript(chosen)))
        start = self.pick((45, 60, 75, 90))
        return chosen, Span(start, min(start + self.pick((5, 15, 30)), length))

    # -- interviews and codes ----------------------------------------------------------------------------------------

    def coded(self) -> bool:
        """Codes words."""
        where, span = self.place()
        flags = CodingFlags(memo=self.words, scope=self.pick(list(Scope)), case=self.pick(("", self.case())))
        code_passage(self.project, where, span, self.code(Category.CODE, Category.CONDITION), flags)
        return True

    def uncoded(self) -> Deed:
        """Takes a coding of its own away."""
        mine = [
            each.coding
            for each in self.project.coding_lines()
            if each.coding.coder_id == self.project.coder_id
        ]
        gone = self.pick(sorted(mine, key=lambda each: each.id))
        return coding.uncode(
            [gone],
            self.project.codes(),
            self.project.transcript(gone.transcript_id),
            self.project.groundings_of([gone.id]),
        )

    def finished(self) -> Deed:
        """Says that an interview is coded to the end."""
        where = self.project.transcript(self.transcript())
        return coding.finish(Finish(new_id(), where.id, self.project.coder_id), where)

    # -- configurations ----------------------------------------------------------------------------------------------

    def begun(self) -> Deed:
        """Begins a configuration of two or three elements, tied, resting on codings."""
        project = self.project
        own = Configuration(
            new_id(),
            project.next_number(),
            project.coder_id,
            self.words,
            (project.code("H1").id,) if project.code("H1") else (),
            case_id=self.pick([None, *(each.id for each in project.cases())]),
            because=self.words,
            conditions=tuple(
                self.random.sample(self.conditions(), self.pick((0, 1))) if self.conditions() else ()
            ),
        )
        kinds = self.pick(
            ((Kind.RESOURCE, Kind.REASONING), (Kind.CONTEXT, Kind.REASONING, Kind.OUTCOME), tuple(Kind))
        )
        elements = [self.element(kind) for kind in kinds]
        places = [
            Place(new_id(), own.id, each.id, kind, n)
            for n, (each, kind) in enumerate(zip(elements, kinds, strict=True))
        ]
        links = [
            Link(
                new_id(),
                own.id,
                elements[-2].id,
                elements[-1].id,
                self.pick((Effect.PROMOTES, Effect.HINDERS)),
            )
        ]
        if kinds[0] is Kind.CONTEXT:
            links.append(Link(new_id(), own.id, elements[0].id, links[0].id, Effect.CONDITIONS, 1))
        codings = self.rows("SELECT id FROM codings WHERE {seen}")
        groundings = [Grounding(new_id(), elements[0].id, self.pick(codings))] if codings else []
        return configuring.begin(own, elements, places, groundings, links)

    def conditions(self) -> list[str]:
        """Ids of the support conditions."""
        return [each.id for each in self.project.codes().values() if each.category is Category.CONDITION]

    def element(self, kind: Kind) -> Element:
        """A new element."""
        codes = [each.id for each in self.project.codes().values() if each.kind is kind]
        return Element(
            new_id(),
            f"{self.words} {kind} {self.random.randrange(3)}",
            self.pick([None, *codes]),
            directness=self.pick(list(Directness)),
        )

    def extended(self) -> Deed:
        """Puts an element, new or of another, in a configuration, resting on a coding."""
        whole, kind = self.whole(own=self.apart), self.pick(list(Kind))
        others = [
            name
            for each in assemble(self.project.sight)
            for name in each.elements
            if name not in whole.elements
        ]
        place = Place(new_id(), whole.configuration.id, "", kind, 9)
        if others and self.random.random() < 0.6:
            shared = self.pick(others)
            known = {
                name: one for each in assemble(self.project.sight) for name, one in each.elements.items()
            }
            return configuring.share(whole, known[shared], _at(place, shared))
        element = self.element(kind)
        codings = self.rows("SELECT id FROM codings WHERE {seen}")
        groundings = [Grounding(new_id(), element.id, self.pick(codings))] if codings else []
        return configuring.extend(whole, element, _at(place, element.id), groundings)

    def grounded(self) -> Deed:
        """Lets an element rest on another coding, or no longer on one."""
        whole = self.whole(own=self.apart)
        element = whole.elements[self.pick(sorted(whole.elements))]
        if whole.groundings and self.random.random() < 0.4:
            gone = self.pick(whole.groundings)
            return configuring.unground(whole.elements[gone.element_id], gone)
        coded = self.pick(self.rows("SELECT id FROM codings WHERE {seen}"))
        return configuring.ground(element, [Grounding(new_id(), element.id, coded)])

    def reworded(self) -> Deed:
        """Puts an element in other words."""
        from dataclasses import replace

        whole = self.whole(own=self.apart)
        before = whole.elements[self.pick(sorted(whole.elements))]
        return configuring.reword(
            before, replace(before, wording=f"{self.words} {self.random.randrange(99)}")
        )

    def tied(self) -> Deed:
        """Ties two elements, or a context to a link."""
        whole = self.whole(own=self.apart)
        ends = sorted(whole.elements)
        if whole.links and self.random.random() < 0.3:
            target, effect = self.pick(whole.links).id, Effect.CONDITIONS
        else:
            target, effect = self.pick(ends), self.pick((Effect.PROMOTES, Effect.HINDERS))
        return configuring.tie(
            whole, Link(new_id(), whole.configuration.id, self.pick(ends), target, effect, 5)
        )

    def untied(self) -> Deed:
        """Removes a link."""
        whole = self.whole(own=self.apart)
        return configuring.untie(whole, self.pick(whole.links))

    def taken_out(self) -> Deed:
        """Takes an element out."""
        whole = self.whole(own=self.apart)
        place = self.pick(whole.places)
        said = belongings(self.project.sight, whole)
        own = [each for each in said.standins if place.element_id in (each.element_id, each.member_id)]
        homes = element_homes(self.project.sight, whole.configuration.id)
        return configuring.take_out(whole, place, elsewhere=place.element_id in homes, standins=own)

    def edited(self) -> Deed:
        """Changes what a configuration says of itself."""
        fields: dict[str, Any] = self.pick(
            (
                {"because": f"{self.words} {self.random.randrange(9)}"},
                {"title": self.words},
                {
                    "conditions": tuple(
                        self.random.sample(self.conditions(), self.pick((0, 1))) if self.conditions() else ()
                    )
                },
                {"case_id": self.pick([None, *(each.id for each in self.project.cases())])},
                {"level": self.pick((Level.CASE, Level.MIDDLE_RANGE))},
            )
        )
        return configuring.edit(self.whole(own=True), **fields)

    def dropped(self) -> Deed:
        """Removes a configuration."""
        whole = self.whole(own=self.apart)
        homes = element_homes(self.project.sight, whole.configuration.id)
        return configuring.drop(whole, homes, belongings(self.project.sight, whole))

    def judged_strong(self) -> Deed:
        """Judges strength in words."""
        whole = self.whole()
        said = Judgement(new_id(), whole.configuration.id, self.project.coder_id, "stærk", self.words)
        return configuring.judge_strength(said, whole.configuration.number)

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
                f"SELECT id FROM evidence WHERE coder_id = :mine AND claim {on} 'tray'",
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
                f"SELECT * FROM {record.table} WHERE coder_id = :mine ORDER BY id",
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


def _at(place: Place, element_id: str) -> Place:
    from dataclasses import replace

    return replace(place, element_id=element_id)


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
