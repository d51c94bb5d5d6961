"""Plain text and Markdown: the text is kept as it is, labels and marks included, and turns are found in it."""

from __future__ import annotations

import re
from dataclasses import replace

from rcoder.exchange.interviews.records import NamedTurn, Speech
from rcoder.exchange.interviews.turns import turns_of

_CAPTION = re.compile(r"^\[[^\[\]\n]{1,80}\][ \t]+\d{2}:\d{2}:\d{2}[ \t]*$", re.MULTILINE)
"""A name in brackets and a time, as Zoom saves captions."""
_SHARE = 0.8
_HOUR = 3600


def read_plain(text: str) -> Speech:
    """Turns of a cleaned text."""
    turns, heading_end = turns_of(text)
    heading = text[:heading_end]
    if _tells_time_of_day(text, turns):
        return Speech(text, _from_first(turns), ("Times of day were counted from the first one.",), heading)
    return Speech(text, turns, heading=heading)


def _tells_time_of_day(text: str, turns: tuple[NamedTurn, ...]) -> bool:
    """Whether it is captions that Zoom saved, with the clock's times: these begin an hour or more into a day."""
    if not turns or turns[0].time is None or turns[0].time < _HOUR:
        return False
    return len(_CAPTION.findall(text)) >= len(turns) * _SHARE


def _from_first(turns: tuple[NamedTurn, ...]) -> tuple[NamedTurn, ...]:
    first = turns[0].time or 0.0
    day = 24 * _HOUR
    return tuple(
        turn if turn.time is None else replace(turn, time=round((turn.time - first) % day, 3))
        for turn in turns
    )
