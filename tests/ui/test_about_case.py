"""Cases put right on screen, and several interviews together."""

from __future__ import annotations

from collections.abc import Callable

from opening import front, press_each, running, said, settle
from rcoder.domain.actions.coding import code_passage
from rcoder.domain.coding import Coding
from rcoder.domain.ids import new_id
from rcoder.project import Project, open_project
from rcoder.ui.screens.about_case import AboutCaseScreen
from rcoder.ui.screens.about_interview import AboutInterviewScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.several import SeveralScreen
from righting import METTE, about, go_to, row, write_over


async def test_merging_cases_shows_no_hidden_coding(study: str) -> None:
    with open_project(study, coder="Mikkel") as project:
        place, code = project.transcript(METTE), project.code("H1.R1")
        other = next(each.id for each in project.cases() if each.name == "Sag 02")
        hidden = Coding(new_id(), place.id, 13, 30, code.id, project.coder_id, case_id=other)
        project.do(code_passage(hidden, code, place))
    async with about(study) as (app, pilot, _):
        await press_each(pilot, "A")
        case = front(app, AboutCaseScreen)
        await press_each(pilot, "m", *"Sag 02", "enter")
        assert case.case_id == other
        assert row(case, "heading:interviews") == "Interviews 2 interviews"
        await press_each(pilot, "escape", "escape")
        coding = front(app, CodingScreen)
        assert len(coding.pane.coded.codings) == 1
        line = next(each for each in coding.study.interviews.values() if each.title == METTE)
        assert (line.codings, line.case) == (1, "Sag 02")
        await press_each(pilot, "u")
        assert len(coding.pane.coded.codings) == 1


async def test_a_case_is_put_right(study: str, reopened: Callable[[], Project]) -> None:
    async with about(study) as (app, pilot, _):
        await press_each(pilot, "A")
        case = front(app, AboutCaseScreen)
        assert row(case, "outcome_group") == "outcome group with hours"
        assert row(case, "interview:") == f"· borger {METTE}"
        await press_each(pilot, "n")
        await write_over(pilot, "Sag 10", "enter")
        await press_each(pilot, "k", *"Nordby", "enter")
        await press_each(pilot, "g", *"without", "enter")
        with reopened() as project:
            found = next(each for each in project.cases() if each.name == "Sag 10")
        assert (found.municipality, found.outcome_group) == ("Nordby", "without_hours")
        await go_to(pilot, case, "municipality")
        await press_each(pilot, "x")
        assert row(case, "municipality") == "municipality unknown"
        await press_each(pilot, "n")
        await write_over(pilot, "Sag 02", "enter")
        assert "Merge the two" in said(case)


async def test_removing_a_case_asks_what_becomes_of_its_interviews(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with about(study) as (app, pilot, _):
        await press_each(pilot, "A", "X", "escape")
        front(app, AboutCaseScreen)
        await press_each(pilot, "X", "down", "enter")
        assert not isinstance(app.screen, AboutCaseScreen)
        with reopened() as project:
            assert [each.name for each in project.cases()] == ["Sag 02"]
            assert METTE not in {each.title for each in project.transcript_lines()}
        coding = front(app, CodingScreen)
        await press_each(pilot, "u")
        assert METTE in {each.title for each in coding.study.interviews.values()}


async def test_several_interviews_are_given_a_wave_a_role_and_a_case(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with running(study) as (app, pilot):
        await press_each(pilot, "S", "w")
        screen = front(app, SeveralScreen)
        assert "No interview is marked yet" in said(screen)
        await press_each(pilot, "space", "down", "down", "down", "enter")
        assert len(screen.marked) == 2
        await press_each(pilot, "w", *"2", "enter")
        await press_each(pilot, "r", *"mentor", "enter")
        await press_each(pilot, "c", *"Sag 09", "enter")
        assert said(screen) == "Changed case of 2 interviews to Sag 09"
        with reopened() as project:
            found = [
                project.transcript(each.id) for each in project.transcript_lines() if each.case == "Sag 09"
            ]
            assert [(each.wave, project.transcript_lines()[0].roles) for each in found] == [
                ("2", ("mentor",))
            ] * 2
        await press_each(pilot, "d", *"1.2.2025", "enter", "X")
        assert "Removed the interviews" in said(screen)
        await press_each(pilot, "u", "u", "u", "u", "u", "a")
        assert len(screen.marked) == 3
        with reopened() as project:
            assert {each.wave for each in map(project.transcript, screen.marked)} == {""}
            assert [each.name for each in project.cases()] == ["Sag 01", "Sag 02"]


async def test_interviews_are_marked_by_the_mouse(study: str) -> None:
    async with running(study, size=(80, 24)) as (app, pilot):
        await press_each(pilot, "S")
        screen = front(app, SeveralScreen)
        await pilot.click(screen.rows, offset=(10, 1))
        await settle(pilot)
        assert len(screen.marked) == 1


async def test_the_case_under_the_cursor_is_opened_from_the_list(study: str) -> None:
    async with running(study) as (app, pilot):
        await press_each(pilot, "i", "home", "A")
        assert row(front(app, AboutCaseScreen), "name") == "name Sag 01"
        await press_each(pilot, "escape", "down", "A")
        front(app, AboutInterviewScreen)
