"""The codebook of a project worked on by command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]

SPLIT = """\
rcoder: split 1
hypothesis: H1
parts:
  - id: H1a
    label: {da: "Aftaler", en: "Agreements"}
    title: {da: "Aftaler giver ro.", en: "Agreements make calm."}
    aliases: ["aftalen"]
    takes: [SC1.1, H1.R1, H1.n1]
  - id: H1b
    label: {da: "Få fagpersoner", en: "Few professionals"}
    takes: [H1.M1, H1.n1]
rest: H1b
"""


def codes(run: Run, project: Path) -> dict[str, dict[str, Any]]:
    return {each["id"]: each for each in json.loads(run("codebook", "show", project, "--json")[1])["codes"]}


def test_a_hypothesis_with_a_code_and_a_condition(run: Run, project: Path) -> None:
    status, out, _ = run(
        "codebook", "add-hypothesis", project, "--key", "H7", "--label-da", "Sidemandsoplæring", "--why", "ny", "--json",
    )  # fmt: skip
    assert (status, json.loads(out)["sentence"]) == (0, "Added the hypothesis H7 Sidemandsoplæring")
    run(
        "codebook",
        "add-code",
        project,
        "H7",
        "--kind",
        "reasoning",
        "--label-da",
        "Mod",
        "--cue",
        "så turde jeg",
        "--actor",
        "borger",
    )
    run("codebook", "add-code", project, "H7", "--condition", "--label-da", "Tid", "--label-en", "Time")
    found = codes(run, project)
    assert (found["H7.M1"]["parent"], found["H7.M1"]["kind"], found["H7.M1"]["cues"]) == (
        "H7",
        "reasoning",
        ["så turde jeg"],
    )
    assert (found["SC7.1"]["category"], found["SC7.1"]["label"]) == ("condition", {"da": "Tid", "en": "Time"})
    journal = json.loads(run("journal", project, "--json")[1])
    assert "ny" in [each["why"] for each in journal]


def test_what_is_not_named_is_left_as_it_is(run: Run, project: Path) -> None:
    assert (
        run("codebook", "edit", project, "H1.O1", "--label-en", "Cooperation")[1].strip()
        == "Changed label of H1.O1 Godt samarbejde"
    )
    found = codes(run, project)["H1.O1"]
    assert found["label"] == {"da": "Godt samarbejde", "en": "Cooperation"}
    assert (
        run(
            "codebook",
            "edit",
            project,
            "H1.O1",
            "--horizon",
            "long",
            "--sign",
            "-",
            "--alias",
            "a",
            "--alias",
            "b",
        )[0]
        == 0
    )
    assert codes(run, project)["H1.O1"]["sign"] == "-"
    assert "It is so already" in run("codebook", "edit", project, "H1.O1", "--sign", "-")[1]
    assert (
        run("codebook", "edit", project, "H1.M1", "--alias", "")[1].strip()
        == "Changed aliases of H1.M1 Tryghed"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("edit", "H1.M1"), "Say what is to be changed"),
        (("edit", "H1.M1", "--kind", "ting"), "--kind ting is not known"),
        (("edit", "H1.M1", "--actor", "kok"), "no actor of a codebook"),
        (("add-code", "H1", "--label-da", "x"), "needs a kind"),
        (("add-code", "H1", "--kind", "context"), "needs a label"),
        (("add-hypothesis",), "needs a label"),
        (("move", "SC1.1", "H1.M1"), "stands under a hypothesis"),
        (("split", "H1"), "two hypotheses at least"),
        (("split", "H1.M1"), "no hypothesis"),
        (("split", "H1", "--into", "H1a"), "is no hypothesis"),
        (("split", "H1", "--into", "H1a=x", "--assign", "H1.M1"), "says nothing"),
        (("split", "H1", "--into", "H1a=x", "--into", "H1b=y"), "no part yet"),
    ],
)
def test_what_has_no_meaning_is_a_sentence(
    run: Run, project: Path, words: tuple[str, ...], said: str
) -> None:
    name, *rest = words
    status, _, error = run("codebook", name, project, *rest)
    assert status == 2
    assert said in error
    assert len(error.strip().splitlines()) == 1


def test_retire_bring_back_move_and_remove(run: Run, project: Path) -> None:
    run("codebook", "add-hypothesis", project, "--label-da", "Ny")
    assert (
        run("codebook", "move", project, "H1.O1", "H2")[1].strip()
        == "Moved H1.O1 Godt samarbejde from H1 to H2"
    )
    assert run("codebook", "retire", project, "H2")[1].strip() == "Retired H2 Ny and 1 code below it"
    assert "retired" in run("codebook", "show", project)[1]
    assert "is retired" in run("code", project, "interview.txt", 70, 90, "H1.O1")[2]
    assert (
        run("codebook", "bring-back", project, "H2", "--with-below")[1].strip()
        == "Brought back H2 Ny with H1.O1"
    )
    status, _, error = run("codebook", "remove-code", project, "H1.O1")
    assert (status, "box of a theory" in error) == (2, True)
    run("codebook", "add-code", project, "H2", "--kind", "context", "--label-da", "x")
    assert run("codebook", "remove-code", project, "H2.C1")[0] == 0
    assert "H2.C1" not in codes(run, project)


def test_a_split_by_options_says_what_goes_where_before_it_is_done(run: Run, project: Path) -> None:
    run("code", project, "interview.txt", 70, 90, "H1")
    words = ("codebook", "split", project, "H1", "--into", "H1a=Aftaler / Agreements", "--into", "H1b=Få",
             "--assign", "H1.R1=H1a", "--assign", "H1.n2=*", "--rest", "H1b")  # fmt: skip
    status, out, _ = run(*words, "--dry-run")
    assert status == 0
    assert out.startswith("Would do: Split H1 Klare roller into H1a Aftaler and H1b Få\n")
    assert "H1a" not in codes(run, project)
    found = json.loads(run(*words, "--why", "to ting", "--json")[1])
    assert found["parts"][0] == {
        "id": "H1a",
        "codes": ["H1.R1"],
        "boxes": ["H1.n1", "H1.n2", "K1", "M1"],
        "configurations": [],
    }
    assert len(found["stays"]) == 1
    after = codes(run, project)
    assert (after["H1"]["retired"], after["H1a"]["label"]["en"], after["H1b"]["label"]["en"]) == (
        True,
        "Agreements",
        "Få",
    )
    assert after["H1.R1"]["parent"] == "H1a"
    assert run("undo", project)[0] == 0
    assert "H1a" not in codes(run, project)


def test_a_split_from_a_file(run: Run, project: Path, tmp_path: Path) -> None:
    file = tmp_path / "split.yaml"
    file.write_text(SPLIT, encoding="utf-8")
    found = json.loads(run("codebook", "split", project, "H1", "--from", file, "--json")[1])
    assert [each["codes"] for each in found["parts"]] == [["SC1.1", "H1.R1"], ["H1.C1", "H1.M1", "H1.O1"]]
    assert "H1.n1" in found["parts"][0]["boxes"]
    assert "H1.n1" in found["parts"][1]["boxes"]
    assert run("codebook", "split", project, "H1a", "--from", file)[2].startswith(
        f"{file} splits H1, not H1a."
    )
    file.write_text(SPLIT.replace("takes: [H1.M1", "take: [H1.M1"), encoding="utf-8")
    status, _, error = run("codebook", "split", project, "H1", "--from", file)
    assert (status, error.startswith(f"{file}:11:5:")) == (1, True)


def test_the_codebook_that_is_printed_can_be_checked_and_begun_with(
    run: Run, project: Path, tmp_path: Path
) -> None:
    run("codebook", "add-hypothesis", project, "--label-da", "Ny")
    file = tmp_path / "own.yaml"
    file.write_text(run("codebook", "show", project, "--yaml")[1], encoding="utf-8")
    assert run("codebook", "check", file)[0] == 0
    place = tmp_path / "next.rcoder"
    assert run("new", place, "--codebook", file)[0] == 0
    assert json.loads(run("codebook", "show", place, "--json")[1])["version"] == "1.0+1"
