"""How a command tells the program that runs it in the background how far it is, and hears from it."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable

_EVERY = 0.25
"""Seconds between two lines; a screen that shows each of a thousand has no time for keys."""


class Told:
    """Lines on stderr such as "Importing: 12 of 200", where --tell asks for them."""

    def __init__(self, what: str, chosen: argparse.Namespace) -> None:
        self._what = what
        self._wanted: bool = chosen.tell
        self._last = 0.0

    def at(self, done: int, whole: int) -> None:
        """Say how far it is, unless that was just said."""
        now = time.monotonic()
        if self._wanted and (now - self._last >= _EVERY or done == whole):
            self._last = now
            print(f"{self._what}: {done} of {whole}", file=sys.stderr, flush=True)


def let_others_first(chosen: argparse.Namespace) -> None:
    """With --gently, take the processor only where nobody else wants it, where the system knows such a thing."""
    if chosen.gently and hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(10)


def wanted_lines(chosen: argparse.Namespace) -> Callable[[], Iterable[str]]:
    """With --listen, gives the lines that have come on standard input since it was last called."""
    heard: deque[str] = deque()
    if getattr(chosen, "listen", False):
        threading.Thread(target=_listen, args=(heard,), daemon=True).start()

    def drained() -> list[str]:
        return [heard.popleft() for _ in range(len(heard))]

    return drained


def _listen(heard: deque[str]) -> None:
    """Read lines from the descriptor itself: a thread that holds sys.stdin's lock would keep Python from ending."""
    rest = b""
    while piece := os.read(0, 4096):
        *lines, rest = (rest + piece).split(b"\n")
        heard.extend(each.decode("utf-8", "replace").strip() for each in lines)
