"""What the checks need of a configuration, and of the study it stands in: plain values, as far as the asker may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from rcoder.domain.prompting import same
from rcoder.domain.terms import letter
from rcoder.domain.words import Bilingual, Kind


class Part(NamedTuple):
    """An element in its place."""

    element_id: str
    kind: Kind
    wording: str
    code_id: str = ""
    actor: str = ""
    sign: str = "+"
    horizon: str = ""
    inferred: bool = False
    """A person said that the researcher infers it."""
    elsewhere: bool = False
    """Whether it is an outcome of another configuration in sight: a resource that comes of a chain."""


class Tie(NamedTuple):
    """A link."""

    id: str
    source_id: str
    target_id: str
    effect: str = "promotes"


class Voice(NamedTuple):
    """A passage that an element rests on (without a stance), or for or against the configuration, a link or an element."""

    claim_id: str
    stance: str
    place: tuple[str, int, int]
    """Transcript, start and end: the same words coded twice are one passage."""
    case_id: str
    respondent: str
    """Whoever speaks: the person, else the speaker, else the transcript."""
    name: str
    """Name of the respondent, as the interview has it."""
    roles: tuple[str, ...]
    this_case: bool
    inferred: bool
    prompted: bool


class Rivalry(NamedTuple):
    """A rival explanation that was written down."""

    id: str
    wording: str
    open: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """A configuration with what the checks look at."""

    id: str
    number: str
    because: str = ""
    hypotheses: tuple[str, ...] = ()
    case_level: bool = True
    member: bool = False
    """Whether it is consolidated in another, which is asked in its stead whether there are more cases."""
    parts: tuple[Part, ...] = ()
    ties: tuple[Tie, ...] = ()
    voices: tuple[Voice, ...] = ()
    """Without interviewers' words and earlier texts, which count for nothing."""
    rivals: tuple[Rivalry, ...] = ()
    countered: bool = False
    """Whether something that is no passage (a survey row, a document) contradicts it."""
    beside: int = 0
    """Pieces of other material for or against it."""


class CodeBrief(NamedTuple):
    """What the checks know of a code."""

    key: str
    kind: Kind | None = None
    sign: str = "+"


@dataclass(frozen=True, slots=True)
class Setting:
    """What the checks know of the study."""

    codes: Mapping[str, CodeBrief] = field(default_factory=dict)
    """By id."""
    cases: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Name and outcome group of the cases that have an interview, by id."""
    roles: tuple[str, ...] = ()
    """Every role of somebody who was interviewed."""
    names: frozenset[str] = frozenset()
    """Names of people and places, case-folded, that do not belong in a wording."""

    @property
    def groups(self) -> frozenset[str]:
        """The outcome groups there are."""
        return frozenset(group for _, group in self.cases.values() if group)


def names_of(parts: tuple[Part, ...]) -> dict[str, Bilingual]:
    """The short name of each element by its id, as on the bench: M1, and M1/O1 where it stands in two places."""
    counts: dict[Kind, int] = {}
    found: dict[str, Bilingual] = {}
    for part in parts:
        counts[part.kind] = counts.get(part.kind, 0) + 1
        name = Bilingual(*(f"{letter(part.kind, each)}{counts[part.kind]}" for each in ("da", "en")))
        before = found.get(part.element_id)
        found[part.element_id] = (
            name if before is None else Bilingual(f"{before.da}/{name.da}", f"{before.en}/{name.en}")
        )
    return found


UNKNOWN = same("?")
"""The name of what is not there any more."""
