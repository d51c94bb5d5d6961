"""One's own reading marks in all interviews: Enter goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.types import CSSPathType

from rcoder.domain.journal import Entry
from rcoder.project.excerpts import ExcerptLine, marks, unmarking
from rcoder.ui.commands import Where, bindings
from rcoder.ui.widgets.how import How
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.signs import MARK
from rcoder.ui.widgets.strips import Status, Strips
from rcoder.ui.widgets.window import Window

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

EMPTY = "No reading marks yet. * leaves one on the passage under the cursor."
HOW = "enter goes there · x takes it off · u undo · esc back"


class MarksScreen(Window[ExcerptLine]):
    """Lists the asker's marks; gives the one that is gone to, None where the person left."""

    app: RcoderApp
    CSS_PATH: ClassVar[CSSPathType | None] = ["../windows.tcss", "../memos.tcss"]
    PLACES: ClassVar[tuple[Where, ...]] = (Where.MARKS, Where.LIST)
    BINDINGS = bindings(Where.MARKS)

    def __init__(self, found: tuple[ExcerptLine, ...], here: str = "") -> None:
        """`here` is the id of the interview whose marks the cursor begins at."""
        super().__init__()
        self.found = {each.excerpt.id: each for each in found}
        self.here = here

    def compose(self) -> ComposeResult:
        """The marks, and how to go on."""
        with Vertical(classes="window"):
            yield Strips(id="about", classes="pane-title -front")
            yield Lines(id="marks", empty=EMPTY)
            yield Status()
            yield How((((HOW, "-muted"),),), classes="pane-title")

    def on_mount(self) -> None:
        """Shows them, and listens for what is done."""
        self.app.said.subscribe(self, self._on_said)
        self.app.written.subscribe(self, self._on_written)
        self._show(tuple(self.found.values()))
        first = next((each for each in self.found.values() if each.excerpt.transcript_id == self.here), None)
        if first is not None:
            self.query_one(Lines).go_to(first.excerpt.id)

    def _show(self, found: tuple[ExcerptLine, ...]) -> None:
        self.found = {each.excerpt.id: each for each in found}
        count = f"  {len(found)}" if found else ""
        self.query_one("#about", Strips).show(((("Reading marks", ""), (count, "-muted")),))
        self.query_one(Lines).show(mark_lines(found))

    def _on_said(self, sentence: str) -> None:
        self.query_one(Status).show((((f" {sentence}", "-muted"),),))

    def _on_written(self, entry: Entry) -> None:
        if any(change.table == "excerpts" for change in entry.changes):
            self.app.at_desk(marks, lambda found: self._show(found) if self.is_attached else None)

    @on(Lines.Chosen)
    def _on_chosen(self, event: Lines.Chosen) -> None:
        self.dismiss(self.found[event.line.id])

    def action_take_off(self) -> None:
        """Takes the mark off."""
        if (line := self.query_one(Lines).current) is not None:
            wanted = line.id
            self.app.act(lambda project: unmarking(project, wanted))

    def action_undo(self) -> None:
        """Takes back the latest deed."""
        self.app.take_back()

    def action_cancel(self) -> None:
        """Goes back."""
        self.dismiss(None)


def mark_lines(found: tuple[ExcerptLine, ...]) -> list[Line]:
    """Marks under their interviews."""
    lines: list[Line] = []
    before = ""
    for each in found:
        passage = each.passage
        if passage.transcript_id != before:
            before = passage.transcript_id
            about = f"  {passage.case}" if passage.case and passage.case not in passage.transcript else ""
            heading = ((passage.transcript, "-strong"), (about, "-muted"))
            lines.append(Line(f"of:{before}", heading, inert=True))
        where = "in an earlier text" if passage.earlier else each.excerpt.at[:10]
        words = " ".join(passage.text.split())
        pieces = ((f" {MARK} ", "-key"), (f"{passage.speaker}  ", "-muted"), (f"“{words}”", ""))
        lines.append(Line(each.excerpt.id, pieces, where))
    return lines
