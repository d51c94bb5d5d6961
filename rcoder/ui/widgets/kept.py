"""Painted lines kept between updates: Textual asks every widget for all its lines whenever any line of the screen changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.color import Color
from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from rcoder.ui.inks import Inks, inks

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


class Kept(Widget):
    """A widget that hands out the lines it painted last until it has something to paint anew.

    Named last among bases: Textual takes style sheets from the first.
    """

    _kept: list[Strip] | None = None
    _kept_crop: Region | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the widget; the same list as before where nothing changed."""
        if self._kept is None or crop != self._kept_crop or self._dirty_regions:
            self._kept, self._kept_crop = self.paint(crop), crop
            self._dirty_regions.clear()
        return self._kept

    def paint(self, crop: Region) -> list[Strip]:
        """The lines as Textual paints them, with borders."""
        return super().render_lines(crop)


class Painted(Kept):
    """A widget that paints line by line; without borders and padding only its dirty lines, straight from `render_line`."""

    app: RcoderApp
    GROUND: ClassVar[str] = "-paper"
    """Ink of the widget itself; looking it up in the style sheet for every line costs more than painting."""
    base: Style
    known: Inks

    def paint(self, crop: Region) -> list[Strip]:
        """The kept lines with the dirty ones painted anew."""
        self.known = inks(self.app.scheme)
        self.base = self.known[self.GROUND]
        if any(self.styles.gutter):
            return super().paint(crop)
        old = self._kept
        whole = old is None or self._kept_crop != crop
        dirty = {
            y
            for region in self._dirty_regions
            for y in range(max(crop.y, region.y), min(crop.bottom, region.bottom))
        }
        filters = self.get_line_filters()
        background = Color.parse(self.base.bgcolor.name if self.base.bgcolor else "black")
        lines: list[Strip] = []
        for index, y in enumerate(range(crop.y, crop.bottom)):
            if old is not None and not whole and y not in dirty:
                lines.append(old[index])
                continue
            strip = self.render_line(y).crop_extend(crop.x, crop.right, self.base)
            for each in filters:
                strip = strip.apply_filter(each, background)
            lines.append(strip)
        return lines


class Column(Vertical, Kept):
    """Widgets under one another."""


class Across(Horizontal, Kept):
    """Widgets beside one another."""
