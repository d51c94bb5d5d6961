"""Words that would steer a terminal, on the screens of finding, retrieving, linking, suggestions and looking again."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

from rcoder.domain.journal import Deed, added
from rcoder.domain.recheck import Recheck
from rcoder.project import open_project

pytest.importorskip("pty")
Hostile: Any = run_path(str(Path(__file__).with_name("test_hostile.py")))
ESC, TAB, UP, DOWN, ENTER, F3 = b"\x1b", b"\t", b"\x1b[A", b"\x1b[B", b"\r", b"\x1bOR"

WALK = (
    b"/", b"sagde", ENTER, DOWN, b" ", UP, b"r", ESC, b"g", ESC, b"c", ESC, ENTER, F3, F3,  # finding
    b"Q", b"is:coding", ENTER, DOWN, DOWN, b"g", DOWN, ENTER, ESC,  # retrieving
    b"l", DOWN, ESC, b"h", DOWN, ESC, b"L", DOWN, b"c", ESC, ESC,  # linking, suggestions, looking again
    b"w", ESC, b"p", b"s", b"t", b"y", b"q", b"D", b"W", b"z", b"r", b"\x1b[15~", b"\x1b[15~",  # a new code, flags, focus
)  # fmt: skip


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Any]:
    nasty = Hostile["NASTY"]
    location = Hostile["make_hostile"](tmp_path / "hostile.rcoder")
    with open_project(location, coder=f"Anne {nasty}") as project:
        wait = (Recheck(f"r{each}", f"c{each}", project.coder_id, "H1.M1", f"{nasty} was") for each in (1, 2))
        project.do(Deed("Listed", added(*wait)))
    env = {
        **os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none",
        "RCODER_STATE": str(tmp_path / "state"),
    }  # fmt: skip
    program = "import sys; from rcoder.ui.start import run; run(sys.argv[1], sys.argv[2])"
    found = Hostile["Terminal"]([sys.executable, "-c", program, location, f"Anne {nasty}"], env, 40, 120)
    found.read(quiet=1.5)
    yield found
    found.close()


def test_no_screen_of_the_desk_lets_content_steer_the_terminal(terminal: Any) -> None:
    for key in WALK:
        terminal.press(key)
    written: bytes = terminal.written
    text = Hostile["OURS"].sub(b"", written)
    assert not re.findall(rb".{0,30}\x1b.{0,30}", text, re.DOTALL)
    shown = text.decode("utf-8")
    assert not re.search("[\x00-\x06\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f]", shown)
    assert not re.search("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]", shown)
    for steering in (b"\x1b]0;", b"\x1b]52;", b"\x1b]8;", b"Traceback"):
        assert steering not in written
    for seen in ("enter to the hits", "make it", "retrieve", "stays", "New code"):
        assert seen in shown, seen
