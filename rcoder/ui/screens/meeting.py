"""Which elements of several configurations meet in one: confirmed or changed by a person, then made one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.types import CSSPathType

from rcoder.domain.actions.consolidating import Meeting
from rcoder.domain.errors import RcoderError
from rcoder.domain.journal import Deed, Entry
from rcoder.project import Project
from rcoder.project.consolidating import Brought, consolidated, joined, parted
from rcoder.ui.chaining import meeting_rows as rows
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.screens.choosing import choose
from rcoder.ui.screens.question import Field, QuestionScreen
from rcoder.ui.screens.stack import come_back
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


class MeetingScreen(Screen[None]):
    """Shows the consolidated configuration that would be made."""

    app: RcoderApp
    CSS_PATH: ClassVar[CSSPathType | None] = "../chains.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.MEETING, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.MEETING)
    AUTO_FOCUS = "#meetings"

    def __init__(self, brought: Brought) -> None:
        super().__init__()
        self.brought = brought
        self.meetings = brought.meetings
        self.title_words = brought.title
        self._doing = False
        self._shown: tuple[Line, ...] = ()

    def compose(self) -> ComposeResult:
        """What meets in what."""
        yield TopLine(id="top")
        yield Lines(id="meetings")
        yield Strips(id="about", rule=True)
        yield Status()
        yield Keys(footer(Where.MEETING, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Shows the proposal."""
        self.lines = self.query_one(Lines)
        self.app.said.subscribe(self, self._on_said)
        self.query_one(TopLine).show(
            (((f" {rows.heading(self.brought)}", "-strong"),),), (("ctrl+s does it · esc leaves ", "-muted"),)
        )
        self.query_one("#about", Strips).show(
            (
                (
                    (
                        " The members keep all they have; their passages count on what stands for them.",
                        "-muted",
                    ),
                ),
                ((" x keeps an element apart, b lets it meet another, w words it.", "-muted"),),
            )
        )
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        width = self.lines.size.width or 80
        self._shown = tuple(rows.lines(self.brought, self.meetings, self.title_words, width))
        self.lines.show(self._shown)

    def on_resize(self, _: events.Resize) -> None:
        """Fits the words to the width."""
        self.call_after_refresh(self._show)

    def _on_said(self, sentence: str) -> None:
        self.query_one(Status).show((((f" {sentence}", "-muted"),),))

    @property
    def row(self) -> str:
        """The line under the cursor."""
        return self.lines.current.id if self.lines.current is not None else ""

    # -- changing what meets -------------------------------------------------------------------------------------

    def _meet(self, meetings: tuple[Meeting, ...], name: str) -> None:
        """Shows other meetings, with the cursor on the element that moved."""
        self.meetings = meetings
        self._show()
        line = next(
            (each for each in self._shown if rows.element_at(each.id) == name),
            None,
        )
        if line is not None:
            self.lines.go_to(line.id)

    def action_apart(self) -> None:
        """Keeps the element under the cursor apart."""
        name = rows.element_at(self.row)
        if name:
            self._meet(parted(self.meetings, self.brought.members, self.brought.codes, name), name)
        else:
            self.app.tell("Go to an element of a member first: the lines with a number such as K03.M1.")

    def action_meet(self) -> None:
        """Chooses what the element under the cursor meets in."""
        name = rows.element_at(self.row)
        if not name:
            self.app.tell("Go to an element of a member first: the lines with a number such as K03.M1.")
            return
        found = rows.others(self.brought, self.meetings, name)

        def chosen(answer: str) -> None:
            meetings = joined(self.meetings, self.brought.members, self.brought.codes, of=name, to=answer)
            self._meet(meetings, name)

        choose(self.app, "Meets in", found, chosen)

    @on(Lines.Chosen)
    def action_words(self) -> None:
        """Changes the words of the element, or the title."""
        meeting = rows.meeting_at(self.meetings, self.row)
        if meeting is None and self.brought.into:
            return
        title, before = ("What it is called", self.title_words)
        if meeting is not None:
            title, before = "Words of the element", meeting.element.wording

        def answered(answer: dict[str, str] | None) -> None:
            if answer is None:
                return
            words = " ".join(answer["words"].split())
            if meeting is None:
                self.title_words = words
            else:
                self.meetings = rows.reworded(self.meetings, meeting.element.id, words)
            self._show()

        question = QuestionScreen(
            title,
            "",
            (Field("words", "", before),),
            check=lambda each: _misfit(each, needed=meeting is not None),
        )
        self.app.push_screen(question, answered)

    def action_open_here(self) -> None:
        """Opens the member under the cursor; esc comes back."""
        if own := rows.member_at(self.row):
            self.app.open_configurations(configuration_id=own)

    # -- done ----------------------------------------------------------------------------------------------------

    def action_accept(self) -> None:
        """Makes one configuration, and opens it."""
        if self._doing:
            return
        self._doing = True
        members, meetings, title = self.brought.members, self.meetings, self.title_words
        made: list[str] = []

        def deed(project: Project) -> Deed:
            own, found = consolidated(project, members, meetings, title)
            made.append(own)
            return found

        def done(_: Entry) -> None:
            self._opened(made[-1])

        def refused(error: RcoderError) -> None:
            self._doing = False
            self.app.tell(error)

        self.app.act(deed, then=done, otherwise=refused)

    def _opened(self, configuration_id: str) -> None:
        from rcoder.ui.screens.configurations import ConfigurationsScreen

        there = come_back(self.app, ConfigurationsScreen)
        if there is not None:
            there.open_one(configuration_id)
        else:
            self.app.pop_screen()
            self.app.open_configurations(configuration_id=configuration_id)


def _misfit(answer: dict[str, str], *, needed: bool) -> str:
    return "An element needs words." if needed and not answer["words"].strip() else ""
