"""The configurations of a study file told as deeds: each begun whole, then its passages joined to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rcoder.domain.actions.coding import attach
from rcoder.domain.actions.configuring import begin
from rcoder.domain.configuration import Assembled, Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.ids import named_id
from rcoder.domain.words import Claim
from rcoder.project.door import Telling, coder_id
from rcoder.project.retelling_ground import PARTS, Ground

if TYPE_CHECKING:
    from rcoder.exchange.study_parts import StudyConfiguration, StudyElement


class Beginning:
    """Begins the configurations of a study file; an element that several share is made by the one it is written out in."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.elements = {
            (configuration.id, element.id): self._element(configuration, element)
            for configuration in ground.file.configurations
            for element in configuration.elements
            if element.share is None
        }

    def told(self, given: StudyConfiguration) -> list[Telling]:
        """Begins it, and joins its passages: as its coder would have."""
        by = coder_id(given.coder)
        configuration = self.ground.begun(given)
        placed = [self._placed(given, configuration, position) for position in range(len(given.elements))]
        own = [element for each, (element, _) in zip(given.elements, placed, strict=True) if not each.share]
        assembled = Assembled(
            configuration,
            tuple(place for _, place in placed),
            {element.id: element for element, _ in placed},
            self._links(given, configuration),
            tuple(self._groundings(given)),
            tuple(self._evidence(given, configuration)),
        )
        told: list[Telling] = [
            (by, begin(configuration, own, assembled.places, assembled.groundings, assembled.links))
        ]
        return told + [self._attached(each, configuration.number) for each in assembled.evidence]

    def _element(self, configuration: StudyConfiguration, given: StudyElement) -> Element:
        """An element in the box its code proposes: whoever wrote the file has seen and confirmed it."""
        code, finder = self.ground.codes.get(given.code), self.ground.finder
        node = finder.proposed(code.id) if finder and code else None
        return Element(
            id=named_id("sample element", configuration.id, given.id),
            wording=given.wording,
            code_id=code.id if code else None,
            actor=given.actor,
            activation=given.activation,
            sign=given.sign,
            horizon=given.horizon,
            directness=given.directness,
            node_id=node.id if node else None,
        )

    def _groundings(self, given: StudyConfiguration) -> Iterator[Grounding]:
        for each in given.elements:
            element = self.elements[each.share or (given.id, each.id)]
            for coding in each.codings:
                yield Grounding(
                    named_id(element.id, "grounding", coding), element.id, named_id("sample coding", coding)
                )

    def _placed(
        self, given: StudyConfiguration, configuration: Configuration, position: int
    ) -> tuple[Element, Place]:
        each = given.elements[position]
        element = self.elements[each.share or (given.id, each.id)]
        place_id = named_id("sample place", given.id, each.id)
        return element, Place(place_id, configuration.id, element.id, each.kind, position)

    def _links(self, given: StudyConfiguration, configuration: Configuration) -> tuple[Link, ...]:
        ends = {each.id: self.elements[each.share or (given.id, each.id)].id for each in given.elements}
        ends |= {each.id: named_id("sample link", given.id, each.id) for each in given.links}
        return tuple(
            Link(ends[each.id], configuration.id, ends[each.source], ends[each.target], each.effect, position)
            for position, each in enumerate(given.links)
        )

    def _evidence(self, given: StudyConfiguration, configuration: Configuration) -> Iterator[Evidence]:
        claims = [(Claim.CONFIGURATION, configuration.id, given.evidence)]
        claims += [(*self.ground.on(f"{given.id}.{each.id}"), each.evidence) for each in given.links]
        claims += [(*self.ground.on(f"{given.id}.{each.id}"), each.evidence) for each in given.elements]
        for claim, claim_id, passages in claims:
            for number, each in enumerate(passages):
                yield self.ground.passage(each, claim, claim_id, number)

    def _attached(self, evidence: Evidence, number: str) -> Telling:
        transcript = self.ground.by_id[evidence.transcript_id]
        return evidence.coder_id, attach(evidence, f"{PARTS[evidence.claim]}{number}", transcript)
