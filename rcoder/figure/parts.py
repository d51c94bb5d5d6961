"""The moving parts of a layout: cells in columns, boxes in bands, ports on their sides, and an arrow's way."""

from __future__ import annotations

from dataclasses import dataclass, field

from rcoder.domain.theory import Arrow, Box
from rcoder.figure.columns import Slot

FAR = 1.0e7
"""Beyond every coordinate: where a leg goes on into the channel above (-FAR) or below (FAR)."""


@dataclass(slots=True)
class Port:
    """Where an arrow meets a side of its box. `along` runs down the side in a column, along the edge in a band."""

    owner: str
    side: int
    """-1: left, or upper edge; 1: right, or lower edge."""
    tie: str
    leaves: bool
    room: float = 13.0
    """Pixels it needs along the side, its badge included."""
    depth: float = 0.0
    """Pixels its head, mark or badge needs out from the box."""
    along: float = 0.0
    upright: bool = False
    """Whether its arrow leaves or comes by an upper or lower edge."""


@dataclass(slots=True)
class Cell:
    """A place in a column: a box, or the gap an arrow passes through."""

    id: str
    layer: int
    box: Box | None = None
    height: float = 12.0
    middle: float = 0.0
    lines: tuple[str, ...] = ()
    ports: list[Port] = field(default_factory=list)
    copy: int = 1
    """2 and more for a box that is drawn elsewhere too."""

    @property
    def along(self) -> float:
        """The height at which a passing arrow runs."""
        return self.middle

    @property
    def top(self) -> float:
        """Upper edge."""
        return self.middle - self.height / 2


@dataclass(slots=True)
class Banded:
    """A box in the band above (-1) or below (1) the columns."""

    id: str
    band: int
    box: Box
    lines: tuple[str, ...] = ()
    width: float = 150.0
    height: float = 40.0
    left: float = 0.0
    top: float = 0.0
    ports: list[Port] = field(default_factory=list)
    copy: int = 1
    """2 and more for a box that is drawn elsewhere too."""


@dataclass(slots=True)
class End:
    """One end of a leg: at the left (-1) or right (1) boundary of its gutter, or out of it (0) by a channel."""

    side: int
    anchor: Port | Cell | None = None
    out: float = 0.0

    @property
    def at(self) -> float:
        """Its height."""
        return self.out if self.anchor is None else self.anchor.along


@dataclass(slots=True)
class Leg:
    """What an arrow does in one gutter (or one channel): in at `start`, along a lane, out at `stop`."""

    tie: str
    gutter: int
    start: End
    stop: End
    lane: float | None = None
    """The coordinate of its lane; None for one that runs straight through."""

    @property
    def straight(self) -> bool:
        """Whether it crosses the gutter without turning."""
        return self.start.side * self.stop.side == -1 and self.start.at == self.stop.at

    @property
    def low(self) -> float:
        """Where its lane begins."""
        return min(self.start.at, self.stop.at)

    @property
    def high(self) -> float:
        """Where its lane ends."""
        return max(self.start.at, self.stop.at)


@dataclass(slots=True)
class Tie:
    """Something drawn between two boxes: an arrow, or (arrow None) the plain line of a membership."""

    id: str
    source: str
    target: str
    arrow: Arrow | None
    legs: list[Leg] = field(default_factory=list)
    start: Port | None = None
    stop: Port | None = None
    hops: list[Leg] = field(default_factory=list)
    """Its ways through the channels above and below, in order."""


@dataclass(slots=True)
class Plan:
    """Everything that is to be placed."""

    slots: list[Slot]
    """The columns of the drawing that hold a box, left to right; each has a layer."""
    layers: list[list[Cell]]
    bands: dict[int, list[Banded]]
    ties: list[Tie]
    cells: dict[str, Cell]
    banded: dict[str, Banded]
    joins: dict[tuple[str, str], list[Tie]] = field(default_factory=dict)
    """Arrows that go straight up or down between two cells of which one stands above the other, by the two, the upper first."""
