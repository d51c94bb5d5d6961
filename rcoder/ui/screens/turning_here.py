"""On the coding screen: the passage in hand as where a course turned."""

from __future__ import annotations

from rcoder.ui.screens.coding_deeds import NO_INTERVIEWS
from rcoder.ui.screens.coding_moves import CodingMoves


class TurningPoints(CodingMoves):
    """The way to a turning point from the passage in hand."""

    def action_turning_point(self) -> None:
        """Sets a turning point that rests on the passage."""
        from rcoder.ui.screens.turning import open_point_in_hand

        reading, span = self.study.reading, self.pane.passage
        if not self.may_write():
            return
        if reading is None or span.start >= span.end:
            self.app.tell(NO_INTERVIEWS)
            return
        case_id = reading.transcript.case_id
        if case_id is None:
            self.app.tell("This interview is of no case. A says which; O a opens the page of one.")
            return
        open_point_in_hand(self.app, reading, span, case_id)
