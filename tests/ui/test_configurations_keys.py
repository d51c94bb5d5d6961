"""Keys where they have no meaning, and keys that add and tie."""

from __future__ import annotations

import pytest

from narrative import ASKED, at_work, code_words, entries, numbers, on_row, read, stored
from opening import press_each, said, type_words
from rcoder.domain.words import Kind
from rcoder.project import open_project
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.configurations import ConfigurationsScreen

# -- keys where they have no meaning ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "key", "words"),
    [
        ("link:l1", "w", "w changes words"),
        ("link:l1", "k", "The kind belongs to an element"),
        ("title", "a", "An actor belongs to an element"),
        ("title", "c", "A code belongs to an element"),
        ("title", "b", "A box belongs to an element"),
        ("title", "p", "Only an outcome has a sign"),
        ("place:pm", "h", "Only an outcome has a term"),
        ("place:po", "A", "Only a reasoning is activated"),
        ("title", "shift+up", "The order belongs to an element"),
        ("place:pm", "t", "Only a link or a passage for or against is turned"),
        ("place:pm", "s", "belongs to a passage for or against"),
        ("title", "x", "Go to an element, a link, a rival or a passage"),
    ],
)
async def test_a_key_without_meaning_on_a_line_says_what_it_is_for(
    configured: str, row: str, key: str, words: str
) -> None:
    before = entries(configured)
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, row)
        await press_each(pilot, key)
        assert app.screen is screen
        assert words in said(app)
    assert entries(configured) == before


@pytest.mark.parametrize("key", [*"wltxekaAphcbsmBHKoLrjX", "shift+up", "shift+down"])
async def test_every_key_without_a_configuration_says_how_one_begins(narrated: str, key: str) -> None:
    async with at_work(narrated) as (app, pilot):
        await press_each(pilot, "g", key)
        assert isinstance(app.screen, ConfigurationsScreen)
        assert "n begins one" in said(app)


# -- adding and tying ------------------------------------------------------------------------------------------------


async def test_a_code_added_brings_its_kind_and_words_of_ones_own_are_asked_for_it(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await on_row(app, pilot, "title")
        await press_each(pilot, "plus")
        await type_words(pilot, "H1.R1")
        await press_each(pilot, "enter")
        assert isinstance(app.screen, ConfigurationsScreen)
        await on_row(app, pilot, "title")
        await press_each(pilot, "plus")
        await type_words(pilot, "tør")
        await press_each(pilot, "enter")
        await type_words(pilot, "O")
        await press_each(pilot, "enter")
    made = stored(configured)
    assert [each.wording for each in made.of_kind(Kind.RESOURCE)] == ["Aftalt kontaktperson"] * 2
    assert [each.wording for each in made.of_kind(Kind.OUTCOME)] == ["Godt samarbejde", "tør"]


async def test_on_a_line_that_says_the_kind_it_is_not_asked_for(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await on_row(app, pilot, "title")
        await press_each(pilot, "n")
        await on_row(app, pilot, "frame:outcome")
        await press_each(pilot, "enter")
        assert isinstance(app.screen, ChooserScreen)
        assert app.screen.heading == "Add an outcome"
        await type_words(pilot, "tør")
        await press_each(pilot, "enter")
    assert [each.wording for each in stored(configured, "K02").of_kind(Kind.OUTCOME)] == ["tør"]


async def test_own_words_that_are_like_someone_elses_element_do_not_share_it(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await on_row(app, pilot, "title")
        await press_each(pilot, "n", "plus")
        await type_words(pilot, "Trygheden i det")
        await press_each(pilot, "enter")
        await type_words(pilot, "r")
        await press_each(pilot, "enter")
    made = stored(configured, "K02")
    assert [each.wording for each in made.elements.values()] == ["Trygheden i det"]
    assert "m" not in made.elements


async def test_a_chain_is_tied_by_going_on_from_the_end_of_the_link_before(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, "place:pm")
        await press_each(pilot, "x", "u")
        await on_row(app, pilot, "link:l1")
        await press_each(pilot, "l", "enter", "enter")
        made = stored(configured).links[1]
        assert (made.source_id, made.target_id) == ("m", "o")
        assert screen.rows.row == f"link:{made.id}"
        await press_each(pilot, "l", "enter", "enter")
    assert stored(configured).links[2].source_id == "o"


async def test_an_interviewers_words_are_not_taken_along(narrated: str) -> None:
    with open_project(narrated) as project:
        code_words(project, "Mette", ASKED, "H1.M1")
    async with at_work(narrated) as (app, pilot):
        await read(app, pilot, "Mette", ASKED)
        await press_each(pilot, "k", "enter")
        assert "The interviewer's words are not evidence: nothing was taken along." in said(app)
    assert numbers(narrated) == []
