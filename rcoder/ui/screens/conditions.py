"""The checklist of support conditions: every condition in every case, judged by persons, with the passages behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult

from rcoder.domain.board import Order, Whose
from rcoder.domain.conditions import Checklist
from rcoder.domain.groups import GroupCount
from rcoder.project import Project
from rcoder.project.conditions import case_groups, checklist, passages_behind
from rcoder.project.judging import withdraw
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.conditioning import checklist as shown
from rcoder.ui.conditioning.signs import SIGN_ROWS, legend
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.widgets.grid import Grid
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

EVERY = "every"
"""The choice of every case."""
NO_CELL = "Go to a case first: ← → choose the column."
LOW = 30
"""Rows of a screen on which less is said of the cell under the cursor."""
JUDGED_TABLES = frozenset(
    ("cases", "codes", "codings", "evidence", "finishes", "transcripts", "speakers", "coders", "condition_judgements")
)  # fmt: skip
"""What judgements and their material come from."""


class ConditionsScreen(FollowingScreen):
    """Conditions by case."""

    TABLES = JUDGED_TABLES | {"case_groups", "attributes"}
    CSS_PATH = "../conditions.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.CONDITIONS, Where.GRID, Where.EVERYWHERE)
    BINDINGS = bindings(Where.CONDITIONS)
    AUTO_FOCUS = "#grid"

    def __init__(self) -> None:
        super().__init__()
        self.whole: Checklist | None = None
        self.groups: tuple[GroupCount, ...] = ()
        self.view: shown.View | None = None
        """The checklist as it is shown."""
        self.whose: Whose | None = None
        """Whose judgements are shown; None until something is known or chosen."""
        self.order = Order.OUTCOME_GROUP
        self.group = ""
        """Id of the group shown, "" for every case."""

    def compose(self) -> ComposeResult:
        """The table, what the cell under the cursor is about, and what the signs mean."""
        yield TopLine(id="top")
        yield Grid(id="grid", empty="…")
        yield Strips(id="about", rule=True)
        yield Strips(id="legend")
        yield Status()
        yield Keys(footer(Where.GRID, Where.CONDITIONS, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks for what is there and listens for changes."""
        self.grid = self.query_one(Grid)
        self.follow()
        self.ask()

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

    def action_absence(self) -> None:
        """What is said and not said of the condition."""
        from rcoder.ui.screens.absence import open_absence

        if condition_id := self.grid.here[0]:
            open_absence(self.app, condition_id)

    # -- which and how -------------------------------------------------------------------------------------------

    def action_filter_group(self) -> None:
        """Chooses the group to show."""
        if self.whole is None:
            return
        language = self.whole.language
        choices = [Choice(EVERY, (("every case", ""),), f"{len(self.whole.cases)}")]
        choices += [
            Choice(each.group.id, ((each.group.name.say(language), ""),), each.words, (each.group.name.en,))
            for each in self.groups
        ]

        def chosen(answer: str | None) -> None:
            if answer is not None:
                self.group = "" if answer == EVERY else answer
                self.show()

        self.app.push_screen(ChooserScreen("Only the cases of", choices, at=self.group or EVERY), chosen)

    def action_sort(self) -> None:
        """Cases by outcome group or by name."""
        self.order = Order.NAME if self.order is Order.OUTCOME_GROUP else Order.OUTCOME_GROUP
        self.show()
        self.app.said.publish(f"Cases ordered {shown.ORDERS[self.order]}.")

    def action_whose(self) -> None:
        """The asker's own judgements, or everybody's in sight."""
        if self.view is not None:
            self.whose = Whose.SEEN if self.view.whose is Whose.MINE else Whose.MINE
            self.show()


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
    if any(isinstance(each, ConditionsScreen) for each in app.screen_stack):
        while not isinstance(app.screen, ConditionsScreen):
            app.pop_screen()
    else:
        app.push_screen(ConditionsScreen())
