"""From the coding screen to the others."""

from __future__ import annotations

from rcoder.ui.screens.calm import Calming
from rcoder.ui.screens.coding_deeds import NO_INTERVIEWS
from rcoder.ui.screens.coding_moves import CodingMoves
from rcoder.ui.screens.finding import Finding
from rcoder.ui.screens.flow import Flow
from rcoder.ui.screens.hints import Hints
from rcoder.ui.screens.keeping import Keeping
from rcoder.ui.screens.linking import Linking
from rcoder.ui.screens.looking_again import LookingAgain
from rcoder.ui.screens.retrieve_door import Retrieving
from rcoder.ui.screens.traying import Traying
from rcoder.ui.screens.turning_here import TurningPoints
from rcoder.ui.screens.way_back import WayBack
from rcoder.ui.widgets.lines import Lines


class Doors(
    WayBack,
    Traying,
    TurningPoints,
    Keeping,
    Flow,
    Linking,
    Finding,
    Retrieving,
    LookingAgain,
    Calming,
    Hints,
    CodingMoves,
):
    """Opens the other screens, each imported when it is wanted."""

    def reload(self) -> None:
        """Reads the study anew, as after an import."""
        raise NotImplementedError

    def action_configurations(self) -> None:
        """Opens the configurations, or goes back to the list that the passage was opened from."""
        if not self.went_back():
            self.app.open_configurations(configuration_id=self._built_on())

    def _built_on(self) -> str:
        """Id of the latest configuration that rests on the chosen coding; none leaves the list at its beginning."""
        coding = self.chosen
        numbers = self.study.uses.resting.get(coding.id, ()) if coding is not None else ()
        latest = [each.id for each in self.study.configurations if each.number in numbers]
        return latest[-1] if latest else ""

    def action_back_up(self) -> None:
        """Makes a backup."""
        from rcoder.ui.screens.backups import back_up_now

        self.app.run_worker(back_up_now(self.app), group="backup")

    def action_backups(self) -> None:
        """Lists the backups, to restore one."""
        from rcoder.ui.screens.backups import open_backups

        self.app.run_worker(open_backups(self.app), group="backup")

    def action_bring_in(self) -> None:
        """Imports interviews from files."""
        from rcoder.ui.screens.importing import bring_in

        self.app.run_worker(bring_in(self.app, self.reload), group="import")

    def action_about(self) -> None:
        """Opens what is known of the open interview; in the list, of the interview or case under the cursor."""
        from rcoder.ui.screens.about_case import open_case
        from rcoder.ui.screens.about_interview import open_interview

        lines = self.query_one("#interviews", Lines)
        line = lines.current.id if lines.has_focus and lines.current is not None else ""
        if line.startswith("case:"):
            if line.removeprefix("case:") in self.study.cases:
                open_case(self.app, line.removeprefix("case:"))
            else:
                self.app.tell("These interviews are of no case.")
        elif line in self.study.interviews:
            open_interview(self.app, line)
        elif self.study.reading is not None:
            open_interview(self.app, self.study.reading.transcript.id)
        else:
            self.app.tell(NO_INTERVIEWS)

    def action_doubts(self) -> None:
        """Opens the passages in doubt, those of the open interview first."""
        from rcoder.ui.screens.doubts import open_doubts

        open_doubts(self.app, self.study.reading.transcript.id if self.study.reading else "")

    def action_reimport(self) -> None:
        """Gives the open interview a corrected text from a file."""
        from rcoder.ui.screens.correcting import bring_in_corrected

        if self.study.reading is None:
            self.app.tell(NO_INTERVIEWS)
            return
        transcript = self.study.reading.transcript
        self.app.run_worker(bring_in_corrected(self.app, transcript, self.reload), group="import")

    def action_earlier(self) -> None:
        """Opens the text that the open interview had before it was corrected."""
        from rcoder.ui.screens.earlier import open_earlier

        if self.study.reading is None:
            self.app.tell(NO_INTERVIEWS)
        else:
            open_earlier(self.app, self.study.reading.transcript.id)

    def action_several(self) -> None:
        """Opens the interviews to be put right together."""
        from rcoder.ui.screens.several import about_several

        about_several(self.app)

    def action_cases(self) -> None:
        """Opens the board of cases, or goes back to it."""
        from rcoder.ui.screens.board import open_board

        open_board(self.app)

    def action_codebooks(self) -> None:
        """Puts another codebook beside those of the study, or takes one out."""
        from rcoder.ui.screens.shelf import open_shelf

        open_shelf(self.app)

    def action_work_on_codebook(self) -> None:
        """Opens the codebook, on the code under the cursor where the list of codes has the keys."""
        from rcoder.ui.screens.codebook import open_codebook

        lines = self.query_one("#codes", Lines)
        open_codebook(self.app, lines.current.id if lines.has_focus and lines.current is not None else "")

    def action_absence(self) -> None:
        """Opens what is said and not said of the code under the cursor in the list of codes."""
        from rcoder.ui.screens.absence import open_absence

        lines = self.query_one("#codes", Lines)
        code_id = lines.current.id if lines.has_focus and lines.current is not None else ""
        if code_id and not code_id.startswith("book:"):
            open_absence(self.app, code_id)
        else:
            self.app.tell("Go to a code in the list of codes first: b, or tab.")
