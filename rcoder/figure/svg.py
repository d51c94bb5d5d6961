"""A change theory as one SVG drawing: text in, text out, the same bytes for the same theory."""

from __future__ import annotations

import re
from collections.abc import Callable

from rcoder.domain.difference_words import MARKS, SORTS
from rcoder.domain.terms import WORDS, letter, say
from rcoder.domain.theory import Arrow, ArrowState, Box, ChangeTheory
from rcoder.domain.theory_difference import Sort
from rcoder.domain.words import Column
from rcoder.figure.elements import element, rect, words
from rcoder.figure.legend import draw_legend
from rcoder.figure.marked import MarkedArrow, MarkedBox
from rcoder.figure.measures import (
    BADGE_LINE,
    BADGE_PADDING,
    BOX_WIDTH,
    LABEL,
    LINE,
    MARGIN,
    PADDING,
    SMALL,
    TAGS,
)
from rcoder.figure.plan import name_in, runs_back
from rcoder.figure.sheet import Name, PlacedBox, PlacedTie, Sheet, lay_out
from rcoder.figure.strokes import PAPER, dots, head, line, path, points_along, stroke, trimmed
from rcoder.figure.text import FONTS, advance, label, markup, shorten, wrap
from rcoder.figure.wording import EMPTY, NEW, STATES

COLOURS: dict[Column, tuple[str, str, str]] = {
    Column.CORE: ("#e3ecf7", "#2c5b8e", "#f5f8fc"),
    Column.MECHANISM: ("#efe6f6", "#6a3d92", "#faf7fc"),
    Column.SHORT: ("#e9f5ec", "#2f7d4f", "#f7fbf8"),
    Column.MEDIUM: ("#d6ecdc", "#256b43", "#f4faf5"),
    Column.LONG: ("#c3e2cc", "#1a5534", "#f1f8f3"),
    Column.CONTEXT: ("#fbf1d6", "#8a6410", PAPER),
    Column.NEGATIVE: ("#f1e6e3", "#7d4a40", PAPER),
}
"""Fill, edge and panel of each column."""
TITLE = 21.0
NOTE = 12.5
HEADING_SIZE = 14.0
SOFT = "#4d5661"
LEAST_WIDTH = 760.0


def slug(text: str) -> str:
    """`text` as an id that is safe in SVG, HTML and a URL fragment."""
    return re.sub(r"[^A-Za-z0-9-]", lambda match: f"_{ord(match[0]):x}", text)


def box_title(box: Box, language: str) -> str:
    """A box in one line: column, key and label."""
    name = NEW.say(language) if box.new else box.key
    return label(f"{say(box.column, language)} · {name}: {box.label.say(language)}")


def arrow_title(arrow: Arrow, names: dict[str, str], language: str) -> str:
    """An arrow in one line: source, effect, target and state."""
    state = (
        SORTS[arrow.sort].say(language)
        if isinstance(arrow, MarkedArrow)
        else STATES[arrow.state][0].say(language)
    )
    return label(f"{names[arrow.source]} → {say(arrow.effect, language)} → {names[arrow.target]} ({state})")


def box_names(theory: ChangeTheory, language: str) -> dict[str, str]:
    """What each box is called in a sentence: its key and its label."""
    return {
        box.id: label(f"{NEW.say(language) if box.new else box.key} {box.label.say(language)}")
        for box in theory.boxes
    }


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


def _outline(box: Box) -> dict[str, str | float | None]:
    """The edge of a box: dashed for a new one; between two versions thick for a new, dashed for a dropped one."""
    if isinstance(box, MarkedBox):
        dashes = {Sort.DROPPED: "3 5", Sort.CHANGED: "12 3"}.get(box.sort)
        return {
            "stroke_dasharray": dashes,
            "stroke_width": {Sort.NEW: 3.2, Sort.KEPT: 1.0}.get(box.sort, 1.8),
        }
    return {"stroke_dasharray": "3 3", "stroke_width": 2.0} if box.new else {"stroke_width": 1.4}


def _box(placed: PlacedBox, theory: ChangeTheory, language: str, prefix: str) -> str:
    box, place = placed.box, placed.rect
    fill, edge, _ = COLOURS[box.column]
    name, hypotheses = _tags(box, place.width, theory, language)
    above = place.y + 13
    first = place.y + (place.height - TAGS - len(placed.lines) * LINE) / 2 + TAGS + LABEL - 0.5
    outline = _outline(box)
    middle = place.x + place.width / 2
    return element(
        "g",
        element("title", markup(box_title(box, language))),
        rect(place.x, place.y, place.width, place.height, rx=6, fill=fill, stroke=edge, **outline),
        words(name, (place.x + PADDING, above), SMALL, fill=edge, bold=True),
        words(hypotheses, (place.right - PADDING, above), SMALL, anchor="end", fill=SOFT),
        *(
            words(text, (middle, first + number * LINE), LABEL, anchor="middle")
            for number, text in enumerate(placed.lines)
        ),
        class_="box",
        id=f"{prefix}box-{slug(box.id)}",
        data_box=box.id,
        data_column=box.column.value,
        data_hypotheses=" ".join(box.hypotheses),
        data_new="true" if box.new else None,
        data_sort=box.sort.value if isinstance(box, MarkedBox) else None,
        tabindex="0",
        role="button",
    )


def _name(name: Name) -> str:
    width = advance(name.text, SMALL - 1) + 3
    x, y = name.at
    ground = rect(x - width / 2, y - 5, width, 10, class_="halo", fill=PAPER)
    return ground + words(
        label(name.text), (x, y + 3.2), SMALL - 1, anchor="middle", fill="#3c4650", italic=True
    )


def _badge(placed: PlacedTie) -> str:
    place = placed.badge
    if place is None:
        return ""
    edge = stroke(placed.tie.arrow).colour
    ground = rect(
        place.x,
        place.y,
        place.width,
        place.height,
        class_="badge",
        rx=4,
        fill=PAPER,
        stroke=edge,
        stroke_width=1,
    )
    lines = (
        words(text, (place.x + BADGE_PADDING, place.y + 10.8 + number * BADGE_LINE), SMALL)
        for number, text in enumerate(placed.badge_lines)
    )
    return ground + "".join(lines)


def _tie(placed: PlacedTie, names: dict[str, str], language: str, prefix: str) -> str:
    arrow = placed.tie.arrow
    look = stroke(arrow)
    ends = trimmed(placed.points, arrow)
    halo = element(
        "path", class_="halo", d=path(placed.points), fill="none", stroke=PAPER, stroke_width=look.width + 4.4
    )
    drawn = halo + line(ends, look)
    if arrow is None:
        ends_at = {"data_source": placed.tie.source, "data_target": placed.tie.target}
        return element("g", drawn, dots(placed.points), class_="membership", **ends_at)
    return element(
        "g",
        element("title", markup(arrow_title(arrow, names, language))),
        drawn,
        points_along(placed.points, look.colour) if runs_back(placed.tie) else "",
        *(_name(name) for name in placed.names),
        head(placed.points, arrow),
        _badge(placed),
        element(
            "path", class_="touch", d=path(ends), fill="none", stroke="#000", stroke_opacity=0, stroke_width=9
        ),
        class_="arrow",
        id=f"{prefix}arrow-{slug(arrow.id)}",
        data_arrow=arrow.id,
        data_source=arrow.source,
        data_target=arrow.target,
        data_effect=arrow.effect.value,
        data_state=arrow.state.value,
        data_sort=arrow.sort.value if isinstance(arrow, MarkedArrow) else None,
        data_hypotheses=" ".join(arrow.hypotheses),
        tabindex="0",
        role="button",
    )


def _panels(sheet: Sheet) -> str:
    return "".join(
        rect(place.x, place.y, place.width, place.height, class_="panel", rx=8, fill=COLOURS[Column(key)][2])
        for key, place in sheet.columns
    )


def _headings(sheet: Sheet, language: str) -> str:
    said = []
    for key, place in sheet.columns:
        column = Column(key)
        lines = wrap(WORDS[Column][column].say(language), BOX_WIDTH, HEADING_SIZE, bold=True)
        top = place.y + (28 if len(lines) == 1 else 19)
        middle = place.x + place.width / 2
        for number, text in enumerate(lines):
            at = (middle, top + number * 16)
            said.append(words(text, at, HEADING_SIZE, anchor="middle", fill=COLOURS[column][1], bold=True))
    for band, place in sheet.bands:
        column = Column.CONTEXT if band < 0 else Column.NEGATIVE
        at = (place.x, place.y - 8 if band < 0 else place.bottom + 18)
        text = WORDS[Column][column].say(language)
        said.append(words(text, at, HEADING_SIZE, fill=COLOURS[column][1], bold=True))
    return element("g", *said, class_="headings")


def _head(theory: ChangeTheory, width: float, language: str) -> tuple[str, float]:
    """Study, title and note, and the height they take."""
    at = 16.0
    said = []
    for text, size, fill in (
        (theory.study, NOTE, SOFT),
        (theory.title.say(language), TITLE, "#1d242c"),
        (theory.note.say(language), NOTE, "#3c4650"),
    ):
        bold = size == TITLE
        for part in wrap(text, width - 2 * MARGIN, size, bold=bold):
            at += size + 5
            said.append(words(part, (MARGIN, at), size, fill=fill, bold=bold, italic=fill == "#3c4650"))
    return element("g", *said, class_="head"), at + 16


def draw_svg(theory: ChangeTheory, *, language: str = "da") -> str:
    """The theory as an SVG document in `language` ("da" or "en"); the same theory gives the same bytes."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + picture(theory, language) + "\n"


def _body(sheet: Sheet, theory: ChangeTheory, language: str, prefix: str) -> list[str]:
    names = box_names(theory, language)
    # Arrows with evidence are drawn last, so that they stay whole where others cross them.
    ties = sorted(sheet.ties, key=_weight)
    body = [
        _panels(sheet),
        *(_tie(placed, names, language, prefix) for placed in ties),
        _headings(sheet, language),
    ]
    body += [_box(placed, theory, language, prefix) for placed in sheet.boxes]
    return body if theory.boxes else [*body, words(EMPTY.say(language), (MARGIN, 24), HEADING_SIZE)]


def _weight(placed: PlacedTie) -> int:
    arrow = placed.tie.arrow
    if isinstance(arrow, MarkedArrow):
        return (Sort.KEPT, Sort.DROPPED, Sort.CHANGED, Sort.NEW).index(arrow.sort)
    return 0 if arrow is None or arrow.state is ArrowState.INITIAL else 1


Legend = Callable[[ChangeTheory, float, str], tuple[str, float]]
"""Draws a legend of that width in a language; gives it and its height."""


def picture(theory: ChangeTheory, language: str, prefix: str = "", legend_of: Legend = draw_legend) -> str:
    """The `<svg>` element; `prefix` keeps its ids apart from those of other figures in the same file."""
    sheet = lay_out(theory, language)
    width = max(sheet.width, LEAST_WIDTH)
    top, down = _head(theory, width, language)
    legend, tall = legend_of(theory, width, language)
    middle = max(sheet.height, 40.0)
    height = down + middle + tall
    title = label(theory.title.say(language))
    return element(
        "svg",
        element("title", markup(title)),
        rect(0, 0, width, height, class_="paper", fill=PAPER),
        top,
        element(
            "g", *_body(sheet, theory, language, prefix), class_="body", transform=f"translate(0 {down})"
        ),
        element("g", legend, class_="legend", transform=f"translate(0 {down + middle})"),
        xmlns="http://www.w3.org/2000/svg",
        class_="figure",
        viewBox=f"0 0 {round(width)} {round(height)}",
        width=round(width),
        height=round(height),
        font_family=FONTS,
        role="group",
        aria_label=title,
    )
