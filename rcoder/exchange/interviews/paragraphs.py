"""Turns of a text in which nobody is named: its stamped lines, its paragraphs, or its lines."""

from __future__ import annotations

import re
from itertools import pairwise

from rcoder.exchange.interviews.marks import Line, is_stamp
from rcoder.exchange.interviews.records import NamedTurn
from rcoder.exchange.interviews.stamps import DOTTED, SPAN, TIME, seconds
from rcoder.exchange.interviews.trim import trimmed

_STAMPED = re.compile(
    rf"[ \t]*(?P<stamp>[\[(<][ \t]*(?:{SPAN}|{TIME}|{DOTTED})[ \t]*[\])>]|{SPAN}|(?:\d{{1,3}}:)?\d{{1,2}}:\d{{2}}(?=[ \t]))[ \t]*"
)
_HEADING = re.compile(r"#{1,6}[ \t]")
_SHARE = 0.3
_ENDS = (".", "?", "!", "…", ":", '"', "”", "»", ")")


def paragraph_turns(text: str, lines: list[Line], closed: frozenset[int]) -> tuple[NamedTurn, ...]:
    """A turn per stamped stretch where the file is stamped, else per paragraph."""
    said = [line for line in lines if line.number not in closed]
    stamps = {
        line.number for line in said if is_stamp(text, line) or _STAMPED.match(text, line.start, line.end)
    }
    if len(stamps) >= 2 and len(stamps) >= len(said) * _SHARE:
        return _stamped(text, said, stamps)
    return tuple(
        _turn(text, first, last) for first, last in _paragraphs(text, said) if _has_words(text, first)
    )


def _has_words(text: str, line: Line) -> bool:
    return not _HEADING.match(text, line.start, line.end)


def _turn(text: str, first: Line, last: Line) -> NamedTurn:
    start, end = first.start, last.end
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return NamedTurn(start, end, None, None)


def _paragraphs(text: str, lines: list[Line]) -> list[tuple[Line, Line]]:
    """First and last line of each paragraph: stretches between blank lines, or lines where there are none."""
    if not lines:
        return []
    breaks = [index for index, (one, other) in enumerate(pairwise(lines), 1) if other.number > one.number + 1]
    if len(breaks) < len(lines) // 40 or not breaks:
        ends = sum(text[max(line.start, line.end - 3) : line.end].rstrip().endswith(_ENDS) for line in lines)
        breaks = list(range(1, len(lines))) if ends * 2 >= len(lines) else breaks
    edges = [0, *breaks, len(lines)]
    return [(lines[start], lines[end - 1]) for start, end in pairwise(edges)]


def _stamped(text: str, lines: list[Line], stamps: set[int]) -> tuple[NamedTurn, ...]:
    opening = [index for index, line in enumerate(lines) if line.number in stamps]
    turns = []
    for index, limit in pairwise([*opening, len(lines)]):
        line = lines[index]
        found = _STAMPED.match(text, line.start, line.end)
        start = line.end if is_stamp(text, line) or found is None else found.end()
        span = trimmed(text, start, lines[limit - 1].end)
        if span.start < span.end:
            turns.append(NamedTurn(span.start, span.end, None, seconds(text[line.start : start])))
    return tuple(turns)
