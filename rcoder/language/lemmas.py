"""Base forms of words by simplemma's lists, which also know the last part of Danish compounds."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@cache
def _simplemma() -> tuple[Callable[..., str], Callable[..., bool]]:
    from simplemma import is_known, lemmatize

    return lemmatize, is_known


@lru_cache(maxsize=100_000)
def lemma_of(word: str, language: str, *, first: bool = False) -> str:
    """The base form; the first word of a sentence and words in capitals are looked up in lower case first."""
    lemmatize, is_known = _simplemma()
    if not word.isalpha() and any(letter.isdigit() for letter in word):
        return word.lower()
    lower = word.lower()
    if lower != word and (first or (word.isupper() and len(word) > 1)) and (is_known(lower, lang=language)):
        return lemmatize(lower, lang=language)
    return lemmatize(word, lang=language)
