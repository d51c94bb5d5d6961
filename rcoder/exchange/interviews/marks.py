"""Where labels may stand in lines of text: a label, its stamp, and where the words after it begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rcoder.exchange.interviews.labels import Shape, names_role, shape, tidy
from rcoder.exchange.interviews.stamps import ALONE, DOTTED, SPAN, STAMP, TIME, seconds

_BLANK = r"[ \t\xa0]"
_BOLD = r"(?:\*\*\*|\*\*|__|\*|_)"
_NAME = r"""(?P<name>\[?[^\s:\[\]<>{}|=;!?"\n*][^:\[\]<>{}|=;!?"\n*]{0,79}?\]?)"""
_TIMES = rf"{TIME}(?:{_BLANK}*[-–—]{_BLANK}*{TIME})?"
_IN_BRACKETS = rf"[\[(<]{_BLANK}*(?:{SPAN}|{_TIMES}|{DOTTED}){_BLANK}*[\])>]"

_LEAD = re.compile(
    rf"{_BLANK}*(?P<bullet>[-•>]{_BLANK}+)?(?P<hashes>\#{{1,6}}{_BLANK}+)?(?P<bold>{_BOLD})?"
    rf"(?:(?P<stamp>{STAMP})(?P<closed>{_BOLD})?{_BLANK}*(?:[-–—|]{_BLANK}+)?)?(?P<bolder>{_BOLD})?"
)
_COLON = re.compile(
    rf"""{_NAME}(?P<after>{_BLANK}*{_IN_BRACKETS})?{_BLANK}?(?P<close>{_BOLD})?{_BLANK}?:(?P<closer>{_BOLD})?"""
    rf"""(?=[\s\w"'“”„»«\[(…*_#–—.-]|$)(?:{_BLANK}*(?P<late>{_IN_BRACKETS}))?"""
)
_TIMED = re.compile(
    rf"{_NAME}{_BOLD}?(?:{_BLANK}+|{_BLANK}*[-–—|,]{_BLANK}*){_BOLD}?"
    rf"(?P<after>{_IN_BRACKETS}|{_TIMES}){_BOLD}?:?{_BLANK}*$"
)
_TIMED_WORDS = re.compile(rf"{_NAME}{_BOLD}?{_BLANK}*(?P<after>{_IN_BRACKETS}){_BLANK}*(?=\S)")
_DOTTED = re.compile(DOTTED)
_ALONE = re.compile(rf"{_NAME}{_BOLD}?{_BLANK}*$")
_CELL = rf"(?:\[|\(|<)?{TIME}(?:\]|\)|>)?[ ]*\t+[ ]*"
_TABBED = re.compile(
    rf"(?P<before>{_CELL})?(?P<name>[^\s:\t][^:\t\n]{{0,39}}?)[ ]*\t+[ ]*(?P<after>{_CELL})?(?=\S)"
)
_BRACKETED = re.compile(
    rf"{_BLANK}*(?:\[(?P<square>[^\[\]\n]{{1,40}})\]|\((?P<round>[^()\n]{{1,40}})\))(?={_BLANK}+\S)"
)
_DASHED = re.compile(rf"(?P<name>[^\s:\n–—-][^:\n–—-]{{0,39}}?){_BLANK}+[-–—]{_BLANK}+(?=\S)")
_LONGEST_HEAD = 60
_NEAR = 140
"""Code points from the start of a line within which a label ends."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text, without its end."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A label on a line, or what may be one."""

    line: int
    """Index of the line."""
    start: int
    """Where the line begins, its stamp included."""
    words: int
    """Where the words after the label begin."""
    end: int
    """End of the line."""
    name: str
    style: str
    time: float | None


def lines_of(text: str) -> Iterator[Line]:
    """The lines of the text."""
    start = number = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield Line(number, start, end)
        start, number = end + 1, number + 1


def mark_on(text: str, line: Line) -> Mark | None:
    """The label that may stand on the line, whatever the rest of the file says."""
    near = min(line.end, line.start + _NEAR)
    head = text[line.start : near]
    if ":" not in head:
        return _without_colon(text, line, head)
    lead = _LEAD.match(text, line.start, line.end)
    if lead is None:
        return None
    return (
        _timed(text, line, lead)
        or _with_colon(text, line, lead)
        or _alone(text, line, lead)
        or _timed_before_words(text, line, lead)
    )


def _with_colon(text: str, line: Line, lead: re.Match[str]) -> Mark | None:
    found = _COLON.match(text, lead.end(), line.end)
    if found is None or _is_clock(text, found):
        return None
    stamp = lead["stamp"] or found["after"] or found["late"]
    bold = (lead["bold"] or lead["bolder"]) and (found["close"] or found["closer"])
    style = _heading(lead) or ("bold" if bold else "listed" if lead["bullet"] else "colon")
    return Mark(
        line.number,
        line.start,
        found.end(),
        line.end,
        tidy(found["name"]),
        style,
        seconds(stamp) if stamp else None,
    )


def _heading(lead: re.Match[str]) -> str:
    """The level of the heading, as a style of its own."""
    return f"heading{lead['hashes'].count('#')}" if lead["hashes"] else ""


def _is_clock(text: str, found: re.Match[str]) -> bool:
    """Whether the colon stands between digits, as in 10:30."""
    at = text.find(
        ":",
        found.end("close") if found["close"] else found.end("after") if found["after"] else found.end("name"),
    )
    return text[at - 1].isdigit() and text[at + 1 : at + 2].isdigit()


def _timed(text: str, line: Line, lead: re.Match[str]) -> Mark | None:
    if line.end - line.start > _NEAR or lead["stamp"]:
        return None
    found = _TIMED.match(text, lead.end(), line.end)
    if found is None:
        return None
    name = tidy(found["name"])
    if shape(name) in {Shape.NONE, Shape.PHRASE}:
        return None
    return Mark(
        line.number, line.start, line.end, line.end, name, _heading(lead) or "timed", seconds(found["after"])
    )


def _timed_before_words(text: str, line: Line, lead: re.Match[str]) -> Mark | None:
    """A name and a time in brackets with the words right after them, no colon between."""
    found = None if lead["stamp"] else _TIMED_WORDS.match(text, lead.end(), line.end)
    if found is None or shape(tidy(found["name"])) in {Shape.NONE, Shape.PHRASE}:
        return None
    name = tidy(found["name"])
    return Mark(line.number, line.start, found.end(), line.end, name, "timed", seconds(found["after"]))


def _alone(text: str, line: Line, lead: re.Match[str]) -> Mark | None:
    """A name alone on its line behind a stamp, as a heading or in bold."""
    if line.end - line.start > _NEAR or not (
        lead["stamp"] or lead["hashes"] or lead["bold"] or lead["bolder"]
    ):
        return None
    found = _ALONE.match(text, lead.end(), line.end)
    if found is None or shape(tidy(found["name"])) in {Shape.NONE, Shape.PHRASE}:
        return None
    style = _heading(lead) or ("stamped" if lead["stamp"] else "bold")
    time = seconds(lead["stamp"]) if lead["stamp"] else None
    return Mark(line.number, line.start, line.end, line.end, tidy(found["name"]), style, time)


def _without_colon(text: str, line: Line, head: str) -> Mark | None:
    opening = head.lstrip(" \t\xa0-•>")[:1]
    if opening in {"#", "*", "_"}:
        lead = _LEAD.match(text, line.start, line.end)
        return _alone(text, line, lead) if lead else None
    if _DOTTED.search(head):
        lead = _LEAD.match(text, line.start, line.end)
        return _timed_before_words(text, line, lead) if lead else None
    return None


def bare_mark(text: str, line: Line, stamp: str | None) -> Mark | None:
    """A name alone on its line with nothing to set it apart but, perhaps, a stamp on the line before."""
    if not stamp and (found := _tabbed(text, line) or bracketed_mark(text, line) or _dashed(text, line)):
        return found
    if not 0 < line.end - line.start <= _LONGEST_HEAD:
        return None
    name = tidy(text[line.start : line.end])
    made = shape(name)
    if stamp:
        able = made not in {Shape.NONE, Shape.PHRASE}
    else:
        able = made in {Shape.CODE, Shape.CAPITALS} or (made is Shape.WORD and names_role(name))
    if not able:
        return None
    style = "stamped" if stamp else "bare"
    return Mark(line.number, line.start, line.end, line.end, name, style, seconds(stamp) if stamp else None)


def _tabbed(text: str, line: Line) -> Mark | None:
    """A role, code or name with a tab and no colon before the words, and perhaps a time in a column of its own."""
    found = _TABBED.match(text, line.start, line.end)
    if found is None:
        return None
    name = tidy(found["name"])
    made = shape(name)
    if made in {Shape.NONE, Shape.PHRASE}:
        return None
    style = "bare" if made is Shape.CODE or names_role(name) else "tabbed"
    stamp = found["before"] or found["after"]
    time = seconds(stamp) if stamp else None
    return Mark(line.number, line.start, found.end(), line.end, name, style, time)


def bracketed_mark(text: str, line: Line) -> Mark | None:
    """A role or code in brackets before the words, as tools that tell voices apart write it: [SPEAKER_00] Hej."""
    found = _BRACKETED.match(text, line.start, line.end)
    if found is None:
        return None
    name = tidy(found["square"] or found["round"])
    if not (shape(name) is Shape.CODE and len(name) > 1) and not (names_role(name) and name[0].isupper()):
        return None
    return Mark(line.number, line.start, found.end(), line.end, name, "bare", None)


def _dashed(text: str, line: Line) -> Mark | None:
    """A role or code with a dash between blanks before the words: Interviewer – Hej."""
    found = _DASHED.match(text, line.start, line.end)
    name = tidy(found["name"]) if found else ""
    if found is None or not (
        shape(name) is Shape.CODE or (names_role(name) and shape(name) is not Shape.NONE)
    ):
        return None
    return Mark(line.number, line.start, found.end(), line.end, name, "bare", None)


def heads(text: str, line: Line) -> Mark | None:
    """A line that may be a name above what is said, with nothing to set it apart."""
    if not 1 < line.end - line.start <= _LONGEST_HEAD:
        return None
    name = tidy(text[line.start : line.end])
    if shape(name) in {Shape.NONE, Shape.PHRASE} or text[line.start : line.end].rstrip().endswith((".", ",")):
        return None
    return Mark(line.number, line.start, line.end, line.end, name, "tabbed", None)


def is_stamp(text: str, line: Line) -> bool:
    """Whether the line holds a time and nothing else."""
    return line.end - line.start < _NEAR * 2 and ALONE.fullmatch(text, line.start, line.end) is not None
