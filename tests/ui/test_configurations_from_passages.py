"""Configurations made, extended and given evidence from the transcript."""

from __future__ import annotations

import pytest

from narrative import (
    ASKED,
    CALM,
    DOUBT,
    GENERAL,
    NAMED,
    START,
    TOLD,
    at_work,
    code_words,
    entries,
    numbers,
    read,
    stored,
)
from opening import press_each, said
from rcoder.domain.words import Kind, Scope, Stance
from rcoder.project import open_project
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.configurations import ConfigurationsScreen


async def test_k_makes_a_configuration_of_the_codings_of_a_selection_in_one_deed(narrated: str) -> None:
    before = entries(narrated)
    async with at_work(narrated) as (app, pilot):
        await read(app, pilot, "Mette", START)
        await press_each(pilot, "shift+down", "shift+down", "shift+down", "k", "enter")
        assert isinstance(app.screen, ConfigurationsScreen)
        made = stored(narrated)
        assert [made.of_kind(kind)[0].wording for kind in Kind] == [
            "Opstart", "Aftalt kontaktperson", "Tryghed", "Godt samarbejde",
        ]  # fmt: skip
        assert entries(narrated) == before + 1
        await press_each(pilot, "u")
        assert numbers(narrated) == []
        await press_each(pilot, "U")
        assert numbers(narrated) == ["K01"]


async def test_a_new_configuration_rests_on_its_codings_and_takes_case_and_hypothesis(narrated: str) -> None:
    async with at_work(narrated) as (app, pilot):
        await read(app, pilot, "Mette", NAMED)
        await press_each(pilot, "k", "enter")
    made = stored(narrated)
    with open_project(narrated) as project:
        coding = next(line.coding for line in project.coding_lines() if line.code == "H1.R1")
        hypothesis = project.code("H1").id
    assert [each.coding_id for each in made.groundings] == [coding.id]
    assert (made.configuration.case_id, made.configuration.hypotheses) == ("sag-1", (hypothesis,))
    assert [place.kind for place in made.places] == [Kind.RESOURCE], "a coded support condition is no element"
    assert made.links == (), "nothing is tied by the program"


async def test_an_outcome_made_of_a_coding_has_the_usual_term_of_its_code(narrated: str) -> None:
    async with at_work(narrated) as (app, pilot):
        await read(app, pilot, "Mette", TOLD)
        await press_each(pilot, "k", "enter")
    outcome = stored(narrated).of_kind(Kind.OUTCOME)[0]
    assert (outcome.horizon, outcome.sign) == ("short", "+")


async def test_extending_brings_codings_in_and_one_undo_takes_them_out(narrated: str) -> None:
    async with at_work(narrated) as (app, pilot):
        await read(app, pilot, "Mette", NAMED)
        await press_each(pilot, "k", "enter", "escape")
        await read(app, pilot, "Mette", CALM)
        await press_each(pilot, "shift+down", "k", "down", "enter", "e")
        assert [place.kind for place in stored(narrated).places] == [
            Kind.RESOURCE,
            Kind.REASONING,
            Kind.OUTCOME,
        ]
        await press_each(pilot, "u")
        assert [place.kind for place in stored(narrated).places] == [Kind.RESOURCE]


async def test_extending_with_a_code_that_stands_there_gives_its_element_a_further_passage(
    narrated: str,
) -> None:
    with open_project(narrated) as project:
        code_words(project, "Mette", DOUBT, "H1.R1")
    async with at_work(narrated) as (app, pilot):
        await read(app, pilot, "Mette", NAMED)
        await press_each(pilot, "k", "enter", "escape")
        await read(app, pilot, "Mette", DOUBT)
        await press_each(pilot, "k", "down", "enter", "e")
    made = stored(narrated)
    assert len(made.places) == 1
    assert len(made.groundings) == 2


async def test_extending_with_what_is_there_already_is_a_notice_and_no_deed(narrated: str) -> None:
    async with at_work(narrated) as (app, pilot):
        await read(app, pilot, "Mette", NAMED)
        await press_each(pilot, "k", "enter", "escape")
        before = entries(narrated)
        await press_each(pilot, "k", "down", "enter", "e")
        assert "Everything coded here is in K01 already." in said(app)
    assert entries(narrated) == before


@pytest.mark.parametrize(
    ("key", "stance"), [("s", Stance.SUPPORTS), ("c", Stance.CONTRADICTS), ("r", Stance.REFINES)]
)
async def test_counter_evidence_takes_no_more_keys_than_support(
    configured: str, key: str, stance: Stance
) -> None:
    async with at_work(configured) as (app, pilot):
        await read(app, pilot, "Mette", DOUBT)
        await press_each(pilot, "k", "enter", key)
        assert isinstance(app.screen, CodingScreen), "reading goes on"
        attached = stored(configured).evidence
        await press_each(pilot, "u")
    assert [(each.claim_id, each.stance, each.scope) for each in attached] == [
        ("k1", stance, Scope.THIS_CASE)
    ]
    assert (
        attached[0].span.of(f"INTERVIEWER: {ASKED}\n\nMETTE: {START} {NAMED} {CALM} {TOLD} {DOUBT}") == DOUBT
    )
    assert stored(configured).evidence == ()


async def test_a_passage_is_attached_to_a_link_by_going_down_to_it(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await read(app, pilot, "Mette", DOUBT)
        await press_each(pilot, "k", "enter", "down", "c")
    assert [(each.claim_id, each.stance) for each in stored(configured).evidence] == [
        ("l1", Stance.CONTRADICTS)
    ]


async def test_words_of_someone_without_a_case_are_general_unless_changed(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await read(app, pilot, "Leder", GENERAL)
        await press_each(pilot, "k", "enter", "c", "k", "enter", "g", "c")
    assert [each.scope for each in stored(configured).evidence] == [Scope.GENERAL, Scope.NORMATIVE]


async def test_k_on_an_uncoded_passage_without_configurations_says_what_to_do(narrated: str) -> None:
    async with at_work(narrated) as (app, pilot):
        await read(app, pilot, "Mette", DOUBT)
        await press_each(pilot, "k")
        assert isinstance(app.screen, CodingScreen)
        assert "Code the passage first" in said(app)
