"""Rows of a fixed height: top line, status, passage, recent codes, footer. They never lay out anew."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.css.scalar import Scalar
from textual.geometry import Region
from textual.keys import key_to_character
from textual.strip import Strip
from textual.widget import Widget

from rcoder.ui.commands import Hint
from rcoder.ui.marks import shown
from rcoder.ui.widgets.kept import Painted
from rcoder.ui.widgets.lines import Piece

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

Pieces = tuple[Piece, ...]

MORE = " … F9"
"""Ends a sentence that the status line cuts: the key shows it whole."""
LEAST_NAME = 14
"""Cells that the name of a study is not cut below in the top line."""
NAMED = {"esc": "escape"}
"""Keys that are shown otherwise than Textual names them."""


class Strips(Painted):
    """Rows of words in their inks; only rows that differ are painted again. `rule` draws a line above them."""

    def __init__(
        self,
        rows: Sequence[Pieces] = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str = "",
        rule: bool = False,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._rule = int(rule)
        self._rows: tuple[Pieces, ...] = tuple(rows)
        self._right: Pieces = ()

    def show(self, rows: Sequence[Pieces], right: Pieces = ()) -> None:
        """Shows these rows, with `right` at the right edge of the first."""
        before, self._rows = self._rows, tuple(rows)
        if right != self._right:
            self._right = right
            self.refresh(Region(0, self._rule, self.size.width, 1))
        for y in range(max(len(before), len(self._rows))):
            old = before[y] if y < len(before) else None
            new = self._rows[y] if y < len(self._rows) else None
            if old != new:
                self.refresh(Region(0, y + self._rule, self.size.width, 1))

    def row_at(self, y: int) -> Pieces:
        """What stands in a row of the widget, as it was given; nothing in the rule and below the last."""
        return self._rows[y - self._rule] if 0 <= y - self._rule < len(self._rows) else ()

    def key_before(self, x: int, y: int) -> str:
        """The last words in the ink of keys that begin at or before a cell."""
        found, place = "", 0
        for words, ink in self.row_at(y):
            if place > x:
                break
            found = words if ink == "-key" else found
            place += cell_len(shown(words))
        return found

    def render_line(self, y: int) -> Strip:
        """One painted row."""
        width, base = self.content_size.width, self.base
        if y < self._rule:
            return Strip([Segment("─" * width, base + self.known["-rule"])], width)
        y -= self._rule
        right = self._segments(self._right, base) if y == 0 else []
        used = sum(segment.cell_length for segment in right)
        left = self._segments(self._rows[y], base) if y < len(self._rows) else []
        room = max(0, width - used)
        if sum(segment.cell_length for segment in left) > room:
            left = self._shortened(left, room)
        segments = [*Segment.adjust_line_length(left, room, base), *right]
        return Strip(Segment.adjust_line_length(segments, width, base), width)

    def _shortened(self, left: list[Segment], room: int) -> list[Segment]:
        """What stands at the left in fewer cells than it needs."""
        return _cut(left, room)

    def _segments(self, pieces: Pieces, base: Style) -> list[Segment]:
        return [Segment(shown(words), base + self.known[name]) for words, name in pieces]


def _cut(segments: list[Segment], room: int) -> list[Segment]:
    """The segments cut to `room` cells, with an ellipsis at the end."""
    found: list[Segment] = []
    for segment in segments:
        if cell_len(segment.text) < room:
            found.append(segment)
            room -= cell_len(segment.text)
        else:
            words = set_cell_size(segment.text, max(0, room - 1)) + "…" if room else ""
            return [*found, Segment(words, segment.style)]
    return found


class TopLine(Strips):
    """The line at the top: which study, who codes, how far."""

    GROUND = "-panel"

    def _shortened(self, left: list[Segment], room: int) -> list[Segment]:
        """The name of the study gives way to what the screen is, and a cell stays free before what is at the right."""
        name = room - 1 - sum(segment.cell_length for segment in left[1:])
        return [*_cut(left[:1], name), *left[1:]] if name >= LEAST_NAME else _cut(left, max(0, room - 1))


class Status(Strips):
    """What was done last, or what was refused, in a sentence; one that is too long takes two lines."""

    app: RcoderApp
    _beside: Pieces = ()
    """How far is what goes on beside the program, at the right edge."""

    def on_mount(self) -> None:
        """Listens for what the program has to tell."""
        self.app.told.subscribe(self, self._on_told)
        self.app.background.progress.subscribe(self, self._on_progress)

    def _on_progress(self, words: str) -> None:
        self._beside = ((f" {words} ", "-muted"),) if words else ()
        super().show(self._rows, self._beside)

    def _on_told(self, sentence: str) -> None:
        self.show((((" ! ", "-key"), (sentence, "")),))

    def show(self, rows: Sequence[Pieces], right: Pieces = ()) -> None:
        """Shows these rows, a long first one on two lines."""
        right = right or self._beside
        room = self.size.width - sum(cell_len(words) for words, _ in right)
        broken = [*in_two(rows[0], room, MORE), *rows[1:]] if rows else []
        if self.size.width and self.styles.height != Scalar.parse(str(max(1, len(broken)))):
            self.styles.height = max(1, len(broken))
        super().show(broken, right)

    def clear(self) -> None:
        """Says nothing any more."""
        if self._rows:
            self.show(())


def in_two(row: Pieces, width: int, more: str = " …") -> list[Pieces]:
    """A row whose last piece does not fit in `width` cells, broken between words into two; for what is cut stands `more`."""
    if not row or not width or sum(cell_len(words) for words, _ in row) <= width:
        return [row]
    *before, (words, ink) = row
    indent = " " * max(1, sum(cell_len(each) for each, _ in before))
    broken = textwrap.wrap(
        words,
        max(10, width - 1),
        initial_indent=indent,
        subsequent_indent=indent,
        max_lines=2,
        placeholder=more,
    )
    first = broken[0].removeprefix(indent) if before else broken[0]
    return [(*before, (first, ink)), *(((each, ink),) for each in broken[1:])]


class Keys(Strips):
    """The footer: the keys worth knowing here. Those that apply everywhere stay at the right; of the others, the last go first."""

    GROUND = "-panel"

    def __init__(self, keys: Sequence[Hint]) -> None:
        super().__init__()
        self._keys = tuple(keys)

    def on_mount(self) -> None:
        """Knows whether there is a screen to go back to."""
        self._keys = self._with_way_back(self._keys)

    def offer(self, keys: Sequence[Hint]) -> None:
        """Shows these keys instead."""
        self._keys = self._with_way_back(keys)
        self.on_resize()

    def _with_way_back(self, keys: Sequence[Hint]) -> tuple[Hint, ...]:
        """The keys with esc before those that stay, where it leads back to another screen and is not told anyway."""
        stays = [each for each in keys if each.stays]
        told = any((each.press or NAMED.get(each.key, each.key)) == "escape" for each in keys)
        if told or not stays or len(self.app.screen_stack) <= 1:
            return tuple(keys)
        back = Hint("esc", "back", stays=True, press="escape")
        return (*(each for each in keys if not each.stays), back, *stays)

    def on_resize(self) -> None:
        """Shows as many keys as there is room for."""
        left, right = fitting(self._keys, self.size.width)
        self.show((((" ", ""), *_hints(left)),), _hints(right))

    def on_click(self, event: events.Click) -> None:
        """A key that is clicked on is as good as pressed."""
        hint = key_at(self._keys, self.size.width, event.x)
        if hint is None:
            return
        event.stop()
        if hint.click:
            self.run_worker(self.app.run_action(hint.click, self.screen), group="keys")
            return
        key = hint.press or NAMED.get(hint.key, hint.key)
        letter = key_to_character(key)
        if letter is not None and letter.isprintable() and self.screen.focused is not None:
            self._leave_field(self.screen.focused)
        self.app.post_message(events.Key(key, letter))

    def _leave_field(self, focused: Widget) -> None:
        """Takes the cursor out of a field, into which the letter of a key would be written."""
        from textual.widgets import Input, TextArea

        if isinstance(focused, Input | TextArea):
            self.screen.set_focus(None)


def fitting(keys: Sequence[Hint], width: int) -> tuple[list[Hint], list[Hint]]:
    """The keys at the left and at the right for which there is room in `width` cells."""
    right = [each for each in keys if each.stays]
    while right and _wide(right) > width:
        right.pop()
    left = [each for each in keys if not each.stays]
    while left and 1 + _wide([*left, *right]) > width:
        left.pop()
    return left, right


def key_at(keys: Sequence[Hint], width: int, x: int) -> Hint | None:
    """The key that stands at a cell of the footer, its word included; None between two."""
    left, right = fitting(keys, width)
    for side, start in ((left, 1), (right, width - _wide(right))):
        place = start
        for each in side:
            end = place + len(each.key) + 1 + len(each.word)
            if place <= x < end:
                return each
            place = end + 2
    return None


def _wide(keys: Sequence[Hint]) -> int:
    return sum(len(each.key) + 1 + len(each.word) for each in keys) + 2 * max(0, len(keys) - 1)


def _hints(keys: Sequence[Hint]) -> Pieces:
    pieces: list[Piece] = []
    for number, each in enumerate(keys):
        pieces += [("  " if number else "", ""), (each.key, "-key"), (f" {each.word}", "-muted")]
    return tuple(pieces)
