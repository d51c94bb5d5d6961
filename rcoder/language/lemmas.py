"""Base forms of words by simplemma's lists, which also know the last part of Danish compounds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rcoder.language.tokens import REMEMBERED, Words

if TYPE_CHECKING:
    from collections.abc import Callable


@cache
def _simplemma() -> tuple[Callable[..., str], Callable[..., bool]]:
    from simplemma import is_known, lemmatize

    return lemmatize, is_known


@lru_cache(maxsize=REMEMBERED)
def lemma_of(word: str, language: str, *, first: bool = False) -> str:
    """The base form; the first word of a sentence and words in capitals are looked up in lower case first."""
    lemmatize, is_known = _simplemma()
    if not word.isalpha() and any(letter.isdigit() for letter in word):
        return word.lower()
    lower = word.lower()
    if lower != word and (first or (word.isupper() and len(word) > 1)) and (is_known(lower, lang=language)):
        return lemmatize(lower, lang=language)
    return lemmatize(word, lang=language)


class Lemmas:
    """The base forms of words in one language, remembered."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._known: dict[str, str] = {}
        """Of words within a sentence; "" for what has no letter or digit."""

    def of(self, words: Words, starts: Sequence[int]) -> list[tuple[int, int, str]]:
        """(start, end, lemma) of each word with a letter or digit; `starts` are the words that begin a sentence.

        The first word of a chunk begins one only where it is broken: see `Words`.
        """
        if len(self._known) > REMEMBERED:
            self._known.clear()
        known, texts, places = self._known, words.texts, words.starts
        said = [known[text] if text in known else self._learn(text) for text in texts]
        for start in starts:
            self._open(said, texts, start, broken=start > 0 or words.broken[0])
        return [
            (at, at + len(text), lemma) for text, at, lemma in zip(texts, places, said, strict=True) if lemma
        ]

    def _learn(self, text: str) -> str:
        spoken = any(letter.isalnum() for letter in text)
        found = self._known[text] = lemma_of(text, self._language) if spoken else ""
        return found

    def _open(self, said: list[str], texts: Sequence[str], start: int, *, broken: bool) -> None:
        """Look up the first word of a sentence as such: the first that has a letter or digit."""
        while start < len(said) and not said[start]:
            start += 1
        if broken and start < len(said):
            said[start] = lemma_of(texts[start], self._language, first=True)


@cache
def lemmas_in(language: str) -> Lemmas:
    """The base forms of a language, with what was looked up so far."""
    return Lemmas(language)
