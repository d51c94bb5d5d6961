"""Words made comparable: stems of lemmas, the parts of Danish compounds, and ways of saying one thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from rcoder.domain.transcript import Span

Lemma = Callable[[str], str]
"""The base form of a word in lower case; a word it does not know is given back."""

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
DANISH = (
    "hederne", "heden", "heder", "hed", "ernes", "erne", "ens", "ets", "ene", "ende", "elser", "elsen", "else", "ere",
    "est", "en", "et", "er", "es", "e", "s", "t", "r",
)  # fmt: skip
ENGLISH = (
    "nesses", "ness", "ments", "ment", "ingly", "ings", "ing", "edly", "ed", "ies", "es", "ly", "s", "e",
)  # fmt: skip
SHORTEST_STEM = 4
SHORTEST_COMPOUND = 7
SHORTEST_PART = 3
LINKS = "se"
"""Letters that may stand between the parts of a compound: arbejd-s-plads."""
_COMMON = {
    "da": frozenset(
        {
            "og",
            "det",
            "er",
            "jeg",
            "ikke",
            "at",
            "der",
            "så",
            "som",
            "på",
            "til",
            "med",
            "har",
            "de",
            "hun",
            "han",
            "vi",
            "var",
        }
    ),
    "en": frozenset(
        {
            "the",
            "and",
            "to",
            "of",
            "i",
            "it",
            "is",
            "was",
            "that",
            "you",
            "he",
            "she",
            "we",
            "they",
            "not",
            "in",
            "for",
        }
    ),
}


def told_in(text: str) -> list[tuple[Span, str]]:
    """The words of a text in lower case, and where each stands (code points)."""
    return [(Span(*found.span()), found.group().lower()) for found in WORD.finditer(text)]


def language_of(text: str, usual: str = "da") -> str:
    """Danish or English ("da", "en"), by the small words; `usual` where they do not tell."""
    words = [word for _, word in told_in(text)]
    counts = {language: sum(word in known for word in words) for language, known in _COMMON.items()}
    if counts["da"] == counts["en"]:
        return usual
    return max(counts, key=lambda language: counts[language])


def stem(word: str, language: str) -> str:
    """A word without its ending, never shorter than four letters."""
    if len(word) > SHORTEST_STEM:
        for ending in ENGLISH if language == "en" else DANISH:
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
                return word[: -len(ending)]
    return word


class Shapes:
    """Words of one language as features see them; what was worked out is remembered."""

    def __init__(self, language: str, lemma: Lemma) -> None:
        self.language = language
        self._lemma = lemma
        self._known: set[str] = set()
        self._remembered: dict[str, tuple[str, tuple[str, ...], frozenset[str]]] = {}

    def learn(self, words: Iterable[str]) -> None:
        """Adds base forms that compounds may be made of; to be done before the first word is asked for."""
        self._known.update(word for word in words if len(word) >= SHORTEST_PART)

    def lemma(self, word: str) -> str:
        """The base form of a word."""
        return self._lemma(word)

    def of(self, word: str) -> tuple[str, tuple[str, ...], frozenset[str]]:
        """Stem, stems of the compound's parts, and the names of what the word is a way of saying."""
        found = self._remembered.get(word)
        if found is None:
            found = self._remembered[word] = self._work_out(word)
        return found

    def _work_out(self, word: str) -> tuple[str, tuple[str, ...], frozenset[str]]:
        base = self._lemma(word)
        parts = self._parts(base) if self.language == "da" else ()
        own = kin(word, self.language) | kin(base, self.language)
        if not own:
            own = frozenset(name for part in parts for name in kin(part, self.language))
        return stem(base, self.language), tuple(stem(part, self.language) for part in parts), own

    def _parts(self, word: str) -> tuple[str, ...]:
        """The parts of a compound that are known words; one part where only that is known."""
        if len(word) < SHORTEST_COMPOUND:
            return ()
        best: tuple[int, tuple[str, str]] | None = None
        for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            first, last = self._first(word[:place]), self._last(word[place:])
            evenness = min(place, len(word) - place)
            if first and last and (best is None or evenness > best[0]):
                best = (evenness, (first, last))
        return best[1] if best else self._one_part(word)

    def _first(self, part: str) -> str:
        if part in self._known:
            return part
        bare = part[:-1]
        return bare if len(part) > SHORTEST_PART and part[-1] in LINKS and bare in self._known else ""

    def _last(self, part: str) -> str:
        if part in self._known:
            return part
        base = self._lemma(part)
        return base if base in self._known else ""

    def _one_part(self, word: str) -> tuple[str, ...]:
        first = next((word[:end] for end in range(len(word) - 3, 3, -1) if word[:end] in self._known), "")
        last = next((word[begin:] for begin in range(3, len(word) - 3) if word[begin:] in self._known), "")
        return tuple(part for part in (first, last) if part)


@cache
def _kin_words() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Whole words, and beginnings of words, each with the names of what it is a way of saying."""
    whole: dict[str, set[str]] = {}
    beginnings: dict[str, set[str]] = {}
    for line in (Path(__file__).parent / "kin.txt").read_text(encoding="utf-8").splitlines():
        name, colon, words = line.partition(":")
        if line.startswith("#") or not colon:
            continue
        for word in words.split():
            known = beginnings if word.endswith("*") else whole
            known.setdefault(word.rstrip("*").replace("_", " "), set()).add(name)
    return whole, beginnings


@cache
def kin(word: str, language: str = "da") -> frozenset[str]:
    """The names of what a word is a way of saying: "sms" and "ringede" are both of "ringe"."""
    if language != "da":
        return frozenset()
    whole, beginnings = _kin_words()
    found = set(whole.get(word, ()))
    for length in range(2, len(word) + 1):
        names = beginnings.get(word[:length])
        if names and len(word) - length <= _longest_ending(length):
            found |= names
    return frozenset(found)


def kin_of_pair(first: str, second: str, language: str = "da") -> frozenset[str]:
    """The names of what two words in a row are a way of saying: "med det", "stå op"."""
    return frozenset(_kin_words()[0].get(f"{first} {second}", ())) if language == "da" else frozenset()


def _longest_ending(length: int) -> int:
    """Letters that may follow the beginning of a word; the shorter it is, the fewer, lest it be another word."""
    return {2: 2, 3: 4}.get(length, 5)
