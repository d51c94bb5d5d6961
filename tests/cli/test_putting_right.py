"""Putting right by command: interviews, speakers, cases, and many at once from a manifest."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]


def answer(run: Run, *arguments: object) -> Any:
    status, out, err = run(*arguments, "--json")
    assert status == 0, err
    return json.loads(out)


def test_an_interview_is_changed_and_the_sentence_says_what(run: Run, project: Path) -> None:
    status, out, _ = run(
        "transcript",
        "set",
        project,
        "interview.txt",
        "--title",
        "Mette",
        "--date",
        "4.3.2025",
        "--case",
        "Sag 02",
    )
    assert (status, out) == (
        0,
        "Changed Sag 01 · borger: title Sag 01 · borger → Mette, case Sag 01 → Sag 02, date unknown → 2025-03-04\n",
    )
    line = answer(run, "transcripts", project)[0]
    assert (line["title"], line["case"], line["date"]) == ("Mette", "Sag 02", "2025-03-04")
    run("transcript", "set", project, "Mette", "--no-case", "--date", "", "--attribute", "sted=hjemme")
    assert answer(run, "transcripts", project)[0]["case"] is None
    assert [each["name"] for each in answer(run, "case", "list", project)] == ["Sag 01", "Sag 02"]
    run("undo", project)
    assert answer(run, "transcripts", project)[0]["case"] == "Sag 02"


def test_what_is_so_already_is_said_and_is_no_failure(run: Run, project: Path) -> None:
    found = answer(run, "transcript", "set", project, "interview.txt", "--case", "sag 01")
    assert found == {"entry": None, "sentence": "It is so already. Nothing was changed."}


def test_speakers_are_listed_with_their_turns(run: Run, project: Path) -> None:
    found = answer(run, "transcript", "speakers", project, "interview.txt", "--turns")
    assert [(each["name"], each["interviewer"], each["turns"], each["words"]) for each in found] == [
        ("INTERVIEWER", True, 2, 15), ("METTE", False, 2, 35),
    ]  # fmt: skip
    assert [each["number"] for each in found[1]["said"]] == [2, 4]
    _, out, _ = run("transcript", "speakers", project, "interview.txt", "--turns")
    assert "    4  METTE: Ja, det første halve år." in out


def test_speakers_are_renamed_split_merged_and_undone(run: Run, project: Path) -> None:
    before = answer(run, "transcript", "speakers", project, "interview.txt")
    talk = (project, "interview.txt")
    for arguments, words in (
        (("rename-speaker", *talk, "mette", "Mette H"), "Renamed METTE"),
        (
            ("split-speaker", *talk, "Mette H", "Niels", "--turns", "4", "--role", "mentor"),
            "Gave turn 4 of Mette H",
        ),
        (("person", *talk, "Niels", "Niels Holm"), "is Niels Holm"),
        (("roles", *talk, "Niels", "mentor", "leder"), "the roles mentor and leder"),
        (("interviewer", *talk, "Niels", "INTERVIEWER"), "are the interviewers"),
        (("interviewer", *talk, "--none"), "nobody is the interviewer"),
        (("merge-speakers", *talk, "Niels", "Mette H"), "Merged Niels into Mette H"),
    ):
        status, out, err = run("transcript", *arguments)
        assert (status, err) == (0, "")
        assert words in out
    found = answer(run, "transcript", "speakers", project, "interview.txt")
    assert [(each["name"], each["turns"]) for each in found] == [("INTERVIEWER", 2), ("Mette H", 2)]
    for _ in range(7):
        assert run("undo", project)[0] == 0
    assert answer(run, "transcript", "speakers", project, "interview.txt") == before


def test_a_removed_interview_comes_back(run: Run, project: Path) -> None:
    run("code", project, "interview.txt", 55, 80, "H1.M1")
    assert (
        run("transcript", "remove", project, "interview.txt")[1]
        == "Removed the interview Sag 01 · borger with 1 coding\n"
    )
    assert answer(run, "transcripts", project) == []
    run("undo", project)
    assert len(answer(run, "codings", project)) == 1


def test_cases_are_put_right(run: Run, project: Path) -> None:
    run(
        "case",
        "set",
        project,
        "Sag 01",
        "--municipality",
        "Nordby",
        "--outcome-group",
        "med timer",
        "--attribute",
        "alder=40",
    )
    (case,) = answer(run, "case", "list", project)
    assert (case["municipality"], case["outcome_group"], case["attributes"], case["interviews"]) == (
        "Nordby", "with_hours", {"alder": "40"}, 1,
    )  # fmt: skip
    assert run("case", "rename", project, "Sag 01", "Sag 10")[1] == "Renamed the case Sag 01 to Sag 10\n"
    status, _, err = run("case", "remove", project, "Sag 10")
    assert (status, "1 interview" in err) == (2, True)
    assert run("case", "remove", project, "Sag 10", "--with-interviews")[0] == 0
    assert answer(run, "transcripts", project) == []
    run("undo", project)
    run("transcript", "set", project, "interview.txt", "--case", "Sag 11")
    assert run("case", "merge", project, "Sag 10", "Sag 11")[1].startswith(
        "Merged the case Sag 10 into Sag 11"
    )
    assert [each["name"] for each in answer(run, "case", "list", project)] == ["Sag 11"]


def test_a_manifest_is_written_changed_shown_and_followed(run: Run, project: Path, tmp_path: Path) -> None:
    file = tmp_path / "m.csv"
    told = answer(run, "manifest", project, "--to", file, "--checked")
    assert told.pop("findings") == []
    assert told == {
        "file": str(file),
        "interviews": 1,
        "left_out": [],
    }
    assert run("put-right", project, "--manifest", file)[1] == "Nothing in the study differs from it.\n"
    file.write_text("fil;kommune;roller\ninterview.txt;=Nordby;mentor\n", encoding="utf-8")
    status, out, _ = run("put-right", project, "--manifest", file, "--dry-run")
    assert status == 0
    assert out.splitlines() == [
        "Sag 01 · borger: roles of METTE: borger → mentor",
        "Sag 01: municipality: unknown → =Nordby",
        "2 things would be changed; nothing was.",
    ]
    found = answer(run, "put-right", project, "--manifest", file)
    assert found["sentence"] == "Put 1 interview and 1 case right from m.csv"
    assert found["differences"][0] == {
        "about": "Sag 01 · borger", "what": "roles of METTE", "before": "borger", "after": "mentor",
    }  # fmt: skip
    run("manifest", project, "--to", file, "--checked")
    assert "'=Nordby" in file.read_text(encoding="utf-8")
    assert run("put-right", project, "--manifest", file)[1] == "Nothing in the study differs from it.\n"


def test_files_that_no_interview_came_from_are_named(run: Run, project: Path, tmp_path: Path) -> None:
    file = tmp_path / "m.csv"
    file.write_text("file,wave\ninterview.txt,2\nnowhere.txt,2\n", encoding="utf-8")
    status, out, err = run("put-right", project, "--manifest", file)
    assert status == 1
    assert "wave: unknown → 2" in out
    assert err == "nowhere.txt: no interview of the study came from it.\n"


def test_importing_what_is_there_points_to_putting_right(run: Run, project: Path, tmp_path: Path) -> None:
    file = tmp_path / "m.csv"
    file.write_text("file,wave\ninterview.txt,2\n", encoding="utf-8")
    _, _, err = run("import", project, "--manifest", file)
    assert f"rcoder put-right {project} --manifest {file}" in err


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("transcript",), 2, "set, remove"),
        (("case",), 2, "list, set"),
        (("transcript", "set", "{}", "interview.txt"), 2, "Say what is to be changed"),
        (("transcript", "set", "{}", "interview.txt", "--attribute", "x"), 2, "key=value"),
        (
            ("transcript", "set", "{}", "interview.txt", "--attribute", "x=1", "--attribute", "x=2"),
            2,
            "twice",
        ),
        (("transcript", "set", "{}", "interview.txt", "--date", "i går"), 2, "i går"),
        (("transcript", "set", "{}", "interview.txt", "--title", " "), 2, "needs a title"),
        (("transcript", "set", "{}", "nowhere", "--wave", "2"), 1, "nowhere"),
        (("transcript", "rename-speaker", "{}", "interview.txt", "OLE", "x"), 1, "INTERVIEWER and METTE"),
        (("transcript", "split-speaker", "{}", "interview.txt", "METTE", "x", "--turns", "1"), 2, "turn 1"),
        (("transcript", "split-speaker", "{}", "interview.txt", "METTE", "x", "--turns", "9"), 2, "1 to 4"),
        (("transcript", "interviewer", "{}", "interview.txt"), 2, "--none"),
        (("case", "set", "{}", "Sag 01"), 2, "Say what is to be changed"),
        (("case", "rename", "{}", "Sag 99", "x"), 1, "Sag 01"),
        (("manifest", "{}", "--to", "m.xlsx"), 2, ".csv"),
        (("put-right", "{}", "--manifest", "nowhere.csv"), 1, "nowhere.csv"),
    ],
)
def test_errors_are_one_sentence_with_the_way_out(
    run: Run, project: Path, arguments: tuple[str, ...], status: int, words: str
) -> None:
    found, out, err = run(*(project if each == "{}" else each for each in arguments))
    assert (found, out) == (status, "")
    assert words in err
    assert err.count("\n") == 1
