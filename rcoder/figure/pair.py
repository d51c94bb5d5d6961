"""Two figures of one theory side by side, with the same boxes and arrows in the same places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from itertools import zip_longest

from rcoder.domain.theory import Arrow, ChangeTheory
from rcoder.domain.words import Bilingual
from rcoder.figure.badges import badge_lines, badge_size
from rcoder.figure.elements import element, rect
from rcoder.figure.head import draw_foot, draw_head
from rcoder.figure.legend import entries_of, legend_of, occurring
from rcoder.figure.marked import MarkedArrow
from rcoder.figure.measures import SMALL
from rcoder.figure.palette import PAPER
from rcoder.figure.placed import PlacedTie, Rect, Sheet
from rcoder.figure.sheet import lay_out
from rcoder.figure.svg import draw_body, written
from rcoder.figure.text import FONTS, advance, label, markup
from rcoder.figure.wording import NOT_COUNTED, described
from rcoder.fonts import font_faces

APART = 34.0
"""Between the two."""
TALLER = 1.2
"""They stand one above the other where that makes them so many times larger on a page."""
PAGE = (186.0, 273.0)
"""What a page holds, in millimetres; the proportions of A3 are the same."""


def draw_pair_svg(pair: Sequence[ChangeTheory], *, language: str = "da", source: str = "") -> str:
    """Two narrowed theories with the same boxes and arrows as one SVG document; the same theories give the same bytes.

    What each is narrowed to, with its N, stands over it; `source` says where it all comes from.
    """
    one, other = pair
    laid = lay_out(_joint(one, other), language)
    sheets = [_of_side(laid, each) for each in pair]
    heads = [draw_head(_bare(each), laid.width, language) for each in pair]
    down = max(tall for _, tall in heads)
    whole = down + laid.height
    beside = _beside(laid.width, whole)
    width = 2 * laid.width + APART if beside else laid.width
    top, high = draw_head(replace(one, cut=Bilingual()), width, language)
    halves = [
        _moved(
            "half",
            _place(number, (laid.width, whole), high, beside=beside),
            head,
            _moved("body", (0, down), *draw_body(sheet, theory, language, f"p{number}-")),
        )
        for number, (sheet, theory, (head, _)) in enumerate(zip(sheets, pair, heads, strict=True))
    ]
    below = high + (whole if beside else 2 * whole + APART)
    legend, tall = _legend(sheets, pair, width, language)
    foot, deep = draw_foot(source, width, language)
    height = below + tall + deep
    drawn = (*halves, _moved("legend", (0, below), legend), _moved("foot", (0, below + tall), foot))
    return written(_page(one, other, language, (width, height), (top, *drawn)))


def _page(
    one: ChangeTheory, other: ChangeTheory, language: str, size: tuple[float, float], inside: Sequence[str]
) -> str:
    title = label(one.title.say(language))
    told = " ".join(f"{each.cut.say(language)} {described(each, language)}" for each in (one, other))
    width, height = round(size[0]), round(size[1])
    return element(
        "svg",
        element("title", markup(title)),
        element("desc", markup(label(told))),
        element("style", font_faces()),
        rect(0, 0, width, height, class_="paper", fill=PAPER),
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        class_="figure",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        font_family=FONTS,
        role="group",
        aria_label=title,
    )


def _beside(width: float, height: float) -> bool:
    """Whether they come out large enough beside each other."""
    return _scale(2 * width + APART, height) * TALLER >= _scale(width, 2 * height + APART)


def _scale(width: float, height: float) -> float:
    short, long = PAGE
    return max(min(short / width, long / height), min(long / width, short / height))


def _place(number: int, size: tuple[float, float], high: float, *, beside: bool) -> tuple[float, float]:
    """Where the first or second figure begins."""
    width, height = size
    return (number * (width + APART), high) if beside else (0.0, high + number * (height + APART))


def _moved(name: str, at: tuple[float, float], *inside: str) -> str:
    return element("g", *inside, class_=name, transform=f"translate({at[0]:g} {at[1]:g})")


def _bare(theory: ChangeTheory) -> ChangeTheory:
    """Only what it is narrowed to: study, title and note stand over both."""
    return replace(theory, study="", title=Bilingual(), note=Bilingual())


def _legend(
    sheets: Sequence[Sheet], pair: Sequence[ChangeTheory], width: float, language: str
) -> tuple[str, float]:
    """One legend for both; each figure's N stands over it."""
    found = {key for sheet, theory in zip(sheets, pair, strict=True) for key in occurring(sheet, theory)}
    return legend_of(entries_of(found, language), (NOT_COUNTED.say(language),), width, language)


# -- one layout for both ---------------------------------------------------------------------------------------------


def _joint(one: ChangeTheory, other: ChangeTheory) -> ChangeTheory:
    """What is laid out: each arrow with room for the larger of its two badges."""
    twins = {each.id: each for each in other.arrows}
    arrows = tuple(_roomy(each, (one, other), twins[each.id]) for each in one.arrows)
    return replace(one, arrows=arrows)


def _roomy(arrow: Arrow, pair: tuple[ChangeTheory, ChangeTheory], twin: Arrow) -> Arrow:
    lines = zip_longest(badge_lines(arrow, pair[0]), badge_lines(twin, pair[1]), fillvalue="")
    badge = tuple(max(own, key=lambda line: advance(line, SMALL)) for own in lines)
    said = arrow if arrow.state.counts else twin
    return MarkedArrow(**{each.name: getattr(said, each.name) for each in fields(Arrow)}, badge=badge)


def _of_side(laid: Sheet, theory: ChangeTheory) -> Sheet:
    """The layout with the boxes, arrows and numbers of one of the two."""
    boxes = {each.id: each for each in theory.boxes}
    arrows = {each.id: each for each in theory.arrows}
    return replace(
        laid,
        boxes=tuple(replace(each, box=boxes[each.box.id]) for each in laid.boxes),
        ties=tuple(_own(each, arrows, theory) for each in laid.ties),
    )


def _own(placed: PlacedTie, arrows: dict[str, Arrow], theory: ChangeTheory) -> PlacedTie:
    if placed.tie.arrow is None:
        return placed
    arrow = arrows[placed.tie.arrow.id]
    lines = badge_lines(arrow, theory)
    badge = _fitted(placed.badge, lines) if placed.badge is not None and lines else None
    return replace(placed, tie=replace(placed.tie, arrow=arrow), badge=badge, badge_lines=lines)


def _fitted(room: Rect, lines: tuple[str, ...]) -> Rect:
    """A badge of these lines in the middle of the room there is."""
    width, height = badge_size(lines)
    return Rect(room.x + (room.width - width) / 2, room.y + (room.height - height) / 2, width, height)
