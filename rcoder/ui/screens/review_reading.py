"""One configuration as a reviewer reads it: what changed, the whole of it, its passages in context, and what is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.types import CSSPathType

from rcoder.domain.journal import Deed
from rcoder.domain.words import Status as Standing
from rcoder.project import Project
from rcoder.project.bench import Bench, gather
from rcoder.project.reviewing import Looked, look, note_visit
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.configuring import deeds
from rcoder.ui.configuring.rows import folded_at_first
from rcoder.ui.reviewing.asking import ask_for, ask_status
from rcoder.ui.reviewing.comment_rows import part_at
from rcoder.ui.reviewing.reading_rows import changed_passage, reading_lines
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.screens.history import open_at, open_course
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, TopLine

if TYPE_CHECKING:
    from rcoder.domain.passage import Passage

LAST = "That was the last one in the queue. esc goes back."
FIRST = "That is the first one in the queue."


@dataclass(frozen=True, slots=True)
class _Read:
    """A configuration and what became of it."""

    bench: Bench
    looked: Looked


class ReadingScreen(FollowingScreen):
    """Shows one configuration of the queue; a status is given to what stands on the screen."""

    TABLES = frozenset({
        "configurations", "places", "elements", "links", "groundings", "evidence", "bearings", "judgements", "rivals",
        "kinships", "comments", "prompt_answers", "codings", "coders",
    })  # fmt: skip
    CSS_PATH: ClassVar[CSSPathType | None] = "../review.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.READING, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.READING)
    AUTO_FOCUS = "#reading"

    def __init__(self, configuration_id: str, order: Sequence[str] = ()) -> None:
        """`order` are the ids of the queue, for going on."""
        super().__init__()
        self._shown = configuration_id
        self._order = tuple(order) or (configuration_id,)
        self.read: _Read | None = None

    def compose(self) -> ComposeResult:
        """The configuration."""
        yield TopLine(id="top")
        yield Lines(id="reading", empty="Reading …")
        yield Status()
        yield Keys(footer(Where.READING, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Reads it and listens for changes."""
        self.lines = self.query_one("#reading", Lines)
        self.follow()
        self._open(self._shown)

    # -- showing -------------------------------------------------------------------------------------------------

    def _open(self, configuration_id: str) -> None:
        """Reads another one, and notes that it was looked at."""
        self._shown, self.read = configuration_id, None

        def reading(project: Project) -> _Read:
            found = _Read(gather(project, configuration_id), look(project, configuration_id))
            note_visit(project, configuration_id)
            return found

        self.app.at_desk(reading, lambda found: self._show(found, first=True), keys_wait=True)

    def ask(self) -> None:
        """Reads it again; what changed since the visit before this one still shows."""
        own, visit = self._shown, self.read.looked.visit if self.read is not None else None
        self.app.at_desk(lambda project: _Read(gather(project, own), look(project, own, visit)), self._show)

    def _show(self, found: _Read, *, first: bool = False) -> None:
        own = found.bench.assembled.configuration
        if not self.is_attached or own.id != self._shown:
            return
        self.read = found
        place = self._order.index(own.id) + 1 if own.id in self._order else 1
        words = f" {own.number} {own.title}".rstrip()
        right = f"{found.bench.answer.line.status} · {place} of {len(self._order)} "
        self.query_one(TopLine).show((((words, "-strong"),),), ((right, "-muted"),))
        self._lay(first=first)

    def _lay(self, *, first: bool = False) -> None:
        if self.read is None:
            return
        width = self.lines.outer_size.width - self.lines.styles.scrollbar_size_vertical
        found = tuple(reading_lines(self.read.bench, self.read.looked, width))
        self.lines.show(found, folded=folded_at_first(found) if first else None)
        if first:
            self.lines.scroll_home(animate=False)
            self.lines.move(0)

    def on_resize(self, event: events.Resize) -> None:
        """Wraps to the new width."""
        if event.size.width:
            self.call_after_refresh(self._lay)

    # -- going about ---------------------------------------------------------------------------------------------

    @property
    def row(self) -> str:
        """Id of the line under the cursor."""
        return self.lines.current.id if self.lines.current is not None else ""

    def _passage(self) -> Passage | None:
        """The passage on the line under the cursor."""
        if self.read is None:
            return None
        return changed_passage(self.read.looked, self.row) or deeds.read_at(self.read.bench, self.row)

    @on(Lines.Chosen, "#reading")
    def _on_chosen(self, event: Lines.Chosen) -> None:
        if (passage := self._passage()) is not None:
            open_at(self.app, passage)
        elif event.line.id.startswith("comment:"):
            self.action_comment()
        elif event.line.folds:
            self.lines.toggle()

    def action_open_place(self) -> None:
        """Opens the interview at the passage."""
        if (passage := self._passage()) is not None:
            open_at(self.app, passage)
        else:
            self.app.tell("No passage on this line; → unfolds what an element rests on.")

    def action_next(self) -> None:
        """The next one."""
        self._go(1, LAST)

    def action_previous(self) -> None:
        """The one before."""
        self._go(-1, FIRST)

    def _go(self, step: int, end: str) -> None:
        place = self._order.index(self._shown) + step if self._shown in self._order else 0
        if 0 <= place < len(self._order):
            self._open(self._order[place])
        else:
            self.app.tell(end)

    def action_course(self) -> None:
        """Tells how it came about."""
        open_course(self.app, self._shown)

    def action_workbench(self) -> None:
        """Opens it among the configurations."""
        self.app.open_configurations(configuration_id=self._shown)

    # -- reviewing -----------------------------------------------------------------------------------------------

    def _give(self, deed: Callable[[Project], Deed], why: str) -> None:
        self.app.act(deed, why=why)

    def action_accept(self) -> None:
        """Accepts it as it stands."""
        if self.read is not None:
            ask_for(self.app, self.read.bench, Standing.ACCEPTED, self._give)

    def action_return(self) -> None:
        """Sends it back."""
        if self.read is not None:
            ask_for(self.app, self.read.bench, Standing.RETURNED, self._give)

    def action_review(self) -> None:
        """Gives it any status."""
        if self.read is not None:
            ask_status(self.app, self.read.bench, self._give)

    def action_comment(self) -> None:
        """Comments on the part under the cursor, or shows what is said of it."""
        from rcoder.ui.screens.comments import comment_at

        if self.read is not None:
            subject, _, found = self.row.partition(":")
            part = part_at(self.read.bench, self.row)
            comment_at(self.app, self.read.bench, part, found if subject == "comment" else "")
