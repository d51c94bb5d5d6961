"""A drawing in characters: a sheet of cells, and where on it each box and arrow stands. Cells count from 0, down and right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Ink(StrEnum):
    """What a cell belongs to; one letter each, so that a row of them is a string."""

    PLAIN = " "
    HEADING = "h"
    MUTED = "u"
    CONTEXT = "c"
    RESOURCE = "r"
    REASONING = "m"
    OUTCOME = "o"
    CORE = "k"
    ACCEPTED = "a"
    DRAFT = "d"
    INITIAL = "i"
    HINDERS = "n"


class Area(NamedTuple):
    """A rectangle of cells."""

    x: int
    y: int
    width: int
    height: int

    def holds(self, x: int, y: int) -> bool:
        """Whether a cell is in it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


class Step(NamedTuple):
    """A cell of an arrow's way, with what the arrow alone would show there."""

    y: int
    x: int
    sign: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sheet of characters. A character of two cells is followed by an empty one."""

    cells: tuple[tuple[str, ...], ...] = ()
    """Rows of cells, all of one width."""
    inks: tuple[str, ...] = ()
    """For each row a letter of `Ink` per cell."""
    boxes: Mapping[str, Area] = field(default_factory=lambda: MappingProxyType({}))
    """By id of the box."""
    ways: Mapping[str, tuple[Step, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """By id of the arrow, from its source to its target."""
    refused: str = ""
    """Why it is not drawn, in a sentence; "" where it is."""

    @property
    def width(self) -> int:
        """Cells of a row."""
        return len(self.cells[0]) if self.cells else 0

    @property
    def height(self) -> int:
        """Rows."""
        return len(self.cells)

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows as text, without blanks at their ends."""
        return tuple("".join(row).rstrip() for row in self.cells)

    def at(self, x: int, y: int) -> str:
        """Id of the box or arrow that stands in a cell; an arrow that passes one cell beside it, else ""."""
        for box_id, area in self.boxes.items():
            if area.holds(x, y):
                return box_id
        for reach in (0, 1):
            for arrow_id, way in self.ways.items():
                if any(abs(step.x - x) <= reach and abs(step.y - y) <= reach for step in way):
                    return arrow_id
        return ""
