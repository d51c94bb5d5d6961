"""From the coding screen to the passages of a query."""

from __future__ import annotations

from rcoder.ui.screens.coding_moves import CodingMoves
from rcoder.ui.widgets.lines import Lines


class Retrieving(CodingMoves):
    """From the coding screen to the passages of a query."""

    def action_retrieve(self) -> None:
        """Opens the passages: in the list of codes those of the code under the cursor, with what stands under it."""
        from rcoder.project.retrieving import code_query
        from rcoder.ui.screens.retrieve import open_retrieve

        lines = self.query_one("#codes", Lines)
        code = (
            self.study.codes.get(lines.current.id) if lines.has_focus and lines.current is not None else None
        )
        open_retrieve(self.app, code_query(code.key) if code is not None else "")
