"""How large a sheet's words become on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.figure.measures import LABEL, PAPERS

if TYPE_CHECKING:
    from rcoder.figure.sheet import Sheet


def print_size(width: float, height: float, paper: str) -> float:
    """Points of a box's label when a drawing of these pixels is fitted on A4 or A3 in its better orientation."""
    short, long = PAPERS[paper]
    if width <= 0 or height <= 0:
        return LABEL
    return min(max(min(short / width, long / height), min(long / width, short / height)), 1.0) * LABEL


def readable_on(sheet: Sheet, paper: str = "A4") -> float:
    """Points of a box's label when the sheet is fitted on "A4" or "A3", with margins of 8 mm, in its better orientation."""
    return print_size(sheet.width, sheet.height, paper)


def lies(sheet: Sheet, paper: str = "A4") -> bool:
    """Whether the sheet is larger on a page that lies on its side."""
    short, long = PAPERS[paper]
    return min(long / sheet.width, short / sheet.height) > min(short / sheet.width, long / sheet.height)
