"""What the checklist of support conditions shows: a row for each condition, a column for each case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from rcoder.domain.board import Order, Whose
from rcoder.domain.case import Case
from rcoder.domain.codebook import Code
from rcoder.domain.conditions import SIGNS, Cell, Checklist, Judged, Standing
from rcoder.domain.groups import Belonging, GroupCount, outcome_words
from rcoder.domain.terms import say
from rcoder.domain.words import danish_order
from rcoder.project.conditions import (
    judged_in_case,
    split_sentences,
    standing,
    standing_sentence,
    standings,
)
from rcoder.ui.conditioning.signs import cell_pieces, heard_words, judged_words, wrapped
from rcoder.ui.configuring.bench import LANGUAGE
from rcoder.ui.widgets.grid import GridColumn, GridRow
from rcoder.ui.widgets.strips import Pieces

LEAST, MOST = 9, 22
"""Cells of a column."""
HEADING = "hypothesis:"
"""Begins the id of a row that heads the conditions of a hypothesis."""
ORDERS = {Order.OUTCOME_GROUP: "by outcome group", Order.NAME: "by name"}
NO_CONDITIONS = "This study's codebook has no support conditions. B opens the codebook, where + adds one under a hypothesis."
NO_CASES = "No cases yet. In a transcript, ctrl+o brings interviews in and A says which case each is of."

FEW = 5
"""Rows about a cell under which there is room for two."""


@dataclass(frozen=True)
class View:
    """A checklist, and how it is shown."""

    whole: Checklist
    whose: Whose
    width: int = 120
    order: Order = Order.OUTCOME_GROUP
    group: GroupCount | None = None
    """Only the cases of this group."""

    @cached_property
    def checklist(self) -> Checklist:
        """The cases that are shown, in order; numbers are of these."""
        inside = {each.case_id for each in self.group.of(Belonging.IN)} if self.group else None
        cases = [each for each in self.whole.cases if inside is None or each.id in inside]
        if self.order is Order.OUTCOME_GROUP:
            cases.sort(key=lambda case: (not case.outcome_group, danish_order(case.outcome_group)))
        return Checklist(
            self.whole.conditions, self.whole.hypotheses, tuple(cases), self.whole.cells, self.whole.language
        )

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """What each condition comes to over the cases shown."""
        return {
            each.id: standing(self.checklist.row(each.id), self.whose) for each in self.checklist.conditions
        }

    @property
    def name_width(self) -> int:
        """Cells of the column of names."""
        return 26 if self.width < 100 else 38

    @cached_property
    def column_width(self) -> int:
        """Cells of each case's column."""
        room = self.width - 1 - self.name_width
        return min(MOST, max(LEAST, room // max(1, len(self.checklist.cases))))

    def case(self, case_id: str) -> Case | None:
        """A case that is shown."""
        return next((each for each in self.checklist.cases if each.id == case_id), None)

    def condition(self, condition_id: str) -> Code | None:
        """A condition that is shown."""
        return next((each for each in self.checklist.conditions if each.id == condition_id), None)


def empty(whole: Checklist) -> str:
    """Why there is nothing to show, and what fills it; "" where there is something."""
    return NO_CONDITIONS if not whole.conditions else NO_CASES if not whole.cases else ""


def columns(view: View) -> tuple[GridColumn, ...]:
    """A column for each case, with how many conditions are judged in it."""
    found = []
    for case in view.checklist.cases:
        done, of = judged_in_case(view.checklist, case, view.whose)
        words = f"{done} of {of}" if view.column_width > len("27 of 27") else f"{done}/{of}"
        found.append(
            GridColumn(case.id, shortened(case.name, view.column_width - 1), words, view.column_width)
        )
    return tuple(found)


def shortened(name: str, room: int) -> str:
    """A name cut in its middle, so that numbers at its end are still read."""
    if len(name) <= room:
        return name
    tail = (room - 1) // 2
    return f"{name[: room - 1 - tail]}…{name[-tail:]}"


def titles(view: View) -> tuple[Pieces, Pieces]:
    """What stands over the names."""
    head = f" {'Condition':<{view.name_width - 8}}met of"
    under = f" {ORDERS[view.order]}"
    return ((head, ""),), ((f"{under:<{view.name_width - 7}}judged", "-muted"),)


def rows(view: View) -> tuple[GridRow, ...]:
    """The conditions, under their hypotheses."""
    return condition_rows(
        view.checklist.conditions,
        lambda each: view.checklist.hypotheses.get(each.id),
        lambda each: _row(view, each),
        view.checklist.language,
    )


def condition_rows(
    conditions: tuple[Code, ...],
    hypothesis: Callable[[Code], Code | None],
    row: Callable[[Code], GridRow],
    language: str,
) -> tuple[GridRow, ...]:
    """Rows of conditions with a heading before those of each hypothesis."""
    found: list[GridRow] = []
    heading = ""
    for each in conditions:
        over = hypothesis(each)
        if over is not None and over.id != heading:
            heading = over.id
            words = f" {over.key} {over.label.say(language)}"
            found.append(GridRow(f"{HEADING}{over.id}", ((words, "-strong"),), inert=True))
        found.append(row(each))
    return tuple(found)


def _row(view: View, condition: Code) -> GridRow:
    found = view.standings[condition.id]
    count = f"{found.met}/{found.judged}" if found.judged else "–"
    room = view.name_width - 2 - len(count)
    name = fitted(f" {condition.key} {condition.label.say(view.checklist.language)}", room)
    cells = [
        cell_pieces(each, view.whose, view.column_width - 1) for each in view.checklist.row(condition.id)
    ]
    return GridRow(
        condition.id, ((name, ""), (f" {count}", "-strong" if found.judged else "-muted")), tuple(cells)
    )


def fitted(words: str, room: int) -> str:
    """Words filled up or cut to so many cells."""
    return f"{words if len(words) <= room else words[: room - 1] + '…':<{room}}"


def top_line(view: View, title: str) -> tuple[Pieces, Pieces]:
    """The study; how much is judged, and whose judgements are shown."""
    done = sum(judged_in_case(view.checklist, case, view.whose)[0] for case in view.checklist.cases)
    of = len(view.checklist.cases) * len(view.checklist.conditions)
    whose = "by you" if view.whose is Whose.MINE else "by anybody in sight"
    group = (
        f"{view.group.group.name.say(view.checklist.language)}: {view.group.words} · " if view.group else ""
    )
    return (
        ((f" {title}", "-strong"), ("  Support conditions", "-muted")),
        ((group, "-key"), (f"{done} of {of} judged {whose} ", "-muted")),
    )


def details(view: View, condition_id: str, case_id: str) -> list[Pieces]:
    """What the cell under the cursor is about; on a name what the condition comes to, split by outcome group."""
    condition, case = view.condition(condition_id), view.case(case_id)
    if condition is None:
        return []
    language = view.checklist.language
    name = f" {condition.key} {condition.label.say(language)}"
    if case is None:
        whole, *split = split_sentences(standings(view.checklist, condition.id, view.whose))
        found: list[Pieces] = [((name, "-strong"),), *wrapped(whole, view.width)]
        for each in split[:-1]:
            found += wrapped(each, view.width, 1)
        return [*found, *(row for each in split[-1:] for row in wrapped(each, view.width, 2, "-muted"))]
    cell = view.checklist.cell(condition.id, case.id)
    facts = f"  {case.name}, {outcome_words(case.outcome_group)}"
    found = [((name, "-strong"), (facts, "")), *about_cell(cell, view.whose, view.width)]
    return [*found, *_of(view, condition, 2 if len(found) <= FEW else 1)]


def about_cell(cell: Cell, whose: Whose, width: int) -> list[Pieces]:
    """What was judged, by whom and why; then, apart from it, what the passages come to."""
    found: list[Pieces] = []
    for each in cell.by(whose):
        found += wrapped(judged_words(each), width, 2)
    others = len(cell.judged) - len(cell.by(whose))
    if not cell.by(whose):
        found.append(((" Not judged by you. j judges." if others else " Not judged. j judges.", "-key"),))
    if others:
        words = "judgement of another coder" if others == 1 else "judgements of other coders"
        found.append(((f" {others} {words} in sight; w shows.", "-muted"),))
    told = [each for each in cell.told if each.own or whose is Whose.SEEN]
    if told:
        words = "; ".join(_as_told(each) for each in told)
        found += wrapped(f"As roles tell it: {words}", width, 1 if found[1:] else 2)
    found += wrapped(f"Passages, no judgement: {heard_words(cell.heard, cell.absences)}", width, 2, "-muted")
    return found


def _as_told(judged: Judged) -> str:
    own = judged.judgement
    by = "" if judged.own else f" ({judged.coder})"
    return f"{own.role}{by} {SIGNS[own.state]} {say(own.state, LANGUAGE)}"


def _of(view: View, condition: Code, most: int) -> list[Pieces]:
    return wrapped(
        f"{condition.key}: {standing_sentence(view.standings[condition.id])}", view.width, most, "-muted"
    )
