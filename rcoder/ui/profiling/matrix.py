"""What the framework matrix shows: a row for each case, a column for each hypothesis; what is written, apart from what there is to write from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rcoder.domain.case import Case
from rcoder.domain.codebook import Code
from rcoder.domain.framework import FrameCell, Framework, Gap, Material, Written, material_words
from rcoder.domain.groups import OUTCOME_GROUP, Belonging, GroupCount, said_value
from rcoder.domain.profile_words import code_words, written_words
from rcoder.domain.words import Stance
from rcoder.ui.conditioning.signs import wrapped
from rcoder.ui.widgets.grid import GridColumn, GridRow
from rcoder.ui.widgets.strips import Pieces

LEAST, MOST = 16, 48
"""Cells of a column."""
HEADING = "group:"
"""Begins the id of a row that heads the cases of an outcome group."""
CHANGED, SINCE = "!", "*"
"""Passages of a summary changed; further ones have come since."""
NO_COLUMNS = "The study's codebook has no hypotheses and no codes. B, in a transcript, opens the codebook, where + adds one."
NO_CASES = "No cases yet. In a transcript, ctrl+o brings interviews in and A says which case each is of."
TEXT_ROWS = 4
"""Rows of a summary under the table."""

STANCE_LETTERS: dict[Stance, str] = {
    Stance.SUPPORTS: "S",
    Stance.CONTRADICTS: "C",
    Stance.REFINES: "R",
    Stance.NEW: "N",
}
"""What stands after the number of passages on configurations of the hypothesis."""
GAPS: dict[Gap, str] = {
    Gap.NOTHING_SAID: "nothing said",
    Gap.NOT_YET_CODED: "not yet coded",
    Gap.NO_INTERVIEW: "no interview",
}


@dataclass(frozen=True)
class View:
    """A framework matrix, and how it is shown."""

    whole: Framework
    width: int = 120
    group: GroupCount | None = None
    """Only the cases of this group."""

    @cached_property
    def framework(self) -> Framework:
        """The cases that are shown."""
        if self.group is None:
            return self.whole
        return self.whole.only(frozenset(each.case_id for each in self.group.of(Belonging.IN)))

    @property
    def name_width(self) -> int:
        """Cells of the column of names."""
        return 15 if self.width < 100 else 22

    @property
    def column_width(self) -> int:
        """Cells of each hypothesis's column."""
        room = self.width - 1 - self.name_width
        return min(MOST, max(LEAST, room // max(1, len(self.framework.columns))))


def empty(view: View) -> str:
    """Why there is nothing to show, and what fills it; "" where there is something."""
    if not view.whole.columns:
        return NO_COLUMNS
    if not view.whole.cases:
        return NO_CASES
    return "" if view.framework.cases else "No case is in this group. g shows every case again."


def group_words(case: Case) -> str:
    """The outcome group of a case in words."""
    return said_value(OUTCOME_GROUP, case.outcome_group) if case.outcome_group else "outcome group unknown"


def columns(view: View) -> tuple[GridColumn, ...]:
    """A column for each hypothesis, with how many cases are summed up in it."""
    found, width = view.framework, view.column_width
    return tuple(
        GridColumn(
            each.id,
            code_words(each, found.language),
            f"{sum(bool(found.cell(case.id, each.id).written) for case in found.cases)} of {len(found.cases)}",
            width,
        )
        for each in found.columns
    )


def titles(view: View) -> tuple[Pieces, Pieces]:
    """What stands over the names."""
    return ((" Case", ""),), ((f"{'written':>{view.name_width - 2}}", "-muted"),)


def rows(view: View) -> tuple[GridRow, ...]:
    """The cases, under their outcome groups."""
    found: list[GridRow] = []
    before: str | None = None
    for case in view.framework.cases:
        if case.outcome_group != before:
            before = case.outcome_group
            found.append(GridRow(f"{HEADING}{before}", ((f" {group_words(case)}", "-strong"),), inert=True))
        found.append(_row(view, case))
    return tuple(found)


def _row(view: View, case: Case) -> GridRow:
    cells = [view.framework.cell(case.id, each.id) for each in view.framework.columns]
    count = f"{sum(bool(each.written) for each in cells)}/{len(cells)}"
    room = view.name_width - 3 - len(count)
    name = case.name if len(case.name) <= room else f"{case.name[: room - 1]}…"
    return GridRow(
        case.id,
        ((f" {name:<{room}}", ""), (f" {count}", "-muted")),
        tuple(cell_pieces(each, view.column_width - 1) for each in cells),
    )


def cell_pieces(cell: FrameCell, room: int) -> Pieces:
    """A cell: the asker's own summary, else another's by name; where nobody wrote one, in parentheses what there is."""
    if not cell.written:
        return ((material_sign(cell.material, room), "-muted"),)
    first = cell.written[0]
    signs = "".join((CHANGED if first.rests.changed else "", SINCE if first.since else ""))
    others = f" +{len(cell.written) - 1}" if len(cell.written) > 1 else ""
    who = "" if first.own else f"{first.coder}: "
    text = " ".join(first.summary.text.split())
    left = room - len(signs) - len(others) - len(who) - bool(signs)
    words = text if len(text) <= left else f"{text[: max(1, left - 1)]}…"
    return ((f"{signs} " if signs else "", "-key"), (who, "-muted"), (words, ""), (others, "-muted"))


def material_sign(material: Material | None, room: int) -> str:
    """What there is to write from, in parentheses: "(7 in 2/3 4S 1C)"; or why there is nothing."""
    if material is None:
        return "(…)"
    if material.gap is not None:
        return f"({GAPS[material.gap]})"
    coded = f"{material.coded} in {material.interviews}/{material.held}" if material.coded else ""
    stances = " ".join(
        f"{material.stances[each]}{letter}"
        for each, letter in STANCE_LETTERS.items()
        if material.stances.get(each)
    )
    whole = f"({' '.join(each for each in (coded, stances) if each)})"
    return whole if len(whole) <= room or not coded else f"({coded})"


def top_line(view: View, study: str) -> tuple[Pieces, Pieces]:
    """The study and the columns; the group, how much is written, and how far it is counted."""
    found = view.framework
    group = (
        f"{view.group.group.name.say(found.language)}: {view.group.words} · "
        if view.group is not None
        else ""
    )
    waiting = len(view.whole.waiting)
    counting = f"counting, {waiting} of {len(view.whole.cases)} cases left · " if waiting else ""
    return (
        ((f" {study}", "-strong"), (f"  Framework matrix · {found.title}", "-muted")),
        ((group, "-key"), (f"{counting}{found.filled()} of {found.size} cells written ", "-muted")),
    )


def details(view: View, case_id: str, code_id: str) -> list[Pieces]:
    """The cell under the cursor in full; on a name how far the case is."""
    found = view.framework
    case, code = found.case(case_id), found.column(code_id)
    if case is None:
        return []
    if code is None:
        done = sum(bool(found.cell(case.id, each.id).written) for each in found.columns)
        head: Pieces = ((f" {case.name}", "-strong"), (f"  {group_words(case)}", ""))
        words = f"{done} of {len(found.columns)} summed up. o reads the case through all of them, p opens its profile."
        return [head, *wrapped(words, view.width, 2)]
    cell = found.cell(case.id, code.id)
    head = ((f" {case.name} · {code_words(code, found.language)}", "-strong"),)
    return [head, *about_cell(cell, code, view.width, found.language)]


def about_cell(cell: FrameCell, code: Code, width: int, language: str) -> list[Pieces]:
    """The summaries, and apart from them what there is to write from."""
    found: list[Pieces] = []
    for each in cell.written:
        found += _summary(each, width)
    if not cell.written:
        found.append(
            ((" Nobody wrote a summary yet. ", "-muted"), ("w", "-key"), (" writes yours.", "-muted"))
        )
        found += wrapped(code.title.say(language), width, 2) if code.title.say(language) else []
    elif cell.own is None:
        found.append(((" w", "-key"), (" writes yours.", "-muted")))
    found += wrapped(f"To write from: {material_words(cell.material)}", width, 2, "-muted")
    return found


def _summary(written: Written, width: int) -> list[Pieces]:
    text = " ".join(written.summary.text.split())
    ink = "-key" if written.signs else "-muted"
    return [*wrapped(text, width, TEXT_ROWS), *wrapped(f"({written_words(written)})", width, 1, ink)]


def legend(view: View) -> list[Pieces]:
    """What the signs mean."""
    words = f" {CHANGED} its passages changed  {SINCE} passages since   in parentheses, no summary: coded passages in interviews of the case"
    if len(words) > view.width:
        words = f" {CHANGED} passages changed {SINCE} passages since  (no summary: passages in interviews)"
    stances = ", S C R N on configurations: supports, contradicts, refines, new"
    return [((words + (stances if len(words + stances) < view.width else ""), "-muted"),)]
