"""The checklist of support conditions: every condition in every case, judged by persons, with the passages behind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on

from rcoder.domain.board import Order, Whose
from rcoder.domain.conditions import Checklist
from rcoder.domain.groups import GroupCount
from rcoder.project import Project
from rcoder.project.conditions import case_groups, checklist, passages_behind
from rcoder.project.judging import withdraw
from rcoder.ui.commands import Where, bindings
from rcoder.ui.conditioning import checklist as shown
from rcoder.ui.screens.choosing_group import choose_group
from rcoder.ui.screens.judged_grid import JUDGED_TABLES, JudgedGridScreen
from rcoder.ui.screens.stack import come_back
from rcoder.ui.widgets.grid import Grid
from rcoder.ui.widgets.strips import Pieces

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

NO_CELL = "Go to a case first: ← → choose the column."


class ConditionsScreen(JudgedGridScreen):
    """Conditions by case."""

    TABLES = JUDGED_TABLES | {"case_groups", "attributes"}
    PLACES: ClassVar[tuple[Where, ...]] = (Where.CONDITIONS, Where.GRID, Where.EVERYWHERE)
    BINDINGS = bindings(Where.CONDITIONS)
    OWN = Where.CONDITIONS

    def __init__(self) -> None:
        super().__init__()
        self.whole: Checklist | None = None
        self.groups: tuple[GroupCount, ...] = ()
        self.view: shown.View | None = None
        """The checklist as it is shown."""
        self.order = Order.OUTCOME_GROUP
        self.group = ""
        """Id of the group shown, "" for every case."""

    # -- showing -------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Reads everything."""

        def question(project: Project) -> tuple[Checklist, tuple[GroupCount, ...]]:
            found = checklist(project)
            return found, case_groups(project, found)

        def answered(found: tuple[Checklist, tuple[GroupCount, ...]]) -> None:
            if self.is_attached:
                self.whole, self.groups = found
                self.show()

        self.app.at_desk(question, answered)

    def show(self) -> None:
        """Shows the checklist as it is to be; a group that is gone leaves every case."""
        if self.whole is None:
            return
        group = next((each for each in self.groups if each.group.id == self.group), None)
        view = shown.View(self.whole, self.whose or self.whole.whose, self.size.width, self.order, group)
        self.view = view
        self.grid.empty = shown.empty(self.whole)
        self.grid.show(
            shown.columns(view),
            () if self.grid.empty else shown.rows(view),
            name_width=view.name_width,
            titles=shown.titles(view),
        )
        study = self.app.study
        left, right = shown.top_line(view, study.overview.title if study else "")
        self.show_around(left, right, view.column_width)

    def shown_whose(self) -> Whose | None:
        """Whose judgements stand there."""
        return self.view.whose if self.view is not None else None

    def about(self) -> Sequence[Pieces]:
        """What there is to say of the cell under the cursor."""
        return shown.details(self.view, *self.grid.here) if self.view is not None else ()

    # -- deeds and doors -----------------------------------------------------------------------------------------

    @on(Grid.Chosen)
    def _on_chosen(self) -> None:
        """Opens the passages behind the cell, on a name those of the condition in every case."""
        condition_id, case_id = self.grid.here
        if self.view is not None and (condition := self.view.condition(condition_id)) is not None:
            case = self.view.case(case_id)
            title = (
                f"{condition.key} in {case.name}" if case is not None else f"{condition.key} in every case"
            )
            open_passages_behind(self.app, title, condition_id, case_id)

    def action_judge(self) -> None:
        """Judges the condition in the case."""
        condition_id, case_id = self.grid.here
        if case_id:
            from rcoder.ui.screens.judging import open_judging

            open_judging(self.app, condition_id, case_id)
        elif condition_id:
            self.app.tell(NO_CELL)

    def action_remove(self) -> None:
        """Takes the judgement back."""
        condition_id, case_id = self.grid.here
        if case_id:
            self.app.act(lambda project: withdraw(project, condition_id, case_id))
        elif condition_id:
            self.app.tell(NO_CELL)

    def action_one_case(self) -> None:
        """Opens the case of the column."""
        from rcoder.ui.screens.condition_case import choose_case, open_condition_case

        condition_id, case_id = self.grid.here
        if case_id:
            open_condition_case(self.app, case_id, condition_id)
        elif self.view is not None and self.view.checklist.cases:
            choose_case(
                self.app,
                self.view.checklist.cases,
                lambda each: open_condition_case(self.app, each, condition_id),
            )

    # -- which and how -------------------------------------------------------------------------------------------

    def action_filter_group(self) -> None:
        """Chooses the group to show."""
        if self.whole is None:
            return

        def chosen(group_id: str) -> None:
            self.group = group_id
            self.show()

        whole = self.whole
        choose_group(self.app, self.groups, len(whole.cases), whole.language, chosen, at=self.group)

    def action_sort(self) -> None:
        """Cases by outcome group or by name."""
        self.order = Order.NAME if self.order is Order.OUTCOME_GROUP else Order.OUTCOME_GROUP
        self.show()
        self.app.said.publish(f"Cases ordered {shown.ORDERS[self.order]}.")


def open_passages_behind(
    app: RcoderApp, title: str, condition_id: str, case_id: str = "", role: str = ""
) -> None:
    """Opens the passages behind a cell of the checklist or of a case's page."""
    from rcoder.ui.screens.passages import open_passages

    app.at_desk(
        lambda project: passages_behind(project, condition_id, case_id, role),
        lambda groups: open_passages(app, title, groups),
    )


def open_conditions(app: RcoderApp) -> None:
    """Opens the checklist, or goes back to it where it is open under other screens."""
    if come_back(app, ConditionsScreen) is None:
        app.push_screen(ConditionsScreen())
