"""Keys in their turn: each is acted on to the end, with the window it opens in place, before the next is looked at."""

from __future__ import annotations

from collections import deque
from time import monotonic

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump

BURST = 0.5
"""Seconds between two letters of what is typed in one go."""
AT_MOST = 3.0
"""Seconds that a key is waited for; longer than any key takes."""

MOVES = frozenset({"up", "down", "left", "right", "pageup", "pagedown", "home", "end"})
"""Keys that open no window, with whatever is held down beside them: nothing has to wait for one to be done."""
WRITING = frozenset({"enter", "tab", "backspace", "delete"})
"""Keys that words are written with, beside letters."""


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
        self._held = 0
        """How much is being read that keys wait for."""
        self._arrived = 0
        """The turn of the latest key that is done but for what is being read."""
        self._key_time = 0.0
        """When the key was typed that is being acted on."""
        self._dropped_at: float | None = None
        """When the latest letter was typed of those that are dropped, None for none."""

    def drop_burst(self) -> None:
        """Drops the letters typed in one go after this key: they are for a window that does not open."""
        self._dropped_at = self._key_time

    def _drops(self, event: events.Key | events.Paste) -> bool:
        if self._dropped_at is None:
            return False
        written = isinstance(event, events.Paste) or event.is_printable or event.key in WRITING
        soon = event.time - self._dropped_at <= BURST
        self._dropped_at = event.time if written and soon else None
        return self._dropped_at is not None

    def hold_keys(self) -> None:
        """Keeps the keys that come until `let_keys_on`: they are about what is being read, not what is still shown."""
        self._held += 1
        if self._key_since is None:
            self._key_since, self._arrived = monotonic(), self._key_turn

    def let_keys_on(self) -> None:
        """What keys waited for is there."""
        self._held -= 1
        if self._arrived == self._key_turn:
            self.call_later(self._key_done, self._key_turn)

    async def on_event(self, event: events.Event) -> None:
        """Acts on a key, or keeps it until the one before is done."""
        if not isinstance(event, (events.Key, events.Paste)) or event.is_forwarded:
            await super().on_event(event)
            return
        idle = self._key_since is None and not self._kept_keys
        if idle and isinstance(event, events.Key) and event.key.rpartition("+")[2] in MOVES:
            self._dropped_at = None
            await super().on_event(event)
            return
        self._kept_keys.append(event)
        if self._key_since is None or monotonic() - self._key_since > AT_MOST:
            await self._next_key()

    async def _next_key(self) -> None:
        self._key_since = None
        while self._kept_keys and self._drops(self._kept_keys[0]):
            self._kept_keys.popleft()
        if not self._kept_keys or not self.screen_stack:
            return
        self._key_since = monotonic()
        self._key_turn += 1
        if not self.screen.is_mounted and self.screen.call_later(
            self.call_later, self._key_done, self._key_turn
        ):
            return
        event, target = self._kept_keys.popleft(), self.focused or self.screen
        self._key_time = event.time
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
        self._arrived = turn
        if turn == self._key_turn and not self._held:
            await self._next_key()
