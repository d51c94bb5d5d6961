"""A configuration on the bench: it and its surroundings, asked of the project at once, and what it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rcoder.analysis.boxes import OVERALL, BoxFinder
from rcoder.analysis.counting import CaseProgress, tally, witnesses
from rcoder.analysis.mini_theories import belonging
from rcoder.analysis.strength import strength
from rcoder.domain.answers import ConfigurationAnswer
from rcoder.domain.belongings import Belongings
from rcoder.domain.chain import Neighbour
from rcoder.domain.codebook import Code, CodebookContents, Node
from rcoder.domain.configuration import Assembled, Configuration, Evidence, Judgement
from rcoder.domain.exhibit import Exhibit
from rcoder.domain.passage import Passage
from rcoder.domain.prompting import Asked
from rcoder.domain.strength import Coverage, Strength
from rcoder.domain.study import Study
from rcoder.domain.theory import Tally, Witness
from rcoder.domain.transcript import Transcript
from rcoder.domain.words import Kind, Rendering, Stance
from rcoder.project.assembling import outlines
from rcoder.project.belongings import belongings
from rcoder.project.chains import neighbours
from rcoder.project.codebooks import everything
from rcoder.project.comments import Conversation, conversations
from rcoder.project.configurations import evidence_passages
from rcoder.project.consolidating import Drawing, drawing_of
from rcoder.project.door import Project
from rcoder.project.exhibits import shown_by
from rcoder.project.progress import progress
from rcoder.project.prompts import prompts_of
from rcoder.project.questions import transcript
from rcoder.project.strength import coverage

__all__ = [
    "OVERALL",
    "Bench",
    "CaseProgress",
    "core_proposed",
    "counted",
    "gather",
    "joined",
    "passages_behind",
    "strength_of",
    "stretches_behind",
]


@dataclass(frozen=True, slots=True)
class Reading:
    """How the sentence is read just then; nothing of it is stored."""

    rendering: Rendering | None = None
    """None for the study's own."""
    language: str = ""
    """"" for the study's own."""


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
    """The other configurations in sight, with places and elements alone: what can be shared, and what is."""
    homes: frozenset[str] = frozenset()
    """Elements that stand in other configurations too, hidden ones included."""
    belongings: Belongings = Belongings()
    """What has been said of it, and what points at it."""
    transcripts: Mapping[str, Transcript] = field(default_factory=dict)
    """The transcripts its evidence stands in, by id."""
    coverage: Coverage = Coverage()
    study: Study = Study("", "")
    coder_id: str = ""
    """Who looks at it."""
    reading: Reading = Reading()
    ties: tuple[Neighbour, ...] = ()
    """How it stands to other configurations: chains, nesting, contradiction."""
    drawing: Drawing = Drawing()
    """What a consolidated one is made of."""
    prompts: tuple[Asked, ...] = ()
    """What there is to ask of it, and how it was answered."""
    exhibits: Mapping[str, Exhibit] = field(default_factory=dict)
    """The other material in sight that stands on it, by id."""
    conversations: tuple[Conversation, ...] = ()
    """What is said of it and its parts."""

    @property
    def assembled(self) -> Assembled:
        """The configuration with what belongs to it."""
        return self.answer.assembled

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """What has been judged of its strength."""
        return self.belongings.judgements

    @property
    def rendering(self) -> Rendering:
        """The rendering the sentence is read in."""
        return self.reading.rendering or self.study.rendering

    @property
    def tongue(self) -> str:
        """The language the sentence is read in."""
        return self.reading.language or self.language

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The passages joined to it, its links, its elements and its rivals."""
        return (*self.assembled.evidence, *self.belongings.on_rivals)

    @property
    def members(self) -> tuple[Configuration, ...]:
        """The configurations consolidated in it."""
        return self.belongings.members

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
    sight, study = project.sight, project.study()
    said = belongings(sight, answer.assembled)
    rival_passages = evidence_passages(sight, [each.id for each in said.on_rivals]) if said.on_rivals else []
    joined = (*answer.assembled.evidence, *said.on_rivals)
    return Bench(
        answer=replace(answer, evidence={**answer.evidence, **{each.id: each for each in rival_passages}}),
        contents=everything(sight),
        language=study.language,
        cases={row["id"]: row["name"] for row in sight.rows("SELECT id, name FROM cases ORDER BY name, id")},
        coders={coder.id: coder.name for coder in project.coders()},
        progress=progress(sight),
        others=tuple(each for each in outlines(sight) if each.configuration.id != own),
        homes=project.element_homes(own),
        belongings=said,
        transcripts={
            each: found
            for each in dict.fromkeys(evidence.transcript_id for evidence in joined)
            if (found := transcript(sight, each)) is not None
        },
        coverage=coverage(sight),
        study=study,
        coder_id=project.coder_id,
        ties=neighbours(project, own),
        drawing=drawing_of(project, answer.assembled),
        prompts=prompts_of(project, own),
        conversations=conversations(sight, own),
        exhibits=shown_by(sight, (*answer.assembled.bearings, *said.material_on_rivals)),
    )


def joined(bench: Bench) -> tuple[Passage, ...]:
    """The passages joined to the configuration, its links and its elements, those that its members lend among them."""
    found = (bench.answer.evidence.get(each.id) for each in bench.assembled.evidence)
    return (*(each for each in found if each is not None), *bench.drawing.every_lent)


def strength_of(bench: Bench) -> Strength:
    """The numbers that its strength can be judged by, never added up."""
    return strength(joined(bench), bench.assembled.bearings, bench.coverage, bench.progress)


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


def stretches_lent(bench: Bench, element_id: str) -> int:
    """How many stretches of words the elements of members rest on which an element stands for."""
    return len(witnesses(bench.drawing.resting(element_id)))


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
    attached += bench.drawing.lent(claim_id)
    found = witnesses(attached)
    return found, {stance: tally(found, stance, bench.progress) for stance in Stance}
