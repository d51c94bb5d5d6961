"""Screens that keep up with what is stored: they read again what a deed changed, here or in another program."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

from rcoder.domain.journal import Entry
from rcoder.ui.widgets.strips import Status

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


class FollowingScreen(Screen[None]):
    """Reads again at once where it is in front, else when it comes to be, and shows what is said."""

    app: RcoderApp
    TABLES: ClassVar[frozenset[str]] = frozenset()
    """Tables whose changes the screen shows."""
    outdated = False
    """Whether something changed that was not read yet."""

    def follow(self) -> None:
        """Listens for deeds, for changes of others and for what is said."""
        self.app.written.subscribe(self, self._on_written)
        self.app.said.subscribe(self, self._on_said)
        self.app.outdated.subscribe(self, self._on_outdated)

    def follow_and_ask(self) -> None:
        """Follows, and reads once the screen is painted: a question asked meanwhile would slow the painting."""
        self.follow()
        self.call_after_refresh(self.ask)

    def ask(self) -> None:
        """Reads what is shown anew."""
        raise NotImplementedError

    def outdate(self) -> None:
        """Reads again, at once where it is in front, else when it comes to be."""
        self.outdated = True
        self._read_again()

    def _read_again(self) -> None:
        if self.outdated and self.is_current:
            self.outdated = False
            self.ask()

    def on_screen_resume(self) -> None:
        """Reads again what changed while another screen was in front."""
        self._read_again()

    def _on_written(self, entry: Entry) -> None:
        if self.TABLES & {change.table for change in entry.changes}:
            self.outdate()

    def _on_outdated(self, _: None) -> None:
        self.outdate()

    def _on_said(self, sentence: str) -> None:
        self.query_one(Status).show((((f" {sentence}", "-muted"),),))

    def action_undo(self) -> None:
        """Takes back the latest deed."""
        self.app.take_back()

    def action_redo(self) -> None:
        """Does again what was taken back."""
        self.app.take_back(again=True)
