"""How suggestions look, beside the passage and in their window; renew with --snapshot-update."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from opening import SIZES, steps
from rcoder.ui.app import RcoderApp


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [("h",), ("h", "i"), ("h", "escape")], ids=["window", "reason", "beside"])
def test_suggestions(
    study: str, snap_compare: Callable[..., bool], size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    app = RcoderApp(study, "Anne")
    assert snap_compare(app, terminal_size=size, run_before=steps("ctrl+end", *keys))
