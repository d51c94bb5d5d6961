"""What is said and not said of one code, case by case and role by role, each absence by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult

from rcoder.domain.absence import SAID, Account, CodeAbsence
from rcoder.domain.terms import say
from rcoder.project.absence import absence_of, account
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.conditioning import sheet as shown
from rcoder.ui.conditioning.signs import ABSENCES, in_row
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.widgets.grid import Grid
from rcoder.ui.widgets.strips import Keys, Pieces, Status, Strips, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

NO_CASES = "No cases yet. In a transcript, ctrl+o brings interviews in and A says which case each is of."
SAYINGS = ("+ there", "~ weak", "− said absent", "if counterfactual", "u a code under it", "S C R N evidence")


def legend(width: int) -> tuple[Pieces, ...]:
    """What the signs mean, in two rows."""
    asked = "asked: asked and not mentioned"
    return (
        in_row(SAYINGS, "said absent=absent", width),
        in_row((asked, *ABSENCES), "asked: asked and =asked: ", width),
    )


class AbsenceScreen(FollowingScreen):
    """Cases by role, for one code."""

    TABLES = frozenset(
        ("cases", "codes", "codings", "evidence", "finishes", "transcripts", "speakers", "coders")
    )
    CSS_PATH = "../conditions.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.ABSENCE, Where.GRID, Where.EVERYWHERE)
    BINDINGS = bindings(Where.ABSENCE)
    AUTO_FOCUS = "#grid"

    def __init__(self, code_id: str) -> None:
        super().__init__()
        self.code_id = code_id
        self.found: CodeAbsence | None = None
        self.view: shown.AbsenceView | None = None
        """The answer as it is shown."""

    def compose(self) -> ComposeResult:
        """The table, what the cell under the cursor comes to, and what the signs mean."""
        yield TopLine(id="top")
        yield Grid(id="grid", empty=NO_CASES)
        yield Strips(id="about", rule=True)
        yield Strips(id="legend")
        yield Status()
        yield Keys(footer(Where.GRID, Where.ABSENCE, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks for what is there and listens for changes."""
        self.grid = self.query_one(Grid)
        self.follow_and_ask()

    def ask(self) -> None:
        """Reads everything."""

        def answered(found: CodeAbsence) -> None:
            if self.is_attached:
                self.found = found
                self.show()

        code_id = self.code_id
        self.app.at_desk(lambda project: absence_of(project, code_id), answered)

    def show(self) -> None:
        """Shows the answer."""
        if self.found is None:
            return
        view = shown.AbsenceView(self.found, self.size.width)
        self.view = view
        self.grid.show(
            shown.absence_columns(view),
            shown.absence_rows(view),
            name_width=view.name_width,
            titles=(((" Case", ""),), (("", ""),)),
        )
        code = self.found.code
        title = f" {code.key} {code.label.say(self.found.language)}"
        self.query_one(TopLine).show((((title, "-strong"), ("  said and not said", "-muted")),), ())
        self.query_one("#legend", Strips).show(legend(self.size.width))
        self._show_about()

    @on(Grid.Reached)
    def _show_about(self) -> None:
        if self.view is not None:
            self.query_one("#about", Strips).show(shown.absence_details(self.view, *self.grid.here))

    def on_resize(self, _: events.Resize) -> None:
        """Fits the columns to the room."""
        self.call_after_refresh(self.show)

    @on(Grid.Chosen)
    def _on_chosen(self) -> None:
        """Opens the passages of the cell under what they say; a name of absence with the words it is tied to."""
        case_id, column_id = self.grid.here
        if self.view is None or (found := self.view.at(case_id, column_id)) is None:
            return
        code_id, role = self.code_id, found.role
        title = f"{self.view.found.code.key}{f', {role}' if role else ''}"
        self.app.at_desk(
            lambda project: account(project, code_id, case_id, role),
            lambda answer: _open(self.app, title, answer),
        )


def _open(app: RcoderApp, title: str, found: Account) -> None:
    from rcoder.ui.screens.passages import open_passages

    groups = [(SAID[saying].say("en"), passages) for saying, passages in found.by_saying()]
    named = ", ".join(say(each) for each in found.absences)
    open_passages(app, f"{title}: {named}" if named else title, groups)


def open_absence(app: RcoderApp, code_id: str) -> None:
    """Opens what is said and not said of a code."""
    app.push_screen(AbsenceScreen(code_id))
