"""Charts on screen: choosing one, reading a bar in words, opening the passages behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from opening import front, listed, painted, press_each, running, type_words, words
from rcoder.domain.chart import Charted
from rcoder.project import Project
from rcoder.ui.app import RcoderApp
from rcoder.ui.charting.rows import _cells
from rcoder.ui.screens.calm_windows import SaidScreen
from rcoder.ui.screens.charts import ChartsScreen
from rcoder.ui.screens.exports import ExportScreen
from rcoder.ui.screens.passages import PassagesScreen
from rcoder.ui.widgets.strips import Strips


@asynccontextmanager
async def charts(
    study: str, *keys: str, coder: str = "Anne"
) -> AsyncIterator[tuple[RcoderApp, Pilot[None], ChartsScreen]]:
    async with running(study, "O", "k", coder=coder) as (app, pilot):
        screen = front(app, ChartsScreen)
        await press_each(pilot, *keys)
        yield app, pilot, screen


async def choose(pilot: Pilot[None], key: str, name: str) -> None:
    await press_each(pilot, key)
    await type_words(pilot, name)
    await press_each(pilot, "enter")


async def test_progress_stands_first_with_its_denominators(compared_study: str) -> None:
    async with charts(compared_study) as (_, _, screen):
        lines = listed(screen.rows)
        assert any("of 6 interviews coded to the end" in each for each in lines)
        assert any("layer not released" in each for each in lines if "Bo" in each)


async def test_a_bar_opens_the_passages_behind_it_and_esc_comes_back(compared_study: str) -> None:
    async with charts(compared_study) as (app, pilot, screen):
        await choose(pilot, "q", "role")
        assert screen.of is Charted.ROLES
        assert "cases" in words(screen.query_one("#about", Strips))
        await press_each(pilot, "enter")
        front(app, PassagesScreen)
        await press_each(pilot, "escape")
        assert app.screen is screen


async def test_groups_are_chosen_of_what_the_study_knows(compared_study: str) -> None:
    async with charts(compared_study) as (_, pilot, screen):
        await choose(pilot, "g", "municipality")
        assert screen.of is Charted.GROUPS
        names = {bar.name for bar in screen.found.bars} if screen.found else set()
        assert {"Nordby", "Åby"} <= names


async def test_what_is_counted_is_said_in_a_window(compared_study: str) -> None:
    async with charts(compared_study) as (app, pilot, _):
        await choose(pilot, "q", "role")
        await press_each(pilot, "i")
        told = " ".join(each.sentence for each in front(app, SaidScreen).sentences)
        assert "Frequency is not strength" in told


async def test_a_chart_goes_on_to_its_file_with_what_was_chosen(compared_study: str) -> None:
    async with charts(compared_study) as (app, pilot, _):
        await choose(pilot, "q", "role")
        await press_each(pilot, "e")
        assert front(app, ExportScreen).asked.values == {"of": "roles"}


async def test_without_anything_to_chart_it_says_what_to_do(new_project: Callable[..., Project]) -> None:
    with new_project("tom.rcoder", coder="Anne") as project:
        location = project.location
    async with charts(location) as (_, pilot, screen):
        await choose(pilot, "q", "role")
        assert listed(screen.rows) == []
        assert "O c opens the configurations" in screen.rows.empty


async def test_a_bar_is_said_whole_on_a_narrow_screen(compared_study: str) -> None:
    async with running(compared_study, "O", "k", size=(80, 24), coder="Anne") as (app, pilot):
        screen = front(app, ChartsScreen)
        await choose(pilot, "q", "role")
        assert screen.bar is not None
        said = " ".join(words(screen.query_one("#about", Strips)).split())
        assert said == screen.bar.words
        assert said.split()[-1] in "\n".join(painted(app))


@given(st.lists(st.integers(0, 60), min_size=1, max_size=4), st.integers(12, 90))
def test_a_bar_is_never_longer_than_its_room(counts: list[int], room: int) -> None:
    cells = _cells(tuple(counts), max(1, sum(counts)), room)
    assert sum(cells) <= room
    assert [each > 0 for each in cells] == [each > 0 for each in counts]
