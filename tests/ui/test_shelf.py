"""Several codebooks in the program: the pane under their titles, the list of codes, adding one and taking one out."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.command import CommandList
from textual.pilot import Pilot
from textual.widgets import Input

from opening import coding_screen, line_words, press, settle, words
from rcoder.project import Project, open_project
from rcoder.project.shelf import BookLine, addition, shelf
from rcoder.project.starting import codebook_named
from rcoder.ui import lists
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens import shelf as shelf_screen
from rcoder.ui.screens.beginning import written_books
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.picker import PickerScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Status

OTHER = """\
rcoder: codebook 1
id: other
version: "2.3"
title: {da: "Den anden", en: "The other"}
codes:
  - id: X.M1
    kind: reasoning
    label: {da: "Håb", en: "Hope"}
    definition: {da: "Nogen føler håb.", en: "Somebody feels hope."}
  - id: X.M2
    parent: X.M1
    kind: reasoning
    label: {da: "Stort håb", en: "Great hope"}
"""


@pytest.fixture
def other(tmp_path: Path) -> Path:
    file = tmp_path / "other.yaml"
    file.write_text(OTHER, encoding="utf-8")
    return file


@pytest.fixture
def two(study: str, other: Path) -> str:
    """The small study with the other codebook beside its own."""
    with open_project(study, coder="Jonas") as project:
        project.do(addition(project, codebook_named(str(other))))
    return study


async def arrived(pilot: Pilot[None]) -> ChooserScreen:
    """The list of codebooks, whose worker waits for an answer and so is not waited for."""
    for _ in range(2000):
        await pilot.pause()
        if isinstance(pilot.app.screen, ChooserScreen) and pilot.app.screen.query(Lines):
            await pilot.pause()
            return pilot.app.screen
    raise AssertionError("the codebooks were not listed")


def codes(screen: CodingScreen) -> list[str]:
    return [line_words(line) for line in screen.query_one("#codes", Lines)._seen]


def counts(screen: CodingScreen) -> dict[str, str]:
    return {line_words(line): line.right for line in screen.query_one("#codes", Lines)._lines}


# -- the pane --------------------------------------------------------------------------------------------------------


async def test_one_codebook_has_no_title_above_it(study: str) -> None:
    async with coding_screen(study) as (_, screen):
        assert codes(screen) == ["H1 Klare roller", "H2 Ordinære timer"]


async def test_several_stand_under_their_titles_and_only_the_main_one_is_open(two: str) -> None:
    async with coding_screen(two) as (_, screen):
        assert codes(screen) == ["Lille kodebog 1.0", "H1 Klare roller", "H2 Ordinære timer", "Den anden 2.3"]
        right = "".join(text for text, _ in lists.top_line(screen.study)[1])
        assert "Lille kodebog 1.0 + 1 · H1–H2" in right


async def test_enter_on_a_title_opens_and_folds_it_and_codes_nothing(
    two: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(two) as (pilot, screen):
        await press(pilot, "b", "end", "enter")
        assert codes(screen)[-2:] == ["Den anden 2.3", "M X.M1 Håb"]
        await press(pilot, "enter")
        assert codes(screen)[-1] == "Den anden 2.3"
        await press(pilot, "home", "enter")
        assert codes(screen) == ["Lille kodebog 1.0", "Den anden 2.3"]
    with reopened() as project:
        assert [line.coding.coder_id for line in project.coding_lines(coder="Anne")] == []


async def test_a_coding_counts_on_its_code_those_above_and_its_codebook(two: str) -> None:
    async with coding_screen(two) as (pilot, screen):
        assert counts(screen)["Lille kodebog 1.0"] == "1"
        await press(pilot, "down", "c", *"x.m2", "enter")
        found = counts(screen)
        assert (found["M X.M2 Stort håb"], found["M X.M1 Håb"], found["Den anden 2.3"]) == ("1", "1", "1")
        assert found["Lille kodebog 1.0"] == "1"
        await press(pilot, "u")
        assert counts(screen)["Den anden 2.3"] == ""


# -- the list of codes -----------------------------------------------------------------------------------------------


async def test_the_list_of_codes_finds_those_of_either_and_says_which_codebook(two: str) -> None:
    async with coding_screen(two) as (pilot, _):
        await press(pilot, "down", "c", *"stort")
        picker = pilot.app.screen
        assert isinstance(picker, PickerScreen)
        meaning = picker.query_one("#candidate", Lines)
        assert "Den anden" in "".join(text for text, _ in meaning._lines[0].pieces)
        await press(pilot, *["backspace"] * 5, *"trygh")
        assert "Lille kodebog" in "".join(text for text, _ in meaning._lines[0].pieces)


async def test_a_coding_notes_the_version_of_its_own_codebook(
    two: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(two) as (pilot, _):
        await press(pilot, "down", "c", *"x.m1", "enter")
        await press(pilot, "c", *"h1.o1", "enter")
    with reopened() as project:
        found = {line.code: line.coding.codebook_version for line in project.coding_lines(coder="Anne")}
    assert found == {"X.M1": "2.3", "H1.O1": "1.0"}


# -- adding and taking out -------------------------------------------------------------------------------------------


async def test_f6_lists_the_study_s_codebooks_and_those_that_come_with_rcoder(two: str) -> None:
    async with coding_screen(two) as (pilot, _):
        await pilot.press("f6")
        chooser = await arrived(pilot)
        found = [line_words(line).strip() for line in chooser.query_one(Lines)._seen]
        assert found[:2] == ["✓ Lille kodebog 1.0  the main one: its theories are drawn", "✓ Den anden 2.3"]
        assert [each.rsplit(" ", 1)[0] for each in found[2:]] == [
            "BIP: tro og progression",
            "Flere skal med",
            "JobFirst",
        ]
        await press(pilot, "escape")


async def test_one_that_comes_with_rcoder_is_added_by_a_few_letters_and_undone(study: str) -> None:
    async with coding_screen(study) as (pilot, screen):
        await pilot.press("f6")
        await arrived(pilot)
        await press(pilot, *"bip", "enter")
        assert codes(screen) == [
            "Lille kodebog 1.0",
            "H1 Klare roller",
            "H2 Ordinære timer",
            "BIP: tro og progression 1.0",
        ]
        assert "Added the codebook BIP" in words(screen.query_one(Status))
        await press(pilot, "u")
        assert codes(screen) == ["H1 Klare roller", "H2 Ordinære timer"]


async def test_a_file_is_added_by_its_place(study: str, other: Path) -> None:
    async with coding_screen(study) as (pilot, screen):
        await pilot.press("f6")
        chooser = await arrived(pilot)
        chooser.dismiss(f"typed:{other}")
        await settle(pilot)
        assert codes(screen)[-1] == "Den anden 2.3"


async def test_a_file_that_is_no_codebook_is_a_sentence(study: str, tmp_path: Path) -> None:
    async with coding_screen(study) as (pilot, screen):
        await pilot.press("f6")
        chooser = await arrived(pilot)
        chooser.dismiss(f"typed:{tmp_path / 'nowhere.yaml'}")
        await settle(pilot)
        assert "nowhere.yaml cannot be read" in words(screen.query_one(Status))
        assert codes(screen) == ["H1 Klare roller", "H2 Ordinære timer"]


async def test_one_in_the_study_is_taken_out_by_choosing_it(two: str) -> None:
    async with coding_screen(two) as (pilot, screen):
        await pilot.press("f6")
        await arrived(pilot)
        await press(pilot, *"den anden", "enter")
        assert codes(screen) == ["H1 Klare roller", "H2 Ordinære timer"]


async def test_one_that_is_coded_with_stays_and_it_is_said_why(two: str) -> None:
    async with coding_screen(two) as (pilot, screen):
        await pilot.press("f6")
        chooser = await arrived(pilot)
        chooser.dismiss("take out:small")
        await settle(pilot)
        assert "it is used by 1 coding in your sight" in words(screen.query_one(Status))
        assert codes(screen)[0] == "Lille kodebog 1.0"


async def test_the_palette_has_it(study: str) -> None:
    async with coding_screen(study) as (pilot, _):
        await press(pilot, "ctrl+p", *"codebooks of")
        hits = [str(option.prompt) for option in pilot.app.screen.query_one(CommandList)._options]
        assert any("Codebooks of the study" in each for each in hits)


async def test_what_another_adds_meanwhile_is_shown(study: str, other: Path) -> None:
    async with coding_screen(study) as (pilot, screen):
        with open_project(study, coder="Jonas") as project:
            project.do(addition(project, codebook_named(str(other))))
        pilot.app.look()  # type: ignore[attr-defined]  # the app of rcoder
        await settle(pilot)
        assert codes(screen)[-1] == "Den anden 2.3"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("", ("none",)),
        ("  ", ("none",)),
        ("  jobfirst ", ("jobfirst",)),
        ("jobfirst, bip,", ("jobfirst", "bip")),
        ("jobfirst, ~/egen.yaml", ("jobfirst", str(Path("~/egen.yaml").expanduser()))),
    ],
)
def test_codebooks_are_written_parted_by_commas(written: str, meant: tuple[str, ...]) -> None:
    assert written_books(written) == meant


def test_a_file_whose_name_has_a_comma_is_one(tmp_path: Path) -> None:
    file = tmp_path / "a, b.yaml"
    file.write_text(OTHER, encoding="utf-8")
    assert written_books(str(file)) == (str(file),)


async def test_the_list_of_codebooks_opens_at_once_and_has_every_key_typed_after(
    study: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading those that come with rcoder takes a while; letters and Enter typed meanwhile are for the list."""
    read = threading.Event()
    real = shelf_screen.shipped

    def slowly() -> tuple[BookLine, ...]:
        assert read.wait(30)
        return real()

    monkeypatch.setattr(shelf_screen, "shipped", slowly)
    app = RcoderApp(study, "Anne")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in ("f6", "b", "i", "p", "enter"):
            await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, ChooserScreen)
        assert app.screen.query_one(Input).value == "bip"
        assert "Looking at the codebooks" in app.screen.lines.empty
        read.set()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        assert isinstance(app.screen, CodingScreen)
    with open_project(study, coder="Anne") as project:
        assert [each.codebook.key for each in shelf(project)] == ["small", "bip"]
