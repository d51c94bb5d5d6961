"""Every command once: words, keys, footer, palette, help and the docs page."""

from __future__ import annotations

from pathlib import Path

import pytest

from rcoder.ui.commands import (
    COMMANDS,
    SCREENS,
    Command,
    Where,
    bindings,
    commands,
    footer,
)
from rcoder.ui.keys_page import help_rows, keys_page
from rcoder.ui.widgets.strips import fitting

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: f"{each.where}-{each.id}-{each.argument}")
def test_every_command_has_words_a_sentence_and_a_key(command: Command) -> None:
    assert command.words.en
    assert command.help.endswith(".")
    assert command.keys


@pytest.mark.parametrize("screen", SCREENS)
def test_no_key_is_bound_twice_on_a_screen(screen: str) -> None:
    keys = [key for each in commands(*SCREENS[screen]) for key in each.keys.split(",")]
    assert sorted(set(keys)) == sorted(keys)


def test_every_place_is_on_some_screen() -> None:
    assert {place for places in SCREENS.values() for place in places} == set(Where)


@pytest.mark.parametrize("width", [10, 20, 40, 60, 80, 120])
@pytest.mark.parametrize("screen", SCREENS)
def test_a_footer_fits_and_loses_its_last_keys_first(screen: str, width: int) -> None:
    known = footer(*SCREENS[screen])
    left, right = fitting(known, width)
    assert 1 + sum(len(each.key) + len(each.word) + 3 for each in (*left, *right)) - 2 <= width
    assert left == [each for each in known if not each.stays][: len(left)]
    assert len(right) == sum(each.stays for each in known) or not left


def test_the_coding_footer_at_three_widths() -> None:
    known = footer(Where.CODING, Where.EVERYWHERE)
    at = {width: [each.key for each in fitting(known, width)[0]] for width in (60, 80, 120)}
    assert at[60] == ["c", ".", "h", "l", "m"]
    assert at[80] == ["c", ".", "h", "l", "m", "n", "/"]
    assert at[120] == ["c", ".", "h", "l", "m", "n", "/", "u", "tab", "Q"]
    assert [each.key for each in fitting(known, 40)[1]] == ["F1", "^p"]


def test_every_command_is_in_the_help() -> None:
    for place in Where:
        words = {row[1] for row in help_rows(place)}
        assert all(each.words.en in words or each.id == "recent" for each in commands(place))


def test_every_action_is_there_where_it_applies() -> None:
    from rcoder.ui.app import RcoderApp
    from rcoder.ui.screens.coding import CodingScreen
    from rcoder.ui.screens.configurations import ConfigurationsScreen
    from rcoder.ui.screens.correcting import CorrectingScreen
    from rcoder.ui.screens.doubts import DoubtsScreen
    from rcoder.ui.screens.earlier import EarlierScreen
    from rcoder.ui.screens.flags import FlagsScreen
    from rcoder.ui.screens.help import HelpScreen
    from rcoder.ui.screens.picker import PickerScreen
    from rcoder.ui.screens.question import QuestionScreen
    from rcoder.ui.screens.welcome import WelcomeScreen
    from rcoder.ui.widgets.lines import Lines
    from rcoder.ui.widgets.transcript import TranscriptPane

    homes = {
        Where.EVERYWHERE: RcoderApp, Where.WELCOME: WelcomeScreen, Where.CODING: CodingScreen,
        Where.TRANSCRIPT: TranscriptPane, Where.LIST: Lines, Where.PICKER: PickerScreen, Where.FLAGS: FlagsScreen,
        Where.FORM: QuestionScreen, Where.HELP: HelpScreen, Where.CONFIGURATIONS: ConfigurationsScreen,
        Where.DOUBTS: DoubtsScreen, Where.EARLIER: EarlierScreen, Where.CORRECTING: CorrectingScreen,
    }  # fmt: skip
    for place, home in homes.items():
        missing = [each.id for each in commands(place) if not hasattr(home, f"action_{each.id}")]
        assert not missing, place
        assert len(bindings(place)) == len(commands(place))


def test_the_docs_page_is_current() -> None:
    """Made anew by: python -m rcoder.ui.commands > docs/keys.md"""
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == keys_page()
