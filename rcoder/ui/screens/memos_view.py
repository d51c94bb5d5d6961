"""The memos of the study: the list beside the memo under its cursor; how it is shown and gone about in."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.types import CSSPathType
from textual.widgets import Input

from rcoder.project import Project
from rcoder.project.memos import MemoLine, Wanted, chosen, memo_lines, notes, ordered
from rcoder.project.things import Thing
from rcoder.ui import memoing
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

NARROW = 100


class SearchInput(Input):
    """The words that memos are found by."""

    BINDINGS = bindings(Where.MEMO_SEARCH)

    def action_to_list(self) -> None:
        """Goes to the memos that fit."""
        if isinstance(screen := self.screen, MemosView):
            screen.go_to_list()

    def action_clear(self) -> None:
        """Shows all memos again."""
        self.value = ""
        self.action_to_list()


class MemosView(FollowingScreen):
    """Shows the memos in sight; what is done to them is its subclass's."""

    CSS_PATH: ClassVar[CSSPathType | None] = "../memos.tcss"
    TABLES = frozenset(
        {"memos", "excerpts", "codings", "configurations", "codes", "cases", "transcripts", "coders"}
    )
    PLACES: ClassVar[tuple[Where, ...]] = (Where.MEMOS, Where.LIST, Where.EVERYWHERE)
    AUTO_FOCUS = "#list"

    def __init__(self, about: Thing | None = None, memo_id: str = "") -> None:
        """`about` is the one thing whose memos are wanted, `memo_id` the memo to begin with."""
        super().__init__()
        self.about = about
        self.wanted = Wanted(about=about.what, about_id=about.id) if about is not None else Wanted()
        self.by_time = False
        self.every: tuple[MemoLine, ...] = ()
        self.found: tuple[MemoLine, ...] = ()
        """Those that are wanted, in order."""
        self.shown: tuple[MemoLine, ...] = ()
        """Those of them that are in the list."""
        self._by_id: dict[str, MemoLine] = {}
        self._first = memo_id

    def compose(self) -> ComposeResult:
        """The list, the memo, and the keys."""
        yield TopLine(id="top")
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield Strips(id="counted", classes="pane-title")
                yield SearchInput(placeholder="words of a memo, or of what it is about", id="search")
                yield Lines(id="list", empty="The memos are being read.")
            yield Lines(id="memo")
        yield Status()
        yield Keys(footer(Where.MEMOS, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Reads the memos and listens for changes."""
        self.list = self.query_one("#list", Lines)
        self.memo = self.query_one("#memo", Lines)
        self.search = self.query_one("#search", SearchInput)
        self.search.display = False
        self.follow()
        self.ask()

    # -- showing -------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Reads the memos and the notes on codings."""
        self.app.at_desk(_read, self._on_read)

    def _on_read(self, found: tuple[MemoLine, ...]) -> None:
        if self.is_attached:
            self.every = found
            self.show()
            if self._first:
                self.list.go_to(self._first)
                self._first = ""
                self._show_memo()

    def show(self) -> None:
        """Shows the memos that are wanted, with the cursor on the same one."""
        self.found = ordered(chosen(self.every, self.wanted), by_time=self.by_time)
        self.shown = memoing.within(self.found)
        self._by_id = {each.memo.id: each for each in self.shown}
        self.list.empty = memoing.NONE_FIT if self.every and self._chosen_only else memoing.EMPTY
        self.list.show(memoing.memo_list(self.shown, by_time=self.by_time, width=self.list.size.width))
        title = self.app.study.overview.title if self.app.study else ""
        order = "the latest first " if self.by_time else "by what they are about "
        self.query_one(TopLine).show((((f" {title}", "-strong"),),), ((order, "-muted"),))
        about = self.about.words if self.about is not None and self.wanted.about_id else ""
        words = memoing.counted(self.shown, self.every, self.wanted, about)
        self.query_one("#counted", Strips).show(((("Memos  ", ""), (words, "-muted")),))
        self._show_memo()

    @property
    def _chosen_only(self) -> bool:
        """Whether only some memos are wanted."""
        return self.wanted != Wanted()

    @on(Lines.Reached, "#list")
    def _show_memo(self) -> None:
        line = self.line
        width = self.memo.size.width or 60
        self.memo.show(memoing.memo_rows(line, width) if line is not None else ())

    @property
    def line(self) -> MemoLine | None:
        """The memo under the cursor of the list."""
        current = self.list.current
        return self._by_id.get(current.id) if current is not None else None

    def on_resize(self, event: events.Resize) -> None:
        """Folds the memo where the screen is narrow, and fits both to the room."""
        self.set_class(event.size.width < NARROW, "-narrow")
        self.call_after_refresh(self.show)

    # -- going about ---------------------------------------------------------------------------------------------

    def forward(self, pane: Lines) -> None:
        """Gives a pane the keys, and brings it forward where the screen is narrow."""
        self.set_class(pane is self.memo, "-reading")
        self.call_after_refresh(pane.focus)
        self.call_after_refresh(self.show)

    def go_to_list(self) -> None:
        """Gives the list the keys; an empty search is put away."""
        self.search.display = bool(self.search.value)
        self.forward(self.list)

    def action_next_pane(self) -> None:
        """Goes between the list and the memo."""
        self.forward(self.list if self.memo.has_focus else self.memo)

    def action_find(self) -> None:
        """Asks for the words to search by."""
        self.search.display = True
        self.search.focus()

    @on(Input.Changed, "#search")
    def _on_typed(self) -> None:
        self.wanted = replace(self.wanted, words=" ".join(self.search.value.split()))
        self.show()

    def go_back(self) -> None:
        """From the memo to the list, from some memos to all of them, then to the screen before."""
        if self.memo.has_focus:
            self.forward(self.list)
        elif self.search.value:
            self.search.action_clear()
        elif self._chosen_only and self.about is None:
            self.wanted = Wanted()
            self.show()
        else:
            self.app.pop_screen()

    def action_kind(self) -> None:
        """Only memos of the next kind."""
        self.wanted = memoing.next_kind(self.wanted)
        self.show()

    def action_subject(self) -> None:
        """Only memos on the next sort of thing."""
        self.wanted = memoing.next_subject(self.wanted, self.every)
        self.show()

    def action_writer(self) -> None:
        """Only the next coder's memos."""
        self.wanted = memoing.next_coder(self.wanted, self.every)
        self.show()

    def action_order(self) -> None:
        """By what they are about, or the latest first."""
        self.by_time = not self.by_time
        self.show()


def _read(project: Project) -> tuple[MemoLine, ...]:
    return (*memo_lines(project), *notes(project))
