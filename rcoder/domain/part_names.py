"""The short names of a configuration's parts, as screens and commands call them: C1, R1 → M1, the rival “…”."""

from __future__ import annotations

from collections.abc import Iterable

from rcoder.domain.configuration import Assembled, Link
from rcoder.domain.rival import Rival
from rcoder.domain.terms import letter
from rcoder.domain.words import Kind

LANGUAGE = "en"
"""Language of the interface, whose letters the names are made of."""


def place_names(assembled: Assembled) -> dict[str, str]:
    """The short name of each place by its id: C1, R1, M1, M2, O1."""
    counts: dict[Kind, int] = {}
    names: dict[str, str] = {}
    for place in assembled.places:
        counts[place.kind] = counts.get(place.kind, 0) + 1
        names[place.id] = f"{letter(place.kind, LANGUAGE)}{counts[place.kind]}"
    return names


def element_name(assembled: Assembled, element_id: str) -> str:
    """The short name of an element: that of its place, or of both where it stands in two."""
    names = place_names(assembled)
    own = [names[place.id] for place in assembled.places if place.element_id == element_id]
    return "/".join(own) or "?"


def link_of(assembled: Assembled, link_id: str) -> Link | None:
    """A link by id."""
    return next((link for link in assembled.links if link.id == link_id), None)


def link_name(assembled: Assembled, link: Link) -> str:
    """A link by the short names of its ends: R1 → M1; a condition as C1 on R1 → M1."""
    source = element_name(assembled, link.source_id)
    if link.target_id in assembled.elements:
        return f"{source} → {element_name(assembled, link.target_id)}"
    target = link_of(assembled, link.target_id)
    return f"{source} on {link_name(assembled, target)}" if target and target.id != link.id else source


def claim_name(assembled: Assembled, claim_id: str, rivals: Iterable[Rival] = ()) -> str:
    """The configuration, a link, an element or a rival of it, in words: K07, R1 → M1 of K07, M1 of K07."""
    number = assembled.configuration.number
    link = link_of(assembled, claim_id)
    if link is not None:
        return f"{link_name(assembled, link)} of {number}"
    if claim_id in assembled.elements:
        return f"{element_name(assembled, claim_id)} of {number}"
    rival = next((each for each in rivals if each.id == claim_id), None)
    return f"the rival “{rival.wording}” of {number}" if rival is not None else number
