"""Lines and heads as SVG: rounded paths, heads as polygons, points along lines that run back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from rcoder.domain.theory import Arrow, ArrowState
from rcoder.domain.theory_difference import Sort
from rcoder.domain.words import Effect
from rcoder.figure.elements import element
from rcoder.figure.marked import MarkedArrow
from rcoder.figure.measures import CORNER, HEAD, HEAD_WIDTH, SIGN
from rcoder.figure.palette import BLUE, DARK_GREY, GREY, INK, PALE_RED, PAPER, RED
from rcoder.figure.text import number

Point = tuple[float, float]
DOTTED = "0.1 4"
SPARSE = "0.1 6.5"
SHORT = "2 3.5"
DASH_AND_DOT = "0.1 4 0.1 4 6 4"
DASHED = "6.5 4"


@dataclass(frozen=True, slots=True)
class Stroke:
    """How an arrow's line looks: its state decides the dashes and the weight, its effect the colour and the dots."""

    colour: str
    width: float
    dashes: str


BECAME: dict[Sort, Stroke] = {
    Sort.KEPT: Stroke("#858c96", 1.1, ""),
    Sort.CHANGED: Stroke("#1d4f91", 2.0, "12 3"),
    Sort.NEW: Stroke("#1a5534", 3.2, ""),
    Sort.DROPPED: Stroke("#7a5a1e", 1.6, "3 5"),
}
"""The line of an arrow between two versions: thin, long dashes, thick, short dashes; told apart without colour too."""


def stroke(arrow: Arrow | None) -> Stroke:
    """The line of an arrow; of a membership for None. Between two versions the line says what became of it."""
    if arrow is None:
        return Stroke(BLUE, 1.0, "")
    if isinstance(arrow, MarkedArrow):
        return BECAME[arrow.sort]
    pale = not arrow.state.counts
    if arrow.effect is Effect.CONDITIONS:
        return Stroke(DARK_GREY if pale else INK, 1.5 if pale else 2.0, _CONDITIONING[arrow.state])
    soft, full = (PALE_RED, RED) if arrow.effect is Effect.HINDERS else (GREY, INK)
    return Stroke(soft if pale else full, 1.1 if pale else 1.7, _DASHES[arrow.state])


_DASHES = {
    ArrowState.ACCEPTED: "",
    ArrowState.DRAFT: DASHED,
    ArrowState.INITIAL: "",
    ArrowState.ELSEWHERE: SHORT,
}
_CONDITIONING = {
    ArrowState.ACCEPTED: DOTTED,
    ArrowState.DRAFT: DASH_AND_DOT,
    ArrowState.INITIAL: SPARSE,
    ArrowState.ELSEWHERE: "0.1 4 2 4",
}


def line(points: Sequence[Point], look: Stroke) -> str:
    """The visible line through `points`."""
    cap = "round" if look.dashes.startswith("0.1") else None
    return element(
        "path",
        class_="line",
        d=path(points),
        fill="none",
        stroke=look.colour,
        stroke_width=look.width,
        stroke_dasharray=look.dashes or None,
        stroke_linecap=cap,
    )


def _toward(one: Point, other: Point, distance: float) -> Point:
    length = hypot(other[0] - one[0], other[1] - one[1]) or 1.0
    return (
        one[0] + (other[0] - one[0]) * distance / length,
        one[1] + (other[1] - one[1]) * distance / length,
    )


def _said(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def path(points: Sequence[Point]) -> str:
    """The `d` of a line through `points` with rounded corners."""
    said = [f"M{_said(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(CORNER, hypot(corner[0] - before[0], corner[1] - before[1]) / 2)
        reach = min(reach, hypot(after[0] - corner[0], after[1] - corner[1]) / 2)
        said.append(
            f"L{_said(_toward(corner, before, reach))}Q{_said(corner)} {_said(_toward(corner, after, reach))}"
        )
    said.append(f"L{_said(points[-1])}")
    return "".join(said)


def trimmed(points: Sequence[Point], arrow: Arrow | None) -> list[Point]:
    """The line's points, ending where the head begins so that a hollow or pointed head stays clean."""
    ends = list(points)
    if arrow is not None and len(ends) > 1 and arrow.effect is not Effect.HINDERS:
        ends[-1] = _toward(ends[-1], ends[-2], HEAD - 1)
    return ends


def head(points: Sequence[Point], arrow: Arrow) -> str:
    """The head: a triangle, a bar with a minus sign, or a hollow diamond; its tip on the border.

    Triangle and bar are hollow where the arrow has no evidence here.
    """
    tip, before = points[-1], points[-2]
    along = _toward((0, 0), (before[0] - tip[0], before[1] - tip[1]), 1.0)
    across = (-along[1], along[0])

    def at(back: float, aside: float) -> Point:
        return (tip[0] + along[0] * back + across[0] * aside, tip[1] + along[1] * back + across[1] * aside)

    half = HEAD_WIDTH / 2
    colour = stroke(arrow).colour
    fill = colour if isinstance(arrow, MarkedArrow) or arrow.state.counts else PAPER
    if arrow.effect is Effect.PROMOTES:
        return _polygon((at(0.5, 0), at(HEAD + 0.5, half), at(HEAD + 0.5, -half)), fill, colour)
    if arrow.effect is Effect.CONDITIONS:
        waist = HEAD / 2 + 0.5
        return _polygon((at(0.5, 0), at(waist, half), at(HEAD + 0.5, 0), at(waist, -half)), PAPER, colour)
    wide = half + 1.5
    bar = _polygon((at(1, wide), at(3.6, wide), at(3.6, -wide), at(1, -wide)), fill, colour)
    return bar + _minus(at(HEAD + SIGN, 0), colour)


def _minus(centre: Point, colour: str) -> str:
    x, y = centre
    ring = element("circle", cx=x, cy=y, r=SIGN, fill=PAPER, stroke=colour, stroke_width=1)
    return ring + element(
        "path", d=f"M{number(x - 2.8)} {number(y)}H{number(x + 2.8)}", stroke=RED, stroke_width=1.6
    )


def _polygon(points: Sequence[Point], fill: str, edge: str) -> str:
    said = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return element("polygon", points=said, fill=fill, stroke=edge, stroke_width=1)


def points_along(points: Sequence[Point], colour: str) -> str:
    """Small points in the middle of the long pieces of a line that runs back."""
    said = []
    for one, other in pairwise(points):
        length = hypot(other[0] - one[0], other[1] - one[1])
        if length < 70:
            continue
        tip = _toward(one, other, length / 2 + 4)
        base = _toward(one, other, length / 2 - 3)
        across = ((other[1] - one[1]) / length * 3.6, -(other[0] - one[0]) / length * 3.6)
        corners = (
            tip,
            (base[0] + across[0], base[1] + across[1]),
            (base[0] - across[0], base[1] - across[1]),
        )
        said.append(_polygon(corners, colour, PAPER))
    return "".join(said)


def dots(points: Sequence[Point]) -> str:
    """The two dots of a membership's line, which has no direction."""
    colour = stroke(None).colour
    ends = (_toward(points[0], points[1], 4), _toward(points[-1], points[-2], 4))
    return "".join(element("circle", cx=x, cy=y, r=3, fill=colour) for x, y in ends)
