"""One case and its support conditions, as the case as a whole and as each of its roles tells them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on

from rcoder.domain.board import Whose
from rcoder.domain.case import Case
from rcoder.domain.conditions import CaseSheet
from rcoder.domain.groups import outcome_words
from rcoder.project.conditions import case_sheet
from rcoder.project.judging import withdraw
from rcoder.ui.commands import Where, bindings
from rcoder.ui.conditioning import sheet as shown
from rcoder.ui.conditioning.checklist import NO_CONDITIONS
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.screens.choosing import choose
from rcoder.ui.screens.conditions import open_passages_behind
from rcoder.ui.screens.judged_grid import JUDGED_TABLES, JudgedGridScreen
from rcoder.ui.widgets.grid import Grid
from rcoder.ui.widgets.strips import Pieces

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


class ConditionCaseScreen(JudgedGridScreen):
    """Conditions by role."""

    TABLES = JUDGED_TABLES
    PLACES: ClassVar[tuple[Where, ...]] = (Where.CONDITION_CASE, Where.GRID, Where.EVERYWHERE)
    BINDINGS = bindings(Where.CONDITION_CASE)
    OWN = Where.CONDITION_CASE
    EMPTY = NO_CONDITIONS

    def __init__(self, case_id: str, condition_id: str = "") -> None:
        super().__init__()
        self.case_id = case_id
        self.at = condition_id
        """The condition that the cursor begins on."""
        self.sheet: CaseSheet | None = None
        self.view: shown.SheetView | None = None
        """The page as it is shown."""

    def ask(self) -> None:
        """Reads the case; where it is gone, goes back."""

        def answered(found: CaseSheet) -> None:
            if self.is_attached:
                self.sheet = found
                self.show()

        case_id = self.case_id
        self.app.at_desk(lambda project: case_sheet(project, case_id), answered)

    def show(self) -> None:
        """Shows the page."""
        if self.sheet is None:
            return
        judged = any(each.own for each in self.sheet.cells.values())
        others = any(each.judged for each in self.sheet.cells.values())
        usual = Whose.MINE if judged or not others else Whose.SEEN
        view = shown.SheetView(self.sheet, self.whose or usual, self.size.width)
        self.view = view
        self.grid.show(shown.columns(view), shown.rows(view), name_width=view.name_width, titles=shown.TITLES)
        if self.at:
            self.grid.go_to(self.at, shown.WHOLE)
            self.at = ""
        study = self.app.study
        left, right = shown.top_line(view, study.overview.title if study else "")
        self.show_around(left, right, view.column_width)

    def shown_whose(self) -> Whose | None:
        """Whose judgements stand there."""
        return self.view.whose if self.view is not None else None

    def about(self) -> Sequence[Pieces]:
        """What there is to say of the cell under the cursor."""
        return shown.details(self.view, *self.grid.here) if self.view is not None else ()

    @on(Grid.Chosen)
    def _on_chosen(self) -> None:
        """Opens the passages behind the cell."""
        condition_id, column_id = self.grid.here
        if self.view is None or (condition := self.view.condition(condition_id)) is None:
            return
        role = shown.role_of(column_id)
        told = f", {role}" if role else ""
        title = f"{condition.key} in {self.view.sheet.case.name}{told}"
        open_passages_behind(self.app, title, condition_id, self.case_id, role)

    def action_judge(self) -> None:
        """Judges the condition, as the role of the column tells it."""
        from rcoder.ui.screens.judging import open_judging

        condition_id, column_id = self.grid.here
        if condition_id:
            open_judging(self.app, condition_id, self.case_id, shown.role_of(column_id))

    def action_remove(self) -> None:
        """Takes the judgement back."""
        condition_id, column_id = self.grid.here
        case_id, role = self.case_id, shown.role_of(column_id)
        if condition_id:
            self.app.act(lambda project: withdraw(project, condition_id, case_id, role))

    def action_one_case(self) -> None:
        """Goes on to another case."""
        if self.sheet is None:
            return

        def chosen(case_id: str) -> None:
            self.case_id = case_id
            self.ask()

        choose_case(self.app, self.sheet.cases, chosen, at=self.case_id)


def choose_case(app: RcoderApp, cases: Iterable[Case], then: Callable[[str], None], at: str = "") -> None:
    """Chooses one of the cases."""
    choices = [Choice(each.id, ((each.name, ""),), outcome_words(each.outcome_group, "")) for each in cases]

    choose(app, "Which case?", choices, then, at=at)


def open_condition_case(app: RcoderApp, case_id: str, condition_id: str = "") -> None:
    """Opens the page of one case, on a condition."""
    app.push_screen(ConditionCaseScreen(case_id, condition_id))
