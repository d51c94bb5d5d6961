"""The words for a configuration on the bench: short names of its parts, its counts and its boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rcoder.domain.actions.sentences import several
from rcoder.domain.configuration import Assembled, Element, Evidence, Place
from rcoder.domain.part_names import (
    LANGUAGE,
    claim_name,
    element_name,
    link_name,
    link_of,
    place_names,
)
from rcoder.domain.rival import Rival
from rcoder.domain.terms import say
from rcoder.domain.theory import Tally
from rcoder.domain.words import Claim, Kind
from rcoder.project.bench import Bench, counted, passages_behind, stretches_behind, stretches_lent

__all__ = [
    "LANGUAGE",
    "a_kind",
    "beside",
    "box_words",
    "claim_kind",
    "claim_name",
    "element_name",
    "evidence_of",
    "link_name",
    "link_of",
    "passages_words",
    "place_names",
    "place_of",
    "tally_words",
]


# -- what things are called --------------------------------------------------------------------------------------


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


def place_of(assembled: Assembled, place_id: str) -> Place | None:
    """A place by id."""
    return next((place for place in assembled.places if place.id == place_id), None)


def evidence_of(bench: Bench, evidence_id: str) -> Evidence | None:
    """Evidence by id, that on its rivals too."""
    return next((each for each in bench.evidence if each.id == evidence_id), None)


def passages_words(bench: Bench, element_id: str) -> str:
    """How many passages an element rests on; codings of several coders that overlap are one passage (decision 7).

    Those that the elements of members rest on which it stands for are said beside.
    """
    codings_behind, number = len(passages_behind(bench, element_id)), stretches_behind(bench, element_id)
    codings = f", {codings_behind} codings" if codings_behind != number else ""
    lent = stretches_lent(bench, element_id)
    return several(number, "passage") + codings + (f", {lent} of members" if lent else "")


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
        yield f"{count.cases} of {several(coded, 'case')}"
    if count.cases_not_yet_coded:
        yield f"{several(count.cases_not_yet_coded, 'case')} not yet coded to the end"
    if count.cases_without_interview:
        yield f"{several(count.cases_without_interview, 'case')} without interview"
    if count.respondents:
        yield f"{several(count.respondents, 'respondent')} in general"
    if count.listed:
        yield f"{count.listed} listed, not counted"
