"""How the windows of coding look; renew with --snapshot-update, and look at the pictures."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.coding import CodingScreen

SIZES = [(80, 24), (120, 40)]


def steps(*keys: str, menu: bool = False) -> Callable[[Pilot[None]], object]:
    async def before(pilot: Pilot[None]) -> None:
        for key in ("", *keys):
            if key:
                await pilot.press(key)
            await pilot.pause()
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
        if menu and isinstance(screen := pilot.app.screen, CodingScreen):
            screen._open_menu(20, 6)
            await pilot.pause()
        for animated in pilot.app.screen.query("Input"):
            animated.cursor_blink = False  # type: ignore[attr-defined] # Input has it
        await pilot.pause()

    return before


@pytest.mark.parametrize("size", SIZES)
def test_a_new_code(study: str, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    assert snap_compare(
        RcoderApp(study, "Anne"), terminal_size=size, run_before=steps("down", "down", "w", "down", "down")
    )


@pytest.mark.parametrize("size", SIZES)
def test_the_menu(study: str, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    keys = ("down", "c", "t", "r", "y", "enter")
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=steps(*keys, menu=True))


@pytest.mark.parametrize("size", SIZES)
def test_the_flags(study: str, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    keys = ("down", "c", "t", "r", "y", "enter", "p", "a")
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=steps(*keys))
