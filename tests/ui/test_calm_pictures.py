"""How themes, focus mode and the list of what was said look; renew with --snapshot-update, and look at the pictures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from opening import SIZES, steps
from rcoder.ui.app import RcoderApp
from rcoder.ui.themes import LOOKS, Colours


@pytest.mark.parametrize("theme", LOOKS)
def test_a_theme(study: str, snap_compare: Callable[..., bool], theme: str) -> None:
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=(120, 40), run_before=steps("j", theme=theme))


@pytest.mark.parametrize("colours", [Colours.MANY, Colours.FEW])
@pytest.mark.parametrize("theme", ["rcoder-dark", "rcoder-light"])
def test_a_terminal_of_fewer_colours(
    study: str, snap_compare: Callable[..., bool], theme: str, colours: Colours
) -> None:
    app = RcoderApp(study, "Anne")
    app.show_in(colours)
    assert snap_compare(app, terminal_size=(80, 24), run_before=steps("j", "escape", theme=theme))


def test_no_color(study: str, snap_compare: Callable[..., bool], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=(80, 24), run_before=steps("j", "escape"))


@pytest.mark.parametrize("size", SIZES)
def test_focus_mode(study: str, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=steps("f5", "down"))


@pytest.mark.parametrize("size", SIZES)
def test_the_themes(study: str, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=steps("f4", "down", "down"))


@pytest.mark.parametrize("size", SIZES)
def test_what_was_said(study: str, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    assert snap_compare(
        RcoderApp(study, "Anne"), terminal_size=size, run_before=steps("ctrl+c", "j", "x", "N", "f9")
    )
