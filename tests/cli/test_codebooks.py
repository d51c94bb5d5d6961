"""Codebooks of a project by command: which there are, added, taken out, shown and written as pages."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]

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
"""


@pytest.fixture
def other(tmp_path: Path) -> Path:
    file = tmp_path / "other.yaml"
    file.write_text(OTHER, encoding="utf-8")
    return file


def answer(run: Run, *arguments: object) -> Any:
    status, out, err = run(*arguments, "--json")
    assert status == 0, err
    return json.loads(out)


def test_a_project_is_made_with_several_codebooks_the_first_of_them_the_main_one(
    run: Run, tmp_path: Path, codebook_file: Path, other: Path
) -> None:
    place = tmp_path / "two.rcoder"
    made = answer(run, "new", place, "--codebook", codebook_file, "--codebook", other)
    assert made["codes"] == 7
    assert [(each["id"], each["main"]) for each in answer(run, "codebook", "list", place)] == [
        ("small", True),
        ("other", False),
    ]
    found = answer(run, "info", place)
    assert (found["codebook"], found["beside"]) == ("Lille kodebog 1.0", ["Den anden 2.3"])
    assert "codebook: Lille kodebog 1.0, Den anden 2.3" in run("info", place)[1]


def test_two_with_the_same_keys_make_no_project(run: Run, tmp_path: Path, codebook_file: Path) -> None:
    copy = tmp_path / "copy.yaml"
    copy.write_text(
        codebook_file.read_text(encoding="utf-8").replace("id: small", "id: copy"), encoding="utf-8"
    )
    place = tmp_path / "two.rcoder"
    status, _, error = run("new", place, "--codebook", codebook_file, "--codebook", copy)
    assert status != 0
    assert "both have H1, SC1.1" in error
    assert not place.exists()


@pytest.mark.parametrize("names", [("none", "bip"), ("bip", "bip")])
def test_codebooks_that_do_not_go_together_are_misuse(
    run: Run, tmp_path: Path, names: tuple[str, str]
) -> None:
    place = tmp_path / "two.rcoder"
    status, _, error = run("new", place, "--codebook", names[0], "--codebook", names[1])
    assert (status, place.exists()) == (2, False), error


def test_a_project_without_a_codebook_is_made_and_given_one(run: Run, tmp_path: Path, other: Path) -> None:
    place = tmp_path / "bare.rcoder"
    assert run("new", place, "--codebook", "none")[0] == 0
    assert "No codebook yet" in run("codebook", "list", place)[1]
    assert run("codebook", "show", place)[0] != 0
    assert run("codebook", "add", place, other)[0] == 0
    assert [each["main"] for each in answer(run, "codebook", "list", place)] == [True]


def test_one_is_added_shown_and_taken_out_again(run: Run, project: Path, other: Path) -> None:
    status, out, _ = run("codebook", "add", project, other)
    assert (status, out) == (0, "Added the codebook The other 2.3, with 1 code\n")
    found = answer(run, "codebook", "show", project)
    assert found["id"] == "small"
    assert [each["id"] for each in found["codebooks"]] == ["small", "other"]
    assert [(each["id"], each["codebook"]) for each in found["codes"]][-2:] == [
        ("H1.O1", "small"),
        ("X.M1", "other"),
    ]
    shown = run("codebook", "show", project)[1]
    assert (
        shown.index("Lille kodebog 1.0")
        < shown.index("H1.M1")
        < shown.index("Den anden 2.3")
        < shown.index("X.M1")
    )
    assert run("codebook", "remove", project, "other")[1] == "Took out the codebook The other 2.3\n"
    assert [each["id"] for each in answer(run, "codebook", "show", project)["codebooks"]] == ["small"]


def test_one_of_several_is_shown_alone_and_as_yaml(
    run: Run, project: Path, other: Path, tmp_path: Path
) -> None:
    run("codebook", "add", project, other)
    assert [
        each["id"] for each in answer(run, "codebook", "show", project, "--codebook", "other")["codes"]
    ] == ["X.M1"]
    status, out, _ = run("codebook", "show", project, "--codebook", "Den anden", "--yaml")
    assert status == 0
    again = tmp_path / "again.yaml"
    again.write_text(out, encoding="utf-8")
    assert run("codebook", "check", again)[0] == 0
    assert "Nothing in the file differs" in run("codebook", "add", project, again)[1]
    assert "id: small" in run("codebook", "show", project, "--yaml")[1]


def test_adding_it_again_says_so_and_changes_nothing(run: Run, project: Path, other: Path) -> None:
    run("codebook", "add", project, other)
    found = answer(run, "codebook", "add", project, other)
    assert found["entry"] is None
    assert "is in the study already" in found["sentence"]


def test_a_newer_one_is_refused_in_a_sentence_that_says_what_to_do(
    run: Run, project: Path, other: Path
) -> None:
    run("codebook", "add", project, other)
    other.write_text(OTHER.replace('"2.3"', '"3.0"').replace("Håb", "Stort håb"), encoding="utf-8")
    status, _, error = run("codebook", "add", project, other)
    assert status != 0
    assert "The other 3.0 differs from it in X.M1." in error
    assert "take it out first" in error


def test_one_that_something_is_coded_with_stays(run: Run, project: Path, other: Path) -> None:
    run("codebook", "add", project, other)
    assert run("code", project, "interview.txt", "70", "80", "X.M1")[0] == 0
    assert [each["codings"] for each in answer(run, "codebook", "list", project)] == [0, 1]
    status, _, error = run("codebook", "remove", project, "other")
    assert status != 0
    assert "it is used by 1 coding in your sight" in error


def test_a_file_with_mistakes_is_not_added(run: Run, project: Path, other: Path) -> None:
    other.write_text(OTHER.replace("kind: reasoning", "kind: feeling"), encoding="utf-8")
    status, _, error = run("codebook", "add", project, other)
    assert status != 0
    assert "other.yaml:7:11" in error


def test_those_that_come_with_rcoder_are_listed(run: Run) -> None:
    found = answer(run, "codebook", "list")
    assert [each["id"] for each in found] == ["bip", "flere-skal-med", "jobfirst"]
    assert all(each["main"] is None and each["codings"] is None for each in found)
    assert all(each["description"]["da"] and each["description"]["en"] for each in found)
    out = run("codebook", "list")[1]
    assert "6 hypotheses, 27 conditions, 144 codes" in out


def test_a_page_is_written_of_a_codebook_of_one_s_own(run: Run, other: Path, tmp_path: Path) -> None:
    page = tmp_path / "pages" / "mine.md"
    assert answer(run, "codebook", "page", other, "--to", page) == {"files": [str(page)]}
    assert "## X.M1 Håb" in page.read_text(encoding="utf-8")


def test_a_page_is_written_only_as_markdown(run: Run, other: Path, tmp_path: Path) -> None:
    status, _, error = run("codebook", "page", other, "--to", tmp_path / "mine.html")
    assert status == 2
    assert "no Markdown file" in error
