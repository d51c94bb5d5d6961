"""A case on one page: what is known, who was interviewed, what is made of it, and how it went; every line opens what it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.types import CSSPathType

from rcoder.domain.case_profile import CaseProfile, Turning
from rcoder.domain.passage import Passage
from rcoder.domain.profile_words import code_words, point_words
from rcoder.domain.words import Claim, Subject
from rcoder.project.framework import behind
from rcoder.project.profiles import profile
from rcoder.project.resting import passages_of
from rcoder.project.turning_points import dropping, moving
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.profiling import page as shown
from rcoder.ui.screens.condition_case import choose_case
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.screens.framework import WRITTEN_TABLES
from rcoder.ui.study import Study, read_first
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, TopLine

if TYPE_CHECKING:
    from rcoder.domain.case import Case
    from rcoder.ui.app import RcoderApp


class CaseProfileScreen(FollowingScreen):
    """One case."""

    app: RcoderApp
    TABLES = WRITTEN_TABLES | {
        "attributes", "condition_judgements", "elements", "exhibits", "memos", "revisions", "turning_points",
    }  # fmt: skip
    CSS_PATH: ClassVar[CSSPathType | None] = "../profiles.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.PROFILE, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.PROFILE)
    AUTO_FOCUS = "#lines"

    def __init__(self, case_id: str) -> None:
        super().__init__()
        self.case_id = case_id
        self.found: CaseProfile | None = None

    def compose(self) -> ComposeResult:
        """The page."""
        yield TopLine(id="top")
        yield Lines(id="lines", empty="…")
        yield Status()
        yield Keys(footer(Where.PROFILE, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks for what is there and listens for changes."""
        self.lines = self.query_one(Lines)
        self.follow_and_ask()

    def ask(self) -> None:
        """Reads the case anew."""

        def answered(found: CaseProfile) -> None:
            if self.is_attached:
                self.found = found
                self.show()

        case_id = self.case_id
        self.app.at_desk(lambda project: profile(project, case_id), answered)

    def show(self) -> None:
        """Shows the page."""
        if (found := self.found) is None:
            return
        self.lines.show(shown.page(found, self.size.width))
        study = self.app.study
        left = ((f" {found.case.name}", "-strong"), ("  Case profile", "-muted"))
        right = ((f"{study.overview.title if study else ''} ", "-muted"),)
        self.query_one(TopLine).show((left,), right)

    def on_resize(self, _: events.Resize) -> None:
        """Wraps the words anew."""
        self.call_after_refresh(self.show)

    # -- what a line is about ------------------------------------------------------------------------------------

    @property
    def here(self) -> shown.About:
        """What the line under the cursor is about."""
        line = self.lines.current
        return shown.about(line.id if line is not None else "")

    @property
    def turning(self) -> Turning | None:
        """The turning point under the cursor."""
        here = self.here
        if self.found is None or here.sort != shown.POINT:
            return None
        return next((each for each in self.found.turning if each.point.id == here.id), None)

    @on(Lines.Chosen)
    def _on_chosen(self) -> None:
        here = self.here
        opens: dict[str, Callable[[], None]] = {
            shown.KNOWN: self.action_values,
            shown.UNKNOWN: self.action_values,
            shown.INTERVIEW: lambda: self._read(here.id),
            shown.MISSING: lambda: self.app.said.publish(
                "No interview of this case with that role. ctrl+o, in a transcript, brings interviews in."
            ),
            shown.POINT: self._open_point,
            shown.SUMMARY: lambda: self._open_summary(here.id),
            shown.CONFIGURATION: lambda: self.app.open_configurations(configuration_id=here.id),
            shown.CONDITION: lambda: self._open_condition(here),
            shown.MEMO: self.action_memos,
            shown.EXHIBIT: self._open_exhibits,
        }
        if here.sort in opens:
            opens[here.sort]()

    def _read(self, transcript_id: str) -> None:
        """Opens an interview over the page; esc comes back to it."""
        from rcoder.ui.screens.coding import CodingScreen

        def opened(study: Study) -> None:
            if self.app.study is not None:
                study.take_over(self.app.study)
            self.app.push_screen(CodingScreen(study))

        self.app.at_desk(lambda project: read_first(project, transcript_id), opened, keys_wait=True)

    def _open_point(self) -> None:
        turning = self.turning
        if turning is None:
            return
        point = turning.point

        def answered(found: tuple[Passage, ...]) -> None:
            from rcoder.ui.screens.passages import open_passages

            if found:
                open_passages(self.app, point_words(point), (("It rests on", found),))
            else:
                self.app.said.publish("It rests on no passage yet. w changes it; there, e finds one.")

        self.app.at_desk(
            lambda project: passages_of(project.sight, Claim.TURNING_POINT, point.id),
            answered,
            keys_wait=True,
        )

    def _open_summary(self, code_id: str) -> None:
        from rcoder.ui.screens.passages import open_passages

        found = self.found
        if (
            found is None
            or (code := next((each for each in found.hypotheses if each.id == code_id), None)) is None
        ):
            return
        title = f"{found.case.name} · {code_words(code, found.language)}"

        def answered(groups: tuple[tuple[str, tuple[Passage, ...]], ...]) -> None:
            if groups:
                open_passages(self.app, title, groups)
            else:
                self.app.said.publish("No passage to write from.")

        case_id = self.case_id
        self.app.at_desk(lambda project: behind(project, case_id, code_id), answered, keys_wait=True)

    def _open_condition(self, here: shown.About) -> None:
        from rcoder.ui.screens.conditions import open_passages_behind

        found = self.found
        code = next((code for code, _ in found.conditions if code.id == here.id), None) if found else None
        if found is not None and code is not None:
            told = f", {here.role}" if here.role else ""
            title = f"{code.key} in {found.case.name}{told}"
            open_passages_behind(self.app, title, code.id, self.case_id, here.role)

    def _open_exhibits(self) -> None:
        from rcoder.ui.screens.exhibits import open_exhibits

        open_exhibits(self.app)

    # -- writing -------------------------------------------------------------------------------------------------

    def action_write(self) -> None:
        """Writes the summary under the cursor, or changes the turning point."""
        from rcoder.ui.screens.summing_up import open_writing
        from rcoder.ui.screens.turning import open_point

        here = self.here
        if self.found is None:
            return
        if here.sort == shown.SUMMARY:
            open_writing(self.app, self.case_id, here.id)
        elif here.sort == shown.POINT:
            open_point(self.app, here.id, self.found.case.name)
        else:
            self.app.tell("Go to a hypothesis or a turning point first; + sets a turning point.")

    def action_add(self) -> None:
        """Sets a turning point."""
        from rcoder.ui.screens.turning import open_new_point

        if self.found is not None:
            open_new_point(self.app, self.case_id, self.found.case.name)

    def action_remove(self) -> None:
        """Removes one's own turning point or summary under the cursor."""
        from rcoder.ui.screens.summing_up import remove_summary

        here = self.here
        if here.sort == shown.SUMMARY:
            remove_summary(self.app, self.case_id, here.id)
        elif here.sort == shown.POINT:
            self.app.act(lambda project: dropping(project, here.id))
        else:
            self.app.tell("Go to a hypothesis or a turning point of yours first.")

    def action_earlier(self) -> None:
        """Moves the turning point up."""
        self._move(-1)

    def action_later(self) -> None:
        """Moves the turning point down."""
        self._move(1)

    def _move(self, step: int) -> None:
        if (turning := self.turning) is None:
            self.app.tell("Go to a turning point first.")
            return
        own = turning.point.id
        self.app.act(lambda project: moving(project, own, step))

    # -- doors ---------------------------------------------------------------------------------------------------

    def action_one_case(self) -> None:
        """Goes on to another case."""
        if self.found is None:
            return

        def chosen(case_id: str) -> None:
            self.case_id = case_id
            self.lines.action_list_first()
            self.ask()

        choose_case(self.app, self.found.cases, chosen, at=self.case_id)

    def action_values(self) -> None:
        """Its attributes, each by a key."""
        from rcoder.ui.screens.values import open_values

        open_values(self.app, Subject.CASE, self.case_id)

    def action_conditions(self) -> None:
        """Its support conditions, role by role."""
        from rcoder.ui.screens.condition_case import open_condition_case

        open_condition_case(self.app, self.case_id)

    def action_about_case(self) -> None:
        """About the case."""
        from rcoder.ui.screens.about_case import open_case

        open_case(self.app, self.case_id)

    def action_memos(self) -> None:
        """The memos on the case."""
        from rcoder.ui.screens.memos import open_memos

        open_memos(self.app, Subject.CASE, self.case_id)

    def action_export(self) -> None:
        """Writes the page to a file."""
        from rcoder.ui.screens.profile_export import export_page

        if self.found is not None:
            export_page(self.app, self.case_id, self.found.case.name)


def open_profile(app: RcoderApp, case_id: str) -> None:
    """Opens the page of a case."""
    app.push_screen(CaseProfileScreen(case_id))


def open_profiles(app: RcoderApp) -> None:
    """Opens the page of the case whose interview is open, or of one that is chosen."""
    reading = app.study.reading if app.study is not None else None
    if reading is not None and reading.transcript.case_id is not None:
        open_profile(app, reading.transcript.case_id)
        return

    def listed(cases: list[Case]) -> None:
        if cases:
            choose_case(app, cases, lambda case_id: open_profile(app, case_id))
        else:
            app.tell(
                "No cases yet. In a transcript, ctrl+o brings interviews in and A says which case each is of."
            )

    app.at_desk(lambda project: project.cases(), listed, keys_wait=True)
