"""Keys typed faster than windows open: none is lost, none is overtaken; by Pilot and in one write on a pty."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from runpy import run_path
from threading import Event
from typing import Any

import pytest
from textual import events
from textual.keys import key_to_character
from textual.pilot import Pilot

from opening import running, settle
from rcoder.domain.coding import Coding
from rcoder.domain.journal import Deed
from rcoder.domain.words import Kind, Stance
from rcoder.project import Project, open_project
from rcoder.project.exhibits import exhibits
from rcoder.project.memos import memo_lines
from rcoder.ui.app import RcoderApp
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.screens import exhibiting
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.configurations import ConfigurationsScreen

pytest.importorskip("pty")
Terminal: Any = run_path(str(Path(__file__).with_name("test_hostile.py")))["Terminal"]


async def burst(pilot: Pilot[None], *keys: str) -> None:
    """All keys are there before the first is acted on."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key_to_character(key)))
    await settle(pilot)


def own(project: Project) -> list[tuple[str, str]]:
    """Key and memo of Anne's codings."""
    with project:
        found: list[Coding] = [line.coding for line in project.coding_lines(coder="Anne")]
        codes = {code.id: code.key for code in project.codes().values()}
        return [(codes[each.code_id], each.memo) for each in found]


def memos(project: Project) -> list[tuple[str, str]]:
    """Title and words of the memos."""
    with project:
        return [(each.memo.title, each.memo.text) for each in memo_lines(project)]


async def test_a_burst_of_keys_gives_the_code_that_was_typed(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with running(study) as (_app, pilot):
        await burst(pilot, "down", "c", *"kontakt", "enter")
        await burst(pilot, "down", "c", *"h1m1", "enter", "down", "c", *"h2o1", "enter", "m", *"1j", "ctrl+s")
    assert own(reopened()) == [("H1.R1", ""), ("H1.M1", ""), ("H2.O1", "")]
    assert memos(reopened()) == [("1j", "")]


async def test_the_stance_typed_after_new_material_waits_for_its_window(
    configured: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, made = Event(), exhibiting.showing

    def slowly(*given: Any) -> Deed:
        gate.wait(5)
        return made(*given)

    monkeypatch.setattr(exhibiting, "showing", slowly)
    async with running(configured, coder="Tester") as (app, pilot):
        app.open_configurations()
        await settle(pilot)
        await burst(pilot, "E", *"survey", "enter", "enter", "tab", *"hun ringer")
        for key in ("ctrl+s", "s"):
            app.post_message(events.Key(key, key_to_character(key)))
        for _ in range(5):
            await pilot.pause()
        gate.set()
        await settle(pilot)
        assert isinstance(app.screen, ConfigurationsScreen)
    with open_project(configured, coder="Tester") as project:
        [line] = exhibits(project)
        assert [each.bearing.stance for each in line.on] == [Stance.SUPPORTS]


async def test_arrows_in_a_burst_go_from_the_first_of_what_was_found(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with running(study) as (_app, pilot):
        await burst(pilot, "down", "c", *"h2.", "down", "enter")
    assert own(reopened()) == [("H2.O1", "")]


async def test_a_burst_of_keys_chooses_what_was_typed(study: str) -> None:
    app = RcoderApp(study, "Anne")
    taken: list[str | None] = []
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        choices = tuple(Choice(each, ((each, ""),)) for each in ("first", "second", "third"))
        app.push_screen(ChooserScreen("Which", choices), taken.append)
        await burst(pilot, *"sec", "enter")
        app.push_screen(ChooserScreen("Which", choices, free="own words"), taken.append)
        await burst(pilot, *"mine", "enter")
    assert taken == ["second", "typed:mine"]


@pytest.fixture
def terminal(study: str, tmp_path: Path) -> Iterator[Any]:
    env = {
        **os.environ, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none", "RCODER_STATE": str(tmp_path / "state"),
    }  # fmt: skip
    program = "import sys; from rcoder.ui.start import run; run(sys.argv[1], sys.argv[2])"
    found = Terminal([sys.executable, "-c", program, study, "Anne"], env, 24, 80)
    found.read(quiet=1.5)
    yield found
    found.close()


def test_one_write_on_a_pty_codes_and_writes_what_was_typed(
    terminal: Any, reopened: Callable[[], Project]
) -> None:
    down = b"\x1b[B"
    terminal.press(down + b"ckontakt\r", down + b"ch1m1\r", down + b"ch2m1\rmlille memo\rto\x13")
    terminal.read(quiet=0.7)
    assert own(reopened()) == [("H1.R1", ""), ("H1.M1", ""), ("H2.M1", "")]
    assert memos(reopened()) == [("lille memo", "to")]


def test_one_write_on_a_pty_chooses_and_writes_in_a_configuration(
    terminal: Any, reopened: Callable[[], Project]
) -> None:
    terminal.press(b"\x1b[Bch1m1\r", b"g", b"n")
    terminal.read(quiet=0.7)
    terminal.press(b"+helt egne ord\rreas\r")
    terminal.read(quiet=0.7)
    terminal.press(b"Bfordi ja\x13")
    terminal.read(quiet=0.7)
    with reopened() as project:
        made = project.configuration("K01").assembled
    assert [each.wording for each in made.of_kind(Kind.REASONING)] == ["helt egne ord"]
    assert made.configuration.because == "fordi ja"
