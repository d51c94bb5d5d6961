"""On the coding screen: a passage that fits nothing yet is put in the tray."""

from __future__ import annotations

from rcoder.ui.screens.coding_deeds import NO_INTERVIEWS
from rcoder.ui.screens.coding_moves import CodingMoves


class Traying(CodingMoves):
    """Keeps what must not be lost for want of a place."""

    def action_to_tray(self) -> None:
        """Asks for a note, and puts the passage in the tray."""
        from rcoder.project.tray import putting
        from rcoder.ui.screens.question import Field, QuestionScreen

        reading, span = self.study.reading, self.pane.passage
        if not self.may_write():
            return
        if reading is None or span.start >= span.end:
            self.app.tell(NO_INTERVIEWS)
            return
        transcript = reading.transcript
        question = QuestionScreen(
            "In the tray",
            f"“{' '.join(span.of(reading.text).split())}”",
            (Field("note", "Note (may be left empty)"),),
        )

        def answered(answer: dict[str, str] | None) -> None:
            if answer is not None:
                note = answer["note"]
                self.app.act(lambda project: putting(project, transcript.id, span, transcript.revision, note))

        self.app.push_screen(question, answered)
