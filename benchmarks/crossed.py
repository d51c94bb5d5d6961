"""How often lines cross: as they are drawn, and from one column to the next."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from itertools import combinations, pairwise

Point = tuple[float, float]
Line = Sequence[Point]


def crossings(lines: Sequence[Line]) -> int:
    """Pairs of pieces of two different lines that cross; lines that only meet do not."""
    frames = [_frame(line) for line in lines]
    return sum(
        _pieces(lines[one], lines[other])
        for one, other in combinations(range(len(lines)), 2)
        if _near(frames[one], frames[other])
    )


Frame = tuple[float, float, float, float]


def _frame(line: Line) -> Frame:
    across, down = [x for x, _ in line], [y for _, y in line]
    return (min(across), max(across), min(down), max(down))


def _near(one: Frame, other: Frame) -> bool:
    return not (one[1] < other[0] or other[1] < one[0] or one[3] < other[2] or other[3] < one[2])


def _pieces(one: Line, other: Line) -> int:
    there = [(piece, _frame(piece)) for piece in pairwise(other)]
    count = 0
    for piece in pairwise(one):
        frame = _frame(piece)
        count += sum(_near(frame, also) and _crossed(*piece, *its) for its, also in there)
    return count


def _crossed(one: Point, two: Point, three: Point, four: Point) -> bool:
    return (
        _turn(one, two, three) * _turn(one, two, four) < 0
        and _turn(three, four, one) * _turn(three, four, two) < 0
    )


def _turn(one: Point, two: Point, three: Point) -> float:
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])


def layer_crossings(lines: Sequence[Line], columns: Sequence[float], reach: float) -> int:
    """Lines that change places between one column and the next; `columns` are their middles, `reach` half their width."""
    return sum(
        _inversions(sorted(ends for line in lines if (ends := _heights(line, left, right, reach))))
        for left, right in pairwise(sorted(columns))
    )


def _heights(line: Line, left: float, right: float, reach: float) -> tuple[float, float] | None:
    """Where a line stands beside two columns; None for one that does not go from one to the other."""
    low, high, _, _ = _frame(line)
    if low > left + reach + 1 or high < right - reach - 1:
        return None
    return (_height(line, left + reach), _height(line, right - reach))


def _height(line: Line, across: float) -> float:
    for (x1, y1), (x2, y2) in pairwise(line):
        if min(x1, x2) <= across <= max(x1, x2):
            return y1 if x1 == x2 else y1 + (y2 - y1) * (across - x1) / (x2 - x1)
    return min((line[0], line[-1]), key=lambda end: abs(end[0] - across))[1]


def _inversions(ends: Sequence[tuple[float, float]]) -> int:
    count = 0
    seen: list[float] = []
    for _, end in ends:
        count += len(seen) - bisect_right(seen, end + 0.01)
        insort(seen, end)
    return count
