"""Cases put right on screen, and several interviews together."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from textual.pilot import Pilot
from textual.screen import Screen

from rcoder.domain.actions.coding import code_passage
from rcoder.domain.coding import Coding
from rcoder.domain.ids import new_id
from rcoder.project import Project, open_project
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.about_case import AboutCaseScreen
from rcoder.ui.screens.about_interview import AboutInterviewScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.righting import RightingScreen
from rcoder.ui.screens.several import SeveralScreen
from rcoder.ui.widgets.strips import Status

S = TypeVar("S", bound=Screen[object])
METTE = "Sag 01: Mette"


async def settle(pilot: Pilot[None]) -> None:
    for _ in range(4):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def write(pilot: Pilot[None], words: str, *keys: str) -> None:
    """Writes over what stands in the field."""
    await pilot.press("home", "shift+end", "delete", *words)
    await press(pilot, *keys)


def here(app: RcoderApp, kind: type[S]) -> S:
    assert isinstance(app.screen, kind), app.screen
    return app.screen


def said(screen: Screen[object]) -> str:
    return "\n".join("".join(words for words, _ in row) for row in screen.query_one(Status)._rows)


def row(screen: RightingScreen, line_id: str) -> str:
    line = next(each for each in screen.rows._lines if each.id.startswith(line_id))
    return " ".join("".join([*(words for words, _ in line.pieces), "  ", line.right]).split())


@asynccontextmanager
async def about(
    study: str, title: str = METTE, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[RcoderApp, Pilot[None], AboutInterviewScreen]]:
    """About an interview, opened from the coding screen."""
    app = RcoderApp(study, "Anne")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        coding = here(app, CodingScreen)
        wanted = next(each.id for each in coding.study.interviews.values() if each.title == title)
        coding.open_transcript(wanted)
        await settle(pilot)
        await press(pilot, "A")
        yield app, pilot, here(app, AboutInterviewScreen)


async def on(pilot: Pilot[None], screen: RightingScreen, line_id: str) -> None:
    """Puts the cursor on the first line whose id begins so."""
    screen.rows.go_to(next(each.id for each in screen.rows._lines if each.id.startswith(line_id)))
    await settle(pilot)


async def test_merging_cases_shows_no_hidden_coding(study: str) -> None:
    with open_project(study, coder="Mikkel") as project:
        place, code = project.transcript(METTE), project.code("H1.R1")
        other = next(each.id for each in project.cases() if each.name == "Sag 02")
        hidden = Coding(new_id(), place.id, 13, 30, code.id, project.coder_id, case_id=other)
        project.do(code_passage(hidden, code, place))
    async with about(study) as (app, pilot, _):
        await press(pilot, "A")
        case = here(app, AboutCaseScreen)
        await press(pilot, "m", *"Sag 02", "enter")
        assert case.case_id == other
        assert row(case, "heading:interviews") == "Interviews 2 interviews"
        await press(pilot, "escape", "escape")
        coding = here(app, CodingScreen)
        assert len(coding.pane.coded.codings) == 1
        line = next(each for each in coding.study.interviews.values() if each.title == METTE)
        assert (line.codings, line.case) == (1, "Sag 02")
        await press(pilot, "u")
        assert len(coding.pane.coded.codings) == 1


async def test_a_case_is_put_right(study: str, reopened: Callable[[], Project]) -> None:
    async with about(study) as (app, pilot, _):
        await press(pilot, "A")
        case = here(app, AboutCaseScreen)
        assert row(case, "outcome_group") == "outcome group with hours"
        assert row(case, "interview:") == f"· borger {METTE}"
        await press(pilot, "n")
        await write(pilot, "Sag 10", "enter")
        await press(pilot, "k", *"Nordby", "enter")
        await press(pilot, "g", *"without", "enter")
        with reopened() as project:
            found = next(each for each in project.cases() if each.name == "Sag 10")
        assert (found.municipality, found.outcome_group) == ("Nordby", "without_hours")
        await on(pilot, case, "municipality")
        await press(pilot, "x")
        assert row(case, "municipality") == "municipality unknown"
        await press(pilot, "n")
        await write(pilot, "Sag 02", "enter")
        assert "Merge the two" in said(case)


async def test_removing_a_case_asks_what_becomes_of_its_interviews(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with about(study) as (app, pilot, _):
        await press(pilot, "A", "X", "escape")
        here(app, AboutCaseScreen)
        await press(pilot, "X", "down", "enter")
        assert not isinstance(app.screen, AboutCaseScreen)
        with reopened() as project:
            assert [each.name for each in project.cases()] == ["Sag 02"]
            assert METTE not in {each.title for each in project.transcript_lines()}
        coding = here(app, CodingScreen)
        await press(pilot, "u")
        assert METTE in {each.title for each in coding.study.interviews.values()}


async def test_several_interviews_are_given_a_wave_a_role_and_a_case(
    study: str, reopened: Callable[[], Project]
) -> None:
    app = RcoderApp(study, "Anne")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "S", "w")
        screen = here(app, SeveralScreen)
        assert "No interview is marked yet" in said(screen)
        await press(pilot, "space", "down", "down", "down", "enter")
        assert len(screen.marked) == 2
        await press(pilot, "w", *"2", "enter")
        await press(pilot, "r", *"mentor", "enter")
        await press(pilot, "c", *"Sag 09", "enter")
        assert said(screen) == " Changed case of 2 interviews to Sag 09"
        with reopened() as project:
            found = [
                project.transcript(each.id) for each in project.transcript_lines() if each.case == "Sag 09"
            ]
            assert [(each.wave, project.transcript_lines()[0].roles) for each in found] == [
                ("2", ("mentor",))
            ] * 2
        await press(pilot, "d", *"1.2.2025", "enter", "X")
        assert "Removed the interviews" in said(screen)
        await press(pilot, "u", "u", "u", "u", "u", "a")
        assert len(screen.marked) == 3
        with reopened() as project:
            assert {each.wave for each in map(project.transcript, screen.marked)} == {""}
            assert [each.name for each in project.cases()] == ["Sag 01", "Sag 02"]


async def test_interviews_are_marked_by_the_mouse(study: str) -> None:
    app = RcoderApp(study, "Anne")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "S")
        screen = here(app, SeveralScreen)
        await pilot.click(screen.rows, offset=(10, 1))
        await settle(pilot)
        assert len(screen.marked) == 1


async def test_the_case_under_the_cursor_is_opened_from_the_list(study: str) -> None:
    app = RcoderApp(study, "Anne")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "i", "home", "A")
        assert row(here(app, AboutCaseScreen), "name") == "name Sag 01"
        await press(pilot, "escape", "down", "A")
        here(app, AboutInterviewScreen)
