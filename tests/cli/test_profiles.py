"""Commands on the framework matrix, the page of a case, summaries and turning points."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.transcript import Span
from rcoder.project import open_project
from rcoder.project.coding import CodingFlags, code_passage

Run = Callable[..., tuple[int, str, str]]
WORDS = "for så vidste jeg, hvem jeg skulle ringe til"
TEXT = "Tryg, fordi hun ved, hvem hun skal ringe til."


@pytest.fixture
def coded(project: Path) -> tuple[Path, str]:
    """A passage under H1 in Sag 01, and its id."""
    with open_project(str(project)) as found:
        transcript = found.transcript("interview.txt")
        start = found.text(transcript).index(WORDS)
        coding, _ = code_passage(
            found, transcript.id, Span(start, start + len(WORDS)), "H1.M1", CodingFlags()
        )
    return project, coding.id


def test_a_summary_is_written_printed_changed_and_removed(run: Run, coded: tuple[Path, str]) -> None:
    study, coding = coded
    assert (
        "[not written; 1 coded passage in 1 of 1 interview; 1 of 1 interview not coded"
        in run("framework", study)[1]
    )
    status, out, _ = run("summary", study, "Sag 01", "H1", TEXT, "--passage", coding)
    assert (status, out) == (0, "Summed up H1 in Sag 01\n")
    out = run("framework", study)[1]
    assert "1 of 1 cells have a summary" in out
    assert f"    {TEXT}\n    (you; rests on 1 passage)" in out
    assert TEXT in run("summary", study, "Sag 01", "H1")[1]
    assert run("summary", study, "Sag 01", "H1", TEXT)[0] != 0
    assert run("summary", study, "Sag 01", "H1", f"{TEXT} Ja.", "--passage", "interview.txt:2")[0] == 0
    assert run("summary", study, "Sag 01", "H1", "--remove")[1] == "Removed the summary of H1 in Sag 01\n"
    assert "0 of 1 cells" in run("framework", study)[1]


def test_the_matrix_is_given_as_json_with_what_there_is_to_write_from(
    run: Run, coded: tuple[Path, str]
) -> None:
    study, coding = coded
    run("summary", study, "Sag 01", "H1", TEXT, "--passage", coding)
    found = json.loads(run("framework", study, "--case", "Sag 01", "--hypothesis", "H1", "--json")[1])
    (cell,) = found["cases"][0]["cells"]
    assert [each["text"] for each in cell["summaries"]] == [TEXT]
    assert (cell["material"]["coded_passages"], cell["material"]["interviews"], cell["material"]["gap"]) == (
        1,
        1,
        None,
    )
    found = json.loads(run("framework", study, "--under", "H1", "--json")[1])
    assert [each["key"] for each in found["columns"]] == ["SC1.1", "H1.C1", "H1.R1", "H1.M1", "H1.O1"]
    found = json.loads(run("framework", study, "--hypothesis", "H1.M1", "--json")[1])
    assert [each["key"] for each in found["columns"]] == ["H1.M1"]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "md", "docx"])
def test_the_matrix_is_written_to_a_file(
    run: Run, coded: tuple[Path, str], tmp_path: Path, ending: str
) -> None:
    study, _ = coded
    run("summary", study, "Sag 01", "H1", TEXT)
    file = tmp_path / f"ramme.{ending}"
    assert run("framework", study, "--to", file)[:2] == (
        0,
        f"Wrote 1 cell, 1 of them with a summary, to {file}\n",
    )
    assert file.stat().st_size > 100
    if ending in ("csv", "md"):
        assert TEXT in file.read_text(encoding="utf-8-sig")


def test_a_file_of_another_kind_is_refused(run: Run, coded: tuple[Path, str], tmp_path: Path) -> None:
    status, _, err = run("framework", coded[0], "--to", tmp_path / "ramme.pdf")
    assert status != 0
    assert ".csv, .xlsx, .md, .docx" in err
    assert run("profile", coded[0], "Sag 01", "--to", tmp_path / "sag.docx")[0] != 0


def test_turning_points_are_set_moved_and_printed_on_the_page_of_the_case(
    run: Run, coded: tuple[Path, str], tmp_path: Path
) -> None:
    study, coding = coded
    assert (
        run(
            "turning-point",
            study,
            "Sag 01",
            "Hun fik ét nummer",
            "--when",
            "uge 6",
            "--sign",
            "+",
            "--passage",
            coding,
        )[0]
        == 0
    )
    assert run("turning-point", study, "Sag 01", "De skiftede", "--sign=-")[0] == 0
    assert (
        run("turning-point", study, "Sag 01", "--earlier", "2")[1]
        == "Moved a turning point in Sag 01 earlier: De skiftede\n"
    )
    out = run("profile", study, "Sag 01")[1]
    assert "Turning points: 2: 1 for the better, 1 for the worse" in out
    assert out.index("1 − De skiftede") < out.index(
        "2 + uge 6: Hun fik ét nummer (you; for the better; rests on 1 passage)"
    )
    run("turning-point", study, "Sag 01", "--change", "1", "--when", "det første halve år")
    points = json.loads(run("profile", study, "Sag 01", "--json")[1])["turning_points"]
    assert [(each["when"], each["sign"], each["passages"]) for each in points] == [
        ("det første halve år", "-", 0),
        ("uge 6", "+", 1),
    ]
    assert run("turning-point", study, "Sag 01", "--remove", "1")[0] == 0
    file = tmp_path / "sag.md"
    assert run("profile", study, "Sag 01", "--to", file)[1] == f"Wrote Sag 01 to {file}\n"
    assert "uge 6: Hun fik ét nummer" in file.read_text(encoding="utf-8")


def test_what_is_asked_for_wrongly_is_answered_in_a_sentence(run: Run, coded: tuple[Path, str]) -> None:
    study, _ = coded
    for words in (
        ("turning-point", study, "Sag 01"),
        ("turning-point", study, "Sag 01", "--earlier", "1", "--remove", "1"),
        ("summary", study, "Sag 99", "H1", TEXT),
        ("summary", study, "Sag 01", "H1", "--remove"),
        ("framework", study, "--group", "ingen"),
    ):
        status, _, err = run(*words)
        assert status != 0
        assert err.count("\n") == 1
