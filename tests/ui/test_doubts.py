"""Corrected: what changed. The screen on which passages in doubt are decided on, and the texts before."""

from __future__ import annotations

from pathlib import Path

import pytest

from opening import press, running, said, settle, words
from rcoder.domain.actions.coding import code_passage
from rcoder.domain.coding import Coding
from rcoder.domain.ids import new_id
from rcoder.domain.words import Kind
from rcoder.project import open_project
from rcoder.project.doubts import doubt_lines
from rcoder.project.reimporting import Wanted, reimport
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.doubts import DoubtsScreen
from rcoder.ui.screens.earlier import EarlierScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Strips, TopLine

CHANGED, LOST = "For så vidste jeg, hvem jeg skulle ringe til.", "Hun ringede hver uge."
TITLE = "Sag 01: Mette"


def code(study: str, passage: str, coder: str = "Anne") -> Coding:
    with open_project(study, coder=coder) as project:
        place, chosen = project.transcript(TITLE), project.code("H1.R1")
        start = project.text(place).index(passage)
        coding = Coding(
            new_id(), place.id, start, start + len(passage), chosen.id, project.coder_id, Kind.RESOURCE,
            revision=place.revision,
        )  # fmt: skip
        project.do(code_passage(coding, chosen, place))
        return coding


def correct(study: str, *changes: tuple[str, str]) -> None:
    with open_project(study, coder="Cy") as project:
        text = project.text(project.transcript(TITLE))
        for old, new in changes:
            text = text.replace(old, new)
        file = Path(study).parent / "rettet.txt"
        file.write_text(text, encoding="utf-8")
        reimport(project, TITLE, Wanted(file))


def codings(study: str, coder: str = "Anne") -> list[tuple[str, bool]]:
    with open_project(study, coder=coder) as project:
        lines = project.coding_lines(coder=coder)
        return [(line.passage.text, line.passage.earlier) for line in lines]


@pytest.fixture
def corrected(study: str) -> str:
    """Two passages of Anne's and one of Jonas', who is released; a correction changes one and loses two."""
    for coder in ("Anne", "Jonas"):
        code(study, LOST, coder)
    code(study, CHANGED)
    correct(study, ("ringe til", "skrive til"), (f"{LOST} ", ""))
    return study


async def test_the_coding_screen_says_how_many_wait_and_paints_only_what_stands(corrected: str) -> None:
    async with running(corrected) as (app, _):
        screen = app.screen
        assert isinstance(screen, CodingScreen)
        top = screen.query_one(TopLine)
        assert "2 in doubt" in "".join(text for text, _ in top._right)
        spans = {each.span.of(screen.pane._text) for each in screen.pane.coded.codings}
        assert CHANGED.replace("ringe", "skrive") in spans
        assert all(screen.study.reading and each.revision == 2 for each in screen.pane.coded.codings)


async def test_the_words_before_stand_beside_the_words_now(corrected: str) -> None:
    async with running(corrected) as (app, pilot):
        await press(pilot, "d")
        screen = app.screen
        assert isinstance(screen, DoubtsScreen)
        assert [line.pieces[0][0].strip() for line in screen.query_one(Lines)._lines if not line.inert] == [
            "~",
            "!",
            "!",
        ]
        assert "changed inside  H1.R1" in words(screen.query_one("#about", Strips))
        before, now = (screen.query_one(f"#{name}", Strips)._rows for name in ("before", "now"))
        assert [text for row in before for text, ink in row if ink == "-gone"] == ["ringe"]
        assert [text for row in now for text, ink in row if ink == "-come"] == ["skrive"]
        assert screen.pane.passage.of(screen.pane._text) == CHANGED.replace("ringe", "skrive")


async def test_keeping_goes_on_to_the_next_and_undo_comes_back(corrected: str) -> None:
    async with running(corrected) as (app, pilot):
        await press(pilot, "d", "k")
        screen = app.screen
        assert isinstance(screen, DoubtsScreen)
        assert "lost  H1.R1" in words(screen.query_one("#about", Strips))
        assert "Nowhere in the present text" in words(screen.query_one("#now", Strips))
        assert "Kept H1.R1" in said(app)
        await press(pilot, "u")
        assert "2 to decide" in "".join(text for text, _ in screen.query_one(TopLine)._right)
        await press(pilot, "escape")
        assert isinstance(app.screen, CodingScreen)


async def test_a_lost_passage_is_placed_on_what_is_selected(corrected: str) -> None:
    async with running(corrected) as (app, pilot):
        await press(pilot, "d", "n", "tab")
        screen = app.screen
        assert isinstance(screen, DoubtsScreen)
        screen.pane.go_to(screen.pane._text.index("Det gjorde en forskel"))
        await press(pilot, "shift+right", "shift+right", "p")
        assert codings(corrected) == [(CHANGED.replace("ringe", "skrive"), False), ("Det gjorde", False)]
        assert "Placed H1.R1" in said(app)
        await press(pilot, "escape", "escape")
        coding = app.screen
        assert isinstance(coding, CodingScreen)
        assert len(coding.pane.coded.codings) == 3
        assert "1 in doubt" in "".join(text for text, _ in coding.query_one(TopLine)._right)


async def test_a_removed_passage_is_gone_until_it_is_undone(corrected: str) -> None:
    async with running(corrected) as (_, pilot):
        await press(pilot, "d", "n", "x")
        assert len(codings(corrected)) == 1
        await press(pilot, "u")
        assert len(codings(corrected)) == 2


async def test_the_text_before_is_shown_and_nothing_is_placed_in_it(corrected: str) -> None:
    async with running(corrected) as (app, pilot):
        await press(pilot, "d", "n", "t")
        screen = app.screen
        assert isinstance(screen, DoubtsScreen)
        assert screen.pane.passage.of(screen.pane._text) == LOST
        assert "Revision 1, the text before" in words(screen.query_one("#which", Strips))
        await press(pilot, "p")
        assert "That is the text before" in said(app)
        assert (LOST, True) in codings(corrected)
        await press(pilot, "t")
        assert LOST not in screen.pane._text


async def test_anothers_passage_is_shown_and_left_to_them(corrected: str) -> None:
    async with running(corrected) as (app, pilot):
        await press(pilot, "d", "down", "down")
        screen = app.screen
        assert isinstance(screen, DoubtsScreen)
        line = next(each for each in screen.lines if not each.mine)
        screen.list.go_to(line.doubt.id)
        await press(pilot, "x")
        assert "Jonas's. You decide only on your own." in said(app)
        assert len(codings(corrected, "Jonas")) == 2


async def test_a_lost_passage_opens_in_the_text_it_stands_in(corrected: str) -> None:
    async with running(corrected) as (app, pilot):
        await press(pilot, "d", "n", "enter")
        screen = app.screen
        assert isinstance(screen, EarlierScreen)
        assert screen.pane.passage.of(screen.reading.text) == LOST
        assert "revision 1 of 2, from Sag 01: Mette.txt" in words(screen.query_one("#title", Strips))
        assert "2 that stand in this text only" in words(screen.query_one("#passage", Strips))
        await press(pilot, "left_square_bracket")
        assert "This is the first text" in said(app)
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, DoubtsScreen)


async def test_a_changed_passage_opens_in_the_interview(corrected: str) -> None:
    async with running(corrected) as (app, pilot):
        await press(pilot, "d", "g")
        screen = app.screen
        assert isinstance(screen, CodingScreen)
        assert screen.pane.passage.of(screen.pane._text) == CHANGED.replace("ringe", "skrive")


async def test_the_text_before_is_reached_from_the_coding_screen(corrected: str) -> None:
    async with running(corrected) as (app, pilot):
        await press(pilot, "E")
        assert isinstance(app.screen, EarlierScreen)
        await press(pilot, "right_square_bracket")
        assert isinstance(app.screen, CodingScreen)


async def test_without_doubts_the_screen_says_so(study: str) -> None:
    async with running(study) as (app, pilot):
        await press(pilot, "E")
        assert "This interview has its first text" in said(app)
        await press(pilot, "d", "k")
        assert isinstance(app.screen, DoubtsScreen)
        assert "No passage is in doubt" in said(app)
        await press(pilot, "p", "t", "g", "n", "escape")
        assert isinstance(app.screen, CodingScreen)


async def test_a_correction_by_another_program_is_read_anew_and_no_coding_lands_on_other_words(
    study: str,
) -> None:
    """A coding that was made before the screen knew of it stands in the words it was made on."""
    async with running(study) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, CodingScreen)
        screen.pane.go_to(screen.pane._text.index(LOST))
        correct(study, ("INTERVIEWER: Hvordan", "INTERVIEWER: Goddag. Hvordan"), (f"{LOST} ", ""))
        await press(pilot, "c", *"aftalt", "enter")
        assert codings(study) == [(LOST, True)]
        app.look()
        await settle(pilot)
        assert LOST not in screen.pane._text
        assert all(each.span.of(screen.pane._text) != LOST for each in screen.pane.coded.codings)
        assert "1 in doubt" in "".join(text for text, _ in screen.query_one(TopLine)._right)
        screen.pane.go_to(screen.pane._text.index("Det gjorde en forskel"))
        await press(pilot, "c", *"aftalt", "enter")
        assert codings(study)[1] == ("Det gjorde en forskel, synes jeg.", False)
        with open_project(study, coder="Anne") as project:
            assert [each.stray for each in doubt_lines(project)] == [True]
