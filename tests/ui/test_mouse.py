"""Coding with the mouse alone: selecting, the menu, the footer, the strips."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from opening import coded, coding_screen, own, passage, settle
from rcoder.domain.coding import Coding
from rcoder.domain.words import Polarity
from rcoder.project import Project
from rcoder.ui.commands import Where, footer
from rcoder.ui.screens.code_menu import CodeMenuScreen
from rcoder.ui.screens.picker import PickerScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.one_click import OneClick
from rcoder.ui.widgets.strips import Keys, Strips, key_at

SENTENCE = "Jamen det var jo rart."
ROW, COLUMN = 3, 10
"""Where that sentence begins in the pane."""


async def click(
    pilot: Pilot[None], x: int, *, times: int = 1, shift: bool = False, meta: bool = False, button: int = 1
) -> None:
    """Clicks in the row of the sentence, `x` cells after its beginning."""
    await pilot.click("#transcript", (COLUMN + x, ROW), times=times, shift=shift, meta=meta, button=button)
    await settle(pilot)


async def click_key(pilot: Pilot[None], word: str) -> None:
    """Clicks on a word of the footer."""
    keys = pilot.app.screen.query_one(Keys)
    found = (
        x
        for x in range(keys.size.width)
        if (hint := key_at(keys._keys, keys.size.width, x)) and hint.word == word
    )
    await pilot.click(keys, (next(found), 0))
    await settle(pilot)


async def choose(pilot: Pilot[None], words: str) -> None:
    """Clicks on the line of the menu that has these words."""
    menu = pilot.app.screen.query_one(OneClick)
    lines = ["".join(text for text, _ in line.pieces) for line in menu._lines]
    row = next(number for number, line in enumerate(lines) if words in line)
    await pilot.click(menu, (3, row))
    await settle(pilot)


def codings(project: Project) -> list[Coding]:
    with project:
        return [line.coding for line in project.coding_lines(coder="Anne")]


# -- selecting -------------------------------------------------------------------------------------------------------


async def test_a_click_makes_a_sentence_current_two_select_a_word_three_a_sentence_four_a_turn(
    study: str,
) -> None:
    async with coding_screen(study) as (pilot, screen):
        await click(pilot, 7)
        assert (passage(screen), screen.pane.cursor.selection) == (SENTENCE, None)
        await pilot.click("#transcript", (COLUMN + 7, ROW), times=2)
        await settle(pilot)
        assert passage(screen) == "det"
        await click(pilot, 7, times=3)
        assert passage(screen) == SENTENCE
        assert screen.pane.cursor.selection is not None
        await click(pilot, 7, times=4)
        assert passage(screen).endswith("Så turde jeg også sige det.")


async def test_a_drag_selects_by_character_in_either_direction(study: str) -> None:
    async with coding_screen(study) as (pilot, screen):
        for first, last in ((2, 11), (11, 2)):
            await pilot.mouse_down("#transcript", (COLUMN + first, ROW))
            await pilot.hover("#transcript", (COLUMN + last, ROW))
            await pilot.mouse_up("#transcript", (COLUMN + last, ROW))
            await settle(pilot)
            assert passage(screen) == SENTENCE[2:12]


@pytest.mark.parametrize("held", ["shift", "meta"])
async def test_a_click_with_shift_or_alt_extends_by_words(study: str, held: str) -> None:
    async with coding_screen(study) as (pilot, screen):
        await click(pilot, 7)
        await click(pilot, 15, shift=held == "shift", meta=held == "meta")
        assert passage(screen) == "det var jo"
        await click(pilot, 12, shift=held == "shift", meta=held == "meta")
        assert passage(screen) == "det var"
        await click(pilot, 1, shift=held == "shift", meta=held == "meta")
        assert passage(screen) == "Jamen det var"


# -- the menu --------------------------------------------------------------------------------------------------------


async def test_the_right_button_opens_a_menu_and_one_click_codes(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, screen):
        await pilot.press("down", "c", *"trygh", "enter", "down", "down")
        await settle(pilot)
        await click(pilot, 7, times=2)
        await click(pilot, 8, button=3)
        assert isinstance(pilot.app.screen, CodeMenuScreen)
        await choose(pilot, "H1.M1 Tryghed")
        assert pilot.app.screen is screen
    assert coded(reopened()) == [("H1.M1", SENTENCE), ("H1.M1", "det")]


async def test_the_right_button_elsewhere_goes_there_first(study: str) -> None:
    async with coding_screen(study) as (pilot, screen):
        await click(pilot, 7, button=3)
        assert isinstance(pilot.app.screen, CodeMenuScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert passage(screen) == SENTENCE


async def test_a_click_beside_the_menu_closes_it_and_does_nothing(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, screen):
        await click(pilot, 7, button=3)
        await pilot.click(None, (119, 39))
        await settle(pilot)
        assert pilot.app.screen is screen
    assert coded(reopened()) == []


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_the_menu_stays_on_the_screen_wherever_it_is_opened(study: str, size: tuple[int, int]) -> None:
    async with coding_screen(study, size=size) as (pilot, screen):
        screen.study.recent = [each.id for each in screen.study.codes.values() if each.kind][:9]
        for x, y in ((0, 0), (size[0] - 1, size[1] - 1), (5, size[1] - 1), (size[0] - 1, 4)):
            screen._open_menu(x, y)
            await settle(pilot)
            window = pilot.app.screen.query_one(".window").region
            assert window.x >= 0 <= window.y
            assert window.right <= size[0]
            assert window.bottom <= size[1]
            await pilot.press("escape")
            await settle(pilot)


async def test_a_whole_session_by_mouse_alone(study: str, reopened: Callable[[], Project]) -> None:
    """Code from the menu, code again from the strip, choose, flag, take away, undo, finish."""
    async with coding_screen(study) as (pilot, screen):
        await click(pilot, 7)
        await click_key(pilot, "code")
        await choose(pilot, "Code the passage")
        assert isinstance(pilot.app.screen, PickerScreen)
        candidates = pilot.app.screen.query_one("#candidates", Lines)
        row = next(number for number, line in enumerate(candidates._seen) if "H1.R1" in str(line.pieces))
        await pilot.click(candidates, (5, row), times=2)
        await settle(pilot)
        assert coded(reopened()) == [("H1.R1", SENTENCE)]

        await pilot.click("#transcript", (COLUMN + 30, ROW))
        await pilot.click("#recent", (3, 1))
        await settle(pilot)
        assert [key for key, _ in coded(reopened())] == ["H1.R1", "H1.R1"]

        await click(pilot, 7)
        await pilot.click("#passage", (6, 2))
        await settle(pilot)
        menu = pilot.app.screen.query_one(OneClick)
        await pilot.click(
            menu, (3, next(n for n, each in enumerate(menu._lines) if each.id == "set_polarity"))
        )
        await click_key(pilot, "done")
        assert Polarity.WEAK in {each.polarity for each in own(reopened())}

        await click(pilot, 7, button=3)
        await choose(pilot, "Remove H1.R1")
        assert len(coded(reopened())) == 1
        await click(pilot, 7, button=3)
        await choose(pilot, "Undo")
        assert len(coded(reopened())) == 2
        await click(pilot, 7, button=3)
        await choose(pilot, "Coded to the end")
        assert "1 of 3 read" in "".join(text for text, _ in screen.query_one("#top", Strips)._right)


async def test_a_click_on_the_line_of_recent_codes_gives_one_on_a_narrow_screen(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study, size=(80, 24)) as (pilot, _):
        await pilot.press("down", "c", *"trygh", "enter", "c", *"kontakt", "enter", "down")
        await settle(pilot)
        await pilot.click("#recent-line", (45, 0))
        await settle(pilot)
    assert [key for key, _ in coded(reopened())] == ["H1.M1", "H1.R1", "H1.R1"]


# -- the footer ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_cell_of_the_footer_is_the_key_that_is_painted_there(width: int) -> None:
    keys = footer(Where.CODING, Where.EVERYWHERE)
    cells = [key_at(keys, width, x) for x in range(width)]
    assert cells[0] is None
    assert cells[-1] is not None
    assert cells[-1].stays
    for each in {each for each in cells if each is not None}:
        assert cells.count(each) == len(each.key) + 1 + len(each.word)


async def test_a_key_of_the_footer_that_is_clicked_on_is_pressed(study: str) -> None:
    async with coding_screen(study) as (pilot, screen):
        await click_key(pilot, "uncoded")
        assert passage(screen) == SENTENCE
        await click_key(pilot, "help")
        assert type(pilot.app.screen).__name__ == "HelpScreen"
