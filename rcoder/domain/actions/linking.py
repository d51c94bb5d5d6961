"""Deeds of linked coding: the codings of a passage tied into a configuration, and the passage weighed against links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rcoder.domain.configuration import Assembled, Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Change, Deed, added, changed
from rcoder.domain.transcript import Transcript
from rcoder.domain.words import Effect, Kind


@dataclass(frozen=True, slots=True)
class Tying:
    """What linked coding adds to a configuration."""

    elements: tuple[Element, ...] = ()
    """New ones; those that stand there already are left out."""
    places: tuple[Place, ...] = ()
    groundings: tuple[Grounding, ...] = ()
    links: tuple[Link, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """Everything as added, what others need first."""
        return added(*self.elements, *self.places, *self.groundings, *self.links, *self.evidence)


def link_new(configuration: Configuration, tying: Tying, transcript: Transcript, words: str) -> Deed:
    """Makes a configuration of a passage with its links and the passage's stance on each; `words` say what is tied.

    Raises Misuse where the ends of a link do not belong together, or evidence lies outside the text.
    """
    whole = Assembled(configuration, tying.places, {each.id: each for each in tying.elements}, tying.links)
    _refuse_misfits(whole)
    _refuse_outside(tying.evidence, transcript)
    return Deed(f"Linked {configuration.number} {words}", added(configuration) + tying.changes)


def link_into(
    assembled: Assembled, tying: Tying, transcript: Transcript, words: str, after: Configuration | None = None
) -> Deed:
    """Brings a passage into a configuration: new parts, new links, further groundings, and its stance on links.

    `after` is the configuration with further hypotheses, where the passage brings some. Raises Misuse as `link_new`
    does, and where there is nothing to bring in.
    """
    known = {**assembled.elements, **{each.id: each for each in tying.elements}}
    whole = Assembled(
        assembled.configuration, (*assembled.places, *tying.places), known, (*assembled.links, *tying.links)
    )
    _refuse_misfits(whole)
    _refuse_outside(tying.evidence, transcript)
    own = assembled.configuration
    changes = tying.changes + (changed(own, after) if after is not None else ())
    if not changes:
        raise Misuse(f"Everything that is coded here is in {own.number} already.")
    return Deed(f"Linked into {own.number} {words}", changes)


def weigh(evidence: Iterable[Evidence], claim: str, transcript: Transcript) -> Deed:
    """Joins a passage to one or more links with one stance; `claim` says in words which.

    Raises Misuse where the passage lies outside the text, or there is no claim.
    """
    found = tuple(evidence)
    if not found:
        raise Misuse("No link is marked.", "Mark one with space first.")
    _refuse_outside(found, transcript)
    where = f"{transcript.title} {found[0].start}–{found[0].end}"
    return Deed(f"Attached {where} to {claim}: {found[0].stance.value}", added(*found))


def _refuse_misfits(whole: Assembled) -> None:
    """Raises Misuse where a link of the configuration has ends that do not belong together (decision 2)."""
    links = {each.id: each for each in whole.links}
    pairs = [(each.source_id, each.target_id) for each in whole.links]
    if len(set(pairs)) < len(pairs):
        raise Misuse("Two of these links have the same ends.")
    for link in whole.links:
        if link.effect is Effect.CONDITIONS:
            fits = link.target_id in links and Kind.CONTEXT in whole.kinds_of(link.source_id)
        else:
            fits = link.target_id in whole.elements and link.target_id != link.source_id
        if not fits or link.source_id not in whole.elements:
            raise Misuse("A link goes to another element, and only a context conditions a link.")


def _refuse_outside(evidence: Iterable[Evidence], transcript: Transcript) -> None:
    for each in evidence:
        if not 0 <= each.start < each.end <= transcript.characters:
            raise Misuse(
                f"{each.start} to {each.end} is no passage of {transcript.title}.",
                f"Its text runs from 0 to {transcript.characters}, the start comes before the end.",
            )
