"""The workbench: the sentence in its renderings, what is inferred, support conditions, rivals, numbers, reading only."""

from __future__ import annotations

from dataclasses import replace

import pytest

from narrative import at_work, entries, on_row, stored
from opening import listed, press_each, said, type_words, until
from rcoder.domain.actions.rivals import consider
from rcoder.domain.actions.studying import choose_rendering, join, release
from rcoder.domain.coding import Coder
from rcoder.domain.ids import new_id
from rcoder.domain.rival import Rival
from rcoder.domain.words import Directness, Fate, Rendering
from rcoder.project import open_project
from rcoder.project.rivals import considered, rival_lines
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.passages import PassagesScreen
from rcoder.ui.screens.question import QuestionScreen

SENTENCE = "Når Opstart, og der tilbydes Aftalt kontaktperson, så Tryghed, fordi hun kender vejen, hvilket fører til Godt samarbejde."


def _reads(rows: list[str]) -> str:
    return " ".join(" ".join(rows).split())


async def test_the_configuration_is_read_as_a_sentence_at_the_top(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, "sentence")
        assert SENTENCE in _reads(listed(screen.rows)[:6])


async def test_another_rendering_and_language_are_for_looking_and_change_nothing(configured: str) -> None:
    before = entries(configured)
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, "place:pr")
        await press_each(pilot, "T")
        assert "When Opstart and Aftalt kontaktperson is offered, then Tryghed" in _reads(listed(screen.rows))
        await press_each(pilot, "F", "down", "down", "enter")
        assert "The intervention offers Aftalt kontaktperson. When Opstart" in _reads(listed(screen.rows))
        assert "For looking only" in said(app)
        assert screen.rows.row == "place:pr"
    assert entries(configured) == before


async def test_the_study_uses_a_rendering_for_a_reason(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await on_row(app, pilot, "sentence")
        await press_each(pilot, "F", "end")
        assert isinstance(app.screen, ChooserScreen)
        app.screen.lines.go_to("use:icamo")
        await press_each(pilot, "enter")
        assert isinstance(app.screen, QuestionScreen)
        await type_words(pilot, "flere aktører")
        await press_each(pilot, "ctrl+s")
        screen = await on_row(app, pilot, "sentence")
        assert "Interventionen tilbyder Aftalt kontaktperson" in _reads(listed(screen.rows))
    with open_project(configured) as project:
        study = project.study()
        assert (study.rendering, study.rendering_reason) == (Rendering.ICAMO, "flere aktører")


async def test_an_element_is_inferred_by_one_key_and_the_sentence_says_so(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, "place:pm")
        await press_each(pilot, "d")
        assert "Tryghed (udledt)" in _reads(listed(screen.rows))
        assert stored(configured).elements["m"].directness is Directness.INFERRED
        await press_each(pilot, "u")
        assert "udledt" not in _reads(listed(screen.rows))


async def test_a_support_condition_is_joined_and_left(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, "conditions")
        assert "no support condition yet" in _reads(listed(screen.rows))
        await press_each(pilot, "S", *"sc1.1", "enter")
        assert "bears on SC1.1" in _reads(listed(screen.rows))
        assert len(stored(configured).configuration.conditions) == 1
        await press_each(pilot, "enter", *"sc1.1", "enter")
    assert stored(configured).configuration.conditions == ()


async def test_a_rival_is_written_dropped_for_a_reason_and_removed(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, "rivals")
        await press_each(pilot, "R")
        await type_words(pilot, "Hun var rask igen")
        await press_each(pilot, "ctrl+s")
        assert screen.rows.row.startswith("rival:")
        assert "open Hun var rask igen" in _reads(listed(screen.rows))
        await press_each(pilot, "R", "down", "down", "enter")
        assert isinstance(app.screen, QuestionScreen)
        await type_words(pilot, "tre andre var også raske")
        await press_each(pilot, "ctrl+s")
        assert "dropped Hun var rask igen" in _reads(listed(screen.rows))
        assert "because tre andre var også raske" in _reads(listed(screen.rows))
        with open_project(configured) as project:
            (found,) = rival_lines(project, "K01")
        assert found.rival.fate is Fate.DROPPED
        await press_each(pilot, "x")
        assert "no rival considered yet" in _reads(listed(screen.rows))
        await press_each(pilot, "u")
        assert "dropped Hun var rask igen" in _reads(listed(screen.rows))


async def test_a_passage_is_attached_to_a_rival(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, "rivals")
        await press_each(pilot, "R")
        await type_words(pilot, "Hun var rask igen")
        await press_each(pilot, "ctrl+s", "e", "enter", "c")
        assert "contradicts 1" in _reads(listed(screen.rows))
    with open_project(configured, coder="Tester") as project:
        assert len(rival_lines(project, "K01")[0].passages) == 1


async def test_a_number_opens_its_passages_and_esc_comes_back_to_it(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, "claim")
        await press_each(pilot, "e", "enter", "s")
        screen = await on_row(app, pilot, "count:supports")
        assert "1 passage · 1 of 2 interviews · 1 of 1 case" in _reads(listed(screen.rows))
        await press_each(pilot, "enter")
        assert isinstance(app.screen, PassagesScreen)
        await press_each(pilot, "escape")
        assert app.screen is screen
        assert screen.rows.row == "count:supports"
        screen.rows.go_to("count:contradicts")
        await press_each(pilot, "enter")
        assert app.screen is screen
        assert "No passage behind that number yet" in said(app)


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("title", "w"),
        ("place:pm", "a"),
        ("claim", "e"),
        ("rivals", "R"),
        ("place:pm", "d"),
        ("title", "n"),
        ("place:pm", "S"),
    ],
)
async def test_a_study_for_reading_only_says_so_before_it_asks(configured: str, row: str, key: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, row)
        assert app.study is not None
        app.study.overview = replace(app.study.overview, read_only=True)
        await press_each(pilot, key)
        assert app.screen is screen
        assert "open for reading only" in said(app)


async def test_a_study_for_reading_only_can_be_read_in_every_rendering(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, "sentence")
        assert app.study is not None
        app.study.overview = replace(app.study.overview, read_only=True)
        await press_each(pilot, "F", "down", "enter")
        assert "I en kontekst, hvor Opstart" in _reads(listed(screen.rows))


async def test_a_rival_and_a_rendering_from_another_program_are_shown(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, "rivals")
        with open_project(configured, coder="Tester") as project:
            project.do(considered(project, "k1", wording="Skrevet et andet sted"))
            project.do(choose_rendering(project.study(), Rendering.CMO, "til bilaget"))
        await until(pilot, lambda: "Skrevet et andet sted" in _reads(listed(screen.rows)))
        assert "I en kontekst, hvor Opstart" in _reads(listed(screen.rows))


async def test_a_rival_of_another_coder_is_left_as_it_is(configured: str) -> None:
    with open_project(configured, coder="Bo") as project:
        project.do(join(Coder(new_id(), "ingen")))
        project.do(release(next(each for each in project.coders() if each.name == "Bo")))
        rival = Rival(new_id(), "k1", project.coder_id, "Bos rival")
        project.do(consider(rival, "K01"))
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, "sentence")
        row = next(line.id for line in screen.rows._lines if line.id.startswith("rival:"))
        screen.rows.go_to(row)
        for key in ("R", "w", "x"):
            await press_each(pilot, key)
            assert "another coder's" in said(app)
            assert app.screen is screen
