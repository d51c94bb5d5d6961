"""What a study file stands on in a project: its interviews, codebook, cases and coders, and the ids made of its names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from rcoder.analysis.boxes import OVERALL, BoxFinder
from rcoder.domain.codebook import Code
from rcoder.domain.configuration import Configuration, Evidence
from rcoder.domain.errors import Finding, NotFound
from rcoder.domain.ids import named_id
from rcoder.domain.transcript import Span, Transcript
from rcoder.domain.words import Claim, Scope, Subject
from rcoder.project.door import Project, coder_id

if TYPE_CHECKING:
    from rcoder.exchange.study_file import StudyFile
    from rcoder.exchange.study_parts import StudyCoding, StudyConfiguration, StudyEvidence, StudyExcerpt

WRITTEN_AT = "2024-06-14T12:00:00Z"
"""When what a study file gives no date was written, so that the study is the same everywhere."""

PARTS = {Claim.ELEMENT: "an element of ", Claim.LINK: "a link of ", Claim.CONFIGURATION: ""}
"""What comes before the number where a sentence names what something stands on."""


def written_at(day: str) -> str:
    """The moment of a day of a study file, "2024-06-03"; that of the whole file where it gives none."""
    return f"{day}T12:00:00Z" if day else WRITTEN_AT


def usual_scope(transcript: Transcript) -> Scope:
    """This case, or general experience in an interview without a case."""
    return Scope.THIS_CASE if transcript.case_id else Scope.GENERAL


class Ground:
    """One study file against one project."""

    def __init__(self, project: Project, file: StudyFile) -> None:
        self.project, self.file = project, file
        self.transcripts = {each.source: project.transcript(each.id) for each in project.transcript_lines()}
        self.texts = {name: project.text(each) for name, each in self.transcripts.items()}
        self.by_id = {each.id: each for each in self.transcripts.values()}
        self.codes: dict[str, Code] = {code.key: code for code in project.codes().values()}
        self.cases = {case.name: case.id for case in project.cases()}
        self.given = {each.id: each for each in file.configurations}
        self.contents = contents = project.codebook()
        overall = contents.theory(OVERALL) if contents else None
        self.version = contents.codebook.version if contents else ""
        self.nodes: dict[str, str] = {}
        self.finder: BoxFinder | None = None
        if contents is not None and overall is not None:
            self.nodes = {node.key: node.id for node in contents.nodes if node.theory_id == overall.id}
            codes = {code.id: code for code in contents.codes}
            self.finder = BoxFinder(overall, contents.theories, contents.nodes, codes)

    @cached_property
    def roles(self) -> frozenset[str]:
        """Every role somebody who is interviewed has."""
        return frozenset(
            role
            for each in self.transcripts.values()
            for speaker in self.project.speakers(each.id).values()
            if not speaker.interviewer
            for role in speaker.roles
        )

    def findings(self) -> tuple[Finding, ...]:
        """What the file names and the project does not have."""
        from rcoder.exchange.study_references import check_codes, check_prompts, check_quotes

        texts = {name: (self.texts[name], each.turns) for name, each in self.transcripts.items()}
        found = [*check_quotes(self.file, texts)]
        found += check_codes(self.file, self.contents) if self.contents else ()
        found += check_prompts(self.file, codes=self.codes, transcripts=texts, cases=self.cases)
        named = [(each.case, each.line, each.column) for each in self.file.codings]
        named += [(each.of, each.line, each.column) for each in self.file.memos if each.about is Subject.CASE]
        named += [(each.case, each.line, each.column) for each in self.file.configurations]
        named += self.file.tested.cases
        found += [
            Finding(line, column, f"There is no case {case} in the manifest.")
            for case, line, column in named
            if case and case not in self.cases
        ]
        found += [
            Finding(
                each.line, each.column, f"Nobody who is interviewed is a {each.role}: {_listed(self.roles)}."
            )
            for each in self.file.tested.states
            if each.role and each.role not in self.roles
        ]
        return tuple(sorted(found))

    def place(self, given: StudyCoding | StudyEvidence | StudyExcerpt) -> tuple[Transcript, Span]:
        """Where a quote stands. Raises NotFound; `findings` has made sure that it does."""
        from rcoder.exchange.studies import locate

        transcript = self.transcripts[given.transcript]
        span = locate(self.texts[given.transcript], given.quote, given.occurrence, transcript.turns)
        if span is None:
            raise NotFound(f"{given.transcript} does not say “{given.quote}”.")
        return transcript, span

    def passage(self, given: StudyEvidence, claim: Claim, claim_id: str, number: int) -> Evidence:
        """A quoted passage as evidence on a claim; its id is made from the claim and its number there."""
        transcript, span = self.place(given)
        return Evidence(
            id=passage_id(claim_id, number),
            claim=claim,
            claim_id=claim_id,
            transcript_id=transcript.id,
            start=span.start,
            end=span.end,
            stance=given.stance,
            coder_id=coder_id(given.coder),
            scope=given.scope or usual_scope(transcript),
            case_id=self.cases.get(given.case),
            directness=given.directness,
            prompting=given.prompting,
            memo=given.memo,
            revision=transcript.revision,
        )

    def on(self, name: str) -> tuple[Claim, str]:
        """What "K01", "K01.e1" or "K01.l1" means."""
        number, _, part = name.partition(".")
        if not part:
            return Claim.CONFIGURATION, named_id("sample configuration", number)
        for element in self.given[number].elements:
            if element.id == part:
                return Claim.ELEMENT, named_id("sample element", *(element.share or (number, part)))
        return Claim.LINK, named_id("sample link", number, part)

    def words(self, name: str) -> str:
        """What "K01", "K01.e1" or "K01.l1" is called in a sentence."""
        return f"{PARTS[self.on(name)[0]]}{name.partition('.')[0]}"

    def bare(self, number: str) -> Configuration:
        """A configuration of the file without what belongs to it."""
        own = self.given[number]
        return self.begun(own)

    def begun(self, given: StudyConfiguration) -> Configuration:
        """A configuration as it is begun."""
        return Configuration(
            id=named_id("sample configuration", given.id),
            number=given.id,
            coder_id=coder_id(given.coder),
            title=given.title,
            hypotheses=tuple(self.codes[key].id for key in given.hypotheses),
            level=given.level,
            case_id=self.cases.get(given.case),
            core_id=self.nodes.get(given.core),
            because=given.because,
            memo=given.memo,
            conditions=tuple(self.codes[key].id for key in given.conditions),
        )


def passage_id(claim_id: str, number: int) -> str:
    """The id of a passage on a claim, from its number there; those of the tray are on none."""
    return named_id(claim_id or "sample tray", "evidence", str(number))


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names)) or "there are no roles"
