"""What may be a speaker's label, and the evidence of the whole file for which of them are.

A label is short, looks like a name, a role or a code, and holds no word of a sentence. It counts where it recurs, or
where it names a role, or where it is made in the same way as the labels that recur.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from rcoder.exchange.interviews.lexicon import FIELDS, FIRST_NAMES, NEVER, PARTICLES, PLACES, ROLES, SENTENCE

LONGEST = 70
"""Code points of the longest label."""

_CODE = re.compile(
    r"[A-ZÆØÅÄÖ]{1,3}\.?|[A-ZÆØÅÄÖ]{1,4}[-_ ]?\d{1,4}[a-zA-Z]?|\d{1,3}[A-ZÆØÅÄÖ]{1,3}|\w*_\w*\d\w*"
)
_NUMBERED = re.compile(r"[A-ZÆØÅÄÖ]{1,4}[-_]?\d{1,4}[a-zA-Z]?|\w*_\w*\d\w*")
_BRACKETS = re.compile(r"\([^()]*\)")
_PREFIX = re.compile(r"\([^()]{1,60}\)[ \t]*(?=[^\W\d_])")
_ALLOWED = re.compile(r"[\w \t\xa0'’.&/+#()\-–,]*")
_COMMA = re.compile(
    r"[A-ZÆØÅÄÖ][\w'’-]*(?: [A-ZÆØÅÄÖ][\w'’-]*){0,3}, [A-ZÆØÅÄÖ][\w'’.-]*(?: [A-ZÆØÅÄÖ][\w'’.-]*){0,3}"
)
_INITIAL = re.compile(r"(?:[A-ZÆØÅÄÖ]\.)+|(?:Dr|Hr|Fr|Mr|Ms|Mrs|St|Int|Prof|m\.fl|cand)\.", re.IGNORECASE)


_REMEMBERED = 4096
"""Labels whose key and shape are remembered: a file has few, each of them many times."""
_SPOKEN = re.compile(r"[.?!…–-][*_\s\"'”»)]*$")
_COVER = 0.45
"""Share of the lines with words that open with a label where each label has a line of its own and its speech another."""


_MOST = 0.75
"""Share of the lines with words that open with a label where a first name that occurs once is one."""


class Shape(Enum):
    """How a label is made; labels of one file tend to be made alike."""

    NONE = auto()
    CODE = auto()
    CAPITALS = auto()
    TITLED = auto()
    """A name or title with brackets: Formanden (Søren Gade)."""
    FULL_NAME = auto()
    WORD = auto()
    INVERTED = auto()
    """Hansen, Bo: Teams puts the family name first."""
    PHRASE = auto()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a label may stand."""

    name: str
    style: str
    """How it is set apart: colon, bold, timed, stamped, bare, or heading with its level (heading3)."""
    opens: bool
    """It stands at the beginning, after a blank line or after the end of a sentence."""
    at_top: bool = False
    """Nothing but heading stands before it."""
    speech: str = ""
    """What follows it on its line."""


def tidy(label: str) -> str:
    """The label as a name: blanks made single, decoration and a bracketed prefix away."""
    name = " ".join(label.split()).strip(" *_-–")
    if name.startswith("[") and name.endswith("]"):
        name = name[1:-1].strip()
    return _PREFIX.sub("", name, count=1) if _PREFIX.match(name) else name


@lru_cache(maxsize=_REMEMBERED)
def key(name: str) -> str:
    """What makes two labels the same voice, however they are written."""
    return " ".join(name.casefold().rstrip(".").split())


@lru_cache(maxsize=_REMEMBERED)
def is_field(name: str) -> bool:
    """Whether the label is a key of a transcript's heading (date, place, length …)."""
    words = key(name).split()
    return bool(words) and (words[0].strip(".,()/") in FIELDS or key(name) in {"til stede", "optaget af"})


@lru_cache(maxsize=_REMEMBERED)
def names_role(name: str) -> bool:
    """Whether the label names a part in an interview, alone or beside a name or number."""
    bare = _words_of(_BRACKETS.sub(" ", name))
    noted = [_words_of(each)[:1] for each in _BRACKETS.findall(name)]
    if any(first and first[0] in ROLES for first in noted):
        return True
    return bool(bare) and (bare[0] in ROLES or (len(bare) == 2 and bare[1] in ROLES))


def _words_of(name: str) -> list[str]:
    return [word.rstrip("0123456789") for word in re.split(r"[ /()\-–,._]+", key(name)) if word]


@lru_cache(maxsize=_REMEMBERED)
def shape(name: str) -> Shape:
    """How the label is made; NONE where it is no label at all."""
    bare = _BRACKETS.sub(" ", name)
    words = bare.split()
    if not _well_formed(name, bare, words):
        return Shape.NONE
    if _CODE.fullmatch(name):
        return Shape.CODE
    if not (name[0].isupper() or name[0].isdigit() or names_role(name)):
        return Shape.NONE
    if name.isupper():
        return Shape.CAPITALS
    return Shape.WORD if names_role(name) else _shape_of_words(name, words)


def _shape_of_words(name: str, words: list[str]) -> Shape:
    if "," in _BRACKETS.sub(" ", name):
        return Shape.INVERTED
    if "(" in name:
        return Shape.TITLED
    if all(word[0].isupper() or word[0].isdigit() or word.casefold() in PARTICLES for word in words):
        return Shape.FULL_NAME if len(words) > 1 and not words[-1].isdigit() else Shape.WORD
    return Shape.PHRASE


def _well_formed(name: str, bare: str, words: list[str]) -> bool:
    if not name or len(name) > LONGEST or not words or len(words) > 7 or not _ALLOWED.fullmatch(name):
        return False
    if (
        name.count("(") != name.count(")")
        or not any(letter.isalpha() for letter in bare)
        or ("," in bare and not (_COMMA.fullmatch(bare.strip()) or _says_part(bare)))
    ):
        return False
    folded = [word.casefold().strip(".,'’") for word in words]
    if folded[0] in NEVER or any(word in SENTENCE and word not in PARTICLES for word in folded):
        return len(words) == 1 and bool(_CODE.fullmatch(name)) and folded[0] not in NEVER
    return all(_ends_well(word) for word in words)


def _says_part(name: str) -> bool:
    """Whether one comma parts a name from its part in the interview: Mette B., mentor."""
    person, comma, part = name.partition(",")
    return (
        bool(comma)
        and person.strip()[:1].isupper()
        and _words_of(part)[:1] != []
        and _words_of(part)[0] in ROLES
    )


def _ends_well(word: str) -> bool:
    return (
        not word.endswith(".")
        or bool(_INITIAL.fullmatch(word))
        or bool(_CODE.fullmatch(word))
        or word == "m.fl."
    )


def accepted(candidates: Sequence[Candidate], places: int) -> frozenset[str]:
    """Keys of the candidates that are speakers, by the evidence of the whole file.

    `places` is how many lines or cues with words there are, each of which could have had a label.
    """
    shapes = {key(each.name): shape(each.name) for each in candidates}
    counts = Counter(key(each.name) for each in candidates)
    able = [
        each for each in candidates if shapes[key(each.name)] is not Shape.NONE and not is_field(each.name)
    ]
    sure = {key(each.name) for each in able if _recurs(each, counts) or _says_role(each)}
    if len(sure) < 2:
        sure |= _by_cover(able, places)
    ways = {(each.style, shapes[key(each.name)]) for each in able if key(each.name) in sure}
    rest = [each for each in able if key(each.name) not in sure]
    fitting = {key(each.name) for each in rest if _fits(each, ways, len(sure))}
    sure |= fitting
    labelled = sum(key(each.name) in sure for each in able)
    if labelled >= places * _MOST:
        sure |= {key(each.name) for each in rest if each.opens and key(each.name) in FIRST_NAMES}
    return frozenset(sure)


def _recurs(candidate: Candidate, counts: Counter[str]) -> bool:
    needed = 3 if key(candidate.name) in PLACES else 2
    return counts[key(candidate.name)] >= needed


def _says_role(candidate: Candidate) -> bool:
    if not candidate.opens:
        return False
    if names_role(candidate.name):
        return candidate.style != "bare"
    return candidate.at_top and bool(_NUMBERED.fullmatch(candidate.name))


def _by_cover(able: list[Candidate], places: int) -> set[str]:
    """In a file where nearly every line opens with a label and speech after it, each of them is one."""
    able = [each for each in able if each.style in {"colon", "bold", "timed"}]
    names = {key(each.name) for each in able} - PLACES
    if len(names) < 2 or not able[0].at_top or len(able) < places * _COVER:
        return set()
    spoken = sum(not each.speech or _SPOKEN.search(each.speech) is not None for each in able)
    return names if spoken * 3 >= len(able) * 2 else set()


def _fits(candidate: Candidate, ways: set[tuple[str, Shape]], voices: int) -> bool:
    """Whether a label that occurs once is made as those that are sure; `voices` is how many those are."""
    mine = shape(candidate.name)
    if key(candidate.name) in PLACES or (mine is Shape.CODE and len(candidate.name) == 1 and voices > 1):
        return False
    if candidate.style in {"timed", "bold", "stamped"} or candidate.style.startswith("heading"):
        return any(style == candidate.style for style, _ in ways) and mine is not Shape.PHRASE
    if mine is Shape.CAPITALS or _NUMBERED.fullmatch(candidate.name):
        return any(each in {mine, Shape.CAPITALS} for _, each in ways)
    if mine in {Shape.CODE, Shape.TITLED}:
        return candidate.opens and any(each is mine for _, each in ways)
    return candidate.opens and bool(ways) and mine is Shape.FULL_NAME
