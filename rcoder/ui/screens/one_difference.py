"""One difference: before and after beside one another with their passages, and why it became another."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.types import CSSPathType

from rcoder.domain.theory import Witness
from rcoder.domain.theory_difference import Compared
from rcoder.domain.transcript import Span
from rcoder.project.version_reasons import Course, course, window
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.versioning import rows
from rcoder.ui.versioning.why import ask_why
from rcoder.ui.widgets.kept import Across
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

if TYPE_CHECKING:
    from rcoder.ui.screens.version_difference import VersionDifferenceScreen

MOST = 10
"""Rows of the heading."""
LOW = 30
"""Rows of a screen below which everything is told in fewer."""


class OneDifferenceScreen(FollowingScreen):
    """Retraces one difference."""

    TABLES = rows.COMPARED
    CSS_PATH: ClassVar[CSSPathType | None] = "../versions.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.ONE_DIFFERENCE, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.ONE_DIFFERENCE)
    AUTO_FOCUS = "#after"

    def __init__(self, whole: VersionDifferenceScreen, name: str) -> None:
        """`whole` is the list it is of, `name` what it is called there."""
        super().__init__()
        self.whole = whole
        self.named = name
        self.course: tuple[Course, ...] | None = None

    def compose(self) -> ComposeResult:
        """What became of it, the two sides, and why."""
        yield TopLine(id="top")
        yield Strips(id="head")
        with Across(id="sides"):
            yield Lines(id="before")
            yield Lines(id="after")
        yield Lines(id="why")
        yield Status()
        yield Keys(footer(Where.ONE_DIFFERENCE, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Shows it, and asks what was done."""
        self.before, self.after, self.why = (
            self.query_one(each, Lines) for each in ("#before", "#after", "#why")
        )
        self.follow()
        self.ask()
        self.call_after_refresh(self.show)

    @property
    def compared(self) -> Compared | None:
        """What is shown."""
        return self.whole.by_id.get(self.named)

    def ask(self) -> None:
        """Asks what was done between the two versions."""
        own, before, after = self.compared, self.whole.before, self.whole.after
        if own is not None:
            self.app.at_desk(
                lambda project: course(project, own, window(project, before, after)),
                lambda found: self._told(own, found),
            )

    def _told(self, own: Compared, found: tuple[Course, ...]) -> None:
        if self.is_attached and self.named == own.id:
            self.course = found
            self.show()

    def outdate(self) -> None:
        """Has the list read anew, and shows what stands there."""

        def read() -> None:
            self.ask()
            self.show()

        self.whole.read(read)

    def show(self) -> None:
        """Shows the difference as wide as the screen is."""
        own, found = self.compared, self.whole.difference
        if own is None or found is None or not self.is_attached:
            return
        language = self.whole.language
        listed = self.whole.listed
        place = next((number for number, each in enumerate(listed, start=1) if each.id == own.id), 0)
        self.query_one(TopLine).show(
            (((f" Theory versions · {self.whole.before} → {self.whole.after}", "-strong"),),),
            ((f"{place} of {len(listed)} ", "-muted"),),
        )
        low = self.size.height < LOW
        head = rows.head_rows(own, language, self.size.width, brief=low)[: MOST // 2 if low else MOST]
        self.why.styles.height = 5 if low else 8
        strips = self.query_one("#head", Strips)
        strips.styles.height = len(head)
        strips.show(head)
        names = rows.headings(found)
        for pane, heading, side, only in (
            (self.before, names[0], own.before, own.lost),
            (self.after, names[1], own.after, own.gained),
        ):
            pane.show(
                rows.side_rows(heading, own.about, side, only, language=language, width=pane.size.width or 38)
            )
        self.why.show(rows.why_rows(own, self.course, self.size.width))

    def on_resize(self, _: events.Resize) -> None:
        """Wraps the words anew."""
        self.call_after_refresh(self.show)

    # -- keys ----------------------------------------------------------------------------------------------------

    @on(Lines.Chosen, "#before")
    def _open_before(self, event: Lines.Chosen) -> None:
        own = self.compared
        self._open(rows.witness_at(own.before if own else None, event.line.id))

    @on(Lines.Chosen, "#after")
    def _open_after(self, event: Lines.Chosen) -> None:
        own = self.compared
        self._open(rows.witness_at(own.after if own else None, event.line.id))

    def _open(self, witness: Witness | None) -> None:
        """Opens the interview at the passage, in the text that its place counts in."""
        if witness is None:
            return
        name, span, revision = witness.transcript_id, Span(witness.start, witness.end), witness.revision

        def known(present: int) -> None:
            self.app.open_passage(name, span, earlier=0 if revision == present else revision)

        self.app.at_desk(lambda project: project.transcript(name).revision, known, keys_wait=True)

    def action_next_pane(self) -> None:
        """Goes from before to after, to the reasons, and back."""
        panes = (self.before, self.after, self.why)
        here = next((place for place, each in enumerate(panes) if each.has_focus), 0)
        panes[(here + 1) % len(panes)].focus()

    def action_next_one(self) -> None:
        """The next of the list."""
        self._go(1)

    def action_previous_one(self) -> None:
        """The one before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        listed = [each.id for each in self.whole.listed]
        place = listed.index(self.named) + step if self.named in listed else 0
        if 0 <= place < len(listed):
            self.named, self.course = listed[place], None
            self.whole.rows.go_to(self.named)
            self.show()
            self.ask()
        else:
            self.app.said.publish(
                "That is the last of the list." if step > 0 else "That is the first of the list."
            )

    def action_memo(self) -> None:
        """Writes down why."""
        ask_why(self.app, self.compared, self.whole.language)

    def go_back(self) -> None:
        """Back to the list."""
        if self.is_current:
            self.app.pop_screen()
