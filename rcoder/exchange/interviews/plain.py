"""Plain text and Markdown: the text is kept as it is, labels and marks included, and turns are found in it."""

from __future__ import annotations

from rcoder.exchange.interviews.records import Speech
from rcoder.exchange.interviews.turns import turns_of


def read_plain(text: str) -> Speech:
    """Turns of a cleaned text."""
    turns, heading_end = turns_of(text)
    return Speech(text, turns, heading=text[:heading_end])
