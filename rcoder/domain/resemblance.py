"""Configurations that are alike, with what makes them so: proposals that nothing is counted of until a person decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rcoder.domain.terms import say
from rcoder.domain.words import Effect, Kind, Polarity


class Likeness(StrEnum):
    """What makes two elements alike, strongest first."""

    ELEMENT = "element"
    """They are one element, shared."""
    CODE = "code"
    WORDING = "wording"
    ABOVE = "above"
    """Their codes meet at the code above them (Jackson & Kolla 2012: sparse combinations meet at a higher level)."""


WEIGHTS = {Likeness.ELEMENT: 4, Likeness.CODE: 3, Likeness.WORDING: 3, Likeness.ABOVE: 1}


@dataclass(frozen=True, slots=True)
class Part:
    """An element where it stands, as far as likeness goes."""

    kind: Kind
    element_id: str
    wording: str
    code_id: str | None = None
    sign: str = "+"


@dataclass(frozen=True, slots=True)
class Likened:
    """A configuration, as far as likeness goes."""

    id: str
    number: str
    parts: tuple[Part, ...]
    links: Mapping[tuple[str, str], Effect] = field(default_factory=dict)
    """Effects by the elements they go from and to."""

    @property
    def negative(self) -> bool:
        """Whether an outcome of it is a negative one."""
        return any(each.kind is Kind.OUTCOME and each.sign == "-" for each in self.parts)


@dataclass(frozen=True, slots=True)
class Shared:
    """One thing that configurations have in common."""

    kind: Kind
    likeness: Likeness
    id: str
    """Of the element, the code, or the first element so worded."""
    words: str = ""

    @property
    def weight(self) -> int:
        """How much it tells."""
        return WEIGHTS[self.likeness]


@dataclass(frozen=True, slots=True)
class Resemblance:
    """Configurations that are alike: to be made one, or (`against`) to be compared, since their outcomes are opposite."""

    members: tuple[str, ...]
    """Ids, by number."""
    shared: tuple[Shared, ...]
    """One for each kind at most, in the order of kinds."""
    against: tuple[str, ...] = ()
    """Ids of those with the opposite outcome; then the resemblance is one to compare."""
    worded: tuple[tuple[Kind, float], ...] = ()
    """Kinds they share nothing stronger in, and how alike their wordings are, from 0 to 1."""
    tied: bool = False
    """Whether what they share is tied alike in each."""

    @property
    def weight(self) -> int:
        """How much it tells; no measure of truth."""
        return sum(each.weight for each in self.shared) + len(self.worded) + self.tied

    @property
    def key(self) -> str:
        """The same for the same configurations, whatever else changes: what a dismissal remembers."""
        sides = [" ".join(sorted(each)) for each in (self.members, self.against) if each]
        return " / ".join(sides)


NEGATIONS = frozenset(
    {
        "ikke", "ingen", "intet", "aldrig", "hverken", "uden", "not", "no", "never", "none", "nothing", "neither",
        "without", "cannot", "don't", "didn't", "isn't", "wasn't",
    }
)  # fmt: skip


def opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether only one of two wordings, as words in lower case, denies something."""
    return bool(one & NEGATIONS) is not bool(other & NEGATIONS)


_ENDINGS = tuple(f"({say(polarity, language)})" for polarity in Polarity for language in ("da", "en"))


def polarity_of(wording: str) -> str:
    """The words in brackets at its end that say a thing is weak or absent; "" for a thing that is there."""
    if not wording.endswith(")"):
        return ""
    plain = wording.casefold()
    return next((each for each in _ENDINGS if plain.endswith(each)), "")
