"""The welcome: its doors, and what is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from rcoder.domain.errors import NotAProject
from rcoder.project.settings import remember_coder, remember_project, remembered_coder
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.question import QuestionScreen
from rcoder.ui.screens.welcome import WelcomeScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Status


async def settle(pilot: Pilot[None]) -> None:
    for _ in range(3):
        await pilot.pause()


async def test_recent_projects_are_listed_and_opened(study: str) -> None:
    remember_coder("Anne")
    remember_project(study)
    remember_project(str(Path(study).parent / "gone.rcoder"))
    app = RcoderApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)
        places = [line.id for line in app.screen.query_one(Lines)._lines if line.id.startswith("place:")]
        assert places == [f"place:{study}"]
        await pilot.press("end", "enter")
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert isinstance(app.screen, CodingScreen)


async def test_the_name_is_asked_once_and_remembered(study: str) -> None:
    app = RcoderApp(study)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, QuestionScreen)
        await pilot.press(*"Åse", "enter")
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert isinstance(app.screen, CodingScreen)
        assert app.screen.study.overview.coder == "Åse"
    assert remembered_coder() == "Åse"


async def test_a_file_that_is_no_project_is_told_and_the_welcome_stays(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("hej", encoding="utf-8")
    app = RcoderApp(coder="Anne")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("o", *str(other).replace("/", "\0").replace("\0", "/"), "enter")
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert isinstance(app.screen, WelcomeScreen)
        said = "".join(text for row in app.screen.query_one(Status)._rows for text, _ in row)
        assert "notes.txt" in said


def test_opening_no_project_from_the_command_line_is_an_error_of_ours(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("hej", encoding="utf-8")
    with pytest.raises(NotAProject):
        RcoderApp(str(other), "Anne")


async def test_a_recent_project_has_its_title_beside_its_file(study: str) -> None:
    remember_project(study, "Lille studie")
    async with RcoderApp(coder="Anne").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        line = pilot.app.screen.query_one(Lines)._lines[-1]
        assert "".join(text for text, _ in line.pieces).startswith("  lille  Lille studie  ")
