"""What is missing in a configuration, in plain words: prompts for the person, never gates (rule 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rcoder.domain.configuration import Element, missing_kinds
from rcoder.domain.terms import say
from rcoder.domain.words import Kind, Stance
from rcoder.project.bench import Bench, core_proposed, passages_behind
from rcoder.ui.configuring.bench import LANGUAGE, element_name, link_name, place_names

ACTIVITIES = re.compile(r"\b(samtale|møde|opfølgning|cv|besøg)\w*", re.IGNORECASE)
"""Words of activities: beginners put them where a person's response belongs (realist-practice §7)."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One prompt, and the row it is about."""

    sentence: str
    row: str


def asks(bench: Bench) -> tuple[Ask, ...]:
    """Every prompt: what no one has said yet first, then the elements, then the evidence."""
    return (*_whole(bench), *_elements(bench), *_links(bench), *_evidence(bench))


def _whole(bench: Bench) -> Iterator[Ask]:
    assembled, own = bench.assembled, bench.assembled.configuration
    missing = missing_kinds(assembled)
    if missing:
        words = ", ".join(f"no {say(kind, LANGUAGE)} yet" for kind in missing)
        yield Ask(f"Partial: {words}.", f"frame:{missing[0].value}")
    if not own.because.strip():
        yield Ask("Why would it work? There is no because yet.", "because")
    if not own.hypotheses:
        yield Ask("It belongs to no hypothesis yet.", "hypotheses")
    if own.core_id is None and (node := core_proposed(bench)) is not None:
        yield Ask(f"Is its core element {node.label.say(bench.language)}?", "core")


def _elements(bench: Bench) -> Iterator[Ask]:
    assembled, names = bench.assembled, place_names(bench.assembled)
    finder = bench.finder()
    seen: dict[str, str] = {}
    for place in assembled.places:
        element, name, row = assembled.elements[place.element_id], names[place.id], f"place:{place.id}"
        if not passages_behind(bench, element.id):
            yield Ask(f"No passage behind {name}.", row)
        elif all(passage.directness == "inferred" for _, passage in passages_behind(bench, element.id)):
            yield Ask(f"{name} is inferred from every passage behind it; does anyone say it?", row)
        if place.kind is Kind.REASONING:
            yield from _reasoning(element, name, row)
        if place.kind is Kind.OUTCOME and element.horizon is None:
            yield Ask(f"When does {name} come: short, medium or long term?", row)
        if (
            finder
            and not element.new
            and finder.settled(element) is None
            and finder.proposed(element.code_id)
        ):
            yield Ask(f"{name} is worded otherwise than its box; does it belong there?", row)
        words = element.wording.strip().casefold()
        if words in seen:
            yield Ask(f"{name} says the same as {seen[words]}.", row)
        seen.setdefault(words, name)


def _reasoning(element: Element, name: str, row: str) -> Iterator[Ask]:
    if not element.actor:
        yield Ask(f"Whose reasoning is {name}?", row)
    if ACTIVITIES.search(element.wording):
        yield Ask(f"{name} names an activity; is it how a person responds?", row)


def _links(bench: Bench) -> Iterator[Ask]:
    assembled = bench.assembled
    tied = {end for link in assembled.links for end in (link.source_id, link.target_id)}
    loose = [
        each for each in dict.fromkeys(place.element_id for place in assembled.places) if each not in tied
    ]
    if len(assembled.elements) > 1 and not assembled.links:
        yield Ask("Nothing is tied yet: what leads to what?", f"place:{assembled.places[0].id}")
    elif len(assembled.elements) > 1:
        for element_id in loose:
            place = next(each for each in assembled.places if each.element_id == element_id)
            yield Ask(f"{element_name(assembled, element_id)} is not tied to anything.", f"place:{place.id}")
    for link in assembled.links:
        if not assembled.evidence_on(link.id):
            yield Ask(f"No passage on {link_name(assembled, link)} yet.", f"link:{link.id}")


def _evidence(bench: Bench) -> Iterator[Ask]:
    attached = bench.assembled.evidence
    if attached and not any(each.stance is Stance.CONTRADICTS for each in attached):
        yield Ask("No counter-evidence yet; has it been looked for?", "claim")
    known = [bench.answer.evidence[each.id] for each in attached if each.id in bench.answer.evidence]
    cases = {each.case for each in known if each.case}
    roles = {role for each in known for role in each.roles}
    if len(known) > 1 and len(cases) == 1:
        yield Ask(f"Every passage for or against is about one case ({next(iter(cases))}).", "claim")
    if len(known) > 1 and len(roles) == 1:
        yield Ask(f"Every passage for or against comes from one role ({next(iter(roles))}).", "claim")
