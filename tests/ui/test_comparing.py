"""Comparisons on screen: choosing what is compared, reading a cell, opening the passages behind it, writing it to a file."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from compared import evidence
from opening import front, listed, press_each, running, said, settle, type_words, words
from opening import painted as shown_rows
from rcoder.domain.journal import Deed, added
from rcoder.domain.matrix import Ask, Line, Matrix, Of, Question
from rcoder.domain.words import Claim, Scope, Stance
from rcoder.ui.app import RcoderApp
from rcoder.ui.comparing.view import Cells, View, across
from rcoder.ui.screens.calm_windows import SaidScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.matrix import MatrixScreen
from rcoder.ui.screens.passages import PassagesScreen
from rcoder.ui.widgets.grid import Grid
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Strips, TopLine


@asynccontextmanager
async def comparison(
    study: str, *keys: str, size: tuple[int, int] = (120, 40), coder: str = "Anne"
) -> AsyncIterator[tuple[RcoderApp, Pilot[None], MatrixScreen]]:
    async with running(study, "O", "x", size=size, coder=coder) as (app, pilot):
        screen = front(app, MatrixScreen)
        await press_each(pilot, *keys)
        yield app, pilot, screen


def painted(screen: MatrixScreen) -> list[str]:
    grid = screen.query_one(Grid)
    return [grid.render_line(y).text.rstrip() for y in range(grid.size.height)]


def about(screen: MatrixScreen) -> str:
    return words(screen.query_one("#about", Strips))


async def choose(pilot: Pilot[None], key: str, letters: str) -> None:
    await press_each(pilot, key)
    await type_words(pilot, letters)
    await press_each(pilot, "enter")


async def test_it_opens_on_the_evidence_of_every_case_with_every_gap_told_apart(compared_study: str) -> None:
    async with comparison(compared_study) as (_, _, screen):
        lines = painted(screen)
        assert lines[0].split() == ["Case", "K3", "Samlet", "K6", "Alene"]
        five = next(line for line in lines if line.strip().startswith("Sag 5"))
        assert "▨" in five
        assert [line.strip() for line in lines if line.strip().startswith("with")] == [
            "with hours",
            "without hours",
        ]
        assert "Successes are over-sampled: 3 of 4" in words(screen.query_one("#warned", Strips))
        assert "no\u00a0interview" in words(screen.query_one("#legend", Strips))


async def test_the_cell_under_the_cursor_is_said_in_words(compared_study: str) -> None:
    async with comparison(compared_study, "right") as (_, pilot, screen):
        assert about(screen).splitlines()[0].strip() == "Sag 1 · K3 Samlet"
        assert "passage" in about(screen)
        await press_each(pilot, "left", "ctrl+end")
        assert "general experience" in about(screen)


async def test_enter_opens_the_passages_of_the_cell_and_esc_comes_back_to_it(compared_study: str) -> None:
    async with comparison(compared_study, "right", "enter") as (app, pilot, screen):
        passages = front(app, PassagesScreen)
        assert passages.heading == "Sag 1 · K3 Samlet"
        assert passages.groups
        await press_each(pilot, "down", "enter")
        assert isinstance(app.screen, CodingScreen)
        await press_each(pilot, *["escape"] * 3)
        assert app.screen is screen
        assert screen.grid.here == ("c1", "k3")


async def test_enter_on_a_gap_says_what_the_gap_is(compared_study: str) -> None:
    async with comparison(compared_study, "right") as (app, pilot, screen):
        screen.grid.go_to("c5", "k3")
        await press_each(pilot, "enter")
        assert app.screen is screen
        assert said(app) == "Sag 5 · K3 Samlet: no interview"


async def test_the_question_its_rows_and_the_role_are_chosen(compared_study: str) -> None:
    async with comparison(compared_study) as (_, pilot, screen):
        await choose(pilot, "q", "codes by role")
        assert screen.asked.question is Question.CODES_ROLES
        await choose(pilot, "f", "H2 Match")
        assert [each.short for each in screen.view.matrix.rows] == ["H2", "H2.O1"]  # type: ignore[union-attr]
        await choose(pilot, "r", "borger")
        assert screen.asked == Ask(Question.CODES_ROLES, "H2", role="borger")
        await press_each(pilot, "f", "enter")
        assert "H2" in painted(screen)[1]


async def test_groups_are_put_side_by_side_by_an_attribute_or_a_condition(compared_study: str) -> None:
    async with comparison(compared_study) as (app, pilot, screen):
        await choose(pilot, "g", "municipality")
        assert screen.asked.question is Question.GROUPS
        assert painted(screen)[0].split()[1:3] == ["Nordby", "Åby"]
        await choose(pilot, "o", "configurations")
        assert screen.asked.of is Of.CONFIGURATIONS
        await choose(pilot, "g", "a condition")
        await type_words(pilot, "municipality is Nordby")
        await press_each(pilot, "enter")
        assert screen.asked.split == "municipality is Nordby"
        assert [each.id for each in screen.view.matrix.columns][:3] == ["in", "out", "unknown"]  # type: ignore[union-attr]
        await choose(pilot, "g", "a condition")
        await type_words(pilot, "nothing at all")
        await press_each(pilot, "enter")
        assert "no condition" in said(app) or "cannot be split" in said(app)


async def test_empty_rows_are_hidden_and_shown_again(compared_study: str) -> None:
    async with comparison(compared_study) as (_, pilot, screen):
        await choose(pilot, "q", "perspectives")
        whole = len(painted(screen))
        before = [line for line in painted(screen) if line]
        await press_each(pilot, "h")
        assert "empty rows hidden" in "".join(text for text, _ in screen.query_one(TopLine)._right)
        assert len([line for line in painted(screen) if line]) < len(before)
        await press_each(pilot, "h")
        assert [line for line in painted(screen) if line] == before
        assert len(painted(screen)) == whole


async def test_it_is_read_again_where_a_deed_changed_it(compared_study: str) -> None:
    async with comparison(compared_study) as (app, pilot, screen):
        before = screen.view.matrix.cells.get(("c4", "k6"))  # type: ignore[union-attr]
        new = evidence(
            900, ("t5", 20, 5, (Claim.CONFIGURATION, "k6"), "Anne", Stance.NEW, Scope.THIS_CASE, None)
        )
        app.act(Deed("Joined", added(new)))
        await settle(pilot)
        after = screen.view.matrix.cells[("c4", "k6")]  # type: ignore[union-attr]
        assert after != before
        assert "✚" in after.shown


async def test_a_file_is_written_and_none_is_replaced_unasked(
    compared_study: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "evidence.md").write_text("mine", encoding="utf-8")
    async with comparison(compared_study) as (app, pilot, _):
        await choose(pilot, "e", "Markdown")
        await press_each(pilot, "enter")
        assert (tmp_path / "evidence.md").read_text(encoding="utf-8") == "mine"
        app.screen.query_one(Input).value = str(tmp_path / "other.md")
        await press_each(pilot, "enter")
        assert (tmp_path / "other.md").read_text(encoding="utf-8").startswith("# Evidence")
        assert (tmp_path / "evidence.md").read_text(encoding="utf-8") == "mine"


async def test_what_the_numbers_are_stands_whole_in_a_window(compared_study: str) -> None:
    async with comparison(compared_study, "i", size=(80, 24)) as (app, pilot, screen):
        window = front(app, SaidScreen)
        shown = " ".join(" ".join(listed(window.query_one(Lines))).split())
        assert screen.view is not None
        matrix = screen.view.matrix
        for each in (*matrix.warnings, *matrix.notes, *(words for _, words in matrix.legend)):
            assert " ".join(each.split()) in shown
        assert "latest first" not in " ".join(shown_rows(app))
        await press_each(pilot, "escape")
        assert app.screen is screen
        assert "…" not in said(app)


async def test_what_the_signs_mean_stands_whole_in_a_narrow_terminal(compared_study: str) -> None:
    async with comparison(compared_study, size=(80, 24)) as (_, pilot, screen):
        for question in ("groups", "codes by role", "support conditions", "perspectives"):
            await choose(pilot, "q", question)
            legend = screen.query_one("#legend", Strips)
            rows = words(legend).splitlines()
            assert rows
            assert "…" not in words(legend)
            assert len(rows) <= legend.size.height


async def test_a_blind_coder_sees_none_of_it(compared_study: str) -> None:
    async with comparison(compared_study, coder="Jonas") as (_, _, screen):
        assert screen.view is not None
        assert screen.view.matrix.columns == ()
        assert "No configuration fits" in " ".join(painted(screen))


async def test_a_study_without_anything_says_what_fills_it(study: str) -> None:
    async with comparison(study, size=(80, 24)) as (_, _, screen):
        assert any(line.strip() for line in painted(screen))


def test_the_cells_of_a_thousand_columns_are_made_when_they_are_looked_at() -> None:
    columns = tuple(Line(str(n), f"K{n}") for n in range(1000))
    row = Line("r", "Sag")
    cells = Cells(View(Matrix(Ask(), "", "", "Case", (row,), columns)), row)
    assert len(cells) == 1000
    assert cells[999] == (("", "-muted"),)
    assert len(cells[10:20]) == 10


def test_a_part_that_waits_is_not_shown_as_nothing() -> None:
    rows = (Line("a", "A"), Line("b", "B"))
    matrix = Matrix(Ask(Question.CODES_ROLES), "", "", "Code", rows, (Line("c", "C"),))
    shown = View(matrix, counted=frozenset({"a"}))
    assert Cells(shown, rows[0])[0][0][0] == ""
    assert Cells(shown, rows[1])[0][0][0] == "…"


def test_a_screenful_of_columns_is_gone_at_a_time_and_never_beyond_the_last() -> None:
    columns = tuple(Line(str(n), f"K{n}") for n in range(1000))
    shown = View(Matrix(Ask(), "", "", "Case", (Line("r", "Sag"),), columns), 80)
    first = across(shown, "", 1)
    assert first is not None
    assert 5 < int(first) < 30
    assert across(shown, "998", 1) == "999"
    assert across(shown, "2", -1) == "0"
    assert across(View(Matrix(Ask(), "", "", "Case", (), ())), "", 1) is None


async def test_the_keys_go_across_and_down_many_columns(compared_study: str) -> None:
    async with comparison(compared_study, "ctrl+right") as (_, pilot, screen):
        assert screen.grid.here == ("c1", "k6")
        await press_each(pilot, "ctrl+left")
        assert screen.grid.here == ("c1", "k3")
