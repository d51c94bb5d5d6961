"""Finding words: the hits in a list as one types, each with its words in the middle; how they are asked for and shown."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input

from rcoder.domain.errors import Misuse, RcoderError
from rcoder.domain.finding import Counted, Found, Hit, Search, clauses_of
from rcoder.domain.journal import Change, Entry
from rcoder.project import Project
from rcoder.project.coding_found import OnHit, own_codings
from rcoder.project.finding import Counting
from rcoder.project.looking import Choices, choices
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.finding import lines as shapes
from rcoder.ui.finding.state import Asked, State, ask, by_transcript, more
from rcoder.ui.study import Study
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp
    from rcoder.ui.desk import Desk

PAUSE = 0.15
"""Seconds without another letter after which hits are counted."""
BREATH = 0.03
"""Seconds between slices of a count, in which keys have the machine to themselves."""
NOTHING_YET = "Type a word, or several; what is said of them is listed here at once."


class FindInput(Input):
    """What is looked for."""

    BINDINGS = bindings(Where.FINDING)

    def action_to_hits(self) -> None:
        """Goes to the hits."""
        if isinstance(screen := self.screen, FindView):
            screen.go_to_hits()

    def action_leave(self) -> None:
        """Goes back to the hits, or to the transcript."""
        if isinstance(screen := self.screen, FindView):
            screen.leave_query()


class HitLines(Lines):
    """The hits; a click on the mark before one marks it."""

    def move(self, to: int, *, skip: int = 1) -> None:
        """Puts the cursor on a hit; no message, so that the hit is shown at length in the same painting."""
        before = self.current
        super().move(to, skip=skip)
        if self.current is not None and self.current is not before and isinstance(self.screen, FindView):
            self.screen.reach(int(self.current.id))

    def on_click(self, event: events.Click) -> None:
        """A click on the mark; any other is the list's."""
        index = event.y + self.scroll_offset.y
        if event.x < len(shapes.MARKED) and 0 <= index < len(self._seen):
            event.prevent_default()
            self.move(index)
            if isinstance(screen := self.screen, FindView):
                screen.mark(index)


class Chips(Strips):
    """Settings with their keys; a click on one is its key."""

    rows: Sequence[tuple[shapes.Chip, ...]] = ()

    async def on_click(self, event: events.Click) -> None:
        """Does what the setting's key does."""
        if 0 <= event.y < len(self.rows) and (chip := shapes.chip_at(self.rows[event.y], event.x)):
            await self.run_action(f"screen.{chip.action}")


class FindView(Screen[Hit]):
    """Shows a search and its hits; gives the hit that was chosen."""

    app: RcoderApp
    CSS_PATH = "../finding.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.FIND, Where.FINDING, Where.LIST, Where.EVERYWHERE)
    AUTO_FOCUS = ""

    def __init__(self, study: Study, state: State) -> None:
        super().__init__()
        self.study = study
        self.state = state
        self.wanted: Search = state.search
        """What is to be looked for; a question at the desk about anything else is let go."""
        self.known: Choices | None = None

    def compose(self) -> ComposeResult:
        """The field, how and where is looked, the hits, and the one under the cursor at length."""
        yield TopLine(id="top")
        yield FindInput(self.state.search.query, placeholder='words, "words in a row", begin*, word~, -not, this | that', id="query", select_on_focus=False)  # fmt: skip
        yield Chips(id="how")
        yield HitLines(id="hits", empty=NOTHING_YET)
        yield Strips(id="about", rule=True)
        yield Status()
        yield Keys(footer(Where.FINDING, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Shows what was found before, and listens for changes."""
        self.field = self.query_one("#query", FindInput)
        self.hits = self.query_one("#hits", HitLines)
        self.app.written.subscribe(self, self._on_written)
        self.app.said.subscribe(self, self._on_said)
        self.app.outdated.subscribe(self, self._on_outdated)
        self.app.at_desk(choices, self._on_choices)
        (self.hits if self.state.hits else self.field).focus()
        self.call_after_refresh(self.show)
        if self.state.hits:
            self._ask_own()
            self._count()

    def _on_choices(self, known: Choices) -> None:
        self.known = known

    # -- asking --------------------------------------------------------------------------------------------------

    @on(Input.Changed, "#query")
    def _on_typed(self) -> None:
        self.look(replace(self.wanted, query=self.field.value, thorough=False))

    def look(self, search: Search) -> None:
        """Looks for something else, or somewhere else."""
        if search == self.wanted:
            return
        self.wanted = search
        if not search.query.strip():
            self._show_none(NOTHING_YET)
            return
        wrong = _wrong(search.query)
        if wrong:
            self._show_none(wrong)
            return

        def asking(project: Project) -> Asked | None:
            return ask(project, search) if self.wanted == search else None

        self.app.at_desk(asking, self._on_found)

    def _show_none(self, words: str) -> None:
        self.state.clear()
        self.state.search = self.wanted
        self.hits.empty = words
        self.show()

    def _on_found(self, asked: Asked | None) -> None:
        if asked is None or asked.search != self.wanted or not self.is_attached:
            return
        self.state.take(asked)
        said = asked.search.query.strip()
        self.hits.empty = f"“{said}” is not said here. w looks for related words or forgives typing errors; a star finds beginnings."
        self.show()
        self.hits.move(0)
        self._ask_own()
        self._count()

    def _count(self) -> None:
        """Counts all hits beside what is done, so many at a time that no key waits."""
        if self.app.desk is not None and (self.state.counted is None or not self.state.counted.whole):
            self.run_worker(self._counting(self.app.desk, self.wanted), group="count", exclusive=True)

    async def _counting(self, desk: Desk, search: Search) -> None:
        def begin(project: Project) -> Counting | None:
            return Counting(project, search) if self.wanted == search else None

        await asyncio.sleep(PAUSE)
        try:
            counting = await desk.ask(begin)
            while counting is not None and self.wanted == search:
                self._on_counted(counting.counted)
                if counting.counted.whole:
                    return
                await asyncio.sleep(BREATH)
                await desk.ask(counting.go_on)
        except RcoderError as error:
            self.app.tell(error)

    def _on_counted(self, counted: Counted) -> None:
        self.state.counted = counted
        if self.query(TopLine):  # what is shown goes before the work does, where one leaves
            self._show_top()

    def _ask_own(self) -> None:
        ids = {hit.transcript_id for hit in self.state.hits}
        self.app.at_desk(lambda project: own_codings(project, ids), self._on_own)

    def _on_own(self, own: tuple[OnHit, ...]) -> None:
        found = by_transcript(own)
        if found != self.state.own:
            self.state.own = found
            self.show()

    def _on_written(self, entry: Entry) -> None:
        if any(_codes(change) for change in entry.changes):
            self._ask_own()

    def _on_outdated(self, _: None) -> None:
        """Looks again; where others have changed nothing of the hits, marks and cursor stay."""
        search = self.wanted

        def asked_again(asked: Asked) -> None:
            if asked.found.hits != self.state.hits[: len(asked.found.hits)]:
                self._on_found(asked)

        if self.state.hits:
            self.app.at_desk(lambda project: ask(project, search), asked_again)

    def _on_said(self, sentence: str) -> None:
        self.query_one(Status).show((((f" {sentence}", "-muted"),),))

    # -- showing -------------------------------------------------------------------------------------------------

    @property
    def _width(self) -> int:
        """Cells of a line, the same whether there is a scroll bar or not."""
        return max(40, self.hits.size.width - 1)

    def show(self) -> None:
        """Shows the search and its hits as they are."""
        state, width = self.state, self._width
        self.hits.show(shapes.hit_line(state, index, width) for index in range(len(state.hits)))
        self.hits.go_to(str(state.at))
        self._show_top()
        self._show_how()
        self._show_about()

    def _show_top(self) -> None:
        state = self.state
        title = self.study.overview.title
        marked = f"{len(state.marked)} marked · " if state.marked else ""
        counted = f"{state.counted.words} " if state.counted is not None else ""
        self.query_one(TopLine).show(
            (((f" {title}", "-strong"), ("  Find", "-muted")),), ((marked, "-key"), (counted, ""))
        )

    def _show_how(self) -> None:
        how = self.query_one("#how", Chips)
        how.rows = shapes.chips(replace_search(self.state, self.wanted))
        awake = not isinstance(self.focused, FindInput)
        first, second = (shapes.chip_pieces(each, awake=awake) for each in how.rows)
        how.show(((*first, *shapes.looked_for(self.state)), second))

    def _show_about(self) -> None:
        strips = self.query_one("#about", Strips)
        strips.show(shapes.about(self.state, strips.size.width or self.size.width))

    def _show_line(self, index: int) -> None:
        """Shows one hit anew."""
        self.hits.replace(shapes.hit_line(self.state, index, self._width))

    def reach(self, index: int) -> None:
        """The cursor is on a hit: shows it at length, and reads on where the end is near."""
        self.state.at = index
        self._show_about()
        if self.state.wants_more:
            self._read_on()

    def _read_on(self) -> None:
        search, after = self.state.search, self.state.next

        def reading(project: Project) -> Found | None:
            there = self.state.next == after and self.wanted == search
            return more(project, search, after) if there and after is not None else None

        def read(found: Found | None) -> None:
            if found is not None and self.state.next == after and self.wanted == search:
                self.state.add(found)
                self.show()
                self._ask_own()

        self.app.at_desk(reading, read)

    def on_screen_resume(self) -> None:
        """Shows what there was no time to show before another window came in front."""
        self.call_after_refresh(self.show)

    def on_resize(self) -> None:
        """Fits the lines to the room."""
        self.call_after_refresh(self.show)

    def on_descendant_focus(self) -> None:
        """The footer has the keys of what has the focus."""
        typing = isinstance(self.focused, FindInput)
        keys = footer(Where.FINDING, Where.EVERYWHERE) if typing else footer(Where.FIND, Where.EVERYWHERE)
        self.query_one(Keys).offer(keys)
        self._show_how()

    def go_to_hits(self) -> None:
        """Gives the hits the keys; where there are none, the lemmas of the words are looked up first."""
        if self.state.hits or self.field.value.strip():
            self.hits.focus()
        if not self.state.hits:
            self.look(replace(self.wanted, thorough=True))
        self.app.at_desk(lambda _: None, keys_wait=True)  # behind the question that is under way

    def leave_query(self) -> None:
        """Goes back to the hits; where there are none, to the transcript."""
        if self.state.hits:
            self.hits.focus()
        else:
            self.go_back()

    def go_back(self) -> None:
        """Goes back to the transcript, as it was left; the search is kept."""
        self.dismiss(None)

    def mark(self, index: int) -> None:
        """Marks a hit, or takes the mark off."""
        self.state.toggle(index)
        self._show_line(index)
        self._show_top()


def replace_search(state: State, search: Search) -> State:
    """The state as it will be for another search, to show its settings at once."""
    return replace(state, search=search)


def _wrong(query: str) -> str:
    """What is wrong with a query, in a sentence."""
    try:
        clauses_of(query)
    except Misuse as error:
        return str(error)
    return ""


def _codes(change: Change) -> bool:
    return change.table == "codings"
