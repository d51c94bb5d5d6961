"""How the screens look; renew with --snapshot-update, and look at the pictures."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from rcoder.ui.app import RcoderApp
from rcoder.ui.themes import LIGHT

SIZES = [(80, 24), (120, 40)]


def steps(*keys: str, light: bool = False) -> Callable[[Pilot[None]], object]:
    async def before(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        if light:
            pilot.app.theme = LIGHT.name
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        for animated in pilot.app.screen.query("Input"):
            animated.cursor_blink = False  # type: ignore[attr-defined] # Input has it
        await pilot.pause()

    return before


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("light", [False, True], ids=["dark", "light"])
def test_the_coding_screen(
    study: str, snap_compare: Callable[..., bool], size: tuple[int, int], light: bool
) -> None:
    keys = (
        "down",
        "c",
        "t",
        "r",
        "y",
        "g",
        "enter",
        "shift+right",
        "shift+right",
        "c",
        "H",
        "1",
        "enter",
        "escape",
    )
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=steps(*keys, light=light))


@pytest.mark.parametrize("size", SIZES)
def test_the_picker(study: str, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    assert snap_compare(
        RcoderApp(study, "Anne"), terminal_size=size, run_before=steps("down", "c", "t", "r", "y")
    )


def test_the_panes_brought_forward_on_a_narrow_screen(study: str, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(
        RcoderApp(study, "Anne"), terminal_size=(80, 24), run_before=steps("b", "right", "down")
    )


def test_the_welcome(snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(RcoderApp(None, "Anne"), terminal_size=(80, 24), run_before=steps())


def test_the_help(study: str, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=(80, 24), run_before=steps("f1"))
