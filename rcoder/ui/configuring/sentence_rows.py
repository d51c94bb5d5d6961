"""The configuration as the sentence it reads as, wrapped, each wording in the colour of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rcoder.domain.rendering import Phrase, phrases
from rcoder.domain.terms import say
from rcoder.project.bench import Bench
from rcoder.ui.configuring.bench import LANGUAGE
from rcoder.ui.marks import shown
from rcoder.ui.themes import tint
from rcoder.ui.widgets.lines import Line, Piece
from rcoder.ui.widgets.rows import wrapped

INDENT = "  "


def sentence_rows(bench: Bench, width: int) -> Iterator[Line]:
    """The sentence in the rendering and language it is read in; above it which they are, where not the study's own."""
    own = bench.rendering is bench.study.rendering and bench.tongue == bench.language
    found = phrases(bench.assembled, bench.tongue, bench.rendering)
    pieces = _wrapped(found, max(20, width - 2 * len(INDENT)))
    yield Line("sentence", ((INDENT, ""), *pieces[0]), right="" if own else reading_words(bench))
    for index, each in enumerate(pieces[1:], start=1):
        yield Line(f"sentence#{index}", ((INDENT, ""), *each), inert=True, goes_on=True)


def reading_words(bench: Bench) -> str:
    """Which rendering and language the sentence is read in."""
    language = (
        "" if bench.tongue == bench.language else f", {'Danish' if bench.tongue == 'da' else 'English'}"
    )
    return f"{say(bench.rendering, LANGUAGE)}{language}"


def _wrapped(found: Sequence[Phrase], width: int) -> list[tuple[Piece, ...]]:
    """The phrases in rows that wide, each piece with its ink."""
    inked = [(shown(each.text), tint(each.place.kind) if each.place else "") for each in found]
    text = "".join(words for words, _ in inked)
    rows = [
        tuple(_between(inked, start, start + len(text[start:end].rstrip())))
        for start, end in wrapped(text, 0, len(text), width)
    ]
    return rows or [()]


def _between(inked: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    at = 0
    for words, ink in inked:
        cut = words[max(0, start - at) : max(0, end - at)]
        at += len(words)
        if cut:
            yield cut, ink
