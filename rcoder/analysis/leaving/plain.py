"""Words as the check reads them: without what only shows in how they are set, each character with its place in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_HYPHENS = "\u2010-\u2012\u2212\ufe63"
_WIDE = "\uff01-\uff5e"
_NOTHING = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_ACCENTS = "\u0300-\u036f"
_BROKEN = r"(?<=[^\W\d_])-\n(?=[a-zæøå])"
"""A hyphen at the end of a line, inside a word."""
_ODD = re.compile(f"[{_BLANKS}{_HYPHENS}{_WIDE}{_NOTHING}{_ACCENTS}]|{_BROKEN}")
_LEFT_OUT = re.compile(f"[{_NOTHING}]+|{_BROKEN}")


def plain(text: str) -> tuple[str, Sequence[int]]:
    """The text with plain blanks, hyphens and letters and without soft hyphens and zero-width characters.

    With it the place in `text` of each character, or () where they are the same.
    """
    if not _ODD.search(text):
        return text, ()
    gone = {place for each in _LEFT_OUT.finditer(text) for place in range(*each.span())}
    found: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if place in gone:
            continue
        both = unicodedata.normalize("NFC", found[-1] + char) if found and unicodedata.combining(char) else ""
        if len(both) == 1:
            found[-1] = both
        else:
            found.append(_letter(char))
            places.append(place)
    return "".join(found), places


def _letter(char: str) -> str:
    """A character as a keyboard has it."""
    if char.isspace():
        return char if char in "\n\t" else " "
    if "\uff01" <= char <= "\uff5e":
        return chr(ord(char) - 0xFEE0)
    return "-" if char in "\u2010\u2011\u2012\u2212\ufe63" else char
