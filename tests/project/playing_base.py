"""Somebody who does something at random with interviews, codes and configurations; `playing` has the rest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from rcoder.domain.actions import coding, configuring
from rcoder.domain.coding import Finish
from rcoder.domain.configuration import (
    Assembled,
    Configuration,
    Element,
    Grounding,
    Judgement,
    Link,
    Place,
)
from rcoder.domain.errors import RcoderError
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed
from rcoder.domain.transcript import Span
from rcoder.domain.words import (
    Category,
    Directness,
    Effect,
    Kind,
    Level,
    Scope,
)
from rcoder.project import Project
from rcoder.project.assembling import assemble
from rcoder.project.belongings import belongings
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.configurations import element_homes
from rcoder.project.importing import Bringing, import_files

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


class Builder:
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
        sql = f"SELECT id FROM configurations WHERE {{seen}}{' AND coder_id = :mine' if own else ''}"  # noqa: S608 - ours
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
        own = set(self.rows("SELECT id FROM codings WHERE coder_id = :mine", mine=self.project.coder_id))
        if whole.groundings and self.random.random() < 0.4:
            gone = self.pick([each for each in whole.groundings if each.coding_id in own or not self.apart])
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


def _at(place: Place, element_id: str) -> Place:
    from dataclasses import replace

    return replace(place, element_id=element_id)
