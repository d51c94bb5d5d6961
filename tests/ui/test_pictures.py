"""How the screens look; renew with --snapshot-update, and look at the pictures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from opening import SIZES, steps
from rcoder.ui.app import RcoderApp
from rcoder.ui.themes import LIGHT


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", ["", LIGHT.name], ids=["dark", "light"])
def test_the_coding_screen(
    study: str, snap_compare: Callable[..., bool], size: tuple[int, int], theme: str
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
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=steps(*keys, theme=theme))


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
