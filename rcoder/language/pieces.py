"""A text cut into what is given to the tokenizer at once, with every position leading back to the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rcoder.domain.transcript import Span

CHUNK = 100_000
"""Code points given to spaCy at once; its own limit is a million."""
UNBROKEN = 300
"""Code points without a blank beyond which a run is cut: the tokenizer takes quadratic time over one."""

_RUN = re.compile(rf"\S{{{UNBROKEN}}}")
_END = re.compile(r"[.?!…][\"'”»)\]]*\s+(?=[A-ZÆØÅÄÖ])")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line. `opens`: it begins a line or a turn; otherwise it goes on with the piece before."""

    start: int
    end: int
    opens: bool


@dataclass(frozen=True, slots=True)
class Chunk:
    """Several pieces with newlines between them."""

    text: str
    pieces: tuple[Piece, ...]
    offsets: tuple[int, ...]
    """Where each piece begins in `text`."""

    def piece_at(self, position: int) -> tuple[int, Piece]:
        """Offset into the chunk and the piece that holds the position."""
        at = bisect_right(self.offsets, position) - 1
        return self.offsets[at], self.pieces[at]


def chunks_of(text: str, turns: Sequence[Span], longest: int = CHUNK) -> Iterator[Chunk]:
    """The words of the turns, or of the whole text where there are none, in chunks."""
    gathered: list[Piece] = []
    size = 0
    for piece in _pieces(text, turns, longest):
        if gathered and size + piece.end - piece.start > longest:
            yield _chunk(text, gathered)
            gathered, size = [], 0
        gathered.append(piece)
        size += piece.end - piece.start + 1
    if gathered:
        yield _chunk(text, gathered)


def single_chunks(text: str, turns: Sequence[Span], longest: int = CHUNK) -> Iterator[Chunk]:
    """The same, each piece in a chunk of its own, for pipelines to which a newline is no end."""
    for piece in _pieces(text, turns, longest):
        yield _chunk(text, [piece])


def _chunk(text: str, pieces: list[Piece]) -> Chunk:
    offsets, position = [], 0
    for piece in pieces:
        offsets.append(position)
        position += piece.end - piece.start + 1
    return Chunk("\n".join(text[piece.start : piece.end] for piece in pieces), tuple(pieces), tuple(offsets))


def _pieces(text: str, turns: Sequence[Span], longest: int) -> Iterator[Piece]:
    for turn in turns or (Span(0, len(text)),):
        start = turn.start
        while start < turn.end:
            end = text.find("\n", start, turn.end)
            end = turn.end if end < 0 else end
            if start < end:
                yield from _cut(text, start, end, longest)
            start = end + 1


def _cut(text: str, start: int, end: int, longest: int) -> Iterator[Piece]:
    """The line in pieces short enough, cut after a sentence where there is one, else at a blank, else anywhere."""
    opens = True
    run = _RUN.search(text, start, end)
    while start < end:
        limit, ended = min(end, start + longest), False
        if run is not None and run.end() <= limit:
            limit = run.end()
            run = _RUN.search(text, limit, end)
        elif limit < end:
            limit, ended = _good_place(text, start, limit)
        yield Piece(start, limit, opens)
        start, opens = limit, ended


def _good_place(text: str, start: int, limit: int) -> tuple[int, bool]:
    """Where to cut before `limit`, and whether a sentence ends there."""
    half = start + (limit - start) // 2
    for pattern in (_END, _BLANK):
        places = [found.end() for found in pattern.finditer(text, half, limit)]
        if places:
            return places[-1], pattern is _END
    return limit, False
