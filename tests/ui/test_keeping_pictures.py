"""How the windows of memos, quotations and marks look; renew with --snapshot-update, and look at the pictures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from opening import SIZES, steps
from rcoder.ui.app import RcoderApp

KEPT = ("down", "*", "T", "ctrl+s", "m", *"Ro", "ctrl+s")


@pytest.fixture(autouse=True)
def _one_time(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("memos", "excerpts"):
        monkeypatch.setattr(f"rcoder.project.{place}.now", lambda: "2026-11-22T12:00:00Z")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "keys",
    [
        KEPT,
        ("down", "c", *"trygh", "enter", "m", *"Ro", "ctrl+k"),
        ("down", "shift+down", "shift+down", "T", *"Og "),
        (*KEPT, "ctrl+t"),
        (*KEPT, "m"),
    ],
    ids=["kept", "memo", "quotation", "marks", "memos here"],
)
def test_it_looks_so(
    study: str, snap_compare: Callable[..., bool], size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=steps(*keys))
