"""A text that an interview had before it was corrected, to be read: nothing can be coded in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.screen import Screen

from rcoder.domain.answers import Reading
from rcoder.domain.coding import Coding
from rcoder.domain.transcript import Span
from rcoder.project import Project
from rcoder.project.revisions import reading_of, revisions
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.widgets.strips import Keys, Pieces, Status, Strips, TopLine
from rcoder.ui.widgets.transcript import TranscriptPane

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

ROOM = 4
"""Rows of the strip of passages."""


class EarlierScreen(Screen[None]):
    """Shows one text of an interview with the passages that stand in it only."""

    app: RcoderApp
    CSS_PATH = "../corrections.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.EARLIER, Where.TRANSCRIPT, Where.EVERYWHERE)
    BINDINGS = bindings(Where.EARLIER)
    AUTO_FOCUS = "#transcript"

    def __init__(self, reading: Reading, newest: int, span: Span | None = None) -> None:
        """`newest` is the number of the present text."""
        super().__init__()
        self.reading = reading
        self.newest = newest
        self._span = span

    def compose(self) -> ComposeResult:
        """The text under its title, over the passages at the cursor."""
        yield TopLine(id="top")
        yield Strips(id="title")
        yield TranscriptPane(id="transcript", moved=self._show_passage)
        yield Strips(id="passage", rule=True)
        yield Status()
        yield Keys(footer(Where.EARLIER, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Shows the text."""
        self.pane = self.query_one("#transcript", TranscriptPane)
        self.app.said.subscribe(self, self._on_said)
        self.call_after_refresh(self._show, self.reading, self._span)

    def _show(self, reading: Reading, span: Span | None) -> None:
        self.reading = reading
        title = self.app.study.overview.title if self.app.study else ""
        transcript = reading.transcript
        self.query_one(TopLine).show((((f" {title}", "-strong"),),), (("to be read only ", "-muted"),))
        text = f"revision {transcript.revision} of {self.newest}, from {transcript.source}"
        self.query_one("#title", Strips).show((((f" {transcript.title}", "-strong"), (f"  {text}", "-key")),))
        self.pane.open(reading)
        if span is not None:
            self.pane.select(span)
        self._show_passage()

    def _show_passage(self) -> None:
        here = self.pane.coded.on(self.pane.passage)
        rows: list[Pieces] = [self._row(each) for each in here[: ROOM - 1]]
        what = (
            "No passage here"
            if not here
            else f"{len(here)} that stand{'s' if len(here) == 1 else ''} in this text only"
        )
        self.query_one("#passage", Strips).show([((f" {what}", "-muted"),), *rows])

    def _row(self, coding: Coding) -> Pieces:
        codes = self.app.study.codes if self.app.study else {}
        code = codes.get(coding.code_id)
        label = f"{code.key} {code.label.say('da')}" if code else "a code that is gone"
        return ((f"   {label}", ""), (f"  {self.reading.coders.get(coding.coder_id, '')}", "-muted"))

    def _on_said(self, sentence: str) -> None:
        self.query_one(Status).show((((f" {sentence}", "-muted"),),))

    def action_older(self) -> None:
        """Opens the text before this one."""
        self._go(-1)

    def action_newer(self) -> None:
        """Opens the text after this one; the present one is where one came from, or the coding screen."""
        self._go(1)

    def _go(self, step: int) -> None:
        number, own = self.reading.transcript.revision + step, self.reading.transcript.id
        if number < 1:
            self.app.said.publish("This is the first text that was brought in.")
        elif number >= self.newest:
            self.app.pop_screen()
        else:
            self.app.at_desk(
                lambda project: reading_of(project, own, number), lambda found: self._show(found, None)
            )

    def action_copy(self) -> None:
        """Copies the words of the passage."""
        self.app.copy_to_clipboard(self.pane.passage.of(self.reading.text))
        self.app.said.publish("Copied the words of the passage.")

    def go_back(self) -> None:
        """Drops a selection, then goes back."""
        if not self.pane.drop_selection() and self.is_current:
            self.app.pop_screen()


def open_earlier(app: RcoderApp, transcript_id: str, number: int = 0, span: Span | None = None) -> None:
    """Opens an earlier text of an interview, the latest of them where no number is given; says so where there is none."""

    def asked(project: Project) -> tuple[Reading, int] | None:
        known = revisions(project, transcript_id)
        if not known:
            return None
        wanted = number or known[-1].number
        return reading_of(project, transcript_id, wanted), known[-1].number + 1

    def opened(found: tuple[Reading, int] | None) -> None:
        if found is None:
            app.said.publish("This interview has its first text. R gives it a corrected one.")
        else:
            app.push_screen(EarlierScreen(*found, span))

    app.at_desk(asked, opened, keys_wait=True)
