"""Memos on passages, quotations and reading marks on the coding screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.widgets import Input, Static, TextArea

from opening import press, running, settle, words
from rcoder.domain.actions.studying import release
from rcoder.domain.words import MemoKind, Subject
from rcoder.project import Project, open_project
from rcoder.project.excerpts import Form, Place, excerpts_in, marking, marks, quotes, quoting
from rcoder.project.memos import memo_lines
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.marks import MarksScreen
from rcoder.ui.screens.memo import MemoScreen
from rcoder.ui.screens.memos import MemosScreen
from rcoder.ui.screens.quoting import QuotingScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.options import Options
from rcoder.ui.widgets.strips import Status, Strips

TITLE = "Sag 01: Mette"
SAID = "Jamen det var jo rart."


def strip(app: RcoderApp) -> str:
    return words(app.screen.query_one("#passage", Strips))


def margin(app: RcoderApp) -> list[str]:
    """What stands beside the rows that have a sign."""
    screen = app.screen
    assert isinstance(screen, CodingScreen)
    rows = [screen.pane.render_line(y).text for y in range(screen.pane.size.height)]
    return [row[5:10].strip() for row in rows if set(row[5:10]) & set("✎”✱")]


def passage(app: RcoderApp) -> str:
    screen = app.screen
    assert isinstance(screen, CodingScreen)
    assert screen.study.reading is not None
    return screen.pane.passage.of(screen.study.reading.text)


def place(project: Project, said: str = SAID) -> Place:
    from rcoder.domain.transcript import Span

    found = project.transcript(TITLE)
    start = project.text(found).index(said)
    return Place(found.id, Span(start, start + len(said)), found.revision)


# -- marks -------------------------------------------------------------------------------------------------------


async def test_a_mark_is_set_shown_and_taken_off(study: str, reopened: Callable[[], Project]) -> None:
    async with running(study) as (app, pilot):
        await press(pilot, "down", "*")
        assert margin(app) == ["✱"]
        assert "marked" in strip(app)
        with reopened() as project:
            assert [each.passage.text for each in marks(project)] == [SAID]
        await press(pilot, "*")
        assert margin(app) == []
        await press(pilot, "u")
        assert margin(app) == ["✱"]


async def test_ctrl_t_lists_marks_and_enter_goes_there(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        project.do(marking(project, place(project)))
        project.do(marking(project, replace(place(project), transcript_id=project.transcript("Leder").id)))
    async with running(study) as (app, pilot):
        await press(pilot, "ctrl+t")
        assert isinstance(app.screen, MarksScreen)
        assert [line.inert for line in app.screen.query_one(Lines)._lines] == [True, False, True, False]
        await press(pilot, "enter")
        assert passage(app) == SAID
        await press(pilot, "ctrl+t", "up", "enter")
        assert isinstance(app.screen, CodingScreen)
        assert app.screen.study.reading is not None
        assert app.screen.study.reading.transcript.title == "Leder"


async def test_marks_are_taken_off_in_their_list(study: str, reopened: Callable[[], Project]) -> None:
    async with running(study) as (app, pilot):
        await press(pilot, "ctrl+t")
        assert "* leaves one" in app.screen.query_one(Lines).empty
        await press(pilot, "escape", "down", "*", "ctrl+t", "x")
        assert app.screen.query_one(Lines)._lines == ()
        await press(pilot, "u", "escape")
        assert margin(app) == ["✱"]
        with reopened() as project:
            assert len(marks(project)) == 1


# -- quotations --------------------------------------------------------------------------------------------------


async def test_t_keeps_a_quotation_beneath_the_words_and_says_what_is_not_theirs(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with running(study) as (app, pilot):
        await press(pilot, "down", "T")
        assert isinstance(app.screen, QuotingScreen)
        assert SAID in str(app.screen.query_one("#words", Static).render())
        edited = app.screen.query_one("#edited", TextArea)
        assert edited.text == SAID
        edited.text = "Det var dejligt"
        await settle(pilot)
        assert "“dejligt” is not" in str(app.screen.query_one("#check", Static).render())
        await press(pilot, "ctrl+r")
        assert edited.text == SAID
        edited.text = "[D]et var jo rart."
        app.screen.query_one("#translation", TextArea).text = "It was nice."
        await press(pilot, "ctrl+s")
        assert margin(app) == ["”"]
        assert "edited: “[D]et var jo rart.”" in strip(app)
        assert "en: “It was nice.”" in strip(app)
        with reopened() as project:
            assert [(each.edited, each.excerpt.translation) for each in quotes(project)] == [
                ("[D]et var jo rart.", "It was nice.")
            ]


async def test_a_quotation_as_it_was_said_is_kept_and_emptied_again(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with running(study) as (app, pilot):
        await press(pilot, "down", "T", "ctrl+s")
        assert "quoted as it was said" in strip(app)
        await press(pilot, "T", "escape")
        assert isinstance(app.screen, CodingScreen)
        await press(pilot, "T")
        app.screen.query_one("#edited", TextArea).text = ""
        await press(pilot, "ctrl+s")
        assert "quoted" not in strip(app)
        with reopened() as project:
            assert excerpts_in(project, project.transcript(TITLE).id) == ()


async def test_without_a_selection_t_opens_the_quotation_that_is_there(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        project.do(quoting(project, place(project, "det var jo"), Form("det var")))
    async with running(study) as (app, pilot):
        await press(pilot, "down", "T")
        assert app.screen.query_one("#edited", TextArea).text == "det var"
        await press(pilot, "escape", "right", "shift+right", "T")
        assert app.screen.query_one("#edited", TextArea).text == "det"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_long_passage_leaves_the_keys_of_its_window_in_sight(
    study: str, size: tuple[int, int]
) -> None:
    async with running(study, size=size) as (app, pilot):
        await press(pilot, "down", *["ctrl+shift+down"] * 6, "T")
        how = app.screen.query_one("#how", Static)
        assert app.screen.region.contains_region(how.region)


# -- memos -------------------------------------------------------------------------------------------------------


async def test_m_writes_a_memo_on_words_that_nobody_coded(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with running(study) as (app, pilot):
        await press(pilot, "down", "m")
        assert isinstance(app.screen, MemoScreen)
        await press(pilot, *"Ro", "enter", *"Hun", "ctrl+k", "ctrl+s")
        assert margin(app) == ["✎"]
        assert "✎ theoretical  Ro" in strip(app)
        assert "1 memo" in strip(app)
    with reopened() as project:
        (line,) = memo_lines(project)
        assert (line.memo.kind, line.memo.title, line.memo.text) == (MemoKind.THEORETICAL, "Ro", "Hun")
        assert line.about == f"“{SAID}” in {TITLE}"


async def test_a_memo_may_be_on_a_coding_of_the_passage(study: str, reopened: Callable[[], Project]) -> None:
    async with running(study) as (_, pilot):
        await press(pilot, "down", "c", *"trygh", "enter", "m", "ctrl+o", *"Ro", "ctrl+s")
    with reopened() as project:
        (line,) = memo_lines(project)
        assert (line.memo.about, line.about) == (Subject.CODING, f"H1.M1 in {TITLE}")


async def test_the_mouse_chooses_kind_and_what_it_is_on(study: str) -> None:
    async with running(study) as (app, pilot):
        await press(pilot, "down", "c", *"trygh", "enter", "m")
        await pilot.click("#kind", offset=(30, 0))
        await pilot.click("#on", offset=(50, 0))
        assert app.screen.query_one("#kind", Options).chosen == "method"
        assert app.screen.query_one("#on", Options).chosen != "passage"


async def test_m_lists_the_memos_that_are_there_first(study: str) -> None:
    async with running(study) as (app, pilot):
        await press(pilot, "down", "m", *"Et", "ctrl+s", "m")
        assert isinstance(app.screen, ChooserScreen)
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, MemoScreen)
        await press(pilot, "escape", "m", "enter")
        assert isinstance(app.screen, MemosScreen)
        assert app.screen.line is not None
        assert app.screen.line.memo.title == "Et"


async def test_an_empty_memo_is_asked_again_with_what_is_wrong(study: str) -> None:
    async with running(study) as (app, pilot):
        await press(pilot, "down", "m", "ctrl+s")
        assert isinstance(app.screen, MemoScreen)
        assert "says nothing" in str(app.screen.query_one("#how", Static).render())
        await press(pilot, *"Nu", "ctrl+s")
        assert "Nu" in strip(app)


async def test_a_refused_memo_is_not_lost(study: str) -> None:
    async with running(study) as (app, pilot):
        await press(pilot, "down", "m", *"Vigtigt")
        with open_project(study, coder="Bo") as project:
            from pathlib import Path

            from rcoder.project.reimporting import Wanted, reimport

            file = Path(study).parent / "rettet.txt"
            file.write_text(
                project.text(project.transcript(TITLE)).replace("ringe", "skrive"), encoding="utf-8"
            )
            reimport(project, TITLE, Wanted(file))
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, MemoScreen)
        assert app.screen.query_one("#title", Input).value == "Vigtigt"
        await press(pilot, "escape")
        assert isinstance(app.screen, MemoScreen), "leaving asks first"


async def test_a_released_coders_quotation_is_seen_and_marks_and_hidden_ones_are_not(study: str) -> None:
    with open_project(study, coder="Jonas") as project:
        project.do(quoting(project, place(project), Form("var rart")))
        project.do(marking(project, place(project)))
    with open_project(study, coder="Bo") as project:
        project.do(quoting(project, place(project), Form("HEMMELIGT")))
    async with running(study) as (app, pilot):
        await press(pilot, "down")
        assert margin(app) == ["”"]
        assert "Jonas's, edited: “var rart”" in strip(app)
        assert "HEMMELIGT" not in strip(app)
    with open_project(study, coder="Bo") as project:
        project.do(release(next(each for each in project.coders() if each.name == "Bo")))
    async with running(study) as (app, _):
        assert "HEMMELIGT" in strip(app)


async def test_m_and_t_say_so_where_there_is_no_interview(tmp_path: object) -> None:
    from rcoder.project import create_project

    with create_project(f"{tmp_path}/tom.rcoder", "Tom", coder="Anne") as project:
        location = project.location
    async with running(location) as (app, pilot):
        for key in ("m", "T", "*"):
            await press(pilot, key)
            assert "No interviews yet" in words(app.screen.query_one(Status))
