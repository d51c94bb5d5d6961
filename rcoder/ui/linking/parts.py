"""The parts of a configuration that comes about from a passage: what is tied, what stands beside, and what a key does."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from rcoder.domain.codebook import Code
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Assembled, Element
from rcoder.domain.errors import Misuse
from rcoder.domain.terms import say
from rcoder.domain.transcript import Span
from rcoder.domain.words import Effect, Kind, Polarity, Stance
from rcoder.ui.configuring.making import Drawn, drawn, standing

KINDS = tuple(Kind)


class Stand(StrEnum):
    """Where a part stands in what comes about."""

    TIED = "tied"
    BESIDE = "beside"
    """An element of the configuration without a link."""
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Part:
    """An element that a passage gives, or one that stands in the chosen configuration already."""

    element: Element
    kind: Kind
    codings: tuple[Coding, ...] = ()
    """What it rests on in this passage; nothing for an element that is only there to be tied to."""
    key: str = ""
    """Key of its code."""
    label: str = ""
    """Label of its code."""
    negative: bool = False
    """Whether it is a barrier or a bad outcome."""
    stand: Stand = Stand.TIED
    known: bool = False
    """Whether the element stands in the chosen configuration already."""

    @property
    def id(self) -> str:
        """Id of the element."""
        return self.element.id

    @property
    def polarity(self) -> Polarity:
        """What the passage says of it; one polarity makes one part."""
        return self.codings[0].polarity if self.codings else Polarity.PRESENT

    @property
    def start(self) -> int:
        """Where it is first said."""
        return min((each.start for each in self.codings), default=0)


@dataclass(frozen=True, slots=True)
class Tie:
    """A link between two parts, by ids of elements; for a condition the ends are those of the link it goes to."""

    source: str
    target: str
    effect: Effect
    through: str = ""
    """Of a condition: the element that the conditioned link begins at; `target` is the one it ends at."""

    @property
    def ends(self) -> tuple[str, ...]:
        """Every element it is about."""
        return tuple(each for each in (self.source, self.through, self.target) if each)


@dataclass(frozen=True, slots=True)
class Draft:
    """What comes about from a passage, as far as a person has arranged it."""

    parts: tuple[Part, ...]
    """By kind, then in the order a person gave, the text's at first."""
    turned: frozenset[tuple[str, str]] = frozenset()
    """Links, by their ends, whose proposed effect a person turned."""
    at: str = ""
    """Id of the part under the cursor."""

    def of(self, kind: Kind, stand: Stand = Stand.TIED) -> tuple[Part, ...]:
        """The parts of a kind that stand so, in order."""
        return tuple(each for each in self.parts if each.kind is kind and each.stand is stand)

    def part(self, element_id: str) -> Part | None:
        """A part by the id of its element."""
        return next((each for each in self.parts if each.id == element_id), None)

    @property
    def standing(self) -> tuple[Part, ...]:
        """The parts in the order they are gone through: what is tied, what stands beside, what is left out."""
        return tuple(sorted(self.parts, key=lambda each: tuple(Stand).index(each.stand)))

    @property
    def used(self) -> tuple[Part, ...]:
        """The parts that are not left out."""
        return tuple(each for each in self.parts if each.stand is not Stand.OUT)

    @property
    def current(self) -> Part:
        """The part under the cursor. Raises Misuse where there is none."""
        found = self.part(self.at) or next(iter(self.standing), None)
        if found is None:
            raise Misuse("Nothing is coded here that could be tied.", "Code the passage first: esc, then c.")
        return found


# -- how it begins -----------------------------------------------------------------------------------------------


def drafted(codings: Iterable[Coding], codes: Mapping[str, Code], language: str) -> Draft:
    """The draft of a passage's codings: the first of each kind is tied, further ones stand beside for a person to choose.

    Two resources and three outcomes are no six arrows (decision 2).
    """
    told = sorted(codings, key=lambda each: (each.start, each.end, each.id))
    by_id = {each.id: each for each in told}
    parts = [_part(each, by_id, codes, language) for each in drawn(told, codes, language)]
    return settled(Draft(tuple(sorted(parts, key=lambda each: (KINDS.index(each.kind), each.start)))))


def settled(draft: Draft) -> Draft:
    """The draft with the first of each kind tied and the cursor on the first part."""
    tied: set[Kind] = set()
    parts = []
    for part in draft.parts:
        parts.append(replace(part, stand=Stand.BESIDE if part.kind in tied else Stand.TIED))
        tied.add(part.kind)
    return replace(draft, parts=tuple(parts), at=parts[0].id if parts else "")


def _part(each: Drawn, codings: Mapping[str, Coding], codes: Mapping[str, Code], language: str) -> Part:
    code = codes[each.element.code_id or ""]
    return Part(
        each.element,
        each.kind,
        tuple(codings[name] for name in each.codings),
        code.key,
        code.label.say(language) or code.key,
        negative=code.sign == "-",
    )


def brought(draft: Draft, assembled: Assembled) -> Draft:
    """The draft on the elements that a configuration has already, and on the lone ones of it that it can be tied to."""
    parts = [_on_known(each, assembled) for each in draft.parts]
    there = {each.kind for each in parts}
    for kind in (Kind.RESOURCE, Kind.REASONING, Kind.OUTCOME):
        lone = assembled.of_kind(kind)
        if kind not in there and len(lone) == 1:
            element = lone[0]
            parts.append(Part(element, kind, label=element.wording, negative=element.sign == "-", known=True))
    ordered = tuple(sorted(parts, key=lambda each: KINDS.index(each.kind)))
    here = {(element.code_id, kind) for kind in KINDS for element in assembled.of_kind(kind)}
    return Draft(tuple(_tied_first(ordered, here)), at=ordered[0].id if ordered else "")


def _on_known(part: Part, assembled: Assembled) -> Part:
    element = standing(assembled, Drawn(part.element, part.kind, ()))
    return part if element is None else replace(part, element=element, known=True)


def _tied_first(parts: Iterable[Part], here: Collection[tuple[str | None, Kind]]) -> Iterable[Part]:
    """What the configuration has already is tied; of the others the first of a kind that it has not.

    What the passage says was absent is left out where the configuration has the thing itself: it speaks for or against.
    """
    own = tuple(parts)
    seen = {each.kind for each in own if each.known}
    for each in own:
        if not each.known and each.polarity is Polarity.ABSENT and (each.element.code_id, each.kind) in here:
            yield replace(each, stand=Stand.OUT)
            continue
        yield replace(each, stand=Stand.TIED if each.known or each.kind not in seen else Stand.BESIDE)
        seen.add(each.kind)


def spoken_against(draft: Draft, stance: Stance) -> Draft:
    """The draft as the claim that a passage contradicts or refines: what it says is absent is then the thing itself.

    Such a thing rests on no passage that says it was not there. A passage that supports, or brings something new, leaves the draft as it is.
    """
    if stance in (Stance.SUPPORTS, Stance.NEW):
        return draft
    told = {(each.element.code_id, each.kind) for each in draft.used if each.polarity is Polarity.PRESENT}
    parts = (
        replace(each, element=replace(each.element, wording=each.label))
        if each.polarity is not Polarity.PRESENT and not each.known
        else each
        for each in draft.parts
        if each.polarity is Polarity.PRESENT or (each.element.code_id, each.kind) not in told
    )
    return replace(draft, parts=tuple(parts))


# -- what is tied ------------------------------------------------------------------------------------------------


def ties(draft: Draft) -> tuple[Tie, ...]:
    """The links of what is tied: contexts condition the first of them, resource to reasoning to outcome.

    Several reasonings follow one another; several resources lead to the first, several outcomes come of the last: never
    each to each. Where only a context and one more part are there, the context leads to that part.
    """
    contexts, resources, reasonings, outcomes = (draft.of(kind) for kind in KINDS)
    spine: list[tuple[Part, Part]] = []
    if reasonings:
        spine += [(each, reasonings[0]) for each in resources]
        spine += pairwise(reasonings)
        spine += [(reasonings[-1], each) for each in outcomes]
    elif resources and outcomes:
        spine += [(each, outcomes[0]) for each in resources]
        spine += [(resources[-1], each) for each in outcomes[1:]]
    if spine:
        first = spine[0]
        conditions = [Tie(each.id, first[1].id, Effect.CONDITIONS, first[0].id) for each in contexts]
        return (*conditions, *(_arrow(draft, *ends) for ends in spine))
    stations = (*resources, *reasonings, *outcomes)[:1]
    return tuple(_arrow(draft, each, station) for station in stations for each in contexts)


def _arrow(draft: Draft, source: Part, target: Part) -> Tie:
    """The link between two parts: it hinders where one of them is a barrier or a bad outcome and the other is not."""
    hinders = (source.negative != target.negative) != ((source.id, target.id) in draft.turned)
    return Tie(source.id, target.id, Effect.HINDERS if hinders else Effect.PROMOTES)


def stretch(draft: Draft, tie: Tie) -> Span | None:
    """The words a link rests on: from the first coded word of its parts to the last; None where none is coded here."""
    codings = [each for name in tie.ends if (part := draft.part(name)) for each in part.codings]
    if not codings:
        return None
    return Span(min(each.start for each in codings), max(each.end for each in codings))


def coded_throughout(draft: Draft, tie: Tie) -> bool:
    """Whether every part that a link is about is coded in this passage."""
    return all((part := draft.part(name)) is not None and bool(part.codings) for name in tie.ends)


# -- what a key does ---------------------------------------------------------------------------------------------


def _with(draft: Draft, *changed: Part) -> Draft:
    by_id = {each.id: each for each in changed}
    return replace(draft, parts=tuple(by_id.get(each.id, each) for each in draft.parts))


def left_out(draft: Draft) -> Draft:
    """The part under the cursor left out, or taken in again: tied where nothing else of its kind is."""
    part = draft.current
    if part.known:
        raise Misuse(
            "It stands in the configuration already.", "x on the configurations screen takes it out."
        )
    if part.stand is Stand.OUT:
        stand = Stand.BESIDE if draft.of(part.kind) else Stand.TIED
        return _with(replace(draft, at=part.id), replace(part, stand=stand))
    following = next((each for each in draft.of(part.kind, Stand.BESIDE) if each.id != part.id), None)
    out = _with(replace(draft, at=part.id), replace(part, stand=Stand.OUT))
    if part.stand is Stand.TIED and not out.of(part.kind) and following is not None:
        return _with(out, replace(following, stand=Stand.TIED))
    return out


def tied_or_beside(draft: Draft) -> Draft:
    """The part under the cursor tied with the others, or left to stand beside them."""
    part = draft.current
    stand = Stand.BESIDE if part.stand is Stand.TIED else Stand.TIED
    return _with(replace(draft, at=part.id), replace(part, stand=stand))


def exchanged(draft: Draft, step: int) -> Draft:
    """Another part of the same kind in the place of the one under the cursor. Raises Misuse where there is no other."""
    part = draft.current
    kin = [each for each in draft.parts if each.kind is part.kind and each.stand is not Stand.OUT]
    free = [each for each in kin if each.stand is Stand.BESIDE]
    if part.stand is not Stand.TIED or not free:
        raise Misuse(f"No other {say(part.kind)} is coded here that stands beside.")
    index = kin.index(part)
    around = [kin[(index + step * each) % len(kin)] for each in range(1, len(kin))]
    other = next(each for each in around if each.stand is Stand.BESIDE)
    moved = replace(draft, at=other.id)
    return _with(moved, replace(part, stand=Stand.BESIDE), replace(other, stand=Stand.TIED))


def reordered(draft: Draft, step: int) -> Draft:
    """The part under the cursor after (1) or before (-1) the next of its kind. Raises Misuse at the end of them."""
    part = draft.current
    kin = [each for each in draft.parts if each.kind is part.kind and each.stand is part.stand]
    index = kin.index(part) + step
    if not 0 <= index < len(kin):
        raise Misuse(f"It is the {'first' if step < 0 else 'last'} {say(part.kind)} there.")
    other = kin[index]
    exchange = {part.id: other, other.id: part}
    parts = tuple(exchange.get(each.id, each) for each in draft.parts)
    return replace(draft, parts=parts, at=part.id)


def turned(draft: Draft, ends: tuple[str, str] | None = None) -> Draft:
    """The link with these ends, else the one that the part under the cursor begins or ends, with the other effect.

    Raises Misuse where there is none, or only a condition.
    """
    at = "" if ends else draft.current.id
    around = [each for each in ties(draft) if at in each.ends or (each.source, each.target) == ends]
    arrows = [each for each in around if each.effect is not Effect.CONDITIONS]
    if not arrows or (not ends and any(each.source == at and each not in arrows for each in around)):
        raise Misuse(
            "A condition neither promotes nor hinders." if around else "Nothing is tied to it.",
            "Go to the part whose link it is." if around else "space ties it.",
        )
    arrow = next((each for each in arrows if each.source == at), arrows[0])
    return replace(draft, turned=draft.turned ^ {(arrow.source, arrow.target)})
