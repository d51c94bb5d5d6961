"""The boxes of the drawing, with their keys and hypotheses."""

from __future__ import annotations

from rcoder.domain.difference_words import MARKS, SORTS
from rcoder.domain.terms import letter
from rcoder.domain.theory import Box, ChangeTheory
from rcoder.domain.theory_difference import Sort
from rcoder.domain.words import Column
from rcoder.figure.elements import element, rect, words
from rcoder.figure.marked import MarkedBox
from rcoder.figure.measures import PADDING, SMALL, TAGS
from rcoder.figure.palette import COLOURS, SOFT
from rcoder.figure.placed import PlacedBox, Rect
from rcoder.figure.plan import name_in
from rcoder.figure.text import advance, markup, shorten
from rcoder.figure.titles import box_title, slug
from rcoder.figure.wording import NEW

INSET = 3.0
_ROUND = {Column.CONTEXT: 14, Column.NEGATIVE: None}


def _tags(box: Box, width: float, theory: ChangeTheory, language: str) -> tuple[str, str]:
    """What stands above a box's label: its key or kind letter, and its hypotheses."""
    kind = f"{letter(box.kind, language)} · " if box.kind else ""
    name = f"{kind}{NEW.say(language)}" if box.new else name_in(box, theory)
    if isinstance(box, MarkedBox):
        own = kind.removesuffix(" · ") if box.new else name_in(box, theory)
        became = "" if box.sort is Sort.KEPT else f"{MARKS[box.sort]} {SORTS[box.sort].say(language)}"
        name = " · ".join(each for each in (became, own) if each)
    room = width - 2 * PADDING - 6
    hypotheses = shorten(", ".join(box.hypotheses), room * 0.5, SMALL)
    return (shorten(name, room - advance(hypotheses, SMALL), SMALL, bold=True), hypotheses)


def outline(box: Box) -> dict[str, str | float | None]:
    """The edge of a box: dashed for a new one; between two versions thick for a new, dashed for a dropped one."""
    if isinstance(box, MarkedBox):
        dashes = {Sort.DROPPED: "3 5", Sort.CHANGED: "12 3"}.get(box.sort)
        return {
            "stroke_dasharray": dashes,
            "stroke_width": {Sort.NEW: 3.2, Sort.KEPT: 1.0}.get(box.sort, 1.8),
        }
    return {"stroke_dasharray": "3 3", "stroke_width": 2.0} if box.new else {"stroke_width": 1.4}


def shape(place: Rect, column: Column, **edge: str | float | None) -> str:
    """The box itself: round ends for a context, sharp corners and a second edge for a counteracting path."""
    fill, colour, _ = COLOURS[column]
    look = {"rx": _ROUND.get(column, 6), "fill": fill, "stroke": colour, **edge}
    drawn = rect(place.x, place.y, place.width, place.height, **look)
    if column is not Column.NEGATIVE:
        return drawn
    within = (place.x + INSET, place.y + INSET, place.width - 2 * INSET, place.height - 2 * INSET)
    return drawn + rect(*within, class_="inner", fill="none", stroke=colour, stroke_width=0.8)


def draw_box(placed: PlacedBox, theory: ChangeTheory, language: str, prefix: str) -> str:
    """A box as a group that can be reached and opened; `prefix` stands before its id."""
    box = placed.box
    return element(
        "g",
        element("title", markup(box_title(box, language))),
        shape(placed.rect, box.column, **outline(box)),
        *_words(placed, theory, language),
        class_="box",
        id=f"{prefix}box-{slug(box.id)}" + (f"_copy{placed.copy}" if placed.copy > 1 else ""),
        data_box=box.id,
        data_copy=str(placed.copy) if placed.copy > 1 else None,
        data_column=box.column.value,
        data_hypotheses=" ".join(box.hypotheses),
        data_new="true" if box.new else None,
        data_sort=box.sort.value if isinstance(box, MarkedBox) else None,
        tabindex="0",
        role="button",
    )


def _words(placed: PlacedBox, theory: ChangeTheory, language: str) -> list[str]:
    place = placed.rect
    name, hypotheses = _tags(placed.box, place.width, theory, language)
    above, middle = place.y + 13, place.x + place.width / 2
    size, line = placed.lettering
    first = place.y + (place.height - TAGS - len(placed.lines) * line) / 2 + TAGS + size - 0.5
    return [
        words(name, (place.x + PADDING, above), SMALL, fill=COLOURS[placed.box.column][1], bold=True),
        words(hypotheses, (place.right - PADDING, above), SMALL, anchor="end", fill=SOFT),
        *(
            words(text, (middle, first + number * line), size, anchor="middle")
            for number, text in enumerate(placed.lines)
        ),
    ]
