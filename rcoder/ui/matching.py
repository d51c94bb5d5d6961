"""Finding codes and commands by a few letters, with typing errors forgiven."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rcoder.domain.codebook import Code

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "y"})
_BARE = str.maketrans({"æ": "a", "ø": "o", "å": "a"})
"""How the Danish letters are typed by who has no keys for them and does not spell them out."""
_WORD = re.compile(r"[^\W_]+")

ENOUGH = 50.0
"""Points below which a candidate is left out."""
LABELS = 2
"""How many of the names after the key are labels; aliases and titles come after them."""

EXACT_KEY, KEY, IN_KEY = 400.0, 300.0, 230.0
FIRST_WORD, WORD, IN_WORD, SHORTENED = 270.0, 220.0, 160.0, 150.0
SLIP, OTHER_LETTER, TWO_SLIPS, LIKE = 130.0, 105.0, 90.0, 0.9
"""Points by how a candidate fits; likeness of 0 to 100 is multiplied by `LIKE`."""

FEW = 3
"""So many found, and parts of words that are only alike are not looked for."""
LONG = 6
"""Letters from which two slips are forgiven."""
LONGEST = 40
"""Letters of a name that count against it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that can be found, by any of its names."""

    id: str
    names: tuple[str, ...]
    """Plain forms; the first is the key."""


def plain(text: str) -> str:
    """The text in small letters without accents, æ ø å as ae oe aa."""
    spread = text.casefold().translate(_LETTERS)
    if spread.isascii():
        return spread
    spread = unicodedata.normalize("NFD", spread).translate(_LETTERS)
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def candidate(code: Code) -> Candidate:
    """A code by its key, Danish and English label, aliases and, for hypotheses, its sentence.

    A label with æ ø å is found by a, o and a as well.
    """
    names = (code.key, code.label.da, code.label.en, *code.aliases, code.title.da, code.title.en)
    bare = (each.casefold().translate(_BARE) for each in names[1:] if not each.isascii())
    return Candidate(code.id, (*(plain(each) for each in names), *(plain(each) for each in bare)))


def rank(query: str, candidates: Iterable[Candidate]) -> list[str]:
    """Ids of the candidates that match, best first; all of them in their order for an empty query."""
    return Finder(candidates).rank(query)


def score(wanted: str, names: Sequence[str]) -> float:
    """How well the best of some names fits what is wanted in its plain form; below `ENOUGH` it does not."""
    return Finder((Candidate("", tuple(names)),)).points(wanted).get(0, 0.0)


def written_out(query: str, found: Candidate) -> bool:
    """Whether what is typed stands in a candidate as it is typed: its key's beginning, or a part of one of its names."""
    wanted = plain(query).strip()
    key = found.names[0].replace(".", "")
    return bool(wanted) and (key.startswith(wanted) or any(wanted in name for name in found.names))


class Finder:
    """Candidates that are asked for again and again; each word of theirs is kept once, so that thousands are quick."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self.candidates = tuple(candidates)
        self._by_length: dict[int, dict[str, list[str]]] = {}

    def rank(self, query: str, first: Collection[str] = ()) -> list[str]:
        """Ids of those that match, best first, among equals those of `first`; all in their order for an empty query."""
        wanted = plain(query).strip()
        if not wanted:
            return [each.id for each in self.candidates]
        found = [
            (-points, self.candidates[index].id not in first, index)
            for index, points in self.points(wanted).items()
            if points >= ENOUGH
        ]
        return [self.candidates[index].id for _, _, index in sorted(found)]

    def points(self, wanted: str) -> dict[int, float]:
        """Points of what matches, by its place among the candidates; `wanted` is plain and not empty.

        Every word of `wanted` has to be found; a candidate has the mean of what its words come to.
        """
        best = self._by_key("".join(wanted.split()))
        words = _WORD.findall(wanted)
        each_word = [self._by_word(word) for word in dict.fromkeys(words)]
        if each_word:
            for index in set.intersection(*(set(each) for each in each_word)):
                mean = sum(each[index] for each in each_word) / len(each_word)
                best[index] = max(best.get(index, 0.0), mean)
        if len(words) == 1 and len(best) < FEW and len(words[0]) > FEW:
            for index, points in self._alike(words[0]).items():
                best[index] = max(best.get(index, 0.0), points)
        return best

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        return tuple(each.names[0].replace(" ", "") for each in self.candidates)

    @cached_property
    def _postings(self) -> dict[str, dict[int, float]]:
        """Each word with the candidates it stands in, and what that takes off or adds: first words and short labels lead."""
        found: dict[str, dict[int, float]] = {}
        for index, each in enumerate(self.candidates):
            for place, name in enumerate(each.names):
                off = min(len(name), LONGEST) / 2 + (0.0 if 0 < place <= LABELS else 30.0)
                for number, word in enumerate(_WORD.findall(name)):
                    own = found.setdefault(word, {})
                    worth = (FIRST_WORD - WORD if number == 0 else 0.0) - off
                    if worth > own.get(index, -LONGEST * 2):
                        own[index] = worth
        return found

    @cached_property
    def _spelled(self) -> dict[str, list[tuple[int, float, list[str]]]]:
        """Names of several words by their first letter: whose, what is taken off, and the words."""
        found: dict[str, list[tuple[int, float, list[str]]]] = {}
        for index, each in enumerate(self.candidates):
            for place, name in enumerate(each.names[1:]):
                words = _WORD.findall(name)
                if len(words) > 1:
                    off = min(len(name), LONGEST) / 2 + (0.0 if place < LABELS else 30.0)
                    found.setdefault(words[0][0], []).append((index, off, words))
        return found

    def _by_key(self, wanted: str) -> dict[int, float]:
        """Points of keys; the full stops in them may be left out, and where one is written it is meant."""
        found: dict[int, float] = {}
        if not wanted:
            return found
        inside, dotted = any(letter.isdigit() for letter in wanted), "." in wanted
        for index, own in enumerate(self._keys):
            key = own if dotted else own.replace(".", "")
            if key.startswith(wanted):
                found[index] = EXACT_KEY if key == wanted else KEY - len(key)
            elif inside and wanted in key:
                found[index] = IN_KEY - len(key)
        return found

    def _by_word(self, wanted: str) -> dict[int, float]:
        """Points by one word: as it is written, in a word, shortened, or with a slip."""
        found: dict[int, float] = {}
        for word, own in self._postings.items():
            if wanted in word:
                if word.startswith(wanted):
                    _raise(found, own, WORD)
                elif len(wanted) > 2:
                    _raise(found, own, IN_WORD)
        if len(wanted) > 2:
            for index, off, words in self._spelled.get(wanted[0], ()):
                if found.get(index, 0.0) < SHORTENED - off and _shortens(wanted, words):
                    found[index] = SHORTENED - off
            for word, points in self._with_slips(wanted):
                _raise(found, self._postings[word], points)
        return found

    def _with_slips(self, wanted: str) -> Iterator[tuple[str, float]]:
        """The words that begin as is wanted but for a letter exchanged, left out, doubled or mistyped, with their points."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        slips = 2 if len(wanted) >= LONG else 1
        for length in range(len(wanted) - slips, len(wanted) + slips + 1):
            begun = self._beginnings(length)
            for beginning, distance, _ in process.extract(
                wanted, begun.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None
            ):
                points = _slip_points(wanted, beginning, int(distance))
                for word in begun[beginning] if points else ():
                    yield word, points

    def _beginnings(self, length: int) -> dict[str, list[str]]:
        """The first letters of each word, and the words that begin so; words with digits are no words to mistype."""
        if length not in self._by_length:
            found: dict[str, list[str]] = {}
            for word in self._postings:
                if len(word) >= length and word.isalpha():
                    found.setdefault(word[:length], []).append(word)
            self._by_length[length] = found
        return self._by_length[length]

    def _alike(self, wanted: str) -> dict[int, float]:
        """Points of words with a part that is like what is wanted."""
        from rapidfuzz import fuzz, process

        found: dict[int, float] = {}
        words = [each for each in self._postings if len(each) >= len(wanted) - 1]
        for word, likeness, _ in process.extract(
            wanted, words, scorer=fuzz.partial_ratio, score_cutoff=75, limit=None
        ):
            points = likeness * LIKE * min(1.0, len(word) / len(wanted))
            for index in self._postings[word]:
                found[index] = max(found.get(index, 0.0), points)
        return found


def _raise(found: dict[int, float], own: dict[int, float], points: float) -> None:
    """Gives candidates the points for a word, where they have fewer."""
    for index, worth in own.items():
        if points + worth > found.get(index, 0.0):
            found[index] = points + worth


def _slip_points(wanted: str, beginning: str, distance: int) -> float:
    """What a slip leaves; 0 where it is more than a slip. With three letters, only exchanged, missing and doubled ones are."""
    if distance == 0:
        return 0.0
    first = 0.0 if beginning[:1] == wanted[:1] or sorted(beginning) == sorted(wanted) else 25.0
    if distance > 1:
        return TWO_SLIPS - first
    if len(beginning) == len(wanted):
        exchanged = sorted(beginning) == sorted(wanted)
        return SLIP if exchanged else (OTHER_LETTER - first if len(wanted) > 3 else 0.0)
    if len(beginning) < len(wanted) <= 3:
        return SLIP if any(a == b for a, b in pairwise(wanted)) else 0.0
    return SLIP - first


def _shortens(wanted: str, words: Sequence[str], place: int = 0) -> bool:
    """Whether what is wanted is made of the beginnings of words in their order, from the first: ako of Aftalt kontaktperson."""
    for index in range(place, len(words) if place else 1):
        word, length = words[index], 0
        while length < min(len(word), len(wanted)) and word[length] == wanted[length]:
            length += 1
        if length == len(wanted):
            return True
        if any(_shortens(wanted[taken:], words, index + 1) for taken in range(length, 0, -1)):
            return True
    return False
