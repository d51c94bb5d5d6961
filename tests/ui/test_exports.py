"""What leaves the project, chosen on screen: the exports there are, their settings, and the file that is written."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from opening import front, listed, press, press_each, running, said, type_words, until
from rcoder.project.exports import EXPORTS, find
from rcoder.ui.app import RcoderApp
from rcoder.ui.comparing.choices import CONDITION
from rcoder.ui.exporting import settings
from rcoder.ui.screens import writing
from rcoder.ui.screens.exports import ExportScreen, ExportsScreen
from rcoder.ui.screens.leaving import LeavingScreen

NAME = {"sort": "known_name", "words": "Mette", "count": 1, "note": None, "places": []}


@asynccontextmanager
async def export(
    study: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[RcoderApp, Pilot[None], ExportScreen]]:
    """The window of one export, in a folder of its own."""
    monkeypatch.chdir(folder)
    async with running(study, "O", "k", "e", coder="Anne") as (app, pilot):
        yield app, pilot, front(app, ExportScreen)


def test_every_export_is_listed_with_its_formats_and_each_format_has_a_name() -> None:
    lines = settings.export_lines()
    assert [line.id for line in lines] == [each.key for each in EXPORTS]
    assert {ending for each in EXPORTS for ending in each.endings} <= set(settings.FORMATS)


def test_settings_become_the_arguments_of_our_own_command() -> None:
    asked = settings.first(find("chart"), "da", Path("/x"), {"of": "roles"})
    asked = asked.with_value(settings.FORMAT, ".pdf").with_value(settings.LANGUAGE, "en")
    assert asked.file == Path("/x/chart-roles.pdf")
    assert asked.arguments("/s.rcoder", "Anne", "--checked") == [
        "export", "chart", "--coder", "Anne", "--json", "--language", "en", "--to", "/x/chart-roles.pdf",
        "--of", "roles", "--checked", "--", "/s.rcoder",
    ]  # fmt: skip


def test_two_parts_of_a_theory_are_two_files() -> None:
    names = {
        settings.first(find("theory"), "da", Path("/x"), chosen).file.name
        for chosen in ({}, {"version": "1"}, {"group": "outside Lang ledighed"}, {"hypothesis": "H1"})
    }
    assert names == {
        "theory.svg", "theory-version-1.svg", "theory-outside-Lang-ledighed.svg", "theory-H1.svg",
    }  # fmt: skip


def test_a_file_keeps_its_name_when_the_format_changes() -> None:
    asked = settings.first(find("chart"), "da", Path("/x"), {}).with_value(settings.FILE, "/y/figur 3.svg")
    assert asked.with_value(settings.FORMAT, ".png").file == Path("/y/figur 3.png")
    assert settings.wrong_with(asked, "/y/figur.docx")
    assert not settings.wrong_with(asked, "/y/figur.svg")


async def test_the_list_leads_to_the_settings_of_one_export(compared_study: str) -> None:
    async with running(compared_study, "O", "o", coder="Anne") as (app, pilot):
        screen = front(app, ExportsScreen)
        screen.rows.go_to("chart")
        await press_each(pilot, "enter")
        assert front(app, ExportScreen).asked.export.key == "chart"
        await press_each(pilot, "escape")
        assert app.screen is screen


async def test_enter_on_a_line_chooses_and_x_takes_it_back(
    compared_study: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with export(compared_study, tmp_path, monkeypatch) as (_, pilot, screen):
        screen.rows.go_to("split")
        await press_each(pilot, "enter")
        await type_words(pilot, "municipality")
        await press_each(pilot, "enter")
        assert screen.asked.values["split"] == "municipality"
        await press_each(pilot, "x")
        assert not screen.asked.values["split"]


async def test_groups_of_a_figure_are_groups_and_what_is_outside_them_and_conditions(
    compared_study: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with running(compared_study, "O", "d", "e", coder="Anne") as (app, pilot):
        screen = front(app, ExportScreen)
        assert screen.known is not None
        ids = [each.id for each in settings.offered(screen.asked, "group", screen.known)]
        assert ids[1:3] == ["med timer", "outside med timer"]
        assert ids[-1] == CONDITION
        screen.rows.go_to("group")
        await press(pilot, "enter")
        await type_words(pilot, "condition")
        await press(pilot, "enter")
        await type_words(pilot, "municipality is Skovklit")
        await press(pilot, "enter")
        assert screen.asked.values["group"] == "municipality is Skovklit"


@pytest.mark.parametrize(
    ("line", "value"),
    [("horizon", "short"), ("stance", "contradicts"), ("status", "accepted"), ("version", "now")],
)
async def test_what_a_figure_can_be_narrowed_to_is_chosen_from_a_list(
    compared_study: str, line: str, value: str
) -> None:
    async with running(compared_study, "O", "d", "e", coder="Anne") as (app, _):
        screen = front(app, ExportScreen)
        assert screen.known is not None
        assert value in [each.id for each in settings.offered(screen.asked, line, screen.known)]


async def test_a_file_is_written_beside_the_program(
    compared_study: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with export(compared_study, tmp_path, monkeypatch) as (app, pilot, screen):
        await press_each(pilot, "w")
        await until(pilot, lambda: not screen.writing or isinstance(app.screen, LeavingScreen))
        if isinstance(app.screen, LeavingScreen):
            await press_each(pilot, "y")
            await until(pilot, lambda: not screen.writing)
        await until(pilot, lambda: "Wrote" in said(app))
        assert (tmp_path / "chart-progress.svg").read_text().startswith("<?xml")


async def test_a_file_that_is_there_is_replaced_only_where_it_is_asked_for_twice(
    compared_study: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "chart-progress.svg").write_text("mine")
    async with export(compared_study, tmp_path, monkeypatch) as (app, pilot, screen):
        await press_each(pilot, "w")
        assert not screen.writing
        assert "w again replaces chart-progress.svg" in said(app)
        assert (tmp_path / "chart-progress.svg").read_text() == "mine"


@pytest.mark.parametrize(("answer", "checked"), [("y", True), ("escape", False)])
async def test_what_may_name_a_person_is_shown_before_it_is_written(
    compared_study: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, checked: bool
) -> None:
    ran: list[tuple[str, ...]] = []

    async def child(_: RcoderApp, *arguments: str) -> tuple[int, str, str]:
        ran.append(arguments)
        there = "--checked" in arguments
        told: dict[str, Any] = {"file": "chart.svg" if there else None, "remarks": [], "findings": [NAME]}
        return (0 if there else 2), json.dumps(told), "" if there else "It holds 1 name."

    monkeypatch.setattr(writing, "child", child)
    async with export(compared_study, tmp_path, monkeypatch) as (app, pilot, screen):
        await press_each(pilot, "w")
        found = front(app, LeavingScreen)
        assert any("Mette" in each for each in listed(found.found))
        await press_each(pilot, answer)
        await until(pilot, lambda: not screen.writing)
        assert ("--checked" in ran[-1]) is checked
        assert ("Wrote" in said(app)) is checked
        assert ("was not written" in said(app)) is not checked
