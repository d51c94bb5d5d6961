"""A readable study file told again as deeds, each by the coder it names, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.analysis.boxes import OVERALL, BoxFinder
from rcoder.domain.actions.coding import attach, code_passage, finish
from rcoder.domain.actions.configuring import begin, give_status
from rcoder.domain.actions.excerpting import is_quotation, mark, place, quote
from rcoder.domain.actions.memoing import write_memo
from rcoder.domain.actions.studying import join, release
from rcoder.domain.case import Group
from rcoder.domain.codebook import Code
from rcoder.domain.coding import Coder, Coding, Finish
from rcoder.domain.configuration import Assembled, Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.errors import BadCodebook, Finding, NotFound
from rcoder.domain.excerpt import Excerpt
from rcoder.domain.ids import named_id
from rcoder.domain.journal import Deed, added
from rcoder.domain.memo import Memo
from rcoder.domain.quotation import reads
from rcoder.domain.transcript import Span, Transcript
from rcoder.domain.words import Claim, Scope, Status, Subject
from rcoder.project.door import Project, coder_id

if TYPE_CHECKING:
    from rcoder.exchange.study_parts import (
        StudyCoding,
        StudyConfiguration,
        StudyElement,
        StudyEvidence,
        StudyExcerpt,
        StudyFile,
        StudyFinish,
        StudyMemo,
    )

WRITTEN_AT = "2024-03-15T12:00:00Z"
"""When the memos and excerpts of a study file are said to be made, so that the study is the same everywhere."""

_CALLED = {Subject.CODING: "coding", Subject.CONFIGURATION: "configuration", Subject.PASSAGE: "excerpt"}
"""What ids of the study file are made from, by what a memo is about."""

Told = list[tuple[str, Deed]]
"""Deeds with the id of the coder who does each."""


def retell(project: Project, file: StudyFile, path: Path) -> None:
    """Writes the coders, codings, configurations, excerpts and memos of a study file into a project that has its transcripts.

    Ids are derived from names, so that the study is the same everywhere. Raises BadCodebook with the place of every
    quote, code, case or node that is not there; nothing is written then.
    """
    retelling = _Retelling(project, file)
    findings = retelling.findings()
    if findings:
        raise BadCodebook(str(path), findings)
    project.tell(retelling.told())


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
        self.excerpts: dict[str, tuple[Excerpt, Transcript]] = {}
        self.bare: set[str] = set()
        self.contents = contents

    def findings(self) -> tuple[Finding, ...]:
        """What the file names and the project does not have."""
        from rcoder.exchange.study_references import check_codes, check_quotes

        texts = {name: (self.texts[name], each.turns) for name, each in self.transcripts.items()}
        found = [*check_quotes(self.file, texts)]
        found += check_codes(self.file, self.contents) if self.contents else ()
        named = [(each.case, each.line, each.column) for each in self.file.codings]
        named += [(each.of, each.line, each.column) for each in self.file.memos if each.about is Subject.CASE]
        named += [(each.case, each.line, each.column) for each in self.file.configurations]
        found += [
            Finding(line, column, f"There is no case {case} in the manifest.")
            for case, line, column in named
            if case and case not in self.cases
        ]
        return tuple(sorted(found))

    def told(self) -> Told:
        """Every deed, in the order of the file."""
        told: Told = [("", deed) for deed in self._coders()]
        told += [self._coding(coding) for coding in self.file.codings]
        told += [self._finish(mark) for mark in self.file.finished]
        for configuration in self.file.configurations:
            for element in configuration.elements:
                if element.share is None:
                    self.elements[configuration.id, element.id] = self._element(configuration, element)
        for configuration in self.file.configurations:
            told += self._configuration(configuration)
        told += self._excerpts()
        told += [self._memo(memo) for memo in self.file.memos]
        if self.file.groups:
            told.append(("", self._groups()))
        return told

    def _memo(self, given: StudyMemo) -> tuple[str, Deed]:
        by = coder_id(given.coder)
        memo = Memo(
            id=named_id("sample memo", given.id),
            coder_id=by,
            about=given.about,
            about_id=self._meant(given),
            kind=given.kind,
            title=given.title,
            text=given.text,
            links=tuple(self._linked(each) for each in given.links),
            at=WRITTEN_AT,
        )
        if given.about is not Subject.PASSAGE:
            return by, write_memo(memo, given.of or "the project")
        excerpt, transcript = self.excerpts[given.of]
        deed = write_memo(memo, place(excerpt, transcript))
        if given.of not in self.bare or excerpt.coder_id != by:
            return by, deed
        self.bare.remove(given.of)
        return by, replace(deed, changes=(*added(excerpt), *deed.changes))

    def _excerpts(self) -> Iterator[tuple[str, Deed]]:
        """Keeps the quotations and leaves the marks; what is only for a memo is kept with the first one on it."""
        for each in self.file.excerpts:
            excerpt, transcript = self.excerpts[each.id] = self._excerpt(each)
            if is_quotation(excerpt):
                yield excerpt.coder_id, quote(None, excerpt, transcript)
            elif excerpt.mark:
                yield excerpt.coder_id, mark(None, excerpt, transcript)
            else:
                self.bare.add(each.id)

    def _excerpt(self, given: StudyExcerpt) -> tuple[Excerpt, Transcript]:
        """An excerpt and where it stands; an edited form beside a translation is kept where it reads otherwise."""
        transcript, span = self._place(given)
        edited = given.edited if reads(given.edited, given.quote) or not given.translation else ""
        excerpt = Excerpt(
            id=named_id("sample excerpt", given.id),
            coder_id=coder_id(given.coder),
            transcript_id=transcript.id,
            start=span.start,
            end=span.end,
            revision=transcript.revision,
            edited=edited,
            translation=given.translation,
            language=given.language,
            mark=given.mark,
            at=WRITTEN_AT,
        )
        return excerpt, transcript

    def _meant(self, given: StudyMemo) -> str:
        """The id of what a memo is about."""
        if given.about is Subject.INTERVIEW:
            return self.transcripts[given.of].id
        if given.about is Subject.CASE:
            return self.cases[given.of]
        if given.about is Subject.CODE:
            return self.codes[given.of].id
        return named_id(f"sample {_CALLED[given.about]}", given.of) if given.of else ""

    def _linked(self, word: str) -> str:
        """The id of a memo, coding, configuration or excerpt of the file."""
        kinds = {each.id: "memo" for each in self.file.memos}
        kinds |= {each.id: "coding" for each in self.file.codings}
        kinds |= {each.id: "configuration" for each in self.file.configurations}
        kinds |= {each.id: "excerpt" for each in self.file.excerpts}
        return named_id(f"sample {kinds[word]}", word)

    def _groups(self) -> Deed:
        groups = [
            Group(named_id("sample group", each.id), each.name, each.criteria, position)
            for position, each in enumerate(self.file.groups)
        ]
        return Deed(f"Made {len(groups)} groups of cases", added(*groups))

    def _coders(self) -> Iterator[Deed]:
        """Those of the file who are not there join; a layer the file calls released is."""
        for each in self.file.coders:
            known = self.coders.get(coder_id(each.name))
            if known is None:
                yield join(Coder(coder_id(each.name), each.name, released=each.released))
            elif each.released and not known.released:
                yield release(known)

    def _finish(self, mark: StudyFinish) -> tuple[str, Deed]:
        transcript, by = self.transcripts[mark.transcript], coder_id(mark.coder)
        return by, finish(Finish(named_id("finish", transcript.id, by), transcript.id, by), transcript)

    def _coding(self, coding: StudyCoding) -> tuple[str, Deed]:
        transcript, span = self._place(coding)
        code, by = self.codes[coding.code], coder_id(coding.coder)
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
            case_id=self.cases.get(coding.case),
            directness=coding.directness,
            prompting=coding.prompting,
            memo=coding.memo,
            codebook_version=self.version,
            revision=transcript.revision,
        )
        return by, code_passage(record, code, transcript)

    def _configuration(self, given: StudyConfiguration) -> Told:
        """Begin it, attach its passages, give its status: as its coder would have."""
        by = coder_id(given.coder)
        configuration = Configuration(
            id=named_id("sample configuration", given.id),
            number=given.id,
            coder_id=by,
            title=given.title,
            hypotheses=tuple(self.codes[key].id for key in given.hypotheses),
            level=given.level,
            case_id=self.cases.get(given.case),
            core_id=self.nodes.get(given.core),
            because=given.because,
            memo=given.memo,
        )
        placed = [self._placed(given, configuration, position) for position in range(len(given.elements))]
        elements = {element.id: element for element, _ in placed}
        own = [element for each, (element, _) in zip(given.elements, placed, strict=True) if not each.share]
        assembled = Assembled(
            configuration,
            tuple(place for _, place in placed),
            elements,
            self._links(given, configuration),
            tuple(self._groundings(given)),
            tuple(self._evidence(given, configuration)),
        )
        told: Told = [
            (by, begin(configuration, own, assembled.places, assembled.groundings, assembled.links))
        ]
        told += [self._attached(each, configuration.number) for each in assembled.evidence]
        if given.status is not Status.DRAFT:
            told.append((by, give_status(assembled, given.status, by)))
        return told

    def _element(self, configuration: StudyConfiguration, given: StudyElement) -> Element:
        """An element in the box its code proposes: whoever wrote the file has seen and confirmed it."""
        code = self.codes.get(given.code)
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
        claims += [
            (Claim.LINK, named_id("sample link", given.id, link.id), link.evidence) for link in given.links
        ]
        for claim, claim_id, passages in claims:
            for number, each in enumerate(passages):
                transcript, span = self._place(each)
                yield Evidence(
                    id=named_id(claim_id, "evidence", str(number)),
                    claim=claim,
                    claim_id=claim_id,
                    transcript_id=transcript.id,
                    start=span.start,
                    end=span.end,
                    stance=each.stance,
                    coder_id=coder_id(each.coder),
                    scope=each.scope or _usual_scope(transcript),
                    case_id=self.cases.get(each.case),
                    directness=each.directness,
                    prompting=each.prompting,
                    memo=each.memo,
                    revision=transcript.revision,
                )

    def _attached(self, evidence: Evidence, number: str) -> tuple[str, Deed]:
        words = number if evidence.claim is Claim.CONFIGURATION else f"a link of {number}"
        by_id = {each.id: each for each in self.transcripts.values()}
        return evidence.coder_id, attach(evidence, words, by_id[evidence.transcript_id])

    def _place(self, given: StudyCoding | StudyEvidence | StudyExcerpt) -> tuple[Transcript, Span]:
        """Where a quote stands; `findings` has made sure that it does."""
        from rcoder.exchange.studies import locate

        transcript = self.transcripts[given.transcript]
        span = locate(self.texts[given.transcript], given.quote, given.occurrence, transcript.turns)
        if span is None:
            raise NotFound(f"{given.transcript} does not say “{given.quote}”.")
        return transcript, span


def _usual_scope(transcript: Transcript) -> Scope:
    """This case, or general experience in an interview without a case."""
    return Scope.THIS_CASE if transcript.case_id else Scope.GENERAL
