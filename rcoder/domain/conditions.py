"""Support conditions case by case: what persons judged, and apart from it what the passages come to (decision 11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rcoder.domain.absence import Heard
from rcoder.domain.board import Whose
from rcoder.domain.case import Case
from rcoder.domain.codebook import Code
from rcoder.domain.configuration import ConditionJudgement
from rcoder.domain.words import Absence, ConditionState, Followed

SIGNS: dict[ConditionState, str] = {
    ConditionState.MET: "✓",
    ConditionState.NOT_MET: "✗",
    ConditionState.UNCLEAR: "?",
    ConditionState.ROLES_DISAGREE: "≠",
    ConditionState.NOT_MENTIONED: "○",
    ConditionState.NOT_CODED: "·",
    ConditionState.NO_INTERVIEW: "▨",
}
"""The sign of each state; its letter or word always stands beside it."""

LETTERS: dict[str, dict[ConditionState, str]] = {
    "en": {
        ConditionState.MET: "M",
        ConditionState.NOT_MET: "N",
        ConditionState.UNCLEAR: "U",
        ConditionState.ROLES_DISAGREE: "D",
        ConditionState.NOT_MENTIONED: "S",
        ConditionState.NOT_CODED: "C",
        ConditionState.NO_INTERVIEW: "I",
    },
    "da": {
        ConditionState.MET: "O",
        ConditionState.NOT_MET: "I",
        ConditionState.UNCLEAR: "U",
        ConditionState.ROLES_DISAGREE: "R",
        ConditionState.NOT_MENTIONED: "T",
        ConditionState.NOT_CODED: "K",
        ConditionState.NO_INTERVIEW: "X",
    },
}
"""The letter of each state, which is also its key where one is judged: S is silence, the thing was not mentioned."""

FOLLOWED_SIGNS: dict[Followed, str] = {
    Followed.FOLLOWED: "→+",
    Followed.NOT_FOLLOWED: "→−",
    Followed.UNCLEAR: "→?",
}
"""Whether the mechanism followed, apart from the state."""

DECIDED = (
    ConditionState.MET,
    ConditionState.NOT_MET,
    ConditionState.UNCLEAR,
    ConditionState.ROLES_DISAGREE,
)
"""States that say something of the condition; the others say why nothing can be said."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One coder's judgement, and how far it reaches."""

    judgement: ConditionJudgement
    coder: str
    """Name of the coder."""
    own: bool = False
    """Whether it is the asker's."""
    passages: int = 0
    """How many passages it rests on, in sight."""
    since: bool = False
    """Whether further passages on the condition in this case have come since it was made."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One condition in one case, or as one role of the case tells it."""

    condition_id: str
    case_id: str
    role: str = ""
    """"" for the case as a whole."""
    heard: Heard = Heard()
    absences: tuple[Absence, ...] = ()
    judged: tuple[Judged, ...] = ()
    """Of the same role, the asker's own first."""
    told: tuple[Judged, ...] = ()
    """Of a case as a whole: judgements of single roles' accounts."""

    @property
    def own(self) -> Judged | None:
        """The asker's own judgement."""
        return next((each for each in self.judged if each.own), None)

    def by(self, whose: Whose) -> tuple[Judged, ...]:
        """The asker's own judgement, or everybody's in sight."""
        return self.judged if whose is Whose.SEEN else tuple(each for each in self.judged if each.own)

    def state(self, whose: Whose) -> ConditionState | None:
        """The state as judged; None where nobody has judged, and where coders judge differently."""
        states = {each.judgement.state for each in self.by(whose)}
        return next(iter(states)) if len(states) == 1 else None

    def differs(self, whose: Whose) -> bool:
        """Whether coders judge the state differently."""
        return len({each.judgement.state for each in self.by(whose)}) > 1


@dataclass(frozen=True, slots=True)
class Checklist:
    """Every support condition in every case; what others export."""

    conditions: tuple[Code, ...]
    """In the order of the codebooks, those of one hypothesis together."""
    hypotheses: Mapping[str, Code]
    """The hypothesis of each condition that has one, by the condition's id."""
    cases: tuple[Case, ...]
    """By name."""
    cells: Mapping[tuple[str, str], Cell]
    """By condition id and case id; there is one for each pair."""
    language: str = "da"

    @property
    def whose(self) -> Whose:
        """Whose judgements are shown to begin with: the asker's own, where there are any or nobody has judged."""
        own = any(each.own for each in self.cells.values())
        return Whose.MINE if own or not any(each.judged for each in self.cells.values()) else Whose.SEEN

    def cell(self, condition_id: str, case_id: str) -> Cell:
        """One condition in one case."""
        return self.cells[condition_id, case_id]

    def row(self, condition_id: str) -> tuple[Cell, ...]:
        """One condition in every case."""
        return tuple(self.cells[condition_id, case.id] for case in self.cases)


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """One case: every condition as the case as a whole and as each role tells it."""

    case: Case
    conditions: tuple[Code, ...]
    hypotheses: Mapping[str, Code]
    roles: tuple[str, ...]
    """Every role that an interview of a case of the study was held in, in order; a gap of this case shows as no interview."""
    cells: Mapping[tuple[str, str], Cell]
    """By condition id and role; "" is the case as a whole."""
    cases: tuple[Case, ...] = ()
    """Every case, to go on to."""
    language: str = "da"

    def cell(self, condition_id: str, role: str = "") -> Cell:
        """One condition as one role tells it."""
        return self.cells[condition_id, role]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a condition comes to over some cases; every case stands in one place, so that the numbers add up."""

    cases: int
    states: Mapping[ConditionState, int] = field(default_factory=dict)
    differ: int = 0
    """Judged differently by different coders."""
    not_judged: int = 0
    """Not judged, with an interview."""
    no_interview: int = 0
    """Not judged, and there is no interview to judge by."""
    group: str | None = None
    """The outcome group these are the cases of, "" for those whose group is unknown; None for all cases."""

    @property
    def judged(self) -> int:
        """Cases in which something was decided of the condition: what "met in n of" is of."""
        return sum(self.states.get(each, 0) for each in DECIDED)

    @property
    def met(self) -> int:
        """Cases in which it was met."""
        return self.states.get(ConditionState.MET, 0)


def roles_differ(told: Iterable[Judged]) -> bool:
    """Whether one coder judges the accounts of roles as met and as not met: then “roles disagree” is offered, never set."""
    by_coder: dict[str, set[ConditionState]] = {}
    for each in told:
        if each.judgement.role:
            by_coder.setdefault(each.judgement.coder_id, set()).add(each.judgement.state)
    apart = {ConditionState.MET, ConditionState.NOT_MET}
    return any(apart <= states for states in by_coder.values())
