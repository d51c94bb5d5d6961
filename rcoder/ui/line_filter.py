"""The last word on what reaches the terminal: one line filter of the App, for every widget."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from rcoder.ui.marks import DIRTY, shown
from rcoder.ui.themes import Look, contrast

FIELD, STANDS_OUT = 1.25, 1.6
"""Contrasts of a ground with the paper of the dark look from which on it is a field's, and from which on it means something."""


class MarksFilter(LineFilter):
    """Shows control, bidi and zero-width characters as marks and takes terminal links off, in every line painted."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """The line with marks, as wide as it was."""
        if not any(_unclean(segment) for segment in segments):
            return segments
        width = sum(segment.cell_length for segment in segments)
        clean = [
            Segment(
                shown(text), style.update_link(None) if style is not None and style.link else style, control
            )
            for text, style, control in segments
        ]
        return Segment.adjust_line_length(clean, width, clean[-1].style)


class Colourless(LineFilter):
    """Takes every colour away, as NO_COLOR asks: a ground that stood out is reversed, and that of a field underlined."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._paper = Color.parse(look.paper)
        self._known: dict[Style, Style] = {}

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """The line in the terminal's own two colours."""
        return [
            Segment(text, style if style is None else self._told(style), control)
            for text, style, control in segments
        ]

    def _told(self, style: Style) -> Style:
        if style not in self._known:
            self._known[style] = style.without_color + self._mark(style)
        return self._known[style]

    def _mark(self, style: Style) -> Style:
        if style.bgcolor is None or style.bgcolor.is_default:
            return Style()
        ground = Color.from_rich_color(style.bgcolor)
        apart = contrast(self._paper, ground)
        if apart > STANDS_OUT:
            return Style(reverse=True)
        return Style(underline=True) if apart > FIELD else Style()


def _unclean(segment: Segment) -> bool:
    style = segment.style
    return bool(DIRTY.search(segment.text)) or (style is not None and bool(style.link))
