"""The screen of memos: read, searched, filtered, walked, changed, written to a file."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from opening import SIZES, front, line_words, press, running, said, steps, words
from rcoder.domain.actions.studying import release
from rcoder.domain.words import MemoKind, Subject
from rcoder.project import Project, open_project
from rcoder.project.memos import Draft, memo_lines, writing
from rcoder.ui import memoing
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.about_case import AboutCaseScreen
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.codebook import CodebookScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.memo import MemoScreen
from rcoder.ui.screens.memos import MemosScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Strips

TIMES = [f"2026-11-{day:02}T12:00:00Z" for day in range(1, 29)]


@pytest.fixture
def written(study: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Anne's memos on the project and on H1.M1, linked, and Jonas's on a case; his layer is released."""
    monkeypatch.setattr("rcoder.project.memos.now", iter(TIMES).__next__)
    with open_project(study, coder="Anne") as project:
        code = project.code("H1.M1").id
        first = write(project, Subject.CODE, code, "Tryghed", "# Hvad\n\n- er **tryghed** egentlig?")
        write(project, Subject.PROJECT, "", "Samlet", "Se den anden.", kind=MemoKind.METHOD, links=(first,))
    with open_project(study, coder="Jonas") as project:
        case = next(each.id for each in project.cases() if each.name == "Sag 01")
        write(project, Subject.CASE, case, "Om Mette", "Hun er tryg.", kind=MemoKind.REFLEXIVE)
    return study


def write(project: Project, about: Subject, about_id: str, title: str, text: str, **draft: Any) -> str:
    entry = project.do(writing(project, about, about_id, Draft(title=title, text=text, **draft)))
    return entry.changes[-1].id


@asynccontextmanager
async def memos(
    study: str, *keys: str, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[RcoderApp, MemosScreen, Pilot[None]]]:
    async with running(study, *(keys or ("M",)), size=size) as (app, pilot):
        yield app, front(app, MemosScreen), pilot


def trimmed(lines: Lines) -> list[str]:
    return [line_words(line).strip() for line in lines._lines]


def titles(screen: MemosScreen) -> list[str]:
    return [each.memo.title for each in screen.shown]


async def test_memos_stand_under_what_they_are_about_and_are_shown_beside(written: str) -> None:
    async with memos(written) as (_, screen, pilot):
        assert trimmed(screen.list) == [
            "The project", "M Samlet", "Case Sag 01", "R Om Mette", "Code H1.M1", "A Tryghed",
        ]  # fmt: skip
        assert trimmed(screen.memo)[:3] == [
            "Samlet",
            f"method memo · Anne · {screen.shown[0].memo.at[:10]}",
            "on the project",
        ]
        await press(pilot, "down", "down")
        assert trimmed(screen.memo)[4:] == [
            "Hvad",
            "",
            "• er tryghed egentlig?",
            "",
            "Linked from",
            "→ memo Samlet",
        ]
        strong = [text for line in screen.memo._lines for text, ink in line.pieces if ink == "-strong"]
        assert strong == [" Tryghed", "Hvad", "tryghed", " Linked from"]


async def test_an_empty_study_says_which_key_writes_one(study: str) -> None:
    async with memos(study) as (app, screen, pilot):
        assert "n writes one" in screen.list.empty
        await press(pilot, "n")
        assert isinstance(app.screen, ChooserScreen)
        await press(pilot, *"H1.M1", "enter", *"Nyt", "ctrl+s")
        assert titles(screen) == ["Nyt"]
        assert screen.shown[0].about == "H1.M1"


async def test_filters_go_round_and_esc_shows_all_again(written: str) -> None:
    async with memos(written) as (app, screen, pilot):
        await press(pilot, "k")
        assert titles(screen) == ["Tryghed"]
        assert "1 of 3 memos · analytic" in words(screen.query_one("#counted", Strips))
        await press(pilot, "k")
        assert screen.list.empty == memoing.NONE_FIT
        await press(pilot, "escape")
        assert len(titles(screen)) == 3
        await press(pilot, "s", "s")
        assert titles(screen) == ["Om Mette"]
        await press(pilot, "escape", "w", "w")
        assert titles(screen) == ["Om Mette"]
        await press(pilot, "w")
        assert len(titles(screen)) == 3
        await press(pilot, "escape")
        assert isinstance(app.screen, CodingScreen)


async def test_words_are_searched_for_in_title_text_and_subject(written: str) -> None:
    async with memos(written) as (_, screen, pilot):
        await press(pilot, "slash", *"tryg", "enter")
        assert titles(screen) == ["Om Mette", "Tryghed"]
        await press(pilot, "slash", "escape")
        assert len(titles(screen)) == 3


async def test_the_latest_come_first_by_time(written: str) -> None:
    async with memos(written) as (_, screen, pilot):
        await press(pilot, "o")
        assert [each.memo.at for each in screen.shown] == sorted(
            (each.memo.at for each in screen.shown), reverse=True
        )
        assert not any(line.inert for line in screen.list._lines)


async def test_links_are_walked_both_ways(written: str) -> None:
    async with memos(written) as (_, screen, pilot):
        await press(pilot, "enter", "end", "enter")
        assert screen.line is not None
        assert screen.line.memo.title == "Tryghed"
        await press(pilot, "end", "enter")
        assert screen.line.memo.title == "Samlet"


async def test_a_link_to_a_memo_that_is_not_shown_shows_all_again(written: str) -> None:
    async with memos(written) as (_, screen, pilot):
        await press(pilot, "k", "k", "k", "enter", "end", "enter")
        assert screen.line is not None
        assert (screen.line.memo.title, len(screen.shown)) == ("Tryghed", 3)


async def test_g_goes_to_what_a_memo_is_about_and_esc_comes_back(written: str) -> None:
    async with memos(written) as (app, screen, pilot):
        await press(pilot, "g")
        assert "project as a whole" in said(screen)
        await press(pilot, "down", "g")
        assert isinstance(app.screen, AboutCaseScreen)
        await press(pilot, "escape", "down", "g")
        assert isinstance(app.screen, CodebookScreen)
        await press(pilot, "escape")
        assert app.screen is screen


async def test_a_memo_is_edited_linked_removed_and_brought_back(
    written: str, reopened: Callable[[], Project]
) -> None:
    async with memos(written) as (app, screen, pilot):
        await press(pilot, "e")
        assert isinstance(app.screen, MemoScreen)
        assert words(app.screen.query_one("#links", Strips)) == "Points at  Tryghed"
        await press(pilot, "end", *" igen", "ctrl+s")
        assert titles(screen)[0] == "Samlet igen"
        await press(pilot, "l", *"sag 01", "enter")
        assert isinstance(app.screen, ChooserScreen), "an interview is chosen before its coding"
        await press(pilot, "enter")
        assert screen.line is not None
        assert screen.line.links == ("Tryghed", "H1.M1 in Sag 01: Mette")
        await press(pilot, "enter", "end", "x")
        assert screen.line.links == ("Tryghed",)
        await press(pilot, "escape", "x")
        assert "Samlet igen" not in titles(screen)
        await press(pilot, "u")
        assert "Samlet igen" in titles(screen)
    with reopened() as project:
        assert len(memo_lines(project)) == 3


async def test_anothers_memo_is_read_and_not_changed(written: str) -> None:
    async with memos(written) as (app, screen, pilot):
        for key in ("e", "x", "l"):
            await press(pilot, "home", "down", key)
            assert app.screen is screen
            assert "Jonas's" in said(screen)


async def test_a_note_on_a_coding_is_listed_and_leads_there(study: str) -> None:
    from rcoder.domain.actions.coding import flag

    with open_project(study, coder="Jonas") as project:
        (line,) = project.coding_lines()
        code = project.codes()[line.coding.code_id]
        project.do(flag(line.coding, project.transcript("Sag 01: Mette"), code, memo="en note"))
    async with memos(study) as (app, screen, pilot):
        assert trimmed(screen.list)[1] == "· en note"
        await press(pilot, "e")
        assert "note of a coding" in said(screen)
        await press(pilot, "g")
        assert isinstance(app.screen, CodingScreen)


async def test_the_memos_shown_are_written_to_a_file(written: str, tmp_path: Path) -> None:
    async with memos(written) as (app, _, pilot):
        await press(pilot, "s", "W")
        app.screen.query_one(Input).value = str(tmp_path / "memoer.md")
        await press(pilot, "enter")
        text = (tmp_path / "memoer.md").read_text(encoding="utf-8")
        assert "Samlet" in text
        assert "Om Mette" not in text


async def test_the_memos_of_one_thing_are_opened_from_where_it_is(written: str) -> None:
    async with memos(written, "C", "M") as (app, screen, pilot):
        assert titles(screen) == ["Om Mette"]
        await press(pilot, "n")
        assert isinstance(app.screen, MemoScreen)
        await press(pilot, *"Mit", "ctrl+s")
        assert sorted(titles(screen)) == ["Mit", "Om Mette"]
        await press(pilot, "escape")
        assert not isinstance(app.screen, MemosScreen)


@pytest.mark.parametrize(
    ("keys", "about"),
    [
        (("B", "N"), Subject.CODE),
        (("A", "M"), Subject.INTERVIEW),
        (("i", "up", "A", "M"), Subject.CASE),
        (("C", "right", "M"), Subject.INTERVIEW),
        (("g", "n", "M"), Subject.CONFIGURATION),
    ],
)
async def test_every_screen_has_a_door_to_its_memos(
    study: str, keys: tuple[str, ...], about: Subject
) -> None:
    async with running(study) as (app, pilot):
        for key in keys:
            await press(pilot, key)
        assert isinstance(app.screen, MemosScreen)
        assert app.screen.wanted.about is about
        await press(pilot, "n", *"Ét", "ctrl+s")
        assert titles(app.screen) == ["Ét"]


@pytest.mark.parametrize("size", SIZES)
async def test_hidden_memos_are_not_there(study: str, size: tuple[int, int]) -> None:
    with open_project(study, coder="Bo") as project:
        write(project, Subject.PROJECT, "", "HEMMELIGT", "HEMMELIGT")
    async with memos(study, size=size) as (_, screen, pilot):
        assert screen.every == ()
        with open_project(study, coder="Bo") as project:
            project.do(release(next(each for each in project.coders() if each.name == "Bo")))
        await press(pilot, "escape", "M")
    async with memos(study, size=size) as (_, screen, _):
        assert titles(screen) == ["HEMMELIGT"]


def test_a_list_holds_so_many_notes_that_it_stays_quick() -> None:
    from rcoder.domain.memo import Memo
    from rcoder.project.memos import MemoLine, Wanted

    memo = MemoLine(Memo("m", "c", Subject.PROJECT, ""), "", "Anne")
    notes = [
        MemoLine(Memo(f"n{number}", "c", Subject.CODING, "x"), "", "Anne", note=True)
        for number in range(memoing.MOST + 5)
    ]
    shown = memoing.within([*notes, memo])
    assert (len(shown), shown[-1]) == (memoing.MOST + 1, memo)
    said = memoing.counted(shown, [*notes, memo], Wanted(), "")
    assert said == f"1 memo, {memoing.MOST} of {memoing.MOST + 5} notes on codings"


# -- Markdown in rows --------------------------------------------------------------------------------------------


def shown(text: str, width: int = 40) -> list[str]:
    return ["".join(words for words, _ in row) for row in memoing.markdown_rows(text, width)]


def test_markdown_is_shown_plainly_and_never_as_markup() -> None:
    text = "# Én\n\nord **to** [rød]x[/]\n1. punkt\n* stjerne\n> citat\n```\n# kode\n```"
    assert shown(text) == ["Én", "", "ord to [rød]x[/]", "1. punkt", "• stjerne", "│ citat", "  # kode"]


def test_strong_words_stay_strong_where_a_row_breaks_within_them() -> None:
    rows = list(memoing.markdown_rows("aa **bb cc dd ee ff** gg hh ii", 12))
    strong = "".join(text for row in rows for text, ink in row if ink == "-strong")
    assert strong.replace(" ", "") == "bbccddeeff"
    assert shown("ord " * 30, 20) == ["ord ord ord ord ord"] * 6


@pytest.mark.parametrize("size", SIZES)
def test_the_screen_of_memos_looks_so(
    written: str, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    keys = ("M", "s", "s", "s", "tab")
    assert snap_compare(RcoderApp(written, "Anne"), terminal_size=size, run_before=steps(*keys))
