"""The board of cases: which interviews there are of each case and role, how far they are, and where there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult

from rcoder.domain.board import Held, Order, Row, Whole, Whose
from rcoder.domain.groups import MUNICIPALITY, said_name
from rcoder.domain.words import Subject
from rcoder.project.board import arrange, whole
from rcoder.ui import boarding
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.screens.choosing import choose
from rcoder.ui.screens.choosing_group import choose_group
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.screens.stack import come_back
from rcoder.ui.study import Study, read_first
from rcoder.ui.widgets.grid import Grid
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

MAKE = "make"
"""The choice to make a group."""


class BoardScreen(FollowingScreen):
    """Cases by role."""

    TABLES = frozenset(
        (
            "cases",
            "transcripts",
            "speakers",
            "attributes",
            "case_groups",
            "codings",
            "finishes",
            "doubts",
            "coders",
        )
    )
    CSS_PATH = "../boards.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.BOARD, Where.GRID, Where.EVERYWHERE)
    BINDINGS = bindings(Where.BOARD)
    AUTO_FOCUS = "#grid"

    def __init__(self) -> None:
        super().__init__()
        self.whole: Whole | None = None
        self.view: boarding.View | None = None
        """The board as it is shown."""
        self.group = ""
        """Id of the group shown, "" for every case."""
        self.order = Order.NAME
        self.beside = MUNICIPALITY.key
        self.whose: Whose | None = None
        """Whose progress is shown; None until something is known or chosen."""

    def compose(self) -> ComposeResult:
        """The table, what the cell under the cursor is about, and what the signs mean."""
        yield TopLine(id="top")
        yield Grid(
            id="grid", empty="No cases and no interviews yet. In a transcript, ctrl+o brings interviews in."
        )
        yield Strips(id="about", rule=True)
        yield Strips(id="legend")
        yield Status()
        yield Keys(footer(Where.GRID, Where.BOARD, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks for what is there and listens for changes."""
        self.grid = self.query_one(Grid)
        self.follow()
        self.ask()

    # -- showing -------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Reads everything; at first what is quickly read, so that the board is there while turns are counted."""

        def answered(found: Whole) -> None:
            if self.is_attached:
                self.whole = found
                self.show()

        if self.whole is None:
            self.app.at_desk(lambda project: whole(project, turns=False), answered)
        self.app.at_desk(whole, answered)

    def show(self) -> None:
        """Shows the board as it is to be; a group that is gone leaves every case."""
        if self.whole is None:
            return
        count = self.whole.group_called(self.group)
        self.group = self.group if count is not None else ""
        board = arrange(self.whole, group=count, order=self.order)
        view = boarding.View(board, self.whose or self.whole.whose, self.beside, self.size.width)
        self.view = view
        self.grid.show(
            boarding.columns(view),
            boarding.rows(view),
            name_width=view.name_width,
            titles=boarding.titles(view),
        )
        study = self.app.study
        left, right = boarding.top_line(view, study.overview.title if study else "")
        self.query_one(TopLine).show((left,), right)
        legend = boarding.legend(view)
        self.set_class(len(legend) > 1, "-folded")
        self.query_one("#legend", Strips).show(legend)
        self._show_about()

    @on(Grid.Reached)
    def _show_about(self) -> None:
        if (view := self.view) is not None:
            self.query_one("#about", Strips).show(boarding.details(view, *self.grid.here))

    def on_resize(self, _: events.Resize) -> None:
        """Fits the columns to the room."""
        self.call_after_refresh(self.show)

    # -- opening -------------------------------------------------------------------------------------------------

    @on(Grid.Chosen)
    def _on_chosen(self) -> None:
        row_id, column_id = self.grid.here
        view = self.view
        if view is None:
            return
        if not column_id and boarding.find_row(view.board, row_id) is not None:
            self.action_about_case()
            return
        self._which(boarding.held_at(view.board, row_id, column_id), self._read)

    def _which(self, held: tuple[Held, ...], then: Callable[[str], None]) -> None:
        """Goes on with the one interview of a cell, or with the one that is chosen of several."""
        if not held:
            self.app.said.publish(
                "There is no interview here. ctrl+o, in a transcript, brings interviews in."
            )
        elif len(held) == 1:
            then(held[0].id)
        else:
            choices = [Choice(each.id, ((each.title, ""),), each.date, (each.title,)) for each in held]
            choose(self.app, "Which interview?", choices, then)

    def _read(self, transcript_id: str) -> None:
        """Opens an interview over the board; esc comes back to it."""
        from rcoder.ui.screens.coding import CodingScreen

        def opened(study: Study) -> None:
            if self.app.study is not None:
                study.take_over(self.app.study)
            self.app.push_screen(CodingScreen(study))

        self.app.at_desk(lambda project: read_first(project, transcript_id), opened)

    @property
    def row(self) -> Row | None:
        """The case of the row under the cursor."""
        view = self.view
        return boarding.find_row(view.board, self.grid.here[0]) if view is not None else None

    def action_about(self) -> None:
        """About the interview, or where there is none the case."""
        from rcoder.ui.screens.about_interview import open_interview

        row_id, column_id = self.grid.here
        view = self.view
        if view is None:
            return
        held = boarding.held_at(view.board, row_id, column_id) if column_id or self.row is None else ()
        if held:
            self._which(held, lambda transcript_id: open_interview(self.app, transcript_id))
        else:
            self.action_about_case()

    def action_about_case(self) -> None:
        """About the case."""
        from rcoder.ui.screens.about_case import open_case

        if (row := self.row) is not None:
            open_case(self.app, row.case.id)
        else:
            self.app.said.publish("This interview is of no case.")

    def action_profile(self) -> None:
        """The case on one page."""
        from rcoder.ui.screens.case_profile import open_profile

        if (row := self.row) is not None:
            open_profile(self.app, row.case.id)
        else:
            self.app.said.publish("This interview is of no case.")

    def action_several(self) -> None:
        """The interviews of the row, or of the cell, to be put right together."""
        from rcoder.ui.screens.several import about_several

        if (view := self.view) is not None:
            row_id, column_id = self.grid.here
            row = boarding.find_row(view.board, row_id)
            held = (
                boarding.held_at(view.board, row_id, column_id)
                if column_id or row is None
                else row.interviews
            )
            about_several(self.app, [each.id for each in held])

    def action_values(self) -> None:
        """What is known of the case; of an interview without a case what is known of that."""
        from rcoder.ui.screens.values import open_values

        row, row_id = self.row, self.grid.here[0]
        if row_id:
            open_values(self.app, Subject.CASE if row is not None else Subject.INTERVIEW, row_id)

    # -- which and how -------------------------------------------------------------------------------------------

    def action_filter_group(self) -> None:
        """Chooses the group to show."""
        if self.whole is None:
            return

        def chosen(answer: str) -> None:
            if answer == MAKE:
                self.action_groups()
                return
            self.group = answer
            self.show()

        groups, language = (*self.whole.groups, *self.whole.usual), self.whole.language
        further = (Choice(MAKE, (("make a group …", "-muted"),)),)
        choose_group(
            self.app, groups, len(self.whole.cases), language, chosen, at=self.group, further=further
        )

    def action_sort(self) -> None:
        """The next order."""
        orders = tuple(Order)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self.show()
        self.app.said.publish(f"Ordered {boarding.ORDERS[self.order]}.")

    def action_beside(self) -> None:
        """Chooses what stands beside the names."""
        if self.whole is None:
            return
        known = (MUNICIPALITY, *self.whole.attributes)
        language = self.whole.language
        choices = [
            Choice(each.key, ((said_name(each, language), ""),), each.key, (each.key, each.label.en))
            for each in known
        ]

        def chosen(answer: str) -> None:
            self.beside = answer
            self.show()

        choose(self.app, "Beside the names", choices, chosen, at=self.beside)

    def action_whose(self) -> None:
        """The asker's own progress, or everybody's in sight."""
        if (view := self.view) is not None:
            self.whose = Whose.SEEN if view.whose is Whose.MINE else Whose.MINE
            self.show()

    def action_groups(self) -> None:
        """Opens the groups."""
        from rcoder.ui.screens.groups import GroupsScreen

        self.app.push_screen(GroupsScreen())

    def action_attributes(self) -> None:
        """Opens the attributes."""
        from rcoder.ui.screens.attributes import AttributesScreen

        self.app.push_screen(AttributesScreen())

    def action_memos(self) -> None:
        """The memos on the interview under the cursor, or where there is none on the case."""
        from rcoder.ui.screens.memos import open_memos

        row_id, column_id = self.grid.here
        if (view := self.view) is None:
            return
        held = boarding.held_at(view.board, row_id, column_id) if column_id or self.row is None else ()
        if held:
            self._which(held, lambda each: open_memos(self.app, Subject.INTERVIEW, each))
        elif (row := self.row) is not None:
            open_memos(self.app, Subject.CASE, row.case.id)


def open_board(app: RcoderApp) -> None:
    """Opens the board, or goes back to it where it is open under other screens."""
    if come_back(app, BoardScreen) is None:
        app.push_screen(BoardScreen())
