"""How suggestions look, beside the passage and in their window; renew with --snapshot-update."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from rcoder.ui.app import RcoderApp

SIZES = [(80, 24), (120, 40)]


def steps(*keys: str) -> Callable[[Pilot[None]], object]:
    async def before(pilot: Pilot[None]) -> None:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)

    return before


async def settle(pilot: Pilot[None]) -> None:
    for _ in range(2):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [("h",), ("h", "i"), ("h", "escape")], ids=["window", "reason", "beside"])
def test_suggestions(
    study: str, snap_compare: Callable[..., bool], size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    app = RcoderApp(study, "Anne")
    assert snap_compare(app, terminal_size=size, run_before=steps("ctrl+end", *keys))
