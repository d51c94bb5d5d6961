"""What a manifest's cell says of the voices of an interview: of all respondents at once, or of each by its label.

`mentor; virksomhedskonsulent` says that every respondent is both, `METTE = borger; HENRIK = mentor, vagt` what each
is, and in `"Holm, Lene" = mentor` a label with a sign of ours in it stands in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_SIGNS = ";,=\n"
_WORD = re.compile(r'\s*"((?:[^"]|"")*)"[^\S\n]*(?=[;,=\n]|$)|([^;,=\n]*)')


@dataclass(frozen=True, slots=True)
class Said:
    """Words for every respondent, or for each voice by its label."""

    of_all: tuple[str, ...] = ()
    of_each: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fault: str = ""
    """What is wrong with the cell, in a sentence; "" where nothing is."""


def read_voices(text: str) -> Said:
    """What a cell says. Words of all are parted by semicolons, commas or line ends."""
    words = list(_words(text))
    if not any(sign == "=" for _, sign in words):
        return Said(of_all=tuple(dict.fromkeys(word for word, _ in words if word)))
    found: dict[str, tuple[str, ...]] = {}
    label: str | None = None
    for word, sign in words:
        if sign == "=":
            if label is not None or word in found:
                return Said(fault=f"The speaker {word!r} stands twice." if word in found else _MIXED)
            label, found[word] = word, ()
            continue
        if label is None and word:
            return Said(fault=_MIXED)
        if label is not None and word:
            found[label] = (*found[label], word)
        label = None if sign in ";\n" else label
    return Said(of_each={name: tuple(dict.fromkeys(each)) for name, each in found.items()})


_MIXED = "Write each as SPEAKER = words, with a semicolon between."


def read_labels(text: str) -> tuple[str, ...]:
    """Labels parted by semicolons."""
    return tuple(dict.fromkeys(word for word, _ in _words(text, ";\n") if word))


def write_voices(of_each: Mapping[str, Iterable[str]]) -> str:
    """The cell that says this of each voice."""
    return "; ".join(
        f"{_quoted(label)} = {', '.join(_quoted(each) for each in words)}".rstrip()
        for label, words in of_each.items()
    )


def write_words(words: Iterable[str]) -> str:
    """The cell that says this of every respondent."""
    return "; ".join(_quoted(each) for each in words)


def write_labels(labels: Iterable[str]) -> str:
    """The cell that names these voices."""
    return "; ".join(_quoted(each) for each in labels)


def _words(text: str, signs: str = _SIGNS) -> Iterable[tuple[str, str]]:
    """Each word with the sign after it, "" at the end; a word in quotation marks is taken as it stands."""
    pattern = _WORD if signs == _SIGNS else _LABEL
    place = 0
    while place <= len(text):
        match = pattern.match(text, place)
        if match is None:
            return
        quoted, bare = match[1], match[2]
        place = match.end()
        word = quoted.replace('""', '"') if quoted is not None else (bare or "").strip()
        yield word, text[place : place + 1]
        place += 1


_LABEL = re.compile(r'\s*"((?:[^"]|"")*)"[^\S\n]*(?=[;\n]|$)|([^;\n]*)')


def _quoted(word: str) -> str:
    plain = word.strip() == word and word and not any(sign in word for sign in _SIGNS) and word[0] != '"'
    return word if plain else '"' + word.replace('"', '""') + '"'
