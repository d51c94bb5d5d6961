"""The command of comparisons: a table, words, JSON and files, and refusals in a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compared import build, fill
from rcoder.cli import main
from rcoder.cli.declared.matrices import QUESTIONS
from rcoder.domain.matrix import Question


@pytest.fixture
def study(tmp_path: Path) -> str:
    with build(str(tmp_path / "compared.rcoder")) as project:
        fill(project)
        return project.location


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main([*words, "--coder", "Anne"])
    shown = capsys.readouterr()
    return code or 0, shown.out, shown.err


def test_every_question_can_be_asked_by_name() -> None:
    assert tuple(each.value for each in Question) == QUESTIONS


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_answers_in_a_table_in_words_and_as_json(
    study: str, question: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, table, _ = run(capsys, "matrix", study, question)
    assert code == 0
    assert len(table.splitlines()) > 4
    code, words, _ = run(capsys, "matrix", study, question, "--words")
    assert code == 0
    assert " · " in words
    _, text, _ = run(capsys, "matrix", study, question, "--json")
    answer = json.loads(text)
    assert answer["question"] == question
    assert answer["cells"]
    for cell in answer["cells"]:
        assert cell["row"] < len(answer["rows"])
        assert cell["column"] < len(answer["columns"])


def test_groups_are_narrowed_and_split(study: str, capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--rows", "H2", "--split", "ordinary_hours", "--of", "configurations")
    _, text, _ = run(capsys, "matrix", study, "groups", *options, "--json")
    answer = json.loads(text)
    assert [each["name"] for each in answer["columns"]][:2] == ["with hours", "without hours"]
    assert [each["short"] for each in answer["rows"]] == ["K6"]
    assert answer["warnings"][0].startswith("Successes are over-sampled: 3 of 4")


def test_a_file_is_written_by_its_ending(
    study: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "k.csv"
    code, out, _ = run(capsys, "matrix", study, "evidence", "--to", str(file))
    assert (code, out.strip()) == (0, f"Wrote 6 rows and 2 columns to {file}")
    assert file.read_bytes().startswith("\ufeff".encode())


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("groups", "--split", "nix"), "Cases cannot be split by nix."),
        (("evidence", "--rows", "H9"), "The study has no code H9."),
        (("evidence", "--level", "nix"), "Configurations have no level nix."),
        (("evidence", "--role", "nix"), "No interview is with nix."),
        (("evidence", "--to", "x.pdf"), "A table cannot be written as .pdf."),
    ],
)
def test_what_has_no_meaning_is_refused_in_a_sentence(
    study: str, options: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = run(capsys, "matrix", study, *options)
    assert code != 0
    assert err.startswith(sentence)
