"""The words for a configuration on the bench: short names of its parts, its counts and its boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rcoder.domain.actions.sentences import several
from rcoder.domain.configuration import Assembled, Element, Evidence, Link, Place
from rcoder.domain.rival import Rival
from rcoder.domain.terms import letter, say
from rcoder.domain.theory import Tally
from rcoder.domain.words import Claim, Kind
from rcoder.project.bench import Bench, counted, passages_behind, stretches_behind

LANGUAGE = "en"
"""Language of the interface; what a study says is in its own."""


# -- what things are called --------------------------------------------------------------------------------------


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


def claim_kind(assembled: Assembled, claim_id: str, rivals: Iterable[Rival] = ()) -> Claim | None:
    """What a passage is joined to, by its id; None where that does not belong to the configuration."""
    if claim_id == assembled.configuration.id:
        return Claim.CONFIGURATION
    if link_of(assembled, claim_id) is not None:
        return Claim.LINK
    if claim_id in assembled.elements:
        return Claim.ELEMENT
    return Claim.RIVAL if any(each.id == claim_id for each in rivals) else None


def a_kind(kind: Kind) -> str:
    """A kind with its article: a context, an outcome."""
    word = say(kind, LANGUAGE)
    return f"an {word}" if word[:1] in "aeiou" else f"a {word}"


# -- finding things ----------------------------------------------------------------------------------------------


def link_of(assembled: Assembled, link_id: str) -> Link | None:
    """A link by id."""
    return next((link for link in assembled.links if link.id == link_id), None)


def place_of(assembled: Assembled, place_id: str) -> Place | None:
    """A place by id."""
    return next((place for place in assembled.places if place.id == place_id), None)


def evidence_of(bench: Bench, evidence_id: str) -> Evidence | None:
    """Evidence by id, that on its rivals too."""
    return next((each for each in bench.evidence if each.id == evidence_id), None)


def passages_words(bench: Bench, element_id: str) -> str:
    """How many passages an element rests on; codings of several coders that overlap are one passage (decision 7)."""
    codings_behind, number = len(passages_behind(bench, element_id)), stretches_behind(bench, element_id)
    codings = f", {codings_behind} codings" if codings_behind != number else ""
    return several(number, "passage") + codings


def box_words(bench: Bench, element: Element) -> str:
    """In which box of the theory an element is drawn, and who says so (decision 4)."""
    finder = bench.finder()
    if finder is None:
        return ""
    if element.new:
        return "a box of its own"
    settled, proposed = finder.settled(element), finder.proposed(element.code_id)
    if settled is not None:
        return f"box {settled.label.say(bench.language)}"
    if proposed is not None:
        return f"box? {proposed.label.say(bench.language)}"
    return "no box chosen"


def tally_words(bench: Bench, claim_id: str) -> str:
    """What the passages on a claim come to: "supports 3 (2 of 3 cases) · contradicts 1 (1 of 3 cases)".

    Counted as the figure counts (decision 7); cases always with their denominator.
    """
    found, counts = counted(bench, claim_id)
    coded = bench.progress.denominator.coded
    parts = []
    for stance, count in counts.items():
        if count.passages or count.listed:
            about_cases = any(each.stance is stance and each.counts == "case" for each in found)
            known = ", ".join(beside(count, coded, about_cases=about_cases))
            parts.append(f"{say(stance, LANGUAGE)} {count.passages}" + (f" ({known})" if known else ""))
    return " · ".join(parts)


def beside(count: Tally, coded: int, *, about_cases: bool) -> Iterator[str]:
    """What stands beside a number of passages: cases with their denominator, and what is not counted among them."""
    if coded and about_cases:
        yield f"{count.cases} of {coded} cases"
    if count.cases_not_yet_coded:
        yield f"{several(count.cases_not_yet_coded, 'case')} not yet coded to the end"
    if count.cases_without_interview:
        yield f"{several(count.cases_without_interview, 'case')} without interview"
    if count.respondents:
        yield f"{several(count.respondents, 'respondent')} in general"
    if count.listed:
        yield f"{count.listed} listed, not counted"
