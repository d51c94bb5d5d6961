"""Choosing files: a folder is walked through by arrows and letters, or a path or pattern is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.types import CSSPathType
from textual.widgets import Input

from rcoder.ui.commands import Where, urgent_bindings
from rcoder.ui.incoming.files import UP, Entry, entries, matching, size_words, split_typed
from rcoder.ui.widgets.how import How
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.strips import Strips
from rcoder.ui.widgets.window import Window


class FilesScreen(Window[tuple[Path, ...]]):
    """Gives the files that were chosen; None where the person left."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["../windows.tcss", "../incoming.tcss"]
    PLACES: ClassVar[tuple[Where, ...]] = (Where.FILES,)
    BINDINGS = urgent_bindings(Where.FILES)
    KEYS = "enter opens or marks · ctrl+a all · ctrl+s goes on · esc leaves"

    def __init__(self, title: str, folder: Path, endings: frozenset[str]) -> None:
        super().__init__()
        self.heading = title
        self.folder = folder
        self.endings = endings
        self.marked: dict[Path, None] = {}
        """Files that are marked, in the order of marking."""

    def compose(self) -> ComposeResult:
        """The folder, the letters typed, and what lies in it."""
        with Vertical(classes="window"):
            yield Strips(id="where", classes="pane-title -front")
            yield Input(
                placeholder="letters of a name, a path, or a pattern such as *.docx", select_on_focus=False
            )
            yield Lines(id="entries", empty="Nothing here can be read. ← a path leads elsewhere.")
            yield How(id="how", classes="pane-title")

    def on_mount(self) -> None:
        """Shows the folder."""
        self.lines = self.query_one(Lines)
        self.lines.can_focus = False
        self.lines.awake = True
        self._show(first=True)

    def on_resize(self) -> None:
        """Fits the path to the room."""
        self.call_after_refresh(self._show)

    @on(Input.Changed)
    def _on_typed(self) -> None:
        self._show(first=True)

    @property
    def typed(self) -> str:
        """What is written in the field."""
        return self.query_one(Input).value

    def _place(self) -> tuple[Path, str]:
        return split_typed(self.typed, self.folder)

    def _show(self, wrong: str = "", *, first: bool = False) -> None:
        place, letters = self._place()
        found: Sequence[Entry] = ()
        try:
            found = entries(place, letters, self.endings)
        except OSError as error:
            wrong = wrong or f"{error.strerror}: {place}"
        self.lines.show([self._line(place, each) for each in found])
        if first:
            self.lines.go_to(next((each.name for each in found if each.name != UP), UP))
        where = self.query_one("#where", Strips)
        there = ending(str(place), where.scrollable_content_region.width - cell_len(self.heading) - 3)
        where.show((((self.heading, "-strong"), (f"  {there}", "-muted")),))
        count = f"{len(self.marked)} marked · " if self.marked else ""
        keys = f"{count}{self.KEYS}"
        self.query_one("#how", Strips).show((((wrong or keys, "-strong" if wrong else "-muted"),),))

    def _line(self, place: Path, entry: Entry) -> Line:
        if entry.folder:
            return Line(entry.name, (("  ", ""), (f"{entry.name}/", "-key")))
        mark = "✓ " if place / entry.name in self.marked else "  "
        return Line(entry.name, ((mark, "-key"), (entry.name, "")), size_words(entry.size))

    # -- going about ---------------------------------------------------------------------------------------------

    @on(Lines.Chosen)
    def _on_chosen(self) -> None:
        self.action_take()

    def action_take(self) -> None:
        """Opens the folder or marks the file under the cursor; takes what was written where nothing is."""
        line, (place, letters) = self.lines.current, self._place()
        if line is None:
            self._take_written()
            return
        there = (place / line.id).resolve() if line.id == UP else place / line.id
        if there.is_dir():
            self.folder = there
            self.query_one(Input).value = ""
            self._show(first=True)
            return
        self._turn([there])
        if letters:
            self.query_one(Input).value = self.typed.removesuffix(letters)
        self._show()

    def _take_written(self) -> None:
        found = matching(self.typed, self.folder)
        if not found:
            self._show(f"No file is called {self.typed}." if self.typed else "")
        elif len(found) == 1 and found[0].is_dir():
            self.folder = found[0]
            self.query_one(Input).value = ""
            self._show(first=True)
        else:
            self.marked |= dict.fromkeys(found)
            self.query_one(Input).value = ""

    def _turn(self, files: Sequence[Path]) -> None:
        """Marks these files, or takes the marks off where all have one."""
        if all(each in self.marked for each in files):
            for each in files:
                del self.marked[each]
        else:
            self.marked |= dict.fromkeys(files)

    def action_mark_all(self) -> None:
        """Marks every file shown, or none."""
        place, letters = self._place()
        try:
            found = [place / each.name for each in entries(place, letters, self.endings) if not each.folder]
        except OSError:
            found = []
        found = found or matching(self.typed, self.folder)
        if found:
            self._turn(found)
        self._show()

    def action_accept(self) -> None:
        """Goes on with the marked files; without marks with what was written, or the file under the cursor."""
        line, (place, _) = self.lines.current, self._place()
        found = tuple(self.marked) or tuple(
            each for each in matching(self.typed, self.folder) if each.is_file()
        )
        if not found and line is not None and (place / line.id).is_file():
            found = (place / line.id,)
        if found:
            self.dismiss(found)
        else:
            self._show("Mark a file, or ctrl+a for all of them.")

    def action_choice_down(self) -> None:
        """Goes a line on."""
        self.lines.action_line_down()

    def action_choice_up(self) -> None:
        """Goes a line back."""
        self.lines.action_line_up()

    def action_choice_page_down(self) -> None:
        """Goes a page on."""
        self.lines.action_list_page_down()

    def action_choice_page_up(self) -> None:
        """Goes a page back."""
        self.lines.action_list_page_up()

    def action_cancel(self) -> None:
        """Leaves."""
        self.dismiss(None)


def ending(words: str, width: int) -> str:
    """Words that do not fit in `width` cells, from their end: of a path that tells most."""
    if width <= 1 or cell_len(words) <= width:
        return words
    return f"…{set_cell_size(words[::-1], width - 1)[::-1].lstrip()}"
