"""Pieces of text on a page to lines: what stands on one height belongs together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

_ONE_LINE = 0.3
"""Ems of height within which pieces stand on one line."""
_RAISED = 0.75
"""Pieces smaller than this share of the line beside them may stand higher or lower."""
_RISE = 0.6
"""Ems that they do at most."""
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
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0e0": "→",
})  # fmt: skip
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_OTHER_HYPHEN = re.compile("[\u00ad\u2010]")
_NARROW = str.maketrans("", "", " .,:;!'’()[]-fijlrt|I")
_BROAD = str.maketrans("", "", "ABCDEFGHJKLMNOPQRSTUVWXYZÆØÅmwæ—")
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
    x1: float
    """Right edge."""
    size: float
    """Size of most letters."""
    text: str
    """The words, wide gaps as tabs."""
    first: float
    """How wide the first word is."""

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.pieces[0].x0

    @property
    def y(self) -> float:
        """Height of the baseline."""
        return self.pieces[0].y

    @property
    def stops(self) -> list[float]:
        """Where it begins and where it goes on behind a tab."""
        return [self.x0, *(other.x0 for one, other in pairwise(self.pieces) if _is_wide(one, other))]

    @property
    def lead(self) -> int:
        """Code points in bold that it opens with."""
        return self.pieces[0].lead


def line_of(page: int, pieces: Sequence[Piece]) -> Line:
    """The line that the pieces make; there is one at least."""
    parts = [pieces[0].text]
    for one, other in pairwise(pieces):
        parts += ["\t" if _is_wide(one, other) else " ", other.text]
    edge = max(piece.x1 for piece in pieces)
    size = _most((each.size, each.text) for each in pieces)
    opening = pieces[0]
    share = _wide(opening.text.split(None, 1)[0]) / max(1.0, _wide(opening.text))
    return Line(page, tuple(pieces), edge, size, "".join(parts), (opening.x1 - opening.x0) * share)


def _wide(text: str) -> float:
    """How much room letters take, one for the middling."""
    narrow = len(text) - len(text.translate(_NARROW))
    broad = len(text) - len(text.translate(_BROAD))
    return len(text) - narrow / 2 + broad / 3


def _is_wide(one: Piece, other: Piece) -> bool:
    return other.x0 - one.x1 > WIDE * max(one.size, other.size)


def _most(sized: Iterable[tuple[float, str]]) -> float:
    """The size that most letters have."""
    sizes: Counter[float] = Counter()
    for size, text in sized:
        sizes[size] += len(text)
    return sizes.most_common(1)[0][0]


@dataclass(slots=True)
class Sheet:
    """One page."""

    number: int
    pieces: list[Piece]
    width: float = 0.0
    """Points; 0 where it is not known."""
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
    width = float(told.get("width", 0.0))
    return Sheet(number, pieces, width, lines_of(number, kept), ligatures, hyphens)


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


def lines_of(page: int, pieces: Iterable[Piece]) -> list[Line]:
    """The lines of a page from top to bottom."""
    rows = [sorted(row, key=lambda each: each.x0) for row in _with_raised(_rows(pieces))]
    margins = _margins(rows)
    lines = [line_of(page, joined) for row in rows if (joined := _joined(row, margins))]
    return sorted(lines, key=lambda line: -line.y)


def _rows(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces by height, from the top."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: (-each.y, each.x0)):
        first = rows[-1][0] if rows else None
        if first is not None and first.y - piece.y <= _ONE_LINE * min(first.size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _with_raised(rows: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The rows with small signs set higher or lower taken into the row they stand beside."""
    kept: list[list[Piece]] = []
    for row in rows:
        if kept and _is_raised(kept[-1], row):
            row.extend(kept.pop())
            kept.append(row)
        elif kept and _is_raised(row, kept[-1]):
            kept[-1].extend(row)
        else:
            kept.append(row)
    return kept


def _is_raised(small: Sequence[Piece], row: Sequence[Piece]) -> bool:
    """Whether all of the first row are small signs right beside something of the other."""
    size = max(piece.size for piece in row)
    if max(piece.size for piece in small) >= _RAISED * size or abs(small[0].y - row[0].y) > _RISE * size:
        return False
    ends = sorted([edge for piece in row for edge in (piece.x0, piece.x1)])
    return all(_near(piece.x0, ends, size / 2) or _near(piece.x1, ends, size / 2) for piece in small)


def _near(x: float, places: Sequence[float], limit: float) -> bool:
    at = bisect_left(places, x)
    return any(abs(x - place) <= limit for place in places[max(0, at - 1) : at + 1])


def _margins(rows: Sequence[Sequence[Piece]]) -> frozenset[int]:
    """Where many pieces begin, in points: where columns do."""
    counts = Counter(round(piece.x0) for row in rows for piece in row)
    return frozenset(
        x for x in counts if sum(counts[x + step] for step in (-1, 0, 1)) >= max(_FEWEST, len(rows) * _OFTEN)
    )


def _joined(row: Sequence[Piece], margins: frozenset[int]) -> list[Piece]:
    """Pieces of a row with the near ones made one; the baseline is that of most letters."""
    base = max(row, key=lambda each: each.size * len(each.text)).y
    groups: list[list[Piece]] = []
    edge = 0.0
    for piece in row:
        if groups and not _is_apart(groups[-1][-1], edge, piece, margins):
            groups[-1].append(piece)
            edge = max(edge, piece.x1)
        else:
            groups.append([piece])
            edge = piece.x1
    return [merged for group in groups if (merged := _merged(group, base)).text]


def _is_apart(last: Piece, edge: float, piece: Piece, margins: frozenset[int]) -> bool:
    """Whether the piece may stand in another column than the one before it, which ends at `edge`."""
    gap = piece.x0 - edge
    return gap > APART * max(piece.size, last.size) or (
        gap > _CLOSE * piece.size and round(piece.x0) in margins
    )


def _merged(group: Sequence[Piece], base: float) -> Piece:
    words = [group[0].text.translate(_LIGATURES)]
    lead = len(words[0]) if group[0].lead else 0
    bold, edge = bool(group[0].lead), group[0].x1
    for last, piece in pairwise(group):
        text = piece.text.translate(_LIGATURES)
        wide = piece.x0 - edge > _WORD_GAP * max(piece.size, last.size)
        if piece.apart or wide or words[-1].endswith(" ") or text.startswith(" "):
            text = " " * (not words[-1].endswith(" ")) + text.lstrip(" ")
        words.append(text)
        bold = bold and bool(piece.lead)
        lead += len(text) if bold else 0
        edge = max(edge, piece.x1)
    size = _most((each.size, each.text) for each in group)
    artifact = all(piece.artifact for piece in group)
    return _stripped(Piece(group[0].x0, edge, base, size, "".join(words), lead, artifact))


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
