"""Passages by heading, opened from any number: read in context, opened in the interview, and back by one key."""

from __future__ import annotations

import pytest

from narrative import CALM, NAMED
from opening import SIZES, front, listed, painted, press, press_each, running, said, settle
from rcoder.domain.passage import Passage
from rcoder.domain.words import Stance
from rcoder.project import open_project
from rcoder.ui.evidencing.rows import counted_in, counted_words
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.configurations import ConfigurationsScreen
from rcoder.ui.screens.doorway import DoorwayScreen
from rcoder.ui.screens.passages import PassagesScreen, open_passages


def found(study: str) -> list[Passage]:
    with open_project(study, coder="Tester") as project:
        return [line.passage for line in project.coding_lines()]


@pytest.mark.parametrize("size", SIZES)
async def test_enter_opens_the_passage_and_g_comes_back_to_the_same_line(
    configured: str, size: tuple[int, int]
) -> None:
    async with running(configured, size=size, coder="Tester") as (app, pilot):
        open_passages(app, "Alle", [("Første", found(configured)[:2]), ("Anden", found(configured)[2:])])
        await settle(pilot)
        screen = front(app, PassagesScreen)
        await press(pilot, "down", "down", "down")
        here = screen.passage
        assert here is not None
        for there, back in ((("enter",), ("g",)), (("g",), ("escape", "escape"))):
            await press(pilot, *there)
            assert front(app, CodingScreen).pane.passage == here.span
            assert "g goes back" in said(app)
            await press_each(pilot, *back)
            assert front(app, PassagesScreen) is screen
            assert screen.passage == here


async def test_the_passage_is_shown_among_what_was_said_round_it(configured: str) -> None:
    async with running(configured, coder="Tester") as (app, pilot):
        passages = [each for each in found(configured) if each.text == CALM]
        open_passages(app, "Ro", [("Tryghed", passages)])
        await settle(pilot)
        words = " ".join(painted(app))
        assert "Jeg vidste" in words
        assert "ringede nu aldrig" in words
        assert any("turn 2" in each for each in listed(front(app, PassagesScreen).found))


async def test_said_or_inferred_is_changed_from_the_list_and_undone(configured: str) -> None:
    async with running(configured, coder="Tester") as (app, pilot):
        open_passages(
            app, "Navn", [("Kontakt", [each for each in found(configured) if each.text == NAMED][:1])]
        )
        await settle(pilot)
        screen = front(app, PassagesScreen)
        await press(pilot, "D")
        assert any("inferred" in each for each in listed(screen.found))
        await press(pilot, "q")
        assert any("inferred · prompted" in each for each in listed(screen.found))
        await press(pilot, "u", "u")
        assert not any("inferred" in each for each in listed(screen.found))


async def test_a_list_without_passages_says_how_to_leave(configured: str) -> None:
    async with running(configured, coder="Tester") as (app, pilot):
        open_passages(app, "Ingen", [])
        await settle(pilot)
        assert any("esc goes back" in each for each in painted(app))
        await press(pilot, "escape")
        front(app, CodingScreen)


async def test_o_opens_the_overviews_and_a_letter_one_of_them(configured: str) -> None:
    async with running(configured, coder="Tester") as (app, pilot):
        await press(pilot, "O")
        front(app, DoorwayScreen)
        await press(pilot, "c")
        front(app, ConfigurationsScreen)
        await press(pilot, "O")
        front(app, DoorwayScreen)
        await press(pilot, "escape")
        front(app, ConfigurationsScreen)


def passage(own: str, start: int, end: int, case: str = "c", stance: Stance | None = None) -> Passage:
    about = (case, case, "s", "Mette", ("borger",), False, "k", "Anne")
    return Passage(own, "t", "Mette", start, end, "…", *about, stance=stance)  # type: ignore[arg-type]  # in order


def test_words_that_overlap_are_counted_as_the_cell_does_beside_the_passages() -> None:
    found = [passage("a", 0, 10), passage("b", 5, 20), passage("c", 20, 30), passage("d", 5, 9, "other")]
    assert counted_words(found) == "4 passages, 3 stretches of words"
    assert counted_words(found[1:]) == "3 passages"
    assert counted_words(found[:2]) == "2 passages, 1 stretch of words"
    assert counted_words([]) == "no passage"


def test_the_same_words_under_two_headings_are_a_stretch_of_each_and_a_passage_once() -> None:
    one, other = passage("a", 0, 10), passage("b", 5, 20)
    assert counted_in([("Supports", [one]), ("Contradicts", [other])]) == "2 passages"
    assert counted_in([("Borger", [one]), ("Mentor", [one])]) == "1 passage"
    assert counted_in([("Supports", [one, other]), ("New", [])]) == "2 passages, 1 stretch of words"
