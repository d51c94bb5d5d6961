"""The change theory in the terminal: drawn in characters, round one box, as sentences, or as JSON."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rcoder.cli.show import as_json, line, opened
from rcoder.domain.cut import OPTIONS, read_cut

if TYPE_CHECKING:
    from rcoder.domain.drawn import Drawn
    from rcoder.project.theory_drawn import TheoryShown


def show(chosen: argparse.Namespace) -> None:
    """Prints the theory as it is asked for."""
    from rcoder.project.theory_drawn import Asked, box_called, theory_shown

    asked = Asked(
        chosen.hypothesis or "overall",
        chosen.version,
        read_cut({each: getattr(chosen, each) for each in OPTIONS}),
    )
    with opened(chosen) as project:
        words = chosen.language or project.study().language
        shown = theory_shown(project, asked, words)
    box_id = box_called(shown, chosen.around) if chosen.around else ""
    if chosen.json:
        as_json(shape(shown, box_id, words))
    elif shown.lacking:
        line(shown.lacking)
    elif chosen.plain:
        _say(shown, box_id, words)
    else:
        _draw(shown, box_id, words, chosen.width)


def _draw(shown: TheoryShown, box_id: str, words: str, width: int) -> None:
    from rcoder.project.theory_drawn import around, whole

    drawn: Drawn = around(shown, box_id, width, words) if box_id else whole(shown, words)
    _head(shown, words)
    if drawn.refused:
        line(drawn.refused)
        _say_arrows(shown, box_id, words)
    for row in drawn.rows:
        line(row)


def _say(shown: TheoryShown, box_id: str, words: str) -> None:
    _head(shown, words)
    _say_arrows(shown, box_id, words)


def _head(shown: TheoryShown, words: str) -> None:
    """Which theory it is, what it is narrowed to, and of how many cases the counts are."""
    from rcoder.project.theory_drawn import cases_line

    line(shown.theory.title.say(words))
    if narrowed := shown.theory.cut.say(words):
        line(narrowed)
    line(cases_line(shown, words))
    line()


def _say_arrows(shown: TheoryShown, box_id: str, words: str) -> None:
    from rcoder.project.theory_drawn import lines

    for sentence in lines(shown, words, box_id):
        line(sentence)


def shape(shown: TheoryShown, box_id: str, words: str) -> dict[str, Any]:
    """The theory as JSON; with a box only that box and what it is tied to."""
    from rcoder.project.theory_drawn import arrow_told, told

    theory = shown.theory
    arrows = [each for each in theory.arrows if not box_id or box_id in (each.source, each.target)]
    near = {end for each in arrows for end in (each.source, each.target)} | {box_id}
    boxes = [each for each in theory.boxes if not box_id or each.id in near]
    return {
        "theory": shown.asked.key,
        "version": shown.asked.version,
        "title": theory.title.say(words),
        "narrowed": theory.cut.say(words) or None,
        "lacking": shown.lacking or None,
        "cases": asdict(theory.denominator),
        "boxes": [
            {
                "id": box.id,
                "key": box.key or None,
                "name": shown.names[box.id],
                "column": box.column.value,
                "half": box.half.value if box.half is not None else None,
                "new": box.new,
                "elements": list(box.elements),
                "passages": len(box.witnesses),
                "words": ". ".join(told(shown, box.id, words)),
            }
            for box in boxes
        ],
        "arrows": [arrow_told(shown, each, words) for each in arrows],
    }
