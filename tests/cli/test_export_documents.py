"""Reports and appendices on the command line: written by the file's ending, refused in a sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("what", ["report", "appendix"])
@pytest.mark.parametrize(("ending", "begins"), [(".docx", b"PK"), (".pdf", b"%PDF-1.7"), (".md", b"# ")])
def test_a_document_is_written_as_its_ending_says(  # noqa: PLR0917, RUF100 - fixtures and cases
    run: Run, project: Path, tmp_path: Path, what: str, ending: str, begins: bytes
) -> None:
    file = tmp_path / f"made{ending}"
    status, shown, _ = run("export", what, project, "--to", file, "--language", "en", "--json")
    assert status == 0
    assert json.loads(shown)["file"] == str(file)
    assert file.read_bytes().startswith(begins)


def test_another_ending_and_a_number_that_is_none_are_refused(
    run: Run, project: Path, tmp_path: Path
) -> None:
    status, _, said = run("export", "report", project, "--to", tmp_path / "report.txt")
    assert status == 2
    assert ".docx, .pdf or .md" in said
    status, _, said = run("export", "report", project, "--to", tmp_path / "report.md", "--quotes", "-1")
    assert status == 2
    assert "Give --quotes 0 to 20." in said
    assert not list(tmp_path.glob("report.*"))


def test_the_log_of_activity_counts_what_was_written(run: Run, project: Path, tmp_path: Path) -> None:
    assert "Nothing yet" in run("activity", project)[1]
    run("export", "appendix", project, "--to", tmp_path / "appendix.md")
    assert json.loads(run("activity", project, "--json")[1]) == [
        {"coder": "Tester", "what": "exported appendix", "times": 1}
    ]
