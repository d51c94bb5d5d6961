"""Words as shapes: widths after DejaVu Sans, wrapping with Danish hyphens, and control characters made visible."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from html import escape
from importlib.resources import files

FONTS = '"DejaVu Sans", Verdana, sans-serif'
_TABLE = json.loads(files("rcoder.figure").joinpath("advances.json").read_text(encoding="utf-8"))
_EM = int(_TABLE["units_per_em"])
_VOWELS = "aeiouyæøåäöü"
_JOINTS = re.compile(
    r"(?:heds|ings|tions|skabs|elses|ments|tets|doms|dags|arbejds|livs|markeds|timers?|støtte|kontakt)(?=\w{3,})"
)
_MINIMUM = 3


def _spread(runs: list[tuple[int, list[int]]]) -> dict[str, float]:
    return {chr(first + place): width / _EM for first, widths in runs for place, width in enumerate(widths)}


_BOOK = _spread(_TABLE["book"])
_BOLD = _spread(_TABLE["bold"])
_UPRIGHT = frozenset(chr(first + place) for first, many in _TABLE["upright"] for place in range(many))


def advance(text: str, size: float, *, bold: bool = False) -> float:
    """The width of `text` in pixels at `size`; a character the table lacks counts one em."""
    table = _BOLD if bold else _BOOK
    return size * sum(table.get(char, 0.0 if unicodedata.combining(char) else 1.0) for char in text)


@cache
def _shown(char: str) -> str:
    number = ord(char)
    private = unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} and char != "\u00ad"
    if private or number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF:
        return _mark(char)
    return char


def _mark(char: str) -> str:
    return f"‹U+{ord(char):04X}›"


@cache
def _drawn(char: str) -> str:
    shown = _shown(char)
    return shown if shown != char or (char in _BOOK and char in _BOLD) else _mark(char)


def visible(text: str, *, keep: str = "") -> str:
    """`text` with every control, bidi and zero-width character shown as a mark, but for those in `keep`."""
    return "".join(char if char in keep else _shown(char) for char in text)


def drawable(text: str) -> str:
    """`text` visible, and every character that our font has no letter for shown as a mark: it would be left out of PDF and PNG."""
    return "".join(map(_drawn, text))


def slopes(text: str) -> bool:
    """Whether our oblique font has every letter of `text`."""
    return _UPRIGHT.isdisjoint(text)


def label(text: str) -> str:
    """`text` for one running line: line ends and tabs become blanks, the rest is made visible."""
    return visible(" ".join(re.split(r"[ \t\r\n]+", text.strip(" \t\r\n"))))


def markup(text: str) -> str:
    """`text` made visible and escaped for an element or a quoted attribute of SVG and HTML."""
    return escape(visible(text, keep="\n"), quote=True)


def _breaks(word: str) -> list[int]:
    """Where a word may be cut, in code points from its start; the better places first."""
    joints = [match.end() for match in _JOINTS.finditer(word.lower())]
    lower = word.lower()
    syllables = [
        place
        for place in range(_MINIMUM, len(word) - _MINIMUM + 1)
        if lower[place] not in _VOWELS
        and lower[place : place + 2][-1] in _VOWELS
        and any(char in _VOWELS for char in lower[:place])
    ]
    anywhere = list(range(1, len(word)))
    good = [place for place in joints if _MINIMUM <= place <= len(word) - _MINIMUM]
    return [*reversed(good), *reversed(syllables), *reversed(anywhere)]


def _fitting(text: str, room: float, size: float, *, bold: bool) -> int:
    """How many characters of `text` fit in `room`."""
    width = 0.0
    for place, char in enumerate(text):
        width += advance(char, size, bold=bold)
        if width > room:
            return place
    return len(text)


def _cut(word: str, room: float, size: float, *, bold: bool) -> tuple[str, str]:
    """The first part of a word that fits in `room` with a hyphen, and the rest; at least one character is cut."""
    # Only what could fit is looked at: a word of thousands of letters is cut hundreds of times.
    near = word[: _fitting(word, room, size, bold=bold) + _MINIMUM + 2]
    for place in _breaks(near):
        head = word[:place]
        hyphen = "" if head.endswith(("-", "/")) else "-"
        if advance(head + hyphen, size, bold=bold) <= room:
            return head + hyphen, word[place:]
    return word[:1], word[1:]


def wrap(text: str, room: float, size: float, *, bold: bool = False, most: int = 200) -> tuple[str, ...]:
    """`text` in at most `most` lines of at most `room` pixels, long words hyphenated; () where there is nothing to say."""
    lines = _lines(text, room, size, bold=bold)
    if len(lines) <= most:
        return lines
    return (*lines[: most - 1], shorten(lines[most - 1] + "…", room, size, bold=bold))


def balanced(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """`text` in as few lines as `wrap` needs, these as even as may be."""
    found = wrap(text, room, size, bold=bold)
    narrower = room
    while len(found) > 1:
        narrower -= size / 2
        tried = wrap(text, narrower, size, bold=bold)
        if len(tried) > len(found) or any(advance(each, size, bold=bold) > narrower for each in tried):
            break
        found = tried
    return found


def _lines(text: str, room: float, size: float, *, bold: bool) -> tuple[str, ...]:
    lines: list[str] = []
    line = ""
    for word in re.findall(r"[^\s/-]+[/-]*|[/-]+|\s+", drawable(label(text))):
        if word.isspace():
            line += " " if line else ""
            continue
        if line and advance(line + word, size, bold=bold) > room:
            lines.append(line.rstrip())
            line = ""
        rest = word
        while _fitting(rest, room, size, bold=bold) < len(rest) and len(rest) > 1:
            head, rest = _cut(rest, room, size, bold=bold)
            lines.append(head)
        line += rest
    if line.strip():
        lines.append(line.rstrip())
    return tuple(lines)


def shorten(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """`text` on one line of at most `room` pixels, with an ellipsis where it had to be cut."""
    said = drawable(label(text))
    if advance(said, size, bold=bold) <= room:
        return said
    said = said[: _fitting(said, room, size, bold=bold) + 1]
    while said and advance(said + "…", size, bold=bold) > room:
        said = said[:-1]
    return said.rstrip() + "…"


def number(value: float) -> str:
    """A coordinate as SVG writes it: at most one decimal, no minus zero."""
    said = f"{value:.1f}".removesuffix(".0")
    return "0" if said == "-0" else said
