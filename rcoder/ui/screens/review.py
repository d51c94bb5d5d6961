"""The queue of a review: by whose turn it is, what changed since one looked, and what is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.types import CSSPathType

from rcoder.project.readying import prompted, queued
from rcoder.project.reviewing import QueueLine
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.reviewing.queue_rows import EMPTY, NONE_SO, Which, chosen, queue_lines, waiting
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.screens.stack import come_back
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


class ReviewScreen(FollowingScreen):
    """Lists the configurations; Enter reads one."""

    TABLES = frozenset({
        "configurations", "places", "elements", "links", "groundings", "evidence", "bearings", "judgements", "rivals",
        "kinships", "comments", "prompt_answers", "codings", "coders",
    })  # fmt: skip
    CSS_PATH: ClassVar[CSSPathType | None] = "../review.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.REVIEW, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.REVIEW)
    AUTO_FOCUS = "#queue"

    def __init__(self) -> None:
        super().__init__()
        self.found: tuple[QueueLine, ...] | None = None
        self.prompts: Mapping[str, int] | None = None
        self.which = Which.ALL

    def compose(self) -> ComposeResult:
        """The queue."""
        yield TopLine(id="top")
        yield Lines(id="queue", empty="Looking through the configurations …")
        yield Status()
        yield Keys(footer(Where.REVIEW, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks what there is to look at and listens for changes."""
        self.lines = self.query_one("#queue", Lines)
        self.follow_and_ask()

    def ask(self) -> None:
        """Reads the queue, and then the prompts, which take longer."""
        self.app.in_steps(queued, self._answered, group="queue")
        self.app.in_steps(prompted, self._prompted, group="prompts of the queue")

    def on_screen_resume(self) -> None:
        """Reads again: what was looked at meanwhile is no news any more."""
        if self.found is not None:
            self.outdated = False
            self.ask()

    def _answered(self, found: tuple[QueueLine, ...]) -> None:
        if self.is_attached:
            first, self.found = self.found is None, found
            self._show()
            if first:
                self.lines.move(0)

    def _prompted(self, prompts: Mapping[str, int]) -> None:
        if self.is_attached:
            self.prompts = prompts
            self._show()

    def _show(self) -> None:
        if self.found is None:
            return
        shown = chosen(self.found, self.which)
        self.lines.empty = NONE_SO if self.found else EMPTY
        self.lines.show(queue_lines(shown, self.prompts))
        which = "" if self.which is Which.ALL else f"  only {self.which.value}"
        count = f"{waiting(self.found)} of {len(self.found)} configurations wait for you "
        self.query_one(TopLine).show(
            (((" Review", "-strong"), (which, "-muted")),), ((count if self.found else "", "-muted"),)
        )

    # -- going about ---------------------------------------------------------------------------------------------

    @on(Lines.Chosen, "#queue")
    def _on_chosen(self, event: Lines.Chosen) -> None:
        self._read(event.line.id)

    def _read(self, configuration_id: str) -> None:
        from rcoder.ui.screens.review_reading import ReadingScreen

        order = tuple(each.id for each in chosen(self.found or (), self.which))
        self.app.push_screen(ReadingScreen(configuration_id, order))

    def action_filter(self) -> None:
        """All, those that wait, those that are done with."""
        every = list(Which)
        self.which = every[(every.index(self.which) + 1) % len(every)]
        self._show()
        self.lines.move(0)

    def action_find(self) -> None:
        """Finds a configuration by a few letters."""
        screen = ChooserScreen("Configurations", [_choice(each) for each in self.found or ()])
        self.app.push_screen(screen, lambda answer: self._read(answer) if answer else None)

    def action_course(self) -> None:
        """Tells how it came about."""
        from rcoder.ui.screens.history import open_course

        if self.lines.current is not None:
            open_course(self.app, self.lines.current.id)


def _choice(line: QueueLine) -> Choice:
    return Choice(
        line.id,
        ((f"{line.number} ", "-strong"), (line.title, "")),
        line.status,
        (line.number, line.title, line.status),
    )


def open_review(app: RcoderApp) -> None:
    """Opens the queue; goes back to it where it is open."""
    if come_back(app, ReviewScreen) is None:
        app.push_screen(ReviewScreen())
