"""The board of cases on screen: cell by cell, by keys and by mouse."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from opening import front, press_each, running, settle, steps, words
from rcoder.domain.journal import Deed, changed
from rcoder.domain.words import Subject
from rcoder.project import open_project
from rcoder.project.attributes import said_of
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.about_case import AboutCaseScreen
from rcoder.ui.screens.about_interview import AboutInterviewScreen
from rcoder.ui.screens.board import BoardScreen, open_board
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.widgets.grid import HEAD, Grid
from rcoder.ui.widgets.strips import Strips, TopLine


@asynccontextmanager
async def board(
    study: str, size: tuple[int, int] = (120, 32), coder: str = "Anne"
) -> AsyncIterator[tuple[RcoderApp, Pilot[None], BoardScreen]]:
    async with running(study, "C", size=size, coder=coder) as (app, pilot):
        yield app, pilot, front(app, BoardScreen)


def top(screen: BoardScreen) -> str:
    strips = screen.query_one(TopLine)
    return words(strips) + "".join(text for text, _ in strips._right)


def about(screen: BoardScreen) -> str:
    return words(screen.query_one("#about", Strips))


def painted(screen: BoardScreen) -> list[str]:
    grid = screen.query_one(Grid)
    return [grid.render_line(y).text.rstrip() for y in range(grid.size.height)]


def row_of(screen: BoardScreen, name: str) -> str:
    return next(line for line in painted(screen) if line.strip().startswith(name))


async def test_the_board_shows_every_case_with_gaps_named(cases_study: str) -> None:
    async with board(cases_study) as (_, _, screen):
        lines = painted(screen)
        assert lines[0].split() == [
            "Case",
            "Outcome",
            "Municipality",
            "borger",
            "sagsbehandler",
            "VK",
            "mentor",
            "V",
        ]
        assert lines[1].split() == [
            "by",
            "name",
            *["3", "of", "5", "2", "of", "5", "1", "of", "5", "2", "of", "5", "1", "of", "5"],
        ]
        assert row_of(screen, "Sag 05").count("no interview") == 5
        assert row_of(screen, "Sag 01").count("no interview") == 2
        assert row_of(screen, "Sag 04").split()[2:4] == ["unknown", "?"]
        assert "projektleder" in row_of(screen, "Åse")
        legend = words(screen.query_one("#legend", Strips))
        assert "VK virksomhedskonsulent  V virksomhedskontaktperson" in legend


async def test_progress_is_ones_own_or_everybodys_in_sight(cases_study: str) -> None:
    async with board(cases_study) as (_, pilot, screen):
        assert "◐· 5/6" in row_of(screen, "Sag 01")
        assert "✓ 2/3 A" in row_of(screen, "Sag 01")
        assert "· 3/3" in row_of(screen, "Sag 02")
        assert "1 of 11 interviews coded to the end by you" in top(screen)
        await press_each(pilot, "w")
        assert "✓ 2/3 JK" in row_of(screen, "Sag 02")
        assert "2 of 11 interviews coded to the end by anybody in sight" in top(screen)


async def test_who_has_not_begun_is_shown_what_is_in_sight_only(cases_study: str) -> None:
    async with board(cases_study, coder="Blinde Bo") as (_, _, screen):
        assert "✓ 2/3 JK" in row_of(screen, "Sag 02")
        assert " A" not in row_of(screen, "Sag 01").replace(" Alle", "")
        assert "◐· 5/6" in row_of(screen, "Sag 01")


async def test_the_cursor_goes_cell_by_cell_and_says_what_each_is_about(cases_study: str) -> None:
    async with board(cases_study) as (_, pilot, screen):
        assert about(screen).startswith(" Sag 01  with hours · Tranlev")
        assert "Års ledighed: 6 år · Skift af sagsbehandler: no · unknown: Historik, Begyndte" in about(
            screen
        )
        assert (
            "3 of 5 roles interviewed; no interview: virksomhedskonsulent, virksomhedskontaktperson"
            in about(screen)
        )
        await press_each(pilot, "right", "right")
        assert screen.grid.here[1] == "sagsbehandler"
        assert "2 of 5 cases have a sagsbehandler interview" in about(screen)
        await press_each(pilot, "down", "down")
        assert about(screen).startswith(" Sag 03 · sagsbehandler  no interview")
        await press_each(pilot, "end", "ctrl+end")
        assert about(screen).startswith(" Åse  no case · projektleder")
        await press_each(pilot, "up", "home")
        assert screen.grid.at_name
        assert about(screen).startswith(" Sag 05")


async def test_enter_opens_the_interview_and_esc_comes_back(cases_study: str) -> None:
    async with board(cases_study) as (app, pilot, screen):
        await press_each(pilot, "right", "right", "enter")
        assert isinstance(app.screen, CodingScreen)
        assert app.screen.study.reading is not None
        assert app.screen.study.reading.transcript.title == "Sag 01: sagsbehandler"
        await press_each(pilot, "escape")
        assert app.screen is screen
        assert screen.grid.here[1] == "sagsbehandler"


async def test_a_cell_of_several_interviews_asks_which(cases_study: str) -> None:
    async with board(cases_study) as (app, pilot, screen):
        await press_each(pilot, "right")
        assert "2 interviews; Enter asks which" in about(screen)
        await press_each(pilot, "enter")
        assert isinstance(app.screen, ChooserScreen)
        await press_each(pilot, "down", "enter")
        assert isinstance(app.screen, CodingScreen)
        assert app.screen.study.reading is not None
        assert app.screen.study.reading.transcript.title == "Sag 01: borger igen"


async def test_enter_on_a_gap_says_that_there_is_no_interview(cases_study: str) -> None:
    async with board(cases_study) as (app, pilot, screen):
        said: list[str] = []
        app.said.subscribe(screen, said.append)
        await press_each(pilot, "end", "enter")
        assert app.screen is screen
        assert said == ["There is no interview here. ctrl+o, in a transcript, brings interviews in."]


async def test_a_group_leaves_its_cases_and_those_of_which_it_is_not_known(cases_study: str) -> None:
    async with board(cases_study) as (_, pilot, screen):
        await press_each(pilot, "g", "down", "enter")
        assert "Lang ledighed: 2 of 5 cases, 2 unknown" in top(screen)
        lines = painted(screen)
        assert [line.split()[1] for line in lines if line.startswith(" Sag")] == ["01", "03", "04", "05"]
        assert any("Not known whether they belong" in line for line in lines)
        assert lines[1].split()[2:5] == ["2", "of", "2"]
        assert not any("Åse" in line for line in lines)
        await press_each(pilot, "g", "up", "enter")
        assert row_of(screen, "Åse")


async def test_outcome_groups_are_groups_of_their_own(cases_study: str) -> None:
    async with board(cases_study) as (_, pilot, screen):
        await press_each(pilot, "g", *"without", "enter")
        assert "without hours: 1 of 5 cases, 1 unknown" in top(screen)


async def test_rows_go_in_other_orders_and_the_cursor_stays_on_its_case(cases_study: str) -> None:
    async with board(cases_study) as (_, pilot, screen):
        await press_each(pilot, "down", "s")
        assert [line.split()[1] for line in painted(screen) if line.startswith(" Sag")] == [
            "01", "03", "05", "02", "04",
        ]  # fmt: skip
        assert about(screen).startswith(" Sag 02")
        await press_each(pilot, "s", "s", "s")
        assert painted(screen)[1].split()[:2] == ["by", "name"]


async def test_another_attribute_stands_beside_the_names(cases_study: str) -> None:
    async with board(cases_study) as (_, pilot, screen):
        await press_each(pilot, "b", *"skift", "enter")
        assert "Skift af sagsbehan…" in painted(screen)[0]
        assert row_of(screen, "Sag 02").split()[4] == "yes"
        assert row_of(screen, "Sag 03").split()[4] == "?"


async def test_roles_fold_to_short_names_on_a_narrow_screen(cases_study: str) -> None:
    async with board(cases_study, (80, 24)) as (_, pilot, screen):
        assert painted(screen)[0].split() == ["Case", "Outcome", "borger", "S", "VK", "mentor", "V"]
        assert row_of(screen, "Sag 05").count("▨") == 5
        legend = words(screen.query_one("#legend", Strips))
        assert legend.startswith(" ▨ no interview")
        assert "S sagsbehandler" in legend
        await press_each(pilot, "down", "down", "right", "right")
        assert "Sag 03 · sagsbehandler  no interview" in about(screen)


async def test_columns_beyond_the_screen_come_when_the_cursor_goes_there(cases_study: str) -> None:
    async with board(cases_study, (50, 24)) as (_, pilot, screen):
        assert "V" not in painted(screen)[0].split()
        await press_each(pilot, "end")
        assert painted(screen)[0].split()[-1] == "V"
        await press_each(pilot, "home")
        assert painted(screen)[0].split()[2] == "borger"


async def test_the_mouse_goes_to_a_cell_and_a_second_click_opens_it(cases_study: str) -> None:
    async with board(cases_study) as (app, pilot, screen):
        grid = screen.query_one(Grid)
        place = (painted(screen)[0].index("sagsbehandler") + 2, HEAD + 1)
        await pilot.click(Grid, offset=place)
        await settle(pilot)
        assert grid.here[1] == "sagsbehandler"
        assert about(screen).startswith(" Sag 02: sagsbehandler")
        await pilot.click(Grid, offset=place)
        await settle(pilot)
        assert isinstance(app.screen, CodingScreen)


async def test_a_click_on_a_heading_does_nothing(cases_study: str) -> None:
    async with board(cases_study) as (_, pilot, screen):
        before = screen.grid.here
        await pilot.click(Grid, offset=(5, 0))
        await pilot.click(Grid, offset=(5, HEAD + 5))
        await settle(pilot)
        assert screen.grid.here == before


async def test_what_others_do_shows_when_it_is_looked_for(cases_study: str) -> None:
    async with board(cases_study) as (app, pilot, screen):
        with open_project(cases_study, coder="Jonas Krogh") as project:
            own = next(each.id for each in project.cases() if each.name == "Sag 05")
            project.do(said_of(project, Subject.CASE, own, "ledighed_aar", "12"))
        app.look()
        await settle(pilot)
        await press_each(pilot, "ctrl+home", "down", "down", "down", "down")
        assert "Års ledighed: 12 år" in about(screen)


async def test_coding_in_an_interview_shows_on_the_board_afterwards(cases_study: str) -> None:
    async with board(cases_study) as (_, pilot, screen):
        await press_each(pilot, "down", "right", "enter", "n", "c", *"tryg", "enter", "escape")
        assert "◐ 2/3" in row_of(screen, "Sag 02")


async def test_from_an_interview_opened_here_the_key_goes_back_to_the_one_board(cases_study: str) -> None:
    async with board(cases_study) as (app, pilot, screen):
        await press_each(pilot, "right", "right", "enter", "C")
        assert app.screen is screen
        open_board(app)
        assert sum(isinstance(each, BoardScreen) for each in app.screen_stack) == 1


async def test_about_the_interview_and_about_the_case_open_and_come_back(cases_study: str) -> None:
    async with board(cases_study) as (app, pilot, screen):
        await press_each(pilot, "right", "right", "a")
        assert isinstance(app.screen, AboutInterviewScreen)
        await press_each(pilot, "escape", "A")
        assert isinstance(app.screen, AboutCaseScreen)
        await press_each(pilot, "escape", "home", "enter")
        assert isinstance(app.screen, AboutCaseScreen)
        await press_each(pilot, "escape", "end", "a")
        assert isinstance(app.screen, AboutCaseScreen)
        await press_each(pilot, "escape", "ctrl+end", "home", "a")
        assert isinstance(app.screen, AboutInterviewScreen)
        await press_each(pilot, "escape", "A")
        assert app.screen is screen


async def test_undo_takes_back_the_latest_deed(cases_study: str) -> None:
    async with board(cases_study) as (_, pilot, screen):
        await press_each(pilot, "u")
        assert "· 2/3" in row_of(screen, "Sag 01") or "◐ 2/3" in row_of(screen, "Sag 01")
        await press_each(pilot, "U")
        assert "✓ 2/3 A" in row_of(screen, "Sag 01")


async def test_an_empty_study_says_the_key_that_fills_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    from rcoder.project import create_project

    place = str(tmp_path_factory.mktemp("tom") / "tom.rcoder")
    create_project(place, "Tom", coder="Anne").close()
    async with board(place) as (_, pilot, screen):
        assert "ctrl+o" in painted(screen)[0]
        await press_each(
            pilot, "enter", "a", "A", "v", "down", "right", "g", "escape", "s", "b", "escape", "w"
        )
        assert isinstance(screen.app.screen, BoardScreen)


async def test_hostile_names_are_shown_and_steer_nothing(cases_study: str) -> None:
    bad = "[b]Sag\x1b[31m\u202e[/b]"
    with open_project(cases_study, coder="Anne") as project:
        own = next(each for each in project.cases() if each.name == "Sag 01")
        after = replace(own, name=bad, municipality=bad, outcome_group=bad, attributes={"historik": bad})
        project.do(Deed("Renamed", changed(own, after)))
    async with board(cases_study) as (_, pilot, screen):
        await press_each(pilot, "b", *"hist", "enter", "g", "escape", "right", "left")
        line = next(each for each in painted(screen) if "[b]Sag" in each)
        assert "\x1b" not in line
        assert "\u202e" not in line
        assert "[b]Sag␛[31m⇄[/b]" in about(screen) or bad in about(screen)
        assert "\x1b" not in "".join(screen.query_one("#about", Strips).render_line(y).text for y in range(6))


@pytest.mark.parametrize("size", [(80, 24), (120, 32)])
def test_the_look_of_the_board(
    cases_study: str, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    app = RcoderApp(cases_study, "Anne")
    assert snap_compare(app, terminal_size=size, run_before=steps("C", "right", "right", "down", "down"))
