"""The tray on screen, evidence from the configurations screen and back, and other material."""

from __future__ import annotations

import pytest

from narrative import CALM, DOUBT, NAMED, at_work, on_row, read
from opening import SIZES, front, listed, painted, press, press_each, running, said, settle, type_words
from rcoder.domain.words import Claim, Directness, Prompting, Stance
from rcoder.project import open_project
from rcoder.project.exhibits import exhibits
from rcoder.project.tray import tray
from rcoder.ui.screens.choosing import ChooserScreen, StanceScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.configurations import ConfigurationsScreen
from rcoder.ui.screens.exhibits import ExhibitsScreen
from rcoder.ui.screens.offering import ClaimsScreen
from rcoder.ui.screens.tray import TrayScreen


def in_tray(study: str) -> list[tuple[str, str]]:
    """Words and notes of what is in the tray."""
    with open_project(study, coder="Tester") as project:
        return [(each.passage.text, each.passage.memo) for each in tray(project)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_passage_goes_into_the_tray_and_leaves_it_for_an_element(
    configured: str, size: tuple[int, int]
) -> None:
    async with at_work(configured, size=size) as (app, pilot):
        await read(app, pilot, "Mette", DOUBT)
        await press_each(pilot, "P")
        await type_words(pilot, "hvorfor")
        await press_each(pilot, "enter")
        assert in_tray(configured) == [(DOUBT, "hvorfor")]
        await press_each(pilot, "P", "enter")
        assert "in your tray already" in said(app)
        await press_each(pilot, "O", "t")
        screen = front(app, TrayScreen)
        words = "\n".join(listed(screen.found))
        assert DOUBT in words
        assert "hvorfor" in words
        assert "today" in words
        await press_each(pilot, "enter")
        front(app, CodingScreen)
        await press_each(pilot, "g")
        assert front(app, TrayScreen) is screen
        await press_each(pilot, "e", "enter")
        claims = front(app, ClaimsScreen)
        claims.lines.go_to("m")
        await press_each(pilot, "n")
        front(app, TrayScreen)
        assert in_tray(configured) == []
        with open_project(configured, coder="Tester") as project:
            (joined,) = project.configuration("K01").assembled.evidence
        assert (joined.claim, joined.claim_id, joined.stance) == (Claim.ELEMENT, "m", Stance.NEW)
        await press_each(pilot, "u")
        assert in_tray(configured) == [(DOUBT, "hvorfor")]
        assert any(DOUBT in each for each in listed(screen.found))


async def test_a_configuration_is_begun_from_the_tray(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await read(app, pilot, "Mette", NAMED)
        await press_each(pilot, "P", "enter", "O", "t", "n")
        screen = front(app, ConfigurationsScreen)
        assert screen.bench is not None
        assert screen.bench.assembled.configuration.number == "K02"
        assert [each.stance for each in screen.bench.assembled.evidence] == [Stance.NEW]
        assert screen.bench.assembled.elements
    assert in_tray(configured) == []


async def test_the_note_is_changed_and_the_passage_taken_out(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        await read(app, pilot, "Mette", DOUBT)
        await press_each(pilot, "P", "enter", "O", "t", "m")
        await type_words(pilot, "senere")
        await press_each(pilot, "enter")
        assert in_tray(configured) == [(DOUBT, "senere")]
        await press_each(pilot, "D")
        assert any("inferred" in each for each in listed(front(app, TrayScreen).found))
        await press_each(pilot, "x")
        assert in_tray(configured) == []
        assert any("The tray is empty" in each for each in painted(app))


@pytest.mark.parametrize("size", SIZES)
async def test_g_goes_from_a_passage_on_the_bench_to_its_place_and_back_to_the_line(
    configured: str, size: tuple[int, int]
) -> None:
    async with at_work(configured, size=size) as (app, pilot):
        screen = await on_row(app, pilot, "ground:pm:gm")
        await press(pilot, "g")
        reading = front(app, CodingScreen)
        assert reading.study.reading is not None
        assert reading.pane.passage.of(reading.study.reading.text) == CALM
        await press(pilot, "g")
        assert front(app, ConfigurationsScreen) is screen
        assert screen.rows.row == "ground:pm:gm"
        await press_each(pilot, "D", "q")
        assert screen.rows.row == "ground:pm:gm"
        with open_project(configured, coder="Tester") as project:
            passage = next(line.passage for line in project.coding_lines() if line.passage.text == CALM)
        assert (passage.directness, passage.prompting) == (Directness.INFERRED, Prompting.PROMPTED)
        await on_row(app, pilot, "because")
        await press(pilot, "g")
        assert "Go to a passage first" in said(app)


async def test_a_passage_is_attached_to_an_element_with_a_stance_and_goes_back_to_the_tray(
    configured: str,
) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, "place:pm")
        await press(pilot, "e")
        await type_words(pilot, "H1.C1")
        await press(pilot, "enter")
        front(app, StanceScreen)
        await press(pilot, "c")
        assert screen.bench is not None
        (joined,) = screen.bench.assembled.evidence_on("m")
        assert joined.stance is Stance.CONTRADICTS
        assert screen.rows.row == f"evidence:{joined.id}"
        assert any("○ contradicts" in each for each in listed(screen.rows))
        await press(pilot, "P")
        assert [words for words, _ in in_tray(configured)] == [
            "Det første halve år skiftede de hele tiden [suk]."
        ]


async def test_an_element_may_still_rest_on_a_coded_passage(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, "place:pm")
        await press(pilot, "e")
        await type_words(pilot, "H1.C1")
        await press_each(pilot, "enter", "enter")
        assert screen.bench is not None
        assert [each.element_id for each in screen.bench.assembled.groundings].count("m") == 2


async def test_material_is_brought_in_with_its_base_and_stands_on_a_link(configured: str) -> None:
    async with at_work(configured) as (app, pilot):
        screen = await on_row(app, pilot, "link:l1")
        await press(pilot, "E")
        await type_words(pilot, "Spm. 14")
        await press_each(pilot, "enter", "enter", "tab", "tab")
        await type_words(pilot, "68 %")
        await press(pilot, "ctrl+s")
        assert any("A figure without what it is of" in each for each in painted(app))
        await press(pilot, "tab")
        await type_words(pilot, "112 af 164")
        await press(pilot, "ctrl+s")
        front(app, StanceScreen)
        await press(pilot, "s")
        assert screen.bench is not None
        (bearing,) = screen.bench.assembled.bearings
        assert (bearing.claim, bearing.claim_id) == (Claim.LINK, "l1")
        assert any("#● supports Spm. 14: 68 % (112 af 164)" in each for each in listed(screen.rows))
        assert screen.rows.row == f"bearing:{bearing.id}"
        await press(pilot, "t")
        assert any("#○ contradicts" in each for each in listed(screen.rows))
        await press_each(pilot, "x")
        assert screen.bench.assembled.bearings == ()


async def test_the_list_of_material_says_what_each_bears_on(configured: str) -> None:
    async with running(configured, "O", "e", coder="Tester") as (app, pilot):
        screen = front(app, ExhibitsScreen)
        assert any("n brings in" in each for each in painted(app))
        await press(pilot, "n")
        front(app, ChooserScreen)
        await press_each(pilot, "down", "down", "enter")
        await type_words(pilot, "Årsrapport")
        await press(pilot, "tab")
        await type_words(pilot, "Der skal tales om job")
        await press(pilot, "ctrl+s")
        assert any("§ Årsrapport" in each for each in listed(screen.found))
        assert any("on no claim yet" in each for each in listed(screen.found))
        await press(pilot, "x")
        with open_project(configured, coder="Tester") as project:
            assert exhibits(project) == ()
        await settle(pilot)
