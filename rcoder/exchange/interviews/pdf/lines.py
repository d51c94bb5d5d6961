"""Pieces of text on a page to lines: what stands on one height belongs together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

_ONE_LINE = 0.3
"""Ems of height within which pieces stand on one line."""
_RAISED = 0.75
"""A piece smaller than this share of the line beside it may stand higher or lower."""
_TWICE = 0.2
"""Ems within which the same letters printed again only make them bold."""
_WORD_GAP = 0.25
_CLOSE = 0.12
"""Ems of a gap that parts columns where many lines begin."""
_FEWEST = 5
_OFTEN = 0.12
APART = 0.6
"""Ems of a gap that may part columns."""
WIDE = 1.5
"""Ems of a gap that is a tab."""
_LIGATURES = str.maketrans({
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st", "\u00ad": "-", "\u2010": "-",
})  # fmt: skip
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_OTHER_HYPHEN = re.compile("[\u00ad\u2010]")
_BLANK = 0.25
"""Ems of a blank."""
_BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters side by side, in points from the lower left corner."""

    x0: float
    x1: float
    y: float
    size: float
    text: str
    lead: int
    """Code points in bold that it opens with."""
    artifact: bool
    """The file says that it is no content."""
    apart: bool = False
    """A gap as wide as a blank stands before it."""


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on one height of a page, or of a column of it, from left to right."""

    page: int
    pieces: tuple[Piece, ...]
    """Set apart by gaps."""

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.pieces[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(piece.x1 for piece in self.pieces)

    @property
    def y(self) -> float:
        """Height of the baseline."""
        return self.pieces[0].y

    @property
    def size(self) -> float:
        """Size of most letters."""
        sizes: Counter[float] = Counter()
        for piece in self.pieces:
            sizes[piece.size] += len(piece.text)
        return sizes.most_common(1)[0][0]

    @property
    def text(self) -> str:
        """The words, wide gaps as tabs."""
        text = self.pieces[0].text
        for one, other in pairwise(self.pieces):
            text += ("\t" if _is_wide(one, other) else " ") + other.text
        return text

    @property
    def stops(self) -> list[float]:
        """Where it begins and where it goes on behind a tab."""
        return [self.x0, *(other.x0 for one, other in pairwise(self.pieces) if _is_wide(one, other))]

    @property
    def lead(self) -> int:
        """Code points in bold that it opens with."""
        return self.pieces[0].lead


def _is_wide(one: Piece, other: Piece) -> bool:
    return other.x0 - one.x1 > WIDE * max(one.size, other.size)


@dataclass(slots=True)
class Sheet:
    """One page."""

    number: int
    pieces: list[Piece]
    lines: list[Line] = field(default_factory=list)
    ligatures: int = 0
    hyphens: int = 0
    """Signs for a hyphen that are not the usual one."""


def sheet_of(number: int, told: dict[str, Any]) -> Sheet:
    """A page as the worker tells of it."""
    pieces = [_piece(run) for run in told["runs"]]
    kept = _once([piece for piece in pieces if piece.text.strip()])
    text = "\n".join(piece.text for piece in kept)
    ligatures, hyphens = len(_LIGATURE.findall(text)), len(_OTHER_HYPHEN.findall(text))
    return Sheet(number, pieces, lines_of(number, kept), ligatures, hyphens)


def _piece(told: Sequence[Any]) -> Piece:
    x0, x1, y, size, text, bold, artifact, apart = told
    words = _BLANKS.sub(" ", text)
    return Piece(x0, x1, y, size, words, len(words) if bold else 0, artifact, apart)


def _once(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces without those printed a second time on the same place."""
    kept: list[Piece] = []
    places: dict[tuple[str, int, int], Piece] = {}
    for piece in pieces:
        near = _TWICE * piece.size or 1.0
        column, row = round(piece.x0 / (2 * near)), round(piece.y / (2 * near))
        around = ((piece.text, column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        if any(
            (other := places.get(key)) and abs(other.x0 - piece.x0) <= near and abs(other.y - piece.y) <= near
            for key in around
        ):
            continue
        places[piece.text, column, row] = piece
        kept.append(piece)
    return kept


def lines_of(page: int, pieces: Sequence[Piece]) -> list[Line]:
    """The lines of a page from top to bottom."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: (-each.y, each.x0)):
        row = next((each for each in reversed(rows[-3:]) if _on(each, piece)), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    rows = [sorted(row, key=lambda each: each.x0) for row in rows]
    margins = _margins(rows)
    lines = [Line(page, _joined(row, margins)) for row in rows]
    return sorted(lines, key=lambda line: -line.y)


def _margins(rows: Sequence[Sequence[Piece]]) -> frozenset[int]:
    """Where many pieces begin, in points: where columns do."""
    counts = Counter(round(piece.x0) for row in rows for piece in row)
    return frozenset(
        x for x in counts if sum(counts[x + step] for step in (-1, 0, 1)) >= max(_FEWEST, len(rows) * _OFTEN)
    )


def _on(row: Sequence[Piece], piece: Piece) -> bool:
    """Whether the piece stands on the row, or is a small one set higher or lower beside it."""
    largest = max(row, key=lambda each: each.size)
    apart = abs(largest.y - piece.y)
    size = max(largest.size, piece.size)
    if apart <= _ONE_LINE * min(largest.size, piece.size):
        return True
    small = min(largest.size, piece.size) < _RAISED * size
    near = (
        min(abs(piece.x0 - each.x1) for each in row) < size / 2
        or min(abs(each.x0 - piece.x1) for each in row) < size / 2
    )
    return small and near and apart <= 0.6 * size


def _joined(pieces: Sequence[Piece], margins: frozenset[int]) -> tuple[Piece, ...]:
    """Pieces of a row with the near ones made one; the baseline is that of the largest."""
    base = max(pieces, key=lambda each: each.size * len(each.text)).y
    found: list[Piece] = []
    for each in pieces:
        text = each.text.translate(_LIGATURES)
        piece = replace(each, y=base, text=text, lead=len(text) if each.lead else 0)
        last = found[-1] if found else None
        if last is None or _is_apart(last, piece, margins):
            found.append(piece)
        else:
            found[-1] = _merged(last, piece)
    return tuple(_stripped(piece) for piece in found if piece.text.strip())


def _is_apart(last: Piece, piece: Piece, margins: frozenset[int]) -> bool:
    """Whether the piece may stand in another column than the one before it."""
    gap = piece.x0 - last.x1
    return gap > APART * max(piece.size, last.size) or (
        gap > _CLOSE * piece.size and round(piece.x0) in margins
    )


def _merged(last: Piece, piece: Piece) -> Piece:
    gap = piece.x0 - last.x1
    blank = (
        piece.apart
        or gap > _WORD_GAP * max(piece.size, last.size)
        or last.text.endswith(" ")
        or piece.text.startswith(" ")
    )
    before = last.text.rstrip(" ") + (" " if blank else "")
    words = before + piece.text.lstrip(" ")
    whole = last.lead >= len(last.text.rstrip(" "))
    lead = len(words) if whole and piece.lead else len(before) if whole else last.lead
    size = (last if len(last.text) >= len(piece.text) else piece).size
    return Piece(
        last.x0,
        max(last.x1, piece.x1),
        last.y,
        size,
        words,
        lead,
        last.artifact and piece.artifact,
        last.apart,
    )


def _stripped(piece: Piece) -> Piece:
    """Without blanks at its edges, which take room all the same."""
    text = piece.text.strip(" ")
    before = len(piece.text) - len(piece.text.lstrip(" "))
    after = len(piece.text) - len(piece.text.rstrip(" "))
    blank = _BLANK * piece.size
    return replace(
        piece,
        x0=piece.x0 + before * blank,
        x1=piece.x1 - after * blank,
        text=text,
        lead=min(len(text), max(0, piece.lead - before)),
    )
