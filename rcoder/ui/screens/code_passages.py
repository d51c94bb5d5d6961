"""The passages with a code: Enter opens one in its interview, esc comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.types import CSSPathType

from rcoder.domain.actions.sentences import several
from rcoder.domain.answers import CodingLine
from rcoder.domain.codebook import Code
from rcoder.domain.terms import letter
from rcoder.project.codebook_use import Workbook, passages
from rcoder.project.codebook_work import recoding
from rcoder.ui.bookwork.forms import offered
from rcoder.ui.commands import Where, bindings
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.themes import tint
from rcoder.ui.widgets.how import How
from rcoder.ui.widgets.lines import Line, Lines, Piece
from rcoder.ui.widgets.strips import Status, Strips
from rcoder.ui.widgets.window import Window

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

WIDE = 100
"""Cells of a window in which it is said who coded."""

HOW = "enter reads it in its interview · c gives yours another code · esc back"


class CodePassagesScreen(Window[None]):
    """Lists the codings on a code and on what stands under it."""

    app: RcoderApp
    CSS_PATH: ClassVar[CSSPathType | None] = ["../windows.tcss", "../codebook.tcss"]
    PLACES: ClassVar[tuple[Where, ...]] = (Where.PASSAGES, Where.LIST)
    BINDINGS = bindings(Where.PASSAGES)

    def __init__(self, book: Workbook, code: Code, found: tuple[CodingLine, ...]) -> None:
        super().__init__()
        self.book = book
        self.code = code
        self.found = {each.coding.id: each for each in found}

    def compose(self) -> ComposeResult:
        """The code, its passages, and how to go on."""
        with Vertical(classes="window"):
            yield Strips(id="about", classes="pane-title -front")
            yield Lines(id="passages", empty="No passage has this code in your sight.")
            yield Status()
            yield How((((HOW, "-muted"),),), classes="pane-title")

    def on_mount(self) -> None:
        """Shows them, and listens for what is done."""
        self._show()
        self.app.said.subscribe(self, self._on_said)

    def _show(self) -> None:
        code, number = self.code, len(self.found)
        title = f"{code.key} {code.label.say(self.book.language)}"
        under = (
            ""
            if all(each.coding.code_id == code.id for each in self.found.values())
            else ", with what stands under it"
        )
        words = ((title, "-strong"), (f"  {several(number, 'coding')}{under}", "-muted"))
        self.query_one("#about", Strips).show((words,))
        lines = self.query_one(Lines)
        lines.show(passage_line(each, lines.size.width) for each in self.found.values())

    def _on_said(self, sentence: str) -> None:
        self.query_one(Status).show((((f" {sentence}", "-muted"),),))

    def on_screen_resume(self) -> None:
        """Reads again what may have changed while an interview was in front."""
        self._ask()

    def on_resize(self) -> None:
        """Fits the lines to the room."""
        self.call_after_refresh(self._show)

    def _ask(self) -> None:
        def listed(found: tuple[CodingLine, ...]) -> None:
            if self.is_attached:
                self.found = {each.coding.id: each for each in found}
                self._show()

        code_id = self.code.id
        self.app.at_desk(lambda project: passages(project, code_id), listed)

    @on(Lines.Chosen)
    def _on_chosen(self, event: Lines.Chosen) -> None:
        passage = self.found[event.line.id].passage
        if passage.earlier:
            self.app.tell(
                "These words stand in an earlier text only; the interview has been corrected since."
            )
        else:
            self.app.open_passage(passage.transcript_id, passage.span)

    def action_recode(self) -> None:
        """Gives the coding under the cursor another code."""
        line = self.query_one(Lines).current
        if line is None:
            return
        own = self.found[line.id]
        if self.app.study is not None and own.coding.coder_id != self.app.study.coder_id:
            self.app.tell(f"That coding is {own.passage.coder}'s. You change only your own.")
            return

        def chosen(answer: str | None) -> None:
            if answer is not None:
                self.app.act(
                    lambda project: recoding(project, own.coding.id, answer), then=lambda _: self._ask()
                )

        words = own.passage.text
        self.app.push_screen(
            ChooserScreen(
                f"Another code than {own.code}", offered(self.book), words=words, at=own.coding.code_id
            ),
            chosen,
        )

    def action_cancel(self) -> None:
        """Goes back."""
        self.dismiss(None)


def passage_line(line: CodingLine, width: int) -> Line:
    """A coding in one line: code, words, and whose they are at the right, the coder where there is room."""
    passage = line.passage
    pieces: tuple[Piece, ...] = (
        (f"{letter(line.coding.kind)} ", tint(line.coding.kind)),
        (f"{line.code} ", "-muted"),
        (f"“{' '.join(passage.text.split())}”", ""),
    )
    coder = passage.coder if width >= WIDE else ""
    whose = (passage.case or passage.transcript, ", ".join(passage.roles), coder)
    return Line(line.coding.id, pieces, " · ".join(each for each in whose if each))
