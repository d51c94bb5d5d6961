"""What the checklist of support conditions and the page of one case have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult

from rcoder.domain.board import Whose
from rcoder.ui.commands import Where, footer
from rcoder.ui.conditioning.signs import SIGN_ROWS, legend
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.widgets.grid import Grid
from rcoder.ui.widgets.strips import Keys, Pieces, Status, Strips, TopLine

LOW = 30
"""Rows of a screen on which less is said of the cell under the cursor."""
JUDGED_TABLES = frozenset(
    ("cases", "codes", "codings", "evidence", "finishes", "transcripts", "speakers", "coders", "condition_judgements")
)  # fmt: skip
"""What judgements and their material come from."""


class JudgedGridScreen(FollowingScreen):
    """A table of judgements, what the cell under the cursor is about, and what the signs mean."""

    CSS_PATH = "../conditions.tcss"
    AUTO_FOCUS = "#grid"
    OWN: ClassVar[Where]
    """Where its own keys are declared."""
    EMPTY: ClassVar[str] = "…"

    grid: Grid
    whose: Whose | None = None
    """Whose judgements are shown; None until something is known or chosen."""

    def compose(self) -> ComposeResult:
        """The table and what is beneath it."""
        yield TopLine(id="top")
        yield Grid(id="grid", empty=self.EMPTY)
        yield Strips(id="about", rule=True)
        yield Strips(id="legend")
        yield Status()
        yield Keys(footer(Where.GRID, self.OWN, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks for what is there and listens for changes."""
        self.grid = self.query_one(Grid)
        self.follow_and_ask()

    def show(self) -> None:
        """Shows what is known as it is to be."""
        raise NotImplementedError

    def shown_whose(self) -> Whose | None:
        """Whose judgements stand there; None before anything does."""
        raise NotImplementedError

    def about(self) -> Sequence[Pieces]:
        """What there is to say of the cell under the cursor."""
        raise NotImplementedError

    def show_around(self, left: Pieces, right: Pieces, column_width: int) -> None:
        """The line above the table, and what is beneath it."""
        self.query_one(TopLine).show((left,), right)
        signs = legend(self.size.width, column_width)
        self.set_class(len(signs) > SIGN_ROWS, "-folded")
        self.set_class(self.size.height < LOW, "-low")
        self.query_one("#legend", Strips).show(signs)
        self._show_about()

    @on(Grid.Reached)
    def _show_about(self) -> None:
        self.query_one("#about", Strips).show(self.about())

    def on_resize(self, _: events.Resize) -> None:
        """Fits the columns to the room."""
        self.call_after_refresh(self.show)

    def action_absence(self) -> None:
        """What is said and not said of the condition."""
        from rcoder.ui.screens.absence import open_absence

        if condition_id := self.grid.here[0]:
            open_absence(self.app, condition_id)

    def action_whose(self) -> None:
        """The asker's own judgements, or everybody's in sight."""
        if (whose := self.shown_whose()) is not None:
            self.whose = Whose.SEEN if whose is Whose.MINE else Whose.MINE
            self.show()
