"""How large the words of a finished drawing come out in print, and whether they can be read."""

from __future__ import annotations

from rcoder.figure.measures import LABEL
from rcoder.figure.paper import POINT, fitted, size_of

LEAST = 6.5
"""Points below which words on paper are too small to read."""


def points_on(svg: str, paper: str = "a4") -> float:
    """Points of the labels of boxes where a drawing fills a sheet of "a4" or "a3", the better way round."""
    return LABEL * fitted(svg, paper).points


def points_at(svg: str, width: float) -> float:
    """The same where a drawing is printed `width` millimetres wide, in a document."""
    return LABEL * width / size_of(svg)[0] / POINT
