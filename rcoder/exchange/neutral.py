"""Cells that a spreadsheet would run as formulas, written so that it shows them as text, and read back as they were."""

from __future__ import annotations

_RUN = frozenset("=+-@＝＋－＠")
"""What a formula begins with, in half and full width."""

UNKNOWN = "?"
"""What a cell of a manifest holds where something is to be unknown."""


def neutral(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it, or where it would be read as `UNKNOWN`."""
    return f"'{text}" if text[:1] in _RUN or text == UNKNOWN or _guarded(text) else text


def guarded(text: str) -> str:
    """As `neutral`, and where blanks come before what a spreadsheet would run."""
    return f"'{text}" if neutral(text) == text and neutral(text.lstrip()) != text.lstrip() else neutral(text)


def plain_again(text: str) -> str:
    """The text as it was before `neutral`; an apostrophe that guards nothing is the text's own."""
    return text[1:] if _guarded(text) else text


def _guarded(text: str) -> bool:
    return text[:1] == "'" and (text[1:2] in _RUN | {"'"} or text[1:] == UNKNOWN) and len(text) > 1
