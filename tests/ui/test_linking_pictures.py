"""How linked coding looks; renew with --snapshot-update, and look at the pictures."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from rcoder.ui.app import RcoderApp

SIZES = [(80, 24), (120, 40)]
CODED = ("down", "c", *"mange", "enter", "down", "c", *"kontakt", "enter", "c", *"ærlig", "enter")


def steps(*keys: str) -> Callable[[Pilot[None]], object]:
    async def before(pilot: Pilot[None]) -> None:
        await settle(pilot)
        for key in (*CODED, *keys):
            await pilot.press(key)
            await settle(pilot)
        await pilot.pause()

    return before


async def settle(pilot: Pilot[None]) -> None:
    for _ in range(3):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
def test_a_configuration_comes_about(
    study: str, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    app = RcoderApp(study, "Anne")
    assert snap_compare(app, run_before=steps("c", *"trygh", "enter", "l", "right", "t"), terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_one_that_is_there_takes_the_passage(
    study: str, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    app = RcoderApp(study, "Anne")
    keys = ("l", "enter", "down", "c", *"godt", "enter", "l", "1")
    assert snap_compare(app, run_before=steps(*keys), terminal_size=size)
