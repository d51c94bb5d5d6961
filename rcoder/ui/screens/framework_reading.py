"""The framework matrix read: one case through all hypotheses, or one hypothesis through all cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.types import CSSPathType

from rcoder.domain.framework import Framework, Material
from rcoder.domain.profile_words import code_words
from rcoder.project import Project
from rcoder.project.framework import AT_ONCE, framework, material_of
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.profiling import reading as shown
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.condition_case import choose_case
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.screens.framework import WRITTEN_TABLES, open_behind
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


class FrameReadingScreen(FollowingScreen):
    """Everything that is written of one case, or of one hypothesis."""

    app: RcoderApp
    TABLES = WRITTEN_TABLES
    CSS_PATH: ClassVar[CSSPathType | None] = "../profiles.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.FRAME_READING, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.FRAME_READING)
    AUTO_FOCUS = "#lines"

    def __init__(self, under: str, *, case_id: str = "", code_id: str = "", at: str = "") -> None:
        """Reads the case, or the hypothesis where there is no case; `at` is where the cursor begins on the other side."""
        super().__init__()
        self.under = under
        self.case_id = case_id
        self.code_id = code_id
        self.at = at
        self.found: Framework | None = None
        self._round = 0

    def compose(self) -> ComposeResult:
        """The page."""
        yield TopLine(id="top")
        yield Lines(id="lines", empty=shown.NOTHING)
        yield Status()
        yield Keys(footer(Where.FRAME_READING, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks for what is there and listens for changes."""
        self.lines = self.query_one(Lines)
        self.follow()
        self.ask()

    # -- asking and showing --------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Reads the page anew."""
        self._round += 1
        number, under, case_id = self._round, self.under, self.case_id

        def question(project: Project) -> Framework:
            return framework(project, under, cases=(case_id,) if case_id else None, whole=bool(case_id))

        def answered(found: Framework) -> None:
            if self.is_attached and number == self._round:
                self.found = found if case_id else found.of(self.code_id)
                self.show()
                self._count(number)

        self.app.at_desk(question, answered)

    def _count(self, number: int) -> None:
        found = self.found
        if found is None or not (some := found.waiting[:AT_ONCE]):
            return
        whole_columns = found.columns

        def counted(material: dict[tuple[str, str], Material]) -> None:
            if self.is_attached and number == self._round and self.found is not None and material:
                self.found = self.found.counted(material)
                self.show()
                self._count(number)

        self.app.at_desk(lambda project: material_of(project, whole_columns, some), counted)

    def show(self) -> None:
        """Shows the page."""
        found, width = self.found, self.size.width
        if found is None:
            return
        if self.case_id:
            name = getattr(found.case(self.case_id), "name", "")
            self.lines.show(shown.case_lines(found, self.case_id, width) if name else ())
            about = found.title
        else:
            code = found.column(self.code_id)
            name = code_words(code, found.language) if code is not None else ""
            self.lines.show(shown.code_lines(found, self.code_id, width) if code is not None else ())
            about = "case by case"
        if self.at:
            self.lines.go_to(f"{self.case_id or self.at}|{self.code_id or self.at}")
            self.at = ""
        right = ((f"{found.filled()} of {found.size} written ", "-muted"),)
        self.query_one(TopLine).show((((f" {name}", "-strong"), (f"  {about}", "-muted")),), right)

    def on_resize(self, _: events.Resize) -> None:
        """Wraps the words anew."""
        self.call_after_refresh(self.show)

    # -- opening and writing -------------------------------------------------------------------------------------

    @property
    def here(self) -> tuple[str, str]:
        """Ids of the case and the hypothesis under the cursor."""
        line = self.lines.current
        return shown.cell_of(line.id) if line is not None else ("", "")

    @on(Lines.Chosen)
    def _on_chosen(self) -> None:
        if self.found is not None:
            open_behind(self.app, self.found, *self.here)

    def action_write(self) -> None:
        """Writes the summary under the cursor."""
        from rcoder.ui.screens.summing_up import open_writing

        case_id, code_id = self.here
        if code_id:
            open_writing(self.app, case_id, code_id)

    def action_remove(self) -> None:
        """Removes one's own summary under the cursor."""
        from rcoder.ui.screens.summing_up import remove_summary

        case_id, code_id = self.here
        if code_id:
            remove_summary(self.app, case_id, code_id)

    def action_one_case(self) -> None:
        """Reads the case under the cursor, or another."""
        case_id, code_id = self.here
        if self.case_id:
            self.app.at_desk(framework, self._choose_case, keys_wait=True)
        elif case_id:
            self._turn(case_id, "", code_id)

    def _choose_case(self, found: Framework) -> None:
        choose_case(self.app, found.cases, lambda each: self._turn(each, "", self.here[1]), at=self.case_id)

    def action_one_hypothesis(self) -> None:
        """Reads the hypothesis under the cursor, or another."""
        case_id, code_id = self.here
        if self.case_id:
            if code_id:
                self._turn("", code_id, case_id)
            return
        under = self.under

        def offered(found: Framework) -> None:
            choices = [Choice(each.id, ((code_words(each, found.language), ""),)) for each in found.columns]

            def chosen(answer: str | None) -> None:
                if answer is not None:
                    self._turn("", answer, case_id)

            self.app.push_screen(ChooserScreen("Which hypothesis?", choices, at=self.code_id), chosen)

        self.app.at_desk(lambda project: framework(project, under, cases=()), offered, keys_wait=True)

    def _turn(self, case_id: str, code_id: str, at: str) -> None:
        self.case_id, self.code_id, self.at = case_id, code_id, at
        self.ask()

    def action_profile(self) -> None:
        """Opens the case on one page."""
        from rcoder.ui.screens.case_profile import open_profile

        if case_id := self.case_id or self.here[0]:
            open_profile(self.app, case_id)
