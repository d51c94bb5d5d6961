"""Before a file leaves, on the command line: what is printed, asked, refused and noted."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.project import open_project

Run = Callable[..., tuple[int, str, str]]

HOLDS = "1 CPR number, 1 phone number, 1 other name, 1 coder's name"


class Typed(io.StringIO):
    """A terminal on which somebody has typed."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.fixture
def coded(run: Run, project: Path) -> Path:
    """The small study with a memo that names somebody."""
    told = "Ring til Fatima Qwerty på 20 24 12 12, cpr 120578-1234."
    assert run("memo", "add", project, told)[0] == 0
    return project


def typed(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr(sys, "stdin", Typed(words))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)


def test_without_a_terminal_nothing_is_written_and_the_way_out_is_said(
    run: Run, coded: Path, tmp_path: Path
) -> None:
    file = tmp_path / "m.md"
    status, out, err = run("memos", coded, "--markdown", file)
    assert (status, out, file.exists()) == (2, "", False)
    said = err.splitlines()
    assert "  120578-1234; line 9" in said
    assert [each for each in said if not each.startswith(" ")] == [
        "1 CPR number",
        "1 phone number",
        "1 other name",
        "1 coder's name",
        f"m.md was not written: it holds {HOLDS}. Look at what was found, then write it with --checked.",
    ]


def test_checked_writes_it_and_says_all_the_same(run: Run, coded: Path, tmp_path: Path) -> None:
    file = tmp_path / "m.md"
    status, out, err = run("memos", coded, "--markdown", file, "--checked")
    assert (status, file.is_file(), "1 CPR number" in err) == (0, True, True)
    assert out.startswith("Wrote 1 memo")


@pytest.mark.parametrize(("answer", "status"), [("y\n", 0), ("ja\n", 0), ("n\n", 1), ("\n", 1), ("", 1)])
def test_on_a_terminal_it_asks(
    run: Run, coded: Path, monkeypatch: pytest.MonkeyPatch, answer: str, status: int
) -> None:
    file = coded.with_name("m.md")
    typed(monkeypatch, answer)
    found, _, err = run("memos", coded, "--markdown", file)
    assert (found, file.exists()) == (status, status == 0)
    assert f"Write {file}? y/N" in err
    assert ("Nothing was written." in err) is (status == 1)


def test_json_lists_what_was_found_and_writes_nothing(run: Run, coded: Path, tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    status, out, _ = run("manifest", coded, "--to", file, "--json")
    assert status == 0
    assert json.loads(out)["findings"] == []
    with open_project(str(coded), coder="Tester") as project:
        case = project.cases()[0]
    assert run("case", "set", coded, case.name, "--municipality", "Horsens")[0] == 0
    file.unlink()
    status, out, err = run("manifest", coded, "--to", file, "--json")
    assert (status, file.exists()) == (2, False)
    assert "holds 1 place" in err
    told = json.loads(out)
    assert told["file"] is None
    (one,) = told["findings"]
    assert (one["sort"], one["words"], one["places"][0]["place"]) == ("place", "Horsens", "row 2")


def test_where_nothing_is_found_one_line_says_so(run: Run, project: Path, tmp_path: Path) -> None:
    status, _, err = run("manifest", project, "--to", tmp_path / "m.csv")
    assert (status, err) == (0, "The check found nobody's name, number or place in it.\n")


def test_it_is_noted_in_counts_and_never_in_words(run: Run, coded: Path, tmp_path: Path) -> None:
    run("memos", coded, "--markdown", tmp_path / "m.md", "--checked")
    with open_project(str(coded), coder="Tester") as project:
        noted = [str(row["about"]) for row in project.sight.rows("SELECT about FROM activity ORDER BY seq")]
    assert "found 1 CPR number, 1 phone number, 1 other name" in noted[-1]
    assert not any("Qwerty" in each or "1234" in each for each in noted)
