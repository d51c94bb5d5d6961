"""Corrected: what changed. Passages that a corrected text changed inside or lost, each decided on by its coder."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from rcoder.domain.answers import Reading
from rcoder.domain.journal import Deed
from rcoder.domain.transcript import Span
from rcoder.domain.words import Decision
from rcoder.project import Project
from rcoder.project.doubts import DoubtLine, Look, decide, doubt_lines, look_at
from rcoder.project.revisions import reading_of
from rcoder.ui import doubting
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine
from rcoder.ui.widgets.transcript import TranscriptPane

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

ROWS = 6
"""Rows of the words before and now."""


class DoubtsScreen(FollowingScreen):
    """Shows each passage in doubt with its words before and now, over the transcript where it is placed."""

    TABLES = frozenset(
        {"doubts", "codings", "evidence", "excerpts", "transcripts", "revisions", "coders", "speakers"}
    )
    CSS_PATH = "../corrections.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.DOUBTS, Where.LIST, Where.TRANSCRIPT, Where.EVERYWHERE)
    BINDINGS = bindings(Where.DOUBTS)
    AUTO_FOCUS = "#list"

    def __init__(self, transcript_id: str = "") -> None:
        """`transcript_id` is the transcript whose doubts come first in hand."""
        super().__init__()
        self._wanted = transcript_id
        self.lines: tuple[DoubtLine, ...] = ()
        self.look: Look | None = None
        self._before = False
        """Whether the text before the correction is shown."""

    def compose(self) -> ComposeResult:
        """The list, the words before and now, and the transcript."""
        yield TopLine(id="top")
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield Strips(((("Passages in doubt", ""),),), classes="pane-title")
                yield Lines(id="list", empty=doubting.NOTHING)
            with Vertical(id="right"):
                yield Strips(id="about")
                with Horizontal(id="words"):
                    with Vertical():
                        yield Strips(((("Before", ""),),), classes="pane-title")
                        yield Strips(id="before")
                    with Vertical():
                        yield Strips(((("Now", ""),),), classes="pane-title")
                        yield Strips(id="now")
                yield Strips(id="which", rule=True)
                yield TranscriptPane(id="transcript", moved=self._on_moved)
        yield Status()
        yield Keys(footer(Where.DOUBTS, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks what is in doubt and listens for changes."""
        self.list = self.query_one("#list", Lines)
        self.pane = self.query_one("#transcript", TranscriptPane)
        self.follow()
        self.ask()

    # -- showing -------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Reads what is in doubt."""
        self.app.at_desk(lambda project: doubt_lines(project, kept=True), self._show_list)

    def _show_list(self, found: tuple[DoubtLine, ...]) -> None:
        here = self._here
        after = doubting.next_open(self.lines, here, 1)
        self.lines = found
        ids = [each.doubt.id for each in found]
        first = doubting.first_of(found, self._wanted)
        self._wanted = ""
        self.list.show(doubting.doubt_lines(found))
        there = next((each for each in (first, here, after, *ids) if each in ids), "")
        if there:
            self.list.go_to(there)
        self._show_top()
        self._ask_look()

    @property
    def _here(self) -> str:
        """Id of the doubt in hand."""
        return self.look.line.doubt.id if self.look is not None else ""

    @property
    def _line(self) -> DoubtLine | None:
        """The passage under the cursor of the list."""
        current = self.list.current.id if self.list.current is not None else ""
        return next((each for each in self.lines if each.doubt.id == current), None)

    def _show_top(self) -> None:
        title = self.app.study.overview.title if self.app.study else ""
        count = doubting.waiting(self.lines)
        words = f"{count} to decide " if count else "nothing to decide "
        self.query_one(TopLine).show((((f" {title}", "-strong"),),), ((words, "-muted"),))

    def _ask_look(self) -> None:
        if (line := self._line) is None:
            self.look = None
            for name in ("about", "before", "now", "which"):
                self.query_one(f"#{name}", Strips).show(())
            return
        self.app.at_desk(lambda project: look_at(project, line), self._show_look)

    def _show_look(self, look: Look) -> None:
        if (line := self._line) is None or line.doubt.id != look.line.doubt.id:
            return
        self.look, self._before = look, False
        self._open(look.reading)
        if look.line.passage.earlier:
            self.pane.go_to(look.at)
        else:
            self.pane.select(look.line.passage.span)
        self._show_words()

    def _open(self, reading: Reading) -> None:
        if self.pane.reading != reading:
            self.pane.open(reading)

    def _show_words(self) -> None:
        if (look := self.look) is None:
            return
        self.query_one("#about", Strips).show((doubting.about(look.line),))
        for name, marked, tone in (("before", look.before, "-gone"), ("now", look.now, "-come")):
            strips = self.query_one(f"#{name}", Strips)
            strips.show(doubting.marked_rows(marked, tone, strips.size.width, ROWS) if marked else _NOWHERE)
        self._show_which()

    def _show_which(self) -> None:
        """Says which text is shown, and what p would take."""
        if self.look is None:
            return
        number = self.pane.reading.transcript.revision if self.pane.reading else 0
        if self._before:
            words = f" Revision {number}, the text before. t shows the present one."
        elif self.look.line.passage.earlier:
            words = f" Revision {number}, the present text, near where it stood. p: on the selection."
        else:
            words = f" Revision {number}, the present text."
        self.query_one("#which", Strips).show((((words, "-muted"),),))

    def _on_moved(self) -> None:
        """Nothing else is about the place in the transcript."""

    def outdate(self) -> None:
        """Reads again at once, whether or not it is in front."""
        self.ask()

    @on(Lines.Reached, "#list")
    def _on_reached(self) -> None:
        self._ask_look()

    @on(Lines.Chosen, "#list")
    def _on_chosen(self) -> None:
        self.action_open_place()

    def on_resize(self, event: events.Resize) -> None:
        """Puts the list over the words where the screen is narrow."""
        self.set_class(event.size.width < 100, "-narrow")
        self.call_after_refresh(self._show_words)

    # -- deciding ------------------------------------------------------------------------------------------------

    def _decide(self, decision: Decision, span: Span | None = None) -> None:
        """Decides on the passage in hand; the next one that waits comes into hand after it."""
        if (line := self._line) is None:
            self.app.said.publish(doubting.NOTHING)
            return
        if not line.mine:
            self.app.tell(f"That passage is {line.passage.coder}'s. You decide only on your own.")
            return
        name = line.doubt.id

        def deed(project: Project) -> Deed:
            return decide(project, name, decision, span)

        self.app.act(deed)

    def action_keep(self) -> None:
        """Leaves the passage as it is."""
        self._decide(Decision.KEPT)

    def action_remove(self) -> None:
        """Removes the passage."""
        self._decide(Decision.REMOVED)

    def action_place(self) -> None:
        """Puts the passage on what is selected in the transcript."""
        if self._before:
            self.app.tell("That is the text before. t shows the present one, where a passage can be placed.")
        elif self.pane.passage.start < self.pane.passage.end:
            self._decide(Decision.PLACED, self.pane.passage)

    # -- going about ---------------------------------------------------------------------------------------------

    def action_next_doubt(self) -> None:
        """Goes to the next one that waits."""
        self._go(1)

    def action_previous_doubt(self) -> None:
        """Goes back to the one before."""
        self._go(-1)

    def _go(self, direction: int) -> None:
        there = doubting.next_open(self.lines, self._here, direction)
        if not there:
            self.app.said.publish("No passage of yours waits for a decision.")
        else:
            self.list.go_to(there)
            self._ask_look()

    def action_other_text(self) -> None:
        """Shows the text before, or the present one again."""
        if (look := self.look) is None:
            return
        if self._before:
            self._show_look(look)
            return
        doubt, place = look.line.doubt, look.line.passage
        number = place.revision if place.earlier else doubt.revision - 1
        span = place.span if place.earlier else Span(doubt.start, doubt.end)

        def shown(reading: Reading) -> None:
            self._before = True
            self._open(reading)
            self.pane.select(span)
            self._show_which()

        self.app.at_desk(lambda project: reading_of(project, doubt.transcript_id, number), shown)

    def action_open_place(self) -> None:
        """Opens the interview at the passage."""
        if (line := self._line) is not None:
            place = line.passage
            self.app.open_passage(
                place.transcript_id, place.span, earlier=place.revision if place.earlier else 0
            )

    def action_next_pane(self) -> None:
        """Goes between the list and the transcript."""
        (self.pane if self.list.has_focus else self.list).focus()

    def go_back(self) -> None:
        """Drops a selection made in the transcript, goes back to the list, then to the screen before."""
        if self.pane.has_focus:
            self.list.focus()
        elif self.is_current:
            self.app.pop_screen()


_NOWHERE = (((" Nowhere in the present text.", "-muted"),),)


def open_doubts(app: RcoderApp, transcript_id: str = "") -> None:
    """Opens the passages in doubt, those of a transcript first."""
    app.push_screen(DoubtsScreen(transcript_id))
