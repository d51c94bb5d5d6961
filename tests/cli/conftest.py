"""The command line run in this process, and a small study to run it on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> tuple[int, str, str]:
        try:
            status = main([str(each) for each in arguments])
        except SystemExit as left:
            status = int(left.code or 0)
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return call


@pytest.fixture
def project(run: Run, tmp_path: Path, codebook_file: Path, interview_file: Path) -> Path:
    place = tmp_path / "study.rcoder"
    assert run("new", place, "--codebook", codebook_file, "--title", "Prøve")[0] == 0
    assert run("import", place, interview_file, "--case", "Sag 01", "--role", "borger")[0] == 0
    return place
