"""The codebook on screen: read, added to, written in, moved about and retired, by keys and by mouse."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from opening import front, listed, own, press, running, said, settle, type_words
from rcoder.project import Project, open_project
from rcoder.project.codebook_work import Wanted, edit
from rcoder.ui.app import RcoderApp
from rcoder.ui.commands import Where, commands
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.code_passages import CodePassagesScreen
from rcoder.ui.screens.codebook import CodebookScreen, open_codebook
from rcoder.ui.screens.codebook_view import FilterInput
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.picker import PickerScreen
from rcoder.ui.screens.question import QuestionScreen
from rcoder.ui.screens.splitting import SplitScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Strips


@asynccontextmanager
async def codebook(
    study: str, *keys: str, size: tuple[int, int] = (120, 32)
) -> AsyncIterator[tuple[RcoderApp, Pilot[None], CodebookScreen]]:
    async with running(study, *keys, "B", size=size) as (app, pilot):
        yield app, pilot, front(app, CodebookScreen)


def shown(lines: Lines) -> list[str]:
    return [each.strip() for each in listed(lines)]


def text_of(screen: CodebookScreen) -> str:
    return "\n".join("".join(words for words, _ in line.pieces) for line in screen.entry._lines)


def journal(reopened: Callable[[], Project]) -> list[tuple[str, str]]:
    with reopened() as project:
        return [(each.sentence, each.why) for each in project.journal() if each.coder == "Anne"]


async def test_the_tree_has_every_entry_with_what_it_is_used_for(study: str) -> None:
    async with codebook(study) as (_, pilot, screen):
        assert shown(screen.codes) == ["H1 Klare roller", "H2 Ordinære timer"]
        await press(pilot, "right")
        assert shown(screen.codes)[1:5] == [
            "C H1.C1 Mange sagsbehandlere", "R H1.R1 Aftalt kontaktperson", "M H1.M1 Tryghed", "O H1.O1 Godt samarbejde",
        ]  # fmt: skip
        assert [line.right for line in screen.codes._seen[:4]] == ["1", "", "", "1"]
        await press(pilot, "down", "down", "down")
        entry = text_of(screen)
        assert "1 passage in 1 case; no case is coded to the" in entry
        assert "Når nogen fortæller om det." in entry
        assert "andet navn for Tryghed" in entry


async def test_a_hypothesis_that_is_added_is_in_the_list_of_codes_at_once(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with codebook(study) as (app, pilot, screen):
        await press(pilot, "plus", *"hypo", "enter")
        assert app.screen.query_one("#key", Input).value == "H3"
        await press(pilot, "tab")
        await type_words(pilot, "Ny")
        await press(pilot, *["tab"] * 6)
        await type_words(pilot, "set i sag 02")
        await press(pilot, "ctrl+s")
        assert screen.code is not None
        assert screen.code.key == "H3"
        await press(pilot, "plus", *"reasoning", "enter", "tab")
        await type_words(pilot, "Mod")
        await press(pilot, "ctrl+s")
        assert screen.code.key == "H3.M1"
        await press(pilot, "escape")
        assert isinstance(app.screen, CodingScreen)
        assert (
            shown(app.screen.query_one("#codes", Lines))[-2:] == ["H3 Ny", "M H3.M1 Mod"]
            or shown(app.screen.query_one("#codes", Lines))[-1] == "H3 Ny"
        )
        assert "H3.M1" in {code.key for code in app.screen.study.codes.values()}
        await press(pilot, "down", "c", *"h3m1", "enter")
        assert [each.codebook_version for each in own(reopened())] == ["1.0+2"]
    assert journal(reopened)[:2] == [
        ("Added the hypothesis H3 Ny", "set i sag 02"),
        ("Added H3.M1 Mod under H3", ""),
    ]


async def test_a_text_is_written_where_the_cursor_is_on_it(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with codebook(study) as (app, pilot, screen):
        await press(pilot, "tab", "down", "down", "down", "enter")
        assert isinstance(app.screen, QuestionScreen)
        assert app.screen.heading == "Definition · H1 Klare roller"
        app.screen.query_one("#en", TextArea).text = "What it is."
        await press(pilot, "ctrl+s")
        assert "What it is." in text_of(screen)
        await press(pilot, "tab", "w", *"label", "enter", "end", *"!!", "ctrl+s")
        assert shown(screen.codes)[0] == "H1 Klare roller!!"
        await press(pilot, "u", "u")
        assert shown(screen.codes)[0] == "H1 Klare roller"
    assert [sentence for sentence, _ in journal(reopened)] == [
        "Changed definition of H1 Klare roller",
        "Changed label of H1 Klare roller",
        "Undid: Changed label of H1 Klare roller",
        "Undid: Changed definition of H1 Klare roller",
    ]


async def test_what_somebody_else_wrote_meanwhile_is_not_written_over(study: str) -> None:
    async with codebook(study) as (app, pilot, _):
        await press(pilot, "w", *"use", "enter")
        with open_project(study, coder="Jonas") as project:
            project.do(edit(project, "H1", Wanted({"use.da": "Jonas skrev."})))
        app.screen.query_one("#da", TextArea).text = "Anne skrev."
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, QuestionScreen)
        assert "Saved now: Jonas skrev." in app.screen.words
        assert app.screen.query_one("#da", TextArea).text == "Anne skrev."
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, CodebookScreen)
        with open_project(study, coder="Anne") as project:
            assert project.code("H1").use.da == "Anne skrev."


async def test_a_retired_code_is_marked_and_no_longer_offered(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with codebook(study, "down", "c", *"trygh", "enter") as (app, pilot, screen):
        await press(pilot, "right", "down", "down", "down", "x")
        assert isinstance(app.screen, QuestionScreen)
        assert "2 passages with it stay" in app.screen.words
        await type_words(pilot, "for bred")
        await press(pilot, "enter")
        assert "M H1.M1 Tryghed  retired" in shown(screen.codes)
        await press(pilot, "escape", "down", "1")
        assert isinstance(app.screen, CodingScreen)
        assert "H1.M1 is retired and no longer given" in said(app)
        await press(pilot, "J")
        assert "H1.M1 Tryghed (retired)" in "".join(
            words for row in app.screen.query_one("#passage", Strips)._rows for words, _ in row
        )
        await press(pilot, "c", *"trygh")
        assert isinstance(app.screen, PickerScreen)
        assert "H1.M1" not in " ".join(shown(app.screen.query_one("#candidates", Lines)))
        await press(pilot, "escape", "B")
        await press(pilot, "right", "down", "down", "down", "x", "enter")
        assert screen is not app.screen
        assert isinstance(app.screen, CodebookScreen)
        assert "M H1.M1 Tryghed" in shown(app.screen.codes)
    assert journal(reopened)[1:] == [
        ("Retired H1.M1 Tryghed", "for bred"),
        ("Brought back H1.M1 Tryghed", ""),
    ]


async def test_a_hypothesis_is_brought_back_alone_or_with_its_codes(study: str) -> None:
    async with codebook(study) as (app, pilot, screen):
        await press(pilot, "x")
        assert isinstance(app.screen, QuestionScreen)
        assert "4 codes below it go along" in app.screen.words
        await press(pilot, "enter", "x")
        assert isinstance(app.screen, ChooserScreen)
        await press(pilot, "enter", "enter")
        assert not any(code.retired for code in screen.book.codes)


async def test_a_code_is_moved_with_its_passages(study: str, reopened: Callable[[], Project]) -> None:
    async with codebook(study) as (_, pilot, screen):
        await press(pilot, "M")
        assert isinstance(screen.app.screen, CodebookScreen)
        await press(pilot, "right", "down", "down", "down", "M", *"h2", "enter", "enter")
        assert "M H1.M1 Tryghed" in shown(screen.codes)
        with reopened() as project:
            assert project.codes()[project.code("H1.M1").parent_id or ""].key == "H2"
            assert len(project.coding_lines(code="H2")) == 1


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        (("k", *"reso", "enter", "enter"), "Changed kind of H1.O1 Godt samarbejde"),
        (("p", "down", "enter", "enter"), "Changed sign of H1.O1 Godt samarbejde"),
        (("h", "up", "up", "enter", "enter"), "Changed horizon of H1.O1 Godt samarbejde"),
        (("a", *"virk", "enter", "enter"), "Changed actors of H1.O1 Godt samarbejde"),
    ],
)
async def test_small_facts_have_a_key_each(
    study: str, reopened: Callable[[], Project], keys: tuple[str, ...], sentence: str
) -> None:
    async with codebook(study) as (_, pilot, _screen):
        await press(pilot, "right", "down", "down", "down", "down")
        for key in keys:
            await press(pilot, key)
    assert journal(reopened) == [(sentence, "")]


async def test_a_filter_shows_what_fits_and_what_it_stands_under(study: str) -> None:
    async with codebook(study) as (_, pilot, screen):
        await press(pilot, "slash", *"ærlig")
        assert shown(screen.codes) == ["H2 Ordinære timer", "M H2.M1 Ærlighed"]
        await press(pilot, "enter", "down")
        assert screen.code is not None
        assert screen.code.key == "H2.M1"
        await press(pilot, "escape")
        assert shown(screen.codes)[:2] == ["H1 Klare roller", "H2 Ordinære timer"]
        assert screen.code.key == "H2.M1"
        await press(pilot, "slash", *"qqq")
        assert shown(screen.codes) == []
        await press(pilot, "escape")
        assert len(shown(screen.codes)) >= 2


async def test_enter_lists_the_passages_and_goes_to_one_and_back(study: str) -> None:
    async with codebook(study) as (app, pilot, _):
        await press(pilot, "enter")
        assert isinstance(app.screen, CodePassagesScreen)
        assert shown(app.screen.query_one(Lines)) == ["M H1.M1 “For så vidste jeg, h”"]
        await press(pilot, "enter")
        assert isinstance(app.screen, CodingScreen)
        assert app.screen.study.reading is not None
        assert app.screen.pane.passage.of(app.screen.study.reading.text) == "For så vidste jeg, h"
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, CodePassagesScreen)
        await press(pilot, "c")
        assert "You change only your own" in said(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, CodebookScreen)


async def test_one_s_own_coding_gets_another_code(study: str, reopened: Callable[[], Project]) -> None:
    async with codebook(study, "down", "c", *"trygh", "enter") as (app, pilot, _):
        await press(pilot, "enter")
        await press(pilot, "c") if "Anne" in app.screen.query_one(Lines).current.right else None  # type: ignore[union-attr]
        if not isinstance(app.screen, ChooserScreen):
            await press(pilot, "down", "c")
        await press(pilot, *"h2o1", "enter")
        assert isinstance(app.screen, CodePassagesScreen)
        assert len(shown(app.screen.query_one(Lines))) == 1
    with reopened() as project:
        (line,) = project.coding_lines(coder="Anne")
        assert (line.code, line.coding.kind) == ("H2.O1", "outcome")


async def test_the_mouse_folds_chooses_and_opens(study: str) -> None:
    async with codebook(study) as (app, pilot, screen):
        await pilot.click(screen.codes, offset=(0, 0))
        await settle(pilot)
        assert len(shown(screen.codes)) == 6
        await pilot.click(screen.codes, offset=(10, 3))
        await settle(pilot)
        assert screen.code is not None
        assert screen.code.key == "H1.M1"
        await pilot.click(screen.codes, offset=(10, 3))
        await settle(pilot)
        assert isinstance(app.screen, CodePassagesScreen)
        await press(pilot, "escape")
        await pilot.click(screen.codes, offset=(0, 0))
        await settle(pilot)
        assert shown(screen.codes) == ["H1 Klare roller", "H2 Ordinære timer"]


async def test_on_a_narrow_screen_the_entry_comes_forward(study: str) -> None:
    async with codebook(study, size=(80, 24)) as (app, pilot, screen):
        assert not screen.entry.display
        assert screen.codes.size.width > 70
        await press(pilot, "tab")
        assert screen.entry.display
        assert screen.entry.has_focus
        await press(pilot, "escape")
        assert screen.codes.has_focus
        await press(pilot, "escape")
        assert isinstance(app.screen, CodingScreen)


async def test_it_opens_on_the_code_under_the_cursor_and_is_open_once(study: str) -> None:
    async with codebook(study, "b", "right", "down", "down") as (app, pilot, screen):
        assert screen.code is not None
        assert screen.code.key == "H1.R1"
        await press(pilot, "enter")
        open_codebook(app)
        await settle(pilot)
        assert app.screen is screen


async def test_what_rests_on_a_code_keeps_it_in_the_codebook(study: str) -> None:
    async with codebook(study) as (app, pilot, screen):
        await press(pilot, "right", "down", "down", "down", "X", "enter")
        assert "H1.M1 has 1 coding, so it is not removed" in said(app)
        await press(pilot, "down", "X", "enter")
        assert "O H1.O1 Godt samarbejde" not in shown(screen.codes)


async def test_what_others_do_to_the_codebook_is_shown(study: str) -> None:
    async with codebook(study) as (app, pilot, screen):
        with open_project(study, coder="Jonas") as project:
            project.do(edit(project, "H1", Wanted({"label.da": "Jonas"})))
        app.look()
        await settle(pilot)
        assert shown(screen.codes)[0] == "H1 Jonas"


def test_every_key_has_its_action() -> None:
    homes = {
        Where.CODEBOOK: CodebookScreen, Where.FILTER: FilterInput, Where.PASSAGES: CodePassagesScreen,
        Where.SPLITTING: SplitScreen,
    }  # fmt: skip
    for place, home in homes.items():
        assert [each.id for each in commands(place) if not hasattr(home, f"action_{each.id}")] == []
    assert hasattr(CodingScreen, "action_work_on_codebook")
