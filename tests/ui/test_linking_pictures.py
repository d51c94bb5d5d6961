"""How linked coding looks; renew with --snapshot-update, and look at the pictures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from opening import SIZES, steps
from rcoder.ui.app import RcoderApp

CODED = ("down", "c", *"mange", "enter", "down", "c", *"kontakt", "enter", "c", *"ærlig", "enter")


@pytest.mark.parametrize("size", SIZES)
def test_a_configuration_comes_about(
    study: str, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    app = RcoderApp(study, "Anne")
    assert snap_compare(
        app, run_before=steps(*CODED, "c", *"trygh", "enter", "l", "right", "t"), terminal_size=size
    )


@pytest.mark.parametrize("size", SIZES)
def test_one_that_is_there_takes_the_passage(
    study: str, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    app = RcoderApp(study, "Anne")
    keys = ("l", "enter", "down", "c", *"godt", "enter", "l", "1")
    assert snap_compare(app, run_before=steps(*CODED, *keys), terminal_size=size)
