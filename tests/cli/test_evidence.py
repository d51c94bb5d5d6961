"""The tray and other material from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rcoder.domain.actions.configuring import begin
from rcoder.domain.configuration import Configuration, Element, Link, Place
from rcoder.domain.words import Kind
from rcoder.project import open_project

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def configured(project: Path) -> Path:
    """The project with K01: R1 → M1."""
    with open_project(str(project)) as opened:
        elements = [Element("r", "én at ringe til"), Element("m", "tryg")]
        places = [Place("pr", "k1", "r", Kind.RESOURCE), Place("pm", "k1", "m", Kind.REASONING, 1)]
        own = Configuration("k1", "K01", opened.coder_id)
        opened.do(begin(own, elements, places, links=[Link("l", "k1", "r", "m")]))
    return project


def asked(run: Run, *words: str | Path) -> Any:
    status, out, err = run(*words, "--json")
    assert status == 0, err
    return json.loads(out)


def test_a_passage_is_put_in_the_tray_noted_and_attached_to_a_link(run: Run, configured: Path) -> None:
    assert run("tray", configured)[1] == "The tray is empty.\n"
    (put,) = asked(run, "tray", configured, "--put", "interview.txt", "70", "95", "--note", "hvorfor")
    assert (put["note"], put["start"], put["directness"]) == ("hvorfor", 70, "said")
    (noted,) = asked(run, "tray", configured, "--of", put["id"][:13], "--note", "se H1")
    assert noted["note"] == "se H1"
    status, out, err = run(
        "tray", configured, "--attach", put["id"], "--to", "K01/R1-M1", "--stance", "refines"
    )
    assert (status, err) == (0, "")
    assert "from the tray to a link of K01: refines" in out
    assert asked(run, "tray", configured) == []
    (link,) = asked(run, "configuration", configured, "K01")["links"]
    assert [each["stance"] for each in link["evidence"]] == ["refines"]


def test_what_the_tray_cannot_do_is_said_in_a_sentence(run: Run, configured: Path) -> None:
    for words, sentence in (
        (("--attach", "ffffffff"), "--attach needs --to"),
        (("--attach", "ffffffff", "--to", "K01"), "no passage in the tray"),
        (("--put", "interview.txt", "a", "b"), "are to be numbers"),
        (("--note", "x"), "--note goes with"),
        (("--attach", "ffffffff", "--to", "K01/Q7"), "Its elements are R1, M1"),
    ):
        status, _, err = run("tray", configured, *words)
        assert status != 0
        assert sentence in err


def test_survey_rows_come_from_a_table_and_stand_on_an_element(
    run: Run, configured: Path, tmp_path: Path
) -> None:
    table = tmp_path / "svar.csv"
    table.write_text("titel;værdi;af\nSpm. 14;68 %;112 af 164\nSpm. 15;12 %;20 af 164\n", encoding="utf-8")
    done = asked(run, "exhibit", "add", configured, "--csv", str(table))
    assert done["done"] == "Brought in 2 pieces of material"
    asked(run, "exhibit", "attach", configured, "Spm. 14", "--to", "K01/M1", "--stance", "supports")
    first, second = asked(run, "exhibit", "list", configured)
    assert [(each["configuration"], each["claim"], each["stance"]) for each in first["on"]] == [
        ("K01", "element", "supports")
    ]
    assert second["on"] == []
    said = run("exhibit", "list", configured)[1]
    assert "supports M1 of K01\n" in said
    found = asked(run, "configuration", configured, "K01")
    assert [each["material"] != [] for each in found["elements"]] == [False, True]
    asked(run, "exhibit", "remove", configured, "Spm. 14")
    assert [each["title"] for each in asked(run, "exhibit", "list", configured)] == ["Spm. 15"]


def test_a_figure_without_its_base_is_refused_with_its_line(
    run: Run, configured: Path, tmp_path: Path
) -> None:
    table = tmp_path / "svar.csv"
    table.write_text("title,value,base\nSpm. 14,68 %,\n", encoding="utf-8")
    status, _, err = run("exhibit", "add", configured, "--csv", str(table))
    assert status == 1
    assert "svar.csv:2:1: A figure without what it is of is not evidence." in err
    status, _, err = run("exhibit", "add", configured, "--title", "X", "--value", "3")
    assert status == 2
    assert "A figure without what it is of" in err
    assert asked(run, "exhibit", "list", configured) == []


def test_material_is_joined_to_a_rival_by_its_number(run: Run, configured: Path) -> None:
    run("rivals", configured, "K01", "--add", "lønnen gjorde det")
    run(
        "exhibit",
        "add",
        configured,
        "--title",
        "Årsrapport",
        "--words",
        "lønnen steg",
        "--material",
        "document",
    )
    status, out, err = run(
        "exhibit", "attach", configured, "Årsrapport", "--to", "K01/rival1", "--stance", "supports"
    )
    assert (status, err) == (0, "")
    assert out == "Attached “Årsrapport” to the rival “lønnen gjorde det” of K01: supports\n"
    assert "supports the rival “lønnen gjorde det” of K01" in run("exhibit", "list", configured)[1]
    assert "no rival 2" in run("exhibit", "attach", configured, "Årsrapport", "--to", "K01/rival2")[2]
