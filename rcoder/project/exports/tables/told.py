"""Configurations as tables tell of them: chosen, whole, with the passages behind each claim and what they come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rcoder.analysis.counting import CaseProgress, tally, witnesses
from rcoder.domain.configuration import Assembled, Judgement, Link
from rcoder.domain.matrix import Ask
from rcoder.domain.outgoing import Wanted
from rcoder.domain.passage import Passage
from rcoder.domain.review import Standing, standing
from rcoder.domain.terms import say
from rcoder.domain.theory import Tally, Witness
from rcoder.domain.words import Claim, Stance
from rcoder.project.assembling import assemble
from rcoder.project.configurations import coding_passages, evidence_passages
from rcoder.project.consolidating import Drawing, drawing_of
from rcoder.project.door import Project
from rcoder.project.exports.tables.quoting import said
from rcoder.project.matrices.evidence import chosen
from rcoder.project.progress import progress
from rcoder.project.sight import Sight


@dataclass(frozen=True, slots=True)
class Told:
    """A configuration with the passages behind it, its members' among them."""

    assembled: Assembled
    evidence: Mapping[str, Passage]
    codings: Mapping[str, Passage]
    drawing: Drawing
    progress: CaseProgress
    hypotheses: str
    """Keys, with spaces between."""
    judgements: tuple[Judgement, ...] = ()
    """Of its strength."""

    @property
    def standing(self) -> Standing:
        """Where it is in review."""
        return standing(self.assembled)

    @property
    def name(self) -> str:
        """Number and title."""
        own = self.assembled.configuration
        return f"{own.number} {own.title}".strip()

    def attached(self, claim_id: str) -> tuple[tuple[str, Passage], ...]:
        """The passages for and against the configuration, one of its links or elements, with the number of whose they are."""
        number = self.assembled.configuration.number
        own = self.assembled.evidence_on(claim_id)
        mine = ((number, self.evidence[each.id]) for each in own if each.id in self.evidence)
        return (*mine, *self.drawing.lent(claim_id))

    def joined(self) -> tuple[Witness, ...]:
        """The passages for and against it, its links and its elements, as its strength counts them."""
        number = self.assembled.configuration.number
        own = [self.evidence[each.id] for each in self.assembled.evidence if each.id in self.evidence]
        return witnesses((number, each) for each in (*own, *self.drawing.every_lent))

    def tallies(self) -> dict[Stance, Tally]:
        """What the passages of each stance come to."""
        found = self.joined()
        return {stance: tally(found, stance, self.progress) for stance in Stance}

    def resting(self, element_id: str) -> tuple[tuple[str, Passage], ...]:
        """The codings that an element rests on."""
        number = self.assembled.configuration.number
        own = (
            (number, self.codings[each.coding_id])
            for each in self.assembled.groundings
            if each.element_id == element_id and each.coding_id in self.codings
        )
        return (*own, *self.drawing.resting(element_id))

    def passages(self) -> dict[str, Passage]:
        """Every passage behind it, by id."""
        lent = {**self.drawing.evidence, **self.drawing.codings}
        return {**lent, **self.evidence, **self.codings}

    def claim_words(self, claim: Claim, claim_id: str, language: str) -> str:
        """A claim in words: the element's wording; "»A« fremmer »B«"; "»A« betinger (»B« fremmer »C«)"."""
        if claim is Claim.ELEMENT:
            return self._element(claim_id, language)
        link = next((each for each in self.assembled.links if each.id == claim_id), None)
        return self._link(link, language) if link is not None else self.assembled.configuration.title

    def _element(self, element_id: str, language: str) -> str:
        element = self.assembled.elements.get(element_id)
        return said(element.wording, language) if element is not None else ""

    def _link(self, link: Link, language: str, depth: int = 0) -> str:
        under = next((each for each in self.assembled.links if each.id == link.target_id), None)
        if under is None:
            target = self._element(link.target_id, language)
        else:
            target = (
                f"({self._link(under, language, depth + 1)})" if depth <= len(self.assembled.links) else "…"
            )
        return f"{self._element(link.source_id, language)} {say(link.effect, language)} {target}"


def ask_of(wanted: Wanted) -> Ask:
    """Which configurations are asked for."""
    return Ask(rows=wanted.option("hypothesis"), level=wanted.option("level"), status=wanted.option("status"))


def told(project: Project, wanted: Wanted) -> tuple[Told, ...]:
    """The configurations asked for, by number; those that are drawn where neither level nor status is given.

    Raises NotFound and Misuse.
    """
    lines = chosen(project, ask_of(wanted))
    by_id = {each.configuration.id: each for each in assemble(project.sight, [line.id for line in lines])}
    return tuple(_told(project, [(by_id[line.id], line.heading) for line in lines if line.id in by_id]))


def _told(project: Project, found: Sequence[tuple[Assembled, str]]) -> list[Told]:
    sight = project.sight
    evidence = {each.id: each for each in evidence_passages(sight)}
    codings = coding_passages(sight)
    whole, judged, made_of = progress(sight), _judged(sight), _consolidated(sight)
    return [
        Told(
            each,
            evidence,
            codings,
            drawing_of(project, each) if each.configuration.id in made_of else Drawing(each),
            whole,
            hypotheses,
            judged.get(each.configuration.id, ()),
        )
        for each, hypotheses in found
    ]


def _judged(sight: Sight) -> dict[str, tuple[Judgement, ...]]:
    """What was judged of the strength of configurations, in sight."""
    found: dict[str, list[Judgement]] = {}
    for each in sight.records(Judgement, "SELECT * FROM judgements WHERE {seen} ORDER BY id"):
        found.setdefault(each.configuration_id, []).append(each)
    return {name: tuple(own) for name, own in found.items()}


def _consolidated(sight: Sight) -> set[str]:
    """Ids of configurations that are made of others in sight."""
    sql = "SELECT DISTINCT consolidated_in AS id FROM configurations WHERE consolidated_in IS NOT NULL AND {seen}"
    return {row["id"] for row in sight.rows(sql)}
