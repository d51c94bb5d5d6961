"""Where one was: in each interview while the program is open, and at the next start."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from opening import press, running
from rcoder.project.settings import (
    INTERVIEWS,
    last_place,
    places_in,
    remember_place,
    remember_project,
    remembered_titles,
)
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.coding import CodingScreen


def where(app: RcoderApp) -> tuple[str, str]:
    screen = app.screen
    assert isinstance(screen, CodingScreen)
    assert screen.study.reading is not None
    return screen.study.reading.transcript.title, screen.pane.passage.of(screen.study.reading.text)


async def test_each_interview_keeps_its_place_and_the_last_one_is_opened_the_next_time(study: str) -> None:
    app = RcoderApp(study, "Anne")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "ctrl+down", "ctrl+down", "ctrl+down")
        assert where(app) == ("Sag 01: Mette", "Hun ringede hver uge.")
        await press(pilot, "i", "down", "down", "enter", "down")
        assert where(app) == ("Sag 02: Ole", "Jamen det var jo rart.")
        await press(pilot, "i", "up", "up", "enter")
        assert where(app) == ("Sag 01: Mette", "Hun ringede hver uge.")
        await press(pilot, "i", "down", "down", "enter")
        assert where(app) == ("Sag 02: Ole", "Jamen det var jo rart.")
    again = RcoderApp(study, "Anne")
    async with again.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        assert where(again) == ("Sag 02: Ole", "Jamen det var jo rart.")


async def test_a_place_in_an_interview_that_is_gone_is_forgotten(study: str) -> None:
    remember_place(study, "gone", 7)
    async with running(study) as (app, _pilot):
        assert where(app)[0] == "Sag 01: Mette"


def test_places_and_titles_are_kept_by_project(tmp_path: Path) -> None:
    first, second = str(tmp_path / "a.rcoder"), str(tmp_path / "b.rcoder")
    remember_place(first, "t1", 5)
    remember_place(second, "t2", 6)
    remember_place(first, "t3", 7)
    assert (last_place(first), last_place(second)) == (("t3", 7), ("t2", 6))
    assert last_place(str(tmp_path / "c.rcoder")) is None
    remember_project(first, "Første")
    remember_project(second, "Anden")
    assert remembered_titles() == {first: "Første", second: "Anden"}


def test_a_place_at_an_address_with_a_password_is_not_remembered() -> None:
    remember_place("postgresql://anne:hemmelig@host/x", "t", 1)
    assert last_place("postgresql://anne:hemmelig@host/x") is None


@pytest.mark.parametrize("places", [[], "x", {"/a": "t"}, {"/a": ["t"]}, {"/a": [1, "t"]}, {"/a": ["t", -1]}])
def test_a_damaged_state_file_is_no_place(tmp_path: Path, places: object) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "rcoder.json").write_text(json.dumps({"places": places}), encoding="utf-8")
    assert last_place("/a") is None


async def test_the_next_time_every_interview_is_opened_where_one_was(study: str) -> None:
    app = RcoderApp(study, "Anne")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "ctrl+down", "ctrl+down", "ctrl+down", "i", "down", "down", "enter")
    again = RcoderApp(study, "Anne")
    async with again.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        assert where(again)[0] == "Sag 02: Ole"
        await press(pilot, "i", "up", "up", "enter")
        assert where(again) == ("Sag 01: Mette", "Hun ringede hver uge.")


def test_places_of_several_interviews_are_kept_up_to_a_number(tmp_path: Path) -> None:
    study = str(tmp_path / "a.rcoder")
    remember_place(study, "t1", 5, {"t0": 1, "t1": 4})
    remember_place(study, "t2", 6)
    assert places_in(study) == {"t0": 1, "t1": 5, "t2": 6}
    remember_place(study, "t0", 2, {f"u{number}": number for number in range(INTERVIEWS)})
    found = places_in(study)
    assert len(found) == INTERVIEWS
    assert (found["t0"], "t1" in found, last_place(study)) == (2, False, ("t0", 2))


@pytest.mark.parametrize(
    "kept", ['{"within": 3}', '{"within": {"/a": [1]}}', '{"within": {"/a": {"t": "x"}}}']
)
def test_places_that_cannot_be_read_are_none(kept: str, home: Path) -> None:
    home.mkdir(parents=True, exist_ok=True)
    (home / "rcoder.json").write_text(kept, encoding="utf-8")
    assert places_in("/a") == {}
