"""Every key of a screen, made from the one table of commands."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from rcoder.ui.commands import Where, bindings
from rcoder.ui.keys_page import help_rows
from rcoder.ui.widgets.how import How
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.strips import Strips
from rcoder.ui.widgets.window import Window

KEYS = 15
"""Cells for the keys."""

GENERAL = (Where.EVERYWHERE, Where.TRANSCRIPT, Where.LIST)
"""Places whose keys are much the same on every screen; they come after the screen's own, in this order."""


class HelpScreen(Window[None]):
    """F1: what each key does here."""

    CSS_PATH = "../windows.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.HELP,)
    BINDINGS = bindings(Where.HELP)

    def __init__(self, places: Sequence[Where]) -> None:
        super().__init__()
        own = [each for each in places if each not in GENERAL]
        self.places = (*own, *(each for each in GENERAL if each in places))

    def compose(self) -> ComposeResult:
        """A list of keys, by where they apply."""
        with Vertical(classes="window"):
            yield Strips(((("Keys", ""),),), classes="pane-title -front")
            yield Lines(id="keys")
            yield How(
                ((("esc back · ctrl+p finds a command by its words", "-muted"),),), classes="pane-title"
            )

    def on_resize(self) -> None:
        """Shows the keys, with sentences wrapped to the window."""
        width = min(84, self.size.width) - 7 - KEYS
        lines: list[Line] = []
        for place in self.places:
            lines.append(Line(f"at:{place}", ((place.value.capitalize(), "-strong"),), inert=True))
            for number, (keys, words, sentence) in enumerate(help_rows(place)):
                rows = textwrap.wrap(f"{words}: {sentence}", max(20, width))
                first = rows[0][len(words) + 1 :]
                lines.append(
                    Line(
                        f"{place}:{number}",
                        ((f" {keys:<{KEYS}}", "-key"), (f"{words}:", "-strong"), (first, "")),
                    )
                )
                for part, row in enumerate(rows[1:]):
                    lines.append(
                        Line(f"{place}:{number}:{part}", ((f" {'':<{KEYS}}{row}", ""),), goes_on=True)
                    )
        self.query_one(Lines).show(lines)

    def action_close(self) -> None:
        """Closes the help."""
        self.dismiss(None)
