"""Keys in their turn: each is acted on to the end, with the window it opens in place, before the next is looked at."""

from __future__ import annotations

from collections import deque
from time import monotonic

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump

AT_MOST = 3.0
"""Seconds that a key is waited for; longer than any key takes."""

MOVES = frozenset({"up", "down", "left", "right", "pageup", "pagedown", "home", "end"})
"""Keys that open no window, with whatever is held down beside them: nothing has to wait for one to be done."""


class KeysInTurn(App[None]):
    """An app in which no key typed fast is lost or overtaken.

    Textual hands a key to the widget in focus at the moment it is read. A key that opens a window does so some
    messages later, so the letters typed after it would go to the screen behind. Here they wait for it: a follower
    goes the way of the key, from widget to app, and through the queue of the screen that is on top then.
    """

    def __init__(self) -> None:
        super().__init__()
        self._kept_keys: deque[events.Key | events.Paste] = deque()
        self._key_turn = 0
        """Counts the keys; a follower of an earlier one is told by it."""
        self._key_since: float | None = None
        """When the key began that is being acted on."""

    async def on_event(self, event: events.Event) -> None:
        """Acts on a key, or keeps it until the one before is done."""
        if not isinstance(event, (events.Key, events.Paste)) or event.is_forwarded:
            await super().on_event(event)
            return
        idle = self._key_since is None and not self._kept_keys
        if idle and isinstance(event, events.Key) and event.key.rpartition("+")[2] in MOVES:
            await super().on_event(event)
            return
        self._kept_keys.append(event)
        if self._key_since is None or monotonic() - self._key_since > AT_MOST:
            await self._next_key()

    async def _next_key(self) -> None:
        self._key_since = None
        if not self._kept_keys or not self.screen_stack:
            return
        self._key_since = monotonic()
        self._key_turn += 1
        if not self.screen.is_mounted and self.screen.call_later(
            self.call_later, self._key_done, self._key_turn
        ):
            return
        event, target = self._kept_keys.popleft(), self.focused or self.screen
        try:
            await super().on_event(event)
        finally:
            self._go_behind(
                self._key_turn, list(target.ancestors_with_self) if event.is_forwarded else [self]
            )

    def _go_behind(self, turn: int, way: list[DOMNode]) -> None:
        """Goes behind the key through the queues of those it comes to; a queue that is closed is passed over."""
        while way:
            here: MessagePump = way.pop(0)
            if here is self:
                break
            if here.call_later(self._go_behind, turn, way):
                return
        self.call_later(self._key_arrived, turn)

    def _key_arrived(self, turn: int) -> None:
        """The key is done; what it opened is there once its queue runs."""
        if not self.screen_stack or not self.screen.call_later(self.call_later, self._key_done, turn):
            self.call_later(self._key_done, turn)

    async def _key_done(self, turn: int) -> None:
        if turn == self._key_turn:
            await self._next_key()
