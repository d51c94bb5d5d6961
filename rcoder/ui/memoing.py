"""What the screen of memos says: the list, and a memo in rows with its Markdown shown plainly."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice, pairwise
from typing import TypeVar

from rcoder.domain.terms import say
from rcoder.domain.words import MemoKind, Subject
from rcoder.project.memos import MemoLine, Wanted
from rcoder.project.things import Thing, memo_words
from rcoder.ui.widgets.lines import Line, Piece

T = TypeVar("T")

EMPTY = "No memos yet. n writes one; m does on a passage, in an interview."
NONE_FIT = "No memo fits. esc shows all again."
KIND_MARKS = {kind: say(kind)[0].upper() for kind in MemoKind}
ABOUT, LINK, BACK, HEAD = "about", "link:", "back:", "head:"
"""Ids of the rows beside: what it is about, what it points at, what points at it, and headings."""

_HEADING = re.compile(r" {0,3}#{1,6}\s+(.*?)\s*#*$")
_ITEM = re.compile(r"(\s*)(?:[-*+]|(\d{1,9}[.)]))\s+(.*)$")
_QUOTE = re.compile(r" {0,3}>\s?(.*)$")
_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")


MOST = 300
"""Notes on codings in the list; a search finds the others."""


def within(lines: Iterable[MemoLine]) -> tuple[MemoLine, ...]:
    """The memos, with so many notes on codings that the list stays quick."""
    every = tuple(lines)
    notes = islice((each for each in every if each.note), MOST)
    kept = {each.memo.id for each in notes}
    return tuple(each for each in every if not each.note or each.memo.id in kept)


# -- the list ----------------------------------------------------------------------------------------------------


def memo_list(lines: Iterable[MemoLine], *, by_time: bool, width: int) -> tuple[Line, ...]:
    """Memos in their order; not by time, under what they are about."""
    found: list[Line] = []
    before = ""
    for line in lines:
        about = about_words(line)
        if not by_time and about != before:
            found.append(Line(f"{HEAD}{line.memo.id}", ((f" {about}", "-strong"),), inert=True))
            before = about
        found.append(_list_line(line, about if by_time else "", width))
    return tuple(found)


def _list_line(line: MemoLine, about: str, width: int) -> Line:
    memo = line.memo
    sign = "·" if line.note else KIND_MARKS[memo.kind]
    pieces: tuple[Piece, ...] = (
        (f"  {sign} ", "-key"),
        (memo_words(memo), ""),
        (f"  {about}" if about else "", "-muted"),
    )
    return Line(memo.id, pieces, memo.at[5:10] if width >= 44 else "")


def about_words(line: MemoLine) -> str:
    """What a memo is about: "The project", "Code H1.M1", "A coding that is gone"."""
    about = line.memo.about
    if about is Subject.PROJECT:
        return "The project"
    words = f"{say(about)} {line.about}" if line.thing is not None else f"a {say(about)} that is gone"
    return words[0].upper() + words[1:]


def counted(shown: Iterable[MemoLine], every: Iterable[MemoLine], wanted: Wanted, about: str) -> str:
    """How many memos are shown of how many there are, and which: "3 of 12 memos · analytic · on H1.M1 · “tillid”"."""
    parts = [
        _several(shown, every),
        say(wanted.kind) if wanted.kind is not None else "",
        f"on {about}" if about else (f"on a {say(wanted.about)}" if wanted.about is not None else ""),
        f"{wanted.coder}'s" if wanted.coder else "",
        f"“{wanted.words}”" if wanted.words else "",
    ]
    return " · ".join(each for each in parts if each)


def _several(shown: Iterable[MemoLine], every: Iterable[MemoLine]) -> str:
    """How many of how many, notes on codings apart."""
    few, all_ = tuple(shown), tuple(every)
    found = []
    for note, one, many in ((False, "memo", "memos"), (True, "note", "notes on codings")):
        own, whole = (sum(each.note is note for each in lines) for lines in (few, all_))
        if own or (whole and not note):
            found.append(f"{own} of {whole} {many}" if own != whole else f"{own} {one if own == 1 else many}")
    return ", ".join(found) or "none yet"


def next_kind(wanted: Wanted) -> Wanted:
    """Only memos of the next kind; after the last, all again."""
    return replace(wanted, kind=_next(wanted.kind, tuple(MemoKind)))


def next_subject(wanted: Wanted, lines: Iterable[MemoLine]) -> Wanted:
    """Only memos on the next sort of thing that there are any on; after the last, all again."""
    known = tuple(each for each in Subject if any(line.memo.about is each for line in lines))
    return replace(wanted, about=_next(wanted.about, known), about_id="")


def next_coder(wanted: Wanted, lines: Iterable[MemoLine]) -> Wanted:
    """Only the next coder's memos; after the last, everybody's in sight again."""
    known = tuple(dict.fromkeys(sorted(line.coder for line in lines)))
    return replace(wanted, coder=_next(wanted.coder or None, known) or "")


def _next(now: T | None, known: tuple[T, ...]) -> T | None:
    if not known or now == known[-1]:
        return None
    return known[0] if now is None or now not in known else known[known.index(now) + 1]


# -- one memo ----------------------------------------------------------------------------------------------------


def memo_rows(line: MemoLine, width: int) -> tuple[Line, ...]:
    """A memo in rows: title, facts, words, and links to be walked."""
    memo, room = line.memo, max(20, width - 2)
    kind = "note on a coding" if line.note else f"{say(memo.kind)} memo"
    facts = " · ".join(each for each in (kind, line.coder, memo.at[:10]) if each)
    rows = [
        Line("title", ((f" {memo_words(memo)}", "-strong"),)),
        Line("facts", ((f" {facts}", "-muted"),)),
        Line(ABOUT, ((" on ", "-muted"), (_lower(about_words(line)), ""))),
        Line("blank", ((" ", ""),)),
    ]
    for number, pieces in enumerate(markdown_rows(memo.text, room)):
        rows.append(Line(f"text:{number}", ((" ", ""), *pieces)))
    rows += _thing_rows("Points at", LINK, line.points_at)
    rows += _thing_rows("Linked from", BACK, line.linked_from)
    return tuple(rows)


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]


def _thing_rows(heading: str, begins: str, things: Iterable[Thing]) -> Iterator[Line]:
    for number, thing in enumerate(things):
        if number == 0:
            yield Line(f"{HEAD}{begins}blank", ((" ", ""),), inert=True)
            yield Line(f"{HEAD}{begins}", ((f" {heading}", "-strong"),), inert=True)
        what = "memo" if thing.what is None else say(thing.what)
        yield Line(f"{begins}{thing.id}", (("  → ", "-key"), (f"{what} ", "-muted"), (thing.words, "")))


def markdown_rows(text: str, width: int) -> Iterator[tuple[Piece, ...]]:
    """Markdown shown plainly and wrapped: headings and **strong** words strong, points with a dot, quotations with a bar.

    What stands as code is shown as it is written.
    """
    fenced = False
    for line in text.strip("\n").split("\n") if text.strip() else ():
        if _FENCE.match(line):
            fenced = not fenced
        elif fenced:
            yield (("  ", ""), (line, "-muted"))
        else:
            yield from _block(line, width)


def _block(line: str, width: int) -> Iterator[tuple[Piece, ...]]:
    if found := _HEADING.match(line):
        yield from _wrapped(found[1], width, "", "", "-strong")
    elif found := _ITEM.match(line):
        head = f"{found[1]}{found[2] or '•'} "
        yield from _wrapped(found[3], width, head, " " * len(head))
    elif found := _QUOTE.match(line):
        yield from _wrapped(found[1], width, "│ ", "│ ", "-muted")
    else:
        yield from _wrapped(line, width)


def _wrapped(
    text: str, width: int, head: str = "", then: str = "", ink: str = ""
) -> Iterator[tuple[Piece, ...]]:
    """Words wrapped under one another; **strong** ones keep their ink where a row breaks within them."""
    plain, strong = _inked(text)
    rows = textwrap.wrap(plain, max(10, width - len(head))) or [""]
    place = 0
    for number, row in enumerate(rows):
        place += len(plain[place:]) - len(plain[place:].lstrip())
        begin = head if number == 0 else then
        pieces = _pieces(row, place, strong, ink)
        place += len(row)
        yield ((begin, "-muted"), *pieces) if begin else pieces


def _inked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The words without the stars of strong ones, and where these stand; blanks are single."""
    plain, strong = "", []
    place = 0
    words = " ".join(text.split())
    for found in _STRONG.finditer(words):
        plain += words[place : found.start()]
        inner = found[1] or found[2]
        strong.append((len(plain), len(plain) + len(inner)))
        plain, place = plain + inner, found.end()
    return plain + words[place:], strong


def _pieces(row: str, place: int, strong: list[tuple[int, int]], ink: str) -> tuple[Piece, ...]:
    edges = sorted({0, len(row), *(min(max(edge - place, 0), len(row)) for span in strong for edge in span)})
    found = []
    for start, end in pairwise(edges):
        inside = any(low <= place + start < high for low, high in strong)
        found.append((row[start:end], "-strong" if inside else ink))
    return tuple(found) or ((row, ink),)
