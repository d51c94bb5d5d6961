"""What a study file says of how its configurations were tested, reviewed and followed over time, part by part."""

from __future__ import annotations

from dataclasses import dataclass

from rcoder.domain.words import (
    Answered,
    ConditionState,
    Fate,
    Followed,
    Kin,
    Material,
    Stance,
    Status,
)
from rcoder.exchange.study_parts import StudyEvidence


@dataclass(frozen=True, slots=True)
class StudyRival:
    """Another explanation than a configuration's own, with the passages on it."""

    configuration: str
    id: str
    coder: str
    wording: str
    fate: Fate
    reason: str
    other: str
    """Id of the configuration that says it, "" for none."""
    evidence: tuple[StudyEvidence, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class StudyStrength:
    """A judgement of a configuration's strength."""

    configuration: str
    coder: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class StudyBearing:
    """An exhibit for or against a claim."""

    on: str
    """"K01", "K01.e1" or "K01.l1"."""
    stance: Stance
    memo: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class StudyExhibit:
    """Other material than interviews."""

    id: str
    coder: str
    material: Material
    title: str
    words: str
    value: str
    base: str
    where: str
    case: str
    bears: tuple[StudyBearing, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class StudyKinship:
    """How a configuration stands to another."""

    of: str
    kin: Kin
    to: str
    coder: str
    why: str


@dataclass(frozen=True, slots=True)
class StudyState:
    """A judgement of a support condition in a case, or as a role of it tells it."""

    condition: str
    """Its key."""
    case: str
    role: str
    coder: str
    state: ConditionState
    followed: Followed | None
    reason: str
    passages: tuple[StudyEvidence, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class StudySummary:
    """What a case says of a hypothesis."""

    case: str
    code: str
    coder: str
    text: str
    passages: tuple[StudyEvidence, ...]
    line: int
    column: int
    at: str = ""
    """Its day, "2024-06-03"; "" where the file does not say."""


@dataclass(frozen=True, slots=True)
class StudyTurningPoint:
    """A moment after which a case went another way."""

    case: str
    coder: str
    wording: str
    when: str
    sign: str
    passages: tuple[StudyEvidence, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class StudyComment:
    """What somebody says about a configuration or a part of it."""

    id: str
    on: str
    """"K01", "K01.e1" or "K01.l1"; "" for a reply."""
    passage: int
    """Which passage of that part it is about, from 1; 0 for the part itself."""
    coder: str
    text: str
    reply_to: str
    resolved_by: str
    line: int
    column: int
    at: str = ""
    """Its day, "2024-06-03"; "" where the file does not say."""


@dataclass(frozen=True, slots=True)
class StudyAnswer:
    """What somebody answered to a prompt."""

    prompt: str
    of: str
    """Id of a configuration; "" for the whole set."""
    about: str
    """Id of an element ("e1"), key of a code, name of a transcript's file; "" for the whole."""
    coder: str
    answered: Answered
    why: str
    line: int
    column: int
    at: str = ""
    """Its day, "2024-06-03"; "" where the file does not say."""


@dataclass(frozen=True, slots=True)
class StudyStep:
    """Something that was done later, in the order of the file."""

    coder: str
    why: str
    line: int
    column: int
    at: str = ""
    """Its day, "2024-06-03"; "" where the file does not say."""
    save: str = ""
    """Name of the theory version that is saved."""
    of: str = ""
    """The configuration, or part of one, that the other steps are about."""
    begin: bool = False
    """Whether the configuration, kept back until then, is begun."""
    status: Status | None = None
    by: str = ""
    """The configuration that takes its place, for a superseded one."""
    because: str = ""
    """Its new because."""
    wording: str = ""
    """The new wording of an element."""
    untie: bool = False
    """Whether the link is removed."""
    evidence: tuple[StudyEvidence, ...] = ()
    """Passages that are joined to it then."""


@dataclass(frozen=True, slots=True)
class StudyTested:
    """Everything of this kind in a study file."""

    rivals: tuple[StudyRival, ...] = ()
    strengths: tuple[StudyStrength, ...] = ()
    exhibits: tuple[StudyExhibit, ...] = ()
    tray: tuple[StudyEvidence, ...] = ()
    kinships: tuple[StudyKinship, ...] = ()
    states: tuple[StudyState, ...] = ()
    summaries: tuple[StudySummary, ...] = ()
    turning_points: tuple[StudyTurningPoint, ...] = ()
    comments: tuple[StudyComment, ...] = ()
    answers: tuple[StudyAnswer, ...] = ()
    course: tuple[StudyStep, ...] = ()

    @property
    def every_passage(self) -> tuple[StudyEvidence, ...]:
        """Every passage it quotes."""
        groups = (
            *(each.evidence for each in self.rivals),
            *(each.passages for each in self.states),
            *(each.passages for each in self.summaries),
            *(each.passages for each in self.turning_points),
            *(each.evidence for each in self.course),
        )
        return (*self.tray, *(passage for group in groups for passage in group))

    @property
    def cases(self) -> tuple[tuple[str, int, int], ...]:
        """Every case it names, with line and column."""
        return (
            *((each.case, each.line, each.column) for each in self.exhibits),
            *((each.case, each.line, each.column) for each in self.states),
            *((each.case, each.line, each.column) for each in self.summaries),
            *((each.case, each.line, each.column) for each in self.turning_points),
            *((each.case, each.line, each.column) for each in self.every_passage),
        )
