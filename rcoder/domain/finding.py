"""What is looked for in interviews, and what is found."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rcoder.domain.errors import Misuse
from rcoder.domain.transcript import Span

_TERM = re.compile(r'"([^"]*)"(\*?)|(\S+)')
WORD = re.compile(r"[^\W_]+")
"""A word as the index holds it: letters of any alphabet, and digits."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that follow each other, in lower case; with `prefix` the last one may go on."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words were said."""

    transcript_id: str
    transcript: str
    case: str
    turn: int
    """Position of the turn, from 0."""
    speaker: str
    roles: tuple[str, ...]
    interviewer: bool
    span: Span
    before: str
    """The words of the turn before it."""
    words: str
    after: str


def terms_of(query: str) -> tuple[Term, ...]:
    """The terms of a query, all of which a turn must hold: words, "words in a row", and beginn*.

    Raises Misuse where there is no word in it.
    """
    found = []
    for match in _TERM.finditer(query):
        phrase, star, word = match.groups()
        text = phrase if phrase is not None else word
        words = tuple(WORD.findall(text.lower()))
        if words:
            found.append(Term(words, bool(star) or (phrase is None and text.endswith("*"))))
    if not found:
        raise Misuse(
            "There is no word to look for.", 'Give words, "words in a row", or the beginning of one*.'
        )
    return tuple(found)


def places_in(text: str, terms: tuple[Term, ...]) -> tuple[Span, ...]:
    """Where the terms stand in a text, in order; those inside another are left out."""
    tokens = [(match.group().lower(), match.start(), match.end()) for match in WORD.finditer(text)]
    spans = sorted(
        (
            Span(tokens[at][1], tokens[at + len(term.words) - 1][2])
            for term in terms
            for at in range(len(tokens) - len(term.words) + 1)
            if _stands(tokens, at, term)
        ),
        key=lambda span: (span.start, -span.end),
    )
    kept: list[Span] = []
    for span in spans:
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _stands(tokens: list[tuple[str, int, int]], at: int, term: Term) -> bool:
    *first, last = term.words
    if any(tokens[at + offset][0] != word for offset, word in enumerate(first)):
        return False
    said = tokens[at + len(first)][0]
    return said.startswith(last) if term.prefix else said == last
