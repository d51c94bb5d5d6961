"""Judgements of strength by named persons, with the numbers they can be made by beside them, never one score."""

from __future__ import annotations

from collections.abc import Iterator

from rcoder.project.bench import Bench
from rcoder.ui.configuring.one_row import QUOTE_LINES, heading, row_of
from rcoder.ui.configuring.strength_words import numbers
from rcoder.ui.widgets.lines import Line

LABEL = 14
"""Cells of the names of the numbers."""


def judged(bench: Bench, width: int) -> Iterator[Line]:
    """The judgements, what they can be made by, and the memo."""
    own = bench.assembled.configuration
    yield heading("strength", "Strength")
    if not bench.judgements:
        words = "nobody has judged it yet: j says in words how strong it is, and why"
        yield from row_of("strength", [("  ", "")], words, width, tone="-muted")
    for each in bench.judgements:
        by = bench.coders.get(each.coder_id, "")
        words = f"{each.words}: {each.reason}"
        yield from row_of(
            f"judgement:{each.id}", [("  ", ""), ("judged ", "-strong")], words, width, right=by
        )
    for name, label, words in numbers(bench):
        yield from row_of(f"count:{name}", [(f"  {label:<{LABEL}}", "-muted")], words, width)
    if own.memo:
        yield from row_of("memo", [("  memo ", "-muted")], own.memo, width, limit=QUOTE_LINES)
