"""Passages by heading, one of them in its context: what every number and cell opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.types import CSSPathType

from rcoder.domain.passage import Passage
from rcoder.project.evidence import again, turned
from rcoder.project.retrieval_context import Said, said_round
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.evidencing import rows
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.widgets.kept import Across
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

NARROW = 110
EMPTY = "No passage in your sight. esc goes back."


class PassagesScreen(FollowingScreen):
    """Lists passages; Enter opens one in its interview, and from there one key comes back to the line."""

    TABLES = frozenset({"codings", "evidence", "transcripts", "speakers", "cases", "revisions", "coders"})
    CSS_PATH: ClassVar[CSSPathType | None] = "../evidence.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.LISTED, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.LISTED)
    AUTO_FOCUS = "#found"

    def __init__(self, title: str, groups: Sequence[rows.Group]) -> None:
        super().__init__()
        self.heading = title
        self.groups: tuple[rows.Group, ...] = tuple((name, tuple(found)) for name, found in groups)
        self._round: tuple[Passage, tuple[Said, ...]] | None = None
        """The passage in hand and the turns round it."""

    def compose(self) -> ComposeResult:
        """The passages, and beside or under them what was said round one."""
        yield TopLine(id="top")
        with Across(id="panes"):
            yield Lines(id="found", empty=EMPTY)
            yield Lines(id="round")
        yield Status()
        yield Keys(footer(Where.LISTED, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Shows the passages and listens for changes."""
        self.begin()
        self.show()
        first = next((line for line in rows.passage_lines(self.groups) if "|" in line.id), None)
        if first is not None:
            self.found.go_to(first.id)
        self.show_round()

    def begin(self) -> None:
        """Finds the two lists and listens for changes."""
        self.found, self.round = self.query_one("#found", Lines), self.query_one("#round", Lines)
        self.follow()

    def show(self) -> None:
        """Shows the passages."""
        self.found.show(rows.passage_lines(self.groups))
        self.query_one(TopLine).show(
            (((f" {self.heading}", "-strong"),),),
            ((f"{rows.counted_in(self.groups)} in your sight ", "-muted"),),
        )

    def ask(self) -> None:
        """Reads the passages again; what is gone is listed no more."""
        ids = [each.id for _, found in self.groups for each in found]

        def answered(there: dict[str, Passage]) -> None:
            if self.is_attached:
                self.groups = rows.renewed(self.groups, there)
                self.show()
                self.show_round()

        self.app.at_desk(lambda project: again(project.sight, ids), answered)

    @property
    def passage(self) -> Passage | None:
        """The passage under the cursor."""
        line = self.found.current
        return rows.passage_of(self.groups, line.id) if line is not None else None

    @on(Lines.Reached, "#found")
    def show_round(self) -> None:
        """Asks for what was said round the passage under the cursor."""
        passage = self.passage
        if passage is None:
            self._round = None
            self.round.show(())
            return

        def told(said: tuple[Said, ...]) -> None:
            if self.is_attached and self.passage == passage:
                self._round = passage, said
                self._fit()

        self.app.at_desk(lambda project: said_round(project, (passage,)), told)

    def _fit(self) -> None:
        if self._round is None:
            return
        found = rows.round_rows(*self._round, self.round.size.width or 50)
        self.round.show(found)
        self.round.move(len(found) - 1, skip=-1)
        self.round.move(rows.lit_row(found))

    def on_resize(self, event: events.Resize) -> None:
        """Puts the context under the list where the screen is narrow."""
        self.set_class(event.size.width < NARROW, "-narrow")
        self.call_after_refresh(self._fit)

    # -- going about ---------------------------------------------------------------------------------------------

    @on(Lines.Chosen, "#found")
    def _on_chosen(self, event: Lines.Chosen) -> None:
        if self.passage is not None:
            self.action_open_place()
        elif event.line.folds:
            self.found.toggle()

    @on(Lines.Chosen, "#round")
    def action_open_place(self) -> None:
        """Opens the interview at the passage."""
        if (passage := self.passage) is not None:
            self.app.open_passage(
                passage.transcript_id, passage.span, earlier=passage.revision if passage.earlier else 0
            )

    def action_next_pane(self) -> None:
        """Goes between the passages and what was said."""
        (self.found if self.round.has_focus else self.round).focus()

    def go_back(self) -> None:
        """From what was said to the passages, from these to the screen before."""
        if self.round.has_focus:
            self.found.focus()
        elif self.is_current:
            self.app.pop_screen()

    # -- what is known of a passage ------------------------------------------------------------------------------

    def _turn(self, name: str) -> None:
        if (passage := self.passage) is not None:
            own = passage.id
            self.app.act(lambda project: turned(project, own, name))

    def action_directness(self) -> None:
        """Said or inferred."""
        self._turn("directness")

    def action_prompting(self) -> None:
        """Volunteered or prompted."""
        self._turn("prompting")


def open_passages(app: RcoderApp, title: str, groups: Sequence[tuple[str, Sequence[Passage]]]) -> None:
    """Opens passages by heading over what is on screen; esc comes back to where it was."""
    app.push_screen(PassagesScreen(title, groups))
