"""How did this come about? A course from the journal, whose passages open in their interviews."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.types import CSSPathType

from rcoder.domain.actions.sentences import several
from rcoder.domain.history import History
from rcoder.domain.passage import Passage
from rcoder.project import Project
from rcoder.project.history import history_of_code, history_of_configuration
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.reviewing.course_rows import EMPTY, course_lines, folded, passage_at
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

Ask = Callable[[Project], History]
NO_PASSAGE = "No passage on this line."


class HistoryScreen(FollowingScreen):
    """Tells a course; Enter on a line that names a passage opens it."""

    TABLES = frozenset({
        "configurations", "places", "elements", "links", "groundings", "evidence", "bearings", "judgements", "rivals",
        "kinships", "comments", "prompt_answers", "codes", "codings", "transcripts", "coders",
    })  # fmt: skip
    CSS_PATH: ClassVar[CSSPathType | None] = "../review.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.COURSE, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.COURSE)
    AUTO_FOCUS = "#course"

    def __init__(self, asked: Ask) -> None:
        super().__init__()
        self._asked = asked
        self.history: History | None = None
        self.latest_first = False

    def compose(self) -> ComposeResult:
        """The course."""
        yield TopLine(id="top")
        yield Lines(id="course", empty="Asking the journal …")
        yield Status()
        yield Keys(footer(Where.COURSE, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks the journal and listens for changes."""
        self.lines = self.query_one("#course", Lines)
        self.follow_and_ask()

    def ask(self) -> None:
        """Reads the course anew."""
        self.app.at_desk(self._asked, self._show)

    def _show(self, found: History) -> None:
        if not self.is_attached:
            return
        first, self.history = self.history is None, found
        self.lines.empty = EMPTY
        entries = several(len(found.lines), "entry", "entries")
        back = sum(bool(each.taken_back) for each in found.lines)
        taken = f", {back} of them taken back" if back else ""
        self.query_one(TopLine).show(
            (((f" How did this come about?  {found.of}", "-strong"),),), ((f"{entries}{taken} ", "-muted"),)
        )
        self._lay(first=first)

    def _lay(self, *, first: bool = False) -> None:
        if self.history is not None:
            width = self.lines.outer_size.width - self.lines.styles.scrollbar_size_vertical
            found = course_lines(self.history, width, latest_first=self.latest_first)
            self.lines.show(found, folded=folded(self.history) if first else None)

    def on_resize(self, event: events.Resize) -> None:
        """Wraps to the new width."""
        if event.size.width:
            self.call_after_refresh(self._lay)

    def action_turn_round(self) -> None:
        """The other order, from its first line."""
        self.latest_first = not self.latest_first
        self._lay()
        self.lines.move(0)

    @on(Lines.Chosen, "#course")
    def _on_chosen(self, event: Lines.Chosen) -> None:
        if event.line.folds:
            self.lines.toggle()
        else:
            self.action_open_place()

    def action_open_place(self) -> None:
        """Opens the interview at the passage on the line."""
        line = self.lines.current
        passage = passage_at(self.history, line.id) if self.history is not None and line is not None else None
        if passage is None:
            self.app.tell(NO_PASSAGE)
        else:
            open_at(self.app, passage)


def open_at(app: RcoderApp, passage: Passage) -> None:
    """Opens a passage in its interview, in the earlier text where only that holds it."""
    app.open_passage(passage.transcript_id, passage.span, earlier=passage.revision if passage.earlier else 0)


def open_course(app: RcoderApp, configuration_id: str) -> None:
    """Opens the course of a configuration."""
    app.push_screen(HistoryScreen(lambda project: history_of_configuration(project, configuration_id)))


def open_course_of_code(app: RcoderApp, code_id: str) -> None:
    """Opens the course of a code."""
    app.push_screen(HistoryScreen(lambda project: history_of_code(project, code_id)))
