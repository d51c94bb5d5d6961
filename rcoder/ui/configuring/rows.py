"""A configuration as lines: the sentence frame, its links, the passages for and against, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rich.cells import cell_len

from rcoder.domain.configuration import Element, Evidence, Link, Place
from rcoder.domain.passage import Passage
from rcoder.domain.terms import say
from rcoder.domain.words import Bilingual, Directness, Effect, Kind, Prompting, Scope, Stance
from rcoder.project.bench import Bench, core_proposed, passages_behind
from rcoder.ui.configuring.asks import asks
from rcoder.ui.configuring.bench import (
    LANGUAGE,
    box_words,
    element_name,
    passages_words,
    place_names,
    tally_words,
)
from rcoder.ui.marks import shown
from rcoder.ui.widgets.lines import Line, Piece
from rcoder.ui.widgets.rows import wrapped

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
QUOTE_LINES = 2
"""Lines a passage may take; the rest is read in context."""


def lines(bench: Bench, width: int) -> tuple[Line, ...]:
    """The whole configuration for a pane of that many cells; each line's id says what it is about."""
    return (
        *_head(bench, width),
        _heading("frame", ""),
        *_frame(bench, width),
        *_links(bench, width),
        *_whole(bench, width),
        *_asks(bench, width),
    )


def about(line_id: str) -> tuple[str, str]:
    """What a line is about and the id of it: ("place", id), ("link", id), ("because", "")."""
    subject, _, rest = line_id.partition(":")
    return subject, rest.rsplit(":", 1)[-1]


def folded_at_first(found: tuple[Line, ...]) -> set[str]:
    """The lines that begin folded: elements, whose passages are many."""
    return {line.id for line in found if line.folds and about(line.id)[0] == "place"}


# -- its parts ---------------------------------------------------------------------------------------------------


def _head(bench: Bench, width: int) -> Iterator[Line]:
    own = bench.assembled.configuration
    codes, nodes = bench.codes, bench.nodes
    title: list[Piece] = [
        (f"  {own.number} ", "-strong"),
        (own.title or "no title yet", "-strong" if own.title else "-muted"),
    ]
    yield Line("title", tuple(title), right=bench.answer.line.status)
    named = [
        f"{codes[each].key} {codes[each].label.say(bench.language)}"
        for each in own.hypotheses
        if each in codes
    ]
    yield from _row(
        "hypotheses",
        [("  ", "")],
        ", ".join(named) or "no hypothesis yet",
        width,
        tone="" if named else "-muted",
    )
    level = "case level" if own.level == "case" else say(own.level, LANGUAGE)
    where = bench.cases.get(own.case_id or "", "no case")
    yield Line("case", ((f"  {level}, {where}", ""),), right=bench.answer.line.coder)
    chosen, proposed = nodes.get(own.core_id or ""), core_proposed(bench)
    if chosen is not None:
        yield from _row("core", [("  core element ", "-muted")], chosen.label.say(bench.language), width)
    elif proposed is not None:
        yield from _row(
            "core", [("  core element? ", "-muted")], proposed.label.say(bench.language), width, tone="-muted"
        )
    else:
        yield Line("core", (("  no core element", "-muted"),))
    for judgement in bench.judgements:
        by = bench.coders.get(judgement.coder_id, "")
        yield from _row(
            f"judgement:{judgement.id}",
            [("  strength ", "-muted")],
            f"{judgement.words}: {judgement.reason}",
            width,
            right=by,
        )
    if own.memo:
        yield from _row("memo", [("  memo ", "-muted")], own.memo, width, limit=QUOTE_LINES)


def _frame(bench: Bench, width: int) -> Iterator[Line]:
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
    yield from _row("because", head, words or "no because yet", width, tone="" if words else "-muted")


def _element(bench: Bench, place: Place, name: str, label: str, width: int) -> Iterator[Line]:
    element = bench.assembled.elements[place.element_id]
    behind = passages_behind(bench, element.id)
    row = f"place:{place.id}"
    head: list[Piece] = [(f"{label:<{LABEL}}", "-muted"), (f"{name:<3}", f"-{place.kind.value}")]
    if not behind:
        head.insert(0, ("  ", ""))
    right = passages_words(bench, element.id)
    yield from _row(row, head, element.wording, width, right=right, folds=bool(behind))
    details = " · ".join(_details(bench, element, place))
    if details:
        yield from _row(f"{row}#d", [(" " * (LABEL + 5), "")], details, width, tone="-muted", goes_on=True)
    for grounding_id, passage in behind:
        yield from _passage(f"ground:{place.id}:{grounding_id}", passage, "", width, depth=1)


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
    behind = passages_behind(bench, element.id)
    if behind:
        said = any(passage.directness is Directness.SAID for _, passage in behind)
        yield "said" if said else "inferred"
    if words := box_words(bench, element):
        yield words
    if sharing := shared_with(bench, element.id):
        yield f"shared with {sharing}"


def shared_with(bench: Bench, element_id: str) -> str:
    """The numbers of the other configurations an element stands in; those of a hidden layer are not named."""
    seen = [each.configuration.number for each in bench.others if element_id in each.elements]
    return ", ".join(seen) or ("another coder's configuration" if element_id in bench.homes else "")


def _links(bench: Bench, width: int) -> Iterator[Line]:
    yield _heading(
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
        head, words = f"{ends}  {say(link.effect, LANGUAGE)}  ", f"{_short(source, width // 3)} → {target}"
    tone = {Effect.PROMOTES: "", Effect.HINDERS: "-strong", Effect.CONDITIONS: "-context"}[link.effect]
    folds = bool(evidence or own)
    pieces: list[Piece] = [(head, tone)] if folds else [("  ", ""), (head, tone)]
    yield from _row(
        f"link:{link.id}", pieces, words, width, folds=folds, depth=depth, hang=6, limit=QUOTE_LINES
    )
    counted = tally_words(bench, link.id)
    if counted:
        yield from _row(
            f"link:{link.id}#t", [("      ", "")], counted, width, tone="-muted", goes_on=True, depth=depth
        )
    for condition in own:
        yield from _link(bench, condition, further, width, depth + 1)
    for each in evidence:
        yield from _evidence(bench, each, width, depth + 1)


def _whole(bench: Bench, width: int) -> Iterator[Line]:
    own = bench.assembled.configuration
    evidence = bench.assembled.evidence_on(own.id)
    yield _heading("for-and-against", "")
    head: list[Piece] = [("Whole configuration  ", "-strong")]
    if not evidence:
        head.insert(0, ("  ", ""))
    counted = tally_words(bench, own.id) or "no passage for or against it as a whole"
    yield from _row("claim", head, counted, width, tone="-muted", folds=bool(evidence), hang=6)
    for each in evidence:
        yield from _evidence(bench, each, width, 1)


def _asks(bench: Bench, width: int) -> Iterator[Line]:
    found = asks(bench)
    yield _heading("asks", "To ask" if found else "Nothing left to ask")
    for index, each in enumerate(found):
        yield from _row(f"ask:{index}", [("  ? ", "-muted")], each.sentence, width)


def _evidence(bench: Bench, evidence: Evidence, width: int, depth: int) -> Iterator[Line]:
    passage = bench.answer.evidence.get(evidence.id)
    if passage is not None:
        yield from _passage(
            f"evidence:{evidence.id}", passage, say(evidence.stance, LANGUAGE), width, depth=depth
        )


def _passage(row: str, passage: Passage, stance: str, width: int, *, depth: int) -> Iterator[Line]:
    about_it = [passage.case, ", ".join(passage.roles) or passage.speaker]
    if passage.earlier:
        about_it.append("in an earlier text, not counted")
    if passage.interviewer:
        about_it.append("interviewer, not counted")
    if passage.scope is not Scope.THIS_CASE:
        about_it.append(say(passage.scope, LANGUAGE))
    if passage.directness is Directness.INFERRED:
        about_it.append("inferred")
    if passage.prompting is Prompting.PROMPTED:
        about_it.append("prompted")
    right = " · ".join(each for each in about_it if each)
    tone = "-strong" if stance == say(Stance.CONTRADICTS, LANGUAGE) else "-muted"
    head: list[Piece] = [("  ", ""), (f"{stance} ", tone)] if stance else [("  ", "")]
    room = width if width >= 70 else width * 2
    yield from _row(
        row,
        head,
        f"“{passage.text}”",
        width,
        right=right if cell_len(right) < room // 2 else "",
        depth=depth,
        hang=4,
        limit=QUOTE_LINES,
    )
    if passage.memo:
        yield from _row(
            f"{row}#m",
            [("    ", "")],
            f"memo: {passage.memo}",
            width,
            tone="-muted",
            goes_on=True,
            depth=depth,
        )


# -- one row -----------------------------------------------------------------------------------------------------


def _heading(name: str, words: str) -> Line:
    return Line(f"heading:{name}", ((words, "-muted"),), inert=True)


def _row(
    row: str,
    head: list[Piece],
    words: str,
    width: int,
    *,
    tone: str = "",
    right: str = "",
    depth: int = 0,
    folds: bool = False,
    goes_on: bool = False,
    hang: int | None = None,
    limit: int = 0,
) -> Iterator[Line]:
    """A line, and below it the lines that its words run on to; `limit` cuts them off with an ellipsis."""
    mark = 2 if folds else 0
    taken = sum(cell_len(text) for text, _ in head)
    indent = (taken + mark) if hang is None else hang
    beside = cell_len(shown(right)) + 3 if right else 2
    text = " ".join(shown(words).split())
    broken = _broken(text, width - 2 * depth - mark - taken - beside, width - 2 * depth - indent - 2)
    if limit and len(broken) > limit:
        broken = [*broken[: limit - 1], f"{broken[limit - 1].rstrip()} …"]
    first = Line(
        row, (*head, (broken[0], tone)), right=right, depth=depth, folds=folds, inert=goes_on, goes_on=goes_on
    )
    yield first
    for index, each in enumerate(broken[1:], start=1):
        yield replace(
            first,
            id=f"{row}#{index}",
            pieces=((" " * indent, ""), (each, tone)),
            right="",
            folds=False,
            inert=True,
            goes_on=True,
        )


def _broken(text: str, first: int, rest: int) -> list[str]:
    """The text in rows: the first that wide, the others that wide, never narrower than ten cells."""
    found = [text[start:end] for start, end in wrapped(text, 0, len(text), max(10, first))][:1]
    if not found:
        return [""]
    done = len(found[0])
    found += [text[start:end] for start, end in wrapped(text, done, len(text), max(10, rest))]
    return [each.rstrip() for each in found]


def _short(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: max(1, width - 1)].rstrip()}…"
