"""One case and its support conditions, as the case as a whole and as each of its roles tells them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult

from rcoder.domain.board import Whose
from rcoder.domain.case import Case
from rcoder.domain.conditions import CaseSheet
from rcoder.project.conditions import case_sheet
from rcoder.project.judging import withdraw
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.conditioning import sheet as shown
from rcoder.ui.conditioning.checklist import NO_CONDITIONS
from rcoder.ui.conditioning.signs import SIGN_ROWS, legend
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.conditions import JUDGED_TABLES, LOW, open_passages_behind
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.widgets.grid import Grid
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


class ConditionCaseScreen(FollowingScreen):
    """Conditions by role."""

    TABLES = JUDGED_TABLES
    CSS_PATH = "../conditions.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.CONDITION_CASE, Where.GRID, Where.EVERYWHERE)
    BINDINGS = bindings(Where.CONDITION_CASE)
    AUTO_FOCUS = "#grid"

    def __init__(self, case_id: str, condition_id: str = "") -> None:
        super().__init__()
        self.case_id = case_id
        self.at = condition_id
        """The condition that the cursor begins on."""
        self.sheet: CaseSheet | None = None
        self.view: shown.SheetView | None = None
        """The page as it is shown."""
        self.whose: Whose | None = None

    def compose(self) -> ComposeResult:
        """The table, what the cell under the cursor is about, and what the signs mean."""
        yield TopLine(id="top")
        yield Grid(id="grid", empty=NO_CONDITIONS)
        yield Strips(id="about", rule=True)
        yield Strips(id="legend")
        yield Status()
        yield Keys(footer(Where.GRID, Where.CONDITION_CASE, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks for what is there and listens for changes."""
        self.grid = self.query_one(Grid)
        self.follow()
        self.ask()

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
        self.query_one(TopLine).show((left,), right)
        signs = legend(self.size.width, view.column_width)
        self.set_class(len(signs) > SIGN_ROWS, "-folded")
        self.set_class(self.size.height < LOW, "-low")
        self.query_one("#legend", Strips).show(signs)
        self._show_about()

    @on(Grid.Reached)
    def _show_about(self) -> None:
        if self.view is not None:
            self.query_one("#about", Strips).show(shown.details(self.view, *self.grid.here))

    def on_resize(self, _: events.Resize) -> None:
        """Fits the columns to the room."""
        self.call_after_refresh(self.show)

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

    def action_absence(self) -> None:
        """What is said and not said of the condition."""
        from rcoder.ui.screens.absence import open_absence

        if condition_id := self.grid.here[0]:
            open_absence(self.app, condition_id)

    def action_whose(self) -> None:
        """The asker's own judgements, or everybody's in sight."""
        if self.view is not None:
            self.whose = Whose.SEEN if self.view.whose is Whose.MINE else Whose.MINE
            self.show()


def choose_case(app: RcoderApp, cases: Iterable[Case], then: Callable[[str], None], at: str = "") -> None:
    """Chooses one of the cases."""
    choices = [Choice(each.id, ((each.name, ""),), each.outcome_group.replace("_", " ")) for each in cases]

    def chosen(answer: str | None) -> None:
        if answer is not None:
            then(answer)

    app.push_screen(ChooserScreen("Which case?", choices, at=at), chosen)


def open_condition_case(app: RcoderApp, case_id: str, condition_id: str = "") -> None:
    """Opens the page of one case, on a condition."""
    app.push_screen(ConditionCaseScreen(case_id, condition_id))
