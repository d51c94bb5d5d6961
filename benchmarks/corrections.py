"""Corrected texts made by machine, of the four kinds of design/performance.md §2.7, with where every code point went.

The reference is made by following each code point through the edits; nothing is compared.
"""
# ruff: noqa: S311 - nothing here is secret

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
WORD = re.compile(r"\w+")
PARAGRAPH = re.compile(r"[^\n]+\n+")


@dataclass(frozen=True)
class Corrected:
    """A text, the text that corrects it, and the place after of each code point before that is still there."""

    before: str
    after: str
    where: dict[int, int]

    def reference(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a span stands after, if both its ends are still there."""
        if start not in self.where or end - 1 not in self.where:
            return None
        return self.where[start], self.where[end - 1] + 1


Followed = list[tuple[str, int | None]]
"""Code points with the place each had before; None for those that were put in."""


def typos(text: str, seed: int, count: int = 20) -> Corrected:
    """Single letters taken out, put in, exchanged or doubled inside words of four letters and more."""
    random, followed = Random(f"typos {seed}"), _followed(text)
    for _ in range(count):
        start, end = random.choice([each for each in _words(followed) if each[1] - each[0] > 3])
        place = random.randrange(start + 1, end - 1)
        match random.randrange(4):
            case 0:
                del followed[place]
            case 1:
                followed.insert(place, (random.choice(LETTERS), None))
            case 2:
                followed[place] = (random.choice(LETTERS), None)
            case _:
                followed.insert(place, (followed[place][0], None))
    return _corrected(text, followed)


def names(text: str, seed: int, count: int = 100) -> Corrected:
    """Words replaced by [PERSON_n], as where names are made unknown."""
    random, followed = Random(f"names {seed}"), _followed(text)
    words = _words(followed)
    for start, end in sorted(random.sample(words, min(count, len(words) // 4)), reverse=True):
        _put(followed, start, end, f"[PERSON_{random.randrange(1, 30)}]")
    return _corrected(text, followed)


def paragraphs(text: str, seed: int, out: int = 3, put: int = 2) -> Corrected:
    """Whole paragraphs taken out, and others of some sixty words put in."""
    random, followed = Random(f"paragraphs {seed}"), _followed(text)
    known = WORD.findall(text)
    for start, end in sorted(random.sample(_found(PARAGRAPH, followed), out), reverse=True):
        del followed[start:end]
    for _ in range(put):
        start = random.choice(_found(PARAGRAPH, followed))[0]
        words = " ".join(random.choice(known) for _ in range(60))
        _put(followed, start, start, f"{words}.\n\n")
    return _corrected(text, followed)


def words(text: str, seed: int, share: float = 0.05) -> Corrected:
    """A share of the words replaced by others of the text, and every fortieth blank by a line break."""
    random, followed = Random(f"words {seed}"), _followed(text)
    places = _words(followed)
    known = [text[start:end] for start, end in places]
    for start, end in sorted(random.sample(places, int(len(places) * share)), reverse=True):
        _put(followed, start, end, random.choice(known))
    blanks = [place for place, (letter, _) in enumerate(followed) if letter == " "]
    for place in random.sample(blanks, len(blanks) // 40):
        followed[place] = ("\n", None)
    return _corrected(text, followed)


KINDS: dict[str, Callable[[str, int], Corrected]] = {
    "20 typos": typos,
    "100 names to [PERSON_n]": names,
    "3 paragraphs out, 2 in": paragraphs,
    "5 % of words changed, line breaks": words,
}


def passages(text: str, seed: int, count: int = 300) -> list[tuple[int, int]]:
    """Spans of whole words, from one word to some paragraphs."""
    random = Random(f"passages {seed}")
    places = [found.span() for found in WORD.finditer(text)]
    spans = []
    for _ in range(count):
        first = random.randrange(len(places))
        last = min(len(places) - 1, first + random.choice((0, 1, 2, 5, 11, 24, 44, 120)))
        start, end = places[first][0], places[last][1]
        spans.append((start, end + (text[end : end + 1] in tuple(".,?!"))))
    return spans


def _followed(text: str) -> Followed:
    return [(letter, place) for place, letter in enumerate(text)]


def _put(followed: Followed, start: int, end: int, words: str) -> None:
    followed[start:end] = [(letter, None) for letter in words]


def _words(followed: Followed) -> list[tuple[int, int]]:
    return _found(WORD, followed)


def _found(pattern: re.Pattern[str], followed: Sequence[tuple[str, int | None]]) -> list[tuple[int, int]]:
    text = "".join(letter for letter, _ in followed)
    return [found.span() for found in pattern.finditer(text)]


def _corrected(text: str, followed: Followed) -> Corrected:
    where = {place: there for there, (_, place) in enumerate(followed) if place is not None}
    return Corrected(text, "".join(letter for letter, _ in followed), where)
