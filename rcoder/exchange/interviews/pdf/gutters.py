"""The empty strip between two columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rcoder.exchange.interviews.pdf.lines import Line, Piece

_CROSSING = 0.12
"""Share of the pieces that may stand across the strip: titles, for one."""
_FEWEST = 4
"""Pieces of a column, without which there is none."""
_MOST = 20_000
"""Pieces by which it is found; a column is as far on the first pages as on the last."""
_PLACES = 40
"""Where most pieces begin, and a column may."""
_GAP = 0.2
"""Ems of the strip's width."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """A strip at `x`, and what stands on its sides."""

    x: float
    crossing: int
    left: list[Piece]
    right: list[Piece]

    def crossed_by(self, line: Line) -> bool:
        """Whether any of the line stands across it."""
        return any(piece.x0 < self.x < piece.x1 for piece in line.pieces)

    def parted(self, pieces: Iterable[Piece]) -> tuple[list[Piece], list[Piece]]:
        """The pieces on its left and on its right."""
        return _parted(self.x, pieces)


def _parted(x: float, pieces: Iterable[Piece]) -> tuple[list[Piece], list[Piece]]:
    left: list[Piece] = []
    right: list[Piece] = []
    for piece in pieces:
        if piece.x1 <= x:
            left.append(piece)
        elif piece.x0 >= x:
            right.append(piece)
    return left, right


def gutter_of(pieces: Sequence[Piece]) -> Gutter | None:
    """The strip that has most on both sides and least across it; None where there is none."""
    best: Gutter | None = None
    pieces = pieces[:_MOST]
    begins = Counter(round(piece.x0) for piece in pieces).most_common(_PLACES)
    for x in sorted(place - 1.0 for place, _ in begins):
        found = _at(x, pieces)
        if found and (best is None or _worth(found) > _worth(best)):
            best = found
    return best


def _worth(gutter: Gutter) -> tuple[int, int]:
    return (min(len(gutter.left), len(gutter.right)) - 2 * gutter.crossing, -gutter.crossing)


def _at(x: float, pieces: Sequence[Piece]) -> Gutter | None:
    left, right = _parted(x, pieces)
    crossing = len(pieces) - len(left) - len(right)
    if min(len(left), len(right)) < _FEWEST or crossing > len(pieces) * _CROSSING:
        return None
    size = min(piece.size for piece in right)
    widest = max(piece.x1 for piece in left)
    return (
        Gutter(x, crossing, left, right) if min(piece.x0 for piece in right) - widest >= _GAP * size else None
    )
