"""Choosing the turns of a speaker that are somebody else's, with all words in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.types import CSSPathType

from rcoder.domain.actions.speaking import voice_name
from rcoder.domain.transcript import Speaker
from rcoder.project.about import AboutInterview
from rcoder.ui.arranging.turns import place_of, turn_rows
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.marking import MarkLines
from rcoder.ui.widgets.strips import Keys, Status, Strips
from rcoder.ui.widgets.window import Window

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


class TurnsScreen(Window[frozenset[int]]):
    """Gives the places of the turns that were marked; None where the person left."""

    app: RcoderApp
    CSS_PATH: ClassVar[CSSPathType | None] = ["../windows.tcss", "../arranging.tcss"]
    PLACES: ClassVar[tuple[Where, ...]] = (Where.TURNS, Where.LIST)
    BINDINGS = bindings(Where.TURNS)

    def __init__(self, about: AboutInterview, speaker: Speaker) -> None:
        super().__init__()
        self.about = about
        self.speaker = speaker
        self.marked: set[int] = set()
        self.last: int | None = None
        """The turn that was marked last."""

    def compose(self) -> ComposeResult:
        """The question, the turns, and how many are marked."""
        name = voice_name(self.speaker)
        with Vertical(classes="window"):
            yield Strips(
                (((f"Turns of {name}", "-strong"), (f"  in {self.about.transcript.title}", "-muted")),),
                classes="pane-title -front",
            )
            yield MarkLines(id="turns", empty=f"{name} says nothing.")
            yield Strips(id="count", rule=False, classes="pane-title")
            yield Status()
            yield Keys(footer(Where.TURNS))

    def on_mount(self) -> None:
        """Shows every turn, with the cursor on the first of the speaker's."""
        self.lines = self.query_one(MarkLines)
        self.lines.focus()
        self._show()

    def on_resize(self) -> None:
        """Wraps the words anew."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        width = self.lines.scrollable_content_region.width or self.size.width - 4
        self.lines.show(turn_rows(self.about, self.speaker, self.marked, width))
        own = len(self.about.voices.turns_of(self.speaker))
        words = f"{len(self.marked)} of {own} turns marked as somebody else's"
        self.query_one("#count", Strips).show((((words, "-strong" if self.marked else "-muted"),),))

    @property
    def _here(self) -> int | None:
        return place_of(self.lines.current.id) if self.lines.current is not None else None

    @on(Lines.Chosen)
    def _on_chosen(self) -> None:
        self.action_mark()

    def action_mark(self) -> None:
        """Marks the turn, or takes the mark off."""
        if (here := self._here) is not None:
            self.marked ^= {here}
            self.last = here if here in self.marked else None
            self._show()

    def _mark_and_go(self, step: int) -> None:
        if (here := self._here) is not None:
            self.marked.add(here)
            self.last = here
            self._show()
            if step > 0:
                self.lines.action_line_down()
            else:
                self.lines.action_line_up()

    def action_mark_down(self) -> None:
        """Marks the turn and goes on."""
        self._mark_and_go(1)

    def action_mark_up(self) -> None:
        """Marks the turn and goes back."""
        self._mark_and_go(-1)

    def action_mark_to(self) -> None:
        """Marks all from the last one marked to this one."""
        here, last = self._here, self.last
        if here is None:
            return
        if last is None:
            self.app.tell("Mark the first of them with space, then t marks up to here.")
            return
        own = self.about.voices.turns_of(self.speaker)
        self.marked |= {each for each in own if min(here, last) <= each <= max(here, last)}
        self.last = here
        self._show()

    def action_accept(self) -> None:
        """Goes on with the marked turns."""
        own = self.about.voices.turns_of(self.speaker)
        name = voice_name(self.speaker)
        if not self.marked:
            self.app.tell("No turn is marked yet. space marks the one under the cursor.")
        elif own <= self.marked:
            self.app.tell(
                f"Those are all the turns of {name}. Rename the speaker, or merge them with another."
            )
        else:
            self.dismiss(frozenset(self.marked))

    def action_cancel(self) -> None:
        """Leaves."""
        self.dismiss(None)
