"""The options of the figure on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


def test_a_figure_is_narrowed_by_options(run: Run, project: Path, tmp_path: Path) -> None:
    file = tmp_path / "narrow.svg"
    status, said, _ = run("export", "theory", project, "--to", file, "--only", "H1", "--status", "initial")
    assert status == 0
    assert said.splitlines()[-1] == f"Wrote {file}"
    assert "Kun H1; kun pile med tilstanden ikke belagt" in file.read_text(encoding="utf-8")


def test_a_figure_with_nothing_left_is_written_and_says_so(run: Run, project: Path, tmp_path: Path) -> None:
    file = tmp_path / "empty.svg"
    status, said, _ = run("export", "theory", project, "--to", file, "--role", "borger", "--json")
    assert status == 0
    assert json.loads(said)["remarks"] == [
        "Nothing in the theory is as it was asked for, so the figure is empty."
    ]
    assert "Intet i teorien er sådan." in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--role", "pilot"), "The study has no role pilot. It has borger."),
        (("--horizon", "soon"), "There is no horizon called soon."),
        (("--group", "mine"), "The study has no group mine."),
        (("--variant", "groups"), "No case has an outcome group."),
        (("--version", "4"), "There is no version 4 of the theory."),
    ],
)
def test_what_cannot_be_asked_is_one_sentence_and_no_file(
    run: Run, project: Path, tmp_path: Path, options: tuple[str, ...], sentence: str
) -> None:
    file = tmp_path / "none.svg"
    status, _, said = run("export", "theory", project, "--to", file, *options)
    assert status != 0
    assert sentence in said
    assert not file.exists()


def test_the_initial_theory_and_what_became_of_it_are_drawn(run: Run, project: Path, tmp_path: Path) -> None:
    for name, options in (
        ("initial.svg", ("--variant", "initial")),
        ("difference.svg", ("--variant", "difference")),
        ("difference.html", ("--variant", "difference")),
        ("h1.svg", ("--hypothesis", "h1", "--version", "now")),
    ):
        assert run("export", "theory", project, "--to", tmp_path / name, *options)[0] == 0
        assert (tmp_path / name).stat().st_size > 1000
    assert "Version 0: kodebogens oprindelige teori." in (tmp_path / "initial.svg").read_text(
        encoding="utf-8"
    )
