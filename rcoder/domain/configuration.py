"""A configuration: elements in places, stored links between them, and passages for and against (decisions 1 to 14)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rcoder.domain.exhibit import Bearing
from rcoder.domain.transcript import Span
from rcoder.domain.words import (
    Activation,
    Claim,
    ConditionState,
    Directness,
    Effect,
    Followed,
    Horizon,
    Kind,
    Level,
    Prompting,
    Scope,
    Stance,
    Status,
)


@dataclass(frozen=True, slots=True)
class Configuration:
    """A claim about what works for whom and why; partial ones are normal."""

    table: ClassVar[str] = "configurations"

    id: str
    number: str
    """As people call it: K07."""
    coder_id: str
    title: str = ""
    hypotheses: tuple[str, ...] = ()
    """Ids of hypotheses."""
    level: Level = Level.CASE
    case_id: str | None = None
    core_id: str | None = None
    """The core element: a node of the overall theory's first column. Membership, never counted (decision 6)."""
    because: str = ""
    status: Status = Status.DRAFT
    status_by: str = ""
    """Id of the coder who set the status."""
    status_digest: str = ""
    """What the configuration was when it was accepted or settled; see `digest`."""
    consolidated_in: str | None = None
    """The consolidated configuration that is drawn instead of this one (decision 12)."""
    memo: str = ""
    conditions: tuple[str, ...] = ()
    """Ids of the support conditions it bears on."""
    superseded_by: str | None = None
    """The configuration that took its place, where its status is superseded."""


@dataclass(frozen=True, slots=True)
class Element:
    """One thing in one or more configurations. Shared elements make chains (decision 3)."""

    table: ClassVar[str] = "elements"

    id: str
    wording: str
    code_id: str | None = None
    actor: str = ""
    """Whose reasoning, where it stands as reasoning."""
    activation: Activation | None = None
    sign: str = "+"
    """Of an outcome: "+" or "-"."""
    horizon: Horizon | None = None
    """Of an outcome."""
    node_id: str | None = None
    """The box it is drawn in, where a person chose one; otherwise proposed from the code."""
    new: bool = False
    """A person said that it fits no box: drawn in a box of its own."""
    directness: Directness = Directness.SAID
    """Whether somebody says it, or the researcher infers it."""


@dataclass(frozen=True, slots=True)
class Place:
    """An element's place in a configuration. The kind belongs here (rule 2)."""

    table: ClassVar[str] = "places"

    id: str
    configuration_id: str
    element_id: str
    kind: Kind
    position: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A stored link from an element to an element, or (conditions) from a context to a link."""

    table: ClassVar[str] = "links"

    id: str
    configuration_id: str
    source_id: str
    """An element of the configuration."""
    target_id: str
    """An element of the configuration; a link of it where the effect is conditions."""
    effect: Effect = Effect.PROMOTES
    position: int = 0


@dataclass(frozen=True, slots=True)
class Grounding:
    """A coding that an element rests on."""

    table: ClassVar[str] = "groundings"

    id: str
    element_id: str
    coding_id: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage joined to a claim with a stance, set by a person (decision 9)."""

    table: ClassVar[str] = "evidence"

    id: str
    claim: Claim
    claim_id: str
    """Id of what it is joined to; "" in the tray."""
    transcript_id: str
    start: int
    end: int
    stance: Stance
    coder_id: str
    scope: Scope = Scope.THIS_CASE
    case_id: str | None = None
    """Another case than the interview's, where the passage is about that one."""
    directness: Directness = Directness.SAID
    prompting: Prompting = Prompting.VOLUNTEERED
    memo: str = ""
    revision: int = 1
    """The revision of the transcript that `start` and `end` count in."""

    @property
    def span(self) -> Span:
        """Where the passage stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Strength of a configuration in words, by a named person, with a reason (decision 8)."""

    table: ClassVar[str] = "judgements"

    id: str
    configuration_id: str
    coder_id: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class ConditionJudgement:
    """A person's judgement of a support condition in one case (decision 11), or as one role of the case tells it."""

    table: ClassVar[str] = "condition_judgements"

    id: str
    condition_id: str
    case_id: str
    coder_id: str
    state: ConditionState
    reason: str = ""
    role: str = ""
    """The role whose account is judged; "" for the case as a whole."""
    followed: Followed | None = None
    """Whether the mechanism followed, judged apart from the state."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """A configuration with everything that belongs to it, in reading order."""

    configuration: Configuration
    places: tuple[Place, ...]
    elements: Mapping[str, Element]
    """By id."""
    links: tuple[Link, ...]
    groundings: tuple[Grounding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    """On the configuration, its links and its elements."""
    digest: str = ""
    """Digest of the whole, where this is what one coder may see of it; "" where this is the whole."""
    bearings: tuple[Bearing, ...] = ()
    """Other material for and against the configuration, its links and its elements."""

    def of_kind(self, kind: Kind) -> tuple[Element, ...]:
        """The elements that stand here as `kind`, in order."""
        return tuple(self.elements[place.element_id] for place in self.places if place.kind is kind)

    def kind_of(self, element_id: str) -> Kind | None:
        """The kind an element has here; the first, should it stand in two places."""
        return next((place.kind for place in self.places if place.element_id == element_id), None)

    def kinds_of(self, element_id: str) -> tuple[Kind, ...]:
        """Every kind an element has here, in order of its places."""
        return tuple(place.kind for place in self.places if place.element_id == element_id)

    def evidence_on(self, claim_id: str) -> tuple[Evidence, ...]:
        """The evidence on the configuration itself, or on one of its links or elements."""
        return tuple(each for each in self.evidence if each.claim_id == claim_id)


MISSING_ORDER = (Kind.CONTEXT, Kind.RESOURCE, Kind.REASONING, Kind.OUTCOME)


def missing_kinds(assembled: Assembled) -> tuple[Kind, ...]:
    """The kinds nothing stands for yet; a prompt, never a gate."""
    return tuple(kind for kind in MISSING_ORDER if not assembled.of_kind(kind))
