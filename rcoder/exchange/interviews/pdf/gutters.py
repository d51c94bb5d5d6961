"""The empty strip between two columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rcoder.exchange.interviews.pdf.lines import Line, Piece

_CROSSING = 0.12
"""Share of the pieces that may stand across the strip: titles, for one."""
_FEWEST = 4
"""Pieces of a column, without which there is none."""
_GAP = 0.2
"""Ems of the strip's width."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """A strip at `x`, and what stands on its sides."""

    x: float
    crossing: int
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]

    def crossed_by(self, line: Line) -> bool:
        """Whether any of the line stands across it."""
        return any(piece.x0 < self.x < piece.x1 for piece in line.pieces)


def gutter_of(pieces: Sequence[Piece]) -> Gutter | None:
    """The strip that has most on both sides and least across it; None where there is none."""
    best: Gutter | None = None
    for x in sorted({round(piece.x0) - 1.0 for piece in pieces}):
        found = _at(x, pieces)
        if found and (best is None or _worth(found) > _worth(best)):
            best = found
    return best


def _worth(gutter: Gutter) -> tuple[int, int]:
    return (min(len(gutter.left), len(gutter.right)) - 2 * gutter.crossing, -gutter.crossing)


def _at(x: float, pieces: Sequence[Piece]) -> Gutter | None:
    left = tuple(piece for piece in pieces if piece.x1 <= x)
    right = tuple(piece for piece in pieces if piece.x0 >= x)
    crossing = len(pieces) - len(left) - len(right)
    if min(len(left), len(right)) < _FEWEST or crossing > len(pieces) * _CROSSING:
        return None
    size = min(piece.size for piece in right)
    widest = max(piece.x1 for piece in left)
    return (
        Gutter(x, crossing, left, right) if min(piece.x0 for piece in right) - widest >= _GAP * size else None
    )
