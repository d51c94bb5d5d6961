"""Versions of the theory on screen: saved with a reason, compared, and one difference retraced in a few keys."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from narrative import CALM
from opening import front, line_words, listed, press_each, running, said, settle, type_words, words
from rcoder.domain.actions.coding import attach
from rcoder.domain.configuration import Evidence
from rcoder.domain.theory_difference import Sort
from rcoder.domain.words import Claim, Stance
from rcoder.project import open_project
from rcoder.project.versions import difference, save, version_lines
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.one_difference import OneDifferenceScreen
from rcoder.ui.screens.question import QuestionScreen
from rcoder.ui.screens.version_difference import VersionDifferenceScreen
from rcoder.ui.screens.versions import VersionsScreen
from rcoder.ui.widgets.strips import Strips, TopLine

WIDE, NARROW = (120, 40), (80, 24)


@pytest.fixture
def built(configured: str) -> str:
    """The narrative with K01 and a passage for its link."""
    with open_project(configured, coder="Tester") as project:
        transcript = project.transcript("Mette")
        start = project.text(transcript).index(CALM)
        evidence = Evidence(
            "e1", Claim.LINK, "l1", transcript.id, start, start + len(CALM), Stance.SUPPORTS, project.coder_id
        )
        project.do(attach(evidence, "K01", transcript))
    return configured


@asynccontextmanager
async def versions(
    study: str, *keys: str, size: tuple[int, int] = WIDE
) -> AsyncIterator[tuple[RcoderApp, Pilot[None], VersionsScreen]]:
    async with running(study, size=size, coder="Tester") as (app, pilot):
        await press_each(pilot, "O", "v")
        screen = front(app, VersionsScreen)
        await press_each(pilot, *keys)
        yield app, pilot, screen


async def test_the_initial_theory_and_what_stands_now_are_there_from_the_first(built: str) -> None:
    async with versions(built) as (_, _, screen):
        lines = [each for each in listed(screen.rows) if not each.startswith("    ")]
        assert len(lines) == 2
        assert "no version kept yet · n keeps one" in "".join(
            text for text, _ in screen.query_one(TopLine)._right
        )


async def test_a_version_needs_a_name_and_a_reason_and_is_listed(built: str) -> None:
    async with versions(built, "n") as (app, pilot, screen):
        await press_each(pilot, "ctrl+s")
        question = front(app, QuestionScreen)
        await type_words(pilot, "Første")
        await press_each(pilot, "enter", "ctrl+s")
        assert front(app, QuestionScreen) is question
        await type_words(pilot, "fem")
        await press_each(pilot, "ctrl+s")
        assert [each.key for each in screen.found] == ["0", "1", "now"]
        assert (screen.found[1].name, screen.found[1].reason) == ("Første", "fem")
        assert "Saved theory version 1" in said(app)
        await press_each(pilot, "u")
        assert [each.key for each in screen.found] == ["0", "now"]


async def test_two_marked_versions_are_compared_in_their_order(built: str) -> None:
    with open_project(built, coder="Tester") as project:
        save(project, "Første", "fordi")
    async with versions(built, "end", "space", "home", "enter") as (app, pilot, screen):
        compared = front(app, VersionDifferenceScreen)
        assert (compared.before, compared.after) == ("0", "now")
        await press_each(pilot, "escape")
        assert screen.marked == "now"
        await press_each(pilot, "space", "escape")
        assert app.screen is not screen or screen.marked == ""


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_an_arrow_is_retraced_by_six_keys_from_the_transcript(
    built: str, size: tuple[int, int]
) -> None:
    async with running(built, size=size, coder="Tester") as (app, pilot):
        await press_each(pilot, "O", "v", "enter")
        compared = front(app, VersionDifferenceScreen)
        assert (compared.before, compared.after) == ("0", "now")
        own = compared.current
        assert own is not None
        assert own.sort is Sort.CHANGED
        await press_each(pilot, "enter")
        one = front(app, OneDifferenceScreen)
        assert own.after is not None
        assert own.after.witnesses
        assert any("Nobody wrote down why" in each for each in listed(one.why))
        await press_each(pilot, "enter")
        opened = front(app, CodingScreen)
        assert opened.pane.passage.start == own.after.witnesses[0].start
        await press_each(pilot, "g")
        assert app.screen is one


async def test_what_differs_is_said_in_the_words_of_the_program_and_the_labels_of_the_study(
    built: str,
) -> None:
    async with versions(built, "enter", "enter") as (app, _, screen):
        assert any("no configurations" in each for each in listed(screen.rows))
        one = front(app, OneDifferenceScreen)
        shown = "\n".join([words(one.query_one("#head", Strips)), *listed(one.before), *listed(one.after)])
        for word in ("ikke belagt", "fremmer", "passager", "teorien nu", "sager kodet"):
            assert word not in shown
        assert "no evidence yet → draft" in shown
        assert " → promotes → " in shown
        assert "in the initial theory" in shown


async def test_writing_the_reason_answers_the_question_and_stays(built: str) -> None:
    async with versions(built, "enter", "enter", "m") as (app, pilot, _):
        front(app, QuestionScreen)
        await type_words(pilot, "tillid")
        await press_each(pilot, "ctrl+s")
        await settle(pilot)
        one = front(app, OneDifferenceScreen)
        assert any("tillid" in each for each in listed(one.why))
        assert one.compared is not None
        assert not one.compared.asks_why


async def test_the_filter_goes_through_the_sorts(built: str) -> None:
    async with versions(built, "enter") as (app, pilot, _):
        screen = front(app, VersionDifferenceScreen)
        counted = []
        for _ in range(5):
            counted.append({each.sort for each in screen.listed})
            await press_each(pilot, "f")
        assert counted[1:] == [{Sort.CHANGED}, {Sort.NEW}, set(), {Sort.KEPT}]
        assert Sort.KEPT not in counted[0]


async def test_next_and_previous_go_along_the_list(built: str) -> None:
    async with versions(built, "enter", "enter", "n") as (app, pilot, _):
        one = front(app, OneDifferenceScreen)
        listed_ids = [each.id for each in one.whole.listed]
        assert one.named == listed_ids[1]
        await press_each(pilot, "p", "p")
        assert one.named == listed_ids[0]
        assert "first of the list" in said(app)


async def test_swapping_turns_what_is_new_into_what_is_dropped(built: str) -> None:
    async with versions(built, "enter") as (app, pilot, _):
        screen = front(app, VersionDifferenceScreen)
        new = sum(each.sort is Sort.NEW for each in screen.listed)
        await press_each(pilot, "s")
        assert sum(each.sort is Sort.DROPPED for each in screen.listed) == new > 0
        assert "now" in words(screen.query_one("#about", Strips)) or "nu" in words(
            screen.query_one("#about", Strips)
        )


async def test_the_figure_is_written_beside_the_study(built: str) -> None:
    async with versions(built, "enter", "o", "y") as (app, _, _):
        assert "Wrote" in said(app)
        assert "theory-difference-0-now.html" in said(app)


async def test_a_saved_version_stays_and_says_so(built: str) -> None:
    with open_project(built, coder="Tester") as project:
        save(project, "Første", "fordi")
    async with versions(built, "home", "down", "x") as (_, _, screen):
        assert [each.key for each in screen.found] == ["0", "1", "now"]
    with open_project(built, coder="Tester") as project:
        assert len(version_lines(project)) == 3
        assert difference(project, "1", "now").differing == ()


async def test_what_another_wrote_is_seen_at_once(built: str) -> None:
    async with versions(built) as (app, pilot, screen):
        with open_project(built, coder="Tester") as project:
            save(project, "[b]Anden[/b]", "fordi")
        app.outdated.publish(None)
        await settle(pilot)
        assert any("[b]Anden[/b]" in line_words(each) for each in screen.rows._seen)
