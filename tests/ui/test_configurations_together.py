"""Two programs on one study: nobody writes over what somebody else changed meanwhile."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from narrative import at_work, numbers, on_row, stored
from opening import press_each, said, settle, type_words
from rcoder.domain.words import Activation
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.configurations import ConfigurationsScreen
from rcoder.ui.screens.question import QuestionScreen

Opened = tuple[RcoderApp, Pilot[None]]


@pytest.fixture(autouse=True)
def _nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither program looks for what others wrote by itself, however long a test takes."""
    monkeypatch.setattr("rcoder.ui.app.LOOK_EVERY", 3600.0)


@asynccontextmanager
async def two_running(location: str, row: str) -> AsyncIterator[tuple[Opened, Opened]]:
    """Two programs on one study, both with K01 on screen and the cursor on a line."""
    async with at_work(location) as one, at_work(location) as other:
        await on_row(*one, row)
        await on_row(*other, row)
        yield one, other


async def test_words_that_another_program_changed_meanwhile_are_not_written_over(configured: str) -> None:
    async with two_running(configured, "because") as (one, other):
        await press_each(other[1], "B")
        await press_each(one[1], "B")
        await type_words(one[1], "BBB ")
        await press_each(one[1], "ctrl+s")
        await type_words(other[1], "DDD ")
        await press_each(other[1], "ctrl+s")
        assert stored(configured).configuration.because == "BBB hun kender vejen"
        form = other[0].screen
        assert isinstance(form, QuestionScreen)
        assert "“BBB hun kender vejen”" in form.words
        assert form.query_one(TextArea).text == "DDD hun kender vejen", "what the person wrote is kept"
        await press_each(other[1], "ctrl+s")
        assert stored(configured).configuration.because == "DDD hun kender vejen", "said knowingly"


@pytest.mark.parametrize(
    ("row", "key", "ends", "there"),
    [
        ("title", "w", ["enter"], "AÉt nummer"),
        ("place:pm", "w", ["enter"], "ATryghed"),
        ("title", "m", ["ctrl+s"], "A"),
        ("title", "j", ["enter", "A", "enter"], "A"),
    ],
    ids=["title", "wording", "memo", "strength"],
)
async def test_every_form_is_refused_where_its_words_were_changed_meanwhile(
    configured: str, row: str, key: str, ends: list[str], there: str
) -> None:
    async with two_running(configured, row) as (one, other):
        await press_each(other[1], key)
        await press_each(one[1], key, "home", "A", *ends)
        before = stored(configured)
        await press_each(other[1], "home", "B", *ends)
        assert stored(configured) == before
        assert isinstance(other[0].screen, QuestionScreen)
        assert f"“{there}" in other[0].screen.words


async def test_another_field_of_the_same_configuration_is_no_hindrance(configured: str) -> None:
    async with two_running(configured, "title") as (one, other):
        await press_each(other[1], "B")
        await press_each(one[1], "w", "end", "A", "enter")
        await press_each(other[1], "C", "ctrl+s")
    own = stored(configured).configuration
    assert (own.title, own.because) == ("Ét nummerA", "Chun kender vejen")


@pytest.mark.parametrize(
    ("row", "first", "then"),
    [
        ("link:l1", ["t"], ["t"]),
        ("place:pm", ["k"], ["k"]),
        ("place:po", ["p"], ["h"]),
        ("place:pm", ["A"], ["A"]),
        ("title", ["L"], ["L"]),
        ("title", ["L"], ["r", "down", "enter"]),
        ("place:pm", ["w", "x", "enter"], ["a", "enter"]),
        ("place:pm", ["w", "x", "enter"], ["x"]),
        ("place:pm", ["w", "x", "enter"], ["X"]),
    ],
)
async def test_a_key_pressed_on_what_is_no_longer_so_is_refused_and_the_view_made_fresh(
    configured: str, row: str, first: list[str], then: list[str]
) -> None:
    async with two_running(configured, row) as (one, other):
        await press_each(one[1], *first)
        done = stored(configured)
        await press_each(other[1], *then)
        assert stored(configured) == done
        assert "has been changed meanwhile" in said(other[0])
        screen = other[0].screen
        assert isinstance(screen, ConfigurationsScreen)
        assert screen.bench is not None
        assert screen.bench.assembled == done
        await press_each(other[1], *then)
        assert stored(configured) != done if numbers(configured) else then == ["X"]


async def test_what_another_program_tied_is_not_removed_unseen(configured: str) -> None:
    async with two_running(configured, "place:pm") as (one, other):
        await press_each(one[1], "l")
        await type_words(one[1], "O1")
        await press_each(one[1], "enter")
        await press_each(other[1], "x")
        assert len(stored(configured).links) == 2
        assert "has been changed meanwhile" in said(other[0])


async def test_an_addition_goes_through_whatever_others_did(configured: str) -> None:
    async with two_running(configured, "title") as (one, other):
        await press_each(other[1], "plus")
        await press_each(one[1], "L")
        await type_words(other[1], "tør")
        await press_each(other[1], "enter", "enter")
    assert "tør" in {each.wording for each in stored(configured).elements.values()}


async def test_quick_keys_of_one_person_with_windows_between_are_all_done(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await on_row(app, pilot, "place:pm")
        await pilot.press("A", "A", "a")
        await settle(pilot)
        await press_each(pilot, "enter", "A")
    made = stored(configured).elements["m"]
    assert (made.activation, made.actor) == ("strong", "borger")


async def test_quick_keys_and_undo_keep_their_order(configured: str) -> None:
    before = stored(configured)
    async with at_work(configured) as (app, pilot):
        await on_row(app, pilot, "place:pm")
        await pilot.press("A", "x", "u", "u", "A", "escape")
        await settle(pilot)
        assert isinstance(app.screen, CodingScreen)
    assert stored(configured) == replace(
        before,
        elements={**before.elements, "m": replace(before.elements["m"], activation=Activation.WEAK)},
    )


async def test_what_others_wrote_is_shown_when_one_comes_back_to_the_screen(configured: str) -> None:
    async with two_running(configured, "title") as (one, other):
        await press_each(other[1], "slash")
        await press_each(one[1], "w", "end", "A", "enter")
        await press_each(other[1], "escape")
        screen = other[0].screen
        assert isinstance(screen, ConfigurationsScreen)
        assert screen.bench is not None
        assert screen.bench.assembled.configuration.title == "Ét nummerA"
