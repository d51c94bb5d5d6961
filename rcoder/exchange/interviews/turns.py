"""Turns of a text that keeps its labels (txt, md, docx): who speaks, from where to where, at what time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rcoder.exchange.interviews.heading import heading_lines
from rcoder.exchange.interviews.labels import Candidate, Shape, accepted, key, shape, tidy
from rcoder.exchange.interviews.marks import Line, Mark, bare_mark, heads, is_stamp, lines_of, mark_on
from rcoder.exchange.interviews.numbering import without_numbers
from rcoder.exchange.interviews.paragraphs import paragraph_turns
from rcoder.exchange.interviews.records import NamedTurn
from rcoder.exchange.interviews.trim import trimmed

_ENDS = re.compile(r"[.?!…\"”»)\]*_-]\s*$")
_TOP = 15
"""Lines with words within which the first label of a file without other evidence stands."""
_STAMPED_SHARE = 0.6
_TABBED_SHARE = 0.4
_HEADS_SHARE = 0.2
_WRAPPED = (45, 130)
"""Code points of a line that may go on in the next one."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a document says of its lines, by number, besides their words."""

    fixed: Mapping[int, Mark] = field(default_factory=dict)
    """Labels known already, from a table."""
    outside: frozenset[int] = frozenset()
    """Lines that belong to no turn."""
    breaks: frozenset[int] = frozenset()
    """Lines before which a turn ends."""
    leads: Mapping[int, int] = field(default_factory=dict)
    """Code points in bold that a line opens with."""


def turns_of(text: str, layout: Layout | None = None) -> tuple[tuple[NamedTurn, ...], int]:
    """The turns, and where the heading before the first of them ends."""
    layout = layout or Layout()
    whole = [line for line in lines_of(text) if not _is_blank(text, line)]
    lines = without_numbers(text, whole)
    marks = _speakers(text, lines, layout)
    if lines is not whole:
        starts = {line.number: line.start for line in whole}
        marks = [replace(mark, start=starts[mark.line]) for mark in marks]
    if not marks:
        return paragraph_turns(text, lines, layout.outside), 0
    ends = layout.breaks
    return _between(
        text, marks, [line.start for line in lines_of(text) if line.number in ends] if ends else []
    ), marks[0].start


def labelled_lines(text: str, layout: Layout) -> dict[int, str]:
    """Numbers of the lines that open with a speaker's label, and the names."""
    lines = [line for line in lines_of(text) if not _is_blank(text, line)]
    return {mark.line: mark.name for mark in _speakers(text, lines, layout)} if lines else {}


def _unlisted(marks: list[Mark]) -> list[Mark]:
    """Without the labels behind a bullet, unless that is how the file sets its labels."""
    listed = sum(mark.style == "listed" for mark in marks)
    if listed * 2 > len(marks):
        return [replace(mark, style="colon") if mark.style == "listed" else mark for mark in marks]
    return [mark for mark in marks if mark.style != "listed"]


def _is_blank(text: str, line: Line) -> bool:
    return line.start == line.end or text[line.start : line.end].isspace()


def _speakers(text: str, lines: list[Line], layout: Layout) -> list[Mark]:
    fixed, closed = layout.fixed, layout.outside
    marks = [
        mark
        for line in lines
        if line.number not in closed and line.number not in fixed and (mark := mark_on(text, line))
    ]
    heading = heading_lines(text, lines, marks)
    marks = _unlisted([mark for mark in marks if mark.line not in heading])
    marks = _stamped(text, lines, marks)
    found = _accepted(text, lines, marks, len(heading))
    if not found and not fixed:
        found = _accepted(text, lines, _led(text, lines, layout.leads), len(heading))
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
    over = [
        replace(mark, words=stamp.end, end=stamp.end)
        for line, stamp in pairwise(lines)
        if line.number not in taken and is_stamp(text, stamp)
        if (mark := bare_mark(text, line, text[stamp.start : stamp.end]))
    ]
    under = over if len(over) > len(under) else under
    stamps = sum(is_stamp(text, line) for line in lines) + sum(mark.style == "stamped" for mark in marks)
    named = [mark for mark in marks if mark.style == "stamped"] + under
    if len(named) < max(2, stamps * _STAMPED_SHARE):
        return [mark for mark in marks if mark.style != "stamped"]
    return sorted([*marks, *under], key=lambda mark: mark.start)


def _led(text: str, lines: list[Line], leads: Mapping[int, int]) -> list[Mark]:
    """Names in bold before the words, nothing but blanks between."""
    marks = []
    for line in lines:
        end = line.start + leads.get(line.number, 0)
        name = tidy(text[line.start : end])
        if name and shape(name) not in {Shape.NONE, Shape.PHRASE}:
            marks.append(Mark(line.number, line.start, end, line.end, name, "bold", None))
    return marks if len(marks) >= len(lines) * _TABBED_SHARE else []


def _bare(text: str, lines: list[Line]) -> list[Mark]:
    marks = [mark for line in lines if (mark := bare_mark(text, line, None))]
    tabbed = [mark for mark in marks if mark.style == "tabbed"]
    if len(tabbed) < max(2, len(lines) * _TABBED_SHARE):
        marks = [mark for mark in marks if mark.style != "tabbed"]
    above = _heads(text, lines)
    if not {key(mark.name) for mark in marks} < {key(mark.name) for mark in above}:
        return marks or above
    at = {mark.line for mark in above}
    return sorted([*above, *(mark for mark in marks if mark.line not in at)], key=lambda mark: mark.start)


def _heads(text: str, lines: list[Line]) -> list[Mark]:
    """Names alone on their lines, each above what is said, where that is how the whole file is made."""
    able = [mark for line in lines if (mark := heads(text, line))]
    counts = Counter(key(mark.name) for mark in able)
    marks = [mark for mark in able if counts[key(mark.name)] > 1]
    at = {mark.line for mark in marks}
    crowded = sum(one.number in at and other.number in at for one, other in pairwise(lines))
    voices = len({key(mark.name) for mark in marks})
    if voices < 2 or crowded or (lines[0].number not in at and len(marks) < 4):
        return []
    return marks if len(marks) >= len(lines) * _HEADS_SHARE else []


def _between(text: str, marks: list[Mark], closings: list[int]) -> tuple[NamedTurn, ...]:
    turns = []
    carried = _time_above(text, marks[0].start) if marks else None
    for index, mark in enumerate(marks):
        limit = marks[index + 1].start if index + 1 < len(marks) else len(text)
        limit = min(limit, *closings[bisect_right(closings, mark.start) :][:1] or [limit])
        span = trimmed(text, mark.words, limit)
        time = mark.time if mark.time is not None else span.time if span.time is not None else carried
        carried = span.next_time
        if span.start < span.end:
            turns.append(NamedTurn(span.start, span.end, mark.name, time))
    return _one_spelling(turns)


def _time_above(text: str, first: int) -> float | None:
    """The time that stands alone above the first label."""
    above = trimmed(text, max(0, first - 100), first)
    return above.time if above.next_time is None and above.start == above.end else above.next_time


def _one_spelling(turns: list[NamedTurn]) -> tuple[NamedTurn, ...]:
    """The same voice under one name: the way it is first written."""
    names: dict[str, str] = {}
    return tuple(
        replace(turn, speaker=name)
        if turn.speaker and (name := names.setdefault(key(turn.speaker), turn.speaker)) != turn.speaker
        else turn
        for turn in turns
    )
