"""Text from people as it may reach a terminal: what would steer the terminal or hide itself is shown as a mark."""

from __future__ import annotations

import unicodedata

_MARKS: dict[int, str] = {code: chr(0x2400 + code) for code in range(0x20)}
_MARKS[0x7F] = "\u2421"
_MARKS.update(dict.fromkeys(range(0x80, 0xA0), "\ufffd"))
_MARKS.update(
    dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\u2194")
)
_MARKS.update(dict.fromkeys((0x200B, 0x2060, 0xFEFF, 0x180E, *range(0x2061, 0x2065)), "\u00b7"))
_MARKS.update(dict.fromkeys((0x2028, 0x2029), "\u23ce"))
_MARKS.update(dict.fromkeys(range(0xD800, 0xE000), "\ufffd"))
_LINES = {code: mark for code, mark in _MARKS.items() if code not in (0x09, 0x0A)}


def visible(text: str) -> str:
    """The text on one line, code point for code point, with each control, bidi or zero-width character as a mark."""
    return text.translate(_MARKS)


def visible_lines(text: str) -> str:
    """The same, with newlines and tabs kept."""
    return text.translate(_LINES)


def is_hidden(character: str) -> bool:
    """Whether a character steers the terminal or hides itself, and so is shown as a mark."""
    return ord(character) in _MARKS or unicodedata.category(character) == "Cc"
