"""Rows of words of which some can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rich.cells import cell_len
from textual import events
from textual.message import Message

from rcoder.ui.marks import shown
from rcoder.ui.widgets.strips import Pieces, Strips


class Clickable(Protocol):
    """Words, and what a click on them means; "" for nothing."""

    @property
    def pieces(self) -> Pieces:
        """The words in their inks."""

    @property
    def target(self) -> str:
        """What they stand for."""


class Targets(Strips):
    """Rows of words; a click on one that stands for something says which."""

    _stretches: tuple[tuple[tuple[int, str], ...], ...] = ()
    """For each row: where each word ends, in cells, and what it stands for."""

    class Hit(Message):
        """Something was clicked."""

        def __init__(self, target: str) -> None:
            super().__init__()
            self.target = target

    def offer(self, rows: Sequence[Sequence[Clickable]]) -> None:
        """Shows these rows."""
        self._stretches = tuple(_ends(row) for row in rows)
        self.show([tuple(piece for each in row for piece in each.pieces) for row in rows])

    def on_click(self, event: events.Click) -> None:
        """Says what was clicked, if that means anything."""
        event.stop()
        target = self.target_at(event.x, event.y - self._rule)
        if target:
            self.post_message(self.Hit(target))

    def target_at(self, x: int, y: int) -> str:
        """What stands at a cell; "" for nothing."""
        row = self._stretches[y] if 0 <= y < len(self._stretches) else ()
        return next((target for end, target in row if x < end), "")


def _ends(row: Sequence[Clickable]) -> tuple[tuple[int, str], ...]:
    found, place = [], 0
    for each in row:
        place += sum(cell_len(shown(words)) for words, _ in each.pieces)
        found.append((place, each.target))
    return tuple(found)
