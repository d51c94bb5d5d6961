"""Before a file leaves: what was found in it, each finding with its places, and whether it is to be written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.types import CSSPathType

from rcoder.domain.leaving import Findings, Found
from rcoder.project import Project
from rcoder.project.exports.checking import check
from rcoder.project.exports.leaving import Leaving
from rcoder.project.exports.leaving import let_out as written
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.leaving import rows
from rcoder.ui.widgets.kept import Across
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

T = TypeVar("T")
NARROW = 110


class LeavingScreen(ModalScreen[bool]):
    """Lists what was found; y writes the file, esc does not."""

    app: RcoderApp
    CSS_PATH: ClassVar[CSSPathType | None] = "../leaving.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.LEAVING, Where.LIST)
    BINDINGS = bindings(Where.LEAVING)
    AUTO_FOCUS = "#found"

    def __init__(self, file: str, findings: Findings) -> None:
        super().__init__()
        self.file = file
        self.findings = findings

    def compose(self) -> ComposeResult:
        """What was found, and beside or under it the places of one finding."""
        yield TopLine(id="top")
        with Across(id="panes"):
            yield Lines(id="found")
            yield Lines(id="places")
        yield Status()
        yield Keys(footer(Where.LEAVING))

    def on_mount(self) -> None:
        """Shows what was found, the first of it with its places."""
        self.found, self.places = self.query_one("#found", Lines), self.query_one("#places", Lines)
        self.found.show(rows.found_lines(self.findings))
        self.found.go_to(rows.first(self.findings))
        self.query_one(TopLine).show(
            (((f" Before {self.file} is written", "-strong"),),),
            ((f"{rows.asked(self.findings)} ", "-muted"),),
        )
        self.show_places()

    @property
    def one(self) -> Found | None:
        """The finding under the cursor."""
        line = self.found.current
        return rows.found_of(self.findings, line.id) if line is not None else None

    @on(Lines.Reached, "#found")
    def show_places(self) -> None:
        """The places of the finding under the cursor."""
        found = self.one
        width = self.places.size.width or 50
        self.places.show(rows.place_lines(found, width) if found is not None else ())

    def on_resize(self, event: events.Resize) -> None:
        """Puts the places under the findings where the screen is narrow."""
        self.set_class(event.size.width < NARROW, "-narrow")
        self.call_after_refresh(self.show_places)

    @on(Lines.Chosen, "#found")
    def _on_chosen(self, event: Lines.Chosen) -> None:
        if self.one is not None:
            self.places.focus()
        elif event.line.folds:
            self.found.toggle()

    def action_next_pane(self) -> None:
        """Goes between what was found and its places."""
        (self.found if self.places.has_focus else self.places).focus()

    def action_write(self) -> None:
        """Says that the file may be written."""
        self.dismiss(result=True)

    def action_back(self) -> None:
        """From the places to the findings, from these away: nothing is written."""
        if self.places.has_focus:
            self.found.focus()
        else:
            self.dismiss(result=False)


def ask(app: RcoderApp, file: str, findings: Findings, then: Callable[[bool], None]) -> None:
    """Asks whether a file in which these were found is to be written, and goes on with the answer."""
    app.push_screen(LeavingScreen(file, findings), lambda yes: then(bool(yes)))


def let_out(app: RcoderApp, ready: Callable[[Project], Leaving[T]], then: Callable[[T], None]) -> None:
    """Makes a file ready, looks it through, asks where something is found, writes it, and goes on with its answer."""

    def looked(project: Project) -> tuple[Leaving[T], Findings]:
        leaving = ready(project)
        return leaving, check(project, leaving.made)

    def found(answer: tuple[Leaving[T], Findings]) -> None:
        leaving, findings = answer

        def answered(yes: bool) -> None:
            if yes:
                app.at_desk(lambda project: written(project, leaving, findings), then)
            else:
                app.said.publish(f"{leaving.file.name} was not written.")

        if findings.found:
            ask(app, leaving.file.name, findings, answered)
        else:
            answered(True)

    app.at_desk(looked, found)
