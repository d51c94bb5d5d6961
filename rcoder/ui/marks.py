"""Characters that would steer a terminal or hide from the reader, found quickly and shown as marks, one for one."""

from __future__ import annotations

import re

from rcoder.domain.visible import visible

_MORE: dict[int, str] = {
    0x09: " ",
    **dict.fromkeys((0x00AD, 0x200C, 0x200D, 0x034F, *range(0x206A, 0x2070)), "·"),
    **dict.fromkeys((*range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE1000)), "·"),
}
"""What a reading pane cannot paint besides what no terminal should get."""

DIRTY = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""Finds what `shown` replaces."""


def shown_lines(text: str) -> str:
    """The same with newlines kept, for a text that is broken into rows."""
    if not DIRTY.search(text):
        return text
    return "\n".join(shown(line) for line in text.split("\n"))


def shown(text: str) -> str:
    """The text as it may reach a terminal: as many code points, none of them steering or invisible."""
    return visible(text.translate(_MORE)) if DIRTY.search(text) else text
