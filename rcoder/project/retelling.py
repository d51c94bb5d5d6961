"""A readable study file told again as deeds, each by the coder it names, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rcoder.analysis.boxes import OVERALL, BoxFinder
from rcoder.domain.actions.coding import attach, code_passage, finish
from rcoder.domain.actions.configuring import begin, give_status
from rcoder.domain.actions.studying import join, release
from rcoder.domain.codebook import Code
from rcoder.domain.coding import Coder, Coding, Finish
from rcoder.domain.configuration import Assembled, Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.errors import BadCodebook, Finding
from rcoder.domain.ids import named_id
from rcoder.domain.journal import Deed
from rcoder.domain.transcript import Span, Transcript
from rcoder.domain.words import Claim, Scope, Status
from rcoder.project.door import Project, coder_id

if TYPE_CHECKING:
    from rcoder.exchange.studies import (
        StudyCoding,
        StudyConfiguration,
        StudyElement,
        StudyEvidence,
        StudyFile,
    )

Told = list[tuple[str, Deed]]
"""Deeds with the id of the coder who does each."""


def retell(project: Project, file: StudyFile) -> None:
    """Writes the coders, codings and configurations of a study file into a project that has its transcripts.

    Ids are derived from names, so that the study is the same everywhere. Raises BadCodebook naming the place of a
    quote, code, case or node that is not there; nothing is written then.
    """
    project.tell(_Retelling(project, file).told())


class _Retelling:
    """One study file against one project's transcripts and codebook."""

    def __init__(self, project: Project, file: StudyFile) -> None:
        self.file = file
        self.transcripts = {each.source: project.transcript(each.id) for each in project.transcript_lines()}
        self.texts = {name: project.text(each) for name, each in self.transcripts.items()}
        self.codes: dict[str, Code] = {code.key: code for code in project.codes().values()}
        self.cases = {case.name: case.id for case in project.cases()}
        self.coders = {coder.id: coder for coder in project.coders()}
        contents = project.codebook()
        overall = contents.theory(OVERALL) if contents else None
        self.version = contents.codebook.version if contents else ""
        self.nodes = {}
        self.finder = None
        if contents is not None and overall is not None:
            self.nodes = {node.key: node.id for node in contents.nodes if node.theory_id == overall.id}
            codes = {code.id: code for code in contents.codes}
            self.finder = BoxFinder(overall, contents.theories, contents.nodes, codes)
        self.elements: dict[tuple[str, str], Element] = {}
        self.findings: list[Finding] = []

    def told(self) -> Told:
        """Every deed, in the order of the file."""
        told: Told = [("", deed) for deed in self._coders()]
        told += [deed for coding in self.file.codings for deed in self._coding(coding)]
        for mark in self.file.finished:
            transcript = self._transcript(mark.transcript, mark.line, mark.column)
            if transcript is not None:
                by = coder_id(mark.coder)
                told.append(
                    (by, finish(Finish(named_id("finish", transcript.id, by), transcript.id, by), transcript))
                )
        for configuration in self.file.configurations:
            for element in configuration.elements:
                if element.share is None:
                    self.elements[configuration.id, element.id] = self._element(configuration, element)
        told += [
            deed for configuration in self.file.configurations for deed in self._configuration(configuration)
        ]
        if self.findings:
            raise BadCodebook("study.yaml", tuple(sorted(self.findings)))
        return told

    def _coders(self) -> Iterator[Deed]:
        """Those of the file who are not there join; a layer the file calls released is."""
        for each in self.file.coders:
            known = self.coders.get(coder_id(each.name))
            if known is None:
                yield join(Coder(coder_id(each.name), each.name, released=each.released))
            elif each.released and not known.released:
                yield release(known)

    def _coding(self, coding: StudyCoding) -> Told:
        place = self._span(coding)
        code = self._code(coding.code, coding)
        if place is None or code is None:
            return []
        transcript, span = place
        by = coder_id(coding.coder)
        record = Coding(
            id=named_id("sample coding", coding.id),
            transcript_id=transcript.id,
            start=span.start,
            end=span.end,
            code_id=code.id,
            coder_id=by,
            kind=coding.kind or code.kind,
            actor=coding.actor,
            polarity=coding.polarity,
            counterfactual=coding.counterfactual,
            scope=coding.scope or _usual_scope(transcript),
            case_id=self._case(coding.case, coding),
            directness=coding.directness,
            prompting=coding.prompting,
            memo=coding.memo,
            codebook_version=self.version,
        )
        return [(by, code_passage(record, code, transcript))]

    def _configuration(self, given: StudyConfiguration) -> Told:
        """Begin it, attach its passages, give its status: as its coder would have."""
        by = coder_id(given.coder)
        configuration = Configuration(
            id=named_id("sample configuration", given.id),
            number=given.id,
            coder_id=by,
            title=given.title,
            hypotheses=tuple(code.id for key in given.hypotheses if (code := self._code(key, given))),
            level=given.level,
            case_id=self._case(given.case, given),
            core_id=self._node(given.core, given) if given.core else None,
            because=given.because,
            memo=given.memo,
        )
        placed = [self._placed(given, configuration, position) for position in range(len(given.elements))]
        links = self._links(given, configuration)
        groundings = tuple(
            Grounding(
                named_id(element.id, "grounding", coding), element.id, named_id("sample coding", coding)
            )
            for each, (element, _) in zip(given.elements, placed, strict=True)
            for coding in each.codings
        )
        own = [
            element for each, (element, _) in zip(given.elements, placed, strict=True) if each.share is None
        ]
        places = tuple(place for _, place in placed)
        told: Told = [(by, begin(configuration, own, places, groundings, links))]
        evidence, attached = self._evidence(given, configuration)
        told += attached
        assembled = Assembled(
            configuration, places, {element.id: element for element, _ in placed}, links, groundings, evidence
        )
        if given.status is not Status.DRAFT:
            told.append((by, give_status(assembled, given.status, by)))
        return told

    def _element(self, configuration: StudyConfiguration, given: StudyElement) -> Element:
        code = self._code(given.code, given) if given.code else None
        node = self.finder.proposed(code.id) if self.finder and code else None
        return Element(
            id=named_id("sample element", configuration.id, given.id),
            wording=given.wording,
            code_id=code.id if code else None,
            actor=given.actor,
            activation=given.activation,
            sign=given.sign,
            horizon=given.horizon,
            node_id=node.id if node else None,
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

    def _evidence(
        self, given: StudyConfiguration, configuration: Configuration
    ) -> tuple[tuple[Evidence, ...], Told]:
        claims = [(Claim.CONFIGURATION, configuration.id, configuration.number, given.evidence)]
        claims += [
            (
                Claim.LINK,
                named_id("sample link", given.id, link.id),
                f"a link of {configuration.number}",
                link.evidence,
            )
            for link in given.links
        ]
        found: list[Evidence] = []
        told: Told = []
        for claim, claim_id, words, passages in claims:
            for number, each in enumerate(passages):
                place = self._span(each)
                if place is None:
                    continue
                transcript, span = place
                evidence = Evidence(
                    id=named_id(claim_id, "evidence", str(number)),
                    claim=claim,
                    claim_id=claim_id,
                    transcript_id=transcript.id,
                    start=span.start,
                    end=span.end,
                    stance=each.stance,
                    coder_id=coder_id(each.coder),
                    scope=each.scope or _usual_scope(transcript),
                    case_id=self._case(each.case, each),
                    directness=each.directness,
                    prompting=each.prompting,
                    memo=each.memo,
                )
                found.append(evidence)
                told.append((evidence.coder_id, attach(evidence, words, transcript)))
        return tuple(found), told

    def _span(self, given: StudyCoding | StudyEvidence) -> tuple[Transcript, Span] | None:
        from rcoder.exchange.studies import locate

        transcript = self._transcript(given.transcript, given.line, given.column)
        if transcript is None:
            return None
        span = locate(self.texts[given.transcript], given.quote, given.occurrence, transcript.turns)
        if span is None:
            self._miss(
                given.line,
                given.column,
                f"{given.transcript} does not say “{given.quote[:60]}” within one turn.",
            )
            return None
        return transcript, span

    def _transcript(self, name: str, line: int, column: int) -> Transcript | None:
        if name not in self.transcripts:
            self._miss(line, column, f"There is no transcript {name} in the manifest.")
        return self.transcripts.get(name)

    def _code(self, key: str, at: StudyCoding | StudyElement | StudyConfiguration) -> Code | None:
        if key not in self.codes:
            self._miss(at.line, at.column, f"The codebook has no code {key}.")
        return self.codes.get(key)

    def _case(self, name: str, at: StudyCoding | StudyEvidence | StudyConfiguration) -> str | None:
        if name and name not in self.cases:
            self._miss(at.line, at.column, f"There is no case {name} in the manifest.")
        return self.cases.get(name)

    def _node(self, key: str, at: StudyConfiguration) -> str | None:
        if key not in self.nodes:
            self._miss(at.line, at.column, f"The overall theory has no node {key}.")
        return self.nodes.get(key)

    def _miss(self, line: int, column: int, sentence: str) -> None:
        self.findings.append(Finding(line, column, sentence))


def _usual_scope(transcript: Transcript) -> Scope:
    """This case, or general experience in an interview without a case."""
    return Scope.THIS_CASE if transcript.case_id else Scope.GENERAL
