"""The window of suggestions, below the transcript: one is taken by a digit, and each tells its whole reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.types import CSSPathType

from rcoder.ui import hinting
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.strips import Keys, Pieces, Strips
from rcoder.ui.widgets.window import Window

if TYPE_CHECKING:
    from rcoder.domain.suggestion import Hint
    from rcoder.ui.app import RcoderApp
    from rcoder.ui.screens.hints import Hints

HEIGHT = 9
"""Rows of the window with its footer."""
HIGH = 17
"""The same with a whole reason."""
QUOTED = 2
"""Rows that the words of a passage take at most where the window covers it."""


LOOKING = "Looking for suggestions …"
NOTHING = "Nothing to suggest for this passage: esc goes back, and c opens the list of codes."


class HintsScreen(Window[str]):
    """Gives the id of the code that was taken; None where the person left."""

    app: RcoderApp
    CSS_PATH: ClassVar[CSSPathType | None] = "../hints.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.HINTS, Where.LIST)
    BINDINGS = bindings(Where.HINTS)
    AUTO_FOCUS = "#suggested"

    def __init__(self, hints: Hints) -> None:
        """`hints` is the coding screen, whose suggestions these are."""
        super().__init__()
        self._hints = hints
        self.whole = False
        """Whether the whole reason is shown."""
        self._early: Callable[[], None] | None = None
        """What was asked for before the suggestions were there."""

    def compose(self) -> ComposeResult:
        """The hypotheses, the codes, the reason, the keys."""
        with Vertical(id="strip"):
            yield Strips(id="likely", rule=True)
            yield Lines(id="suggested", empty=LOOKING)
            yield Strips(id="reason", rule=True)
            yield Keys(footer(Where.HINTS))

    def on_mount(self) -> None:
        """Shows what is suggested."""
        self._show()

    def on_resize(self) -> None:
        """Fits it to the width."""
        self.call_after_refresh(self._show)

    def come(self) -> None:
        """The suggestions are there: shows them, and does what was asked for meanwhile."""
        self._show()
        early, self._early = self._early, None
        if early is not None:
            early()

    @property
    def _codes(self) -> tuple[Hint, ...]:
        return self._hints.study.hints.codes if self._hints.hints_are_there else ()

    @property
    def _current(self) -> Hint | None:
        line = self.query_one(Lines).current
        return next((each for each in self._codes if line is not None and each.code_id == line.id), None)

    def _show(self) -> None:
        study, width = self._hints.study, self.app.size.width
        self.query_one(Lines).empty = NOTHING if self._hints.hints_are_there else LOOKING
        likely, quoted = self.query_one("#likely", Strips), self._quoted(width)
        likely.styles.height = len(quoted) + 2
        likely.show((*quoted, hinting.hypotheses_line(study, study.hints)))
        self.query_one(Lines).show(
            Line(
                each.code_id,
                ((f" {number} ", "-key"), *hinting.wide_pieces(study, each, width - 12)),
                f"{each.score:.0%}",
            )
            for number, each in enumerate(self._codes, 1)
        )
        self._show_reason()

    def _quoted(self, width: int) -> list[Pieces]:
        """The words of the passage, where the window with a whole reason covers them."""
        reading, pane = self._hints.study.reading, self._hints.pane
        if reading is None or not self.whole or not pane.passage.start < pane.passage.end:
            return []
        if pane.screen_row(pane.passage.end - 1) < self.app.size.height - HIGH:
            return []
        return hinting.quoted_rows(pane.passage.of(reading.text), width, QUOTED)

    def _show_reason(self) -> None:
        rows: list[Pieces] = []
        if self.whole and (hint := self._current) is not None:
            rows = hinting.reason_rows(hint, self.app.size.width)
        self.query_one("#reason", Strips).show(rows)

    @on(Lines.Reached)
    def _on_reached(self) -> None:
        self._show_reason()

    @on(Lines.Chosen)
    def _on_chosen(self, event: Lines.Chosen) -> None:
        self.dismiss(event.line.id)

    def action_take(self, digit: str) -> None:
        """Takes a suggestion, as soon as they are there."""
        if not self._hints.hints_are_there:
            self._early = lambda: self.action_take(digit)
        elif int(digit) <= len(self._codes):
            self.dismiss(self._codes[int(digit) - 1].code_id)

    def action_whole_reason(self) -> None:
        """Shows the whole reason, or hides it."""
        self.whole = not self.whole
        self.set_class(self.whole, "-whole")
        self._show()

    def action_dismiss_hint(self) -> None:
        """Takes the suggestion under the cursor away; leaves where it was the last."""
        if (hint := self._current) is None:
            return
        self._hints.dismiss_hint(hint.code_id)
        if self._codes:
            self._show()
        else:
            self.dismiss(None)

    def action_turn_hints(self) -> None:
        """Lets suggestions come by themselves, or only by h."""
        come = self._hints.turn_hints()
        self.app.said.publish(
            "Suggestions come where the cursor rests." if come else "Suggestions come only by h."
        )
        self.dismiss(None)

    def action_cancel(self) -> None:
        """Goes back to the transcript."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """A click beside the window closes it."""
        if event.widget is self:
            self.dismiss(None)
