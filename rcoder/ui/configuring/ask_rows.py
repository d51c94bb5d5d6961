"""The prompts as lines: what was found here, unfolded why it is asked and what would answer it."""

from __future__ import annotations

from collections.abc import Iterator

from rcoder.domain.actions.sentences import several
from rcoder.project.bench import Bench
from rcoder.ui.configuring.asks import Ask, answered_words, asks
from rcoder.ui.configuring.bench import LANGUAGE
from rcoder.ui.configuring.one_row import heading, row_of
from rcoder.ui.widgets.lines import Line, Piece


def asked(bench: Bench, width: int) -> Iterator[Line]:
    """What there is to ask of the configuration."""
    found = asks(bench)
    yield heading("asks", _title(found))
    for index, each in enumerate(found):
        yield from _prompt(each, f"ask:{index}", width)


def _title(found: tuple[Ask, ...]) -> str:
    waiting = sum(each.asked.open for each in found)
    answered = several(len(found) - waiting, "prompt") + " answered"
    if not found:
        return "Nothing left to ask"
    if not waiting:
        return f"Nothing left to ask; {answered}"
    return "To ask, and never in the way" + (f"; {answered}" if waiting < len(found) else "")


def _prompt(each: Ask, row: str, width: int) -> Iterator[Line]:
    waits, answer = each.asked.open, each.asked.answer
    head: list[Piece] = [("? " if waits else "✓ ", "-muted")]
    words = answered_words(each.asked)
    narrow = width < 90
    tone = "" if waits else "-muted"
    yield from row_of(row, head, each.sentence, width, tone=tone, right="" if narrow else words, folds=True)
    beside = words if narrow else ""
    if answer is not None and answer.why:
        beside = f"{beside}: {answer.why}" if beside else f"because: {answer.why}"
    if beside:
        yield from row_of(f"{row}#w", [("    ", "")], beside, width, tone="-muted", goes_on=True)
    kind = each.asked.prompt.kind
    for name, text in (("why", kind.teaches.say(LANGUAGE)), ("how", kind.answers.say(LANGUAGE))):
        for line in row_of(f"{row}:{name}", [("  ", "")], text, width, tone="-muted", depth=1):
            yield Line(line.id, line.pieces, depth=line.depth, inert=True, goes_on=True)
