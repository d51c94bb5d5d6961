"""What the page of one case shows: every condition as the whole case and as each of its roles tells it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rcoder.domain.absence import Account, CodeAbsence
from rcoder.domain.board import Whose
from rcoder.domain.codebook import Code
from rcoder.domain.conditions import CaseSheet, roles_differ
from rcoder.domain.groups import outcome_words
from rcoder.domain.roles import role_name, short_names
from rcoder.ui.conditioning.checklist import about_cell, condition_rows, fitted, shortened
from rcoder.ui.conditioning.signs import cell_pieces, heard_words, material, wrapped
from rcoder.ui.widgets.grid import GridColumn, GridRow
from rcoder.ui.widgets.strips import Pieces

TITLES: tuple[Pieces, Pieces] = (((" Condition", ""),), ((" judged", "-muted"),))
"""What stands over the names."""
WHOLE = "whole"
"""Id of the column of the case as a whole."""
LEAST, MOST = 10, 26


def role_of(column_id: str) -> str:
    """The role of a column; "" for the whole case."""
    return "" if column_id in ("", WHOLE) else column_id


@dataclass(frozen=True)
class SheetView:
    """One case's page, and how it is shown."""

    sheet: CaseSheet
    whose: Whose
    width: int = 120

    @property
    def name_width(self) -> int:
        """Cells of the column of names."""
        return 24 if self.width < 100 else 40

    @cached_property
    def column_width(self) -> int:
        """Cells of each column."""
        room = self.width - 1 - self.name_width
        return min(MOST, max(LEAST, room // (len(self.sheet.roles) + 1)))

    def condition(self, condition_id: str) -> Code | None:
        """A condition that is shown."""
        return next((each for each in self.sheet.conditions if each.id == condition_id), None)


def columns(view: SheetView) -> tuple[GridColumn, ...]:
    """The whole case, then each role, with how many conditions are judged."""
    room = view.column_width - 1
    found = []
    for role in ("", *view.sheet.roles):
        cells = [view.sheet.cell(each.id, role) for each in view.sheet.conditions]
        done = sum(bool(each.by(view.whose)) for each in cells)
        title = _title(role, view.sheet.roles, room, view.sheet.language)
        found.append(GridColumn(role or WHOLE, title, f"{done} of {len(cells)}", view.column_width))
    return tuple(found)


def _title(role: str, roles: tuple[str, ...], room: int, language: str) -> str:
    if not role:
        return "whole case" if room >= len("whole case") else "case"
    name = role_name(role, language)
    return name if len(name) <= room else short_names(roles)[role]


def rows(view: SheetView) -> tuple[GridRow, ...]:
    """The conditions, under their hypotheses."""
    return condition_rows(
        view.sheet.conditions,
        lambda each: view.sheet.hypotheses.get(each.id),
        lambda each: _row(view, each),
        view.sheet.language,
    )


def _row(view: SheetView, condition: Code) -> GridRow:
    name = fitted(f" {condition.key} {condition.label.say(view.sheet.language)}", view.name_width - 1)
    cells = [
        cell_pieces(view.sheet.cell(condition.id, role), view.whose, view.column_width - 1)
        for role in ("", *view.sheet.roles)
    ]
    return GridRow(condition.id, ((name, ""),), tuple(cells))


def top_line(view: SheetView, title: str) -> tuple[Pieces, Pieces]:
    """The case; whose judgements are shown."""
    whose = "judged by you" if view.whose is Whose.MINE else "judged by anybody in sight"
    case = view.sheet.case
    return (
        ((f" {title}", "-strong"), (f"  Support conditions of {case.name}", "-muted")),
        ((f"{outcome_words(case.outcome_group)} · {whose} ", "-muted"),),
    )


def details(view: SheetView, condition_id: str, column_id: str) -> list[Pieces]:
    """What the cell under the cursor is about; on the whole case, that roles are judged apart where they are."""
    condition, role = view.condition(condition_id), role_of(column_id)
    if condition is None:
        return []
    cell = view.sheet.cell(condition.id, role)
    language = view.sheet.language
    told = f"as the {role_name(role, language)} tells it" if role else "the case as a whole"
    head = ((f" {condition.key} {condition.label.say(language)}", "-strong"), (f"  {told}", ""))
    found: list[Pieces] = [head, *about_cell(cell, view.whose, view.width)]
    if not role and not cell.by(view.whose) and roles_differ(cell.told):
        words = "Roles are judged apart, met and not met: “roles disagree” may be what to say of the case."
        found += wrapped(words, view.width, 1, "-key")
    return found


# -- absence of one code -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AbsenceView:
    """One code over every case and role, and how it is shown."""

    found: CodeAbsence
    width: int = 120

    @property
    def name_width(self) -> int:
        """Cells of the column of names."""
        return 16 if self.width < 100 else 24

    @cached_property
    def column_width(self) -> int:
        """Cells of each column."""
        room = self.width - 1 - self.name_width
        return min(MOST, max(LEAST, room // (len(self.found.roles) + 1)))

    def at(self, case_id: str, column_id: str) -> Account | None:
        """What a cell tells."""
        return self.found.accounts.get((case_id, role_of(column_id)))


def absence_columns(view: AbsenceView) -> tuple[GridColumn, ...]:
    """The whole case, then each role, with in how many cases anything is said of the code."""
    found = []
    for role in ("", *view.found.roles):
        accounts = [view.found.account(case.id, role) for case in view.found.cases]
        said = sum(bool(each.heard.answers) for each in accounts)
        held = sum(bool(each.heard.interviews) for each in accounts)
        title = _title(role, view.found.roles, view.column_width - 1, view.found.language)
        words = (
            f"said in {said} of {held}" if view.column_width > len("said in 35 of 35") else f"{said}/{held}"
        )
        found.append(GridColumn(role or WHOLE, title, words, view.column_width))
    return tuple(found)


def absence_rows(view: AbsenceView) -> tuple[GridRow, ...]:
    """A row for each case."""
    return tuple(
        GridRow(
            case.id,
            ((f" {shortened(case.name, view.name_width - 2)}", "-strong"),),
            tuple(_absence(view, view.found.account(case.id, role)) for role in ("", *view.found.roles)),
        )
        for case in view.found.cases
    )


def _absence(view: AbsenceView, account: Account) -> Pieces:
    words = material(account.heard, account.absences, view.column_width + 1)[1:-1]
    return ((words, "" if account.heard.answers else "-muted"),)


def absence_details(view: AbsenceView, case_id: str, column_id: str) -> list[Pieces]:
    """What the cell under the cursor comes to, with every name of absence that holds."""
    account = view.at(case_id, column_id)
    case = next((each for each in view.found.cases if each.id == case_id), None)
    if account is None or case is None:
        return []
    role = role_of(column_id)
    told = f"as the {role_name(role, view.found.language)} tells it" if role else "the case as a whole"
    return [
        ((f" {case.name}", "-strong"), (f"  {told}", "")),
        *wrapped(heard_words(account.heard, account.absences), view.width, 2),
    ]
