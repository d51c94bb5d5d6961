"""From a draft to a deed: a new configuration, one that takes the passage in, or the passage for or against its links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from rcoder.domain.actions.linking import Tying, link_into, link_new, weigh
from rcoder.domain.codebook import Code
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Assembled, Configuration, Evidence, Grounding, Link, Place
from rcoder.domain.errors import Misuse
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed
from rcoder.domain.terms import letter, say
from rcoder.domain.transcript import Span
from rcoder.domain.words import (
    Category,
    Claim,
    Directness,
    Effect,
    Kind,
    Level,
    Polarity,
    Prompting,
    Scope,
    Stance,
)
from rcoder.ui.configuring.bench import LANGUAGE, claim_kind, claim_name
from rcoder.ui.configuring.making import hypotheses_of, next_position, usual_scope
from rcoder.ui.linking.parts import (
    Draft,
    Stand,
    Tie,
    coded_throughout,
    spoken_against,
    stretch,
    ties,
)
from rcoder.ui.offer import Offer


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose deed it is, on which passage, with what it says."""

    offer: Offer
    """The words under the cursor or selected, and every coding the draft was made of."""
    coder_id: str
    stance: Stance = Stance.SUPPORTS
    codes: Mapping[str, Code] = field(default_factory=dict)


# -- a new one ---------------------------------------------------------------------------------------------------


def made(draft: Draft, hand: Hand, number: str) -> Deed:
    """A new configuration of the draft, with the passage on each of its links.

    Raises Misuse where nothing is left to make it of, where its parts are about different cases, and where a passage is
    to speak against a configuration without a link.
    """
    draft = spoken_against(draft, hand.stance)
    if not draft.parts:
        raise Misuse("Nothing is coded here to make a configuration of.", "esc, then c codes the passage.")
    if not draft.used:
        raise Misuse("Nothing is left to make a configuration of.", "x takes a part in again.")
    found = ties(draft)
    if not found and hand.stance is not Stance.SUPPORTS:
        raise Misuse(
            "One part alone claims nothing that a passage could bear on.", "Code a second part first."
        )
    case_id = _one_case(draft) or hand.offer.transcript.case_id
    configuration = Configuration(
        new_id(),
        number,
        hand.coder_id,
        hypotheses=hypotheses_of(_kept(draft, hand), hand.codes),
        level=Level.CASE if case_id else Level.CONSOLIDATED,
        case_id=case_id,
    )
    places = tuple(
        Place(new_id(), configuration.id, each.id, each.kind, position)
        for position, each in enumerate(draft.used)
    )
    links = _links(found, configuration.id)
    tying = Tying(
        tuple(each.element for each in draft.used), places, _groundings(draft, hand.stance),
        tuple(link for _, link in links), _on_links(draft, links, hand),
    )  # fmt: skip
    return link_new(configuration, tying, hand.offer.transcript, told(draft, hand))


def told(draft: Draft, hand: Hand) -> str:
    """What is tied, in a few words: C on R → M → O, the passage supports it."""
    where = f"{hand.offer.transcript.title} {words_of(draft, hand.offer.span)}"
    bears = f", {say(hand.stance, LANGUAGE)}" if ties(draft) else ""
    return f"{shape(draft)} in {where}{bears}"


def words_of(draft: Draft, otherwise: Span) -> str:
    """Where the coded words stand: 14–171."""
    codings = [each for part in draft.used for each in part.codings]
    start = min((each.start for each in codings), default=otherwise.start)
    return f"{start}–{max((each.end for each in codings), default=otherwise.end)}"


def shape(draft: Draft) -> str:
    """The letters of what is tied, in order: C on R → M → O; + before those that stand beside."""
    contexts, *spine = (
        [letter(kind, LANGUAGE)] * len(draft.of(kind)) for kind in (Kind.CONTEXT, *tuple(Kind)[1:])
    )
    chain = " → ".join(", ".join(each) for each in spine if each)
    joint = " on " if len([each for each in spine if each]) > 1 else " → "
    beside = [letter(each.kind, LANGUAGE) for each in draft.used if each.stand is Stand.BESIDE]
    tied = joint.join(each for each in (", ".join(contexts), chain) if each)
    return " + ".join(each for each in (tied, ", ".join(beside)) if each)


# -- into one that is there --------------------------------------------------------------------------------------


def joined(draft: Draft, assembled: Assembled, hand: Hand) -> Deed:
    """The draft brought into a configuration: new elements and links, further passages for those that are there.

    Raises Misuse where everything is in it already, and where its parts are about different cases.
    """
    _one_case(draft)
    own = assembled.configuration
    new = [each for each in draft.used if not each.known]
    position = next_position(assembled)
    places = tuple(
        Place(new_id(), own.id, each.id, each.kind, position + index) for index, each in enumerate(new)
    )
    links = _links(ties(draft), own.id, assembled)
    there = {each.id for each in assembled.links}
    resting = {(each.element_id, each.coding_id) for each in assembled.groundings}
    tying = Tying(
        tuple(each.element for each in new),
        places,
        tuple(each for each in _groundings(draft, hand.stance) if (each.element_id, each.coding_id) not in resting),
        tuple(link for _, link in links if link.id not in there),
        _not_yet(
            assembled,
            _on_links(
                draft, [(tie, link) for tie, link in links if link.id not in there or coded_throughout(draft, tie)], hand
            ),
        ),
    )  # fmt: skip
    named = [each for each in hand.offer.codings if _names_hypothesis(each, hand.codes)]
    hypotheses = tuple(dict.fromkeys((*own.hypotheses, *hypotheses_of(named, hand.codes))))
    after = replace(own, hypotheses=hypotheses) if hypotheses != own.hypotheses else None
    return link_into(assembled, tying, hand.offer.transcript, told(draft, hand), after)


def weighed(assembled: Assembled, claims: Iterable[str], hand: Hand) -> Deed:
    """The words under the cursor or selected joined to these claims of a configuration: its links, its elements, or it as a whole.

    Raises Misuse for a claim that is no longer there, and where they stand on all of them already.
    """
    known = (assembled.configuration.id, *(link.id for link in assembled.links), *assembled.elements)
    wanted = [each for each in known if each in set(claims)]
    if len(wanted) < len(set(claims)):
        raise Misuse(f"A part of {assembled.configuration.number} is no longer there; nothing was attached.")
    span = hand.offer.span
    here = [each for each in hand.offer.codings if each.span.overlaps(span)]
    found = tuple(_evidence(each, own=assembled, span=span, codings=here, hand=hand) for each in wanted)
    new = _not_yet(assembled, found)
    if found and not new:
        raise Misuse(f"You have attached these words to {assembled.configuration.number} there already.")
    names = [claim_name(assembled, each.claim_id) for each in new]
    ending = f" of {assembled.configuration.number}"
    together = ", ".join(each.removesuffix(ending) for each in names[:-1])
    return weigh(new, f"{together}, {names[-1]}" if together else "".join(names), hand.offer.transcript)


def bearing(draft: Draft, assembled: Assembled) -> tuple[str, ...]:
    """Ids of the claims of a configuration that the passage most likely bears on, for a person to change.

    Links whose every part is coded here; of those the ones where one is there and another absent, if there are such;
    else the first link with a part that is coded here, the first link, or the whole.
    """
    coded = {
        element.id: part.polarity is Polarity.ABSENT
        for part in draft.used
        for element in assembled.of_kind(part.kind)
        if part.codings and element.code_id == part.element.code_id
    }
    ends = {each.id: ends_of(assembled, each) for each in assembled.links}
    arrows = [each.id for each in assembled.links if each.effect is not Effect.CONDITIONS]
    covered = [each for each in ends if all(end in coded for end in ends[each])]
    mixed = [each for each in covered if each in arrows and len({coded[end] for end in ends[each]}) > 1]
    touched = [each for each in (*arrows, *ends) if any(end in coded for end in ends[each])]
    found = mixed or covered or touched[:1] or arrows[:1] or [assembled.configuration.id]
    return tuple(found)


def ends_of(assembled: Assembled, link: Link) -> tuple[str, ...]:
    """Ids of the elements that a link is about; a condition is about those of its link too."""
    by_id = {each.id: each for each in assembled.links}
    found, onto = [link.source_id], link.target_id
    while onto in by_id and by_id[onto].source_id not in found:
        found.append(by_id[onto].source_id)
        onto = by_id[onto].target_id
    return (*found, onto)


# -- their pieces ------------------------------------------------------------------------------------------------


def _links(
    found: Iterable[Tie], configuration_id: str, assembled: Assembled | None = None
) -> list[tuple[Tie, Link]]:
    """A link for each tie, in their order; those that the configuration has are its own."""
    known = {(each.source_id, each.target_id): each for each in assembled.links} if assembled else {}
    position = max((each.position for each in known.values()), default=-1) + 1
    made_of = tuple(found)
    arrows: dict[tuple[str, str], Link] = {}
    for index, tie in enumerate(made_of):
        ends = (tie.source, tie.target)
        if tie.effect is not Effect.CONDITIONS:
            arrows[ends] = known.get(ends) or Link(
                new_id(), configuration_id, *ends, tie.effect, position + index
            )
    links: list[tuple[Tie, Link]] = []
    for index, tie in enumerate(made_of):
        if tie.effect is not Effect.CONDITIONS:
            links.append((tie, arrows[tie.source, tie.target]))
            continue
        onto = arrows[tie.through, tie.target].id
        link = known.get((tie.source, onto)) or Link(
            new_id(), configuration_id, tie.source, onto, Effect.CONDITIONS, position + index
        )
        links.append((tie, link))
    return links


def _groundings(draft: Draft, stance: Stance) -> tuple[Grounding, ...]:
    """What the elements rest on; nothing rests on words that say it was not there, where those speak against it."""
    return tuple(
        Grounding(new_id(), part.id, coding.id)
        for part in draft.used
        if stance in (Stance.SUPPORTS, Stance.NEW) or part.polarity is Polarity.PRESENT
        for coding in part.codings
    )


def _on_links(draft: Draft, links: Iterable[tuple[Tie, Link]], hand: Hand) -> tuple[Evidence, ...]:
    found = []
    for tie, link in links:
        span = stretch(draft, tie)
        if span is not None:
            codings = [each for name in tie.ends if (part := draft.part(name)) for each in part.codings]
            found.append(_evidence(link.id, own=None, span=span, codings=codings, hand=hand))
    return tuple(found)


def _evidence(
    claim_id: str, *, own: Assembled | None, span: Span, codings: list[Coding], hand: Hand
) -> Evidence:
    """A passage on a claim, about what its codings are about; of several scopes the one that counts least."""
    claim = claim_kind(own, claim_id) if own is not None else Claim.LINK
    scopes = list(Scope)
    scope = max((each.scope for each in codings), key=scopes.index, default=usual_scope(hand.offer))
    cases = {each.case_id for each in codings}
    return Evidence(
        id=new_id(),
        claim=claim or Claim.LINK,
        claim_id=claim_id,
        transcript_id=hand.offer.transcript.id,
        start=span.start,
        end=span.end,
        stance=hand.stance,
        coder_id=hand.coder_id,
        scope=scope,
        case_id=cases.pop() if len(cases) == 1 else None,
        directness=Directness.INFERRED if any(each.directness is Directness.INFERRED for each in codings) else Directness.SAID,
        prompting=Prompting.PROMPTED if any(each.prompting is Prompting.PROMPTED for each in codings) else Prompting.VOLUNTEERED,
        revision=hand.offer.transcript.revision,
    )  # fmt: skip


def _not_yet(assembled: Assembled, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence without what the same coder has attached to the same claim already, in the same words."""

    def mark(each: Evidence) -> tuple[str, str, str, int, int, int]:
        return each.claim_id, each.coder_id, each.transcript_id, each.revision, each.start, each.end

    there = {mark(each) for each in assembled.evidence}
    return tuple(each for each in evidence if mark(each) not in there)


def _one_case(draft: Draft) -> str | None:
    """The other case that the parts are about, None for the interview's own. Raises Misuse where they differ."""
    cases = {coding.case_id for part in draft.used for coding in part.codings}
    if len(cases) > 1:
        raise Misuse(
            "These parts are about different cases, so they are no one configuration.", "x leaves one out."
        )
    return cases.pop() if cases else None


def _kept(draft: Draft, hand: Hand) -> list[Coding]:
    """The codings of the parts in use, and those of conditions and hypotheses, which give the hypothesis."""
    used = [coding for part in draft.used for coding in part.codings]
    return used + [each for each in hand.offer.codings if _names_hypothesis(each, hand.codes)]


def _names_hypothesis(coding: Coding, codes: Mapping[str, Code]) -> bool:
    code = codes.get(coding.code_id)
    return code is not None and code.category is not Category.CODE
