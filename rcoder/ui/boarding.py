"""What the board of cases shows: pure functions from the board to columns, rows and words."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rcoder.domain.actions.sentences import several
from rcoder.domain.attributes import attribute_name
from rcoder.domain.board import Board, Held, Mark, Order, Row, Whose
from rcoder.domain.case import Case
from rcoder.domain.groups import (
    FACTS,
    MUNICIPALITY,
    outcome_words,
    said_name,
    said_value,
    value_of,
)
from rcoder.domain.roles import role_name, short_names
from rcoder.project.board import held_sentences, known_of, role_sentence, row_sentence
from rcoder.ui.widgets.grid import GridColumn, GridRow
from rcoder.ui.widgets.lines import Piece
from rcoder.ui.widgets.strips import Pieces

NO_INTERVIEW = "no interview"
NARROW = 100
"""Width below which nothing stands beside the outcome group."""
LEAST, MOST = 8, 24
"""Cells of a column."""
NAME_MOST, BESIDE_MOST, LEAST_NAME = 20, 18, 24
UNKNOWN = "unknown"
APART = "apart:"
"""Begins the id of the row that heads the interviews without a case."""
UNSURE = "unsure:"

ORDERS = {
    Order.NAME: "by name",
    Order.OUTCOME_GROUP: "by outcome group",
    Order.MUNICIPALITY: "by municipality",
    Order.LEFT: "most left first",
}
BY = {Whose.MINE: "by you", Whose.SEEN: "by anybody in sight"}


@dataclass(frozen=True)
class View:
    """A board, and how it is shown."""

    board: Board
    whose: Whose
    beside: str = MUNICIPALITY.key
    """Key of what stands beside the names."""
    width: int = 120

    @property
    def language(self) -> str:
        """Language of the content, which labels are in."""
        return self.board.whole.language

    @cached_property
    def names(self) -> dict[str, str]:
        """What each role is called."""
        return {role: role_name(role, self.language) for role in self.board.roles}

    @cached_property
    def shorts(self) -> dict[str, str]:
        """The short name of each role."""
        return short_names(self.board.roles)

    @cached_property
    def parts(self) -> tuple[int, int, int]:
        """Cells for the name, the outcome group, and what stands beside it; 0 for what is not shown."""
        cases = self.board.whole.cases
        names = [len(each.name) for each in cases]
        groups = [len(outcome_words(each.outcome_group)) for each in cases if each.outcome_group]
        beside = [len(beside_words(self, each)) for each in cases]
        wide = self.width >= NARROW
        return (
            min(max(names, default=6), NAME_MOST if wide else 14) + 1,
            max(*groups, len(UNKNOWN)) + 1 if groups else 0,
            min(max(*beside, len(beside_title(self))), BESIDE_MOST) + 1 if wide and beside else 0,
        )

    @property
    def name_width(self) -> int:
        """Cells of the column of names."""
        return max(sum(self.parts) + 2, min(LEAST_NAME, self.width // 3))

    @cached_property
    def column_width(self) -> int:
        """Cells of each column of roles."""
        room = self.width - 1 - self.name_width
        return min(MOST, max(LEAST, room // max(1, len(self.board.roles))))

    @cached_property
    def initials(self) -> dict[str, str]:
        """The initials of everybody in sight who has coded something to the end."""
        names = {name for held in self.board.whole.interviews for name in held.finished_by}
        return {name: "".join(word[0] for word in name.split()[:3]).upper() for name in names}


def columns(view: View) -> tuple[GridColumn, ...]:
    """A column for each role: its name where there is room, else its short name, and how many cases have it."""
    room = view.column_width - 1
    return tuple(
        GridColumn(
            role or "-",
            view.names[role] if len(view.names[role]) <= room else view.shorts[role],
            f"{total.cases} of {total.of}",
            view.column_width,
        )
        for role, total in view.board.totals.items()
    )


def titles(view: View) -> tuple[Pieces, Pieces]:
    """What stands over the names."""
    name, group, beside = view.parts
    head = f" {'Case':<{name}}{'Outcome' if group else '':<{group}}"
    words = beside_title(view) if beside else ""
    return (
        ((head, ""), (f"{words[:1].upper()}{words[1:]}", "")),
        ((f" {ORDERS[view.board.order]}", "-muted"),),
    )


def rows(view: View) -> tuple[GridRow, ...]:
    """The cases, those of which it is not known whether they belong to the group, and the interviews without a case."""
    found = [_case_row(view, row) for row in view.board.rows]
    if view.board.unsure:
        found.append(_heading(UNSURE, "Not known whether they belong; they count nowhere"))
        found += [_case_row(view, row) for row in view.board.unsure]
    if view.board.apart:
        found.append(_heading(APART, "Without a case"))
        found += [_apart_row(view, held) for held in view.board.apart]
    return tuple(found)


def _heading(row_id: str, words: str) -> GridRow:
    return GridRow(row_id, ((f" {words}", "-muted"),), inert=True)


def _case_row(view: View, row: Row) -> GridRow:
    name, group, _ = view.parts
    case = row.case
    outcome = outcome_words(case.outcome_group, UNKNOWN)
    pieces: list[Piece] = [(f" {_fitted(case.name, name)}", "-muted" if row.unsure else "-strong")]
    pieces.append((_fitted(outcome, group) if group else "", "" if case.outcome_group else "-muted"))
    pieces.append((beside_words(view, case) if view.parts[2] else "", "-muted"))
    cells = [cell_pieces(view, row.cells.get(role, ()), role) for role in view.board.roles]
    return GridRow(case.id, tuple(pieces), tuple(cells))


def _fitted(words: str, width: int) -> str:
    room = width - 1
    return f"{words if len(words) <= room else words[: room - 1] + '…':<{width}}"


def _apart_row(view: View, held: Held) -> GridRow:
    words = " · ".join(each for each in (_roles(view, held), held.municipality) if each)
    return GridRow(
        held.id,
        ((f" {held.title}", "-strong"),),
        ((*_progress(view, held), (f"  {words}", "-muted")),),
        spans=True,
    )


def _roles(view: View, held: Held) -> str:
    return ", ".join(role_name(role, view.language) for role in held.roles)


def beside_title(view: View) -> str:
    """What stands beside the names, by its label."""
    known = (*FACTS, *view.board.whole.attributes)
    found = next((each for each in known if each.key == view.beside), MUNICIPALITY)
    return said_name(found, view.language)


def beside_words(view: View, case: Case) -> str:
    """A case's value of what stands beside the names; a question mark where it is unknown."""
    known = (*FACTS, *view.board.whole.attributes)
    found = next((each for each in known if each.key == view.beside), MUNICIPALITY)
    value = value_of(case, found.key)
    return said_value(found, value, view.language) if value else "?"


def cell_pieces(view: View, cell: tuple[Held, ...], role: str) -> Pieces:
    """A cell: how far its interviews are, or that there is none."""
    room = view.column_width - 1
    if not cell:
        if not role:
            return (("", ""),)
        return ((NO_INTERVIEW if room >= len(NO_INTERVIEW) else str(Mark.NO_INTERVIEW), "-muted"),)
    if len(cell) == 1:
        pieces = _progress(view, cell[0])
        used = sum(len(words) for words, _ in pieces)
        by = _finishers([view.initials[name] for name in cell[0].finished_by], room - used - 1)
        return (*pieces, (f" {by}" if by else "", "-muted"))
    marks = "".join(held.mark(view.whose) for held in cell)
    left, turns = sum(held.left(view.whose) for held in cell), sum(held.turns for held in cell)
    return ((f"{marks} ", ""), (f"{left}/{turns}", ""), _doubts(sum(held.doubts for held in cell)))


def _finishers(initials: Sequence[str], room: int) -> str:
    """The initials of those who are done; the first and a + where there is room for no more of them."""
    return next(
        (each for each in (" ".join(initials), f"{initials[0]}+" if initials else "") if len(each) <= room),
        "",
    )


def _progress(view: View, held: Held) -> Pieces:
    mark = held.mark(view.whose)
    ink = {Mark.DONE: "-strong", Mark.UNTOUCHED: "-muted"}.get(mark, "")
    left = f"{held.left(view.whose)}/{held.turns}" if view.board.whole.counted else "…"
    return ((f"{mark} ", ink), (left, ""), _doubts(held.doubts))


def _doubts(count: int) -> Piece:
    return (f" {count}?" if count else "", "-key")


def top_line(view: View, title: str) -> tuple[Pieces, Pieces]:
    """Title of the study; how many interviews, how many done, and which group."""
    board = view.board
    interviews = board.interviews
    done = sum(held.mark(view.whose) is Mark.DONE for held in interviews)
    group = f"{board.group.group.name.say(view.language)}: {board.group.words} · " if board.group else ""
    words = f"{done} of {several(len(interviews), 'interview')} coded to the end {BY[view.whose]} "
    return ((f" {title}", "-strong"), ("  Cases", "-muted")), ((group, "-key"), (words, "-muted"))


def legend(view: View) -> list[Pieces]:
    """What the signs and short names mean, in one row or two."""
    by = BY[view.whose]
    gap = f" {Mark.NO_INTERVIEW} {NO_INTERVIEW} " if view.column_width <= len(NO_INTERVIEW) else ""
    done = f"{Mark.DONE} coded to the end {by}  {Mark.BEGUN} begun  {Mark.UNTOUCHED} untouched"
    doubts = "  5? doubtful passages" if any(held.doubts for held in view.board.interviews) else ""
    signs = f"{gap} 3/34 turns uncoded{doubts}  {done}"
    if len(signs) > view.width:
        doubts = doubts and "  5? in doubt"
        signs = (
            f"{gap} 3/34 uncoded{doubts}  {Mark.DONE} done  {Mark.BEGUN} begun  {Mark.UNTOUCHED} untouched"
        )
    folded = [role for role in view.board.roles if len(view.names[role]) > view.column_width - 1]
    roles = "  ".join(f"{view.shorts[role]} {view.names[role]}" for role in folded)
    return [((signs, "-muted"),), ((f" {roles}", "-muted"),)] if roles else [((signs, "-muted"),)]


def details(view: View, row_id: str, column_id: str) -> list[Pieces]:
    """What the cell under the cursor is about, in a few rows."""
    row = find_row(view.board, row_id)
    if row is not None:
        role = "" if column_id == "-" else column_id
        if column_id and (cell := row.cells.get(role)):
            return _about_cell(view, row, role, cell)
        if column_id:
            return _about_gap(view, row, role)
        return _about_case(view, row)
    held = next((each for each in view.board.apart if each.id == row_id), None)
    return _about_held(view, held, "no case") if held is not None else []


def find_row(board: Board, row_id: str) -> Row | None:
    """The row of a case, whether it counts or not."""
    return next((row for row in (*board.rows, *board.unsure) if row.case.id == row_id), None)


def held_at(board: Board, row_id: str, column_id: str) -> tuple[Held, ...]:
    """The interviews in a cell; all of the case's on its name."""
    row = find_row(board, row_id)
    if row is not None:
        return row.cells.get("" if column_id == "-" else column_id, ()) if column_id else row.interviews
    return tuple(each for each in board.apart if each.id == row_id)


def _about_case(view: View, row: Row) -> list[Pieces]:
    board, case = view.board, row.case
    facts = [outcome_words(case.outcome_group)]
    facts.append(case.municipality or "municipality unknown")
    if row.sorted is not None and row.sorted.reason:
        facts.append(f"{'not known: ' if row.unsure else ''}{row.sorted.reason}")
    known = known_of(case, board.whole.attributes, view.language)
    unknown = [
        attribute_name(each, view.language)
        for each in board.whole.attributes
        if not case.attributes.get(each.key)
    ]
    words = " · ".join(each for each in (known, f"unknown: {', '.join(unknown)}" if unknown else "") if each)
    return [
        ((f" {case.name}", "-strong"), (f"  {' · '.join(facts)}", "")),
        *_wrapped(view, words or "No attributes are defined; t defines some.", 2),
        ((f" {row_sentence(row, board.roles, view.names)}", "-muted"),),
        ((f" {_sum(view, row.interviews)}", "-muted"),),
    ]


def _sum(view: View, interviews: tuple[Held, ...]) -> str:
    done = sum(held.mark(view.whose) is Mark.DONE for held in interviews)
    left, turns = sum(held.left(view.whose) for held in interviews), sum(held.turns for held in interviews)
    by = BY[view.whose]
    return f"{done} of {several(len(interviews), 'interview')} coded to the end {by}; {left} of {turns} turns uncoded"


def _wrapped(view: View, words: str, most: int, ink: str = "") -> list[Pieces]:
    broken = textwrap.wrap(words, max(20, view.width - 2), max_lines=most, placeholder=" …")
    return [((f" {each}", ink),) for each in broken]


def _about_cell(view: View, row: Row, role: str, cell: tuple[Held, ...]) -> list[Pieces]:
    total = _wrapped(view, role_sentence(view.board.totals[role], view.names[role]), 2, "-muted")
    if len(cell) == 1:
        return [*_about_held(view, cell[0], row.case.name), *total]
    head = (
        (f" {row.case.name} · {view.names[role]}", "-strong"),
        (f"  {len(cell)} interviews; Enter asks which", ""),
    )
    own = [((f" {held.title}", ""), ("  ", ""), *_progress(view, held)) for held in cell[:3]]
    return [head, *own, *total]


def _about_held(view: View, held: Held, case: str) -> list[Pieces]:
    when = f"wave {held.wave}" if held.wave else ""
    facts = [case, _roles(view, held) or "no role", held.date or "date unknown", when]
    return [
        ((f" {held.title}", "-strong"), (f"  {' · '.join(each for each in facts if each)}", "")),
        *_wrapped(view, " · ".join(held_sentences(held)), 2),
    ]


def _about_gap(view: View, row: Row, role: str) -> list[Pieces]:
    words = NO_INTERVIEW if role else "every interview has a role"
    return [
        ((f" {row.case.name} · {view.names[role]}", "-strong"), (f"  {words}", "")),
        *_wrapped(view, role_sentence(view.board.totals[role], view.names[role]), 2, "-muted"),
        *_wrapped(view, row_sentence(row, view.board.roles, view.names), 2, "-muted"),
    ]
