"""The change theory on its own screen: walked by keys and mouse, every arrow and box opened to its passages."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from narrative import CALM, DOUBT
from opening import SIZES, front, painted, press, press_each, running, said, settle, type_words, words
from rcoder.domain.drawn import Area
from rcoder.domain.words import Column, Status
from rcoder.project.reviewing import giving
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.calm_windows import SaidScreen
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.configurations import ConfigurationsScreen
from rcoder.ui.screens.exports import ExportScreen
from rcoder.ui.screens.history import HistoryScreen
from rcoder.ui.screens.passages import PassagesScreen
from rcoder.ui.screens.theory import TheoryScreen
from rcoder.ui.widgets.strips import Strips
from terminal_theories import arrow, box, theory
from theory_study import argue


@pytest.fixture
def argued(configured: str) -> str:
    return argue(configured)


@asynccontextmanager
async def drawn(
    study: str, *keys: str, size: tuple[int, int] = (120, 40), coder: str = "Tester"
) -> AsyncIterator[tuple[RcoderApp, Pilot[None], TheoryScreen]]:
    async with running(study, "O", "d", size=size, coder=coder) as (app, pilot):
        screen = front(app, TheoryScreen)
        await press_each(pilot, *keys)
        yield app, pilot, screen


def told(screen: TheoryScreen) -> str:
    return " ".join(words(screen.query_one("#told", Strips)).split())


def sheet(app: RcoderApp) -> str:
    return "\n".join(painted(app))


@pytest.mark.parametrize("size", SIZES)
async def test_a_small_theory_is_drawn_whole_and_the_arrow_keys_walk_it(
    argued: str, size: tuple[int, int]
) -> None:
    async with drawn(argued, size=size) as (app, pilot, screen):
        assert screen.entire
        assert told(screen).startswith("K1 Klar rollefordeling Core elements · 1 element · 1 passage")
        assert "N = 1 case coded to the end" in sheet(app)
        await press(pilot, "right")
        assert told(screen).startswith(
            "K1 Klar rollefordeling → promotes → M1 Tryghed (draft)"
            " ● 1 passage, 1 of 1 case coded to the end; ○ 1 passage, 1 of 1"
            " K01 · in the initial theory too (stated, §1)"
        )
        await press(pilot, "right")
        assert told(screen).startswith("M1 Tryghed")
        await press(pilot, "right")
        assert "M1 Tryghed → promotes → S1 Samarbejde (no evidence yet) no passages yet" in told(screen)
        await press_each(pilot, "left", "left", "down")
        assert {told(screen).split(" (")[0]} <= {
            "K1 Klar rollefordeling → promotes → M1 Tryghed", "C1 Opstart → conditions → M1 Tryghed",
        }  # fmt: skip
        await press_each(pilot, "end", "home")
        assert screen.here.arrow


async def test_what_is_under_the_cursor_is_bright_and_in_sight_in_both_views(argued: str) -> None:
    for size in SIZES:
        async with drawn(argued, size=size) as (_, pilot, screen):
            for key in ("right", "right", "right", "z", "left", "left", "tab", "tab", "z", "shift+tab"):
                await press(pilot, key)
                pane = screen.sheet
                assert pane.bright == screen.here.id
                top, left = pane.scroll_offset.y, pane.scroll_offset.x
                room = pane.scrollable_content_region.size
                lit = [(x, y) for y, row in pane._lit.items() for x in row]
                assert any(left <= x < left + room.width and top <= y < top + room.height for x, y in lit)


async def test_a_drawing_larger_than_the_screen_is_scrolled_to_what_is_bright(argued: str) -> None:
    many = theory(
        [box(0, Column.CORE), *(box(number, Column.LONG) for number in range(1, 40))],
        [arrow(0, number) for number in range(1, 40)],
    )
    async with drawn(argued, size=(80, 24)) as (_, pilot, screen):
        assert screen.shown is not None
        screen._take(replace(screen.shown, theory=many, names={each.id: each.key for each in many.boxes}))
        await settle(pilot)
        for key in ("home", "end", "home", "right", "end", "right", "z", "z"):
            await press(pilot, key)
            pane = screen.sheet
            room = pane.scrollable_content_region.size
            window = Area(pane.scroll_offset.x, pane.scroll_offset.y, room.width, room.height)
            assert any(window.holds(x, y) for y, row in pane._lit.items() for x in row), key
            area = pane.drawn.boxes.get(pane.bright)
            assert area is None or window.holds(area.x, area.y), key


async def test_enter_opens_the_passages_by_stance_and_the_interview_and_esc_comes_back(argued: str) -> None:
    async with drawn(argued, "right", "enter") as (app, pilot, screen):
        groups = front(app, PassagesScreen).groups
        assert [(name, [each.text for each in found]) for name, found in groups] == [
            ("● supports", [CALM]), ("○ contradicts", [DOUBT]),
        ]  # fmt: skip
        await press(pilot, "enter")
        front(app, CodingScreen)
        await press_each(pilot, "escape", "escape", "escape")
        assert front(app, TheoryScreen) is screen
        assert screen.here.arrow
        await press_each(pilot, "right", "right", "enter")
        assert "No passage on this arrow yet" in said(app)


async def test_a_box_opens_its_elements_with_their_passages(argued: str) -> None:
    async with drawn(argued, "enter") as (app, _, _):
        groups = front(app, PassagesScreen).groups
        assert [name for name, _ in groups] == ["K01: Aftalt kontaktperson"]
        assert len(groups[0][1]) == 1


async def test_the_configurations_and_the_course_behind_an_arrow_open(argued: str) -> None:
    async with drawn(argued, "right", "c") as (app, pilot, screen):
        assert front(app, ConfigurationsScreen)._shown == "k1"
        await press_each(pilot, "escape", "h")
        front(app, HistoryScreen)
        await press_each(pilot, "escape", "tab", "c")
        assert front(app, TheoryScreen) is screen
        assert "No configuration in your sight stands behind it" in said(app)


async def test_a_mini_theory_a_filter_and_a_version_are_chosen_and_always_said(argued: str) -> None:
    async with drawn(argued, "t") as (app, pilot, screen):
        front(app, ChooserScreen)
        await type_words(pilot, "H1")
        await press(pilot, "enter")
        assert "Change theory · H1" in sheet(app)
        assert "4 boxes, 1 arrow " in sheet(app)
        await press(pilot, "f")
        await type_words(pilot, "no evidence yet")
        await press(pilot, "enter")
        assert "Only arrows that are no evidence yet" in words(screen.query_one("#about", Strips))
        assert "Nothing is left of the theory with that filter: f changes it." in sheet(app)
        await press_each(pilot, "f", "enter")
        assert screen.asked.cut.empty
        await press(pilot, "v")
        await type_words(pilot, "initial")
        await press(pilot, "enter")
        assert "initial theory" in words(screen.query_one("#about", Strips))
        assert "N = 0 cases" in sheet(app)


async def test_e_writes_the_theory_as_it_is_narrowed(argued: str) -> None:
    async with drawn(argued, "t") as (app, pilot, screen):
        await type_words(pilot, "H1")
        await press_each(pilot, "enter", "f")
        await type_words(pilot, "rests on evidence")
        await press_each(pilot, "enter", "f")
        await type_words(pilot, "borger")
        await press_each(pilot, "enter", "e")
        asked = front(app, ExportScreen).asked
        assert asked.export.key == "theory"
        assert asked.values == {"hypothesis": "H1", "evidence": "only", "role": "borger"}
        await press(pilot, "escape")
        assert front(app, TheoryScreen) is screen


async def test_what_cannot_be_narrowed_is_said_and_the_theory_stays_as_it_is_drawn(argued: str) -> None:
    async with drawn(argued, "v") as (app, pilot, screen):
        await type_words(pilot, "initial")
        await press_each(pilot, "enter", "f")
        await type_words(pilot, "borger")
        await press(pilot, "enter")
        assert "A version cannot be narrowed to roles" in said(app)
        assert screen.asked.cut.empty
        await press(pilot, "e")
        assert front(app, ExportScreen).asked.values == {"version": "0"}


async def test_a_tall_box_is_drawn_beside_the_scrollbar_from_its_heading(argued: str) -> None:
    tall = theory(
        [box(0, Column.CORE), *(box(each, Column.LONG) for each in range(1, 9))],
        [arrow(0, each) for each in range(1, 9)],
    )
    async with drawn(argued, "z", size=(80, 24)) as (_, pilot, screen):
        assert screen.shown is not None
        screen._take(replace(screen.shown, theory=tall, names={each.id: each.key for each in tall.boxes}))
        await settle(pilot)
        room = screen.sheet.scrollable_content_region
        assert room.height < screen.sheet.drawn.height
        assert screen.sheet.drawn.width == room.width == 80 - screen.sheet.styles.scrollbar_size_vertical
        assert screen.sheet.scroll_offset == (0, 0)


async def test_a_box_is_found_by_its_words(argued: str) -> None:
    async with drawn(argued, "slash") as (app, pilot, screen):
        front(app, ChooserScreen)
        await type_words(pilot, "samarb")
        await press(pilot, "enter")
        assert told(screen).startswith("S1 Samarbejde")


@pytest.mark.parametrize("view", [(), ("z",)])
async def test_a_click_goes_there_and_a_second_one_opens_it(argued: str, view: tuple[str, ...]) -> None:
    async with drawn(argued, *view) as (_, pilot, screen):
        arrow = next(iter(screen.sheet.drawn.ways.items()))
        y, x, _ = arrow[1][2]
        spot = (x - screen.sheet.scroll_offset.x, y - screen.sheet.scroll_offset.y)
        await pilot.click(screen.sheet, offset=spot)
        await settle(pilot)
        assert screen.here.arrow == arrow[0]
        box, area = next(each for each in screen.sheet.drawn.boxes.items() if each[0] != screen.here.box)
        spot = (area.x - screen.sheet.scroll_offset.x + 2, area.y - screen.sheet.scroll_offset.y + 1)
        await pilot.click(screen.sheet, offset=spot)
        await settle(pilot)
        assert screen.here.box == box


async def test_a_deed_of_anybody_is_drawn_and_the_place_is_kept(argued: str) -> None:
    async with drawn(argued, "right") as (app, pilot, screen):
        before = screen.here

        app.act(lambda project: giving(project, "K01", Status.SETTLED))
        await settle(pilot)
        assert screen.here == before
        assert "(accepted)" in told(screen)
        await press(pilot, "u")
        assert "(draft)" in told(screen)


async def test_nothing_of_a_hidden_coder_is_drawn(argued: str) -> None:
    async with drawn(argued, "tab", coder="Anden") as (app, _, screen):
        assert "no passages yet" in told(screen)
        assert "Aftalt" not in sheet(app)
        assert screen.shown is not None
        assert screen.shown.theory.denominator.coded == 0


async def test_a_study_without_a_theory_says_what_to_do(study: str) -> None:
    async with drawn(study, "right", "tab", "enter", "z", "c", "h", "slash", "escape", coder="Anne") as (
        app,
        _,
        _,
    ):
        assert "The codebook has no theory to draw" in sheet(app)


async def test_how_to_read_it_is_said_with_what_is_under_the_cursor_whole(argued: str) -> None:
    async with drawn(argued, "right", "i") as (app, _, _):
        lines = [each.sentence for each in front(app, SaidScreen).sentences]
        assert lines[0] == "K1 Klar rollefordeling → promotes → M1 Tryghed (draft)"
        assert any("−⊣ hinders" in each for each in lines)
        assert any("Frequency is not strength" in each for each in lines)
