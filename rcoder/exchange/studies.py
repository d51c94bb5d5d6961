"""Study files: the codings and configurations of a made-up or finished study, as YAML that people can read.

A study file names transcripts, coders and codes in words and quotes passages; turning them into rows of a
project is the project's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rcoder.domain.errors import BadCodebook, Finding
from rcoder.domain.transcript import Span, Turn, turn_at
from rcoder.domain.words import (
    Activation,
    Bilingual,
    Directness,
    Effect,
    Horizon,
    Kind,
    Level,
    Polarity,
    Prompting,
    Scope,
    Stance,
    Status,
)
from rcoder.exchange.findings import Findings
from rcoder.exchange.study_check import check_relations
from rcoder.exchange.study_shape import FORMAT, STATUSES, STUDY, ConfigurationDraft, Draft, draft_of
from rcoder.exchange.yaml_file import YamlMap, read_yaml
from rcoder.exchange.yaml_section import PLAIN_WORD, Section, check_format, section_of


@dataclass(frozen=True, slots=True)
class StudyCoder:
    """A coder of the study."""

    name: str
    released: bool


@dataclass(frozen=True, slots=True)
class StudyFinish:
    """A coder has read and coded a transcript to the end."""

    transcript: str
    """Name of the transcript's file, as everywhere in a study file."""
    coder: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class StudyCoding:
    """A quoted passage and what it is coded with."""

    id: str
    transcript: str
    coder: str
    quote: str
    code: str
    """Key of a code, support condition or hypothesis."""
    line: int
    column: int
    occurrence: int = 1
    """Which occurrence of the quote in the transcript, from 1."""
    kind: Kind | None = None
    """None: the code's usual kind."""
    actor: str = ""
    polarity: Polarity = Polarity.PRESENT
    counterfactual: bool = False
    scope: Scope | None = None
    """None where the file does not say: this_case, or general in an interview without a case."""
    case: str = ""
    """Another case than the interview's."""
    directness: Directness = Directness.SAID
    prompting: Prompting = Prompting.VOLUNTEERED
    memo: str = ""


@dataclass(frozen=True, slots=True)
class StudyEvidence:
    """A quoted passage for or against a configuration or a link."""

    transcript: str
    coder: str
    quote: str
    stance: Stance
    line: int
    column: int
    occurrence: int = 1
    scope: Scope | None = None
    """None where the file does not say: this_case, or general in an interview without a case."""
    case: str = ""
    directness: Directness = Directness.SAID
    prompting: Prompting = Prompting.VOLUNTEERED
    memo: str = ""


@dataclass(frozen=True, slots=True)
class StudyElement:
    """An element in its place in a configuration, or another configuration's element in a place here (`share`)."""

    id: str
    kind: Kind
    line: int
    column: int
    share: tuple[str, str] | None = None
    """Ids of the configuration and of the element that is the same one; the fields below are then empty."""
    wording: str = ""
    code: str = ""
    actor: str = ""
    sign: str = "+"
    horizon: Horizon | None = None
    activation: Activation | None = None
    codings: tuple[str, ...] = ()
    """Ids of the study's codings that it rests on."""


@dataclass(frozen=True, slots=True)
class StudyLink:
    """A link between two elements, or from a context to a link of the same configuration."""

    id: str
    source: str
    """Id of an element."""
    target: str
    """Id of an element; of a link where the effect is conditions."""
    effect: Effect
    line: int
    column: int
    evidence: tuple[StudyEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class StudyConfiguration:
    """A configuration with its elements in reading order, its links and the evidence on the whole of it."""

    id: str
    title: str
    hypotheses: tuple[str, ...]
    """Keys of hypotheses."""
    coder: str
    level: Level
    case: str
    core: str
    """Key of a node of the overall theory; "" for none."""
    status: Status
    because: str
    memo: str
    elements: tuple[StudyElement, ...]
    links: tuple[StudyLink, ...]
    evidence: tuple[StudyEvidence, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class StudyFile:
    """A whole study file."""

    title: Bilingual
    description: Bilingual
    codebook: str
    """Key of the codebook it is coded with."""
    manifest: str
    """Name of the manifest beside it."""
    coders: tuple[StudyCoder, ...]
    finished: tuple[StudyFinish, ...]
    codings: tuple[StudyCoding, ...]
    configurations: tuple[StudyConfiguration, ...]


def read_study(path: Path) -> StudyFile:
    """The study in a YAML file.

    Raises:
        BadCodebook: it has faults; every one is among the findings.
        Unreadable: the file is not there or cannot be read.
    """
    findings = Findings()
    study = _read(path, findings)
    if study is None or len(findings):
        raise BadCodebook(str(path), findings.in_order())
    return study


def check_study(path: Path) -> tuple[Finding, ...]:
    """Every fault of a study file, in the order of the file.

    Raises:
        Unreadable: the file is not there or cannot be read.
    """
    try:
        read_study(path)
    except BadCodebook as error:
        return error.findings
    return ()


def locate(text: str, quote: str, occurrence: int = 1, turns: tuple[Turn, ...] = ()) -> Span | None:
    """Where a quote stands, letter for letter; None where it does not.

    Only occurrences within one turn count (all do, where there are no turns); `occurrence` counts them from 1.
    """
    start, left = text.find(quote) if quote else -1, occurrence
    while start >= 0:
        found = Span(start, start + len(quote))
        if _within_one_turn(found, turns):
            left -= 1
            if left == 0:
                return found
        start = text.find(quote, start + 1)
    return None


def _within_one_turn(span: Span, turns: tuple[Turn, ...]) -> bool:
    index = turn_at(turns, span.start)
    return not turns or (index is not None and span.end <= turns[index].end)


def _read(path: Path, findings: Findings) -> StudyFile | None:
    root = read_yaml(path, findings)
    if isinstance(root, YamlMap) and not check_format(root, "study", FORMAT, findings):
        return None
    top = section_of(root, STUDY, findings)
    if top is None:
        return None
    draft = draft_of(top)
    study = _study(draft)
    check_relations(draft, findings)
    return study


def _study(draft: Draft) -> StudyFile:
    top = draft.top
    return StudyFile(
        title=top.bilingual("title", both=True),
        description=top.bilingual("description"),
        codebook=top.text("codebook"),
        manifest=top.text("manifest"),
        coders=tuple(StudyCoder(each.text("name"), each.yes("released")) for each in draft.coders),
        finished=tuple(
            StudyFinish(each.text("transcript"), each.text("coder"), each.line, each.column)
            for each in draft.finished
        ),
        codings=tuple(_coding(each) for each in draft.codings),
        configurations=tuple(_configuration(each) for each in draft.configurations),
    )


def _coding(section: Section) -> StudyCoding:
    return StudyCoding(
        id=section.word("id"),
        transcript=section.text("transcript"),
        coder=section.text("coder"),
        quote=section.text("quote"),
        code=section.text("code"),
        line=section.line,
        column=section.column,
        occurrence=section.count("occurrence", 1),
        kind=section.term("kind", Kind),
        actor=section.text("actor"),
        polarity=section.term("polarity", Polarity) or Polarity.PRESENT,
        counterfactual=section.yes("counterfactual"),
        scope=section.term("scope", Scope),
        case=section.text("case"),
        directness=section.term("directness", Directness) or Directness.SAID,
        prompting=section.term("prompting", Prompting) or Prompting.VOLUNTEERED,
        memo=section.text("memo"),
    )


def _evidence(section: Section) -> StudyEvidence:
    return StudyEvidence(
        transcript=section.text("transcript"),
        coder=section.text("coder"),
        quote=section.text("quote"),
        stance=section.term("stance", Stance) or Stance.SUPPORTS,
        line=section.line,
        column=section.column,
        occurrence=section.count("occurrence", 1),
        scope=section.term("scope", Scope),
        case=section.text("case"),
        directness=section.term("directness", Directness) or Directness.SAID,
        prompting=section.term("prompting", Prompting) or Prompting.VOLUNTEERED,
        memo=section.text("memo"),
    )


def _configuration(draft: ConfigurationDraft) -> StudyConfiguration:
    top = draft.top
    return StudyConfiguration(
        id=top.word("id", PLAIN_WORD),
        title=top.text("title"),
        hypotheses=top.texts("hypotheses"),
        coder=top.text("coder"),
        level=top.term("level", Level) or Level.CASE,
        case=top.text("case"),
        core=top.text("core"),
        status=top.term("status", Status, STATUSES) or Status.DRAFT,
        because=top.text("because"),
        memo=top.text("memo"),
        elements=tuple(_element(each) for each in draft.elements),
        links=tuple(_link(link, evidence) for link, evidence in draft.links),
        evidence=tuple(_evidence(each) for each in draft.evidence),
        line=top.line,
        column=top.column,
    )


def _element(section: Section) -> StudyElement:
    configuration, dot, element = section.text("share").partition(".")
    return StudyElement(
        id=section.word("id", PLAIN_WORD),
        kind=section.term("kind", Kind) or Kind.CONTEXT,
        line=section.line,
        column=section.column,
        share=(configuration, element) if dot else None,
        wording=section.text("wording"),
        code=section.text("code"),
        actor=section.text("actor"),
        sign=section.one_of("sign", ("+", "-")) or "+",
        horizon=section.term("horizon", Horizon),
        activation=section.term("activation", Activation),
        codings=section.texts("codings"),
    )


def _link(section: Section, evidence: tuple[Section, ...]) -> StudyLink:
    return StudyLink(
        id=section.word("id", PLAIN_WORD),
        source=section.text("from"),
        target=section.text("to"),
        effect=section.term("effect", Effect) or Effect.PROMOTES,
        line=section.line,
        column=section.column,
        evidence=tuple(_evidence(each) for each in evidence),
    )
