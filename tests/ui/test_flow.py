"""Coding without a stop: the rest of a turn, flags on single keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual import events
from textual.keys import key_to_character

from opening import coding_screen, own, passage, press, said, settle
from rcoder.domain.words import Directness, Kind, Polarity, Prompting, Scope
from rcoder.project import Project

# -- the rest of a turn ----------------------------------------------------------------------------------------------


async def test_r_selects_to_the_end_of_the_turn_and_a_digit_codes_that(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "c", *"trygh", "enter")
        await press(pilot, "down", "r", "1")
        assert passage(screen) == "For så vidste jeg, hvem jeg skulle ringe til. Så turde jeg også sige det."
        assert screen.study.reading is not None
        text = screen.study.reading.text
        assert [each.span.of(text)[:15] for each in own(reopened())] == ["Jamen det var j", "For så vidste j"]


async def test_r_begins_where_the_selection_does_and_says_where_there_is_no_more(study: str) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "right", "shift+right", "r")
        assert passage(screen).startswith("det var jo rart. For")
        assert passage(screen).endswith("sige det.")
        await press(pilot, "r")
        assert "ends with its turn" in said(screen)


async def test_what_is_widened_by_a_unit_is_narrowed_by_it_again(study: str) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "shift+down")
        both = "Jamen det var jo rart. For så vidste jeg, hvem jeg skulle ringe til."
        assert passage(screen) == both
        for wider, narrower in (("right", "left"), ("down", "up"), ("ctrl+shift+down", "ctrl+shift+up")):
            keys = [each if "+" in each else f"shift+{each}" for each in (wider, narrower)]
            await press(pilot, keys[0])
            assert len(passage(screen)) > len(both)
            await press(pilot, "escape", "ctrl+up", "down", "down", "up", "shift+down", keys[0], keys[1])
            assert passage(screen).startswith("Jamen")
        await press(pilot, "escape", "down", "shift+up", "shift+up")
        assert passage(screen).endswith("hvem jeg skulle ringe til.")
        wide = passage(screen)
        await press(pilot, "shift+down")
        assert len(passage(screen)) < len(wide)


# -- flags -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "wanted", "told"),
    [
        ("p", {"polarity": Polarity.WEAK}, "H1.M1: polarity weak; again: absent"),
        ("ppp", {"polarity": Polarity.PRESENT}, "H1.M1: polarity present; again: weak"),
        ("s", {"scope": Scope.GENERAL}, "H1.M1: scope in general; again: normative"),
        ("t", {"kind": Kind.OUTCOME}, "H1.M1: kind O outcome; again: C context"),
        ("y", {"counterfactual": True}, "H1.M1: counterfactual yes; again: no"),
        ("q", {"prompting": Prompting.PROMPTED}, "H1.M1: prompted; again: volunteered"),
        ("D", {"directness": Directness.INFERRED}, "H1.M1: inferred; again: said"),
        ("W", {"actor": "borger"}, "H1.M1: actor borger; again: projektleder"),
    ],
)
async def test_a_key_gives_the_chosen_coding_the_next_value_and_says_it(
    study: str, reopened: Callable[[], Project], keys: str, wanted: dict[str, object], told: str
) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "c", *"trygh", "enter", *keys)
        assert told in said(screen)
    (coding,) = own(reopened())
    assert {name: getattr(coding, name) for name in wanted} == wanted


async def test_z_ties_the_coding_to_the_other_case_and_back(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "c", *"trygh", "enter", "z")
        assert "about Sag 02; again: the interview's" in said(screen)
        assert own(reopened())[0].case_id is not None
        await press(pilot, "z")
    assert own(reopened())[0].case_id is None


async def test_no_press_of_a_burst_is_lost(study: str, reopened: Callable[[], Project]) -> None:
    async with coding_screen(study) as (pilot, _):
        await press(pilot, "down", "c", *"trygh", "enter")
        for key in "ppsDqyW":
            pilot.app.post_message(events.Key(key, key_to_character(key)))
        await settle(pilot)
    (coding,) = own(reopened())
    assert (coding.polarity, coding.scope, coding.directness, coding.prompting, coding.counterfactual) == (
        Polarity.ABSENT, Scope.GENERAL, Directness.INFERRED, Prompting.PROMPTED, True,
    )  # fmt: skip
    assert coding.actor == "borger"


async def test_a_flag_is_taken_back_by_undo(study: str, reopened: Callable[[], Project]) -> None:
    async with coding_screen(study) as (pilot, _):
        await press(pilot, "down", "c", *"trygh", "enter", "p", "p", "u")
    assert [each.polarity for each in own(reopened())] == [Polarity.WEAK]


async def test_flags_of_anothers_coding_and_of_none_stay(study: str, reopened: Callable[[], Project]) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "p")
        assert "No coding on this passage" in said(screen)
        await press(pilot, "j", "p")
        assert "Jonas" in said(screen)
    with reopened() as project:
        assert [line.coding.polarity for line in project.coding_lines()] == [Polarity.PRESENT]
