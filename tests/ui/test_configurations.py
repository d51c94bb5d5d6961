"""The configuration in hand, by its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from narrative import CALM, DOUBT, START, at_work, entries, numbers, on_row, read, stored
from opening import press_each, said, settle, type_words
from rcoder.domain.configuration import Assembled, Element
from rcoder.domain.words import Effect, Kind, Scope, Stance, Status
from rcoder.project import open_project
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.coding import CodingScreen

# -- the configuration in hand ---------------------------------------------------------------------------------------


def _element(name: str) -> Callable[[Assembled], Element]:
    return lambda made: made.elements[name]


DEEDS: list[tuple[str, str, list[str], Callable[[Assembled], Any], Any]] = [
    ("another kind", "place:pm", ["k"], lambda made: made.kind_of("m"), Kind.OUTCOME),
    ("activation", "place:pm", ["A"], lambda made: made.elements["m"].activation, "weak"),
    ("sign", "place:po", ["p"], lambda made: made.elements["o"].sign, "-"),
    ("term", "place:po", ["h"], lambda made: made.elements["o"].horizon, "short"),
    ("hindering", "link:l1", ["t"], lambda made: made.links[0].effect, Effect.HINDERS),
    ("a link removed", "link:l1", ["x"], lambda made: made.links, ()),
    ("an element taken out", "place:pr", ["x"], lambda made: sorted(made.elements), ["c", "m", "o"]),
    (
        "a passage taken from under",
        "ground:pm:gm",
        ["x"],
        lambda made: "gm" in {each.id for each in made.groundings},
        False,
    ),
    ("the first actor offered", "place:pm", ["a", "enter"], lambda made: made.elements["m"].actor, "borger"),
    ("the proposed box", "place:pm", ["b", "enter"], lambda made: bool(made.elements["m"].node_id), True),
    ("a box of its own", "place:pm", ["b", "down", "enter"], lambda made: made.elements["m"].new, True),
    ("no hypothesis", "title", ["H", "enter"], lambda made: made.configuration.hypotheses, ()),
    (
        "the proposed core element",
        "core",
        ["enter", "enter"],
        lambda made: bool(made.configuration.core_id),
        True,
    ),
    ("no case", "case", ["enter", "enter"], lambda made: made.configuration.case_id, None),
    ("another level", "title", ["L"], lambda made: made.configuration.level, "consolidated"),
    ("submitted", "title", ["r", "down", "enter"], lambda made: made.configuration.status, Status.SUBMITTED),
]


@pytest.mark.parametrize(
    ("row", "keys", "found", "expected"), [each[1:] for each in DEEDS], ids=[each[0] for each in DEEDS]
)
async def test_a_key_does_its_deed_and_undo_takes_it_back(
    configured: str, row: str, keys: list[str], found: Callable[[Assembled], Any], expected: Any
) -> None:
    before = stored(configured)
    async with at_work(configured) as (app, pilot):
        await on_row(app, pilot, row)
        await press_each(pilot, *keys)
        done = stored(configured)
        await press_each(pilot, "u")
    assert found(done) == expected
    assert found(before) != expected
    assert stored(configured) == before


async def test_an_element_is_reworded_in_both_configurations_that_share_it(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await on_row(app, pilot, "title")
        await press_each(pilot, "n")
        assert stored(configured, "K02").places == ()
        await press_each(pilot, "plus")
        await type_words(pilot, "dt samarb")
        await press_each(pilot, "down", "enter")
        await type_words(pilot, "r")
        await press_each(pilot, "enter")
        shared = stored(configured, "K02")
        assert [place.kind for place in shared.places] == [Kind.RESOURCE]
        assert set(shared.elements) == {"o"}, "the outcome of K01 as a resource: a chain"
        await press_each(pilot, "w")
        await press_each(pilot, "end", "!", "enter")
        assert said(app) == "Changed “Godt samarbejde” (also in K01)"
        await press_each(pilot, "B", "x", "ctrl+s")
        assert said(app) == "Changed because of K02"
    assert stored(configured).elements["o"].wording.endswith("!")


async def test_an_element_is_added_from_a_code_or_in_words_of_its_own(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await on_row(app, pilot, "place:pm")
        await press_each(pilot, "plus")
        await type_words(pilot, "tør sige det")
        await press_each(pilot, "enter", "enter")
        await press_each(pilot, "plus")
        await type_words(pilot, "H1.M1")
        await press_each(pilot, "enter")
    made = stored(configured)
    assert [each.wording for each in made.of_kind(Kind.REASONING)] == ["Tryghed", "tør sige det", "Tryghed"]


async def test_elements_are_put_in_another_order_within_their_kind(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await on_row(app, pilot, "place:pm")
        await press_each(pilot, "plus")
        await type_words(pilot, "tør")
        await press_each(pilot, "enter", "enter", "shift+up")
        assert [each.wording for each in stored(configured).of_kind(Kind.REASONING)] == ["tør", "Tryghed"]
        await press_each(pilot, "shift+up")
        assert "It is the first of its kind." in said(app)


async def test_ties_go_from_reasoning_to_reasoning_and_from_outcome_back(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await on_row(app, pilot, "place:pm")
        await press_each(pilot, "l")
        await type_words(pilot, "O1")
        await press_each(pilot, "enter")
        await on_row(app, pilot, "place:po")
        await press_each(pilot, "l")
        await type_words(pilot, "M1")
        await press_each(pilot, "enter")
    ends = [(link.source_id, link.target_id) for link in stored(configured).links]
    assert ends == [("r", "m"), ("m", "o"), ("o", "m")]


async def test_a_context_is_tied_to_a_link_which_it_conditions(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, "place:pc")
        await press_each(pilot, "l", "enter")
        made = stored(configured)
        assert [(link.source_id, link.target_id, link.effect) for link in made.links[1:]] == [
            ("c", "l1", Effect.CONDITIONS)
        ]
        assert screen.rows.row == f"link:{made.links[1].id}", "the cursor is on what was made"
        await press_each(pilot, "t")
        assert "conditioning goes to a link" in said(app)
        await on_row(app, pilot, "place:pc")
        await press_each(pilot, "k")
        assert "only a context does" in said(app)
    assert stored(configured) == made


async def test_a_coded_passage_is_attached_to_a_link_with_a_stance_and_a_memo(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, "link:l1")
        await press_each(pilot, "e")
        await type_words(pilot, "H1.C1")
        await press_each(pilot, "enter", "c")
        attached = stored(configured).evidence[0]
        assert (attached.claim_id, attached.stance) == ("l1", Stance.CONTRADICTS)
        assert screen.rows.row == f"evidence:{attached.id}"
        await press_each(pilot, "t", "s", "m")
        await type_words(pilot, "efter skiftet")
        await press_each(pilot, "ctrl+s")
        changed = stored(configured).evidence[0]
        assert (changed.stance, changed.scope, changed.memo) == (
            Stance.REFINES,
            Scope.GENERAL,
            "efter skiftet",
        )
        await press_each(pilot, "x")
    assert stored(configured).evidence == ()


async def test_two_quick_keys_are_two_deeds(configured: str) -> None:
    before = entries(configured)
    async with at_work(configured) as (app, pilot):
        await on_row(app, pilot, "link:l1")
        await pilot.press("t", "t", "t")
        await settle(pilot)
    assert entries(configured) == before + 3
    assert stored(configured).links[0].effect is Effect.HINDERS


async def test_title_because_and_strength_are_written(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await on_row(app, pilot, "title")
        await press_each(pilot, "w", "end")
        await type_words(pilot, " hjemme")
        await press_each(pilot, "enter", "B")
        await type_words(pilot, "nu ")
        await press_each(pilot, "ctrl+s", "j")
        await type_words(pilot, "bærer")
        await press_each(pilot, "enter")
        await type_words(pilot, "siges spontant")
        await press_each(pilot, "enter")
    own = stored(configured).configuration
    with open_project(configured) as project:
        judged = project.judgements("k1")
    assert own.title == "Ét nummer hjemme"
    assert own.because == "nu hun kender vejen"
    assert [(each.words, each.reason) for each in judged] == [("bærer", "siges spontant")]


async def test_a_judgement_without_a_reason_is_refused_in_a_sentence(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await on_row(app, pilot, "title")
        await press_each(pilot, "j", "x", "enter", "enter")
        assert "A judgement of strength needs its words and a reason." in said(app)


async def test_removing_a_configuration_takes_its_judgements_and_undo_brings_all_back(
    configured: str,
) -> None:
    async with at_work(configured) as (app, pilot):
        await on_row(app, pilot, "title")
        await press_each(pilot, "j", "x", "enter", "y", "enter")
        before = stored(configured)
        await press_each(pilot, "X")
        assert numbers(configured) == []
        await press_each(pilot, "u")
    assert stored(configured) == before


async def test_acceptance_lapses_when_a_link_changes(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, "title")
        await press_each(pilot, "r")
        await type_words(pilot, "accepted")
        await press_each(pilot, "enter")
        await type_words(pilot, "aftalt")
        await press_each(pilot, "enter")
        await on_row(app, pilot, "link:l1")
        await press_each(pilot, "t")
        assert screen.bench is not None
        assert screen.bench.answer.line.status == "accepted, changed since"
        assert any(line.right == "accepted, changed since" for line in screen.rows._lines)


async def test_enter_on_a_passage_opens_it_in_context_and_esc_comes_back(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        before = await on_row(app, pilot, "place:pm")
        await press_each(pilot, "right", "down", "enter")
        screen = app.screen
        assert isinstance(screen, CodingScreen)
        assert screen.pane.reading is not None
        selection = screen.pane.cursor.selection
        assert selection is not None
        assert selection.of(screen.pane.reading.text) == CALM
        await press_each(pilot, "escape", "escape")
        assert app.screen is before
        assert before.rows.row == "ground:pm:gm"


async def test_the_list_shows_each_configuration_as_the_cursor_reaches_it(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, "title")
        await press_each(pilot, "n", "tab", "up")
        assert screen.bench is not None
        assert screen.bench.answer.line.number == "K01"
        await press_each(pilot, "down", "enter")
        assert screen.bench.answer.line.number == "K02"
        assert screen.rows.has_focus


async def test_on_a_narrow_screen_tab_brings_the_list_forward_and_esc_folds_it(configured: str) -> None:
    async with at_work(configured, size=(80, 24)) as (app, pilot):
        screen = await on_row(app, pilot, "title")
        assert not screen.query_one("#left").display
        await press_each(pilot, "tab")
        assert screen.query_one("#left").display
        await press_each(pilot, "escape")
        assert app.screen is screen
        assert not screen.query_one("#left").display


async def test_brackets_of_a_transcript_are_shown_whole(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await on_row(app, pilot, "place:pc")
        await press_each(pilot, "right")
        assert "[suk]" in app.export_screenshot().replace("&#160;", " ")


async def test_a_realist_goes_all_the_way_by_keyboard_alone(narrated: str) -> None:
    """Read, make a configuration of a narrative, tie its four parts, attach counter-evidence: it is in the theory."""
    async with at_work(narrated) as (app, pilot):
        await read(app, pilot, "Mette", START)
        await press_each(pilot, "shift+down", "shift+down", "shift+down", "k", "enter")
        await press_each(pilot, "w")
        await type_words(pilot, "Ét nummer")
        await press_each(pilot, "enter")
        for source, target in (("R1", "M1"), ("M1", "O1"), ("C1", "R1 → M1")):
            await press_each(pilot, "home", "l")
            await type_words(pilot, source)
            await press_each(pilot, "enter")
            await type_words(pilot, target.replace(" → ", " "))
            await press_each(pilot, "enter")
        await press_each(pilot, "escape")
        await read(app, pilot, "Mette", DOUBT)
        await press_each(pilot, "k", "enter", "down", "c")
    with open_project(narrated) as project:
        theory = project.theory()
    drawn = {arrow.id: arrow for arrow in theory.arrows if arrow.configurations}
    assert set(drawn) == {"K1-M1-promotes", "M1-S1-promotes", "C1-M1-conditions"}
    assert (drawn["K1-M1-promotes"].contradicts.passages, drawn["K1-M1-promotes"].contradicts.cases) == (1, 1)


# -- pictures --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_the_screen_looks_as_it_did(configured: str, size: tuple[int, int], snap_compare: Any) -> None:
    async def to_the_reasoning(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, RcoderApp)
        await settle(pilot)
        await on_row(app, pilot, "place:pm")
        await press_each(pilot, "right")

    assert snap_compare(RcoderApp(configured, "Tester"), terminal_size=size, run_before=to_the_reasoning)


def test_the_claims_look_as_they_did(configured: str, snap_compare: Any) -> None:
    async def to_the_claims(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, RcoderApp)
        await settle(pilot)
        await read(app, pilot, "Mette", DOUBT)
        await press_each(pilot, "k", "enter")

    assert snap_compare(RcoderApp(configured, "Tester"), terminal_size=(80, 24), run_before=to_the_claims)
