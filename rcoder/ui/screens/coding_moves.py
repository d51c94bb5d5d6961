"""Going about on the coding screen: to the next passage of some sort, and back out of the study."""

from __future__ import annotations

from textual import events

from rcoder.ui.screens import seeking
from rcoder.ui.screens.coding_deeds import CodingDeeds
from rcoder.ui.widgets.strips import Status


class CodingMoves(CodingDeeds):
    """The moves of the coding screen that are not the transcript's own."""

    _leaving = False
    """Whether esc was the last thing done, and leaves the study when it comes again."""

    def focus_pane(self, name: str) -> None:
        """Gives a pane the keys, and brings it forward where the screen is narrow."""
        raise NotImplementedError

    def go_back(self) -> None:
        """Drops a selection, then a pane brought forward; otherwise goes back, to the welcome only when asked twice."""
        if self.pane.drop_selection():
            return
        if not self.pane.has_focus:
            self.focus_pane("transcript")
        elif len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        elif self._leaving:
            self.app.go_to_welcome()
        else:
            self._leaving = True
            self.app.said.publish("esc again leaves the study.")

    def _stay(self) -> None:
        """Whatever is done between the two, and esc no longer leaves."""
        if self._leaving:
            self._leaving = False
            self.query_one(Status).clear()

    def on_key(self, event: events.Key) -> None:
        """Another key is something else to do."""
        if event.key != "escape":
            self._stay()

    def on_mouse_down(self) -> None:
        """So is the mouse."""
        self._stay()

    def on_screen_suspend(self) -> None:
        """So is another screen."""
        self._stay()

    def action_next_uncoded(self) -> None:
        """Goes to the next respondent's turn without a coding of one's own."""
        self._go_uncoded(1)

    def action_previous_uncoded(self) -> None:
        """Goes back to such a turn."""
        self._go_uncoded(-1)

    def _go_uncoded(self, direction: int) -> None:
        if self.study.reading is None:
            return
        position = self.pane.cursor.position
        found = seeking.uncoded_turn(self.study.reading, self.study.coder_id, position, direction)
        if found is None:
            self.app.said.publish(
                "No further turn without a coding of yours. f marks the interview as coded to the end."
            )
        else:
            self.pane.go_to(found)

    def action_next_coding(self) -> None:
        """Goes to the next coded passage."""
        self._go_coding(1)

    def action_previous_coding(self) -> None:
        """Goes back to the coded passage before."""
        self._go_coding(-1)

    def _go_coding(self, direction: int) -> None:
        span = self.pane.cursor.selection
        found = seeking.coded_span(self.pane.coded.codings, span or self.pane.cursor.position, direction)
        if found is None:
            self.app.said.publish("No further coding in that direction.")
        else:
            self.pane.select(found)
