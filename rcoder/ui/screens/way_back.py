"""An interview opened at a passage from another screen: one key goes back to the line it was opened from."""

from __future__ import annotations

from rcoder.domain.transcript import Span
from rcoder.ui.screens.coding_moves import CodingMoves
from rcoder.ui.widgets.strips import Status

WAY_BACK = "g goes back to the line you came from."


class WayBack(CodingMoves):
    """Knows whether the interview was opened at a passage, over another screen."""

    _opened_at: Span | None = None

    def begin_at(self, span: Span) -> None:
        """Selects the passage that the interview was opened at, and says the way back."""
        self.pane.select(span)
        self._opened_at = span
        if self.is_current and len(self.app.screen_stack) > 1:
            self.query_one(Status).show((((f" {WAY_BACK}", "-muted"),),))

    def went_back(self) -> bool:
        """Goes back to the screen that the passage was opened from; whether there was one."""
        if self._opened_at is None or not self.is_current or len(self.app.screen_stack) < 2:
            return False
        self.app.pop_screen()
        return True
