"""Retrieving passages on screen: by keys and by mouse, to the transcript and back, grouped, filtered, written to a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from opening import SIZES, press_each, settle, started
from rcoder.domain.transcript import Span
from rcoder.project import Project, open_project
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.leaving import LeavingScreen
from rcoder.ui.screens.retrieve import RetrieveScreen
from rcoder.ui.widgets.strips import Status, Strips

WORDS = (
    ("Sag 01: Mette", "For så vidste jeg, hvem", "H1.M1"),
    ("Sag 01: Mette", "hvem jeg skulle ringe til", "H1.R1"),
    ("Sag 02: Ole", "Hun ringede hver uge", "H1.R1"),
    ("Leder", "Jeg er leder", "H1.C1"),
)


def coded(place: str) -> str:
    """The small study with codings of Anne's."""
    with open_project(place, coder="Anne") as project:
        for title, words, key in WORDS:
            transcript = project.transcript(title)
            start = project.text(transcript).index(words)
            code_passage(project, transcript.id, Span(start, start + len(words)), key, CodingFlags())
    return place


@pytest.fixture
def app(study: str) -> RcoderApp:
    return RcoderApp(coded(study), "Anne")


async def retrieve(pilot: Pilot[None], query: str) -> RetrieveScreen:
    """Opens the screen with a query typed."""
    await press_each(pilot, "Q")
    screen = pilot.app.screen
    assert isinstance(screen, RetrieveScreen)
    screen.line.value = query
    await press_each(pilot, "enter")
    return screen


def listed(screen: RetrieveScreen) -> list[str]:
    return ["".join(words for words, _ in line.pieces) for line in screen.found._seen]


def quotes(screen: RetrieveScreen) -> list[str]:
    return [line.split("“")[1].rstrip("”)") for line in listed(screen) if "“" in line]


def counted(screen: RetrieveScreen) -> str:
    rows = screen.query_one("#counted", Strips)._rows
    return " ".join(words for row in rows for words, _ in row)


async def test_a_query_lists_its_passages_with_counts(app: RcoderApp) -> None:
    async with started(app) as pilot:
        screen = await retrieve(pilot, "H1*")
        assert [each[:12] for each in quotes(screen)] == [
            "For så vidst",
            "For så vidst",
            "hvem jeg sku",
            "Hun ringede ",
            "Jeg er leder",
        ]
        assert "in 0 of 0 interviews and 0 of 0 cases coded to the end" in counted(screen)
        assert screen.shown is not None
        assert [each.marks for each in screen.shown[1] if each.marks]


async def test_enter_goes_to_the_transcript_and_esc_comes_back_to_where_it_was(app: RcoderApp) -> None:
    async with started(app) as pilot:
        screen = await retrieve(pilot, "H1.R1")
        await press_each(pilot, "end")
        here = screen.found.current
        await press_each(pilot, "enter")
        coding = app.screen
        assert isinstance(coding, CodingScreen)
        assert coding.study.reading is not None
        assert coding.pane.passage.of(coding.study.reading.text) == "Hun ringede hver uge"
        await press_each(pilot, "escape", "escape")
        assert app.screen is screen
        assert screen.found.current == here


async def test_what_is_coded_meanwhile_is_there_when_one_comes_back(app: RcoderApp) -> None:
    async with started(app) as pilot:
        screen = await retrieve(pilot, "H1.R1")
        await press_each(pilot, "end", "enter", "x", "escape", "escape")
        assert app.screen is screen
        assert quotes(screen) == ["hvem jeg skulle ringe til"]


async def test_in_the_list_of_codes_it_is_the_code_under_the_cursor(app: RcoderApp) -> None:
    async with started(app) as pilot:
        await press_each(pilot, "b", "home", "Q")
        assert isinstance(app.screen, RetrieveScreen)
        assert app.screen.line.value == "H1*"
        assert len(quotes(app.screen)) == 5


async def test_passages_are_put_together_by_what_is_chosen(app: RcoderApp) -> None:
    async with started(app) as pilot:
        screen = await retrieve(pilot, "H1*")
        await press_each(pilot, "g", *"code", "enter")
        assert [line.split("  ")[0] for line in listed(screen) if "“" not in line] == [
            "H1.C1 Mange sagsbehandlere",
            "H1.R1 Aftalt kontaktperson",
            "H1.M1 Tryghed",
        ]
        await press_each(pilot, "o")
        assert quotes(screen) == []
        await press_each(pilot, "o")
        assert len(quotes(screen)) == 5


async def test_a_filter_is_put_on_and_taken_off(app: RcoderApp) -> None:
    async with started(app) as pilot:
        screen = await retrieve(pilot, "H1*")
        await press_each(pilot, "f", *"projektleder", "enter")
        assert (screen.text, quotes(screen)) == ("H1* role:projektleder", ["Jeg er leder"])
        await press_each(pilot, "f", "enter")
        assert (screen.text, len(quotes(screen))) == ("H1*", 5)


async def test_codes_terms_and_values_are_offered_and_taken(app: RcoderApp) -> None:
    async with started(app) as pilot:
        await press_each(pilot, "Q")
        screen = app.screen
        assert isinstance(screen, RetrieveScreen)
        await press_each(pilot, *"tryg", "tab")
        assert screen.line.value == "H1.M1 "
        await press_each(pilot, *"ro", "tab", *"bor", "tab", "enter")
        assert screen.text == "H1.M1 role:borger"
        assert len(quotes(screen)) == 2


async def test_a_mistake_is_said_with_its_place_and_the_query_stays(app: RcoderApp) -> None:
    async with started(app) as pilot:
        screen = await retrieve(pilot, "H1 and")
        said = " ".join(words for row in screen.query_one(Status)._rows for words, _ in row)
        assert "Character 7 of the query" in said
        assert screen.line.value == "H1 and"
        assert screen.line.has_focus


async def test_passages_are_written_to_the_file_that_is_named(app: RcoderApp, tmp_path: Path) -> None:
    async with started(app) as pilot:
        await retrieve(pilot, "H1*")
        await press_each(pilot, "e", *"markdown", "enter")
        app.screen.query_one("#file").value = str(tmp_path / "ud.md")  # type: ignore[attr-defined] # it is an Input
        await press_each(pilot, "ctrl+s")
        assert not (tmp_path / "ud.md").exists()
        assert isinstance(app.screen, LeavingScreen)
        await press_each(pilot, "y")
        assert "Hun ringede hver uge" in (tmp_path / "ud.md").read_text(encoding="utf-8")


async def test_a_file_that_is_there_is_replaced_only_when_asked_twice(app: RcoderApp, tmp_path: Path) -> None:
    file = tmp_path / "ud.md"
    file.write_text("gammelt", encoding="utf-8")
    async with started(app) as pilot:
        await retrieve(pilot, "H1*")
        await press_each(pilot, "e", *"markdown", "enter")
        app.screen.query_one("#file").value = str(file)  # type: ignore[attr-defined] # it is an Input
        await press_each(pilot, "ctrl+s")
        assert file.read_text(encoding="utf-8") == "gammelt"
        await press_each(pilot, "ctrl+s", "y")
        assert "Hun ringede hver uge" in file.read_text(encoding="utf-8")


async def test_it_all_goes_by_mouse(app: RcoderApp) -> None:
    async with started(app) as pilot:
        screen = await retrieve(pilot, "H1.R1")
        place = next(index for index, line in enumerate(listed(screen)) if "Hun ringede" in line)
        await pilot.click("#found", offset=(10, place))
        await settle(pilot)
        assert screen.shown is not None
        assert screen.shown[0][0].passage.text == "Hun ringede hver uge"
        await pilot.click("#found", offset=(10, place))
        await settle(pilot)
        assert isinstance(app.screen, CodingScreen)


async def test_an_empty_screen_says_the_key_that_fills_it(app: RcoderApp) -> None:
    async with started(app, size=(80, 24)) as pilot:
        await press_each(pilot, "Q")
        screen = app.screen
        assert isinstance(screen, RetrieveScreen)
        assert "/" in screen.found.empty
        await press_each(pilot, "escape")
        assert isinstance(app.screen, CodingScreen)


async def test_marks_in_what_people_said_stay_words(app: RcoderApp, study: str) -> None:
    with open_project(study, coder="Anne") as project:
        mark(project)
    async with started(app) as pilot:
        screen = await retrieve(pilot, "H2.O1")
        assert quotes(screen) == ["synes jeg. [griner]"]
        assert "[griner]" in "".join(words for line in screen.heard._seen for words, _ in line.pieces)


def mark(project: Project) -> None:
    transcript = project.transcript("Sag 01: Mette")
    start = project.text(transcript).index("synes jeg. [griner]")
    code_passage(project, transcript.id, Span(start, start + 19), "H2.O1", CodingFlags())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("written", [False, True], ids=["passages", "query"])
def test_the_screen(
    study: str, snap_compare: Callable[..., bool], size: tuple[int, int], written: bool
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await settle(pilot)
        screen = await retrieve(pilot, "H1* overlapping H1* or H1.R1")
        await press_each(pilot, "g", *"code", "enter")
        if written:
            await press_each(pilot, "slash", "space", *"ro")
            screen.line.cursor_blink = False
            await settle(pilot)

    assert snap_compare(RcoderApp(coded(study), "Anne"), terminal_size=size, run_before=before)
