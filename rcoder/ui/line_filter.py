"""The last word on what reaches the terminal: one line filter of the App, for every widget."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from rcoder.ui.marks import DIRTY, shown


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


def _unclean(segment: Segment) -> bool:
    style = segment.style
    return bool(DIRTY.search(segment.text)) or (style is not None and bool(style.link))
