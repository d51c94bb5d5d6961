"""Retrieved passages as lines: groups with their counts, results under them, and one of them with what was said round it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rcoder.domain.retrieval import (
    GROUPINGS,
    Gathering,
    Grouping,
    Result,
    Retrieved,
    counted_in_short,
    counted_in_words,
)
from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.terms import letter, say, say_listed
from rcoder.domain.words import Directness, Kind, Polarity, Prompting, Scope, Stance
from rcoder.project.retrieval_context import Said
from rcoder.project.retrieval_groups import told_apart
from rcoder.project.retrieving import Retrieval
from rcoder.ui.themes import tint
from rcoder.ui.widgets.lines import Line, Piece

MOST = 5000
"""Results that are listed; more are counted and said."""
QUOTED = 400
"""Characters of a passage that can be of use in one line."""
MARGIN = 5
"""Cells beside the words: the indent, the edge and the scroll bar."""
GROUP, MORE = "group:", "more"


@dataclass(frozen=True)
class View:
    """What was found, and how it is put together."""

    found: Retrieval
    by: Grouping
    groups: tuple[Gathering, ...]

    def result_of(self, line_id: str) -> Result | None:
        """The result that a line shows; None for a heading."""
        if "|" not in line_id:
            return None
        wanted = line_id.rpartition("|")[2].split(" ")
        known = self.found.place
        return tuple(known[each] for each in wanted) if all(each in known for each in wanted) else None


def count_rows(view: View, width: int) -> list[tuple[Piece, ...]]:
    """What all of it comes to, and where there is room how it is put together."""
    rows: list[tuple[Piece, ...]] = [
        ((row, "-strong"),) for row in _wrapped(counted_in_words(view.found.count), width - 2)
    ]
    by = f"{len(view.groups)} by {GROUPINGS[view.by].say('en')}"
    how = "of interviews and cases coded to the end · what overlaps counts once · ( ) is listed, not counted"
    return rows if len(rows) > 1 or not view.groups else [*rows, ((f"{by} · {how}", "-muted"),)]


def result_lines(view: View, width: int) -> Iterator[Line]:
    """The groups with their results, up to MOST of them."""
    left = MOST
    for group in view.groups:
        words = counted_in_short(group.count, view.by)
        yield Line(f"{GROUP}{group.key}", ((group.name, "-strong"), (f"  {words}", "-muted")), folds=True)
        for result in group.results[:left]:
            yield from _result(view, group.key, result, width)
        left = max(0, left - len(group.results))
    if sum(len(each.results) for each in view.groups) > MOST:
        yield Line(
            MORE,
            ((f"Only {MOST:,} are listed; a narrower query, or f, shows the others.", "-muted"),),
            inert=True,
        )


def _result(view: View, key: str, result: Result, width: int) -> Iterator[Line]:
    ids = " ".join(view.found.rows[place]["id"] for place in result)
    for number, place in enumerate(result):
        row = view.found.rows[place]
        quote = " ".join(row["quote"][:QUOTED].split())
        code = view.found.code_of(row)[0]
        kind = Kind(row["kind"]) if row.get("kind") else None
        listed = "(" if view.found.is_listed(row) else ""
        pieces: tuple[Piece, ...] = (
            ("+ " if number else "", "-muted"),
            (
                f"{STANCE_SIGNS[Stance(row['stance'])]} " if "stance" in row else f"{letter(kind)} ",
                tint(kind),
            ),
            (f"{code} " if view.by is not Grouping.CODE or number else "", "-muted"),
            (f"{listed}“{quote}”{')' if listed else ''}", "-muted" if listed else ""),
        )
        where = told_apart(view.found, row, view.by, coder=width >= 90) if not number else ""
        yield Line(f"{key}|{ids}", pieces, where, depth=1, goes_on=bool(number))


def first_lines(found: Retrieval, width: int) -> Iterator[Line]:
    """The first passages, before all are there to be put together."""
    view = View(found, Grouping.INTERVIEW, ())
    for result in found.results:
        yield from _result(view, found.rows[result[0]]["transcript_id"], result, width)


# -- one result ----------------------------------------------------------------------------------------------------


def group_rows(group: Gathering, width: int) -> tuple[Line, ...]:
    """A group with its whole count."""
    rows = _wrapped(f"{counted_in_words(group.count)}.", width - MARGIN)
    return (
        Line("heading", ((f" {group.name}", "-strong"),)),
        *(Line("heading", ((f"   {row}", ""),), goes_on=True) for row in rows),
    )


def passage_rows(
    result: Sequence[Retrieved], said: Iterable[Said], width: int, *, words: bool
) -> tuple[Line, ...]:
    """A result with all that is known of its passages, and the turns they stand in; with `words` the passages alone first."""
    room = max(20, width - MARGIN)
    found: list[Line] = []
    for number, each in enumerate(result):
        found += _about(each, number, room, words=words)
    found.append(Line("blank", ((" ", ""),), inert=True))
    inks = [f"-lit-{each.kind or 'no-kind'}" for each in result]
    for turn in said:
        found += turn_rows(turn, inks, room)
    return tuple(found)


def _about(each: Retrieved, number: int, room: int, *, words: bool) -> list[Line]:
    passage = each.passage
    stance: tuple[Piece, ...] = ((f"{say(passage.stance)} ", "-strong"),) if passage.stance else ()
    head = (
        (f" {letter(each.kind)} ", tint(each.kind)),
        *stance,
        (f"{each.code} ", "-muted"),
        (each.label, "-strong"),
    )
    rows = [Line(f"about{number}", head, passage.coder)]
    roles = "interviewer" if passage.interviewer else ", ".join(passage.roles)
    where = " · ".join(part for part in (passage.case, roles, passage.transcript, _turn_of(each)) if part)
    facts = [
        (f"“{passage.text}”" if words else "", f"-lit-{each.kind or 'no-kind'}"),
        (where, "-muted"),
        (", ".join(_flags(each)), ""),
    ]
    facts += [(f"in {', '.join(each.configurations)}" if each.configurations else "", "")]
    facts += [(f"✎ “{passage.memo}”" if passage.memo else "", ""), (_named("edited", each.edited), "")]
    facts += [(_named(f"in {each.translated_to}", each.translation), "")]
    for said, ink in facts:
        rows += [
            Line(f"about{number}", (("   ", ""), (row, ink)), goes_on=True) for row in _wrapped(said, room)
        ]
    return rows


def _named(name: str, words: str) -> str:
    return f"{name}: {words}" if words else ""


def _turn_of(each: Retrieved) -> str:
    return f"turn {each.turn + 1}" if each.turn is not None else ""


def _flags(each: Retrieved) -> list[str]:
    passage = each.passage
    words = [
        f"actor {each.actor}" if each.actor else "",
        say(each.polarity) if each.polarity is not Polarity.PRESENT else "",
        "counterfactual" if each.counterfactual else "",
        say(passage.scope) if passage.scope is not Scope.THIS_CASE else "",
        say(passage.directness) if passage.directness is not Directness.SAID else "",
        say(passage.prompting) if passage.prompting is not Prompting.VOLUNTEERED else "",
        f"listed, not counted: {say_listed(each.why_listed)}" if each.why_listed else "",
    ]
    return [word for word in words if word]


def _wrapped(words: str, room: int) -> list[str]:
    import textwrap

    return [row for line in words.split("\n") for row in textwrap.wrap(line, max(10, room))]


_WORD = re.compile(r"\S+")


def turn_rows(turn: Said, inks: Sequence[str], room: int) -> list[Line]:
    """A turn in rows of that many cells, with an ink for each passage that stands in it."""
    ink = "-interviewer-heading" if turn.interviewer else "-heading"
    name = f"turn{turn.number}"
    rows = [Line(name, ((f" {turn.number} {turn.speaker}", ink),))]
    row: list[Piece] = []
    wide = 0
    for found in _WORD.finditer(turn.words):
        if row and wide + 1 + len(found[0]) > room:
            rows.append(Line(name, (("   ", ""), *row), goes_on=True))
            row, wide = [], 0
        own = _ink_at(turn, found.start(), inks)
        joint = _ink_at(turn, found.start() - 1, inks) if row else ""
        row += [*(((" ", joint if joint == own else ""),) if row else ()), (found[0], own)]
        wide += len(found[0]) + (1 if wide else 0)
    return [*rows, Line(name, (("   ", ""), *row), goes_on=True)] if row else rows


def _ink_at(turn: Said, place: int, inks: Sequence[str]) -> str:
    """The ground under a passage's words."""
    for start, end, number in turn.marks:
        if start <= place < end:
            return inks[number]
    return "-muted" if turn.interviewer else ""
