"""Configurations that are alike, made one on screen with what meets changed, and split again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from chains_study import chain
from narrative import at_work, entries, numbers, stored
from opening import SIZES, front, listed, press, press_each, settle, steps, type_words, words
from rcoder.project import open_project
from rcoder.project.consolidating import bring, consolidated
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.alike import AlikeScreen
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.configurations import ConfigurationsScreen
from rcoder.ui.screens.meeting import MeetingScreen
from rcoder.ui.widgets.strips import TopLine


@pytest.fixture
def chained(configured: str) -> str:
    return chain(configured)


async def test_a_group_is_made_one_as_the_person_wants_it_and_split_again(chained: str) -> None:
    async with at_work(chained) as (app, pilot):
        await press_each(pilot, "O", "w")
        alike = front(app, AlikeScreen)
        assert listed(alike.lines)[0].startswith("alike K01 and K02 share the resource Aftalt kontaktperson")
        await press(pilot, "enter")
        meeting = front(app, MeetingScreen)
        assert [len(each.members) for each in meeting.meetings] == [1, 2, 2, 1]
        await press(pilot, "enter")
        await type_words(pilot, "Samlet")
        await press(pilot, "enter")
        meeting.lines.go_to(next(each.id for each in meeting._shown if each.id.endswith(":m2")))
        await press(pilot, "x")
        assert [len(each.members) for each in meeting.meetings] == [1, 2, 1, 1, 1]
        await press(pilot, "b")
        front(app, ChooserScreen)
        await press(pilot, "enter")
        assert [len(each.members) for each in meeting.meetings] == [1, 2, 2, 1]
        await press(pilot, "ctrl+s")
        screen = front(app, ConfigurationsScreen)
        made = stored(chained, "K04")
        assert (made.configuration.title, screen._shown) == ("Samlet", made.configuration.id)
        text = "\n".join(listed(screen.rows))
        assert "Made of K01 and K02" in text
        assert "leads to K03" in text
        await press_each(pilot, "Z", "enter")
        assert numbers(chained) == ["K01", "K02", "K03"]
        await press(pilot, "u")
        assert numbers(chained) == ["K01", "K02", "K03", "K04"]


async def test_words_of_an_element_are_changed_and_never_empty(chained: str) -> None:
    async with at_work(chained) as (app, pilot):
        await press_each(pilot, "O", "w", "enter", "down", "down", "w")
        await press(pilot, *["backspace"] * 40, "enter")
        await type_words(pilot, "Begyndelsen")
        await press(pilot, "enter")
        assert front(app, MeetingScreen).meetings[0].element.wording == "Begyndelsen"


async def test_what_is_dismissed_does_not_come_back_unless_asked_for(chained: str) -> None:
    before = entries(chained)
    async with at_work(chained) as (app, pilot):
        await press_each(pilot, "O", "w", "x")
        alike = front(app, AlikeScreen)
        assert listed(alike.lines) == []
        await press(pilot, "o")
        assert listed(alike.lines)[0].startswith("alike dismissed K01")
        await press_each(pilot, "x", "o")
        assert listed(alike.lines)[0].startswith("alike K01")
    assert entries(chained) == before


async def test_any_configurations_are_marked_and_made_one(chained: str) -> None:
    async with at_work(chained) as (app, pilot):
        await press_each(pilot, "O", "w", "down", "space", "+")
        await press(pilot, "K", "0", "3", "enter")
        alike = front(app, AlikeScreen)
        assert alike.marked == ("k1", "k3")
        await press(pilot, "k")
        assert [each.configuration.number for each in front(app, MeetingScreen).brought.members] == [
            "K01",
            "K03",
        ]
        await press(pilot, "ctrl+s")
        assert numbers(chained) == ["K01", "K02", "K03", "K04"]


async def test_a_consolidated_one_takes_another_in(chained: str) -> None:
    with open_project(chained) as project:
        brought = bring(project, ["K01", "K02"])
        project.do(consolidated(project, brought.members, brought.meetings, "Samlet")[1])
    async with at_work(chained) as (app, pilot):
        await press_each(pilot, "O", "w", "+")
        await press(pilot, "K", "0", "3", "enter")
        await press(pilot, "+")
        await press(pilot, "K", "0", "4", "enter", "k")
        meeting = front(app, MeetingScreen)
        assert "Taking K03 into K04" in words(meeting.query_one(TopLine))
        await press(pilot, "ctrl+s")
        assert numbers(chained) == ["K01", "K02", "K03", "K04"]
    with open_project(chained) as project:
        own = project.configuration("K04").line.id
        assert [each.number for each in project.members(own)] == ["K01", "K02", "K03"]


async def test_configurations_that_cannot_be_made_one_say_why(chained: str) -> None:
    async with at_work(chained) as (app, pilot):
        await press_each(pilot, "O", "w", "down", "space", "space", "home", "space", "enter", "ctrl+s")
        await press_each(pilot, "escape", "O", "w", "k")
        await settle(pilot)
        assert numbers(chained) == ["K01", "K02", "K03", "K04"]
        assert isinstance(app.screen, AlikeScreen)


async def test_a_study_without_configurations_has_nothing_alike(narrated: str) -> None:
    async with at_work(narrated) as (app, pilot):
        await press_each(pilot, "O", "w")
        alike = front(app, AlikeScreen)
        assert alike.lines.empty.startswith("None are alike")
        await press_each(pilot, "enter", "space", "k", "x", "N", "g")
        assert front(app, AlikeScreen) is alike


def test_a_member_and_its_consolidated_one_are_stored_apart(chained: str) -> None:
    with open_project(chained) as project:
        assert project.members("k1") == ()


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize(
    "keys", [("O", "w", "down"), ("O", "w", "enter", "down", "down", "down")], ids=["alike", "meeting"]
)
def test_it_looks_so(
    chained: str, keys: tuple[str, ...], size: tuple[int, int], snap_compare: Callable[..., bool]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await steps(*keys)(pilot)

    assert snap_compare(RcoderApp(chained, "Tester"), terminal_size=size, run_before=before)
