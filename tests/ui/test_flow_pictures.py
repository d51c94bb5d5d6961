"""How the windows of coding look; renew with --snapshot-update, and look at the pictures."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from opening import SIZES, front, settle, steps
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.coding import CodingScreen


@pytest.mark.parametrize("size", SIZES)
def test_a_new_code(study: str, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    assert snap_compare(
        RcoderApp(study, "Anne"), terminal_size=size, run_before=steps("down", "down", "w", "down", "down")
    )


@pytest.mark.parametrize("size", SIZES)
def test_the_menu(study: str, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    keys = ("down", "c", "t", "r", "y", "enter")

    async def before(pilot: Pilot[None]) -> None:
        await steps(*keys)(pilot)
        front(pilot.app, CodingScreen)._open_menu(20, 6)
        await settle(pilot)

    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", SIZES)
def test_the_flags(study: str, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    keys = ("down", "c", "t", "r", "y", "enter", "p", "a")
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=steps(*keys))
