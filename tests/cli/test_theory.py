"""Versions of the theory on the command line: saved, listed, compared in words, as JSON and as files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import attach
from rcoder.domain.actions.configuring import begin
from rcoder.domain.configuration import Configuration, Element, Evidence, Link, Place
from rcoder.domain.ids import new_id
from rcoder.domain.words import Claim, Kind, Stance
from rcoder.project import open_project

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def built(project: Path) -> Path:
    """K01 from K1 to M1 with a passage on its link; the reason stands in the journal."""
    with open_project(str(project)) as opened:
        own = Configuration(
            new_id(), "K01", opened.coder_id, "Fast kontakt", hypotheses=(opened.code("H1").id,)
        )
        codes = [opened.code("H1.R1"), opened.code("H1.M1")]
        elements = [Element(new_id(), code.label.da, code.id) for code in codes]
        kinds = (Kind.RESOURCE, Kind.REASONING)
        places = [
            Place(new_id(), own.id, each.id, kind, n)
            for n, (each, kind) in enumerate(zip(elements, kinds, strict=True))
        ]
        link = Link(new_id(), own.id, elements[0].id, elements[1].id)
        opened.do(begin(own, elements, places, [], [link]), why="Mette kendte ét nummer.")
        transcript = opened.transcript("interview.txt")
        evidence = Evidence(
            new_id(),
            Claim.LINK,
            link.id,
            transcript.id,
            70,
            95,
            Stance.SUPPORTS,
            opened.coder_id,
            memo="\x1b[31m",
        )
        opened.do(attach(evidence, "K01", transcript))
    return project


def test_a_study_without_a_codebook_has_an_empty_list_of_versions(run: Run, tmp_path: Path) -> None:
    bare = tmp_path / "bare.rcoder"
    assert run("new", bare, "--codebook", "none", "--title", "Uden")[0] == 0
    assert run("theory", "list", bare, "--json") == (0, "[]\n", "")
    assert run("theory", "list", bare)[0] == 0
    assert run("theory", "save", bare, "Første", "--why", "et forsøg")[0] == 0
    found = json.loads(run("theory", "list", bare, "--json")[1])
    assert [each["version"] for each in found] == ["1", "now"]


def test_a_version_is_saved_and_listed_with_what_it_holds(run: Run, built: Path) -> None:
    status, out, _ = run("theory", "save", built, "Første runde", "--why", "Efter fem interviews.")
    assert status == 0
    assert out.startswith("Saved theory version 1 “Første runde”: 1 configuration, 0 of 1 accepted")
    status, out, _ = run("theory", "list", built)
    assert [each.split()[0] for each in out.splitlines()] == ["version", "0", "1", "now"]
    found = json.loads(run("theory", "list", built, "--json")[1])
    assert [(each["version"], each["why"]) for each in found] == [
        ("0", ""),
        ("1", "Efter fem interviews."),
        ("now", ""),
    ]
    assert json.loads(run("theory", "rename", built, "1", "--name", "Runde 1", "--json")[1]) == {
        "version": 1,
        "name": "Runde 1",
    }


def test_the_difference_is_said_with_numbers_passages_and_reasons(run: Run, built: Path) -> None:
    status, out, _ = run("theory", "diff", built, "--language", "en")
    assert status == 0
    lines = out.splitlines()
    assert lines[0] == "from version 0: the codebook's initial theory to the theory now"
    assert "Arrows: 1 of 3 changed, 0 new, 0 of 3 dropped, 2 of 3 kept" in lines
    assert "≠ changed arrow: K1 Clear roles → promotes → M1 Safety" in lines
    assert "    state: no evidence yet → draft" in lines
    assert any(each.startswith("    + supports: “") for each in lines)
    assert any(each.startswith("    Why: Mette kendte ét nummer.") for each in lines)
    assert "= kept" not in out
    assert "= kept arrow" in run("theory", "diff", built, "0", "now", "--kept", "--language", "en")[1]
    assert "Nobody wrote down why" not in out.split("+ new configuration")[0].split("≠ changed box")[0]


def test_json_holds_both_sides_of_everything(run: Run, built: Path) -> None:
    run("theory", "save", built, "A", "--why", "x")
    found = json.loads(run("theory", "diff", built, "A", "0", "--json")[1])
    assert found["counts"]["configuration"] == {"changed": 0, "new": 0, "dropped": 1, "kept": 0}
    dropped = next(each for each in found["compared"] if each["about"] == "configuration")
    assert (dropped["sort"], dropped["after"]) == ("dropped", None)
    assert [each["only_here"] for each in dropped["before"]["passages"]] == [True]


@pytest.mark.parametrize("name", ["d.svg", "d.html", "d.md"])
def test_the_difference_is_written_to_a_file(run: Run, built: Path, tmp_path: Path, name: str) -> None:
    status, out, _ = run("theory", "diff", built, "0", "now", "--to", tmp_path / name, "--checked")
    assert (status, out) == (0, f"Wrote {tmp_path / name}\n")
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert "ændret" in text
    assert "\x1b" not in text


def test_the_mini_theory_of_a_hypothesis_is_compared_alone(run: Run, built: Path) -> None:
    found = json.loads(run("theory", "diff", built, "--hypothesis", "H1", "--json")[1])
    assert (found["theory"], found["counts"]["arrow"]["changed"]) == ("H1", 1)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("save", "PROJECT", " ", "--why", "x"), "needs a name"),
        (("save", "PROJECT", "A", "--why", " "), "needs a reason"),
        (("diff", "PROJECT", "7"), "There is no version 7"),
        (("diff", "PROJECT", "--to", "d.pdf"), ".svg, .html or .md"),
        (("diff", "PROJECT", "--hypothesis", "H9"), "no theory called H9"),
        ((), "save, list, rename or diff"),
    ],
)
def test_misuse_is_answered_with_a_sentence(
    run: Run, built: Path, arguments: tuple[str, ...], words: str
) -> None:
    status, _, err = run("theory", *(str(built) if each == "PROJECT" else each for each in arguments))
    assert status != 0
    assert words in err
    assert "Traceback" not in err
