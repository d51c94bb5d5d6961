"""What a study file says, part by part; places in it are kept so that a fault can be named where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from rcoder.domain.case import Criterion
from rcoder.domain.words import (
    Activation,
    Bilingual,
    Directness,
    Effect,
    Horizon,
    Kind,
    Level,
    MemoKind,
    Polarity,
    Prompting,
    Scope,
    Stance,
    Status,
    Subject,
)


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
    directness: Directness = Directness.SAID
    stands_for: tuple[str, ...] = ()
    """For an element of a consolidated configuration: the elements of its members, as "K03.r1"."""
    evidence: tuple[StudyEvidence, ...] = ()


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
    conditions: tuple[str, ...] = ()
    """Keys of support conditions."""
    reviewer: str = ""
    """Who gave the status; "" for its own coder."""
    members: tuple[str, ...] = ()
    """Ids of the configurations that it consolidates."""
    later: bool = False
    """Whether it is begun by a step of the course only."""

    @property
    def every_passage(self) -> tuple[StudyEvidence, ...]:
        """The evidence on it, its links and its elements."""
        on_links = (each for link in self.links for each in link.evidence)
        on_elements = (each for element in self.elements for each in element.evidence)
        return (*self.evidence, *on_links, *on_elements)


@dataclass(frozen=True, slots=True)
class StudyExcerpt:
    """A quoted passage that a coder keeps for its own sake: as a quotation for a paper, a reading mark, or for a memo on it."""

    id: str
    transcript: str
    coder: str
    quote: str
    line: int
    column: int
    occurrence: int = 1
    edited: str = ""
    """How it is to be printed: additions in [brackets], omissions as an ellipsis."""
    translation: str = ""
    language: str = "en"
    """Language of the translation."""
    mark: bool = False


@dataclass(frozen=True, slots=True)
class StudyMemo:
    """What a coder wrote about one thing of the study."""

    id: str
    coder: str
    kind: MemoKind
    about: Subject
    of: str
    """File name, name of a case, key of a code, id of a coding, configuration or excerpt; "" for the project."""
    title: str
    text: str
    links: tuple[str, ...]
    """Ids of memos, configurations, codings and excerpts."""
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class StudyGroup:
    """A group of cases made from attributes."""

    id: str
    name: Bilingual
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class StudyCorrection:
    """A corrected text of a transcript, that came after everything else in the file."""

    transcript: str
    corrected: str
    """Name of the file with the corrected text, beside the study file."""
    coder: str
    why: str
    line: int
    column: int
