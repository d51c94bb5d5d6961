"""Where sentences end at a first glance; the language room finds the real ones, which takes longer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from rcoder.domain.transcript import Span

_LINE = re.compile(r"[^\n]+")
_END = re.compile(r"[.?!…][\"'”»)\]]*\s+(?=(?:[\"'“„«(\[]|[–-] ?)?[A-ZÆØÅÄÖ0-9])")
"""A mark that ends a sentence, with a capital or a digit after it."""


def provisional(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The sentences of turns by lines and marks alone: cheap, good enough to read by, wrong at some abbreviations."""
    return tuple(
        sentence
        for span in spans
        for line in _LINE.finditer(text, span.start, span.end)
        for sentence in _in_line(text, *line.span())
    )


def _in_line(text: str, start: int, end: int) -> Iterator[Span]:
    places = [start, *(found.end() for found in _END.finditer(text, start, end)), end]
    for first, limit in pairwise(places):
        words = text[first:limit]
        left, right = len(words) - len(words.lstrip()), len(words.rstrip())
        if left < right:
            yield Span(first + left, first + right)
