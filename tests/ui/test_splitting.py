"""A hypothesis split on screen: its parts named, everything given to one by a key, a summary, and only then the deed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from opening import press, running, settle
from rcoder.domain.codebook import Code, CodebookContents
from rcoder.domain.configuration import Configuration
from rcoder.domain.transcript import Span
from rcoder.domain.words import Bilingual, Category
from rcoder.project import Project, create_project, open_project
from rcoder.project.codebook_splitting import Hanging, Split
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files
from rcoder.ui.app import RcoderApp
from rcoder.ui.bookwork import splitting
from rcoder.ui.bookwork.splitting import Splitting
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.codebook import CodebookScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.question import QuestionScreen
from rcoder.ui.screens.splitting import SplitScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Strips


@pytest.fixture
def study(tmp_path: Path, contents: CodebookContents, interview_file: Path) -> str:
    """A study with theories, and a coding of Anne's on the hypothesis itself."""
    place = str(tmp_path / "delt.rcoder")
    with create_project(place, "Prøve", contents, coder="Anne") as project:
        list(import_files(project, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        code_passage(project, "interview.txt", Span(70, 90), "H1", CodingFlags())
    return place


@pytest.fixture
def reopened(study: str) -> Callable[[], Project]:
    return lambda: open_project(study, coder="Anne")


@asynccontextmanager
async def split(study: str) -> AsyncIterator[tuple[RcoderApp, Pilot[None]]]:
    """The codebook, with the two parts named and the window open that asks what goes where."""
    async with running(study, size=(100, 32)) as (app, pilot):
        await press(pilot, "B", "s")
        assert app.screen.query_one("#key", Input).value == "H1a"
        await press(pilot, "tab", *"Aftaler", "ctrl+s", "tab", *"Faa", "ctrl+s")
        assert isinstance(app.screen, SplitScreen)
        yield app, pilot


def where(app: RcoderApp) -> list[str]:
    return [line.right for line in app.screen.query_one(Lines)._lines if not line.inert]


def how(app: RcoderApp) -> str:
    return "".join(words for row in app.screen.query_one("#how", Strips)._rows for words, _ in row)


async def test_a_hypothesis_is_split_and_comes_back_with_undo(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with split(study) as (app, pilot):
        assert where(app) == ["?", "?", "?", "?", "?", "(all)", "(all)"]
        await press(pilot, "1", "2", "1", "2")
        assert where(app) == ["H1a", "H1b", "H1a", "H1b", "?", "(H1a)", "(H1b)"]
        await press(pilot, "0")
        assert "H1.O1 stands under one part only" in how(app)
        await press(pilot, "ctrl+s")
        assert how(app).strip() == "H1.O1 has no part yet."
        await press(pilot, "2", "0", "ctrl+s")
        assert isinstance(app.screen, QuestionScreen)
        assert app.screen.words.splitlines() == [
            "H1a Aftaler: 1 support condition, 1 code, 1 box",
            "H1b Faa: 3 codes, 2 boxes",
            "H1 is retired and says what it was split into.",
            "1 coding on it stays there until you move it; enter lists it.",
        ]
        await press(pilot, *"bred", "enter")
        assert isinstance(app.screen, CodebookScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, CodingScreen)
        assert {"H1a", "H1b"} <= {code.key for code in app.screen.study.codes.values()}
        with reopened() as project:
            assert project.codes()[project.code("H1.C1").parent_id or ""].key == "H1b"
            assert [box.key for box in project.theory("H1b").boxes] == ["H1.n1", "H1.n2"]
            assert project.journal()[-1].why == "bred"
        await press(pilot, "u")
        assert "H1a" not in {code.key for code in app.screen.study.codes.values()}


async def test_the_window_is_left_only_when_asked_twice_and_nothing_is_done(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with split(study) as (app, pilot):
        await press(pilot, "1", "escape")
        assert "esc again" in how(app)
        await press(pilot, "up", "escape")
        assert isinstance(app.screen, SplitScreen)
        await press(pilot, "ctrl+q")
        assert app.is_running
        await press(pilot, "escape")
        assert isinstance(app.screen, CodebookScreen)
    with reopened() as project:
        assert [each.key for each in project.codes().values() if each.category is Category.HYPOTHESIS] == [
            "H1"
        ]


async def test_a_further_part_and_other_words_for_one(study: str) -> None:
    async with split(study) as (app, pilot):
        await press(pilot, "3")
        assert "There is no part 3" in how(app)
        await press(pilot, "1", "plus")
        assert app.screen.query_one("#key", Input).value == "H1c"
        await press(pilot, "tab", *"Tre", "ctrl+s")
        await press(pilot, "3")
        assert where(app)[:2] == ["H1a", "H1c"]
        await press(pilot, "w", "enter")
        app.screen.query_one("#key", Input).value = "H1x"
        await press(pilot, "ctrl+s")
        assert where(app)[:2] == ["H1x", "H1c"]
        await press(pilot, "w", "escape")
        assert isinstance(app.screen, SplitScreen)


async def test_the_mouse_asks_which_part(study: str) -> None:
    async with split(study) as (app, pilot):
        lines = app.screen.query_one(Lines)
        for _ in range(2):
            await pilot.click(lines, offset=(10, 3))
            await settle(pilot)
        assert isinstance(app.screen, ChooserScreen)
        await press(pilot, "down", "enter")
        assert where(app)[1] == "H1b"


async def test_a_name_that_is_taken_is_said_and_a_code_is_not_split(study: str) -> None:
    async with running(study, size=(100, 32)) as (app, pilot):
        await press(pilot, "B", "s")
        app.screen.query_one("#key", Input).value = "h1.m1"
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, QuestionScreen)
        await press(pilot, "escape", "escape", "right", "down", "s")
        assert isinstance(app.screen, CodebookScreen)


def state(count: int) -> Splitting:
    old = Code("h1", "book", "H1", Category.HYPOTHESIS, label=Bilingual("En", "One"))
    codes = tuple(Code(f"c{each}", "book", f"H1.M{each}", parent_id="h1") for each in range(count))
    own = Configuration("k", "K01", "anne", "Titel", ("h1",))
    found = Splitting(Split(old, Hanging(codes, configurations=(own,)), (), ("H1a", "H1b", "H1c")))
    for index, key in enumerate(("H1a", "H1b")):
        found.name(
            index,
            {"key": key, "label_da": f"Del {index + 1}", "label_en": "", "title_da": "", "title_en": ""},
        )
    return found


def test_a_part_without_anything_and_one_with_it_all() -> None:
    found = state(2)
    assert splitting.progress(found).startswith("2 of 2 codes to go")
    for each in found.left:
        assert found.give(each.id, ("H1b",)) == ""
    found.give("k", ("H1b",))
    assert splitting.summary(found).splitlines()[:2] == [
        "H1a Del 1: nothing",
        "H1b Del 2: 2 codes, 1 configuration",
    ]
    assert found.proposed_key(2) == "H1c"
    assert found.wrong(2, {"key": "H1a", "label_da": "x", "label_en": ""}, ["H1"]).startswith(
        "The codebook has H1a"
    )
    assert found.wrong(2, {"key": "H1c", "label_da": " ", "label_en": ""}, ["H1"]).startswith(
        "It needs a label"
    )
