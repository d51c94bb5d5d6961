"""Finding words on screen: live, with filters, opened in place, and coded one by one or together, by keys and by mouse."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from opening import SIZES, front, listed, press, running, said, settle, steps, words
from rcoder.domain.finding import Filters, Unit, Way
from rcoder.project import Project
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.find_words import FindScreen
from rcoder.ui.screens.picker import PickerScreen
from rcoder.ui.widgets.strips import TopLine


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counting does not wait for a pause."""
    from rcoder.ui.screens import find_view

    monkeypatch.setattr(find_view, "PAUSE", 0)


@asynccontextmanager
async def finding(
    study: str, *keys: str, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[RcoderApp, Pilot[None], FindScreen]]:
    """The search, with some keys pressed in its field."""
    async with running(study, "slash", size=size) as (app, pilot):
        screen = front(app, FindScreen)
        await press(pilot, *keys)
        yield app, pilot, screen


def shown(screen: FindScreen) -> list[str]:
    return listed(screen.hits)


def top(screen: FindScreen) -> str:
    strips = screen.query_one(TopLine)
    return words(strips) + "".join(text for text, _ in strips._right)


def middle(screen: FindScreen) -> set[int]:
    """Columns in which the hits begin."""
    return {sum(len(text) for text, _ in line.pieces[:2]) for line in screen.hits._seen}


def codings(reopened: Callable[[], Project]) -> list[tuple[str, str, str]]:
    with reopened() as project:
        return [
            (line.passage.transcript, line.code, line.passage.text)
            for line in project.coding_lines()
            if line.passage.coder == "Anne"
        ]


async def test_hits_come_as_one_types_with_their_words_in_one_column_and_their_count(study: str) -> None:
    async with finding(study, *"ringe") as (_, pilot, screen):
        assert [hit.words for hit in screen.state.hits] == ["ringe"] * 3
        assert len(middle(screen)) == 1
        assert "3 hits in 3 of 3 interviews, 2 of 2 cases" in top(screen)
        await press(pilot, "asterisk")
        assert [hit.words for hit in screen.state.hits] == ["ringe", "ringede"] * 3
        await press(pilot, "backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
        assert shown(screen) == []
        assert "hits" not in top(screen)
        assert "Type a word" in screen.hits.empty


async def test_the_column_stays_where_it_is_with_marks_and_a_scroll_bar(study: str) -> None:
    async with finding(study, *"det", "enter", "space", "space", size=(80, 24)) as (_, _pilot, screen):
        assert len(screen.state.hits) > screen.hits.size.height
        assert screen.state.marked == {0, 1}
        assert len(middle(screen)) == 1


async def test_a_word_that_is_said_nowhere_says_how_to_go_on(study: str) -> None:
    async with finding(study, *"zebra") as (_, pilot, screen):
        assert "w looks for related words" in screen.hits.empty
        assert "0 hits in 0 of 3 interviews" in top(screen)
        await press(pilot, *(["backspace"] * 5), "minus", "x")
        assert "no word to look for" in screen.hits.empty


async def test_a_hit_opens_in_place_and_f3_goes_on_through_the_interviews(study: str) -> None:
    async with finding(study, *"turde", "enter", "enter") as (app, pilot, _):
        assert isinstance(app.screen, CodingScreen)
        assert len(app.screen_stack) == 1
        pane = app.screen.pane
        places = []
        for _ in range(3):
            assert pane.reading is not None
            places.append((pane.reading.transcript.title, pane.reading.text[pane.cursor.position :][:5]))
            await press(pilot, "f3")
        assert places == [("Sag 01: Mette", "turde"), ("Sag 02: Ole", "turde"), ("Leder", "turde")]
        assert "That was the last hit" in said(app)
        await press(pilot, "shift+f3")
        assert pane.reading is not None
        assert pane.reading.transcript.title == "Sag 02: Ole"


async def test_the_list_comes_back_as_it_was(study: str) -> None:
    async with finding(study, *"turde", "enter", "space", "enter") as (app, pilot, screen):
        assert isinstance(app.screen, CodingScreen)
        await press(pilot, "slash")
        again = app.screen
        assert isinstance(again, FindScreen)
        assert again is not screen
        assert again.field.value == "turde"
        assert again.hits.has_focus
        assert (again.state.at, again.state.marked) == (1, {0})
        assert again.hits.current is not None
        assert again.hits.current.id == "1"
        await press(pilot, "escape")
        assert isinstance(app.screen, CodingScreen)


async def test_f3_without_a_search_says_how_to_begin_one(study: str) -> None:
    app = RcoderApp(study, "Anne")
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "f3")
        assert "/ finds words" in said(app)


async def test_a_hit_is_coded_as_its_sentence_and_the_cursor_goes_on(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with finding(study, *"turde", "enter", "c") as (app, pilot, screen):
        assert isinstance(app.screen, PickerScreen)
        await press(pilot, *"H2.M1", "enter")
        assert screen.state.at == 1
        assert codings(reopened) == [("Sag 01: Mette", "H2.M1", "Så turde jeg også sige det.")]
        assert "H2.M1" in screen.hits._seen[0].right
        await press(pilot, "1")
        assert len(codings(reopened)) == 2
        await press(pilot, "u")
        assert len(codings(reopened)) == 1
        await press(pilot, "up", "up", "1")
        assert "already" in said(app)


async def test_marked_hits_are_coded_in_one_deed_that_one_undo_takes_back(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with finding(study, *"ring*", "enter", "A", "p") as (app, pilot, screen):
        assert screen.state.marked == set(range(6))
        assert screen.state.unit is Unit.HIT
        assert "6 marked" in top(screen)
        await press(pilot, "space", "c", *"H2.M1", "enter")
        assert sorted(text for _, _, text in codings(reopened)) == ["ringe"] * 2 + ["ringede"] * 3
        assert screen.state.marked == set()
        assert "Coded 5 passages in 3 interviews as H2.M1" in said(app)
        await press(pilot, "u")
        assert codings(reopened) == []
        await press(pilot, "A", "A")
        assert screen.state.marked == set()


async def test_all_together_leave_out_what_interviewers_say_and_tell_how_much(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with finding(study, *"det", "enter", "A") as (app, pilot, screen):
        hits = screen.state.hits
        asked = [index for index, hit in enumerate(hits) if hit.interviewer]
        assert screen.state.marked == {*range(len(hits))} - {*asked}
        words_of = f"{len(asked)} hit{'s' if len(asked) > 1 else ''} in interviewers' words"
        assert said(app).startswith(words_of)
        await press(pilot, "c", *"H2.M1", "enter")
        assert words_of in said(app)
        assert len(codings(reopened)) > 1
        await press(pilot, "u", "A", "A")
        assert (screen.state.marked, codings(reopened)) == (set(), [])
        screen.hits.move(asked[0])
        await press(pilot, "1")
        ((_, _, text),) = codings(reopened)
        assert hits[asked[0]].words in text


async def test_filters_and_the_way_are_one_key_each(study: str) -> None:
    async with finding(study, *"det", "enter") as (app, pilot, screen):
        whole = len(screen.state.hits)
        await press(pilot, "o")
        assert screen.state.search.filters == Filters(without_interviewer=True)
        assert len(screen.state.hits) < whole
        assert not any(hit.interviewer for hit in screen.state.hits)
        await press(pilot, "r")
        assert isinstance(app.screen, ChooserScreen)
        await press(pilot, *"projekt", "enter")
        assert {hit.roles for hit in screen.state.hits} == {("projektleder",)}
        assert "of 1 interview" in top(screen)
        await press(pilot, "X", "g", *"without", "enter")
        assert {hit.case for hit in screen.state.hits} == {"Sag 02"}
        await press(pilot, "X", "w")
        assert (screen.state.search.way, screen.state.search.filters) == (Way.EXACT, Filters())
        for key, chosen, name in (
            ("k", "Sag 01", "case"),
            ("i", "Leder", "transcript"),
            ("v", "METTE", "speaker"),
        ):
            await press(pilot, key, *("space" if letter == " " else letter for letter in chosen), "enter")
            assert getattr(screen.state.search.filters, name)
        assert screen.state.hits == ()


async def test_an_interviewer_s_words_are_dimmed(study: str) -> None:
    async with finding(study, *"hvordan") as (_, _pilot, screen):
        assert {ink for line in screen.hits._seen for _, ink in line.pieces[1:]} == {
            "-muted",
            "-interviewer-heading",
        }


async def test_more_hits_are_read_as_one_comes_near_the_end(
    study: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rcoder.ui.finding import state

    monkeypatch.setattr(state, "FIRST", 2)
    monkeypatch.setattr(state, "PAGE", 2)
    monkeypatch.setattr(state, "NEAR", 1)
    async with finding(study, *"det", "enter") as (app, pilot, screen):
        first = len(screen.state.hits)
        assert screen.state.next is not None
        for _ in range(4):
            await press(pilot, "end")
        assert len(screen.state.hits) > first
        while screen.state.next is not None:
            await press(pilot, "end")
        assert screen.state.counted is not None
        assert len(screen.state.hits) == screen.state.counted.hits
        await press(pilot, "home", "enter", *(["f3"] * (first + 1)))
        assert isinstance(app.screen, CodingScreen)


async def test_the_mouse_marks_chooses_and_sets(study: str) -> None:
    async with finding(study, *"turde") as (app, pilot, screen):
        await pilot.click("#hits", offset=(0, 1))
        await settle(pilot)
        assert screen.state.marked == {1}
        await pilot.click("#how", offset=(2, 0))
        await settle(pilot)
        assert screen.state.search.way is Way.EXACT
        await pilot.click("#how", offset=(2, 1))
        await settle(pilot)
        assert isinstance(app.screen, ChooserScreen)
        await press(pilot, "escape")
        await pilot.click("#hits", offset=(40, 2))
        await pilot.click("#hits", offset=(40, 2))
        await settle(pilot)
        assert isinstance(app.screen, CodingScreen)
        assert app.screen.pane.reading is not None
        assert app.screen.pane.reading.transcript.title == "Leder"


async def test_a_hit_of_an_interview_corrected_since_is_not_opened(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with finding(study, *"turde", "enter") as (app, pilot, screen):
        from dataclasses import replace

        screen.state.hits = tuple(replace(hit, revision=7) for hit in screen.state.hits)
        await press(pilot, "enter")
        assert "corrected" in said(app)


@pytest.mark.parametrize("size", SIZES)
def test_the_hits(study: str, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    keys = ("d", "e", "t", "enter", "down", "space", "space", "down")
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=steps("slash", *keys))


@pytest.mark.parametrize("size", SIZES)
def test_nothing_looked_for_yet(study: str, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=steps("slash"))
