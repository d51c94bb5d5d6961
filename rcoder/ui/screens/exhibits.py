"""Other material: survey rows, register figures and documents, and what they bear on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.types import CSSPathType

from rcoder.domain.actions.sentences import several
from rcoder.project.exhibits import ExhibitLine, dropping, exhibits
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.evidencing.exhibit_forms import exhibit_lines
from rcoder.ui.screens.exhibiting import bring_in, change
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.screens.stack import come_back
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

EMPTY = "No other material yet. n brings in a survey row, a register figure or a document."


class ExhibitsScreen(FollowingScreen):
    """Lists the material; Enter opens the configuration that it stands on."""

    TABLES = frozenset({"exhibits", "bearings", "cases", "coders", "configurations", "links", "places"})
    CSS_PATH: ClassVar[CSSPathType | None] = "../evidence.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.EXHIBITS, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.EXHIBITS)
    AUTO_FOCUS = "#found"

    def __init__(self) -> None:
        super().__init__()
        self.material: tuple[ExhibitLine, ...] = ()

    def compose(self) -> ComposeResult:
        """The list and the keys."""
        yield TopLine(id="top")
        yield Lines(id="found", empty=EMPTY)
        yield Status()
        yield Keys(footer(Where.EXHIBITS, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Reads what there is and listens for changes."""
        self.found = self.query_one("#found", Lines)
        self.follow_and_ask()

    def ask(self) -> None:
        """Reads what there is."""
        self.app.at_desk(exhibits, self._answered)

    def _answered(self, found: tuple[ExhibitLine, ...]) -> None:
        if not self.is_attached:
            return
        self.material = found
        self.found.show(exhibit_lines(found))
        counted = f"{several(len(found), 'piece')} in your sight " if found else "nothing yet "
        words = ((" Other material", "-strong"), ("  surveys, registers, documents", "-muted"))
        self.query_one(TopLine).show((words,), ((counted, "-muted"),))

    @property
    def line(self) -> ExhibitLine | None:
        """The material under the cursor."""
        here = self.found.current
        return next((each for each in self.material if here is not None and each.exhibit.id == here.id), None)

    @on(Lines.Chosen, "#found")
    def _on_chosen(self) -> None:
        line = self.line
        if line is None or not line.on:
            self.app.tell("It stands on no claim yet: on the configurations screen, E joins it to one.")
            return
        self.app.open_configurations(configuration_id=line.on[0].configuration_id)

    def action_new(self) -> None:
        """Brings in a new one."""
        bring_in(self.app)

    def action_words(self) -> None:
        """Changes the one under the cursor."""
        if (line := self.line) is not None:
            change(self.app, line)
        else:
            self.app.tell(EMPTY)

    def action_drop(self) -> None:
        """Removes the one under the cursor."""
        if (line := self.line) is not None:
            own = line.exhibit.id
            self.app.act(lambda project: dropping(project, own))

    def go_back(self) -> None:
        """Goes back to the screen before."""
        if self.is_current:
            self.app.pop_screen()


def open_exhibits(app: RcoderApp) -> None:
    """Opens the other material; goes back to it where it is open."""
    if come_back(app, ExhibitsScreen) is None:
        app.push_screen(ExhibitsScreen())
