"""Configurations out of passages: begin one, extend one, or test one, each as one deed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rcoder.domain.actions.coding import attach
from rcoder.domain.actions.configuring import begin, edit, extend, ground
from rcoder.domain.codebook import Code, hypothesis_of
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Assembled, Configuration, Element, Evidence, Grounding, Place
from rcoder.domain.errors import Misuse
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Change, Deed
from rcoder.domain.rival import Rival
from rcoder.domain.terms import say
from rcoder.domain.transcript import Speaker, turn_at
from rcoder.domain.words import Category, Directness, Kind, Level, Polarity, Prompting, Scope, Stance
from rcoder.ui.configuring.bench import claim_kind, claim_name
from rcoder.ui.offer import Offer


@dataclass(frozen=True, slots=True)
class Drawn:
    """An element drawn from codings of one code and kind, and the codings it rests on."""

    element: Element
    kind: Kind
    codings: tuple[str, ...]


def drawn(codings: Iterable[Coding], codes: Mapping[str, Code], language: str) -> tuple[Drawn, ...]:
    """The elements that codings give: one for each code and kind, by kind and then in order of the text.

    Codings of conditions and hypotheses give hypotheses instead (`hypotheses_of`). What is said to be absent or weak is
    worded so, and does not pass for the thing itself.
    """
    groups: dict[tuple[str, Kind, Polarity], list[Coding]] = {}
    for coding in codings:
        code = codes.get(coding.code_id)
        if code is not None and code.category is Category.CODE:
            kind = coding.kind or code.kind or Kind.CONTEXT
            groups.setdefault((code.id, kind, coding.polarity), []).append(coding)
    order = list(Kind)
    return tuple(
        Drawn(
            _element(codes[code_id], kind, polarity, own, language),
            kind,
            tuple(each.id for each in own),
        )
        for (code_id, kind, polarity), own in sorted(groups.items(), key=lambda each: order.index(each[0][1]))
    )


def _element(code: Code, kind: Kind, polarity: Polarity, own: list[Coding], language: str) -> Element:
    label = code.label.say(language) or code.key
    wording = label if polarity is Polarity.PRESENT else f"{label} ({say(polarity, language)})"
    actor = next((each.actor for each in own if each.actor), "")
    if not actor and kind is Kind.REASONING and len(code.actors) == 1:
        actor = code.actors[0]
    outcome = kind is Kind.OUTCOME
    return Element(
        id=new_id(),
        wording=wording,
        code_id=code.id,
        actor=actor,
        sign=code.sign if outcome else "+",
        horizon=code.horizon if outcome else None,
    )


def hypotheses_of(codings: Iterable[Coding], codes: Mapping[str, Code]) -> tuple[str, ...]:
    """Ids of the hypotheses that a person coded, themselves or by a support condition; else those of the codes."""
    by_id = dict(codes)
    own = [codes[each.code_id] for each in codings if each.code_id in codes]
    named = [code for code in own if code.category is not Category.CODE] or own
    found = (hypothesis_of(code, by_id) for code in named)
    return tuple(dict.fromkeys(code.id for code in found if code is not None))


def begun(
    offer: Offer, codes: Mapping[str, Code], language: str, *, number: str, coder_id: str
) -> tuple[Configuration, Deed]:
    """A new configuration from the codings of a passage; nothing is tied, that is for a person to do."""
    case_id = other_case(offer) or offer.transcript.case_id
    configuration = Configuration(
        id=new_id(),
        number=number,
        coder_id=coder_id,
        hypotheses=hypotheses_of(offer.codings, codes),
        level=Level.CASE if case_id else Level.CONSOLIDATED,
        case_id=case_id,
    )
    found = drawn(offer.codings, codes, language)
    places = [
        Place(new_id(), configuration.id, each.element.id, each.kind, position)
        for position, each in enumerate(found)
    ]
    groundings = [_grounding(each.element, coding) for each in found for coding in each.codings]
    return configuration, begin(configuration, (each.element for each in found), places, groundings)


def empty(number: str, coder_id: str) -> tuple[Configuration, Deed]:
    """A new configuration with nothing in it yet."""
    configuration = Configuration(new_id(), number, coder_id)
    return configuration, begin(configuration)


def extended(assembled: Assembled, offer: Offer, codes: Mapping[str, Code], language: str) -> Deed:
    """The codings of a passage brought into a configuration.

    A code that stands there already as that kind gets a further passage; the others become new elements, last.
    Raises Misuse where all of them are in it.
    """
    resting = {(each.element_id, each.coding_id) for each in assembled.groundings}
    position = next_position(assembled)
    changes: tuple[Change, ...] = ()
    added = []
    for each in drawn(offer.codings, codes, language):
        known = standing(assembled, each)
        if known is not None:
            new = [_grounding(known, coding) for coding in each.codings if (known.id, coding) not in resting]
            changes += ground(known, new).changes
            continue
        place = Place(new_id(), assembled.configuration.id, each.element.id, each.kind, position)
        groundings = [_grounding(each.element, coding) for coding in each.codings]
        changes += extend(assembled, each.element, place, groundings).changes
        added.append(each.element.wording)
        position += 1
    changes += _further_hypotheses(assembled, offer, codes)
    number = assembled.configuration.number
    if not changes:
        raise Misuse(f"Everything coded here is in {number} already.")
    words = f"with “{'”, “'.join(added)}”" if added else "with a further passage"
    return Deed(f"Extended {number} {words}", changes)


def attached(
    assembled: Assembled,
    claim_id: str,
    offer: Offer,
    stance: Stance,
    *,
    coder_id: str,
    scope: Scope | None = None,
    rivals: Iterable[Rival] = (),
) -> tuple[Evidence, Deed]:
    """A passage joined to a configuration, one of its links, elements or rivals, with what it says about it.

    Raises Misuse where it is none of them, as for a link that has been removed.
    """
    known = tuple(rivals)
    claim = claim_kind(assembled, claim_id, known)
    if claim is None:
        raise Misuse(f"That is no longer in {assembled.configuration.number}; nothing was attached.")
    evidence = Evidence(
        id=new_id(),
        claim=claim,
        claim_id=claim_id,
        transcript_id=offer.transcript.id,
        start=offer.span.start,
        end=offer.span.end,
        stance=stance,
        coder_id=coder_id,
        scope=scope or usual_scope(offer),
        case_id=other_case(offer),
        directness=Directness.INFERRED
        if any(each.directness is Directness.INFERRED for each in offer.codings)
        else Directness.SAID,
        prompting=Prompting.PROMPTED
        if any(each.prompting is Prompting.PROMPTED for each in offer.codings)
        else Prompting.VOLUNTEERED,
        revision=offer.transcript.revision,
    )
    return evidence, attach(evidence, claim_name(assembled, claim_id, known), offer.transcript)


def usual_scope(offer: Offer) -> Scope:
    """This case where the passage is about one, in general where it is not (project managers)."""
    return Scope.THIS_CASE if other_case(offer) or offer.transcript.case_id else Scope.GENERAL


def answered(offer: Offer, speakers: Mapping[str, Speaker]) -> Offer:
    """The passage with the codings of what respondents say. Raises Misuse where the interviewer says all that is coded."""
    turns = offer.transcript.turns
    kept = tuple(
        each
        for each in offer.codings
        if (index := turn_at(turns, each.span.start)) is None
        or not (speaker := speakers.get(turns[index].speaker_id or ""))
        or not speaker.interviewer
    )
    if offer.codings and not kept:
        raise Misuse(
            "The interviewer's words are not evidence: nothing was taken along.",
            "Choose a passage that a respondent says.",
        )
    return replace(offer, codings=kept)


def other_case(offer: Offer) -> str | None:
    """The case that every coding of the passage is tied to, where that is another than the interview's."""
    tied = {each.case_id for each in offer.codings}
    return tied.pop() if len(tied) == 1 else None


def next_position(assembled: Assembled) -> int:
    """The position after the last place."""
    return max((place.position for place in assembled.places), default=-1) + 1


def _grounding(element: Element, coding_id: str) -> Grounding:
    return Grounding(new_id(), element.id, coding_id)


def standing(assembled: Assembled, each: Drawn) -> Element | None:
    """The element of the same code and wording that stands there as that kind."""
    for element in assembled.of_kind(each.kind):
        if element.code_id == each.element.code_id and _polarity(element) == _polarity(each.element):
            return element
    return None


def _polarity(element: Element) -> str:
    """The words in brackets that say something is weak or absent, "" for a thing that is there."""
    ends = [f"({say(polarity, language)})" for polarity in Polarity for language in ("da", "en")]
    return next((each for each in ends if element.wording.endswith(each)), "")


def _further_hypotheses(assembled: Assembled, offer: Offer, codes: Mapping[str, Code]) -> tuple[Change, ...]:
    own = assembled.configuration.hypotheses
    named = [
        each
        for each in offer.codings
        if each.code_id in codes and codes[each.code_id].category is not Category.CODE
    ]
    new = tuple(dict.fromkeys((*own, *hypotheses_of(named, codes))))
    return edit(assembled, hypotheses=new).changes if new != own else ()


def reworded(element: Element, wording: str) -> Element:
    """The element in other words. Raises Misuse for no words."""
    words = " ".join(wording.split())
    if not words:
        raise Misuse("An element needs words.")
    return replace(element, wording=words)
