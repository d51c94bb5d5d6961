"""The window that asks before a file leaves: what it lists, what it shows of each, and that only y writes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from opening import SIZES, front, listed, press_each, running, said, settle
from rcoder.domain.leaving import Findings, Found, Sighting, Sort
from rcoder.domain.words import MemoKind, Subject
from rcoder.project import open_project
from rcoder.project.memo_files import ready_memos
from rcoder.project.memos import add_memo, memo_lines
from rcoder.ui.app import RcoderApp
from rcoder.ui.leaving import rows
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.leaving import LeavingScreen, let_out

TOLD = (
    "Ring til Fatima Qwerty på 20 24 12 12, cpr 120578-1234. Fatima Qwertys mor svarer, men kun om morgenen."
)


@pytest.fixture
def told(configured: str) -> str:
    """A study with a memo that names somebody."""
    with open_project(configured, coder="Anne") as project:
        add_memo(project, Subject.PROJECT, "", kind=MemoKind.ANALYTIC, title="", text=TOLD, links=())
    return configured


@asynccontextmanager
async def asked(
    study: str, file: Path, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[RcoderApp, Pilot[None], LeavingScreen]]:
    """The window, before the memos are written."""
    async with running(study, size=size) as (app, pilot):
        let_out(
            app,
            lambda project: ready_memos(project, file, memo_lines(project)),
            lambda written: app.said.publish(f"Wrote {written}"),
        )
        await settle(pilot)
        yield app, pilot, front(app, LeavingScreen)


async def test_it_lists_what_was_found_the_most_serious_first_and_its_places(
    told: str, tmp_path: Path
) -> None:
    async with asked(told, tmp_path / "m.md") as (_, pilot, screen):
        assert [each.strip().split("  ")[0].removeprefix("▾ ") for each in listed(screen.found)][:6] == [
            "1 CPR number", "120578-1234", "1 phone number", "20 24 12 12", "1 other name", "Fatima Qwerty",
        ]  # fmt: skip
        assert screen.one is not None
        assert screen.one.sort is Sort.CPR
        await press_each(pilot, "down", "down", "down", "down", "enter")
        assert screen.places.has_focus
        shown = "\n".join(listed(screen.places))
        assert "Fatima Qwertys mor" in shown
        await press_each(pilot, "escape")
        assert screen.found.has_focus


@pytest.mark.parametrize("keys", [("escape",), ("tab", "escape", "escape"), ("enter", "escape", "escape")])
async def test_leaving_it_writes_nothing(told: str, tmp_path: Path, keys: tuple[str, ...]) -> None:
    file = tmp_path / "m.md"
    async with asked(told, file) as (app, pilot, _):
        await press_each(pilot, *keys)
        assert isinstance(app.screen, CodingScreen)
        assert "m.md was not written" in said(app)
    assert not file.exists()


async def test_y_writes_it(told: str, tmp_path: Path) -> None:
    file = tmp_path / "m.md"
    async with asked(told, file) as (app, pilot, _):
        await press_each(pilot, "y")
        assert f"Wrote {file}" in said(app)
    assert "Fatima" in file.read_text(encoding="utf-8")


async def test_where_nothing_is_found_nothing_is_asked(configured: str, tmp_path: Path) -> None:
    file = tmp_path / "m.md"
    async with running(configured) as (app, pilot):
        let_out(app, lambda project: ready_memos(project, file, ()), lambda _: None)
        await settle(pilot)
        assert isinstance(app.screen, CodingScreen)
    assert file.is_file()


@pytest.mark.parametrize("width", [20, 40, 80])
def test_what_was_found_is_strong_among_the_words_round_it(width: int) -> None:
    one = Sighting(
        "line 3", "og så kom " * 6, "Fatima Qwerty", " ind ad døren og sagde noget andet til os alle sammen"
    )
    found = Found(Sort.NAME, "Fatima Qwerty", 1, (one,))
    pieces = [piece for line in rows.place_lines(found, width) for piece in line.pieces]
    assert " ".join(words for words, ink in pieces if ink == "-strong").split() == ["Fatima", "Qwerty"]
    assert all(
        sum(len(words) for words, _ in line.pieces) <= width
        for line in rows.place_lines(found, width)
        if line.goes_on
    )


def test_a_heading_is_no_finding() -> None:
    findings = Findings((Found(Sort.CPR, "120578-1234", 1, ()),))
    lines = rows.found_lines(findings)
    assert rows.found_of(findings, lines[0].id) is None
    assert rows.found_of(findings, lines[1].id) == findings.found[0]


@pytest.mark.parametrize("size", SIZES)
async def test_it_fits_the_screen(told: str, tmp_path: Path, size: tuple[int, int]) -> None:
    async with asked(told, tmp_path / "m.md", size) as (_, _, screen):
        assert screen.has_class("-narrow") is (size[0] < 110)
        assert screen.places.size.width > 30
