"""The configurations screen: to the place of a passage and back, other material, and the way back into the tray."""

from __future__ import annotations

from rcoder.domain.errors import Misuse
from rcoder.domain.passage import Passage
from rcoder.project.evidence import turned
from rcoder.project.tray import putting_back, tray_count
from rcoder.ui.configuring.rows import about
from rcoder.ui.evidencing.bench_deeds import NO_PASSAGE, passage_at
from rcoder.ui.screens.bench import NOTHING, BenchScreen
from rcoder.ui.widgets.strips import Strips


class EvidenceOfConfiguration(BenchScreen):
    """What is done with a passage or other material on the line under the cursor."""

    def _ask_list(self, wanted: str = "", row: str = "", *, own: bool = False) -> None:
        super()._ask_list(wanted, row, own=own)
        self.app.at_desk(lambda project: tray_count(project.sight), self._show_tray)

    def _show_tray(self, number: int) -> None:
        """Says over the list how many passages wait in the tray."""
        if self.is_attached:
            waiting = (f"   tray {number}", "-key") if number else ("", "")
            self.query_one("#left .pane-title", Strips).show(((("Configurations", ""), waiting),))

    def action_go_place(self) -> None:
        """Opens the passage in its interview."""
        if (passage := self._passage()) is not None:
            self.app.open_passage(
                passage.transcript_id, passage.span, earlier=passage.revision if passage.earlier else 0
            )

    def action_material(self) -> None:
        """Joins other material to what is under the cursor."""
        from rcoder.ui.screens.exhibiting import attach_material

        if (bench := self.bench) is None:
            self.app.tell(NOTHING)
            return
        try:
            attach_material(self.app, bench, self.rows.row)
        except Misuse as error:
            self.app.tell(error)

    def action_to_tray(self) -> None:
        """Takes the passage off and puts it in the tray."""
        subject, evidence_id = about(self.rows.row)
        if subject != "evidence":
            self.app.tell("Go to a passage for or against first; what an element rests on stays coded.")
            return
        self.queue(lambda: self.hand_in(lambda project: putting_back(project, evidence_id)))

    def action_directness(self) -> None:
        """Said or inferred."""
        self._turn("directness")

    def action_prompting(self) -> None:
        """Volunteered or prompted."""
        self._turn("prompting")

    def _turn(self, name: str) -> None:
        if (passage := self._passage()) is not None:
            own = passage.id
            self.queue(lambda: self.hand_in(lambda project: turned(project, own, name)))

    def _passage(self) -> Passage | None:
        """The passage under the cursor; says so where there is none."""
        if self.bench is None:
            self.app.tell(NO_PASSAGE)
            return None
        try:
            return passage_at(self.bench, self.rows.row)
        except Misuse as error:
            self.app.tell(error)
            return None
