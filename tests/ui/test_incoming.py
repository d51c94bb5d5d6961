"""Files are chosen, looked at, decided on, and brought in while work goes on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from opening import press, running, until
from rcoder.project import Project
from rcoder.ui.incoming import plan, rows
from rcoder.ui.incoming.files import entries, matching, size_words, split_typed
from rcoder.ui.incoming.plan import Incoming, State
from rcoder.ui.screens.bringing import answers_of, summed
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.files import FilesScreen, ending
from rcoder.ui.screens.incoming import IncomingScreen, is_manifest, no_date, no_encoding
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Status

ENDINGS = frozenset({"txt", "docx", "csv"})


def answer(**given: Any) -> dict[str, Any]:
    """What `rcoder preview --json` says of a file."""
    voices = [
        {"name": "INT", "interviewer": True, "turns": 2, "words": 9},
        {"name": "OLE", "interviewer": False, "turns": 2, "words": 40},
    ]
    return {
        "file": "/x/ole.txt", "refused": None, "there": None, "alike": None, "format": "txt", "characters": 300, "words": 49,
        "speakers": voices, "beginning": [{"speaker": "INT", "text": "Hvad så?"}, {"speaker": "OLE", "text": "Jo tak."}],
        "notes": ["Read as CP1252."], "known": {"case": "", "roles": [], "title": ""},
    } | given  # fmt: skip


# -- without a screen --------------------------------------------------------------------------------------------


def test_a_folder_shows_folders_first_and_only_what_can_be_read(tmp_path: Path) -> None:
    for name in ("ål.txt", "b.docx", "Arne.TXT", "billede.png", ".skjult.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / "zz").mkdir()
    assert [each.name for each in entries(tmp_path, "", ENDINGS)] == [
        "..",
        "zz",
        "Arne.TXT",
        "b.docx",
        "ål.txt",
    ]
    assert [each.name for each in entries(tmp_path, "ÅL", ENDINGS)] == ["ål.txt"]


def test_typed_words_may_lead_to_another_folder(tmp_path: Path) -> None:
    assert split_typed("sag", tmp_path) == (tmp_path, "sag")
    assert split_typed("under/sag", tmp_path) == (tmp_path / "under", "sag")
    assert split_typed("/etc/ho", tmp_path) == (Path("/etc"), "ho")
    assert split_typed("~/x", tmp_path) == (Path.home(), "x")


def test_a_long_path_is_shown_from_its_end() -> None:
    assert ending("/mnt/sager/bølge 2", 40) == "/mnt/sager/bølge 2"
    assert ending("/mnt/sager/bølge 2", 12) == "…ger/bølge 2"
    assert all(cell_len(ending("/漢字/ø", width)) <= width for width in range(2, 12))
    assert [size_words(size) for size in (0, 1, 1499, 2_400_000)] == ["0 kB", "1 kB", "1 kB", "2 MB"]


def test_a_path_or_a_pattern_means_files(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.docx"):
        (tmp_path / name).write_text("x")
    assert matching("*.txt", tmp_path) == [tmp_path / "a.txt", tmp_path / "b.txt"]
    assert matching(str(tmp_path / "c.docx"), Path("/")) == [tmp_path / "c.docx"]
    assert matching("nothing", tmp_path) == []
    assert matching("", tmp_path) == []


@pytest.mark.parametrize(
    ("name", "is_one"), [("m.yaml", True), ("Manifest.csv", True), ("tale.csv", False), ("m.txt", False)]
)
def test_a_manifest_is_known_by_its_name(name: str, is_one: bool) -> None:
    assert is_manifest(Path(name)) is is_one


def test_a_file_is_ready_refused_or_there() -> None:
    assert plan.read(answer()).state is State.READY
    refused = plan.read(answer(refused="ole.txt is empty."))
    assert (refused.state, refused.why) == (State.REFUSED, "ole.txt is empty.")
    there = plan.read(answer(there="Ole"))
    assert (there.state, there.why) == (State.THERE, "It is in the study already, as Ole.")


def test_what_was_decided_outlives_another_reading() -> None:
    before = plan.told(plan.told(plan.read(answer()), "case", "Sag 04"), "encoding", "cp1252")
    again = plan.read(answer(notes=[]), before)
    assert again.known == {"case": "Sag 04", "encoding": "cp1252"}
    assert plan.read(answer(), plan.turned(before)).state is State.LEFT_OUT


def test_only_ready_files_are_brought_in_with_what_is_known_of_them() -> None:
    ready = plan.told(plan.read(answer()), "roles", ["borger"])
    others = [
        plan.turned(plan.read(answer(file="b"))),
        plan.read(answer(file="c", refused="x")),
        plan.read(answer(file="d", there="D")),
    ]
    assert plan.to_bring([ready, *others]) == [{"file": "/x/ole.txt", "roles": ["borger"]}]
    assert plan.to_bring([plan.on_its_way(ready)]) == []
    assert plan.to_bring([plan.held_up(plan.on_its_way(ready))]) != []


def test_an_unknown_value_is_not_sent() -> None:
    assert plan.told(plan.told(plan.read(answer()), "case", "Sag 01"), "case", "").known == {}


def test_a_role_said_for_all_takes_the_place_of_roles_by_voice() -> None:
    known = {"roles_of": {"OLE": ["mentor"]}, "interviewers": ["INT", "OLE"]}
    file = plan.told(plan.read(answer(known=known)), "roles", ["borger"])
    assert "roles_of" not in file.known
    assert plan.interviewers(file) == ("INT", "OLE")
    assert plan.interviewers(plan.told(file, "interviewer", "OLE")) == ("OLE",)
    assert plan.interviewers(plan.read(answer())) == ("INT",)


def test_what_is_missing_has_its_denominator() -> None:
    files = [plan.read(answer(file=str(number))) for number in range(3)]
    files[0] = plan.told(files[0], "roles", ["projektleder"])
    files[1] = plan.told(plan.told(files[1], "roles", ["borger"]), "case", "Sag 01")
    assert (
        plan.missing(files)
        == "1 of 3 without a case, 1 of 3 without a role; that can be put right later too."
    )
    assert plan.missing(files[:2]) == ""
    assert plan.summed(files) == "3 ready"


def text_of(incoming: Incoming, width: int = 60) -> list[str]:
    return ["".join(words for words, _ in line.pieces) for line in rows.full(incoming, width)]


def test_a_file_in_full_shows_words_voices_and_everything_done_to_the_text() -> None:
    shown = "\n".join(text_of(plan.read(answer(alike="Ole igen"))))
    for words in (
        "INT  asks the questions",
        "OLE",
        "Read as CP1252.",
        "Hvad så?",
        "Jo tak.",
        "49 words",
        "the same words as Ole igen",
    ):
        assert words in shown


def test_nothing_in_a_file_steers_the_terminal_or_is_too_wide() -> None:
    long = "ord " * 200 + "\x1b[31m[/b]"
    shown = text_of(plan.read(answer(beginning=[{"speaker": "X\x07", "text": long}])), 50)
    assert not any(letter in row for row in shown for letter in "\x1b")
    assert any("[/b]" in row for row in shown)
    assert all(len(row) <= 50 for row in shown if row.startswith("    "))


def test_a_date_and_an_encoding_are_checked() -> None:
    assert no_date("2024-02-29") == no_date("") == ""
    assert "no date" in no_date("29/2")
    assert no_encoding("cp1252") == no_encoding("") == ""
    assert "No encoding" in no_encoding("klingon")


def test_a_single_failure_is_told_with_its_reason() -> None:
    assert (
        summed([{"status": "imported"}, {"status": "failed", "messages": ["a.txt is empty."]}])
        == "1 imported, 1 failed. a.txt is empty."
    )
    assert answers_of("Traceback") is None
    assert answers_of("{}") is None


# -- on screen ---------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Interviews beside the study."""
    (tmp_path / "ny.txt").write_bytes("INTERVIEWER: Hvad så?\nOLE: Det går på æ og ø.\n".encode("cp1252"))
    (tmp_path / "anden.txt").write_text("INTERVIEWER: Hvordan?\nASTA: Åh, godt.\n", encoding="utf-8")
    (tmp_path / "tom.txt").write_bytes(b"")
    return tmp_path


async def test_files_are_looked_at_decided_on_and_brought_in(
    study: str, folder: Path, reopened: Callable[[], Project]
) -> None:
    async with running(study, size=(120, 36)) as (app, pilot):
        await press(pilot, "ctrl+o")
        assert isinstance(app.screen, FilesScreen)
        await press(pilot, "ctrl+a", "ctrl+s")
        screen = app.screen
        assert isinstance(screen, IncomingScreen)
        await until(pilot, lambda: not any(each.state is State.READING for each in screen.all))
        assert {each.name: each.state for each in screen.all} == {
            "anden.txt": State.READY, "ny.txt": State.READY, "tom.txt": State.REFUSED,
        }  # fmt: skip
        screen.files.go_to(str(folder / "ny.txt"))
        await press(pilot, "c", *"Sag 09", "enter", "r", *"mentor", "enter", "d", *"2024-03-15", "enter")
        screen.files.go_to(str(folder / "anden.txt"))
        await press(pilot, "x", "ctrl+s")
        await until(pilot, lambda: any(each.state is State.IMPORTED for each in screen.all))
        assert {each.name: each.state for each in screen.all}["anden.txt"] is State.LEFT_OUT
        await press(pilot, "escape")
        assert isinstance(app.screen, CodingScreen)
        await until(pilot, lambda: len(app.study.interviews) == 4 if app.study else False)
    with reopened() as project:
        (line,) = [each for each in project.transcript_lines() if each.source == "ny.txt"]
        assert (line.case, line.roles, line.date) == ("Sag 09", ("mentor",), "2024-03-15")
        assert "æ og ø" in project.text(project.transcript(line.id))


async def test_marked_files_are_decided_on_together(study: str, folder: Path) -> None:
    async with running(study, size=(120, 36)) as (app, pilot):
        await press(pilot, "ctrl+o", "ctrl+a", "ctrl+s")
        screen = app.screen
        assert isinstance(screen, IncomingScreen)
        await until(pilot, lambda: not any(each.state is State.READING for each in screen.all))
        await press(pilot, "asterisk", "c", *"Sag 01", "enter")
        assert {each.said("case") for each in screen.all} == {"Sag 01"}


async def test_esc_with_files_that_were_not_brought_in_asks_once(study: str, folder: Path) -> None:
    async with running(study, size=(120, 36)) as (app, pilot):
        await press(pilot, "ctrl+o", *"anden", "enter", "ctrl+s")
        screen = app.screen
        assert isinstance(screen, IncomingScreen)
        await until(pilot, lambda: not any(each.state is State.READING for each in screen.all))
        await press(pilot, "escape")
        assert app.screen is screen
        assert "not brought in yet" in "".join(
            words for row in screen.query_one(Status)._rows for words, _ in row
        )
        await press(pilot, "escape")
        assert isinstance(app.screen, CodingScreen)


async def test_a_path_that_is_not_there_keeps_the_window_open(study: str, folder: Path) -> None:
    async with running(study, size=(80, 24)) as (app, pilot):
        await press(pilot, "ctrl+o", *"findes-ikke", "enter")
        assert isinstance(app.screen, FilesScreen)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, FilesScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, CodingScreen)


async def test_a_folder_is_opened_by_enter_and_left_by_the_first_line(study: str, folder: Path) -> None:
    (folder / "under").mkdir()
    (folder / "under" / "dyb.txt").write_text("A: hej\nB: dav\n", encoding="utf-8")
    async with running(study, size=(120, 36)) as (app, pilot):
        await press(pilot, "ctrl+o", *"under", "enter")
        screen = app.screen
        assert isinstance(screen, FilesScreen)
        assert screen.folder == folder / "under"
        assert [line.id for line in screen.query_one(Lines)._lines] == ["..", "dyb.txt"]
        await press(pilot, "up", "enter")
        assert screen.folder.samefile(folder)
