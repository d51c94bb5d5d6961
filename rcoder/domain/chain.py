"""Chains: configurations that share elements, an outcome of one being what another starts from (decision 3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rcoder.domain.rival import Kinship
from rcoder.domain.words import Kind


class Tie(StrEnum):
    """How another configuration stands to the one that is asked about."""

    FOLLOWS_FROM = "follows_from"
    """An outcome of the other is a context or resource here."""
    LEADS_TO = "leads_to"
    SHARES = "shares"
    """The two have an element in common, and neither leads to the other by it."""
    NESTED_IN = "nested_in"
    NESTS = "nests"
    CONTRADICTS = "contradicts"


TURNED: Mapping[Tie, Tie] = {
    Tie.FOLLOWS_FROM: Tie.LEADS_TO,
    Tie.LEADS_TO: Tie.FOLLOWS_FROM,
    Tie.SHARES: Tie.SHARES,
    Tie.NESTED_IN: Tie.NESTS,
    Tie.NESTS: Tie.NESTED_IN,
    Tie.CONTRADICTS: Tie.CONTRADICTS,
}
"""The same tie from the other side."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An element where it stands: in a place of a configuration, or (a consolidated one) where an element stands for it."""

    configuration_id: str
    element_id: str
    kind: Kind
    ends: bool = False
    """Of a reasoning: nothing in the configuration follows from it."""

    @property
    def leaves(self) -> bool:
        """Whether another configuration may go on from it."""
        return self.kind is Kind.OUTCOME or (self.kind is Kind.REASONING and self.ends)

    @property
    def begins(self) -> bool:
        """Whether the configuration starts from it."""
        return self.kind in (Kind.CONTEXT, Kind.RESOURCE)


@dataclass(frozen=True, slots=True, order=True)
class Lead:
    """One configuration leads to another by an element; both may be the same one."""

    source_id: str
    target_id: str
    element_id: str
    there: Kind
    """What the element is in the target."""


@dataclass(frozen=True, slots=True)
class Chained:
    """A configuration as a chain names it."""

    id: str
    number: str
    title: str
    status: str
    """In English words."""
    case: str = ""
    consolidated_in: str = ""
    """Id of the consolidated configuration that is drawn for it, "" where none in sight is."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another configuration, and how it stands to the one asked about."""

    tie: Tie
    other: Chained
    element_id: str = ""
    wording: str = ""
    """Of the element the two share."""
    here: Kind | None = None
    there: Kind | None = None
    kinship: Kinship | None = None
    """What a person said of the two, where no element ties them."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One line of chains drawn as a tree."""

    configuration_id: str
    above: tuple[bool, ...] = ()
    """For each step from the beginning: whether further branches come below it (it is drawn on)."""
    elements: tuple[str, ...] = ()
    """Ids of the elements by which the configuration above leads to it; none for a beginning."""
    loop: bool = False
    """It stands above in the same chain already: a loop closes."""
    shown: bool = False
    """It is drawn with what follows in another place."""

    @property
    def depth(self) -> int:
        """Steps from the beginning of the chain."""
        return len(self.above)


@dataclass(frozen=True, slots=True)
class Chains:
    """Every chain in sight."""

    configurations: Mapping[str, Chained] = field(default_factory=dict)
    """By id, in order of their numbers; those in no chain among them."""
    leads: tuple[Lead, ...] = ()
    kinships: tuple[Kinship, ...] = ()
    wordings: Mapping[str, str] = field(default_factory=dict)
    """Of the elements that tie, by id."""
    loops: tuple[tuple[str, ...], ...] = ()
    """Ids of configurations that lead round to themselves, each loop once, from its lowest number."""
    longest: tuple[str, ...] = ()
    """Ids along the longest chain; loops on the way are gone through once."""
    branches: tuple[Branch, ...] = ()

    @property
    def chained(self) -> frozenset[str]:
        """Ids of the configurations that lead somewhere or follow from something."""
        return frozenset(each for lead in self.leads for each in (lead.source_id, lead.target_id))
