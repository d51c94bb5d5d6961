"""How the screens look that no other test takes a picture of; renew with --snapshot-update, and look at the pictures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from opening import SIZES, steps
from rcoder.ui.app import RcoderApp
from rcoder.ui.themes import LIGHT

CODED = ("down", "c", "t", "r", "y", "g", "enter")
SCREENS = {
    "choosing": (*CODED, "Q", "H", "1", "asterisk", "enter", "g"),
    "a form": (*CODED, "B", "r"),
    "about an interview": ("A",),
    "help": ("f1",),
}
LIGHT_ONES = {
    "find": ("slash", "r", "a", "r", "t", "enter"),
    "retrieve": (*CODED, "Q", "H", "1", "asterisk", "enter"),
    "memos": ("M",),
    "linking": (*CODED, "l"),
    "flags": (*CODED, "a"),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
def test_it_looks_so(
    study: str, snap_compare: Callable[..., bool], keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=steps(*keys))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", LIGHT_ONES.values(), ids=LIGHT_ONES)
def test_it_looks_so_in_light(
    study: str, snap_compare: Callable[..., bool], keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    app = RcoderApp(study, "Anne")
    assert snap_compare(app, terminal_size=size, run_before=steps(*keys, theme=LIGHT.name))


@pytest.mark.parametrize("size", SIZES)
def test_the_welcome_has_its_three_doors(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    app = RcoderApp(None, "Anne")
    assert snap_compare(app, terminal_size=size, run_before=steps(theme=LIGHT.name))
