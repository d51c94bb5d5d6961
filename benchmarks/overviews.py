"""Screens of configurations and theory in a real terminal: from the key until painted and until at rest, beside an arrow key."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import terminal

LETTERS = {
    "c": "configurations",
    "t": "the tray",
    "e": "other material",
    "p": "the prompts",
    "s": "the support conditions",
    "g": "the chains",
    "w": "alike",
    "r": "the review queue",
    "v": "the theory versions",
    "x": "the comparison",
    "f": "the framework matrix",
    "a": "the case profile",
}
"""Overviews by the letter that opens them in the window of overviews."""
DONE, TAKEN_BACK = "a deed on a configuration", "the deed taken back"
BUSY = "an arrow key while other screens are got ready"
DEEDS = (DONE, TAKEN_BACK)
"""Shown as soon as they are done: what comes first is the whole of it."""
WAIT = 25
"""Seconds after opening until the program has got other screens ready."""
BEFORE, MOVES = "down*10", "up*10"
"""Arrow keys while the program gets other screens ready, and once it has."""
QUIET = 2500
"""Milliseconds without a change after which a screen is at rest: an answer that takes a second is not missed."""
DEED = "O*1 wait:0.6 c*1 wait:2 L*4 u*4 wait:0.5 esc*1"
"""Another level for the configuration that is shown, and the deed taken back: what every deed on one goes through."""


def opened(letters: str) -> str:
    """Keys that open each of these overviews and go back."""
    each = " ".join(f"O*1 wait:0.1 {letter}*1 wait:0.5 esc*1 wait:0.8" for letter in letters)
    return f"{BEFORE} wait:{WAIT} {MOVES} {each} {DEED}"


def run(ttylat: ModuleType, programs: terminal.Programs, rounds: int) -> dict[str, Any]:
    """Milliseconds of each overview, of the window they are opened in, and of an arrow key of the same run."""
    from rcoder.ui.doorway import DOORS

    known = "".join(each.letter for each in DOORS if each.letter in LETTERS)
    found: dict[str, Any] = ttylat.run_apps([programs.of("claims", opened(known), quiet_ms=QUIET)], rounds)
    return found


def figures(found: dict[str, Any]) -> dict[str, dict[str, float]]:
    """Until first painted, until at rest, and of the processor, by screen, and of an arrow key."""
    keys = found["claims"]["keys"]
    names = {
        "up": "an arrow key",
        "down": BUSY,
        "O": "the window of overviews",
        **LETTERS,
        "L": DONE,
        "u": TAKEN_BACK,
    }
    return {
        name: {part: keys[key][part]["p50"] for part in ("first", "done", "cpu")}
        for key, name in names.items()
        if key in keys and keys[key].get("first")
    }
