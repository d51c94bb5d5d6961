"""Turns of a text that keeps its labels (txt, md, docx): who speaks, from where to where, at what time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from rcoder.exchange.interviews.heading import heading_lines
from rcoder.exchange.interviews.labels import Candidate, accepted, key
from rcoder.exchange.interviews.marks import Line, Mark, bare_mark, is_stamp, lines_of, mark_on
from rcoder.exchange.interviews.paragraphs import paragraph_turns
from rcoder.exchange.interviews.records import NamedTurn
from rcoder.exchange.interviews.trim import trimmed

_ENDS = re.compile(r"[.?!…\"”»)\]*_-]\s*$")
_TOP = 15
"""Lines with words within which the first label of a file without other evidence stands."""
_STAMPED_SHARE = 0.6
_WRAPPED = (45, 130)
"""Code points of a line that may go on in the next one."""


def turns_of(
    text: str,
    fixed: Mapping[int, Mark] | None = None,
    outside: Iterable[int] = (),
    breaks: Iterable[int] = (),
) -> tuple[tuple[NamedTurn, ...], int]:
    """The turns, and where the heading before the first of them ends.

    `fixed` are labels known from elsewhere (a table), by line; `outside` are lines that belong to no turn,
    `breaks` lines before which one ends.
    """
    lines = [line for line in lines_of(text) if not _is_blank(text, line)]
    closed = frozenset(outside)
    marks = _speakers(text, lines, fixed or {}, closed)
    if not marks:
        return paragraph_turns(text, lines, closed), 0
    ends = closed | frozenset(breaks)
    return _between(
        text, marks, [line.start for line in lines_of(text) if line.number in ends] if ends else []
    ), marks[0].start


def _is_blank(text: str, line: Line) -> bool:
    return line.start == line.end or text[line.start : line.end].isspace()


def _speakers(text: str, lines: list[Line], fixed: Mapping[int, Mark], closed: frozenset[int]) -> list[Mark]:
    marks = [
        mark
        for line in lines
        if line.number not in closed and line.number not in fixed and (mark := mark_on(text, line))
    ]
    heading = heading_lines(text, lines, marks)
    marks = [mark for mark in marks if mark.line not in heading]
    marks = _stamped(text, lines, marks)
    found = _accepted(text, lines, marks, len(heading))
    if not found and not fixed:
        found = _accepted(text, lines, _bare(text, lines), len(heading))
    return sorted([*fixed.values(), *found], key=lambda mark: mark.start)


def _accepted(text: str, lines: list[Line], marks: list[Mark], headed: int) -> list[Mark]:
    order = {line.number: index for index, line in enumerate(lines)}
    candidates = [_candidate(text, lines, order[mark.line], mark, headed) for mark in marks]
    names = accepted(candidates, len(lines) - headed)
    return [mark for mark in marks if key(mark.name) in names]


def _candidate(text: str, lines: list[Line], index: int, mark: Mark, headed: int) -> Candidate:
    before = lines[index - 1] if index else None
    opens = before is None or before.number < mark.line - 1 or _closes(text, before)
    speech = text[max(mark.words, mark.end - 40) : mark.end].strip()
    return Candidate(mark.name, mark.style, opens, index - headed <= _TOP, speech)


def _closes(text: str, line: Line) -> bool:
    """Whether the line ends what it says: not one of a paragraph broken into lines of even length."""
    if not _WRAPPED[0] <= line.end - line.start <= _WRAPPED[1]:
        return True
    return _ENDS.search(text[max(line.start, line.end - 12) : line.end]) is not None or is_stamp(text, line)


def _stamped(text: str, lines: list[Line], marks: list[Mark]) -> list[Mark]:
    """With the names that stand alone behind or under a stamp, where that is how the file does it."""
    taken = {mark.line for mark in marks}
    under = [
        mark
        for before, line in pairwise(lines)
        if line.number not in taken and is_stamp(text, before)
        if (mark := bare_mark(text, line, text[before.start : before.end]))
    ]
    stamps = sum(is_stamp(text, line) for line in lines) + sum(mark.style == "stamped" for mark in marks)
    named = [mark for mark in marks if mark.style == "stamped"] + under
    if len(named) < max(2, stamps * _STAMPED_SHARE):
        return [mark for mark in marks if mark.style != "stamped"]
    return sorted([*marks, *under], key=lambda mark: mark.start)


def _bare(text: str, lines: list[Line]) -> list[Mark]:
    return [mark for line in lines if (mark := bare_mark(text, line, None))]


def _between(text: str, marks: list[Mark], closings: list[int]) -> tuple[NamedTurn, ...]:
    turns = []
    carried = trimmed(text, max(0, marks[0].start - 100), marks[0].start).next_time if marks else None
    for index, mark in enumerate(marks):
        limit = marks[index + 1].start if index + 1 < len(marks) else len(text)
        limit = min(limit, *closings[bisect_right(closings, mark.start) :][:1] or [limit])
        span = trimmed(text, mark.words, limit)
        time = mark.time if mark.time is not None else span.time if span.time is not None else carried
        carried = span.next_time
        if span.start < span.end:
            turns.append(NamedTurn(span.start, span.end, mark.name, time))
    return _one_spelling(turns)


def _one_spelling(turns: list[NamedTurn]) -> tuple[NamedTurn, ...]:
    """The same voice under one name: the way it is first written."""
    names: dict[str, str] = {}
    return tuple(
        replace(turn, speaker=names.setdefault(key(turn.speaker), turn.speaker)) if turn.speaker else turn
        for turn in turns
    )
