"""The coding screen with the transcript alone, and the keys to its panes."""

from __future__ import annotations

from rcoder.project.settings import remember_focus, remembered_focus
from rcoder.ui.screens.coding_moves import CodingMoves
from rcoder.ui.widgets.strips import Status

ALONE = "-alone"
"""Class of a coding screen that shows the transcript alone."""
JUMPS = {"1": "transcript", "2": "interviews", "3": "configurations", "4": "codes"}


class Calming(CodingMoves):
    """Focus mode and the keys to each pane."""

    def on_mount(self) -> None:
        """Shows the transcript alone where it was so when the program was left."""
        if len(self.app.screen_stack) == 1 and remembered_focus():
            self.add_class(ALONE)

    def go_back(self) -> None:
        """Drops a selection or a pane brought forward; then brings back what focus mode hides."""
        cursor = self.pane.cursor
        if self.has_class(ALONE) and self.pane.has_focus and not (cursor.selection or cursor.by_character):
            self.action_focus_mode()
        else:
            super().go_back()

    def action_focus_mode(self) -> None:
        """Shows the transcript alone, or everything again."""
        alone = not self.has_class(ALONE)
        self.set_class(alone, ALONE)
        remember_focus(on=alone)
        if alone:
            self.focus_pane("transcript")
            self.app.said.publish("The transcript alone. f5 or esc brings everything back.")
        else:
            self.query_one(Status).clear()

    def action_jump(self, number: str) -> None:
        """Goes to a pane by its number; to the suggestions by 5."""
        self.focus_pane(JUMPS.get(number, "transcript"))
        if number not in JUMPS:
            self.call_after_refresh(self.run_action, "hints")
