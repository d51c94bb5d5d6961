"""The edited form of a quotation: whose words are in it; additions stand in [brackets]."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TOKEN = re.compile(r"(?:\[[^\[\]]*\]|\w|(?<=\w)['’-](?=\w))+")
"""A word, with brackets that stand within it: [H]un, ring[er]."""

_ADDED = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def check_edited(original: str, edited: str) -> str:
    """What is wrong with an edited form, in a sentence: words outside [brackets] that are not the passage's; "" for nothing."""
    if edited.count("[") != edited.count("]") or _ADDED.sub("", edited).strip("[]") != _ADDED.sub("", edited):
        return "A bracket is opened or closed alone: additions stand in [brackets]."
    strange = strangers(original, edited)
    if not strange:
        return ""
    named = ", ".join(f"“{each}”" for each in strange[:4]) + (" …" if len(strange) > 4 else "")
    verb = "is" if len(strange) == 1 else "are"
    return f"{named} {verb} not in the passage in that order; what is yours stands in [brackets]."


def strangers(original: str, edited: str) -> tuple[str, ...]:
    """The words of an edited form outside [brackets] that are not in the original in that order, case set aside."""
    said = [each.casefold() for each in _WORD.findall(original)]
    tokens = [each for each in _TOKEN.findall(edited) if re.search(r"\w", _ADDED.sub("", each))]
    patterns = [_parts(each) for each in tokens]
    if _in_order(said, patterns):
        return ()
    kept = _longest(said, patterns)
    return tuple(token for index, token in enumerate(tokens) if index not in kept)


def as_said(words: str) -> str:
    """Words on one line, as a quotation is printed."""
    return " ".join(words.split())


def reads(edited: str, words: str) -> str:
    """The edited form of a passage; "" where it reads as the words were said."""
    return "" if as_said(edited) == as_said(words) else edited


def _parts(token: str) -> tuple[str, ...]:
    """What of a word stands outside brackets, in order; "" at an end where a bracket stands there."""
    return tuple(_ADDED.split(token.casefold()))


def _fits(parts: tuple[str, ...], word: str) -> bool:
    """Whether a word of the original is this one: letters in brackets may stand for any."""
    if len(parts) == 1:
        return word == parts[0]
    if not (word.startswith(parts[0]) and word.endswith(parts[-1])):
        return False
    at, end = len(parts[0]), len(word) - len(parts[-1])
    for part in parts[1:-1]:
        found = word.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return at <= end


def _in_order(said: Sequence[str], patterns: Sequence[tuple[str, ...]]) -> bool:
    words = iter(said)
    return all(any(_fits(pattern, word) for word in words) for pattern in patterns)


def _longest(said: Sequence[str], patterns: Sequence[tuple[str, ...]]) -> frozenset[int]:
    """Indexes of as many patterns as can be found in the words in order."""
    longest = [[0] * (len(said) + 1) for _ in range(len(patterns) + 1)]
    for row in range(len(patterns) - 1, -1, -1):
        for place in range(len(said) - 1, -1, -1):
            best = max(longest[row + 1][place], longest[row][place + 1])
            if _fits(patterns[row], said[place]):
                best = max(best, 1 + longest[row + 1][place + 1])
            longest[row][place] = best
    found: set[int] = set()
    row = place = 0
    while row < len(patterns) and place < len(said):
        if _fits(patterns[row], said[place]) and longest[row][place] == 1 + longest[row + 1][place + 1]:
            found.add(row)
            row, place = row + 1, place + 1
        elif longest[row + 1][place] >= longest[row][place + 1]:
            row += 1
        else:
            place += 1
    return frozenset(found)
