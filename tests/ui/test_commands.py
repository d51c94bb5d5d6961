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
    help_rows,
    keys_page,
)

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


@pytest.mark.parametrize("screen", SCREENS)
def test_a_footer_has_room_at_80_columns(screen: str) -> None:
    words = footer(*SCREENS[screen])
    assert sum(len(key) + len(word) + 3 for key, word in words) <= 80


def test_every_command_is_in_the_help() -> None:
    for place in Where:
        words = {row[1] for row in help_rows(place)}
        assert all(each.words.en in words or each.id == "recent" for each in commands(place))


def test_every_action_is_there_where_it_applies() -> None:
    from rcoder.ui.app import RcoderApp
    from rcoder.ui.screens.coding import CodingScreen
    from rcoder.ui.screens.configurations import ConfigurationsScreen
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
    }  # fmt: skip
    for place, home in homes.items():
        missing = [each.id for each in commands(place) if not hasattr(home, f"action_{each.id}")]
        assert not missing, place
        assert len(bindings(place)) == len(commands(place))


def test_the_docs_page_is_current() -> None:
    """Made anew by: python -m rcoder.ui.commands > docs/keys.md"""
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == keys_page()
