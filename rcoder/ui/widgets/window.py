"""A window over a screen, which gives one answer."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Window(ModalScreen[Answer]):
    """Is left once: a second click that was on its way already answers nothing, and closes no other screen."""

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Gives the answer and closes the window."""
        if self not in self.app.screen_stack:
            return AwaitComplete()
        return super().dismiss(result)
