"""Findings in files that people write by hand: collected in reading order, each with its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Protocol

from rcoder.domain.errors import Finding, Unreadable

LIMIT = 500
"""Findings kept of one file; a file with more is another kind of file."""

SHOWN = 60
"""Code points of a person's text that a sentence repeats."""

NEAR = 82
"""How alike (0 to 100) two words must be for one to be suggested for the other."""

BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LINE_SEPARATORS = frozenset("\u0085\u2028\u2029")


class Placed(Protocol):
    """Anything that knows where it stands in its file."""

    @property
    def line(self) -> int:
        """Line, from 1."""

    @property
    def column(self) -> int:
        """Column in code points, from 1."""


class Findings:
    """The faults of one file while it is being read; the same one is kept once, and `LIMIT` in all."""

    def __init__(self) -> None:
        self._found: set[Finding] = set()

    def __len__(self) -> int:
        return len(self._found)

    def add(self, place: Placed, sentence: str) -> None:
        """Note a fault at a place."""
        self.add_at(place.line, place.column, sentence)

    def add_at(self, line: int, column: int, sentence: str) -> None:
        """Note a fault at a 1-based line and column."""
        if len(self._found) < LIMIT:
            self._found.add(Finding(line, column, sentence))
        elif len(self._found) == LIMIT:
            self._found.add(Finding(2**31, 1, f"There are more than {LIMIT} findings; mend these first."))

    def in_order(self) -> tuple[Finding, ...]:
        """Every finding, by line and column."""
        return tuple(sorted(self._found))


def read_bounded(path: Path, limit: int, findings: Findings) -> bytes:
    """The bytes of a file; one that is larger than `limit` bytes is a finding and read as empty.

    Raises:
        Unreadable: the file is not there or cannot be read.
    """
    try:
        if path.exists() and not path.is_file():
            raise Unreadable(f"{path} is no file.", "Name the file itself.")
        with path.open("rb") as file:
            source = file.read(limit + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not valid"
        raise Unreadable(f"{path} cannot be read: {reason}.", "Check the name and the folder.") from error
    if len(source) > limit:
        findings.add_at(
            1, 1, f"The file is larger than {limit // 1_000_000} MB, too large for a file written by hand."
        )
        return b""
    return source


def shown(text: str) -> str:
    """A person's text in quotation marks for a sentence: shortened, and with control characters spelt out."""
    short = text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
    return '"' + "".join(char if is_plain(char) else f"\\u{ord(char):04x}" for char in short) + '"'


def is_plain(char: str) -> bool:
    """Whether a character is neither a control character nor one that turns the direction of text."""
    return unicodedata.category(char) not in {"Cc", "Cs"} and char not in BIDI_CONTROLS | LINE_SEPARATORS


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word most like `word`, letter case set aside; None where nothing is like it."""
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    best = process.extractOne(
        word,
        list(known),
        scorer=JaroWinkler.normalized_similarity,
        processor=str.casefold,
        score_cutoff=NEAR / 100,
    )
    return str(best[0]) if best else None


def suggestion(word: str, known: Collection[str]) -> str:
    """A half sentence that names the nearest known word, to be put after a fault; "" where nothing is like it."""
    near = nearest(word, known)
    return f'; did you mean "{near}"?' if near is not None else "."


def listed(words: Iterable[str]) -> str:
    """Words as a person lists them: one, two or three."""
    every = list(words)
    return every[0] if len(every) == 1 else f"{', '.join(every[:-1])} or {every[-1]}"


def choose(place: Placed, word: str, terms: Mapping[str, str], what: str, findings: Findings) -> str | None:
    """`word` if it is one of `terms` (term to another name of it); otherwise None and a finding that lists them."""
    if word in terms:
        return word
    meant = {**{other: term for term, other in terms.items()}, **{term: term for term in terms}}
    near = meant.get(nearest(word, meant) or "")
    asked = f'; did you mean "{near}"?' if near else "."
    findings.add(place, f"{shown(word)} is no {what}: it is {listed(terms)}{asked}")
    return None
