"""Memos from the command line."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


def listed(run: Run, project: Path, *more: str) -> list[dict[str, object]]:
    status, out, err = run("memo", "list", project, "--json", *more)
    assert status == 0, err
    return json.loads(out)  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("option", "name", "about"),
    [
        ("--case", "sag 01", "case"),
        ("--code", "h1.m1", "code"),
        ("--interview", "interview.txt", "interview"),
    ],
)
def test_a_memo_is_on_what_its_writer_named(
    run: Run, project: Path, option: str, name: str, about: str
) -> None:
    status, out, err = run("memo", "add", project, "Måske to ressourcer?", "--title", "CV", option, name)
    assert (status, err) == (0, "")
    assert out.startswith("Wrote the analytic memo CV on ")
    (memo,) = listed(run, project)
    assert (memo["about"], memo["text"], memo["title"]) == (about, "Måske to ressourcer?", "CV")
    assert memo["name"]
    assert str(memo["of"])


def test_a_memo_on_the_project_needs_no_name(run: Run, project: Path) -> None:
    run("memo", "add", project, "Hvorfor kun succeser?", "--kind", "method")
    (memo,) = listed(run, project, "--kind", "method")
    assert (memo["about"], memo["of"], memo["kind"]) == ("project", None, "method")
    assert listed(run, project, "--kind", "reflexive") == []


def test_a_memo_can_come_from_standard_input(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("# Åben\n\nto linjer\n"))
    run("memo", "add", project, "-")
    assert listed(run, project)[0]["text"] == "# Åben\n\nto linjer"


def test_an_empty_memo_is_refused_and_nothing_is_written(run: Run, project: Path) -> None:
    status, _, err = run("memo", "add", project, "  ")
    assert status == 2
    assert "neither a title nor words" in err
    assert listed(run, project) == []


@pytest.mark.parametrize(
    "wrong", [("--case", "Sag 99"), ("--code", "H9"), ("--coding", "x"), ("--kind", "vred")]
)
def test_a_memo_on_what_is_not_there_is_refused_in_one_sentence(
    run: Run, project: Path, wrong: tuple[str, str]
) -> None:
    status, _, err = run("memo", "add", project, "ord", *wrong)
    assert status in (1, 2)
    assert wrong[1] in err
    assert len(err.splitlines()) == 1


def test_a_memo_is_removed_by_its_writer_alone_and_undo_brings_it_back(run: Run, project: Path) -> None:
    run("memo", "add", project, "mit", "--title", "Mit", "--coder", "Anne")
    run("release", project, "--coder", "Anne")
    status, _, err = run("memo", "remove", project, "Mit", "--coder", "Jonas")
    assert status == 2
    assert "Anne" in err
    assert run("memo", "remove", project, "Mit", "--coder", "Anne")[0] == 0
    assert listed(run, project, "--coder", "Anne") == []
    run("undo", project, "--coder", "Anne")
    assert [each["title"] for each in listed(run, project, "--coder", "Anne")] == ["Mit"]


def test_a_memo_of_a_hidden_layer_is_its_writers_alone(run: Run, project: Path) -> None:
    run("memo", "add", project, "hemmeligt", "--coder", "Anne")
    assert listed(run, project, "--coder", "Jonas") == []
    assert "hemmeligt" not in run("journal", project, "--coder", "Jonas")[1]
    assert run("memo", "remove", project, "hemmeligt", "--coder", "Jonas")[0] == 1


def test_words_that_steer_a_terminal_are_shown_as_marks(run: Run, project: Path) -> None:
    run("memo", "add", project, "rød \x1b[31mtekst")
    out = run("memo", "list", project)[1]
    assert "\x1b" not in out
    assert "tekst" in out
