"""Text from people as it may reach a terminal or a page: what would steer it or hide itself is shown as a mark."""

from __future__ import annotations

import re

_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_BLANK = (0x00AD, 0x180E, *range(0x200B, 0x200E), *range(0x2060, 0x2066), *range(0x206A, 0x2070), 0xFEFF)
_TAGS = range(0xE0000, 0xE1000)

_MARKS: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "␡",
    **dict.fromkeys(range(0x80, 0xA0), "�"),
    0x85: "␤",
    **dict.fromkeys(_BIDI, "⇄"),
    **dict.fromkeys(_BLANK, "␣"),
    0x2028: "↵",
    0x2029: "↵",
    **dict.fromkeys(range(0xFFF9, 0xFFFC), "␣"),
    **dict.fromkeys(range(0xD800, 0xE000), "�"),
    **dict.fromkeys((0xFFFE, 0xFFFF, *range(0xFDD0, 0xFDF0)), "�"),
    **dict.fromkeys(_TAGS, "␣"),
}

HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff]"
)
"""Finds the characters that `visible` replaces."""


def visible(text: str, *, keep: str = "") -> str:
    """The text with a mark for each control, bidi or zero-width character, code point for code point and one cell wide.

    Characters in `keep` (such as newline and tab) stay as they are.
    """
    if not HIDDEN.search(text):
        return text
    if not keep:
        return text.translate(_MARKS)
    return HIDDEN.sub(lambda found: found[0] if found[0] in keep else _MARKS[ord(found[0])], text)
