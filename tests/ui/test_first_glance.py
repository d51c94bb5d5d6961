"""An interview is open before its sentences are found; when they are, they are taken over under the cursor."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from opening import coding_screen, front, press, running, settle
from rcoder.project import open_project
from rcoder.project.importing import Bringing, import_files
from rcoder.project.sentences import find_sentences, without_sentences
from rcoder.ui.background import Background
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.widgets.strips import Status

TALK = (
    "INTERVIEWER: Hvordan gik det?\n\nMETTE: Vi mødtes d. 3. maj, osv. Så gik vi hjem. Det var fint nok.\n\n"
    "INTERVIEWER: Nå.\n\nMETTE: Ja, den 24. december kom hun igen.\n"
)


@pytest.fixture
def fresh(study: str, tmp_path: Path) -> str:
    """The study with one more interview, of which no sentence is known."""
    file = tmp_path / "ny.txt"
    file.write_text(TALK, encoding="utf-8")
    with open_project(study, coder="Anne") as project:
        list(import_files(project, [Bringing(file)]))
    return study


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The interviews whose sentences were asked for; no process is started."""
    found: list[str] = []
    monkeypatch.setattr(Background, "find", lambda _, wanted="": found.append(wanted))
    return found


def fill(place: str) -> None:
    with open_project(place, coder="Jonas") as project:
        list(find_sentences(project))


async def open_new(pilot: Pilot[None], screen: CodingScreen) -> str:
    new = next(line.id for line in screen.study.interviews.values() if line.title == "ny")
    screen.open_transcript(new)
    await settle(pilot)
    screen.look_for_sentences()
    await settle(pilot)
    return new


def sentences(screen: CodingScreen) -> list[str]:
    return [span.of(TALK) for span in screen.pane.ground.sentences]


async def test_an_interview_without_sentences_opens_at_once_and_has_them_found_first(
    fresh: str, asked: list[str]
) -> None:
    async with coding_screen(fresh) as (pilot, screen):
        new = await open_new(pilot, screen)
        assert sentences(screen)[1:4] == ["Vi mødtes d.", "3. maj, osv.", "Så gik vi hjem."]
        assert asked.count(new) == 1
        screen.look_for_sentences()
        await settle(pilot)
        assert asked.count(new) == 1


async def test_an_interview_with_sentences_asks_for_none(study: str, asked: list[str]) -> None:
    async with coding_screen(study) as (pilot, screen):
        screen.look_for_sentences()
        await settle(pilot)
        assert asked == []


async def test_sentences_come_under_the_cursor_and_move_nothing(fresh: str) -> None:
    async with coding_screen(fresh) as (pilot, screen):
        await open_new(pilot, screen)
        await press(pilot, "down", "down", "shift+right", "shift+right", "c", *"trygh", "enter")
        cursor, scroll, codings = screen.pane.cursor, screen.pane.scroll_offset, screen.pane.coded
        assert len(codings.codings) == 1
        rows = screen.pane._rows
        fill(fresh)
        screen.look_for_sentences()
        await settle(pilot)
        assert sentences(screen)[1:3] == ["Vi mødtes d. 3. maj, osv.", "Så gik vi hjem."]
        assert (screen.pane.cursor, screen.pane.scroll_offset) == (cursor, scroll)
        assert screen.pane.coded == codings
        assert screen.pane._rows is rows
        assert screen.study.reading is not None
        assert not screen.study.reading.provisional


async def test_moves_go_by_the_sentences_that_came(fresh: str) -> None:
    async with coding_screen(fresh) as (pilot, screen):
        await open_new(pilot, screen)
        fill(fresh)
        screen.look_for_sentences()
        await settle(pilot)
        await press(pilot, "down")
        assert screen.pane.passage.of(TALK) == "Vi mødtes d. 3. maj, osv."
        await press(pilot, "down")
        assert screen.pane.passage.of(TALK) == "Så gik vi hjem."


async def test_what_others_wrote_meanwhile_and_the_sentences_come_together(fresh: str) -> None:
    async with running(fresh) as (app, pilot):
        screen = front(app, CodingScreen)
        await open_new(pilot, screen)
        await press(pilot, "down", "shift+down")
        cursor = screen.pane.cursor
        fill(fresh)
        with open_project(fresh, coder="Jonas") as project:
            project.undo()
        app.look()
        await settle(pilot)
        assert screen.pane.cursor == cursor
        assert sentences(screen)[1:3] == ["Vi mødtes d. 3. maj, osv.", "Så gik vi hjem."]


async def test_the_program_has_what_is_missing_found_when_it_opens_a_study(
    fresh: str, asked: list[str]
) -> None:
    async with running(fresh) as (app, pilot):
        app.background.look()
        await settle(pilot)
        assert "" in asked
        fill(fresh)
        with open_project(fresh) as project:
            assert without_sentences(project) == 0
        before = list(asked)
        app.background.look()
        await settle(pilot)
        assert asked == before


async def test_how_far_it_is_stands_beside_what_was_said_last(study: str) -> None:
    async with running(study) as (app, pilot):
        screen = front(app, CodingScreen)
        status = screen.query_one(Status)
        app.said.publish("Coded it.")
        assert app.background.tell("Importing: 12 of 200")
        assert not app.background.tell("The disk is full.")
        await settle(pilot)
        line = status.render_line(0).text
        assert line.startswith(" Coded it.")
        assert line.rstrip().endswith("Importing: 12 of 200")
        app.background.progress.publish("")
        await settle(pilot)
        assert status.render_line(0).text.strip() == "Coded it."
