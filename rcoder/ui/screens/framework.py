"""The framework matrix: cases by hypotheses, each cell a summary that a person writes, with its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.types import CSSPathType

from rcoder.domain.framework import Framework, Material, material_words
from rcoder.domain.groups import GroupCount
from rcoder.domain.profile_words import code_words
from rcoder.project import Project
from rcoder.project.framework import (
    AT_ONCE,
    HYPOTHESES,
    Groups,
    behind,
    case_groups,
    framework,
    material_of,
    offered_columns,
)
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.profiling import matrix as shown
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.choosing_group import EVERY, choose_group
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.screens.stack import come_back
from rcoder.ui.widgets.grid import Grid
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

LOW = 30
"""Rows of a screen on which less is said of the cell under the cursor."""
NO_CELL = "Go to a cell first: ← → choose the hypothesis."
WRITTEN_TABLES = frozenset(
    (
        "cases", "codes", "codebooks", "codings", "coders", "configurations", "doubts", "evidence", "finishes", "links", "places",
        "speakers", "study", "summaries", "transcripts",
    )
)  # fmt: skip
"""What summaries and what there is to write from come from."""


class FrameworkScreen(FollowingScreen):
    """Cases by hypotheses; enter opens the passages behind a cell."""

    TABLES = WRITTEN_TABLES | {"case_groups", "attributes"}
    CSS_PATH: ClassVar[CSSPathType | None] = "../profiles.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.FRAMEWORK, Where.GRID, Where.EVERYWHERE)
    BINDINGS = bindings(Where.FRAMEWORK)
    AUTO_FOCUS = "#grid"

    def __init__(self) -> None:
        super().__init__()
        self.whole: Framework | None = None
        self.view: shown.View | None = None
        """The matrix as it is shown."""
        self.groups: tuple[GroupCount, ...] = ()
        self.group = ""
        """Id of the group shown, "" for every case."""
        self.under = HYPOTHESES
        """What the columns stand under."""
        self._round = 0
        """Which asking is under way; answers of an earlier one are let go."""

    def compose(self) -> ComposeResult:
        """The table, the cell under the cursor in full, and what the signs mean."""
        yield TopLine(id="top")
        yield Grid(id="grid", empty="…")
        yield Strips(id="about", rule=True)
        yield Strips(id="legend")
        yield Status()
        yield Keys(footer(Where.GRID, Where.FRAMEWORK, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks for what is there and listens for changes."""
        self.grid = self.query_one(Grid)
        self.follow_and_ask()

    # -- asking and showing --------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Reads what is written at once, and counts what there is to write from a few cases at a time."""
        self._round += 1
        under, number = self.under, self._round

        def question(project: Project) -> tuple[Framework, tuple[GroupCount, ...]]:
            found = framework(project, under)
            return found, case_groups(project, found)

        def answered(found: tuple[Framework, tuple[GroupCount, ...]]) -> None:
            if self.is_attached and number == self._round:
                self.whole, self.groups = found
                self.show()
                self._count(number)

        self.app.at_desk(question, answered)

    def _count(self, number: int) -> None:
        """Counts the next cases, those that are shown first."""
        whole, view = self.whole, self.view
        if whole is None or view is None:
            return
        waiting = [*view.framework.waiting, *whole.waiting]
        some = list(dict.fromkeys(waiting))[:AT_ONCE]
        if not some:
            return

        def counted(material: dict[tuple[str, str], Material]) -> None:
            if self.is_attached and number == self._round and self.whole is not None:
                self.whole = self.whole.counted(material)
                self.show()
                if any(case in self.whole.waiting for case in some):
                    return
                self._count(number)

        self.app.at_desk(lambda project: material_of(project, whole.columns, some), counted)

    def show(self) -> None:
        """Shows the matrix as it is to be; a group that is gone leaves every case."""
        if self.whole is None:
            return
        group = next((each for each in self.groups if each.group.id == self.group), None)
        view = self.view = shown.View(self.whole, self.size.width, group)
        self.grid.empty = shown.empty(view)
        self.grid.show(
            shown.columns(view),
            () if self.grid.empty else shown.rows(view),
            name_width=view.name_width,
            titles=shown.titles(view),
        )
        left, right = shown.top_line(view, self.whole.study)
        self.query_one(TopLine).show((left,), right)
        self.set_class(self.size.height < LOW, "-low")
        self.query_one("#legend", Strips).show(shown.legend(view))
        self._show_about()

    @on(Grid.Reached)
    def _show_about(self) -> None:
        if self.view is not None:
            self.query_one("#about", Strips).show(shown.details(self.view, *self.grid.here))

    def on_resize(self, _: events.Resize) -> None:
        """Fits the columns to the room."""
        self.call_after_refresh(self.show)

    # -- opening and writing -------------------------------------------------------------------------------------

    @on(Grid.Chosen)
    def _on_chosen(self) -> None:
        """Opens the passages behind the cell; on a name the case through all hypotheses."""
        case_id, code_id = self.grid.here
        if not code_id:
            self.action_one_case()
        elif self.view is not None:
            open_behind(self.app, self.view.framework, case_id, code_id)

    def action_write(self) -> None:
        """Writes the summary of the cell."""
        from rcoder.ui.screens.summing_up import open_writing

        case_id, code_id = self.grid.here
        if case_id and code_id:
            open_writing(self.app, case_id, code_id)
        elif case_id:
            self.app.tell(NO_CELL)

    def action_remove(self) -> None:
        """Removes one's own summary of the cell."""
        from rcoder.ui.screens.summing_up import remove_summary

        case_id, code_id = self.grid.here
        if case_id and code_id:
            remove_summary(self.app, case_id, code_id)
        elif case_id:
            self.app.tell(NO_CELL)

    def action_one_case(self) -> None:
        """Reads the case of the row."""
        from rcoder.ui.screens.framework_reading import FrameReadingScreen

        case_id, code_id = self.grid.here
        if case_id:
            self.app.push_screen(FrameReadingScreen(self.under, case_id=case_id, at=code_id))

    def action_one_hypothesis(self) -> None:
        """Reads the hypothesis of the column."""
        from rcoder.ui.screens.framework_reading import FrameReadingScreen

        case_id, code_id = self.grid.here
        if code_id:
            self.app.push_screen(FrameReadingScreen(self.under, code_id=code_id, at=case_id))
        elif case_id:
            self.app.tell(NO_CELL)

    def action_profile(self) -> None:
        """Opens the case of the row on one page."""
        from rcoder.ui.screens.case_profile import open_profile

        if case_id := self.grid.here[0]:
            open_profile(self.app, case_id)

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

    def action_choose_columns(self) -> None:
        """Chooses what the columns stand under."""

        def offered(found: tuple[tuple[str, str, int], ...]) -> None:
            choices = [Choice(id_ or EVERY, ((words, ""),), f"{number}") for id_, words, number in found]

            def chosen(answer: str | None) -> None:
                if answer is not None:
                    self.under = HYPOTHESES if answer == EVERY else answer
                    self.ask()

            self.app.push_screen(ChooserScreen("Columns", choices, at=self.under or EVERY), chosen)

        self.app.at_desk(offered_columns, offered, keys_wait=True)

    def action_export(self) -> None:
        """Writes what is shown to a file."""
        from rcoder.ui.screens.profile_export import export_matrix

        if self.view is None or not self.view.framework.cases:
            return
        cases = frozenset(each.id for each in self.view.framework.cases)
        export_matrix(self.app, self.under, cases)


def open_behind(app: RcoderApp, found: Framework, case_id: str, code_id: str) -> None:
    """Opens the passages behind a cell: those a summary rests on, then those there are to write from."""
    from rcoder.ui.screens.passages import open_passages

    case, code = found.case(case_id), found.column(code_id)
    if case is None or code is None:
        return
    title = f"{case.name} · {code_words(code, found.language)}"

    cell = found.cell(case_id, code_id)

    def answered(groups: Groups) -> None:
        if groups:
            open_passages(app, title, groups)
        else:
            app.said.publish(f"No passage: {material_words(cell.material)}.")

    app.at_desk(lambda project: behind(project, case_id, code_id), answered, keys_wait=True)


def open_framework(app: RcoderApp) -> None:
    """Opens the matrix, or goes back to it where it is open under other screens."""
    if come_back(app, FrameworkScreen) is None:
        app.push_screen(FrameworkScreen())
