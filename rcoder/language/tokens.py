"""The words of a text, each told by the tokenizer once: what stands between two blanks is split the same way everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rcoder.language.pieces import Chunk

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

REMEMBERED = 100_000
"""Runs without a blank whose words are remembered; beyond that all are forgotten, so that memory is bounded."""

_RUN = re.compile(r"\S+")
_PLAIN = re.compile(r"([A-Za-zÀ-ÖØ-öø-ÿ]+)([,?!:;]?)")
"""Letters, and perhaps a mark that is always a word of its own: no rule but an exception by name takes these apart."""

Parts = tuple[tuple[str, int], ...]
"""The words of a run, and where in it each begins."""


@dataclass(slots=True)
class Words:
    """Words in text order, column by column: a record for each word would take most of the time."""

    texts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """Where each begins in the text."""
    spaced: list[bool] = field(default_factory=list)
    """Whether a blank follows."""
    broken: list[bool] = field(default_factory=list)
    """Whether a line or a turn ends before it."""

    def end(self, index: int) -> int:
        """Where a word ends in the text."""
        return self.starts[index] + len(self.texts[index])

    def add(self, parts: Parts, at: int, *, opens: bool) -> None:
        """Take in the words of a run that begins at `at`; a blank is taken to follow."""
        for text, offset in parts:
            self.texts.append(text)
            self.starts.append(at + offset)
            self.spaced.append(False)
            self.broken.append(opens)
            opens = False
        self.spaced[-1] = True


class Splitter:
    """Splits runs without a blank into words, and remembers how."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._exceptions = frozenset(tokenizer.rules or ())
        self._known: dict[str, Parts] = {}

    def words(self, text: str, chunk: Chunk) -> Words:
        """The words of a chunk of the text."""
        found, known = Words(), self._known
        for piece in chunk.pieces:
            opens = piece.opens
            for run in _RUN.finditer(text, piece.start, piece.end):
                parts = known.get(run[0])
                found.add(parts or self._split(run[0]), run.start(), opens=opens)
                opens = False
        return found

    def _split(self, run: str) -> Parts:
        if len(self._known) >= REMEMBERED:
            self._known.clear()
        parts = self._known[run] = self._plain(run) or tuple(
            (token.text, token.idx) for token in self._tokenizer(run)
        )
        return parts

    def _plain(self, run: str) -> Parts:
        """The words of a run of letters, without asking the tokenizer, which takes ten times as long; () for another run."""
        found = _PLAIN.fullmatch(run)
        if found is None or run in self._exceptions or found[1] in self._exceptions:
            return ()
        word, mark = found.groups()
        return ((word, 0), (mark, len(word))) if mark else ((word, 0),)


def words_of(doc: Doc, chunk: Chunk) -> Words:
    """The words of a chunk that a pipeline has read whole."""
    found = Words()
    offset, piece = chunk.piece_at(0)
    fresh = piece.opens
    for text, at, spaced in _tokens(doc):
        if text.isspace():
            if found.spaced:
                found.spaced[-1] = True
            continue
        if at >= offset + piece.end - piece.start:
            offset, piece = chunk.piece_at(at)
            fresh = piece.opens
        found.add(((text, 0),), piece.start + at - offset, opens=fresh)
        found.spaced[-1] = spaced
        fresh = False
    return found


def _tokens(doc: Doc) -> Iterator[tuple[str, int, bool]]:
    """Text, place in the chunk, and whether one blank follows."""
    for token in doc:
        yield token.text, token.idx, bool(token.whitespace_)
