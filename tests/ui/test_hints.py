"""Suggestions on the coding screen, by keys."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from opening import coding_screen, press, settle, words
from rcoder.project import Project
from rcoder.ui import hinting
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.hint_window import HintsScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Strips


def logged(project: Project) -> list[tuple[str, dict[str, object]]]:
    with project:
        rows = project.sight.rows("SELECT what, about FROM activity ORDER BY seq")
    return [(row["what"], json.loads(row["about"])) for row in rows if row["what"].startswith("hint")]


@pytest.fixture
def resting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cursor is at rest at once."""
    monkeypatch.setattr(hinting, "REST", 0.001)


async def rest(pilot: Pilot[None], screen: CodingScreen) -> None:
    """Waits until the suggestions for the passage are there."""
    for _ in range(200):
        await settle(pilot)
        if screen.hints_are_there:
            return
    pytest.fail("no suggestions came")


async def test_h_and_a_digit_give_the_passage_a_code(study: str, reopened: Callable[[], Project]) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "down")
        assert screen.study.hints.codes == ()
        span = screen.pane.passage
        await press(pilot, "h")
        assert isinstance(pilot.app.screen, HintsScreen)
        first = screen.study.hints.codes[0]
        await press(pilot, "1")
        assert pilot.app.screen is screen
        (given,) = screen.pane.coded.on(span)[-1:]
        assert (given.code_id, given.span) == (first.code_id, span)
        assert first.code_id not in {each.code_id for each in screen.study.hints.codes}, "it is given already"
    with reopened() as project:
        assert [each.coding.code_id for each in project.coding_lines(coder="Anne")] == [first.code_id]
    assert [what for what, _ in logged(reopened())] == ["hints shown", "hint accepted"]


async def test_a_digit_pressed_before_they_are_there_takes_a_suggestion_and_no_recent_code(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "c", *"ærlig", "enter", "down")
        before = screen.pane.passage
        await pilot.press("h", "1")
        for _ in range(100):
            await settle(pilot)
            if pilot.app.screen is screen:
                break
        assert [each for each in screen.pane.coded.on(before) if screen.study.mine(each)]
    assert [what for what, _ in logged(reopened())][-1] == "hint accepted"


async def test_suggestions_come_where_the_cursor_rests_and_go_when_it_moves_on(
    study: str, resting: None
) -> None:
    async with coding_screen(study) as (pilot, screen):
        await pilot.press("down", "down")
        await rest(pilot, screen)
        pane = screen.query_one("#hints", Strips)
        if screen.study.hints.codes:
            assert "takes one" in words(pane)
        hinting.REST = 3600.0
        await pilot.press("down")
        await pilot.pause()
        assert screen.study.hints.codes == ()
        assert screen.pane.marked == ()
        assert words(pane).endswith("h looks")


async def test_matching_words_are_marked_in_the_passage(study: str) -> None:
    async with coding_screen(study) as (pilot, screen):
        text = screen.study.reading.text  # type: ignore[union-attr] # an interview is open
        screen.pane.go_to(text.index("Så fik jeg timer"))
        await press(pilot, "h", "escape")
        marked = {each.of(text) for each in screen.pane.marked}
        assert "timer" in marked
        hint = next(each for each in screen.study.hints.codes if each.key == "H2.O1")
        assert "timer" in hinting.reason_words(hint) or "Løntimer" in hinting.reason_words(hint)


async def test_i_tells_the_whole_reason_and_x_dismisses(study: str, reopened: Callable[[], Project]) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "down", "h")
        window = pilot.app.screen
        assert isinstance(window, HintsScreen)
        first, *others = [each.code_id for each in screen.study.hints.codes]
        await press(pilot, "i")
        assert "means" in words(window.query_one("#reason", Strips))
        await press(pilot, "x")
        assert [each.code_id for each in screen.study.hints.codes][: len(others)] == others
        await press(pilot, "escape", "h")
        assert first not in [each.code_id for each in screen.study.hints.codes]
    assert "hint dismissed" in [what for what, _ in logged(reopened())]


async def test_the_whole_reason_keeps_the_passage_s_words_where_it_covers_them(study: str) -> None:
    async with coding_screen(study, size=(80, 24)) as (pilot, screen):
        await press(pilot, *["down"] * 6, "h")
        said = " ".join(screen.pane.passage.of(screen.study.reading.text).split())  # type: ignore[union-attr] # one is open
        window = pilot.app.screen
        assert said[:40] not in words(window.query_one("#likely", Strips))
        await press(pilot, "i")
        likely = window.query_one("#likely", Strips)
        assert words(likely).startswith(f" “{said[:40]}")
        assert window.query_one("#reason", Strips).size.height + likely.size.height == 11
        assert likely.region.y == 24 - 17
        await press(pilot, "i")
        assert (likely.size.height, "“" in words(likely)) == (2, False)


async def test_another_code_than_those_shown_is_noted_as_changed(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "down", "h", "x", "escape", "c", *"godt", "enter")
        assert screen.pane.coded.on(screen.pane.passage)
    assert ("hint changed" in dict(logged(reopened()))) or ("hint accepted" in dict(logged(reopened())))


async def test_nothing_is_coded_by_a_suggestion_alone(
    study: str, resting: None, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, screen):
        await pilot.press("down", "down")
        await rest(pilot, screen)
    with reopened() as project:
        assert project.coding_lines(coder="Anne") == ()


async def test_o_lets_them_come_only_when_asked(study: str, resting: None) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "down", "h", "o")
        assert not screen.hints_by_themselves
        await press(pilot, "down")
        assert screen._hint_timer is None


async def test_arrows_and_enter_take_one_and_a_click_beside_leaves(study: str) -> None:
    async with coding_screen(study, size=(80, 24)) as (pilot, screen):
        await press(pilot, "down", "down", "h", "down", "enter")
        assert (
            len([each for each in screen.pane.coded.on(screen.pane.passage) if screen.study.mine(each)]) == 1
        )
        await press(pilot, "h")
        assert isinstance(pilot.app.screen, HintsScreen)
        await pilot.click(offset=(5, 3))
        await settle(pilot)
        assert pilot.app.screen is screen


async def test_a_click_on_a_suggestion_then_another_takes_it(study: str) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "down", "h")
        lines = pilot.app.screen.query_one(Lines)
        await pilot.click(lines, offset=(6, 1))
        await pilot.click(lines, offset=(6, 1))
        await settle(pilot)
        assert pilot.app.screen is screen
        assert [each for each in screen.pane.coded.on(screen.pane.passage) if screen.study.mine(each)]


async def test_on_a_narrow_screen_they_stand_in_the_passage_strip(study: str) -> None:
    async with coding_screen(study, size=(80, 24)) as (pilot, screen):
        await press(pilot, "down", "down", "h", "escape")
        assert "h1 " in words(screen.query_one("#passage", Strips))
