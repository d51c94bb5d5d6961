"""Files looked at before they are brought in, and a plan of them brought in."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def new_file(tmp_path: Path) -> Path:
    place = tmp_path / "ny.txt"
    place.write_bytes("INTERVIEWER: Hvad så?\nOLE: Det går på æ og ø.\n".encode("cp1252"))
    return place


def looked(run: Run, *arguments: object) -> list[dict[str, Any]]:
    return json.loads(run("preview", *arguments, "--json")[1])  # type: ignore[no-any-return]


def test_a_preview_shows_words_voices_and_warnings_and_writes_nothing(
    run: Run, project: Path, new_file: Path
) -> None:
    before = run("journal", project, "--json")[1]
    (found,) = looked(run, project, new_file, "--case", "Sag 07")
    assert found["refused"] is None
    assert [each["name"] for each in found["speakers"]] == ["INTERVIEWER", "OLE"]
    assert [each["interviewer"] for each in found["speakers"]] == [True, False]
    assert found["beginning"][1] == {"speaker": "OLE", "text": "Det går på æ og ø."}
    assert any("1252" in note for note in found["notes"])
    assert found["known"]["case"] == "Sag 07"
    assert run("journal", project, "--json")[1] == before


def test_a_file_that_is_there_already_says_as_what(run: Run, project: Path, interview_file: Path) -> None:
    (found,) = looked(run, project, interview_file)
    assert found["there"] == "Sag 01 · borger"


def test_a_file_that_cannot_be_read_says_why_and_the_others_are_shown(
    run: Run, project: Path, new_file: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "tom.txt"
    empty.write_bytes(b"")
    status, out, _ = run("preview", project, new_file, empty, "--json")
    assert status == 1
    assert [bool(each["refused"]) for each in json.loads(out)] == [False, True]


def test_a_preview_is_readable_without_json(run: Run, project: Path, new_file: Path) -> None:
    out = run("preview", project, new_file)[1]
    assert "OLE: 1 turn, 6 words" in out


def test_a_plan_is_brought_in_with_what_is_known_of_each_file(
    run: Run, project: Path, new_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = [
        {
            "file": str(new_file),
            "case": "Sag 02",
            "roles": ["mentor"],
            "date": "2024-01-02",
            "title": "Oles samtale",
        }
    ]
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(plan)))
    status, out, err = run("import-plan", project, "--json")
    assert (status, err) == (0, "")
    assert [each["status"] for each in json.loads(out)] == ["imported"]
    (line,) = [
        each
        for each in json.loads(run("transcripts", project, "--json")[1])
        if each["title"] == "Oles samtale"
    ]
    assert (line["case"], line["roles"], line["date"]) == ("Sag 02", ["mentor"], "2024-01-02")


@pytest.mark.parametrize(
    "plan", ["", "{}", "[1]", '[{"case": "x"}]', '[{"file": "a.txt", "sag": "x"}]', "[" * 100_000]
)
def test_a_plan_that_cannot_be_read_is_refused_in_one_sentence(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, plan: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(plan))
    status, _, err = run("import-plan", project)
    assert status == 2
    assert len(err.splitlines()) == 1
