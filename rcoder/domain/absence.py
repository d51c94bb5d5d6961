"""What is said of a code in a case, role by role, and the names of its absence (decision 10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rcoder.domain.case import Case
from rcoder.domain.codebook import Code
from rcoder.domain.passage import Passage
from rcoder.domain.words import Absence, Bilingual


class Saying(StrEnum):
    """What one passage says of a code in a case."""

    PRESENT = "present"
    WEAK = "weak"
    COUNTERFACTUAL = "counterfactual"
    ABSENT = "absent"
    SUPPORTS = "supports"
    """Joined to the code as evidence; a stance is about the theory, not about whether the thing was there (decision 9)."""
    CONTRADICTS = "contradicts"
    REFINES = "refines"
    NEW = "new"
    BENEATH = "beneath"
    """It is about a code that stands under this one, whatever it says of that."""
    ASKED = "asked"
    """A question, in an interview that is coded to the end."""
    WAITING = "waiting"
    """A question, in an interview that is not."""
    LISTED = "listed"
    """General, normative or anticipated talk, which says nothing of the case."""
    EARLIER = "earlier"
    """It stands in an earlier text only."""


ANSWERS = frozenset(tuple(Saying)[: tuple(Saying).index(Saying.ASKED)])
"""What respondents say of this case."""

STANCES = (Saying.SUPPORTS, Saying.CONTRADICTS, Saying.REFINES, Saying.NEW)
"""Of passages joined to the code as evidence."""

SAID: dict[Saying, Bilingual] = {
    Saying.PRESENT: Bilingual("til stede", "said to be there"),
    Saying.WEAK: Bilingual("svag", "said to be weak"),
    Saying.COUNTERFACTUAL: Bilingual("kontrafaktisk", "counterfactual: it was there, and what its absence would have meant"),
    Saying.ABSENT: Bilingual("siges at mangle", "said to be absent"),
    Saying.SUPPORTS: Bilingual("støtter teorien", "evidence: supports"),
    Saying.CONTRADICTS: Bilingual("taler imod teorien", "evidence: contradicts"),
    Saying.REFINES: Bilingual("forfiner teorien", "evidence: refines"),
    Saying.NEW: Bilingual("nyt", "evidence: new"),
    Saying.BENEATH: Bilingual("om en kode under den", "about a code under it"),
    Saying.ASKED: Bilingual("spørgsmål", "questions asked"),
    Saying.WAITING: Bilingual("spørgsmål, interviewet er ikke kodet til ende", "questions, in an interview not coded to the end"),
    Saying.LISTED: Bilingual("ikke om denne sag", "not about this case: listed, not counted"),
    Saying.EARLIER: Bilingual("kun i en tidligere tekst", "in an earlier text only: listed, not counted"),
}  # fmt: skip
"""What each is called over its passages."""


@dataclass(frozen=True, slots=True)
class Heard:
    """How many passages say what of a code in a case, or as one role of it tells, and the interviews there are."""

    counts: Mapping[Saying, int] = field(default_factory=dict)
    interviews: int = 0
    unfinished: int = 0
    """Of those interviews: not coded to the end by anybody in sight."""
    latest: str = ""
    """The latest id, of those that tell the time, of what is said; "" for none."""

    def of(self, *sayings: Saying) -> int:
        """How many passages say one of these."""
        return sum(self.counts.get(each, 0) for each in sayings)

    @property
    def answers(self) -> int:
        """How many passages of respondents are about this case."""
        return self.of(*ANSWERS)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A passage, and what it says of the code."""

    saying: Saying
    passage: Passage


@dataclass(frozen=True, slots=True)
class Account:
    """What a case, or one role of it, tells of a code."""

    case_id: str
    role: str
    """"" for the case as a whole."""
    heard: Heard = Heard()
    absences: tuple[Absence, ...] = ()
    """Every name that holds; none where it was there."""
    spoken: tuple[Spoken, ...] = ()

    def passages(self, absence: Absence) -> tuple[Passage, ...]:
        """The words a name of absence is tied to: what says so, or the questions that were asked."""
        wanted = TIED.get(absence)
        return tuple(each.passage for each in self.spoken if each.saying is wanted)

    def by_saying(self) -> tuple[tuple[Saying, tuple[Passage, ...]], ...]:
        """The passages under what they say, in the order of `Saying`."""
        found = (
            (saying, tuple(each.passage for each in self.spoken if each.saying is saying))
            for saying in Saying
        )
        return tuple((saying, passages) for saying, passages in found if passages)


TIED: dict[Absence, Saying] = {
    Absence.SAID_ABSENT: Saying.ABSENT,
    Absence.COUNTERFACTUAL: Saying.COUNTERFACTUAL,
    Absence.NOT_MENTIONED: Saying.ASKED,
    Absence.NOT_YET_CODED: Saying.WAITING,
}
"""Which passages a name of absence is tied to."""


@dataclass(frozen=True, slots=True)
class CodeAbsence:
    """One code over every case and role."""

    code: Code
    cases: tuple[Case, ...]
    """By name."""
    roles: tuple[str, ...]
    """Every role that an interview of a case was held in, in order."""
    accounts: Mapping[tuple[str, str], Account]
    """By case id and role; "" is the case as a whole."""
    language: str = "da"

    def account(self, case_id: str, role: str = "") -> Account:
        """What a case, or a role of it, tells."""
        return self.accounts[case_id, role]
