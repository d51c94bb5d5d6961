"""A change theory drawn in characters: the whole of it, and one box with what leads to it and what it leads to."""

from __future__ import annotations

from rcoder.figure.terminal.focus import draw_round
from rcoder.figure.terminal.whole import draw_whole

__all__ = ["draw_round", "draw_whole"]
