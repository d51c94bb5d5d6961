"""The colours of the drawing; every meaning they help to tell is told without them too (decision 23)."""

from __future__ import annotations

from rcoder.domain.words import Column

PAPER = "#ffffff"
TEXT = "#1d242c"
QUIET = "#3c4650"
"""Of the note and of the names of arrows' far ends."""
SOFT = "#4d5661"
RULE = "#c9ced6"
INK = "#2b3440"
RED = "#b3261e"
"""Hinders, and nothing else."""
PALE_RED = "#bd645d"
GREY = "#7b828c"
"""No evidence yet."""
DARK_GREY = "#686f79"
BLUE = "#5b6b82"

COLOURS: dict[Column, tuple[str, str, str]] = {
    Column.CORE: ("#e3ecf7", "#2c5b8e", "#f5f8fc"),
    Column.MECHANISM: ("#efe6f6", "#6a3d92", "#faf7fc"),
    Column.SHORT: ("#e9f5ec", "#28704a", "#f7fbf8"),
    Column.MEDIUM: ("#d6ecdc", "#1f6240", "#f4faf5"),
    Column.LONG: ("#c3e2cc", "#1a5534", "#f1f8f3"),
    Column.CONTEXT: ("#fbf1d6", "#7f5b0c", PAPER),
    Column.NEGATIVE: ("#f1e6e3", "#7d4a40", PAPER),
}
"""Fill, edge and panel of each column."""

LINES = (INK, RED, GREY, PALE_RED, DARK_GREY, BLUE)
"""Of the lines of a theory as it stands."""
