"""Painted lines kept between updates: Textual asks every widget for all its lines whenever any line of the screen changes."""

from __future__ import annotations

from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Kept(Widget):
    """A widget that hands out the lines it painted last until it has something to paint anew.

    Named last among bases: Textual takes style sheets from the first.
    """

    _kept: list[Strip] | None = None
    _kept_crop: Region | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the widget; the same list as before where nothing changed."""
        if self._kept is None or crop != self._kept_crop or self._dirty_regions:
            self._kept, self._kept_crop = super().render_lines(crop), crop
            self._dirty_regions.clear()
        return self._kept


class Column(Vertical, Kept):
    """Widgets under one another."""


class Across(Horizontal, Kept):
    """Widgets beside one another."""
