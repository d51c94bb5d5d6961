"""Keys typed while an interview is still being opened are about the interview that comes, never about the one before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual import events
from textual.keys import key_to_character
from textual.pilot import Pilot

from rcoder.project import Project
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.coding import CodingScreen


async def settle(pilot: Pilot[None]) -> None:
    for _ in range(8):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()


async def burst(pilot: Pilot[None], *keys: str) -> None:
    """All keys are there before the first is acted on."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key_to_character(key)))
    await settle(pilot)


def coded(project: Project) -> list[str]:
    """Titles of the interviews of Anne's codings in the order they were made."""
    with project:
        found = sorted(project.coding_lines(coder="Anne"), key=lambda each: each.coding.id)
        return [each.passage.transcript for each in found]


def spans(project: Project) -> list[tuple[str, int, int]]:
    with project:
        found = project.coding_lines(coder="Anne")
        return [(each.passage.transcript, each.passage.start, each.passage.end) for each in found]


async def find_to_the_last_hit_of_an_interview(pilot: Pilot[None], screen: CodingScreen) -> str:
    """Finds a word and goes to the last hit of the first interview; gives the title of the next one's."""
    await pilot.press("down", "c", *"tryg", "enter")
    await settle(pilot)
    await pilot.press("slash")
    await settle(pilot)
    await pilot.press(*"det")
    await settle(pilot)
    await pilot.press("enter", "enter")
    await settle(pilot)
    state = screen._found
    assert state is not None
    while state.hits[state.at + 1].transcript == state.hits[state.at].transcript:
        await pilot.press("f3")
        await settle(pilot)
    return state.hits[state.at + 1].transcript


async def test_a_code_after_the_key_to_the_next_hit_is_given_there(
    study: str, reopened: Callable[[], Project]
) -> None:
    app = RcoderApp(study, "Anne")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, CodingScreen)
        wanted = await find_to_the_last_hit_of_an_interview(pilot, screen)
        before = len(coded(reopened()))
        await burst(pilot, "f3", "1")
        assert screen.study.reading is not None
        assert screen.study.reading.transcript.title == wanted
    assert coded(reopened())[before:] == [wanted]


async def test_codes_in_a_burst_are_given_to_one_hit_after_the_other(
    study: str, reopened: Callable[[], Project]
) -> None:
    app = RcoderApp(study, "Anne")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("down", "c", *"tryg", "enter")
        await settle(pilot)
        before = spans(reopened())
        await pilot.press("slash", *"ringe")
        await settle(pilot)
        await pilot.press("enter")
        await burst(pilot, "1", "1", "1")
        hits = [(each.transcript, each.span.start) for each in app.screen.state.hits]  # type: ignore[attr-defined]
    new = [each for each in spans(reopened()) if each not in before]
    assert len(hits) == len(new) == 3
    assert all(any(there == title and a <= at < b for there, a, b in new) for title, at in hits)


async def test_a_code_right_after_the_words_is_given_to_what_they_found_and_not_to_what_was_found_before(
    study: str, reopened: Callable[[], Project]
) -> None:
    app = RcoderApp(study, "Anne")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("down", "c", *"tryg", "enter")
        await settle(pilot)
        await pilot.press("slash", *"lageret")
        await settle(pilot)
        before = spans(reopened())
        await burst(pilot, *["backspace"] * 7, *"ringe", "enter", "1")
        hit = app.screen.state.hits[0]  # type: ignore[attr-defined]
        assert hit.words == "ringe"
    ((title, start, end),) = [each for each in spans(reopened()) if each not in before]
    assert title == hit.transcript
    assert start <= hit.span.start < end


@pytest.mark.parametrize("key", ["1", "w", "m", "T", "asterisk", "full_stop"])
async def test_in_a_project_for_reading_a_key_says_so_before_anything_is_written(
    study: str, key: str
) -> None:
    app = RcoderApp(study, "Anne")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, CodingScreen)
        assert app.desk is not None
        reason = "its folder may not be written to"
        await app.desk.ask(lambda project: setattr(project.store, "read_only", reason))
        screen.study.overview = replace(screen.study.overview, read_only=True)
        screen.study.recent, screen.study.last = list(screen.study.codes)[2:3], list(screen.study.codes)[2]
        codings = screen.pane.coded.codings
        told: list[str] = []
        app.told.subscribe(screen, told.append)
        await pilot.press(key)
        await settle(pilot)
        assert "for reading only" in told[0]
        assert screen.pane.coded.codings == codings
        assert app.screen is screen
