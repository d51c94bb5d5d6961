"""Words that would steer a terminal, in every field of a theory, on every screen of it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

from hostile_theory import add_figure, add_theory
from rcoder.project import open_project
from rcoder.ui.doorway import DOORS

pytest.importorskip("pty")
Hostile: Any = run_path(str(Path(__file__).with_name("test_hostile.py")))
ESC, UP, DOWN, RIGHT, ENTER = b"\x1b", b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\r"
INTO: dict[str, tuple[bytes, ...]] = {
    "c": (DOWN, ENTER, DOWN, DOWN, b"g", ESC, b"R", ESC, b"S", ESC, b"E", ESC, b"C", ESC, b"J", DOWN, ESC, b"N", ESC, b"I", ESC, b">", b"<", b"y", ESC),
    "d": (b"z", RIGHT, b"i", ESC, b"z", RIGHT, RIGHT, b"/", ESC, b"f", ESC, b"t", ESC, b"v", ESC, b"\t", b"\t", b"h", ESC, b"c", ESC),
    "h": (DOWN, ENTER, DOWN, ENTER, ESC, ESC),
}  # fmt: skip
"""What is pressed on a screen beside down, right and enter."""


@pytest.fixture(params=[(24, 80), (40, 120)], ids=str)
def terminal(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Any]:
    nasty = Hostile["NASTY"]
    location = Hostile["make_hostile"](tmp_path / "hostile.rcoder")
    with open_project(location, coder=f"Anne {nasty}") as project:
        add_theory(project, nasty)
        add_figure(project, nasty)
    env = {
        **os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none",
        "RCODER_STATE": str(tmp_path / "state"),
    }  # fmt: skip
    program = "import sys; from rcoder.ui.start import run; run(sys.argv[1], sys.argv[2])"
    found = Hostile["Terminal"](
        [sys.executable, "-c", program, location, f"Anne {nasty}"], env, *request.param
    )
    found.read(quiet=1.5)
    yield found
    found.close()


def test_no_screen_of_a_theory_lets_content_steer_the_terminal(terminal: Any) -> None:
    silent = []
    for door in DOORS:
        shown = terminal.press(b"O", door.letter.encode())
        for key in (*INTO.get(door.letter, ()), DOWN, RIGHT, ENTER, DOWN, ESC, DOWN, ENTER):
            shown += terminal.press(key)
        if len(shown) < 500:
            silent.append(door.letter)
        terminal.press(ESC, ESC, ESC)
    written: bytes = terminal.written
    text = Hostile["OURS"].sub(b"", written)
    assert not re.findall(rb".{0,30}\x1b.{0,30}", text, re.DOTALL)
    words = text.decode("utf-8")
    assert not re.search("[\x00-\x06\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f]", words)
    assert not re.search("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]", words)
    for steering in (b"\x1b]0;", b"\x1b]52;", b"\x1b]8;", b"Traceback", b"could not be done"):
        assert steering not in written
    assert not silent
