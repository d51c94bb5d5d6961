"""Words broken at the end of a line made whole, where the hyphen is the line's and not the word's.

A hyphen stays where it is suspended (praktik- og jobmuligheder), where it belongs to the word (CV-skrivning), and
where speakers break off (ha- jeg havde), which transcripts write so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_HANGING = re.compile(r"(?P<word>[\w'’/-]*[^\W\d_])-$")
_FIRST = re.compile(r"[\w'’]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LINKING = frozenset(["og", "eller", "samt", "and", "or", "und", "oder", "och"])
"""Words before which a hyphen is suspended."""
_SPOKEN = frozenset([
    "jeg", "øh", "øhm", "øhh", "altså", "ikke", "jo", "nå", "ja", "nej", "så", "vi", "du", "at", "men", "hvor", "hvad",
])  # fmt: skip
"""Words that end none, so that a hyphen before them is somebody who broke off."""
_SHORT = frozenset(["it", "tv", "cv", "pc", "id", "wc", "sms", "hf", "eu", "usb"])
"""What compounds are written with a hyphen behind."""
_BROKEN_OFF = re.compile(r"[^\W\d_]- (?!(?:og|eller|samt|til|men|and|or)\b)[^\W\d_]")
_WORDS_A_LINE = 11
_LONGEST = 60
"""Code points of the longest word that is broken."""
_SHARE = 0.01


class Hyphens:
    """Judges the hyphens at line ends by all that the file holds."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._words = {word.casefold() for line in _without_broken(lines) for word in _WORD.findall(line)}
        self._compounds = {word for word in self._words if "-" in word}
        broken_off = sum(len(_BROKEN_OFF.findall(line)) for line in lines)
        ends = sum(_may_break(one, other) for one, other in pairwise(lines))
        self._speakers_break_off = broken_off > 0
        self._breaks = ends > broken_off * 3 / _WORDS_A_LINE
        """The file breaks words: more hyphens stand at line ends than speakers put there."""
        self._breaks_names = self._breaks and ends > len(lines) * _SHARE
        """It does so all the time, so that names are broken too."""
        self._undone = 0
        self._kept = 0

    def joined(self, lines: Sequence[str]) -> str:
        """The lines of a paragraph as one."""
        parts = [lines[0]]
        for one, other in pairwise(lines):
            hanging = _hanging(one)
            if hanging is not None:
                between = self._across(one, hanging["word"], other)
            else:
                between = "" if one.endswith("-") and not one.endswith(" -") else " "
            if between is None:
                parts[-1] = parts[-1].removesuffix("-")
            parts += [between or "", other]
        return "".join(parts)

    def _across(self, one: str, before: str, other: str) -> str | None:
        """What comes between the lines, nothing or a blank; None where the hyphen goes."""
        after = _word(other)
        tail = before.rpartition("-")[2]
        whole = (tail + after).casefold() in self._words
        if not after or (after in _LINKING and not whole):
            self._kept += 1
            return " "
        if not whole and self._is_compound(one, tail, after, other):
            self._kept += 1
            return ""
        if whole or (self._breaks and after not in _SPOKEN):
            self._undone += 1
            return None
        self._kept += 1
        return " " if after in _SPOKEN or self._speakers_break_off else ""

    def _is_compound(self, text: str, tail: str, after: str, line: str) -> bool:
        """Whether the hyphen is the word's own.

        So it is before a capital, behind capitals, a digit or one letter, behind a name, or where it is written elsewhere.
        """
        if f"{tail}-{after}".casefold() in self._compounds or not line[:1].islower():
            return True
        named = tail[:1].isupper() and not _opens_sentence(text, tail)
        if named and (tail.casefold() in self._words or not self._breaks_names):
            return True
        return tail.isupper() or len(tail) == 1 or tail.casefold() in _SHORT

    def notes(self) -> tuple[str, ...]:
        """What was done, in sentences."""
        notes = []
        if self._undone:
            notes.append(f"{self._undone} word(s) broken at the end of a line were made whole.")
        if self._kept:
            notes.append(f"{self._kept} hyphen(s) at the end of a line were kept.")
        return tuple(notes)


def _hanging(line: str) -> re.Match[str] | None:
    """The word with a hyphen that the line ends in."""
    return _HANGING.search(line[-_LONGEST:]) if line.endswith("-") else None


def _may_break(one: str, other: str) -> bool:
    """Whether a hyphen at the end of the first line may be the line's own."""
    return (
        _hanging(one) is not None
        and other[:1].islower()
        and _word(other) not in _LINKING
        and _word(other) not in _SPOKEN
    )


def _without_broken(lines: Sequence[str]) -> Iterator[str]:
    """The lines without the halves of words that may be broken between them."""
    broken = False
    for line in lines:
        whole = _FIRST.sub("", line, count=1) if broken else line
        hanging = _hanging(whole)
        broken = line.endswith("-")
        yield whole[: len(whole) - len(hanging[0])] if hanging else whole


def _opens_sentence(text: str, tail: str) -> bool:
    """Whether the word at the end of the text is the first of a sentence."""
    before = text.removesuffix("-").removesuffix(tail).rstrip()
    return not before or before[-1] in '.?!:…"”»'


def _word(line: str) -> str:
    found = _FIRST.match(line)
    return found[0].casefold() if found else ""
