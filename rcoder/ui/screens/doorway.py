"""The window of overviews: every screen that answers a question, each by its letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.types import CSSPathType

from rcoder.ui.commands import Where, bindings
from rcoder.ui.doorway import DOORS, Door
from rcoder.ui.widgets.how import How
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.strips import Strips
from rcoder.ui.widgets.window import Window

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

HOW = "a letter or enter opens · ↑ ↓ go · esc leaves"
BOTH = 110
"""Cells of a screen on which names stand in both languages."""


class DoorwayScreen(Window[str]):
    """Gives the letter of the overview that was chosen; None where the person left."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["../windows.tcss", "../evidence.tcss"]
    PLACES: ClassVar[tuple[Where, ...]] = (Where.OVERVIEWS, Where.LIST)
    BINDINGS = bindings(Where.OVERVIEWS)

    def compose(self) -> ComposeResult:
        """The overviews, and how to choose."""
        with Vertical(classes="window"):
            yield Strips(((("Overviews", ""),),), classes="pane-title -front")
            yield Lines(id="doors")
            yield How((((HOW, "-muted"),),), classes="pane-title")

    def on_resize(self, event: events.Resize) -> None:
        """Lists them, in as many words as there is room for."""
        self.query_one(Lines).show(door_lines(event.size.width))

    @on(Lines.Chosen)
    def _on_chosen(self, event: Lines.Chosen) -> None:
        self.dismiss(event.line.id)

    def on_key(self, event: events.Key) -> None:
        """A letter opens its overview."""
        if event.character is not None and any(each.letter == event.character for each in DOORS):
            event.stop()
            self.dismiss(event.character)

    def action_cancel(self) -> None:
        """Leaves."""
        self.dismiss(None)


def door_lines(width: int) -> tuple[Line, ...]:
    """Each overview by its letter and name, and the question it answers; where there is room the Danish name too."""
    names = [_name(each, both=width >= BOTH) for each in DOORS]
    wide = max(len(each) for each in names)
    return tuple(
        Line(
            each.letter,
            ((f" {each.letter}  ", "-key"), (f"{name:<{wide}}  ", "-strong"), (each.question, "-muted")),
        )
        for each, name in zip(DOORS, names, strict=True)
    )


def _name(door: Door, *, both: bool) -> str:
    words = (door.words.en, door.words.da) if both else (door.words.en,)
    return " · ".join(dict.fromkeys(words))


def open_doorway(app: RcoderApp) -> None:
    """Opens the window of overviews, and the one that is chosen there."""

    def chosen(letter: str | None) -> None:
        door = next((each for each in DOORS if each.letter == letter), None)
        if door is not None:
            door.opens(app)

    app.push_screen(DoorwayScreen(), chosen)
