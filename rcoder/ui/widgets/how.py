"""Lines that say which keys a window has: a click on one is as good as the key."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textual import events
from textual.content import Content
from textual.keys import key_to_character
from textual.style import Style
from textual.visual import VisualType
from textual.widgets import Static

from rcoder.ui.widgets.strips import NAMED, Strips

PARTS = re.compile(r" · |\?  |\. (?=enter )")
"""What stands between two keys."""
KEY = re.compile(r" *(enter|esc|tab|delete|ctrl\+[a-z]) ")
SIGN = re.compile(r" *([A-Za-z+*/]) ")
"""A key of one sign; only where several keys are told, since a sentence may begin with such a word."""
PRESS = "press"
"""Name of the key in what a painted cell knows of itself."""


def keys_told(words: str) -> Iterator[tuple[int, int, str]]:
    """Where in a line a key and what it does stand, in characters, and the key as Textual names it."""
    edges = [(0, 0), *((each.start(), each.end()) for each in PARTS.finditer(words))]
    for (_, start), end in zip(edges, [*(each for each, _ in edges[1:]), len(words)], strict=True):
        part = words[start:end]
        found = KEY.match(part) or (SIGN.match(part) if " · " in words else None)
        if found is not None:
            yield start, end, NAMED.get(found[1], found[1])


def press(widget: Static | Strips, key: str) -> None:
    """Hands a key to the program as if it were pressed."""
    sign = {"+": "plus", "*": "asterisk", "/": "slash"}.get(key, key)
    widget.app.post_message(events.Key(sign, key_to_character(sign)))


class How(Strips):
    """Rows of keys at the foot of a window."""

    def on_click(self, event: events.Click) -> None:
        """Presses the key that was clicked on."""
        place = event.get_content_offset(self)
        if place is None:
            return
        words = "".join(each for each, _ in self.row_at(place.y))
        for start, end, key in keys_told(words):
            if start <= place.x < end:
                event.stop()
                press(self, key)


class HowText(Static):
    """The same in as many rows as it needs, and other words in its place."""

    def __init__(self, words: str, *, id: str | None = None, classes: str = "") -> None:  # noqa: A002 - Textual's name
        super().__init__(_pressable(Content(words)), id=id, classes=classes)

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Shows other words."""
        super().update(_pressable(content) if isinstance(content, Content) else content, layout=layout)

    def on_click(self, event: events.Click) -> None:
        """Presses the key that was clicked on."""
        if key := event.style.meta.get(PRESS):
            event.stop()
            press(self, key)


def _pressable(content: Content) -> Content:
    for start, end, key in keys_told(content.plain):
        content = content.stylize(Style.from_meta({PRESS: key}), start, end)
    return content
