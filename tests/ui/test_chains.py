"""Chains on screen: walked in the overview, followed from a configuration, and gone on from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chains_study import chain
from narrative import at_work, numbers, on_row, stored
from opening import SIZES, front, listed, press, press_each, said, steps, type_words, words
from rcoder.domain.chain import Tie
from rcoder.domain.words import Kin, Kind
from rcoder.project import open_project
from rcoder.project.chains import neighbours, relating
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.chains import ChainsScreen
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.configurations import ConfigurationsScreen
from rcoder.ui.screens.passages import PassagesScreen
from rcoder.ui.widgets.strips import Strips, TopLine


@pytest.fixture
def chained(configured: str) -> str:
    return chain(configured)


async def test_a_loop_is_drawn_walked_and_opened(chained: str) -> None:
    async with at_work(chained) as (app, pilot):
        await press_each(pilot, "O", "g")
        screen = front(app, ChainsScreen)
        assert listed(screen.lines) == [
            " K01 Ét nummer", " └→ K03 Samarbejdet bærer", "    └→ ↺ K01", "Loops", "  ↺ K01 → K03 → K01",
        ]  # fmt: skip
        assert "2 of 3 configurations in a chain" in "".join(
            text for text, _ in screen.query_one(TopLine)._right
        )
        await press_each(pilot, "right", "right")
        assert words(screen.query_one("#about", Strips)).startswith(" K03 → K01 “Opstart”  context of K01")
        await press(pilot, "right")
        assert screen.here is not None
        assert screen.lines.current is not None
        assert (screen.here.number, screen.lines.current.id) == ("K01", "branch:0:k1")
        await press_each(pilot, "right", "left", "down", "Q")
        assert "Godt samarbejde" in repr(front(app, PassagesScreen).groups)
        await press_each(pilot, "escape", "enter")
        assert front(app, ConfigurationsScreen).bench is not None
        assert stored(chained, "K03").configuration.id == front(app, ConfigurationsScreen)._shown
        await press(pilot, "escape")
        assert front(app, ChainsScreen).here == screen.here


async def test_what_is_nested_is_said_with_a_reason_and_taken_back(chained: str) -> None:
    async with at_work(chained) as (app, pilot):
        await press_each(pilot, "O", "g", "N", "down", "enter")
        assert "is nested in" in front(app, ChooserScreen).heading
        await press(pilot, "K", "0", "2", "enter")
        await type_words(pilot, "samme sag")
        await press(pilot, "enter")
        screen = front(app, ChainsScreen)
        assert listed(screen.lines)[-1] == "  K01 ⊂ is nested in K02  samme sag"
        with open_project(chained) as project:
            assert [each.tie for each in neighbours(project, "K02")] == [Tie.NESTS]
        await press_each(pilot, "end", "x")
        assert "Nested" not in " ".join(listed(screen.lines))
        await press_each(pilot, "home", "x")
        assert "A chain is of shared elements" in "".join(each.message for each in app._notifications) + said(
            app
        )
        with open_project(chained) as project:
            assert neighbours(project, "K02") == ()


async def test_chains_are_followed_on_and_back_from_a_configuration(chained: str) -> None:
    async with at_work(chained) as (app, pilot):
        screen = await on_row(app, pilot, "place:po")
        await press(pilot, ">")
        assert screen._shown == "k3"
        await press(pilot, ">")
        assert screen._shown == "k1"
        await press(pilot, "<")
        assert screen._shown == "k3"
        await press(pilot, "<")
        assert (screen._shown, screen.rows.row) == ("k1", "place:po")
        await press(pilot, "<")
        assert screen._shown == "k3"
        screen.rows.go_to(next(each.id for each in screen.rows._lines if each.id.startswith("tie:leads_to")))
        await press(pilot, "enter")
        assert screen._shown == "k1"


async def test_an_outcome_that_leads_nowhere_goes_on_into_a_new_configuration(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, "place:po")
        await press_each(pilot, ">", "enter")
        assert numbers(configured) == ["K01", "K02"]
        made = stored(configured, "K02")
        assert [(each.element_id, each.kind) for each in made.places] == [("o", Kind.CONTEXT)]
        assert screen._shown == made.configuration.id
        await press(pilot, "<")
        assert screen._shown == "k1"
        await press(pilot, "u")
        assert numbers(configured) == ["K01"]


async def test_no_chain_says_the_key_that_makes_one(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await press_each(pilot, "O", "g")
        screen = front(app, ChainsScreen)
        assert "> on an outcome" in screen.lines.empty
        await press_each(pilot, "enter", "Q", "x", "N", "o", "W", "escape")
        assert app.is_running


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
def test_the_chains_look_so(chained: str, size: tuple[int, int], snap_compare: Callable[..., bool]) -> None:
    app = RcoderApp(chained, "Tester")
    assert snap_compare(app, terminal_size=size, run_before=steps("O", "g", "down"))


async def test_what_was_said_of_two_is_taken_back_in_the_configuration(chained: str) -> None:
    with open_project(chained) as project:
        project.do(relating(project, "K02", Kin.CONTRADICTS, "K01", "det modsatte"))
    async with at_work(chained) as (app, pilot):
        screen = await on_row(app, pilot, "place:po")
        rows = [
            each.id for each in screen.rows._lines if each.id.startswith("tie:contradicts") and not each.inert
        ]
        screen.rows.go_to(rows[0])
        await press(pilot, "x")
        with open_project(chained) as project:
            assert neighbours(project, "K02") == ()
        screen.rows.go_to(next(each.id for each in screen.rows._lines if each.id.startswith("tie:leads_to")))
        await press(pilot, "x")
        assert len(stored(chained, "K03").places) == 2
