"""The edges of a turn: blanks, stamps, headings and rules are no part of what somebody says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rcoder.exchange.interviews.stamps import ALONE, DOTTED, SPAN, TIME, seconds

_LEADING = re.compile(
    rf"(?:[\[(<][ \t]*(?:{SPAN}|{TIME}|{DOTTED})[ \t]*[\])>]|#{TIME}(?:-\d{{1,2}})?#)[ \t\xa0]*[-–—]?\s*"
)
_TRAILING = re.compile(
    rf"\s*(?:[\[(<][ \t]*(?:{SPAN}|{TIME}|{DOTTED})[ \t]*[\])>]|#{TIME}(?:-\d{{1,2}})?#)[ \t\xa0]*$"
)
_RULE = re.compile(
    r"[ \t]*(?:#{1,6}[ \t].*|[-*_=–—]{3,}[ \t]*|[-*_][ \t][-*_][ \t][-*_][ \t]*"
    r"|[^\n]{1,80} (?:startede|stoppede|started|stopped) (?:transskription(?:en)?|transcription)[ \t]*"
    r"|Transcribed by https?://\S+[ \t]*)"
)
"""Headings, rules, and what Teams and Otter say of themselves."""
_NUMBER = re.compile(r"[ \t]*\d{1,5}[ \t]*")
_CLOCK = re.compile(r"^[ \t]*Kl\.[ \t]*\d{1,2}[.:]\d{2}[ \t]*$", re.MULTILINE)
_TAIL = 400
_NEARBY = 60


@dataclass(frozen=True, slots=True)
class Trimmed:
    """The words of a turn, and the times that stood at its edges."""

    start: int
    end: int
    time: float | None = None
    next_time: float | None = None
    """Seconds at the turn's end, which is where the next one begins."""


def trimmed(text: str, start: int, end: int) -> Trimmed:
    """The span without what is no speech at its edges."""
    start = _past_blanks(text, start, end)
    time = None
    if (lead := _LEADING.match(text, start, end)) is not None:
        time = seconds(lead[0])
        start = lead.end()
    end, after = _back(text, start, end)
    end = _before_clock(text, start, end)
    return Trimmed(start, max(start, end), time, after)


def _past_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _before_blanks(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _back(text: str, start: int, end: int) -> tuple[int, float | None]:
    time: float | None = None
    while True:
        end = _before_blanks(text, start, end)
        line = max(start, text.rfind("\n", start, end) + 1)
        if end - line > _TAIL:
            line = end - _NEARBY
        elif line < end and (
            ALONE.fullmatch(text, line, end) or (line > start and _RULE.fullmatch(text, line, end))
        ):
            time = seconds(text[line:end]) if "l" not in text[line:end] and ":" in text[line:end] else time
            end = _before_number(text, start, line)
            continue
        found = _TRAILING.search(text, max(line, end - _NEARBY), end)
        if found is None:
            return end, time
        time = seconds(found[0])
        end = found.start()


def _before_number(text: str, start: int, end: int) -> int:
    """The end without a line that only counts (NVivo numbers its stretches above their times)."""
    end = _before_blanks(text, start, end)
    line = text.rfind("\n", start, end) + 1
    return line if line > start and _NUMBER.fullmatch(text, line, end) else end


def _before_clock(text: str, start: int, end: int) -> int:
    """Minutes of parliament set a time of day, and then headings, between speeches."""
    tail = max(start, end - _TAIL)
    at = text.rfind("Kl.", tail, end)
    found = _CLOCK.search(text, text.rfind("\n", start, at) + 1, end) if at >= 0 else None
    if found is None:
        return end
    rest = [line for line in text[found.end() : end].split("\n") if line.strip()]
    if len(rest) > 3 or any(
        len(line) > _NEARBY or line.rstrip().endswith((".", "?", "!", ",")) for line in rest
    ):
        return end
    return _before_blanks(text, start, found.start())
