"""The tray in words: each passage with its note, its age and the hypotheses near it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rcoder.domain.actions.sentences import several
from rcoder.project.tray import TrayLine
from rcoder.ui.evidencing.rows import QUOTED, known, turn_words, whose
from rcoder.ui.widgets.lines import Line

EMPTY = "The tray is empty. In an interview, P puts a passage that fits nothing yet here."


def tray_lines(found: Iterable[TrayLine], today: date) -> Iterator[Line]:
    """Each passage, its note, and what is known of it."""
    for each in found:
        passage = each.passage
        row = f"0|{passage.id}"
        quote = " ".join(passage.text[:QUOTED].split())
        yield Line(row, (("* ", "-key"), (f"“{quote}”", "")))
        if passage.memo:
            yield Line(f"{row}#n", (("  ✎ ", "-muted"), (passage.memo, "")), goes_on=True, inert=True)
        near = f"near {', '.join(each.hypotheses)}" if each.hypotheses else "near no hypothesis"
        told = (
            whose(passage),
            near,
            age(each.at, today),
            *known(passage),
            turn_words(passage),
            passage.coder,
        )
        words = " · ".join(word for word in told if word)
        yield Line(f"{row}#", ((f"  {words}", "-muted"),), goes_on=True, inert=True)


def age(at: str, today: date) -> str:
    """How long something has been there: "today", "1 day", "12 days"; "" where that is not known."""
    if not at:
        return ""
    days = (today - date.fromisoformat(at[:10])).days
    return several(days, "day") if days > 0 else "today"
