"""The prompts answered by keys: on the bench and on their own screen."""

from __future__ import annotations

from textual.pilot import Pilot

from narrative import at_work, on_row
from opening import front, line_words, listed, press, press_each, running, said, settle, type_words, words
from rcoder.domain.prompt_answer import PromptAnswer
from rcoder.domain.words import Answered
from rcoder.project import open_project
from rcoder.ui.app import RcoderApp
from rcoder.ui.configuring.asks import asks
from rcoder.ui.screens.codebook import CodebookScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.configurations import ConfigurationsScreen
from rcoder.ui.screens.prompts import PromptsScreen
from rcoder.ui.screens.question import QuestionScreen
from rcoder.ui.screens.retrieve import RetrieveScreen
from rcoder.ui.widgets.strips import Strips


def answers(location: str) -> list[PromptAnswer]:
    with open_project(location) as project:
        return project.sight.records(PromptAnswer, "SELECT * FROM prompt_answers ORDER BY prompt")


async def on_prompt(app: RcoderApp, pilot: Pilot[None], key: str) -> ConfigurationsScreen:
    """Opens the configurations on a prompt."""
    screen = await on_row(app, pilot, "title")
    assert screen.bench is not None
    place = [each.asked.prompt.key for each in asks(screen.bench)].index(key)
    screen.rows.go_to(f"ask:{place}")
    await settle(pilot)
    return screen


async def open_prompts(app: RcoderApp, pilot: Pilot[None]) -> PromptsScreen:
    await press_each(pilot, "O", "p")
    return front(app, PromptsScreen)


def go_to(screen: PromptsScreen, key: str) -> None:
    """Puts the cursor on the first prompt of a check."""
    assert screen.survey is not None
    line = next(id_ for id_, each in screen._kept.items() if each.prompt.key == key)
    screen.found.go_to(line)


# -- on the bench --------------------------------------------------------------------------------------------------------


async def test_y_answers_the_prompt_under_the_cursor(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_prompt(app, pilot, "counter_evidence")
        await press(pilot, "y")
        assert said(app) == "Answered “No counter-evidence searched” of K01: done"
        shown = [line_words(each) for each in screen.rows._lines if each.id.startswith("ask:")]
        assert any(each.startswith("✓ Nothing it rests on") for each in shown)
        await press(pilot, "u")
        assert said(app).startswith("Undid: Answered")
    assert answers(configured) == []


async def test_i_asks_why_it_does_not_apply_and_takes_no_empty_reason(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await on_prompt(app, pilot, "no_rival")
        await press_each(pilot, "i", "enter")
        assert isinstance(app.screen, QuestionScreen)
        await type_words(pilot, "kun et udfald")
        await press(pilot, "enter")
        assert said(app) == "Answered “No rival explanation” of K01: not applicable"
    found = answers(configured)
    assert [(each.answered, each.why) for each in found] == [(Answered.NOT_APPLICABLE, "kun et udfald")]


async def test_x_takes_the_answer_back(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await on_prompt(app, pilot, "no_rival")
        await press(pilot, "y")
        await on_prompt(app, pilot, "no_rival")
        await press(pilot, "x")
        assert said(app) == "Took back the answer to “No rival explanation” of K01"
    assert answers(configured) == []


async def test_y_elsewhere_says_what_it_is_for(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await on_row(app, pilot, "title")
        await press_each(pilot, "y", "i")
        assert isinstance(app.screen, ConfigurationsScreen)
    assert answers(configured) == []


async def test_enter_goes_to_the_line_that_a_prompt_is_about(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_prompt(app, pilot, "outcome_term")
        await press(pilot, "enter")
        assert screen.rows.row == "place:po"


async def test_the_search_for_counter_evidence_opens_its_query(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await on_prompt(app, pilot, "counter_evidence")
        await press(pilot, "Q")
        assert (
            front(app, RetrieveScreen).text
            == "H1.M1 (polarity:weak or polarity:absent) or H1.R1 not near:3 H1.M1"
        )
        await press(pilot, "escape")
        assert isinstance(app.screen, ConfigurationsScreen)


async def test_an_answered_prompt_comes_forward_when_the_configuration_changes(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await on_prompt(app, pilot, "counter_evidence")
        await press(pilot, "y")
        screen = await on_row(app, pilot, "place:po")
        await press(pilot, "h")
        assert screen.bench is not None
        ask = next(each for each in asks(screen.bench) if each.asked.prompt.key == "counter_evidence")
        assert ask.asked.open
        assert ask.asked.outdated


# -- the whole set -------------------------------------------------------------------------------------------------------


async def test_the_screen_lists_the_prompts_by_check_with_denominators(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await open_prompts(app, pilot)
        rights = {line_words(each): each.right for each in screen.found._lines if each.folds}
        assert rights["No counter-evidence searched"] == "1 of 1 configurations "
        assert rights["Interviews never cited"] == "1 of 2 interviews "


async def test_answers_are_given_and_taken_back_in_the_list(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await open_prompts(app, pilot)
        go_to(screen, "interview_uncited")
        await press(pilot, "i")
        await type_words(pilot, "kun baggrund")
        await press(pilot, "enter")
        assert "interview_uncited" not in {each.prompt.key for each in screen._kept.values()}
        await press(pilot, "t")
        assert [each.prompt.key for each in screen._kept.values()] == ["interview_uncited"]
        go_to(screen, "interview_uncited")
        await settle(pilot)
        assert "not applicable · Tester" in words(screen.query_one("#about", Strips))
        await press(pilot, "x")
        assert screen._kept == {}
        await press(pilot, "t")
        assert "interview_uncited" in {each.prompt.key for each in screen._kept.values()}
    assert answers(configured) == []


async def test_enter_goes_to_what_a_prompt_is_about_and_esc_comes_back(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await open_prompts(app, pilot)
        for key, there, back in (
            ("counter_evidence", ConfigurationsScreen, ("escape",)),
            ("interview_uncited", CodingScreen, ("escape", "escape")),
        ):
            go_to(screen, key)
            await press(pilot, "enter")
            assert isinstance(app.screen, there)
            await press_each(pilot, *back)
            assert app.screen is screen
            assert screen.asked is not None
            assert screen.asked.prompt.key == key


async def test_a_condition_without_evidence_opens_in_the_codebook(study: str) -> None:
    async with running(study) as (app, pilot):
        screen = await open_prompts(app, pilot)
        go_to(screen, "condition_without_evidence")
        await press(pilot, "enter")
        assert isinstance(app.screen, CodebookScreen)


async def test_the_filter_keeps_what_belongs_to_a_hypothesis(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await open_prompts(app, pilot)
        await press_each(pilot, "f", "down", "enter")
        assert {each.prompt.number for each in screen._kept.values()} <= {"K01", ""}
        assert "interview_uncited" not in {each.prompt.key for each in screen._kept.values()}
        await press_each(pilot, "f", "up", "enter")
        assert "interview_uncited" in {each.prompt.key for each in screen._kept.values()}


async def test_a_check_folds_and_unfolds(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await open_prompts(app, pilot)
        before = len(listed(screen.found))
        await press(pilot, "o")
        assert len(listed(screen.found)) < before
        await press(pilot, "o")
        assert len(listed(screen.found)) == before
        screen.found.go_to("kind:no_rival")
        await press(pilot, "enter")
        assert len(listed(screen.found)) == before - 1
        await press(pilot, "y")
    assert answers(configured) == []


async def test_the_key_on_the_bench_opens_the_prompt_in_the_list(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await on_prompt(app, pilot, "no_rival")
        await press(pilot, "I")
        screen = front(app, PromptsScreen)
        assert screen.asked is not None
        assert screen.asked.prompt.key == "no_rival"
