"""A passage being linked: what comes about, what it could go into instead, and what the cursor is on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rcoder.domain.answers import Reading
from rcoder.domain.codebook import Code
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Assembled
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed
from rcoder.domain.transcript import Span
from rcoder.domain.words import Category, Stance
from rcoder.project import Project
from rcoder.project.linking import Near, near, present, refuse_changed
from rcoder.ui.configuring.making import answered, hypotheses_of
from rcoder.ui.linking import parts
from rcoder.ui.linking.deeds import Hand, bearing, joined, made, weighed
from rcoder.ui.linking.parts import Draft, Part, brought, drafted
from rcoder.ui.offer import Offer


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the strip shows; every key makes another of it."""

    offer: Offer
    """The words under the cursor or selected, and the codings the draft is made of."""
    draft: Draft
    codes: Mapping[str, Code]
    language: str
    """Language of the labels."""
    others: int = 0
    """Codings of other coders here, in sight."""
    with_others: bool = False
    known: tuple[Near, ...] | None = None
    """The configurations near the passage; None until they have been read."""
    into: Assembled | None = None
    """The one that was chosen; None for a new one."""
    marked: frozenset[str] = frozenset()
    """Links of the chosen one, or itself, that the passage bears on."""
    claim: str = ""
    """Id of the claim under the cursor; "" where that is on a part."""

    @property
    def claims(self) -> tuple[str, ...]:
        """What a passage can be for or against in the chosen configuration: its links, it as a whole, its elements."""
        if self.into is None:
            return ()
        links = (each.id for each in self.into.links)
        return (
            *links,
            self.into.configuration.id,
            *dict.fromkeys(each.element_id for each in self.into.places),
        )

    @property
    def fresh(self) -> tuple[Part, ...]:
        """The parts that the cursor goes to: all of a new configuration, the new ones of one that is there."""
        return tuple(each for each in self.draft.standing if not each.known)


def told_in(selection: Span | None, turn: Span, own: Iterable[Coding]) -> Span:
    """Where the codings are looked for: in the selection, else in the turn.

    A selection that was coded as it stands is what one coded last; it stands for its turn, as no selection does, and so
    does one with fewer than two of one's codings.
    """
    if selection is None:
        return turn
    spans = [each.span for each in own if each.span.overlaps(selection)]
    beyond = selection.start < turn.start or selection.end > turn.end
    return selection if beyond or (selection not in spans and len(spans) > 1) else turn


def spoken(reading: Reading, span: Span) -> Span:
    """The span from the first word of a respondent in it. Raises Misuse where only the interviewer speaks in it."""
    for turn in reading.transcript.turns:
        speaker = reading.speakers.get(turn.speaker_id or "")
        if turn.span.overlaps(span) and not (speaker and speaker.interviewer):
            return Span(max(span.start, turn.start), span.end)
    if any(turn.span.overlaps(span) for turn in reading.transcript.turns):
        raise Misuse("The interviewer's words are not evidence.", "Choose a passage that a respondent says.")
    return span


def touching(reading: Reading, codings: Iterable[Coding], span: Span) -> tuple[Coding, ...]:
    """The codings of respondents' words that share a word with a stretch. Raises Misuse where only the interviewer's do."""
    here = tuple(each for each in codings if each.span.overlaps(span))
    offer = Offer(reading.transcript, span, span.of(reading.text), here)
    return answered(offer, reading.speakers).codings


def proposed(
    offer: Offer, codes: Mapping[str, Code], language: str, coder_id: str, *, with_others: bool = False
) -> Proposal:
    """What comes about from the asker's codings; those of others are counted, and used only where that was chosen."""
    own = tuple(each for each in offer.codings if with_others or each.coder_id == coder_id)
    others = sum(each.coder_id != coder_id for each in offer.codings)
    used = replace(offer, codings=own)
    return Proposal(
        used, drafted(own, codes, language), codes, language, others=others, with_others=with_others
    )


def surroundings(project: Project, proposal: Proposal) -> tuple[Near, ...]:
    """The configurations near the passage."""
    codings, codes = proposal.offer.codings, proposal.codes
    own = [
        each.code_id
        for each in codings
        if each.code_id in codes and codes[each.code_id].category is Category.CODE
    ]
    return near(project, [each.id for each in codings], own, hypotheses_of(codings, codes))


# -- what a key does ---------------------------------------------------------------------------------------------


def into(proposal: Proposal, digit: int) -> Proposal:
    """The passage for the configuration with that digit. Raises Misuse where no configuration has it."""
    found = proposal.known or ()
    if not 0 < digit <= len(found):
        raise Misuse(f"No configuration has the digit {digit} here.", "k opens the list of all of them.")
    assembled = found[digit - 1].assembled
    fresh = anew(proposal).draft
    marked = bearing(fresh, assembled)
    return replace(
        proposal, into=assembled, draft=brought(fresh, assembled), marked=frozenset(marked), claim=marked[0]
    )


def anew(proposal: Proposal) -> Proposal:
    """The passage for a new configuration again."""
    if proposal.into is None:
        return proposal
    draft = drafted(proposal.offer.codings, proposal.codes, proposal.language)
    return replace(proposal, into=None, draft=draft, marked=frozenset(), claim="")


def gone(proposal: Proposal, step: int) -> Proposal:
    """The cursor on the claim or part after (1) or before (-1), round at the ends."""
    spots = [*proposal.claims, *(each.id for each in proposal.fresh)]
    if not spots:
        return proposal
    here = proposal.claim or proposal.draft.current.id
    index = spots.index(here) + step if here in spots else 0
    return at(proposal, spots[index % len(spots)])


def at(proposal: Proposal, spot: str) -> Proposal:
    """The cursor on a claim or part by id."""
    if spot in proposal.claims:
        return replace(proposal, claim=spot)
    return replace(proposal, claim="", draft=replace(proposal.draft, at=spot))


def tied(proposal: Proposal) -> Proposal:
    """The claim under the cursor marked or not; a part tied or beside."""
    if proposal.claim:
        return replace(proposal, marked=proposal.marked ^ {proposal.claim})
    return _arranged(proposal, parts.tied_or_beside(_part_only(proposal)))


def left_out(proposal: Proposal) -> Proposal:
    """The part under the cursor left out or taken in again; a claim no longer marked."""
    if proposal.claim:
        return replace(proposal, marked=proposal.marked - {proposal.claim})
    return _arranged(proposal, parts.left_out(_part_only(proposal)))


def exchanged(proposal: Proposal, step: int) -> Proposal:
    """Another part of the same kind in its place."""
    return _arranged(proposal, parts.exchanged(_part_only(proposal), step))


def reordered(proposal: Proposal, step: int) -> Proposal:
    """The part before or after the next of its kind."""
    return _arranged(proposal, parts.reordered(_part_only(proposal), step))


def turned(proposal: Proposal, ends: tuple[str, str] | None = None) -> Proposal:
    """A link that is to come with the other effect."""
    if ends is None:
        _part_only(proposal)
    return _arranged(proposal, parts.turned(proposal.draft, ends))


def _part_only(proposal: Proposal) -> Draft:
    """The draft, where the cursor is on a part. Raises Misuse."""
    if proposal.claim:
        raise Misuse("The cursor is on a link that is there already.", "← → go to what comes new.")
    return proposal.draft


def _arranged(proposal: Proposal, draft: Draft) -> Proposal:
    return replace(proposal, draft=draft)


# -- what comes of it --------------------------------------------------------------------------------------------


def deed_of(
    proposal: Proposal,
    coder_id: str,
    stance: Stance | None,
    *,
    number: str = "",
    there: Assembled | None = None,
) -> Deed:
    """What is to be done: a new configuration with the passage's stance, else the passage on the marked links.

    Without a stance (Enter) the passage supports, and what the chosen configuration lacks is brought into it. `there`
    is the chosen one as it is in the project. Raises Misuse where it has no meaning.
    """
    hand = Hand(proposal.offer, coder_id, stance or Stance.SUPPORTS, proposal.codes)
    chosen = there or proposal.into
    if chosen is None:
        return made(proposal.draft, hand, number)
    if stance is None and any(each.codings for each in proposal.draft.used):
        return joined(proposal.draft, chosen, hand)
    return weighed(chosen, proposal.marked, hand)


def handed_in(project: Project, proposal: Proposal, stance: Stance | None) -> Deed:
    """The same as the project stands. Raises Stale where the passage is no longer as it was, and NotFound."""
    offer, chosen = proposal.offer, proposal.into
    refuse_changed(project, offer.transcript, [each.id for each in offer.codings])
    if chosen is None:
        return deed_of(proposal, project.coder_id, stance, number=project.next_number())
    there = present(project, chosen.configuration.id)
    return deed_of(proposal, project.coder_id, stance, there=there)
