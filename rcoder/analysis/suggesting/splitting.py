"""A passage split into clauses: at the end of sentences, and before words that join what is told to its cause or effect."""

from __future__ import annotations

import re

from rcoder.domain.transcript import Span

FEWEST = 3
"""Words of the shortest clause that stands alone."""

_ENDS = re.compile(r"[.!?…]+[»”\"']*\s+|\n+")
_JOINS = {
    "da": re.compile(
        r"[,;:–]\s*(?=(?:så|og så|men|fordi|for|derfor|og derfor|hvis|når|da|og nu|og det|og jeg|og han|og hun|og vi|og de"
        r"|selvom|mens|indtil|og)\b)|\s+(?=(?:fordi|hvis|og så|så jeg|så han|så hun|så vi|så de|så det|så man)\b)|;\s*",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"[,;:–]\s*(?=(?:so|and so|but|because|for|therefore|if|when|and now|and I|and he|and she|and we|and they"
        r"|although|while|until|and)\b)|\s+(?=(?:because|if|and so|so that)\b)|;\s*",
        re.IGNORECASE,
    ),
}
_WORD = re.compile(r"[^\W_]+")


def clauses(text: str, language: str) -> tuple[Span, ...]:
    """The clauses of a text, in order, without the blanks and commas between them; short ones join the one before."""
    cuts = sorted({found.end() for pattern in (_ENDS, _JOINS[language]) for found in pattern.finditer(text)})
    found: list[Span] = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        _take(text, _trimmed(text, start, end), found)
    return tuple(found)


def _take(text: str, span: Span, found: list[Span]) -> None:
    if not _WORD.search(text, span.start, span.end):
        return
    few = len(_WORD.findall(text, span.start, span.end)) < FEWEST
    short_before = bool(found) and len(_WORD.findall(text, found[-1].start, found[-1].end)) < FEWEST
    if found and (few or short_before):
        found[-1] = Span(found[-1].start, span.end)
    else:
        found.append(span)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ",;:–"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–"):
        end -= 1
    return Span(start, end)
