"""A drawing on paper: which way round the sheet lies, and how large the drawing comes out on it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

POINT = 25.4 / 72
"""Millimetres of a point."""
SIZES = {"a4": (210.0, 297.0), "a3": (297.0, 420.0)}
"""Width and height of an upright sheet in millimetres."""
EDGE = 8.0
"""Margin in millimetres."""
NATURAL = 25.4 / 96
"""Millimetres that a pixel takes at most: a label of 14 pixels comes out at 10.5 points and never larger."""

_SIZE = re.compile(r'<svg[^>]*? width="([0-9.]+)" height="([0-9.]+)"')
_FONTS = re.compile(r"<style>@font-face.*?</style>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper with a drawing fitted to it, in millimetres."""

    width: float
    height: float
    scale: float
    """Millimetres to a pixel of the drawing."""
    drawn_width: float
    drawn_height: float

    @property
    def points(self) -> float:
        """Points to a pixel."""
        return self.scale / POINT


def fitted(svg: str, paper: str = "a4") -> Sheet:
    """The sheet on which a drawing of ours comes out largest, upright where that is no matter."""
    return sheet_for(*size_of(svg), paper)


def size_of(svg: str) -> tuple[float, float]:
    """Width and height of a drawing of ours in pixels."""
    found = _SIZE.search(svg)
    if found is None:
        raise ValueError("a drawing without width and height")
    return float(found[1]), float(found[2])


def sheet_for(width: float, height: float, paper: str = "a4") -> Sheet:
    """The same for a drawing of so many pixels; of none for an empty one."""
    width, height = max(width, 1.0), max(height, 1.0)
    short, long = SIZES[paper]
    sheets = [_sheet(width, height, *turned) for turned in ((short, long), (long, short))]
    return max(sheets, key=lambda each: each.scale)


def _sheet(width: float, height: float, across: float, down: float) -> Sheet:
    scale = min((across - 2 * EDGE) / width, (down - 2 * EDGE) / height, NATURAL)
    return Sheet(across, down, scale, width * scale, height * scale)


def title_of(svg: str) -> str:
    """The drawing's title, its first `<title>`."""
    return _inside(svg, "title")


def description_of(svg: str) -> str:
    """What the drawing shows, in words; "" where it does not say."""
    return _inside(svg, "desc")


def _inside(svg: str, name: str) -> str:
    found = re.search(f"<{name}>(.*?)</{name}>", svg, re.DOTALL)
    return unescape(found[1]) if found else ""


def without_fonts(svg: str) -> str:
    """The drawing without the letters in it, for those who bring the fonts."""
    return _FONTS.sub("", svg, count=1)
