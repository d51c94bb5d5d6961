"""A list whose lines are marked: by Enter, and by one click."""

from __future__ import annotations

from textual import events

from rcoder.ui.widgets.lines import Lines


class MarkLines(Lines):
    """A list in which a click chooses at once."""

    def on_click(self, event: events.Click) -> None:
        """Goes to the clicked line, or to the one it runs on from, and chooses it."""
        event.stop()
        event.prevent_default()
        index = event.y + self.scroll_offset.y
        while 0 < index < len(self._seen) and self._seen[index].goes_on:
            index -= 1
        if 0 <= index < len(self._seen) and not self._seen[index].inert:
            self.move(index)
            self.action_choose()
