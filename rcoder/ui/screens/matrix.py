"""Comparisons: a question, its table, and the passages behind each cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.types import CSSPathType

from rcoder.domain.matrix import Ask, Matrix, Of, Question
from rcoder.project import Project
from rcoder.project.matrices.asking import TABLES, Passages, behind, matrix, slices
from rcoder.project.matrices.exporting import ready_matrix
from rcoder.project.matrices.offering import Offers, offers
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.comparing import choices, view
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.retrieving.exports import wrong_with
from rcoder.ui.screens.choosing import choose
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.screens.leaving import let_out
from rcoder.ui.screens.question import Field, QuestionScreen
from rcoder.ui.widgets.grid import Grid
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

SIGN_ROWS = 2
"""Rows of the legend where they are enough."""


class MatrixScreen(FollowingScreen):
    """Rows by columns; enter opens the passages behind a cell."""

    TABLES = TABLES
    CSS_PATH: ClassVar[CSSPathType | None] = "../matrix.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.MATRIX, Where.GRID, Where.EVERYWHERE)
    BINDINGS = bindings(Where.MATRIX)
    AUTO_FOCUS = "#grid"

    def __init__(self, asked: Ask | None = None) -> None:
        super().__init__()
        self.asked = asked or Ask()
        self.view: view.View | None = None
        """The comparison as it is shown."""
        self.bare = True
        """Whether rows are shown in which nothing stands."""
        self._round = 0
        """Which asking is under way; answers of an earlier one are let go."""

    def compose(self) -> ComposeResult:
        """Warnings, the table, the cell under the cursor in words, and what the signs mean."""
        yield TopLine(id="top")
        yield Strips(id="warned")
        yield Grid(id="grid", empty="Being counted …")
        yield Strips(id="about", rule=True)
        yield Strips(id="legend")
        yield Status()
        yield Keys(footer(Where.GRID, Where.MATRIX, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks, and listens for changes."""
        self.grid = self.query_one(Grid)
        self.follow_and_ask()

    # -- asking and showing --------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Asks the question a part at a time, so that keys never wait for the whole."""
        self._round += 1
        asked, number = self.asked, self._round

        def begun(answer: tuple[tuple[Ask, ...], Matrix]) -> None:
            parts, first = answer
            self._take(number, parts, 1, first)

        def first_part(project: Project) -> tuple[tuple[Ask, ...], Matrix]:
            parts = slices(project, asked)
            return parts, matrix(project, parts[0])

        self.app.at_desk(first_part, begun)

    def _take(self, number: int, parts: tuple[Ask, ...], done: int, found: Matrix) -> None:
        """Shows what is counted so far, and asks for the next part."""
        if number != self._round or not self.is_attached:
            return
        whole = done == len(parts)
        counted = None if whole else frozenset(row for each in parts[:done] for row in each.only)
        self.view = view.View(replace(found, ask=self.asked), self.size.width, counted, self.bare)
        self.show()
        if not whole:

            def answered(more: Matrix) -> None:
                self._take(number, parts, done + 1, replace(found, cells={**found.cells, **more.cells}))

            self.app.at_desk(lambda project: matrix(project, parts[done]), answered)

    def show(self) -> None:
        """Shows the table as it is."""
        if (shown := self.view) is None:
            return
        self.grid.empty = shown.matrix.empty or "Nothing to compare."
        self.grid.show(
            view.columns(shown),
            [] if shown.matrix.empty else view.rows(shown),
            name_width=shown.name_width,
            titles=view.titles(shown),
        )
        left, right = view.top_line(shown)
        self.query_one(TopLine).show((left,), right)
        warned = view.warned(shown)
        self.set_class(not warned, "-calm")
        self.query_one("#warned", Strips).show(warned)
        signs = view.legend(shown)
        self.set_class(len(signs) > SIGN_ROWS, "-folded")
        self.query_one("#legend", Strips).show(signs)
        self._show_about()

    @on(Grid.Reached)
    def _show_about(self) -> None:
        if self.view is not None:
            self.query_one("#about", Strips).show(view.about(self.view, *self.grid.here))

    def on_resize(self, event: events.Resize) -> None:
        """Fits the columns to the room."""
        if self.view is not None:
            self.view = replace(self.view, width=event.size.width)
        self.call_after_refresh(self.show)

    # -- opening -------------------------------------------------------------------------------------------------

    @on(Grid.Chosen)
    def _on_chosen(self) -> None:
        row_id, column_id = self.grid.here
        if self.view is None or (row := self.view.row_of.get(row_id)) is None:
            return
        column, asked = self.view.column_of.get(column_id), self.asked
        words = "" if column is None else self.view.matrix.words(row, column)

        def answered(found: Passages) -> None:
            from rcoder.ui.screens.passages import open_passages

            if found:
                open_passages(self.app, view.title_of(row, column), found)
            else:
                self.app.said.publish(words or f"No passage on {row.name}.")

        self.app.at_desk(lambda project: behind(project, asked, row, column), answered, keys_wait=True)

    # -- which and how -------------------------------------------------------------------------------------------

    def _change(self, asked: Ask) -> None:
        """Asks another question, from the first column."""
        if asked.question is not self.asked.question:
            self.grid.action_row_start()
        self.asked = asked
        self.ask()

    def _narrow(self, field: str, title: str, offered: list[Choice]) -> None:
        """Chooses what one side of the question is narrowed to."""

        def chosen(answer: str) -> None:
            value = "" if answer == choices.EVERYTHING else answer
            self._change(replace(self.asked, **{field: value}))  # type: ignore[arg-type]  # fields of words alone

        choose(self.app, title, offered, chosen, at=str(getattr(self.asked, field)) or choices.EVERYTHING)

    def _offered(self, then: Callable[[Offers], None]) -> None:
        self.app.at_desk(offers, then, keys_wait=True)

    def action_question(self) -> None:
        """Chooses the question; what it is narrowed to stays."""
        choose(
            self.app,
            "Compare",
            choices.questions(),
            lambda answer: self._change(replace(self.asked, question=Question(answer))),
            at=self.asked.question.value,
        )

    def action_filter(self) -> None:
        """Chooses the rows."""
        self._offered(lambda found: self._narrow("rows", "Only", choices.rows(found, self.asked)))

    def action_role(self) -> None:
        """Chooses the role."""
        self._offered(lambda found: self._narrow("role", "Only what is said by", choices.roles(found)))

    def action_level(self) -> None:
        """Chooses the level of configurations."""
        self._narrow("level", "Configurations", choices.levels())

    def action_status(self) -> None:
        """Chooses the status of configurations."""
        self._narrow("status", "Configurations", choices.statuses())

    def action_split(self) -> None:
        """Chooses the groups, and puts them side by side."""

        def chosen(answer: str) -> None:
            if answer == choices.CONDITION:
                self._ask_condition()
            else:
                self._change(replace(self.asked, question=Question.GROUPS, split=answer))

        self._offered(
            lambda found: choose(self.app, "Side by side", choices.splits(found), chosen, at=self.asked.split)
        )

    def _ask_condition(self) -> None:
        def answered(answer: dict[str, str] | None) -> None:
            if answer is not None and answer["condition"].strip():
                self._change(replace(self.asked, question=Question.GROUPS, split=answer["condition"].strip()))

        form = (Field("condition", "Condition, such as ledighed_aar >= 5"),)
        self.app.push_screen(QuestionScreen("Cases of which", "", form), answered)

    def action_compared_on(self) -> None:
        """Chooses what groups are compared on."""
        choose(
            self.app,
            "Compare the groups on",
            choices.compared_on(),
            lambda answer: self._change(replace(self.asked, question=Question.GROUPS, of=Of(answer))),
            at=self.asked.of.value,
        )

    def action_columns_on(self) -> None:
        """Goes a screenful of columns on."""
        self._across(1)

    def action_columns_back(self) -> None:
        """Goes a screenful of columns back."""
        self._across(-1)

    def _across(self, way: int) -> None:
        if self.view is not None and (there := view.across(self.view, self.grid.here[1], way)) is not None:
            self.grid.go_to(self.grid.here[0], there)

    def action_find_line(self) -> None:
        """Goes to a row or column."""
        if self.view is None:
            return

        def chosen(answer: str) -> None:
            kind, _, own = answer.partition(":")
            row_id, column_id = self.grid.here
            self.grid.go_to(own if kind == "row" else row_id, own if kind == "column" else column_id)

        choose(self.app, "Go to", choices.places(self.view.matrix), chosen)

    def action_hide(self) -> None:
        """Leaves out the rows in which nothing stands, or shows them again."""
        self.bare = not self.bare
        if self.view is not None:
            self.view = replace(self.view, bare=self.bare)
            self.show()

    def action_notes(self) -> None:
        """Says what is counted and of what, and the warnings whole, in a window."""
        if self.view is not None:
            from rcoder.ui.screens.calm_windows import SaidScreen

            self.app.push_screen(SaidScreen(view.notes(self.view.matrix), "What the numbers are"))

    # -- to a file -----------------------------------------------------------------------------------------------

    def action_export(self) -> None:
        """Asks for a format and a file, and writes the table."""
        choose(self.app, "Write as", list(choices.FORMATS), self._ask_file)

    def _ask_file(self, ending: str) -> None:
        form = choices.asked_for(choices.file_for(self.asked, ending))

        def answered(answer: dict[str, str] | None) -> None:
            if answer is not None:
                self._write(Path(answer["file"].strip()).expanduser())

        self.app.push_screen(
            QuestionScreen("Write the table", form.words, form.fields, check=wrong_with(ending)), answered
        )

    def _write(self, file: Path) -> None:
        asked = self.asked
        let_out(
            self.app,
            lambda project: ready_matrix(project, asked, file),
            lambda _: self.app.said.publish(f"Wrote {file}"),
        )


def open_comparison(app: RcoderApp, asked: Ask | None = None) -> None:
    """Opens the comparisons, or goes back to them where they are open under other screens."""
    from rcoder.ui.screens.stack import come_back

    there = come_back(app, MatrixScreen)
    if there is None:
        app.push_screen(MatrixScreen(asked))
    elif asked is not None and asked != there.asked:
        there._change(asked)  # noqa: SLF001 - of this module
