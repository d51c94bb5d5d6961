"""The codebook: the tree beside the whole entry; how it is shown and gone about in."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from rcoder.domain.answers import CodingLine
from rcoder.domain.codebook import Code
from rcoder.domain.journal import Change, Entry
from rcoder.project.codebook_use import Usage, Workbook, entries, passages, usage
from rcoder.ui.bookwork import entry, tree
from rcoder.ui.bookwork.tree import BOOK
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

COUNTED = frozenset({"codings", "finishes", "transcripts", "speakers", "cases", "revisions", "coders"})
"""Tables whose changes change what codes are used for."""

NARROW = 110


class FilterInput(Input):
    """The letters that the tree is filtered by."""

    BINDINGS = bindings(Where.FILTER)

    def action_to_tree(self) -> None:
        """Goes to the lines that fit."""
        if isinstance(screen := self.screen, CodebookView):
            screen.go_to_tree()

    def action_clear(self) -> None:
        """Shows all lines again."""
        self.value = ""
        self.action_to_tree()


class FoldingLines(Lines):
    """A tree in which a click on the mark before a branch folds or unfolds it."""

    def on_click(self, event: events.Click) -> None:
        """A click on the mark; any other is the list's."""
        index = event.y + self.scroll_offset.y
        line = self._seen[index] if 0 <= index < len(self._seen) else None
        if line is not None and line.folds and 0 <= event.x - 2 * line.depth < len("▸ "):
            event.prevent_default()
            self.move(index)
            self.toggle()


class CodebookView(FollowingScreen):
    """Shows the study's codebooks; what is done to them is its subclass's."""

    TABLES = COUNTED | {"codes", "codebooks", "nodes", "theories", "theory_links"}
    CSS_PATH = "../codebook.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.CODEBOOK, Where.LIST, Where.EVERYWHERE)
    AUTO_FOCUS = "#tree"

    def __init__(self, code_id: str = "") -> None:
        super().__init__()
        self.book = Workbook()
        self._wanted = code_id
        self._open = True
        """Whether every branch is unfolded that is not to be: before the first reading, and while it is filtered."""
        self._uncounted = True
        """Whether what the codes are used for is to be asked anew."""

    def compose(self) -> ComposeResult:
        """The tree, the entry, and the keys."""
        yield TopLine(id="top")
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield Strips(id="counted", classes="pane-title")
                yield FilterInput(placeholder="letters of a key, a label, a cue", id="filter")
                yield FoldingLines(id="tree", empty="The codebook is being read.")
            yield Lines(id="entry")
        yield Status()
        yield Keys(footer(Where.CODEBOOK, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Reads the codebook and listens for changes."""
        self.codes = self.query_one("#tree", FoldingLines)
        self.entry = self.query_one("#entry", Lines)
        self.filter = self.query_one("#filter", FilterInput)
        self.filter.display = False
        self.follow()
        self.ask()

    # -- showing -------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Reads the codebook, and after it what it is used for, where that may have changed."""
        self.app.at_desk(entries, self._on_read)
        if self._uncounted:
            self._uncounted = False
            self.app.at_desk(usage, self._on_counted)

    def _on_counted(self, found: Usage) -> None:
        if self.is_attached:
            self.book = self.book.counted(found)
            self.show()

    def _on_read(self, found: Workbook) -> None:
        if not self.is_attached:
            return
        here, self.book = self.code, found.counted(self.book.usage)
        self.codes.empty = "Nothing is called that. Fewer letters find more." if found.codes else NO_CODEBOOK
        self.show()
        if here is not None and here.id in found.by_id:
            self.codes.go_to(here.id)
        self._go_to_wanted()
        self._show_entry()

    def want(self, name: str) -> None:
        """Puts the cursor on the entry of that id or key, once it is read."""
        self._wanted = name
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        there = [code.id for code in self.book.codes if self._wanted in (code.id, code.key)]
        if there:
            self.codes.go_to(there[0])
            self._wanted = ""
            self._show_entry()

    def show(self) -> None:
        """Shows the tree as it is, with the cursor on the same line."""
        typed = self.filter.value.strip()
        lines = tree.tree_lines(self.book, self.codes.size.width, typed)
        if typed:
            self.codes.show(lines, folded=())
        elif self._open:
            self._fold(lines)
        else:
            self.codes.show(lines)
        self._open = bool(typed) or not self.book.codes
        title = self.app.study.overview.title if self.app.study else ""
        books = " · ".join(f"{each.title.say(self.book.language)} {each.version}" for each in self.book.books)
        self.query_one(TopLine).show((((f" {title}", "-strong"),),), ((f"{books} ", "-muted"),))
        self.query_one("#counted", Strips).show(
            ((("Codebook", ""),),), ((tree.heading(self.book), "-muted"),)
        )
        self._show_entry()

    def _fold(self, lines: tuple[Line, ...]) -> None:
        """Shows the tree folded, but for the branch that the cursor is in."""
        there = self.codes.current
        self.codes.show(lines, folded=tree.first_folded(lines, self.book))
        if there is not None:
            self.codes.go_to(there.id)

    @on(Lines.Reached, "#tree")
    def _show_entry(self) -> None:
        code = self.code
        width = self.entry.size.width or 60
        self.entry.show(entry.entry_rows(self.book, code, width) if code is not None else ())

    @property
    def code(self) -> Code | None:
        """The entry under the cursor of the tree; None on the title of a codebook."""
        line = self.codes.current
        return self.book.by_id.get(line.id) if line is not None else None

    @property
    def book_id(self) -> str:
        """The codebook that the cursor is in."""
        if (code := self.code) is not None:
            return code.codebook_id
        line = self.codes.current
        return line.id.removeprefix(BOOK) if line is not None else ""

    def _on_written(self, entry: Entry) -> None:
        self._uncounted = self._uncounted or any(_counts(change) for change in entry.changes)
        super()._on_written(entry)

    def _on_outdated(self, _: None) -> None:
        self._uncounted = True
        super()._on_outdated(_)

    def on_resize(self, event: events.Resize) -> None:
        """Folds the entry where the screen is narrow, and fits both to the room."""
        self.set_class(event.size.width < NARROW, "-narrow")
        self.call_after_refresh(self.show)

    # -- going about ---------------------------------------------------------------------------------------------

    def forward(self, pane: Lines) -> None:
        """Gives a pane the keys, and brings it forward where the screen is narrow."""
        self.set_class(pane is self.entry, "-reading")
        if pane.region:
            self.set_focus(pane, scroll_visible=False)
        else:
            self.call_after_refresh(pane.focus)
        self.call_after_refresh(self.show)

    def go_to_tree(self) -> None:
        """Gives the tree the keys; an empty filter is put away."""
        self.filter.display = bool(self.filter.value)
        self.forward(self.codes)

    def action_next_pane(self) -> None:
        """Goes between the tree and the entry."""
        self.forward(self.codes if self.entry.has_focus else self.entry)

    def action_find(self) -> None:
        """Asks for the letters to filter by."""
        self.filter.display = True
        self.filter.focus()

    @on(Input.Changed, "#filter")
    def _on_typed(self) -> None:
        self.show()
        if typed := self.filter.value.strip():
            lines = tree.tree_lines(self.book, self.codes.size.width, typed)
            if best := tree.best_fitting(self.book, lines, typed):
                self.codes.go_to(best)
                self._show_entry()

    def go_back(self) -> None:
        """From the entry to the tree, from a filtered tree to the whole one, then to the screen before."""
        if self.entry.has_focus:
            self.forward(self.codes)
        elif self.filter.value:
            self.filter.value = ""
            self.go_to_tree()
        else:
            self.app.pop_screen()

    @on(Lines.Chosen, "#tree")
    def _on_chosen(self, event: Lines.Chosen) -> None:
        """Enter: the passages with it."""
        code = self.code
        if code is None:
            event.lines.toggle()
        else:
            self.open_passages(code)

    def open_passages(self, code: Code) -> None:
        """Lists the passages with a code, over this screen."""
        from rcoder.ui.screens.code_passages import CodePassagesScreen

        def listed(found: tuple[CodingLine, ...]) -> None:
            if self.is_current:
                self.app.push_screen(CodePassagesScreen(self.book, code, found))

        self.app.at_desk(lambda project: passages(project, code.id), listed)


def _counts(change: Change) -> bool:
    """Whether a change may change what codes are used for; of a code only where it stands."""
    if change.table != "codes":
        return change.table in COUNTED
    return (change.before or {}).get("parent_id") != (change.after or {}).get("parent_id")


NO_CODEBOOK = "This study has no codebook. f6, in an interview, puts one beside it."
