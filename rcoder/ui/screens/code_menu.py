"""The menu of a passage: suggested and recent codes, each given by one click, and what else can be done with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical

from rcoder.domain.coding import Coding
from rcoder.ui import lists
from rcoder.ui.commands import Where, bindings, commands
from rcoder.ui.study import Study
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.one_click import OneClick
from rcoder.ui.widgets.window import Window

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

GIVE, DO, REMOVE = "give:", "do:", "remove:"
"""What the answer begins with: the id of a code, the id of a command, the id of a coding."""

OF_A_PASSAGE = ("code", "again", "in_vivo", "rest_of_turn")
OF_A_CODING = ("annotate", "change_ends")
AND_MORE = ("link_here", "link", "memo", "quote", "mark", "next_uncoded", "finish", "undo", "redo")
"""Commands of the coding screen that are offered, by their ids; those that it does not have are left out."""
OUT_OF_FOCUS = "focus_mode"

WIDEST, NARROWEST = 64, 30


class CodeMenuScreen(Window[str]):
    """Gives what was chosen as `GIVE`, `DO` or `REMOVE` with an id; None where the person left."""

    app: RcoderApp
    CSS_PATH = "../windows.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.MENU, Where.LIST)
    BINDINGS = bindings(Where.MENU)
    AUTO_FOCUS = "#menu"

    def __init__(self, lines: Sequence[Line], x: int, y: int) -> None:
        """`x` and `y` are the cell of the screen that it opens at."""
        super().__init__()
        self.shown = tuple(lines)
        self.x, self.y = x, y

    def compose(self) -> ComposeResult:
        """One list."""
        with Vertical(classes="window"):
            yield OneClick(id="menu")

    def on_mount(self) -> None:
        """Shows the lines where the mouse is."""
        self.query_one(OneClick).show(self.shown)
        self._place()

    def on_resize(self) -> None:
        """Stays on the screen."""
        self._place()

    def _place(self) -> None:
        window, screen = self.query_one(".window"), self.app.size
        wide = max((_wide(each) for each in self.shown), default=0) + 4
        width = min(max(wide, NARROWEST), WIDEST, screen.width)
        height = min(len(self.shown) + 2, screen.height)
        window.styles.width, window.styles.height = width, height
        x = max(0, min(self.x, screen.width - width))
        below = self.y + 1
        y = below if below + height <= screen.height else self.y - height
        window.styles.offset = (x, y if y >= 0 else max(0, screen.height - height))

    @on(Lines.Chosen)
    def _on_chosen(self, event: Lines.Chosen) -> None:
        self.dismiss(event.line.id)

    def on_click(self, event: events.Click) -> None:
        """A click beside the menu closes it."""
        if event.widget is self:
            self.dismiss(None)

    def action_close(self) -> None:
        """Closes the menu."""
        self.dismiss(None)


def _wide(line: Line) -> int:
    return sum(cell_len(words) for words, _ in line.pieces) + cell_len(line.right) + 2


def menu_lines(study: Study, codings: Sequence[Coding], *, selected: bool, alone: bool = False) -> list[Line]:
    """The lines of the menu; `codings` are the asker's own on the passage, `selected` says whether words are selected.

    Where the transcript stands `alone`, the way out of focus mode is among them: there is no footer then.
    """
    lines = [*_hinted(study), *_recent(study), *_deeds(OF_A_PASSAGE)]
    if codings:
        of_a_coding = [each for each in OF_A_CODING if selected or each != "change_ends"]
        lines += [*_deeds(of_a_coding), *_removals(study, codings)]
    return [*lines, *_deeds((*AND_MORE, OUT_OF_FOCUS) if alone else AND_MORE)]


def _hinted(study: Study) -> Iterator[Line]:
    """What is suggested, where something is."""
    for hint in study.hints.codes:
        code = study.codes.get(hint.code_id)
        if code is not None and not code.retired:
            yield Line(f"{GIVE}{code.id}", (("? ", "-key"), *lists.code_pieces(code, study.language)), "hint")


def _recent(study: Study) -> Iterator[Line]:
    for digit, code_id in enumerate(study.recent, start=1):
        code = study.codes.get(code_id)
        if code is not None and not code.retired:
            yield Line(f"{GIVE}{code.id}", ((f"{digit} ", "-key"), *lists.code_pieces(code, study.language)))


def _deeds(ids: Sequence[str]) -> Iterator[Line]:
    known = {each.id: each for each in commands(Where.CODING) if not each.argument}
    for each in ids:
        if (command := known.get(each)) is not None:
            yield Line(f"{DO}{each}", ((command.words.en, ""),), command.shown.split(" ")[0])


def _removals(study: Study, codings: Sequence[Coding]) -> Iterator[Line]:
    for coding in codings:
        code = study.codes.get(coding.code_id)
        if code is not None:
            words = ("Remove ", ""), (f"{code.key} {code.label.say(study.language)}", "-strong")
            yield Line(f"{REMOVE}{coding.id}", words, "x")
