"""The links as arrows with their conditions and passages, and the passages on the whole."""

from __future__ import annotations

from collections.abc import Iterator

from rcoder.domain.configuration import Link
from rcoder.domain.terms import say
from rcoder.domain.words import Effect
from rcoder.project.bench import Bench
from rcoder.ui.configuring.bench import LANGUAGE, element_name, tally_words
from rcoder.ui.configuring.one_row import QUOTE_LINES, heading, row_of, short
from rcoder.ui.configuring.passage_rows import evidence_rows
from rcoder.ui.evidencing.on_bench import material_on, material_rows
from rcoder.ui.widgets.lines import Line, Piece


def links(bench: Bench, width: int) -> Iterator[Line]:
    """The arrows, each with what conditions it."""
    yield heading(
        "links", "Links" if bench.assembled.links else "Links: none yet, l ties one element to another"
    )
    conditions = [link for link in bench.assembled.links if link.effect is Effect.CONDITIONS]
    for link in bench.assembled.links:
        if link.effect is not Effect.CONDITIONS:
            yield from _link(bench, link, conditions, width, 0)


def _link(bench: Bench, link: Link, conditions: list[Link], width: int, depth: int) -> Iterator[Line]:
    assembled = bench.assembled
    evidence = assembled.evidence_on(link.id)
    own = [each for each in conditions if each.target_id == link.id]
    further = [each for each in conditions if each not in own]
    source = assembled.elements[link.source_id].wording
    if link.effect is Effect.CONDITIONS:
        head, words = f"{element_name(assembled, link.source_id)} {say(link.effect, LANGUAGE)} it  ", source
    else:
        target = assembled.elements[link.target_id].wording
        ends = f"{element_name(assembled, link.source_id)} → {element_name(assembled, link.target_id)}"
        head, words = f"{ends}  {say(link.effect, LANGUAGE)}  ", f"{short(source, width // 3)} → {target}"
    tone = {Effect.PROMOTES: "", Effect.HINDERS: "-strong", Effect.CONDITIONS: "-context"}[link.effect]
    folds = bool(evidence or own or material_on(bench, link.id))
    pieces: list[Piece] = [(head, tone)] if folds else [("  ", ""), (head, tone)]
    yield from row_of(
        f"link:{link.id}", pieces, words, width, folds=folds, depth=depth, hang=6, limit=QUOTE_LINES
    )
    counted = tally_words(bench, link.id)
    if counted:
        yield from row_of(
            f"link:{link.id}#t", [("      ", "")], counted, width, tone="-muted", goes_on=True, depth=depth
        )
    for condition in own:
        yield from _link(bench, condition, further, width, depth + 1)
    for each in evidence:
        yield from evidence_rows(bench, each, width, depth + 1)
    yield from material_rows(bench, link.id, width, depth + 1)


def whole(bench: Bench, width: int) -> Iterator[Line]:
    """What is for and against the configuration as a whole."""
    own = bench.assembled.configuration
    evidence = bench.assembled.evidence_on(own.id)
    yield heading("for-and-against", "")
    head: list[Piece] = [("Whole configuration  ", "-strong")]
    folds = bool(evidence or material_on(bench, own.id))
    if not folds:
        head.insert(0, ("  ", ""))
    counted = tally_words(bench, own.id) or "no passage for or against it as a whole"
    yield from row_of("claim", head, counted, width, tone="-muted", folds=folds, hang=6)
    for each in evidence:
        yield from evidence_rows(bench, each, width, 1)
    yield from material_rows(bench, own.id, width, 1)
