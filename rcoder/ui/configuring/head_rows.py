"""What the configuration is, as lines: title, sentence, hypotheses, support conditions, case, core element."""

from __future__ import annotations

from collections.abc import Iterator

from rcoder.domain.terms import say
from rcoder.project.bench import Bench, core_proposed
from rcoder.ui.configuring.bench import LANGUAGE
from rcoder.ui.configuring.one_row import row_of
from rcoder.ui.configuring.sentence_rows import sentence_rows
from rcoder.ui.widgets.lines import Line, Piece


def head(bench: Bench, width: int) -> Iterator[Line]:
    """What it is called, how it reads, and what it belongs to."""
    own = bench.assembled.configuration
    codes, nodes = bench.codes, bench.nodes
    title: list[Piece] = [
        (f"  {own.number} ", "-strong"),
        (own.title or "no title yet", "-strong" if own.title else "-muted"),
    ]
    yield Line("title", tuple(title), right=bench.answer.line.status)
    yield from sentence_rows(bench, width)
    named = [
        f"{codes[each].key} {codes[each].label.say(bench.language)}"
        for each in own.hypotheses
        if each in codes
    ]
    yield from row_of(
        "hypotheses",
        [("  ", "")],
        ", ".join(named) or "no hypothesis yet",
        width,
        tone="" if named else "-muted",
    )
    bears_on = [codes[each].key for each in own.conditions if each in codes]
    yield from row_of(
        "conditions",
        [("  ", "")],
        f"bears on {', '.join(bears_on)}" if bears_on else "no support condition yet",
        width,
        tone="" if bears_on else "-muted",
    )
    level = "case level" if own.level == "case" else say(own.level, LANGUAGE)
    where = bench.cases.get(own.case_id or "", "no case")
    yield Line("case", ((f"  {level}, {where}", ""),), right=bench.answer.line.coder)
    chosen, proposed = nodes.get(own.core_id or ""), core_proposed(bench)
    if chosen is not None:
        yield from row_of("core", [("  core element ", "-muted")], chosen.label.say(bench.language), width)
    elif proposed is not None:
        yield from row_of(
            "core", [("  core element? ", "-muted")], proposed.label.say(bench.language), width, tone="-muted"
        )
    else:
        yield Line("core", (("  no core element", "-muted"),))
