"""The page of a case and its turning points on screen, key by key."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from opening import (
    SIZES,
    front,
    line_words,
    listed,
    passage,
    press,
    press_each,
    running,
    said,
    settle,
    steps,
    type_words,
)
from profile_study import MINE, THERE, written
from rcoder.domain.transcript import Span
from rcoder.domain.words import Claim
from rcoder.project import Project, open_project
from rcoder.project.arranging import case_named
from rcoder.project.profiles import profile
from rcoder.project.resting import passages_of
from rcoder.ui.app import RcoderApp
from rcoder.ui.profiling.page import page
from rcoder.ui.screens.about_case import AboutCaseScreen
from rcoder.ui.screens.board import BoardScreen
from rcoder.ui.screens.case_profile import CaseProfileScreen, open_profile
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.condition_case import ConditionCaseScreen
from rcoder.ui.screens.passages import PassagesScreen
from rcoder.ui.screens.summing_up import SummaryScreen
from rcoder.ui.screens.turning import TurningPointScreen
from rcoder.ui.screens.values import ValuesScreen
from rcoder.ui.widgets.lines import Lines


@pytest.fixture
def study(new_project: Callable[..., Project], tmp_path: Path) -> str:
    """What Anne and Jonas wrote of Sag 01."""
    return written(new_project, tmp_path)


@asynccontextmanager
async def of_case(
    study: str, *keys: str, size: tuple[int, int] = (120, 40), case: str = "Sag 01"
) -> AsyncIterator[tuple[RcoderApp, Pilot[None]]]:
    with open_project(study, coder="Anne") as project:
        own = case_named(project, case).id
    async with running(study, size=size) as (app, pilot):
        open_profile(app, own)
        await settle(pilot)
        await press_each(pilot, *keys)
        yield app, pilot


def lines(app: RcoderApp) -> Lines:
    return front(app, CaseProfileScreen).query_one(Lines)


def go_to(app: RcoderApp, begins: str, holding: str = "") -> None:
    found = lines(app)
    line = next(
        each
        for each in found._lines
        if each.id.startswith(begins) and not each.inert and holding in line_words(each)
    )
    found.go_to(line.id)


def turning(study: str) -> list[tuple[str, str, str]]:
    with open_project(study, coder="Anne") as project:
        return [
            (each.point.wording, each.point.when, each.point.sign)
            for each in profile(project, "Sag 01").turning
            if each.own
        ]


async def test_the_page_opens_from_the_overviews_the_board_and_the_window_about_the_case(study: str) -> None:
    async with running(study, "O", "a") as (app, pilot):
        front(app, CaseProfileScreen)
        await press_each(pilot, "escape", "C", "p")
        front(app, CaseProfileScreen)
        await press(pilot, "escape")
        front(app, BoardScreen)
        await press_each(pilot, "A", "p")
        front(app, CaseProfileScreen)
        await press(pilot, "escape")
        front(app, AboutCaseScreen)


async def test_the_page_says_how_much_is_known_and_of_how_much(study: str) -> None:
    async with of_case(study) as (app, _):
        text = "\n".join(listed(lines(app)))
        assert "What is known  1 of 2 known" in text
        assert "Interviews  2 interviews, 2 of 2 coded to the end" in text
        assert "Turning points  3: 1 for the better, 1 for the worse, 1 neither better nor worse" in text
        assert "Hypotheses  1 of 1 hypothesis summed up" in text
        assert "Support conditions  0 of 1 judged" in text
        assert MINE in text


async def test_every_line_opens_what_it_is_about(study: str) -> None:
    opens = {
        "known:": ValuesScreen,
        "interview:": CodingScreen,
        "point:": PassagesScreen,
        "summary:": PassagesScreen,
    }
    for begins, screen in opens.items():
        async with of_case(study) as (app, pilot):
            go_to(app, begins)
            await press(pilot, "enter")
            front(app, screen)
            await press(pilot, "escape")
            front(app, CaseProfileScreen)


async def test_a_role_that_is_missing_is_said(study: str) -> None:
    async with of_case(study, case="Sag 02") as (app, pilot):
        go_to(app, "missing:", "mentor")
        await press(pilot, "enter")
        assert "No interview of this case with that role" in said(app)


async def test_a_turning_point_is_set_changed_moved_and_removed(study: str) -> None:
    async with of_case(study, "plus") as (app, pilot):
        front(app, TurningPointScreen)
        await type_words(pilot, "Praktikken")
        await press(pilot, "enter")
        await type_words(pilot, "uge 9")
        await press_each(pilot, "ctrl+t", "ctrl+s")
        go_to(app, "point:", "Praktikken")
        await press_each(pilot, "shift+up", "shift+up")
        assert [wording for wording, _, _ in turning(study)] == [
            "Praktikken",
            "Karen kommer til",
            "Karen rejser",
        ]
        await press(pilot, "w")
        await type_words(pilot, " nu")
        await press(pilot, "ctrl+s")
        assert turning(study)[0][1:] == ("uge 9", "+")
        await press_each(pilot, "x")
        assert [wording for wording, _, _ in turning(study)] == ["Karen kommer til", "Karen rejser"]
        await press(pilot, "u")
        assert len(turning(study)) == 3


async def test_the_passage_in_hand_becomes_what_a_turning_point_rests_on(study: str) -> None:
    async with running(study) as (app, pilot):
        with open_project(study, coder="Anne") as project:
            place = project.transcript("b1.txt")
            start = project.text(place).index(THERE)
        app.open_passage(place.id, Span(start, start + len(THERE)))
        await settle(pilot)
        assert passage(front(app, CodingScreen)) == THERE
        await press(pilot, "Y")
        assert len(front(app, TurningPointScreen).ticked) == 1
        await type_words(pilot, "Hver uge")
        await press(pilot, "ctrl+s")
        front(app, CodingScreen)
    with open_project(study, coder="Anne") as project:
        point = next(
            each.point for each in profile(project, "Sag 01").turning if each.point.wording == "Hver uge"
        )
        assert [each.text for each in passages_of(project.sight, Claim.TURNING_POINT, point.id)] == [THERE]


async def test_a_refused_turning_point_keeps_its_words(study: str) -> None:
    async with of_case(study, "plus") as (app, pilot):
        await press(pilot, "tab")
        await type_words(pilot, "uge 9")
        await press(pilot, "ctrl+s")
        screen = front(app, TurningPointScreen)
        assert "A turning point needs words" in str(screen.query_one("#how").render())
        assert screen.written()["when"] == "uge 9"


async def test_another_coders_turning_point_is_not_changed(study: str) -> None:
    async with of_case(study) as (app, pilot):
        go_to(app, "point:", "Jonas")
        for key in ("w", "x", "shift+down"):
            await press(pilot, key)
            front(app, CaseProfileScreen)
            assert "Jonas's" in said(app)


async def test_summaries_are_written_and_other_doors_open_from_the_page(study: str) -> None:
    async with of_case(study) as (app, pilot):
        go_to(app, "summary:")
        await press(pilot, "w")
        front(app, SummaryScreen)
        await press_each(pilot, "escape", "s")
        front(app, ConditionCaseScreen)
        await press_each(pilot, "escape", "o")
        front(app, ChooserScreen)
        await type_words(pilot, "02")
        await press(pilot, "enter")
        assert "no interview with  mentor" in "\n".join(listed(lines(app)))


async def test_the_page_follows_what_others_do(study: str) -> None:
    async with of_case(study, case="Sag 02") as (app, pilot):
        await press(pilot, "plus")
        await type_words(pilot, "Lone kommer")
        await press(pilot, "ctrl+s")
        assert "Lone kommer" in "\n".join(listed(lines(app)))


def test_no_line_is_wider_than_the_page(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        found = profile(project, "Sag 01")
    for width in (80, 120):
        assert all(len(line_words(each)) <= width for each in page(found, width))


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("keys", [(), ("plus",)], ids=["page", "turning"])
def test_it_looks_so(
    keys: tuple[str, ...], size: tuple[int, int], study: str, snap_compare: Callable[..., bool]
) -> None:
    app = RcoderApp(study, "Anne")
    assert snap_compare(app, terminal_size=size, run_before=steps("O", "a", "o", "0", "1", "enter", *keys))
