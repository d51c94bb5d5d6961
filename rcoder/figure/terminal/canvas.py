"""The sheet that is drawn on: words, boxes, and lines that may cross one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType

from rcoder.domain.drawn import Area, Drawn, Ink, Step
from rcoder.figure.terminal.glyphs import BOX, Stroke, crossing
from rcoder.figure.terminal.labels import fitted, spread, width

_LEFT, _RIGHT, _UP, _DOWN = (-1, 0), (1, 0), (0, -1), (0, 1)
_CORNERS = {
    frozenset({_RIGHT, _DOWN}): 0,
    frozenset({_LEFT, _DOWN}): 1,
    frozenset({_RIGHT, _UP}): 2,
    frozenset({_LEFT, _UP}): 3,
}
"""Which corner joins two sides of a cell."""


@dataclass(slots=True)
class _Line:
    stroke: Stroke
    ink: Ink


@dataclass(slots=True)
class Canvas:
    """A sheet that grows as it is drawn on."""

    _signs: dict[tuple[int, int], tuple[str, Ink]] = field(default_factory=dict)
    _across: dict[tuple[int, int], _Line] = field(default_factory=dict)
    _down: dict[tuple[int, int], _Line] = field(default_factory=dict)
    _points: dict[tuple[int, int], tuple[str, str, Ink]] = field(default_factory=dict)
    _marked: dict[str, dict[tuple[int, int], str]] = field(default_factory=dict)
    boxes: dict[str, Area] = field(default_factory=dict)
    ways: dict[str, list[Step]] = field(default_factory=dict)

    def put(self, x: int, y: int, words: str, ink: Ink) -> None:
        """Writes words over what stands there."""
        for place, sign in enumerate(spread(words)):
            self._signs[y, x + place] = sign, ink

    def box(self, area: Area, title: str, lines: Sequence[str], ink: Ink, edge: str = BOX) -> None:
        """A box with a title in its upper edge and lines of words, which have to fit."""
        inner = area.width - 2
        name = f" {fitted(title, inner - 4)} " if title else ""
        left, top, right, side, low, end = tuple(edge)
        self.put(area.x, area.y, f"{left}{top}{name}{top * (inner - 1 - width(name))}{right}", ink)
        for row in range(1, area.height - 1):
            self.put(area.x, area.y + row, side, ink)
            self.put(area.x + 1, area.y + row, " " * inner, Ink.PLAIN)
            self.put(area.x + area.width - 1, area.y + row, side, ink)
        for row, words in enumerate(lines, start=1):
            self.put(area.x + 2, area.y + row, words, Ink.PLAIN)
        self.put(area.x, area.y + area.height - 1, f"{low}{top * inner}{end}", ink)

    def line(self, name: str, points: Sequence[tuple[int, int]], stroke: Stroke, ink: Ink) -> None:
        """A line through points (x, y), each straight from the one before; `name` has it as its way."""
        line, turns = _Line(stroke, ink), _turns(points, stroke)
        way = self.ways.setdefault(name, []) if name else []
        for x, y, level in _cells(points):
            sign = turns.get((x, y))
            if sign is not None:
                self._signs[y, x] = sign, ink
            elif level:
                self._across[y, x] = line
            else:
                self._down[y, x] = line
            way.append(Step(y, x, sign or (stroke.across if level else stroke.down)))

    def mark(self, name: str, x: int, y: int, words: str, ink: Ink) -> None:
        """Words on an arrow's way, in place of its line."""
        self.put(x, y, words, ink)
        own = self._marked.setdefault(name, {})
        own.update({(y, x + place): sign for place, sign in enumerate(spread(words))})

    def back(self, name: str, x: int, y: int, sign: str, ink: Ink) -> None:
        """A point on a level part of an arrow, where no other line crosses it."""
        if (y, x) in self._across and (y, x) not in self._signs:
            self._points[y, x] = name, sign, ink

    def done(self, least: int = 0) -> Drawn:
        """The sheet, at least so wide."""
        for (y, x), (name, sign, ink) in self._points.items():
            if (y, x) not in self._down and (y, x) not in self._signs:
                self.mark(name, x, y, sign, ink)
        taken = {**self._painted(), **self._signs}
        high = max((y for y, _ in taken), default=-1) + 1
        wide = max(least, max((x for _, x in taken), default=-1) + 1)
        blank = (" ", Ink.PLAIN)
        rows = [[taken.get((y, x), blank) for x in range(wide)] for y in range(high)]
        return Drawn(
            tuple(tuple(sign for sign, _ in row) for row in rows),
            tuple("".join(ink.value for _, ink in row) for row in rows),
            MappingProxyType(dict(self.boxes)),
            MappingProxyType({name: self._way(name) for name in self.ways}),
        )

    def _way(self, name: str) -> tuple[Step, ...]:
        """An arrow's way with what is marked on it."""
        marked = self._marked.get(name, {})
        return tuple(Step(y, x, marked.get((y, x), sign)) for y, x, sign in self.ways[name])

    def _painted(self) -> dict[tuple[int, int], tuple[str, Ink]]:
        """The straight parts of lines, and where they cross."""
        found = {place: (line.stroke.across, line.ink) for place, line in self._across.items()}
        for place, line in self._down.items():
            other = self._across.get(place)
            if other is None:
                found[place] = line.stroke.down, line.ink
            else:
                found[place] = crossing(other.stroke, line.stroke), min(other.ink, line.ink)
        return found


def _turns(points: Sequence[tuple[int, int]], stroke: Stroke) -> dict[tuple[int, int], str]:
    """The points where a line turns, each with its corner."""
    found = {}
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        sides = frozenset(_toward(here, each) for each in (before, after))
        if sides in _CORNERS:
            found[here] = stroke.corners[_CORNERS[sides]]
    return found


def _toward(here: tuple[int, int], there: tuple[int, int]) -> tuple[int, int]:
    """The side of a cell that another one in its row or column lies on."""
    return ((there[0] > here[0]) - (there[0] < here[0]), (there[1] > here[1]) - (there[1] < here[1]))


def _cells(points: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """Every cell from point to point, each once, and whether the line runs across it."""
    if len(points) == 1:
        yield (*points[0], True)
    for place, (here, there) in enumerate(pairwise(points)):
        (x, y), (step_x, step_y) = here, _toward(here, there)
        if not place:
            yield x, y, step_y == 0
        while (x, y) != there:
            x, y = x + step_x, y + step_y
            yield x, y, step_y == 0
