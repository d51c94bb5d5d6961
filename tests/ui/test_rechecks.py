"""Codes merged and divided on screen, and the passages looked at again, by keys and by mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from opening import press, running, settle, type_words
from rcoder.domain.actions.coding import code_passage
from rcoder.domain.coding import Coding
from rcoder.domain.ids import named_id
from rcoder.project import Project, open_project
from rcoder.project.codebook_dividing import divide, read_part
from rcoder.project.codebook_merging import merge
from rcoder.project.rechecks import to_look_at
from rcoder.ui.app import RcoderApp
from rcoder.ui.commands import Where, commands
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.codebook import CodebookScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.question import QuestionScreen
from rcoder.ui.screens.rechecks import RechecksScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Strips, TopLine


@pytest.fixture
def coded(study: str) -> str:
    """The small study with three codings of Anne's on H1.R1, in two interviews."""
    with open_project(study, coder="Anne") as project:
        code = project.code("H1.R1")
        for number, (title, start) in enumerate(
            (("Sag 01: Mette", 60), ("Sag 01: Mette", 100), ("Leder", 60))
        ):
            transcript = project.transcript(title)
            coding = Coding(
                named_id("anne", str(number)),
                transcript.id,
                start,
                start + 20,
                code.id,
                project.coder_id,
                code.kind,
            )
            project.do(code_passage(coding, code, transcript))
    return study


def rows(app: RcoderApp, query: str) -> str:
    strips = app.screen.query_one(query, Strips)
    return "\n".join("".join(text for text, _ in row) for row in strips._rows)


def top(app: RcoderApp) -> str:
    return "".join(text for text, _ in app.screen.query_one(TopLine)._right)


def shown(app: RcoderApp, name: str) -> list[str]:
    return [
        "".join(words for words, _ in line.pieces).strip()
        for line in app.screen.query_one(f"#{name}", Lines)._seen
    ]


def own(study: str) -> list[str]:
    with open_project(study, coder="Anne") as project:
        return [each.code for each in project.coding_lines(coder="Anne")]


def divided(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        parts = [read_part("På jobcentret / In the jobcentre"), read_part("I virksomheden")]
        project.do(divide(project, "H1.R1", parts))


async def test_a_code_is_merged_by_keys_and_taken_back(coded: str) -> None:
    async with running(coded, "B", "right", "down", "down") as (app, pilot):
        assert isinstance(app.screen, CodebookScreen)
        assert app.screen.code is not None
        assert app.screen.code.key == "H1.R1"
        await press(pilot, "m")
        assert isinstance(app.screen, ChooserScreen)
        await type_words(pilot, "tryghed")
        await press(pilot, "enter")
        assert isinstance(app.screen, QuestionScreen)
        assert "3 codings in your sight go to H1.M1. 3 passages of yours will wait" in app.screen.words
        await type_words(pilot, "det samme")
        await press(pilot, "enter")
        assert own(coded) == ["H1.M1"] * 3
        assert "retired" in "".join(line.right for line in app.screen.query_one("#entry", Lines)._lines)
        await press(pilot, "escape")
        assert "3 to look at again" in top(app)
        await press(pilot, "u")
        assert own(coded) == ["H1.R1"] * 3
        assert "to look at again" not in top(app)
    with open_project(coded, coder="Anne") as project:
        assert "det samme" in [each.why for each in project.journal()]


async def test_a_code_is_divided_by_keys(coded: str) -> None:
    async with running(coded, "B", "right", "down", "down", "v") as (app, pilot):
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, QuestionScreen)
        assert app.screen.query_one(TextArea).text == ""
        await type_words(pilot, "Job / Jobs")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ChooserScreen)
        assert shown(app, "choices") == ["H1.R1 stays in use beside it", "H1.R1 is retired"]
        await press(pilot, "enter", "L")
        assert isinstance(app.screen, RechecksScreen)
        assert len(app.screen.found.lines) == 3
    with open_project(coded, coder="Anne") as project:
        assert (project.code("H1.R2").label.en, project.code("H1.R1").retired) == ("Jobs", False)


async def test_each_passage_is_given_a_part_by_its_digit_or_stays(coded: str) -> None:
    divided(coded)
    async with running(coded, "L") as (app, pilot):
        assert isinstance(app.screen, RechecksScreen)
        assert "3 to look at again" in top(app)
        assert shown(app, "list")[1].startswith("R H1.R1 “")
        assert "H1.R1 Aftalt kontaktperson was divided into H1.R2, H1.R3." in rows(app, "#about")
        assert shown(app, "choices") == [
            "1  R H1.R2 På jobcentret", "2  R H1.R3 I virksomheden", "k  stays R H1.R1 Aftalt kontaktperson", "c  another code …",
        ]  # fmt: skip
        first = app.screen._line
        await press(pilot, "2")
        assert "H1.R3" in own(coded)
        assert len(app.screen.found.lines) == 2
        await press(pilot, "u")
        assert app.screen._line == first
        await press(pilot, "2", "enter", "k")
        assert sorted(own(coded)) == ["H1.R1", "H1.R1", "H1.R3"]
        assert "nothing to look at again" in top(app)
        assert app.screen.query_one("#list", Lines).empty.startswith("Nothing to look at again")
        await press(pilot, "k")
        await press(pilot, "escape")
        assert isinstance(app.screen, CodingScreen)
        assert "to look at again" not in top(app)


async def test_a_digit_without_a_code_and_any_other_code_by_the_chooser(coded: str) -> None:
    with open_project(coded, coder="Anne") as project:
        project.do(merge(project, "H1.R1", "H1.M1"))
    async with running(coded, "L") as (app, pilot):
        await press(pilot, "1")
        assert "No code has that digit" in rows(app, "Status")
        await press(pilot, "c")
        assert isinstance(app.screen, ChooserScreen)
        app.screen.query_one(Input).value = "samarbejde"
        await press(pilot, "enter")
        assert sorted(own(coded)) == ["H1.M1", "H1.M1", "H1.O1"]


async def test_a_click_goes_to_a_passage_and_decides_nothing(coded: str) -> None:
    divided(coded)
    async with running(coded, "L") as (app, pilot):
        await pilot.click("#list", offset=(5, 2))
        await pilot.click("#list", offset=(5, 2))
        await settle(pilot)
        if isinstance(app.screen, CodingScreen):
            await press(pilot, "escape", "escape")
        assert isinstance(app.screen, RechecksScreen)
        assert len(app.screen.found.lines) == 3
        await pilot.click("#choices", offset=(5, 1), times=2)
        await settle(pilot)
        assert own(coded).count("H1.R3") == 1


async def test_the_passage_opens_in_its_interview_and_esc_comes_back(coded: str) -> None:
    divided(coded)
    async with running(coded, "L", "g") as (app, pilot):
        assert isinstance(app.screen, CodingScreen)
        assert app.screen.study.reading is not None
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, RechecksScreen)
        await press(pilot, "tab", "tab", "down", "enter")
        assert own(coded).count("H1.R3") == 1
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, CodingScreen)


async def test_a_narrow_screen_has_room_for_all_of_it(coded: str) -> None:
    divided(coded)
    async with running(coded, "L", size=(80, 24)) as (app, pilot):
        assert app.screen.has_class("-narrow")
        for name in ("#list", "#transcript", "#choices"):
            assert app.screen.query_one(name).size.height >= 3
        await press(pilot, "1")
        assert own(coded).count("H1.R2") == 1


async def test_another_label_by_one_key_and_from_the_palette(coded: str) -> None:
    async with running(coded, "B", "right", "down", "down", "r") as (app, pilot):
        assert isinstance(app.screen, QuestionScreen)
        assert [each.id for each in app.screen.fields] == ["da", "en", "why"]
        app.screen.query_one("#da", Input).value = "Fast person"
        await press(pilot, "ctrl+s")
        assert "Changed label" in rows(app, "Status")
        rename = [each for each in commands(Where.CODEBOOK) if each.id == "rename"]
        assert [(each.words.en, each.palette) for each in rename] == [("Rename", True)]
    with open_project(coded, coder="Anne") as project:
        assert project.code("H1.R1").label.da == "Fast person"


async def test_what_cannot_be_merged_or_divided_is_said(coded: str) -> None:
    async with running(coded, "B", "v") as (app, pilot):
        assert "A hypothesis is split" in rows(app, "Status")
        await press(pilot, "right", "down", "down", "x", "enter", "m")
        assert "is retired; x brings it back" in rows(app, "Status")
        await press(pilot, "v")
        assert isinstance(app.screen, CodebookScreen)


async def test_the_codebook_is_written_to_a_file_and_then_only_what_differs(
    coded: str, tmp_path: Path, reopened: Callable[[], Project]
) -> None:
    file = tmp_path / "small.yaml"
    async with running(coded, "B", "W") as (app, pilot):
        assert isinstance(app.screen, QuestionScreen)
        assert app.screen.fields[0].value == str(Path(coded).with_name("small.yaml"))
        await press(pilot, "enter")
        assert isinstance(app.screen, QuestionScreen)
        assert "written whole" in app.screen.words
        await press(pilot, "enter")
        assert "Wrote the codebook small 1.0 to" in rows(app, "Status")
        text = file.read_text(encoding="utf-8")
        file.write_text(f"# vores\n{text}", encoding="utf-8")
        await press(pilot, "W", "enter")
        assert "says the same as the study" in rows(app, "Status")
        await press(pilot, "right", "down", "down", "x", "enter", "W", "enter")
        assert isinstance(app.screen, QuestionScreen)
        assert "· H1.R1: retired" in app.screen.words
        await press(pilot, "enter")
        assert file.read_text(encoding="utf-8").startswith("# vores\n")
        assert 'retired: "yes"' in file.read_text(encoding="utf-8")
        assert file.with_name("small.yaml.bak").read_text(encoding="utf-8") == f"# vores\n{text}"


def test_every_key_has_its_action() -> None:
    for place, home in ((Where.RECHECKS, RechecksScreen), (Where.CODEBOOK, CodebookScreen)):
        own_keys = [each.id for each in commands(place)]
        assert [each for each in own_keys if not hasattr(home, f"action_{each}")] == []
    assert hasattr(CodingScreen, "action_rechecks")


def test_the_count_is_the_asker_s_own(coded: str) -> None:
    divided(coded)
    with open_project(coded, coder="Jonas") as project:
        assert to_look_at(project) == 0
