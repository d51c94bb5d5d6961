"""Deeds on configurations: begin, extend, share, link, word, judge, remove."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from rcoder.domain.belongings import Belongings
from rcoder.domain.configuration import (
    Assembled,
    Configuration,
    Element,
    Evidence,
    Grounding,
    Judgement,
    Link,
    Place,
)
from rcoder.domain.errors import Misuse
from rcoder.domain.exhibit import Bearing
from rcoder.domain.journal import Change, Deed, added, changed, removed
from rcoder.domain.rival import Standin
from rcoder.domain.words import Effect, Kind


def begin(
    configuration: Configuration,
    elements: Iterable[Element] = (),
    places: Iterable[Place] = (),
    groundings: Iterable[Grounding] = (),
    links: Iterable[Link] = (),
) -> Deed:
    """Makes a configuration, with what it has from the start; elements already in other configurations are left out."""
    changes = added(configuration, *elements, *places, *groundings, *links)
    return Deed(f"Began {configuration.number} {configuration.title}".strip(), changes)


def extend(
    assembled: Assembled, element: Element, place: Place, groundings: Iterable[Grounding] = ()
) -> Deed:
    """Puts a new element in a place of a configuration."""
    number = assembled.configuration.number
    sentence = f"Added {place.kind.value} “{element.wording}” to {number}"
    return Deed(sentence, added(element, place, *groundings))


def share(assembled: Assembled, element: Element, place: Place) -> Deed:
    """Puts an element of another configuration in a place of this one: that makes a chain (decision 3)."""
    number = assembled.configuration.number
    return Deed(f"Shared “{element.wording}” with {number} as {place.kind.value}", added(place))


def ground(element: Element, groundings: Iterable[Grounding]) -> Deed:
    """Lets an element rest on further codings."""
    return Deed(f"Gave “{element.wording}” a passage to rest on", added(*groundings))


def unground(element: Element, grounding: Grounding) -> Deed:
    """Takes a coding from under an element."""
    return Deed(f"Took a passage from under “{element.wording}”", removed(grounding))


def reword(before: Element, after: Element) -> Deed:
    """Changes an element: wording, code, actor, activation, sign, horizon or box."""
    return Deed(f"Changed “{before.wording}”", changed(before, after))


def replace_kind(assembled: Assembled, place: Place, kind: Kind) -> Deed:
    """Gives an element another kind in this place. Raises Misuse where it conditions a link and has to stay a context."""
    element = assembled.elements[place.element_id]
    if kind is not Kind.CONTEXT and _conditions(assembled, place):
        raise Misuse("It conditions a link, and only a context does.", "Remove that link first.")
    article = "an" if kind is Kind.OUTCOME else "a"
    return Deed(f"Made “{element.wording}” {article} {kind.value}", changed(place, replace(place, kind=kind)))


def reorder(assembled: Assembled, order: list[str]) -> Deed:
    """Puts the places in the order of these place ids. Raises Misuse unless they are exactly the configuration's."""
    own = {place.id: place for place in assembled.places}
    if sorted(own) != sorted(order):
        raise Misuse(f"The order names other places than {assembled.configuration.number} has.")
    changes: tuple[Change, ...] = ()
    for position, place_id in enumerate(order):
        changes += changed(own[place_id], replace(own[place_id], position=position))
    return Deed(f"Reordered {assembled.configuration.number}", changes)


def take_out(
    assembled: Assembled, place: Place, *, elsewhere: bool, standins: Iterable[Standin] = ()
) -> Deed:
    """Takes an element out of a configuration, with its links and their evidence.

    `elsewhere` says that the element stands in another configuration too and so lives on, with what is joined to it;
    `standins` are those in which it stands for others, or others for it.
    """
    element = assembled.elements[place.element_id]
    twice = sum(each.element_id == element.id for each in assembled.places) > 1
    links = (
        _conditions(assembled, place)
        if twice
        else [each for each in assembled.links if element.id in (each.source_id, each.target_id)]
    )
    changes = _without_links(assembled, links) + removed(place)
    if not twice and not elsewhere:
        own = [each for each in assembled.groundings if each.element_id == element.id]
        joined = [each for each in _joined(assembled) if each.claim_id == element.id]
        changes += removed(*joined, *own, *standins, element)
    return Deed(f"Took “{element.wording}” out of {assembled.configuration.number}", changes)


def tie(assembled: Assembled, link: Link) -> Deed:
    """Stores a link. Raises Misuse where its ends do not belong together (decision 2)."""
    elements, links = assembled.elements, {each.id: each for each in assembled.links}
    if link.source_id not in elements:
        raise Misuse("A link begins at an element of its configuration.")
    if link.effect is Effect.CONDITIONS:
        if link.target_id not in links:
            raise Misuse("A context conditions a link, not an element.", "Choose the link that it changes.")
        if Kind.CONTEXT not in assembled.kinds_of(link.source_id):
            raise Misuse("Only a context conditions a link.", "Give the element the kind context here first.")
    elif link.target_id not in elements or link.target_id == link.source_id:
        raise Misuse("A link goes to another element of the same configuration.")
    if any((each.source_id, each.target_id) == (link.source_id, link.target_id) for each in assembled.links):
        raise Misuse("That link is there already.", "Change its effect instead.")
    ends = f"{elements[link.source_id].wording} {link.effect.value} {_target(assembled, link)}"
    return Deed(f"Linked in {assembled.configuration.number}: {ends}", added(link))


def turn(assembled: Assembled, link: Link, effect: Effect) -> Deed:
    """Gives a link between elements the other effect (promotes, hinders)."""
    if Effect.CONDITIONS in (link.effect, effect):
        raise Misuse("Promoting and hindering can be exchanged, conditioning goes to a link.")
    sentence = f"Made a link of {assembled.configuration.number} one that {effect.value}"
    return Deed(sentence, changed(link, replace(link, effect=effect)))


def untie(assembled: Assembled, link: Link) -> Deed:
    """Removes a link, the conditions on it, and the evidence on both."""
    return Deed(f"Removed a link of {assembled.configuration.number}", _without_links(assembled, [link]))


def edit(assembled: Assembled, **fields: Any) -> Deed:
    """Changes title, because, hypotheses, conditions, level, case_id, core_id, memo or consolidated_in of a configuration."""
    allowed = {
        "title",
        "because",
        "hypotheses",
        "conditions",
        "level",
        "case_id",
        "core_id",
        "memo",
        "consolidated_in",
    }
    if set(fields) - allowed:
        raise Misuse(
            f"A configuration is not changed in {', '.join(sorted(set(fields) - allowed))} this way."
        )
    before = assembled.configuration
    words = ", ".join(sorted(fields)).replace("_id", "")
    return Deed(f"Changed {words} of {before.number}", changed(before, replace(before, **fields)))


def drop(assembled: Assembled, elsewhere: Collection[str], belongings: Belongings | None = None) -> Deed:
    """Removes a configuration with its links, evidence and what has been said of it, and the elements no other one has.

    `elsewhere` holds the ids of elements that stand in other configurations too; these keep what is joined to them.
    """
    gone = [each for each in assembled.elements.values() if each.id not in elsewhere]
    ids = {element.id for element in gone}
    groundings = [each for each in assembled.groundings if each.element_id in ids]
    kept = set(assembled.elements) - ids
    joined = _joined(assembled)
    changes = (
        removed(*(each for each in joined if each.claim_id not in kept))
        + (belongings or Belongings()).going(ids)
        + removed(*assembled.links)
        + removed(*assembled.places)
        + removed(*groundings)
        + removed(*gone)
        + removed(assembled.configuration)
    )
    return Deed(f"Removed {assembled.configuration.number} {assembled.configuration.title}".strip(), changes)


def judge_strength(judgement: Judgement, number: str, before: Judgement | None = None) -> Deed:
    """Says in words how strong a configuration is, with a reason (decision 8). Raises Misuse without a reason."""
    if not judgement.words.strip() or not judgement.reason.strip():
        raise Misuse("A judgement of strength needs its words and a reason.")
    changes = changed(before, judgement) if before else added(judgement)
    return Deed(f"Judged the strength of {number}", changes)


def _conditions(assembled: Assembled, place: Place) -> list[Link]:
    """The links that an element conditions as the context it is in this place only."""
    own = [each.kind for each in assembled.places if each.element_id == place.element_id]
    if place.kind is not Kind.CONTEXT or own.count(Kind.CONTEXT) > 1:
        return []
    return [
        each
        for each in assembled.links
        if each.source_id == place.element_id and each.effect is Effect.CONDITIONS
    ]


def _without_links(assembled: Assembled, links: Iterable[Link]) -> tuple[Change, ...]:
    """Removes links, the links that condition them (and those in turn), and the evidence on all of them."""
    gone = {link.id: link for link in links}
    while further := [each for each in assembled.links if each.target_id in gone and each.id not in gone]:
        gone.update({each.id: each for each in further})
    joined = [each for each in _joined(assembled) if each.claim_id in gone]
    return removed(*joined) + removed(*gone.values())


def _joined(assembled: Assembled) -> tuple[Evidence | Bearing, ...]:
    return (*assembled.evidence, *assembled.bearings)


def _target(assembled: Assembled, link: Link) -> str:
    element = assembled.elements.get(link.target_id)
    if element is not None:
        return element.wording
    other = next(each for each in assembled.links if each.id == link.target_id)
    return f"“{assembled.elements[other.source_id].wording} → {_target(assembled, other)}”"
