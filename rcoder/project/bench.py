"""A configuration on the bench: it and its surroundings, asked of the project at once, and what it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rcoder.analysis.boxes import OVERALL, BoxFinder
from rcoder.analysis.counting import CaseProgress, case_progress, tally, witnesses
from rcoder.analysis.mini_theories import belonging
from rcoder.domain.answers import ConfigurationAnswer
from rcoder.domain.codebook import Code, CodebookContents, Node
from rcoder.domain.configuration import Assembled, Configuration, Judgement
from rcoder.domain.passage import Passage
from rcoder.domain.theory import Tally, Witness
from rcoder.domain.transcript import Transcript
from rcoder.domain.words import Kind, Stance
from rcoder.project.codebooks import everything
from rcoder.project.door import Project

__all__ = [
    "OVERALL",
    "Bench",
    "CaseProgress",
    "core_proposed",
    "counted",
    "gather",
    "passages_behind",
    "stretches_behind",
]


@dataclass(frozen=True, slots=True)
class Bench:
    """One configuration with its surroundings."""

    answer: ConfigurationAnswer
    contents: CodebookContents | None = None
    """The main codebook's theories, and the codes of every codebook."""
    language: str = "da"
    """Language of the study."""
    cases: Mapping[str, str] = field(default_factory=dict)
    """Names by id."""
    coders: Mapping[str, str] = field(default_factory=dict)
    """Names by id."""
    progress: CaseProgress = CaseProgress()
    others: tuple[Assembled, ...] = ()
    """The other configurations in sight."""
    homes: frozenset[str] = frozenset()
    """Elements that stand in other configurations too, hidden ones included."""
    judgements: tuple[Judgement, ...] = ()
    members: tuple[Configuration, ...] = ()
    """The configurations consolidated in it."""
    transcripts: Mapping[str, Transcript] = field(default_factory=dict)
    """The transcripts its evidence stands in, by id."""

    @property
    def assembled(self) -> Assembled:
        """The configuration with what belongs to it."""
        return self.answer.assembled

    @property
    def codes(self) -> dict[str, Code]:
        """Every code by id."""
        return {code.id: code for code in self.contents.codes} if self.contents else {}

    @property
    def nodes(self) -> dict[str, Node]:
        """Every node of every theory by id."""
        return {node.id: node for node in self.contents.nodes} if self.contents else {}

    def boxes_of(self, hypothesis: str) -> tuple[Node, ...]:
        """The boxes of the mini theory of the hypothesis with that key."""
        return belonging(self.contents, hypothesis) if self.contents else ()

    def finder(self) -> BoxFinder | None:
        """Where elements are drawn in the overall theory; None without one."""
        overall = self.contents.theory(OVERALL) if self.contents else None
        if self.contents is None or overall is None:
            return None
        return BoxFinder(overall, self.contents.theories, self.contents.nodes, self.codes)


def gather(project: Project, configuration_id: str) -> Bench:
    """The bench of one configuration. Raises NotFound."""
    answer = project.configuration(configuration_id)
    own = answer.assembled.configuration.id
    lines = project.transcript_lines()
    cases = {case.id: case.name for case in project.cases()}
    return Bench(
        answer=answer,
        contents=everything(project.sight),
        language=project.study().language,
        cases=cases,
        coders={coder.id: coder.name for coder in project.coders()},
        progress=case_progress(
            cases, {line.id: line.case_id for line in lines}, (line.id for line in lines if line.finished_by)
        ),
        others=tuple(each for each in project.configurations() if each.configuration.id != own),
        homes=project.element_homes(own),
        judgements=project.judgements(own),
        members=project.members(own),
        transcripts={
            each: project.transcript(each)
            for each in dict.fromkeys(evidence.transcript_id for evidence in answer.assembled.evidence)
        },
    )


def passages_behind(bench: Bench, element_id: str) -> tuple[tuple[str, Passage], ...]:
    """What an element rests on: id of the grounding and the passage, in order of transcript and place."""
    found = [
        (grounding.id, bench.answer.codings[grounding.coding_id])
        for grounding in bench.assembled.groundings
        if grounding.element_id == element_id and grounding.coding_id in bench.answer.codings
    ]
    return tuple(sorted(found, key=lambda each: (each[1].transcript, each[1].start, each[1].end, each[0])))


def stretches_behind(bench: Bench, element_id: str) -> int:
    """How many stretches of words an element rests on; overlapping codings are one (decision 7)."""
    behind = passages_behind(bench, element_id)
    return len(witnesses((bench.answer.line.number, passage) for _, passage in behind))


def core_proposed(bench: Bench) -> Node | None:
    """The core element that the codes of the resources belong to; the first of them, None without one (decision 6)."""
    overall = bench.contents.theory(OVERALL) if bench.contents else None
    if bench.contents is None or overall is None:
        return None
    for element in bench.assembled.of_kind(Kind.RESOURCE):
        for node in bench.contents.nodes:
            if node.theory_id == overall.id and node.column == "core" and element.code_id in node.codes:
                return node
    return None


def counted(bench: Bench, claim_id: str) -> tuple[tuple[Witness, ...], dict[Stance, Tally]]:
    """The stretches of words on a claim and what each stance comes to, counted as the figure counts (decision 7)."""
    attached = [
        (bench.answer.line.number, bench.answer.evidence[each.id])
        for each in bench.assembled.evidence_on(claim_id)
        if each.id in bench.answer.evidence
    ]
    found = witnesses(attached)
    return found, {stance: tally(found, stance, bench.progress) for stance in Stance}
