"""What the screen of passages to look at again says: pure functions from what is known to lines and rows."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from rcoder.domain.codebook import Code
from rcoder.domain.journal import Entry
from rcoder.domain.terms import letter
from rcoder.project.rechecks import RecheckLine
from rcoder.ui.lists import code_pieces
from rcoder.ui.themes import tint
from rcoder.ui.widgets.lines import Line, Piece
from rcoder.ui.widgets.strips import Pieces

NOTHING = "Nothing to look at again. Passages come here when m or v, in the codebook (B), merges or divides their code."
STAYS, ANOTHER = "stays", "another"
"""Ids of the choices that are no code's."""

DIGITS = 9
"""How many parts have a key."""


def passage_lines(found: Iterable[RecheckLine]) -> tuple[Line, ...]:
    """The passages under their interviews."""
    lines: list[Line] = []
    transcript = ""
    for each in found:
        passage = each.line.passage
        if passage.transcript_id != transcript:
            transcript = passage.transcript_id
            lines.append(Line(f"of:{transcript}", ((passage.transcript, "-strong"),), inert=True))
        kind = each.line.coding.kind
        pieces: tuple[Piece, ...] = (
            (f" {letter(kind)} ", tint(kind)),
            (f"{each.line.code} ", "-muted"),
            (f"“{' '.join(passage.text.split())}”", ""),
        )
        lines.append(Line(each.recheck.id, pieces))
    return tuple(lines)


def next_after(found: Sequence[RecheckLine], here: str) -> str:
    """Id of the passage after one, or of the one before the last; "" where there is no other."""
    ids = [each.recheck.id for each in found]
    if here not in ids or len(ids) < 2:
        return ""
    place = ids.index(here)
    return ids[place + 1] if place + 1 < len(ids) else ids[place - 1]


def settled_by(entry: Entry) -> frozenset[str]:
    """Ids of the rechecks that an entry settled, where it did no more than decide on one passage; none otherwise."""
    tables = [change.table for change in entry.changes]
    found = [change for change in entry.changes if change.table == "rechecks"]
    if not set(tables) <= {"rechecks", "codings"} or tables.count("codings") > 1:
        return frozenset()
    settled = all(change.after is not None and change.after["settled"] for change in found)
    return frozenset(change.id for change in found) if settled else frozenset()


def about(each: RecheckLine, width: int) -> tuple[Pieces, ...]:
    """Why a passage is listed, in one row or two, and where it stands."""
    passage = each.line.passage
    where = f" {passage.speaker or passage.transcript}, characters {passage.start}–{passage.end}"
    earlier = f" of revision {passage.revision}, an earlier text" if passage.earlier else ""
    why = textwrap.wrap(f"{each.recheck.why}.", max(20, width - 2), max_lines=2, placeholder=" …")
    return (*(((f" {row}", "-strong"),) for row in why), ((where + earlier, "-muted"),))


def choice_lines(each: RecheckLine, present: Code | None, language: str) -> tuple[Line, ...]:
    """What can be done: a part of the divided code by its digit, let it stay, another code."""
    lines = [
        Line(part.id, ((f" {number if number <= DIGITS else ' '}  ", "-key"), *code_pieces(part, language)))
        for number, part in enumerate(each.parts, start=1)
    ]
    has = code_pieces(present, language) if present is not None else ((each.line.code, ""),)
    lines.append(Line(STAYS, ((" k  ", "-key"), ("stays ", ""), *has)))
    lines.append(Line(ANOTHER, ((" c  ", "-key"), ("another code …", ""))))
    return tuple(lines)
