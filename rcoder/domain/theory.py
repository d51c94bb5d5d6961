"""The change theory as derived from configurations: boxes, arrows, and what each arrow counts (decision 7)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from rcoder.domain.passage import Quotation
from rcoder.domain.words import Basis, Bilingual, Column, Directness, Effect, Kind, Stance

if TYPE_CHECKING:
    from rcoder.domain.cut import Cut


class ArrowState(StrEnum):
    """How far an arrow is borne out; decides its line and nothing else does."""

    ACCEPTED = "accepted"
    """A configuration that is accepted (or settled) and unchanged since has the link: solid."""
    DRAFT = "draft"
    """Only other configurations have it: dashed."""
    INITIAL = "initial"
    """Only the initial theory has it, no evidence yet: thin and grey."""
    ELSEWHERE = "elsewhere"
    """In a figure that shows some people or cases beside the others: only the others say it; grey and without numbers."""

    @property
    def counts(self) -> bool:
        """Whether numbers stand on the arrow."""
        return self in (ArrowState.ACCEPTED, ArrowState.DRAFT)


@dataclass(frozen=True, slots=True)
class Witness:
    """One stretch of words that counts once, however many coders attached it to the claim."""

    transcript_id: str
    transcript: str
    start: int
    end: int
    text: str
    case_id: str | None
    case: str
    speaker_id: str | None
    speaker: str
    roles: tuple[str, ...]
    stance: Stance | None
    counts: str
    """"case" (counts a case), "respondent" (general experience), "listed" (normative or anticipated talk, interviewers' words,
    and words that a corrected text no longer has)."""
    why_listed: str
    """In words why a listed one is not counted ("normative", "anticipated", "interviewer", "earlier text"); "" for the others."""
    coders: tuple[str, ...]
    configurations: tuple[str, ...]
    """Numbers of the configurations it stands in."""
    memos: tuple[str, ...] = ()
    person: str = ""
    """The same value joins one person's voices in several transcripts; they count as one respondent."""
    revision: int = 1
    """The revision of the transcript that its place counts in."""
    quotations: tuple[Quotation, ...] = ()
    """How its words are to be printed, where somebody has said so."""
    ids: tuple[str, ...] = ()
    """Ids of the codings or evidence that are one here."""
    directness: Directness = Directness.SAID
    """Said where any of its passages says it outright, else inferred."""
    turn: int | None = None
    """The turn it begins in, from 0; None where it is in none."""


@dataclass(frozen=True, slots=True)
class Denominator:
    """The cases a count is of. A case without any interview is not the same as one not yet coded (rule 8)."""

    coded: int = 0
    """N: cases whose interviews have all been coded to the end."""
    not_yet_coded: int = 0
    no_interview: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """What one stance comes to on one arrow."""

    passages: int = 0
    """Distinct stretches of words that count a case or a respondent."""
    cases: int = 0
    """Of the cases coded to the end: how many have such a passage about this case."""
    cases_not_yet_coded: int = 0
    """Further cases with such a passage whose interviews are not coded to the end."""
    respondents: int = 0
    """Speakers who say it as general experience."""
    listed: int = 0
    """Passages shown and not counted."""
    cases_without_interview: int = 0
    """Further cases with such a passage that have no interview of their own (spoken of in another's)."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the figure: a node of the theory, or a new one for elements that fit none."""

    id: str
    key: str
    """The node's key; "" for a new box."""
    column: Column
    label: Bilingual
    hypotheses: tuple[str, ...]
    kind: Kind | None = None
    """For a new box the kind its element stands as."""
    new: bool = False
    elements: tuple[str, ...] = ()
    """Wordings of the elements that meet here, as "K03: …"."""
    witnesses: tuple[Witness, ...] = ()
    """The passages those elements rest on; without stance, never counted as evidence."""
    inner: tuple[Arrow, ...] = ()
    """Links of configurations whose two ends meet in this box."""
    element_ids: tuple[str, ...] = ()
    """Ids of the elements that meet here."""
    half: Kind | None = None
    """For a box of the mechanism column: whether it stands under resource or under reasoning."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow of the figure, with the passages behind it."""

    id: str
    source: str
    """Id of a box."""
    target: str
    effect: Effect
    state: ArrowState
    hypotheses: tuple[str, ...] = ()
    initial: bool = False
    """Whether the initial theory has it too."""
    basis: Basis | None = None
    section: str = ""
    note: Bilingual = Bilingual()
    configurations: tuple[str, ...] = ()
    """Numbers of the configurations that have the link."""
    witnesses: tuple[Witness, ...] = ()
    supports: Tally = Tally()
    contradicts: Tally = Tally()
    refines: Tally = Tally()
    links: tuple[str, ...] = ()
    """Ids of the links it is made of, with those whose passages count on it."""


@dataclass(frozen=True, slots=True)
class Membership:
    """A resource in a new box belongs to a core element; drawn as a plain line, never counted (decision 6)."""

    core: str
    box: str


@dataclass(frozen=True, slots=True)
class WholeEvidence:
    """Evidence on a configuration as a whole, listed apart from the arrows."""

    configuration: str
    """Its number."""
    title: str
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class ChangeTheory:
    """A theory as it stands: what is borne out, what is in draft, what has no evidence yet."""

    key: str
    """"overall" or the key of a hypothesis."""
    title: Bilingual
    note: Bilingual
    boxes: tuple[Box, ...]
    """In drawing order of their theory, new ones last."""
    arrows: tuple[Arrow, ...]
    denominator: Denominator
    memberships: tuple[Membership, ...] = ()
    whole: tuple[WholeEvidence, ...] = ()
    study: str = ""
    """Title of the study."""
    cut: Bilingual = Bilingual()
    """What it is narrowed to, and what its N is then of, in words that every drawing shows; empty for the whole theory as it stands."""
    narrowed: tuple[Cut, ...] = ()
    """The cuts that were made in it; all of them hold."""
