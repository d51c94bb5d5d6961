"""Sentences left for later, and found by a command."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.project import importing, open_project
from rcoder.project.holdings import Holdings
from rcoder.project.sentences import Found, without_sentences

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def more(tmp_path: Path) -> list[Path]:
    files = [tmp_path / f"mere-{number}.txt" for number in range(3)]
    for number, each in enumerate(files):
        each.write_text(f"INTERVIEWER: Nummer {number}?\n\nMETTE: Ja. Og så gik vi.\n", encoding="utf-8")
    return files


def test_an_import_finds_the_sentences_of_what_it_brings_in(run: Run, project: Path) -> None:
    assert run("annotate", project) == (0, "Every interview has its sentences.\n", "")
    assert json.loads(run("annotate", project, "--json")[1]) == {"transcripts": 0, "failed": []}


def test_sentences_may_be_left_for_later(run: Run, project: Path, more: list[Path]) -> None:
    assert run("import", project, *more, "--later")[0] == 0
    with open_project(str(project)) as opened:
        assert without_sentences(opened) == 3
    assert run("annotate", project)[1] == "Found the sentences of 3 interviews.\n"
    with open_project(str(project)) as opened:
        assert without_sentences(opened) == 0


def test_the_next_import_finds_what_is_missing_too(run: Run, project: Path, more: list[Path]) -> None:
    run("import", project, *more[:2], "--later")
    run("import", project, more[2])
    assert run("annotate", project)[1] == "Every interview has its sentences.\n"


def test_how_far_it_is_is_told_line_by_line_where_that_is_wanted(
    run: Run, project: Path, more: list[Path]
) -> None:
    told = run("import", project, *more, "--tell", "--gently")[2].splitlines()
    assert told[0] == "Importing: 0 of 3"
    assert "Importing: 3 of 3" in told
    assert told[-1] == "Sentences: 3 of 3"


def test_an_interview_that_cannot_be_gone_through_is_named(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "rcoder.cli.importing.find_sentences", lambda *_, **__: iter([Found(1, 2, "Mette"), Found(2, 2)])
    )
    monkeypatch.setattr("rcoder.cli.importing.closing", _Kept)
    status, output, _ = run("annotate", project)
    assert status == 1
    assert "sentences of 1 interview." in output
    assert "Mette: could not be gone through" in output
    assert json.loads(run("annotate", project, "--json")[1]) == {"transcripts": 2, "failed": ["Mette"]}


class _Kept:
    def __init__(self, found: object) -> None:
        self.found = found

    def __enter__(self) -> object:
        return self.found

    def __exit__(self, *_: object) -> None:
        """Nothing to close."""


def test_an_interrupted_import_says_in_one_sentence_what_was_done(
    run: Run, project: Path, more: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = importing._deed

    def interrupted(held: Holdings, coming: importing.Coming) -> object:
        if coming.bringing.file == more[1]:
            raise KeyboardInterrupt
        return real(held, coming)

    monkeypatch.setattr(importing, "_deed", interrupted)
    status, output, errors = run("import", project, *more)
    assert status == 130
    assert output == "mere-0.txt: imported\n"
    assert errors == (
        "Stopped. 1 of 3 files were gone through and stay as they are; the same command goes on with the rest.\n"
    )
    with open_project(str(project)) as opened:
        assert len(opened.transcript_lines()) == 2


def test_interviews_that_are_wanted_are_heard_of_on_standard_input(
    run: Run, project: Path, more: list[Path]
) -> None:
    run("import", project, *more, "--later")
    done = subprocess.run(
        [sys.executable, "-m", "rcoder", "annotate", "--listen", "--json", str(project)],
        input="nobody\n\nhalf a li", capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"transcripts": 3, "failed": []}
