"""A list whose lines are chosen by one click, such as a menu."""

from __future__ import annotations

from textual import events

from rcoder.ui.widgets.lines import Lines


class OneClick(Lines):
    """Goes by the mouse: what is under it has the cursor, and a click chooses."""

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The line under the mouse has the cursor."""
        index = event.y + self.scroll_offset.y
        if 0 <= index < len(self._seen) and not self._seen[index].inert:
            self.move(index)

    def on_click(self, event: events.Click) -> None:
        """Chooses the line."""
        event.prevent_default()
        index = event.y + self.scroll_offset.y
        if 0 <= index < len(self._seen) and not self._seen[index].inert:
            self.move(index)
            self.action_choose()
