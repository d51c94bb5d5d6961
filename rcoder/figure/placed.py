"""The records of a finished layout: every box, line, badge and heading with its place, in pixels."""

from __future__ import annotations

from dataclasses import dataclass

from rcoder.domain.theory import Box
from rcoder.domain.words import Kind
from rcoder.figure.measures import LABEL, LINE
from rcoder.figure.parts import Tie

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.y + self.height

    def moved(self, across: float, down: float) -> Rect:
        """The same rectangle elsewhere."""
        return Rect(self.x + across, self.y + down, self.width, self.height)


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box with its lines of label."""

    box: Box
    rect: Rect
    lines: tuple[str, ...]
    name: str = ""
    """What the arrows at it call it: its id, or that of a copy."""
    copy: int = 1
    """2 and more for a context that is drawn elsewhere too."""
    lettering: tuple[float, float] = (LABEL, LINE)
    """Size and line height of its label."""


@dataclass(frozen=True, slots=True)
class Name:
    """The key of an arrow's far end, written on its line; `at` is its middle."""

    text: str
    at: Point


@dataclass(frozen=True, slots=True)
class PlacedTie:
    """An arrow (or a membership's line) as points from border to border, with what it carries."""

    tie: Tie
    points: tuple[Point, ...]
    badge: Rect | None = None
    badge_lines: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The drawing without its head and legend; (0, 0) is its upper left corner."""

    width: float
    height: float
    columns: tuple[tuple[str, Rect], ...]
    """Each column's key and the panel behind it; its heading stands in the first HEADING pixels, above its first layer."""
    bands: tuple[tuple[int, Rect], ...]
    boxes: tuple[PlacedBox, ...]
    ties: tuple[PlacedTie, ...]
    headings: tuple[tuple[str, Rect], ...] = ()
    """Each column's key and the room of its heading."""
    halves: tuple[tuple[Kind, Rect], ...] = ()
    """The halves of the mechanism column, where it has both, and the room of their small headings below its own."""
