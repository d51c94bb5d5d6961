"""The framework matrix, its reading pages and the window of a summary on screen, key by key."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from opening import (
    SIZES,
    front,
    line_words,
    listed,
    press,
    press_each,
    running,
    said,
    settle,
    steps,
    type_words,
    words,
)
from profile_study import MINE, THEIRS, THERE, build, written
from rcoder.domain.configuration import Evidence
from rcoder.domain.profile import Summary
from rcoder.project import Project, open_project
from rcoder.project.summing_up import summing_up
from rcoder.ui.app import RcoderApp
from rcoder.ui.profiling.matrix import View, columns, rows
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.framework import FrameworkScreen, open_framework
from rcoder.ui.screens.framework_reading import FrameReadingScreen
from rcoder.ui.screens.passages import PassagesScreen
from rcoder.ui.screens.summing_up import SummaryScreen
from rcoder.ui.widgets.grid import Grid
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Strips, TopLine


@pytest.fixture
def study(new_project: Callable[..., Project], tmp_path: Path) -> str:
    """Sag 01 coded, Sag 02 not, Sag 03 without interview; nothing written."""
    with build(new_project, tmp_path)[0] as project:
        return project.location


@pytest.fixture
def summed_up(new_project: Callable[..., Project], tmp_path: Path) -> str:
    """The same with what Anne and Jonas wrote of Sag 01."""
    return written(new_project, tmp_path)


@asynccontextmanager
async def framework(
    study: str, *keys: str, size: tuple[int, int] = (120, 40), coder: str = "Anne"
) -> AsyncIterator[tuple[RcoderApp, Pilot[None]]]:
    async with running(study, size=size, coder=coder) as (app, pilot):
        open_framework(app)
        await settle(pilot)
        await press_each(pilot, *keys)
        yield app, pilot


def grid(app: RcoderApp) -> list[str]:
    found = app.screen.query_one(Grid)
    return [found.render_line(y).text.rstrip() for y in range(found.size.height)]


def row(app: RcoderApp, name: str) -> str:
    return next(line for line in grid(app) if name in line)


def about(app: RcoderApp) -> str:
    return words(app.screen.query_one("#about", Strips))


def stored(study: str) -> tuple[list[Summary], list[Evidence]]:
    with open_project(study, coder="Anne") as project:
        return (
            project.sight.records(Summary, "SELECT * FROM summaries ORDER BY id"),
            project.sight.records(Evidence, "SELECT * FROM evidence WHERE claim = 'summary' ORDER BY start"),
        )


async def test_the_door_opens_it_with_what_there_is_to_write_from_in_parentheses(study: str) -> None:
    async with running(study, "O", "f") as (app, _):
        front(app, FrameworkScreen)
        assert "(4 in 2/2)" in row(app, "Sag 01")
        assert "(not yet coded)" in row(app, "Sag 02")
        assert "(no interview)" in row(app, "Sag 03")
        assert "0 of 3 cells written" in words(app.screen.query_one(TopLine)) + str(
            app.screen.query_one(TopLine)._right
        )


async def test_a_summary_is_written_beside_its_passages_and_kept_at_once(study: str) -> None:
    async with framework(study, "right", "w") as (app, pilot):
        screen = front(app, SummaryScreen)
        await type_words(pilot, "Karen var der")
        await press(pilot, "tab")
        there = next(line for line in screen.lines._lines if THERE in line_words(line))
        screen.lines.go_to(there.id)
        await press_each(pilot, "space", "ctrl+s")
        front(app, FrameworkScreen)
        assert "Karen var der" in row(app, "Sag 01")
        assert "(you; rests on 1 passage)" in about(app)
        await press(pilot, "u")
        assert "(4 in 2/2)" in row(app, "Sag 01")
        await press(pilot, "U")
    (summary,), (evidence,) = stored(study)
    assert (summary.text, evidence.claim_id) == ("Karen var der", summary.id)


async def test_words_are_not_thrown_away_unasked(study: str) -> None:
    async with framework(study, "right", "w") as (app, pilot):
        await type_words(pilot, "Karen")
        await press(pilot, "escape")
        screen = front(app, SummaryScreen)
        assert "Keep what you wrote?" in str(screen.query_one("#how").render())
        await type_words(pilot, "s")
        assert screen.query_one(TextArea).text == "Karens"
        await press_each(pilot, "escape", "enter")
        front(app, FrameworkScreen)
    assert [each.text for each in stored(study)[0]] == ["Karens"]


async def test_ticking_alone_is_asked_for_too_and_nothing_written_is_no_deed(study: str) -> None:
    async with framework(study, "right", "w", "ctrl+s") as (app, pilot):
        front(app, FrameworkScreen)
        await press_each(pilot, "w", "tab", "down", "space", "escape")
        front(app, SummaryScreen)
        await press(pilot, "escape")
        front(app, FrameworkScreen)
        await press_each(pilot, "w", "tab", "down", "space", "ctrl+s")
        screen = front(app, SummaryScreen)
        assert "A summary needs words" in str(screen.query_one("#how").render())
        assert len(screen.ticked) == 1
    assert stored(study) == ([], [])


async def test_an_interviewers_words_are_read_and_not_rested_on(study: str) -> None:
    async with framework(study, "right", "w", "tab", "home", "space") as (app, pilot):
        screen = front(app, SummaryScreen)
        assert screen.ticked == []
        assert "interviewer" in words(screen.query_one("#fact", Strips))
        await press(pilot, "enter")
        front(app, CodingScreen)
        await press(pilot, "g")
        front(app, SummaryScreen)


async def test_another_passage_of_the_case_is_found(study: str) -> None:
    async with framework(study, "c") as (app, pilot):
        front(app, ChooserScreen)
        await type_words(pilot, "under h1")
        await press_each(pilot, "enter", "right", "right", "w", "tab", "e")
        chooser = front(app, ChooserScreen)
        assert any("Karen" in line for line in listed(chooser.lines))
        await press(pilot, "enter")
        screen = front(app, SummaryScreen)
        assert len(screen.ticked) == 1


async def test_two_coders_stand_in_one_cell_and_the_passages_open(summed_up: str) -> None:
    async with framework(summed_up, "right") as (app, pilot):
        assert "+1" in row(app, "Sag 01")
        assert f"{THEIRS}\n (Jonas; rests on no passage)" in about(app)
        await press(pilot, "enter")
        lines = listed(front(app, PassagesScreen).found)
        assert lines[0].startswith("Your summary rests on 2 passages")
        await press_each(pilot, "escape", "x")
        assert "Jonas: Borgeren" in row(app, "Sag 01")
        await press(pilot, "x")
        assert "You have written nothing of H1 in Sag 01" in said(app)


async def test_one_case_and_one_hypothesis_are_read_as_pages(summed_up: str) -> None:
    async with framework(summed_up, "right", "o") as (app, pilot):
        screen = front(app, FrameReadingScreen)
        text = "\n".join(listed(screen.query_one(Lines)))
        assert MINE in text
        await press(pilot, "h")
        text = "\n".join(listed(screen.query_one(Lines)))
        assert "with hours  1 of 1 cases summed up" in text
        assert "[not written; no interview]" in text
        await press_each(pilot, "w", "escape", "enter")
        front(app, PassagesScreen)
        await press_each(pilot, "escape", "o")
        assert screen.case_id
        await press(pilot, "escape")
        front(app, FrameworkScreen)


async def test_a_group_narrows_the_cases_and_their_numbers(summed_up: str) -> None:
    async with framework(summed_up, "g") as (app, pilot):
        await type_words(pilot, "without")
        await press(pilot, "enter")
        assert not any("Sag 01" in line for line in grid(app))
        assert "0 of 1" in grid(app)[1]


async def test_a_summary_whose_passage_is_gone_says_so_in_the_cell(summed_up: str) -> None:
    from rcoder.domain.actions.coding import uncode

    with open_project(summed_up, coder="Anne") as project:
        lines = [each.coding for each in project.coding_lines() if each.passage.text == THERE]
        project.do(uncode(lines, project.codes(), project.transcript("b1.txt"), []))
    async with framework(summed_up, "right") as (app, _):
        assert "! Karen" in row(app, "Sag 01")
        assert "1 of 2 not coded any more" in about(app)


async def test_the_matrix_is_written_to_a_file(summed_up: str, tmp_path: Path) -> None:
    async with framework(summed_up, "e") as (app, pilot):
        await type_words(pilot, "csv")
        await press(pilot, "enter")
        app.screen.query_one("#file").value = str(tmp_path / "ramme.csv")  # type: ignore[attr-defined] # an Input
        await press(pilot, "ctrl+s")
        await press(pilot, "y")
        assert "Wrote" in said(app)
    assert MINE in (tmp_path / "ramme.csv").read_text(encoding="utf-8-sig")


async def test_an_empty_study_says_what_fills_it(new_project: Callable[..., Project]) -> None:
    with new_project(coder="Anne") as project:
        location = project.location
    async with framework(location) as (app, _):
        assert "No cases yet. In a transcript, ctrl+o" in " ".join(" ".join(grid(app)).split())


async def test_hostile_words_are_shown_as_they_are(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        project.do(summing_up(project, "Sag 01", "H1", "[red]\x1b[2J rød[/]"))
    async with framework(study, "right", "w") as (app, _):
        front(app, SummaryScreen)
        assert app.screen.query_one(TextArea).text.startswith("[red]")


def test_the_view_counts_only_what_it_shows(study: str) -> None:
    from rcoder.project.framework import framework as asked

    with open_project(study, coder="Anne") as project:
        view = View(asked(project, whole=True), 80)
    assert [each.total for each in columns(view)] == ["0 of 3"]
    assert [each.inert for each in rows(view)] == [True, False, True, False, True, False]


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize(
    "keys", [("right",), ("right", "w", "tab", "down"), ("right", "o")], ids=["matrix", "writing", "reading"]
)
def test_it_looks_so(
    keys: tuple[str, ...], size: tuple[int, int], summed_up: str, snap_compare: Callable[..., bool]
) -> None:
    app = RcoderApp(summed_up, "Anne")
    assert snap_compare(app, terminal_size=size, run_before=steps("O", "f", *keys))
