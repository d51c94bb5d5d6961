"""The mouse in a transcript: a click, a drag, two and three clicks, a click that extends, and the right button."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widget import Widget

from rcoder.domain.transcript import Span
from rcoder.ui.widgets import moves
from rcoder.ui.widgets.moves import Cursor, Ground

LEFT, RIGHT = 1, 3
"""The buttons, as terminals number them."""


class Pointing(Widget):
    """What the mouse does to the cursor of a pane; every terminal keeps shift to itself or not, so alt and ctrl do as well."""

    ground: Ground
    cursor: Cursor
    _pressed: int | None = None
    """Where the button went down, as long as it is held."""
    _dragged = False
    """Whether the mouse has moved since."""

    class Asked(Message):
        """The right button asks what can be done with the passage."""

        def __init__(self, x: int, y: int) -> None:
            """The cell of the screen that it was pressed on."""
            super().__init__()
            self.x, self.y = x, y

    @property
    def passage(self) -> Span:
        """What a code would be given to."""
        raise NotImplementedError

    def place(self, cursor: Cursor) -> None:
        """Puts the cursor."""
        raise NotImplementedError

    def place_at(self, x: int, y: int) -> int | None:
        """The place in the text that is painted at a cell of the pane."""
        raise NotImplementedError

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Puts the cursor under the mouse, or extends the selection to there; the right button asks."""
        position = self.place_at(event.x, event.y)
        if position is None:
            return
        if event.button == RIGHT:
            if not self.passage.contains(position):
                self.place(Cursor(position))
            self.post_message(self.Asked(event.screen_x, event.screen_y))
        elif event.button == LEFT and _extends(event):
            self.place(moves.extended(self.ground, self.cursor, position))
        elif event.button == LEFT:
            self.place(Cursor(position))
            self._pressed, self._dragged = position, False
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Selects from where the button went down, by character."""
        position = self.place_at(event.x, event.y)
        if self._pressed is None or position is None or (position == self._pressed and not self._dragged):
            return
        self._dragged = True
        self.place(moves.dragged(self.ground, self._pressed, position))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Ends a selection by mouse."""
        event.stop()
        self._pressed = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Two clicks select the word, three the sentence, four the turn."""
        position = self.place_at(event.x, event.y)
        if event.button != LEFT or position is None or self._dragged or not self.ground.sentences:
            return
        units = {2: self.ground.word, 3: self.ground.sentence, 4: self.ground.turn}
        if (unit := units.get(event.chain)) is not None:
            span = unit(position)
            self.place(moves.selected(self.ground, span.start, span.end))


def _extends(event: events.MouseEvent) -> bool:
    return event.shift or event.meta or event.ctrl
