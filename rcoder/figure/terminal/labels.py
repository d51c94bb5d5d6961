"""Words in cells of a terminal: how many they take, and how they are broken."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rcoder.figure.text import label

MOST = 200
"""Characters of a label that are looked at."""
LEAST = 3
"""Letters of a word that stay together after a hyphen."""
_JOINTS = re.compile(
    r"(?:heds|ings|tions|skabs|elses|ments|doms|arbejds|livs|markeds|timers?|støtte|kontakt)(?=\w{3})"
)
"""Ends of the parts that Danish words are joined of."""
_VOWELS = frozenset("aeiouyæøåäöü")


@lru_cache(maxsize=4096)
def cells_of(char: str) -> int:
    """Cells that a character takes: 0 where it joins the one before."""
    if unicodedata.category(char) in {"Mn", "Me"} or unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def width(words: str) -> int:
    """Cells that words take."""
    return sum(map(cells_of, words))


def spread(words: str) -> list[str]:
    """The words cell by cell: a wide character is followed by an empty cell, a joining one stands with what it joins."""
    found: list[str] = []
    for char in words:
        wide = cells_of(char)
        if wide:
            found += [char, *[""] * (wide - 1)]
        elif found:
            place = len(found) - 1 if found[-1] else len(found) - 2
            found[place] += char
    return found


def fitted(words: str, room: int) -> str:
    """The words in at most `room` cells, with an ellipsis where they had to be cut."""
    if width(words) <= room:
        return words
    while words and width(words) > room - 1:
        words = words[:-1]
    return words.rstrip() + "…" if room > 0 else ""


def wrapped(words: str, room: int, most: int) -> tuple[str, ...]:
    """One label in at most `most` lines of `room` cells; long words are cut with a hyphen, the last line with an ellipsis."""
    lines: list[str] = []
    line = ""
    for word in re.findall(r"[^\s/-]+[/-]*|[/-]+|\s+", label(words)[:MOST]):
        rest = " " if word.isspace() else word
        if line and width(line + rest) > room:
            lines.append(line.rstrip())
            line, rest = "", rest.strip()
        while width(rest) > room:
            head, rest = _cut(rest, room)
            lines.append(head)
        line += rest if line or rest.strip() else ""
    if line.strip():
        lines.append(line.rstrip())
    if len(lines) > most:
        lines = [*lines[: most - 1], fitted(f"{lines[most - 1]}…", room)]
    return tuple(lines)


def _cut(word: str, room: int) -> tuple[str, str]:
    """As much of a word as fits with a hyphen, where it can before a syllable, and the rest."""
    most = 1
    while most < len(word) and width(word[: most + 1]) <= room - 1:
        most += 1
    lower = word.lower()
    joints = [match.end() for match in _JOINTS.finditer(lower) if LEAST <= match.end() <= most]
    before = (
        place
        for place in range(most, max(1, most // 2), -1)
        if lower[place : place + 1] not in _VOWELS
        and lower[place + 1 : place + 2] in _VOWELS
        and len(word) - place >= LEAST
    )
    take = joints[-1] if joints else next(before, most) if lower[most : most + 2].isalpha() else most
    return f"{word[:take]}-" if room > 1 else word[:take], word[take:]
