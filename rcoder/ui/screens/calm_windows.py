"""Windows of every screen: the themes, and what was said."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.types import CSSPathType

from rcoder.ui.calm import Said
from rcoder.ui.commands import Where, bindings
from rcoder.ui.themes import LOOKS
from rcoder.ui.widgets.how import How
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.strips import Strips
from rcoder.ui.widgets.window import Window

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


class ThemesScreen(Window[None]):
    """The themes; the one under the cursor is tried on."""

    app: RcoderApp
    CSS_PATH: ClassVar[CSSPathType | None] = "../windows.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.THEMES, Where.LIST)
    BINDINGS = bindings(Where.THEMES)

    def compose(self) -> ComposeResult:
        """A list over the screen that shows them."""
        with Vertical(classes="window -themes"):
            yield Strips(((("Themes", ""),),), classes="pane-title -front")
            yield Lines(id="themes")
            yield How(((("enter keeps it · esc leaves it as it was", "-muted"),),), classes="pane-title")

    def on_mount(self) -> None:
        """Shows the themes, on the present one."""
        self.before = self.app.theme
        lines = self.query_one(Lines)
        lines.show(
            Line(each.name, ((f"{each.title:<28}", "-strong"), (each.words, "-muted")))
            for each in LOOKS.values()
        )
        lines.go_to(self.before)

    @on(Lines.Reached)
    def _on_reached(self, event: Lines.Reached) -> None:
        self.app.theme = event.line.id

    @on(Lines.Chosen)
    def _on_chosen(self, event: Lines.Chosen) -> None:
        self.app.change_look(event.line.id)
        self.dismiss(None)

    def action_cancel(self) -> None:
        """Leaves the theme as it was."""
        self.app.theme = self.before
        self.dismiss(None)


class SaidScreen(Window[None]):
    """What the status line has said, whole, the latest first; or other sentences that are too long for it, in their order."""

    CSS_PATH: ClassVar[CSSPathType | None] = "../windows.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.SAID, Where.LIST)
    BINDINGS = bindings(Where.SAID)

    def __init__(self, sentences: Sequence[Said], title: str = "") -> None:
        """`title` is that of other sentences."""
        super().__init__()
        self.sentences = tuple(sentences) if title else tuple(reversed(sentences))
        self.heading = title or "What was said"
        self.keys = "esc back" if title else "the latest first · ! is what you should know · esc back"

    def compose(self) -> ComposeResult:
        """A list."""
        with Vertical(classes="window -said"):
            yield Strips((((self.heading, ""),),), classes="pane-title -front")
            yield Lines(id="sentences", empty="Nothing yet. What is done or refused is said here.")
            yield How((((self.keys, "-muted"),),), classes="pane-title")

    def on_resize(self) -> None:
        """Wraps the sentences to the window."""
        width = max(20, min(84, self.size.width) - 9)
        lines: list[Line] = []
        for number, each in enumerate(self.sentences):
            first, *rest = textwrap.wrap(each.sentence, width) or [""]
            lines.append(Line(f"{number}", ((" ! " if each.told else "   ", "-key"), (first, ""))))
            lines += [
                Line(f"{number}:{part}", ((f"   {row}", ""),), goes_on=True) for part, row in enumerate(rest)
            ]
        self.query_one(Lines).show(lines)

    def action_close(self) -> None:
        """Closes the list."""
        self.dismiss(None)
