"""A configuration on the bench: all that its screen shows, asked of the project at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rcoder.analysis.boxes import OVERALL, BoxFinder
from rcoder.analysis.counting import CaseProgress, case_progress, tally, witnesses
from rcoder.domain.answers import ConfigurationAnswer
from rcoder.domain.codebook import Code, CodebookContents, Node
from rcoder.domain.configuration import Assembled, Element, Evidence, Judgement, Link, Place
from rcoder.domain.passage import Passage
from rcoder.domain.transcript import Transcript
from rcoder.domain.words import Kind, Stance, letter, say
from rcoder.project import Project

LANGUAGE = "en"
"""Language of the interface; what a study says is in its own."""


@dataclass(frozen=True, slots=True)
class Bench:
    """One configuration with its surroundings."""

    answer: ConfigurationAnswer
    contents: CodebookContents | None = None
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
        contents=project.codebook(),
        language=project.study().language,
        cases=cases,
        coders={coder.id: coder.name for coder in project.coders()},
        progress=case_progress(
            cases, {line.id: line.case_id for line in lines}, (line.id for line in lines if line.finished_by)
        ),
        others=tuple(each for each in project.configurations() if each.configuration.id != own),
        homes=project.element_homes(own),
        judgements=project.judgements(own),
        transcripts={
            each: project.transcript(each)
            for each in dict.fromkeys(evidence.transcript_id for evidence in answer.assembled.evidence)
        },
    )


# -- what things are called --------------------------------------------------------------------------------------


def place_names(assembled: Assembled) -> dict[str, str]:
    """The short name of each place by its id: C1, R1, M1, M2, O1."""
    counts: dict[Kind, int] = {}
    names: dict[str, str] = {}
    for place in assembled.places:
        counts[place.kind] = counts.get(place.kind, 0) + 1
        names[place.id] = f"{letter(place.kind, LANGUAGE)}{counts[place.kind]}"
    return names


def element_name(assembled: Assembled, element_id: str) -> str:
    """The short name of an element: that of its place, or of both where it stands in two."""
    names = place_names(assembled)
    own = [names[place.id] for place in assembled.places if place.element_id == element_id]
    return "/".join(own) or "?"


def link_name(assembled: Assembled, link: Link) -> str:
    """A link by the short names of its ends: R1 → M1; a condition as C1 on R1 → M1."""
    source = element_name(assembled, link.source_id)
    if link.target_id in assembled.elements:
        return f"{source} → {element_name(assembled, link.target_id)}"
    target = link_of(assembled, link.target_id)
    return f"{source} on {link_name(assembled, target)}" if target and target.id != link.id else source


def claim_name(assembled: Assembled, claim_id: str) -> str:
    """The configuration itself or one of its links, in words: K07, or R1 → M1 of K07."""
    number = assembled.configuration.number
    link = link_of(assembled, claim_id)
    return f"{link_name(assembled, link)} of {number}" if link else number


# -- finding things ----------------------------------------------------------------------------------------------


def link_of(assembled: Assembled, link_id: str) -> Link | None:
    """A link by id."""
    return next((link for link in assembled.links if link.id == link_id), None)


def place_of(assembled: Assembled, place_id: str) -> Place | None:
    """A place by id."""
    return next((place for place in assembled.places if place.id == place_id), None)


def evidence_of(assembled: Assembled, evidence_id: str) -> Evidence | None:
    """Evidence by id."""
    return next((each for each in assembled.evidence if each.id == evidence_id), None)


def passages_behind(bench: Bench, element_id: str) -> tuple[tuple[str, Passage], ...]:
    """What an element rests on: id of the grounding and the passage, in order of transcript and place."""
    found = [
        (grounding.id, bench.answer.codings[grounding.coding_id])
        for grounding in bench.assembled.groundings
        if grounding.element_id == element_id and grounding.coding_id in bench.answer.codings
    ]
    return tuple(sorted(found, key=lambda each: (each[1].transcript, each[1].start, each[1].end, each[0])))


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


def box_words(bench: Bench, element: Element) -> str:
    """In which box of the theory an element is drawn, and who says so (decision 4)."""
    finder = bench.finder()
    if finder is None:
        return ""
    if element.new:
        return "a box of its own"
    settled, proposed = finder.settled(element), finder.proposed(element.code_id)
    if settled is not None:
        return f"box {settled.label.say(bench.language)}"
    if proposed is not None:
        return f"box? {proposed.label.say(bench.language)}"
    return "no box chosen"


def tally_words(bench: Bench, claim_id: str) -> str:
    """What the passages on a claim come to: "supports 3 (2 of 3 cases) · contradicts 1 (1 of 3 cases)".

    Counted as the figure counts (decision 7); cases always with their denominator.
    """
    attached = [
        (bench.answer.line.number, bench.answer.evidence[each.id])
        for each in bench.assembled.evidence_on(claim_id)
        if each.id in bench.answer.evidence
    ]
    found = witnesses(attached)
    coded = bench.progress.denominator.coded
    parts = []
    for stance in Stance:
        count = tally(found, stance, bench.progress)
        if not count.passages and not count.listed:
            continue
        beside = []
        if count.cases or (coded and any(each.stance is stance and each.counts == "case" for each in found)):
            beside.append(f"{count.cases} of {coded} cases")
        for number, words in (
            (count.cases_not_yet_coded, "not yet coded to the end"),
            (count.cases_without_interview, "without interview"),
        ):
            if number:
                beside.append(f"{plural(number, 'case')} {words}")
        if count.respondents:
            beside.append(f"{plural(count.respondents, 'respondent')} in general")
        if count.listed:
            beside.append(f"{count.listed} listed, not counted")
        parts.append(
            f"{say(stance, LANGUAGE)} {count.passages}" + (f" ({', '.join(beside)})" if beside else "")
        )
    return " · ".join(parts)


def plural(number: int, word: str) -> str:
    """A number with its noun: 1 passage, 3 passages."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
