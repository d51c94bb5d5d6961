"""Finding codes and commands by a few letters, with typing errors forgiven."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rcoder.domain.codebook import Code

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "y"})
ENOUGH = 72.0
"""Score below which a candidate is left out (100: all letters found in order)."""


LABELS = 2
"""How many of the names after the key are labels; aliases and titles come after them."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that can be found, by any of its names."""

    id: str
    names: tuple[str, ...]
    """Plain forms; the first is the key."""


def plain(text: str) -> str:
    """The text in small letters without accents, æ ø å as ae oe aa."""
    spread = unicodedata.normalize("NFD", text.casefold().translate(_LETTERS))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def candidate(code: Code) -> Candidate:
    """A code by its key, Danish and English label, aliases and, for hypotheses, its sentence."""
    names = (code.key, code.label.da, code.label.en, *code.aliases, code.title.da, code.title.en)
    return Candidate(code.id, tuple(plain(each) for each in names))


def rank(query: str, candidates: Iterable[Candidate]) -> list[str]:
    """Ids of the candidates that match, best first; all of them in their order for an empty query."""
    wanted = plain(query).strip()
    known = list(candidates)
    if not wanted:
        return [each.id for each in known]
    scored = [(score(wanted, each.names), -index, each.id) for index, each in enumerate(known)]
    return [found for points, _, found in sorted(scored, reverse=True) if points >= ENOUGH]


def score(wanted: str, names: Sequence[str]) -> float:
    """How well the best of some names fits: the key's beginning, then a name's, then a word's, then likeness."""
    from rapidfuzz import fuzz

    key = names[0]
    if key == wanted or key.replace(".", "") == wanted:
        return 400.0
    if key.startswith(wanted) or key.replace(".", "").startswith(wanted):
        return 300.0 - len(key)
    best = 0.0
    for index, name in enumerate(names[1:]):
        length, other = min(len(name), 40) / 2, 30.0 if index >= LABELS else 0.0
        if name.startswith(wanted):
            points = 270.0 - length - other
        elif f" {wanted}" in name:
            points = 220.0 - length - other
        elif wanted in name and len(wanted) > 2:
            points = 160.0 - length - other
        else:
            points = _likeness(fuzz.partial_ratio(wanted, name), wanted, name)
        best = max(best, points)
    return best


def written_out(query: str, found: Candidate) -> bool:
    """Whether what is typed stands in a candidate as it is typed: its key's beginning, or a part of one of its names."""
    wanted = plain(query).strip()
    key = found.names[0].replace(".", "")
    return bool(wanted) and (key.startswith(wanted) or any(wanted in name for name in found.names))


def _likeness(points: float, wanted: str, name: str) -> float:
    """Likeness, discounted where the name is shorter than what was typed, so that short names do not match all."""
    return points * min(1.0, len(name) / len(wanted)) if len(wanted) > 2 else 0.0
