"""A change theory as one SVG drawing: text in, text out, the same bytes for the same theory."""

from __future__ import annotations

from collections.abc import Callable

from rcoder.domain.terms import WORDS, say
from rcoder.domain.theory import ChangeTheory
from rcoder.domain.words import Column
from rcoder.figure.arrows import draw_arrow, weight
from rcoder.figure.boxes import draw_box
from rcoder.figure.elements import element, rect, words
from rcoder.figure.head import draw_foot, draw_head
from rcoder.figure.legend import draw_legend
from rcoder.figure.measures import BOX_WIDTH, MARGIN
from rcoder.figure.palette import COLOURS, PAPER
from rcoder.figure.placed import Sheet
from rcoder.figure.sheet import lay_out
from rcoder.figure.text import FONTS, balanced, label, markup
from rcoder.figure.titles import arrow_title, box_names, box_title, slug
from rcoder.figure.wording import EMPTY, NOTHING_LEFT, described
from rcoder.fonts import font_faces

__all__ = [
    "COLOURS",
    "Legend",
    "arrow_title",
    "box_names",
    "box_title",
    "draw_body",
    "draw_svg",
    "picture",
    "slug",
    "written",
]

HEADING_SIZE = 14.0
HALF_SIZE = 12.0
LEAST_WIDTH = 760.0

Legend = Callable[[Sheet, ChangeTheory, float, str], tuple[str, float]]
"""Draws a legend of that width in a language; gives it and its height."""


def draw_svg(theory: ChangeTheory, *, language: str = "da", source: str = "") -> str:
    """The theory as an SVG document in `language` ("da" or "en") with its fonts within; the same theory gives the same bytes.

    `source` is the line that says where it comes from.
    """
    return written(picture(theory, language, source=source, fonts=True))


def written(drawn: str) -> str:
    """An `<svg>` element as a document."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}\n'


def _panels(sheet: Sheet) -> str:
    return "".join(
        rect(place.x, place.y, place.width, place.height, class_="panel", rx=8, fill=COLOURS[Column(key)][2])
        for key, place in sheet.columns
    )


def _headings(sheet: Sheet, language: str) -> str:
    said = []
    for key, place in sheet.headings:
        column = Column(key)
        lines = balanced(WORDS[Column][column].say(language), BOX_WIDTH, HEADING_SIZE, bold=True)
        top = place.y + (28 if len(lines) == 1 else 19)
        middle = place.x + place.width / 2
        for number, text in enumerate(lines):
            at = (middle, top + number * 16)
            said.append(words(text, at, HEADING_SIZE, anchor="middle", fill=COLOURS[column][1], bold=True))
    for half, place in sheet.halves:
        at = (place.x + place.width / 2, place.y + 10)
        fill = COLOURS[Column.MECHANISM][1]
        said.append(words(say(half, language), at, HALF_SIZE, anchor="middle", fill=fill))
    for band, place in sheet.bands:
        column = Column.CONTEXT if band < 0 else Column.NEGATIVE
        at = (place.x, place.y - 8 if band < 0 else place.bottom + 18)
        text = WORDS[Column][column].say(language)
        said.append(words(text, at, HEADING_SIZE, fill=COLOURS[column][1], bold=True))
    return element("g", *said, class_="headings")


def draw_body(sheet: Sheet, theory: ChangeTheory, language: str, prefix: str) -> list[str]:
    """Panels, arrows, headings and boxes of a layout, from its upper left corner; `prefix` stands before their ids."""
    names = box_names(theory, language)
    body = [
        _panels(sheet),
        *(draw_arrow(placed, names, language, prefix) for placed in sorted(sheet.ties, key=weight)),
        _headings(sheet, language),
    ]
    body += [draw_box(placed, theory, language, prefix) for placed in sheet.boxes]
    if theory.boxes:
        return body
    said = NOTHING_LEFT if theory.narrowed else EMPTY
    return [*body, words(said.say(language), (MARGIN, 24), HEADING_SIZE)]


def picture(
    theory: ChangeTheory,
    language: str,
    prefix: str = "",
    legend_of: Legend = draw_legend,
    *,
    source: str = "",
    fonts: bool = False,
) -> str:
    """The `<svg>` element; `prefix` keeps its ids apart from those of other figures in the same file.

    `fonts` puts the letters into it, for a drawing that stands alone.
    """
    sheet = lay_out(theory, language)
    width = max(sheet.width, LEAST_WIDTH)
    top, down = draw_head(theory, width, language)
    legend, tall = legend_of(sheet, theory, width, language)
    foot, deep = draw_foot(source, width, language)
    below = down + max(sheet.height, 40.0)
    height = below + tall + deep
    title = label(theory.title.say(language))
    return element(
        "svg",
        element("title", markup(title)),
        element("desc", markup(described(theory, language))),
        element("style", font_faces()) if fonts else "",
        rect(0, 0, width, height, class_="paper", fill=PAPER),
        top,
        _moved("body", down, *draw_body(sheet, theory, language, prefix)),
        _moved("legend", below, legend),
        _moved("foot", below + tall, foot) if foot else "",
        xmlns="http://www.w3.org/2000/svg",
        class_="figure",
        viewBox=f"0 0 {round(width)} {round(height)}",
        width=round(width),
        height=round(height),
        font_family=FONTS,
        role="group",
        aria_label=title,
    )


def _moved(name: str, down: float, *inside: str) -> str:
    return element("g", *inside, class_=name, transform=f"translate(0 {down:g})")
