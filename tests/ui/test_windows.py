"""The windows over a screen by their keys: what is written is kept, what is shown is whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len
from textual.widgets import Input, Static

from opening import own, press, running, words
from rcoder.domain.codebook import Code
from rcoder.domain.words import Bilingual, Polarity
from rcoder.project import Project
from rcoder.project.memos import memo_lines
from rcoder.ui.app import RcoderApp
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.flags import HEIGHT, FlagsScreen
from rcoder.ui.screens.help import HelpScreen
from rcoder.ui.screens.picker import PickerScreen
from rcoder.ui.screens.question import QuestionScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Strips

CODED = ("down", "c", *"trygh", "enter")


def titles(project: Project) -> list[str]:
    with project:
        return [each.memo.title for each in memo_lines(project)]


def how(app: RcoderApp) -> str:
    return str(app.screen.query_one("#how", Static).render())


# -- what is written is not thrown away ------------------------------------------------------------------------------


async def test_esc_in_a_memo_asks_and_enter_keeps_it(study: str, reopened: Callable[[], Project]) -> None:
    async with running(study, size=(80, 24)) as (app, pilot):
        await press(pilot, *CODED, "m", *"vigtigt", "escape")
        assert isinstance(app.screen, QuestionScreen)
        assert "Keep what you wrote?" in how(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, CodingScreen)
    assert titles(reopened()) == ["vigtigt"]


async def test_esc_twice_throws_a_memo_away(study: str, reopened: Callable[[], Project]) -> None:
    async with running(study, size=(80, 24)) as (app, pilot):
        await press(pilot, *CODED, "m", *"snavs", "escape", "escape")
        assert isinstance(app.screen, CodingScreen)
    assert titles(reopened()) == []


async def test_a_letter_after_esc_writes_on(study: str, reopened: Callable[[], Project]) -> None:
    async with running(study, size=(80, 24)) as (app, pilot):
        await press(pilot, *CODED, "m", "a", "escape", "b", "c")
        assert app.screen.query_one("#title", Input).value == "abc"
        assert "Keep" not in how(app)
        await press(pilot, "escape", "ctrl+s")
    assert titles(reopened()) == ["abc"]


async def test_esc_in_a_question_in_which_nothing_was_written_leaves(study: str) -> None:
    async with running(study, size=(80, 24)) as (app, pilot):
        await press(pilot, *CODED, "m", "escape")
        assert isinstance(app.screen, CodingScreen)


async def test_ctrl_q_while_writing_asks_and_what_is_kept_is_on_disk(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with running(study, size=(80, 24)) as (app, pilot):
        await press(pilot, *CODED, "m", *"hm", "ctrl+q", "ctrl+q")
        assert isinstance(app.screen, QuestionScreen)
        assert "Keep what you wrote?" in how(app)
        await press(pilot, "enter", "ctrl+q")
    assert titles(reopened()) == ["hm"]


# -- the flags -------------------------------------------------------------------------------------------------------


async def test_a_memo_reached_from_the_flags_is_written_at_once_and_the_flags_after_it(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with running(study, size=(80, 24)) as (app, pilot):
        await press(pilot, *CODED, "a", "p", "m", *"hm", "ctrl+s")
        assert isinstance(app.screen, FlagsScreen)
        assert [(each.memo, each.polarity) for each in own(reopened())] == [("hm", Polarity.PRESENT)]
        await press(pilot, "enter")
        assert [(each.memo, each.polarity) for each in own(reopened())] == [("hm", Polarity.WEAK)]


async def test_flags_are_written_where_the_program_is_ended_over_them(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with running(study, size=(80, 24)) as (_, pilot):
        await press(pilot, *CODED, "a", "p", "ctrl+q")
    assert [each.polarity for each in own(reopened())] == [Polarity.WEAK]


async def test_arrows_and_space_change_a_flag_both_ways(study: str, reopened: Callable[[], Project]) -> None:
    async with running(study, size=(80, 24)) as (_, pilot):
        await press(pilot, *CODED, "a", "down", "down", "right", "space", "left", "left", "left", "enter")
    assert [each.polarity for each in own(reopened())] == [Polarity.ABSENT]


async def test_the_flags_say_whose_passage_it_is_and_keep_clear_of_it(study: str) -> None:
    async with running(study, size=(80, 24)) as (app, pilot):
        await press(pilot, *CODED, "a")
        screen = app.screen
        assert isinstance(screen, FlagsScreen)
        assert "“Jamen det var jo rart.”" in words(screen.query(Strips).first())
        assert screen.row < screen.query_one(".window").region.y
        await press(pilot, "enter", "ctrl+end", *CODED[1:], "a")
        screen = app.screen
        assert isinstance(screen, FlagsScreen)
        window = screen.query_one(".window").region
        assert window.height == HEIGHT
        assert not window.y <= screen.row < window.bottom


async def test_the_actors_of_the_code_come_first(study: str) -> None:
    async with running(study, size=(80, 24)) as (app, pilot):
        assert app.study is not None
        await press(pilot, *CODED)
        code = app.study.codes[app.study.last]
        app.study.codes[code.id] = replace(code, actors=("mentor",))
        await press(pilot, "a", "a")
        assert isinstance(app.screen, FlagsScreen)
        assert app.screen.coding.actor == "mentor"


# -- choosing --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("tryghde", "typed:tryghde"),
        ("tryg", "1"),
        ("h1m1", "1"),
        ("hjælp fra", "2"),
        ("helt egne ord", "typed:helt egne ord"),
    ],
)
async def test_words_of_ones_own_are_taken_unless_a_choice_is_called_so(
    study: str, typed: str, taken: str
) -> None:
    choices = (
        Choice("1", (("Tryghed", ""),), names=("H1.M1",)),
        Choice("2", (("Få hjælp fra naboen", ""),), names=("H1.R1",)),
    )
    found: list[str | None] = []
    async with running(study, size=(80, 24)) as (app, pilot):
        await app.push_screen(ChooserScreen("Add", choices, free="own"), found.append)
        await press(pilot, *("space" if each == " " else each for each in typed), "enter")
    assert found == [taken]


# -- the picker ------------------------------------------------------------------------------------------------------


async def test_the_picker_shows_a_long_description_whole_and_says_its_keys(study: str) -> None:
    async with running(study, size=(80, 40)) as (app, pilot):
        assert app.study is not None
        code = next(each for each in app.study.codes.values() if each.key == "H1.M1")
        app.study.codes[code.id] = replace(
            code, definition=Bilingual("Tryghed er " + "noget med ro og tillid " * 18 + "til sidst.")
        )
        await press(pilot, "down", "c", *"h1m1")
        assert isinstance(app.screen, PickerScreen)
        meaning = app.screen.query_one("#candidate", Lines)
        shown = "\n".join("".join(text for text, _ in line.pieces) for line in meaning._lines)
        assert "til sidst." in shown
        assert "Not: " in shown
        assert meaning.virtual_size.height == len(meaning._lines) > 10
        assert "enter apply  ctrl+n new code" in words(app.screen.query_one(Keys)).replace("^", "ctrl+")
        assert app.screen.query_one(".window").region.x >= 20


async def test_the_picker_quotes_a_long_passage_on_three_lines_at_most(study: str) -> None:
    async with running(study, size=(80, 24)) as (app, pilot):
        await press(pilot, "ctrl+down", "v", *["shift+down"] * 2, "c")
        coded = app.screen.query_one("#coded", Strips)
        assert 2 <= len(coded._rows) == coded.size.height <= 3


# -- help ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_no_sentence_of_the_help_is_cut(study: str, width: int) -> None:
    async with running(study, size=(width, 24)) as (app, pilot):
        await press(pilot, "f1")
        assert isinstance(app.screen, HelpScreen)
        lines = app.screen.query_one(Lines)
        room = lines.scrollable_content_region.width - 1
        assert all(sum(cell_len(text) for text, _ in line.pieces) <= room for line in lines._lines)


async def test_the_keys_for_everywhere_and_the_transcript_come_before_those_of_lists(study: str) -> None:
    async with running(study, size=(80, 24)) as (app, pilot):
        await press(pilot, "f1")
        heads = [line.id for line in app.screen.query_one(Lines)._lines if line.inert]
        assert heads == ["at:coding", "at:everywhere", "at:transcript", "at:list"]


def test_a_code_keeps_its_words_in_the_list() -> None:
    from rcoder.ui.screens.picker import describe

    code = Code("1", "b", "H1.M1", label=Bilingual("Tryghed"), definition=Bilingual("ord " * 60))
    assert sum("ord" in "".join(text for text, _ in row) for row in describe(code, "da", 30)) > 6
