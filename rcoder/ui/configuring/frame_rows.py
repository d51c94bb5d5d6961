"""The sentence frame as lines: every element in its place with what is known of it, and the because."""

from __future__ import annotations

from collections.abc import Iterator

from rcoder.domain.configuration import Element, Place
from rcoder.domain.terms import say
from rcoder.domain.words import Bilingual, Directness, Kind
from rcoder.project.bench import Bench, passages_behind
from rcoder.ui.configuring.bench import LANGUAGE, box_words, passages_words, place_names, tally_words
from rcoder.ui.configuring.one_row import heading, row_of
from rcoder.ui.configuring.passage_rows import evidence_rows, passage_rows
from rcoder.ui.evidencing.on_bench import material_on, material_rows
from rcoder.ui.widgets.lines import Line, Piece

FRAME: dict[Kind, Bilingual] = {
    Kind.CONTEXT: Bilingual("Når", "When"),
    Kind.RESOURCE: Bilingual("tilbydes", "is offered"),
    Kind.REASONING: Bilingual("så", "then"),
    Kind.OUTCOME: Bilingual("fører til", "leading to"),
}
"""The words of the sentence frame before each kind (realist-practice §4)."""
BECAUSE = Bilingual("fordi", "because")
LABEL = 11
"""Cells of the frame's words."""


def frame(bench: Bench, width: int) -> Iterator[Line]:
    """The elements by place, and what no element stands for yet."""
    yield heading("frame", "")
    names = place_names(bench.assembled)
    for kind in Kind:
        if kind is Kind.OUTCOME:
            yield from _because(bench, width)
        own = [place for place in bench.assembled.places if place.kind is kind]
        for index, place in enumerate(own):
            label = FRAME[kind].say(LANGUAGE) if index == 0 else "and"
            yield from _element(bench, place, names[place.id], label, width)
        if not own:
            yield Line(
                f"frame:{kind.value}",
                (
                    ("  ", ""),
                    (f"{FRAME[kind].say(LANGUAGE):<{LABEL}}", "-muted"),
                    (f"no {say(kind, LANGUAGE)} yet", "-muted"),
                ),
            )


def _because(bench: Bench, width: int) -> Iterator[Line]:
    words = bench.assembled.configuration.because
    head: list[Piece] = [("  ", ""), (f"{BECAUSE.say(LANGUAGE):<{LABEL}}", "-muted")]
    yield from row_of("because", head, words or "no because yet", width, tone="" if words else "-muted")


def _element(bench: Bench, place: Place, name: str, label: str, width: int) -> Iterator[Line]:
    element = bench.assembled.elements[place.element_id]
    behind = passages_behind(bench, element.id)
    bearing_on_it = bench.assembled.evidence_on(element.id)
    more = bool(behind or bearing_on_it or material_on(bench, element.id))
    row = f"place:{place.id}"
    head: list[Piece] = [(f"{label:<{LABEL}}", "-muted"), (f"{name:<3}", f"-{place.kind.value}")]
    if not more:
        head.insert(0, ("  ", ""))
    right = passages_words(bench, element.id)
    yield from row_of(row, head, element.wording, width, right=right, folds=more)
    details = " · ".join(_details(bench, element, place))
    if details:
        yield from row_of(f"{row}#d", [(" " * (LABEL + 5), "")], details, width, tone="-muted", goes_on=True)
    if counted := tally_words(bench, element.id):
        yield from row_of(f"{row}#t", [(" " * (LABEL + 5), "")], counted, width, tone="-muted", goes_on=True)
    for grounding_id, passage in behind:
        yield from passage_rows(f"ground:{place.id}:{grounding_id}", passage, "", width, depth=1)
    for each in bearing_on_it:
        yield from evidence_rows(bench, each, width, 1)
    yield from material_rows(bench, element.id, width, 1)


def _details(bench: Bench, element: Element, place: Place) -> Iterator[str]:
    code = bench.codes.get(element.code_id or "")
    if code is not None:
        yield code.key
    if place.kind is Kind.REASONING:
        yield element.actor or "actor?"
        if element.activation is not None:
            yield f"activation {say(element.activation, LANGUAGE)}"
    elif element.actor:
        yield element.actor
    if place.kind is Kind.OUTCOME:
        yield "negative (−)" if element.sign == "-" else "positive (+)"
        yield say(element.horizon, LANGUAGE) or "term?"
    if known := _told(bench, element):
        yield known
    if words := box_words(bench, element):
        yield words
    if sharing := shared_with(bench, element.id):
        yield f"shared with {sharing}"


def _told(bench: Bench, element: Element) -> str:
    """Whether somebody says it; that the passages behind it do not, where they do not."""
    behind = [passage.directness for _, passage in passages_behind(bench, element.id)]
    if element.directness is Directness.INFERRED:
        return "inferred"
    if behind and Directness.SAID not in behind:
        return "said? every passage behind it is inferred"
    return "said" if behind else ""


def shared_with(bench: Bench, element_id: str) -> str:
    """The numbers of the other configurations an element stands in; those of a hidden layer are not named."""
    seen = [each.configuration.number for each in bench.others if element_id in each.elements]
    return ", ".join(seen) or ("another coder's configuration" if element_id in bench.homes else "")
