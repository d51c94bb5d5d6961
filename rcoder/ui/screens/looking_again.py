"""From the coding screen to the passages to be looked at again, and how many there are."""

from __future__ import annotations

from rcoder.domain.journal import Entry
from rcoder.project.rechecks import to_look_at
from rcoder.ui.screens.coding_moves import CodingMoves

TABLES = frozenset({"rechecks", "codings"})
"""Tables whose changes change how many wait."""


class LookingAgain(CodingMoves):
    """Opens the list, and keeps the count in the top line."""

    def on_mount(self) -> None:
        """Listens for changes; Textual calls this beside the screen's own."""
        self.app.written.subscribe(self, self.recount_rechecks)

    def _show_top(self) -> None:
        raise NotImplementedError

    def action_rechecks(self) -> None:
        """Opens the passages to look at again, those of the open interview first."""
        from rcoder.ui.screens.rechecks import open_rechecks

        open_rechecks(self.app, self.study.reading.transcript.id if self.study.reading else "")

    def recount_rechecks(self, entry: Entry) -> None:
        """Asks how many wait, where an entry may have changed that."""
        tables = {change.table for change in entry.changes}
        if "rechecks" in tables or (self.study.rechecks and tables & TABLES):
            self.app.at_desk(to_look_at, self._show_rechecks)

    def _show_rechecks(self, count: int) -> None:
        self.study.rechecks = count
        self._show_top()
