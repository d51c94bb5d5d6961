"""rcoder suggest: a text or many, from a codebook or a project."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]

TEXT = "For så vidste jeg, hvem jeg skulle ringe til, og derfor var der ro på."


def suggested(run: Run, *arguments: object) -> Any:
    status, out, err = run("suggest", *arguments, "--json")
    assert status == 0, err
    return json.loads(out)


def test_a_codebook_alone_suggests_hypothesis_code_and_spans(run: Run, codebook_file: Path) -> None:
    found = suggested(run, codebook_file, "--text", TEXT)
    assert set(found) == {"hypotheses", "codes", "spans"}
    assert set(found["hypotheses"][0]) == {"id", "score", "reasons"}
    assert found["hypotheses"][0]["id"] == "H1"
    code = found["codes"][0]
    assert (code["id"], code["kind"]) == ("H1.M1", "reasoning")
    assert {"words", "cue", "definition"} == {each["ground"] for each in code["reasons"]}
    for span in found["spans"]:
        assert set(span) == {"start", "end", "kind", "code", "score"}
        assert TEXT[span["start"] : span["end"]].strip()


def test_a_shipped_codebook_goes_by_its_name(run: Run) -> None:
    assert suggested(run, "jobfirst", "--text", "Jeg fik løn for timerne")["hypotheses"][0]["id"] == "H6"


def test_a_project_suggests_from_what_was_coded_there(run: Run, project: Path) -> None:
    words = "Da skiftede de hele tiden"
    _, out, _ = run("text", project, "interview", "--json")
    start = json.loads(out)["text"].index(words)
    status, _, err = run("code", project, "interview", start, start + len(words), "H1.O1")
    assert status == 0, err
    found = suggested(run, project, "--text", "de skiftede hele tiden")
    code = next(each for each in found["codes"] if each["id"] == "H1.O1")
    (reason,) = [each for each in code["reasons"] if each["ground"] == "passage"]
    assert (reason["text"], reason["title"], reason["start"]) == (words, "Sag 01 · borger", start)
    assert suggested(run, project, "--coder", "Blind", "--text", "de skiftede hele tiden") != found


def test_many_texts_give_one_object_a_line_with_their_ids(
    run: Run, codebook_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [{"id": "a", "text": TEXT, "more": 1}, {"id": 7, "text": ""}]
    file = tmp_path / "texts.jsonl"
    said = "\n".join(json.dumps(each) for each in lines) + "\n\n"
    file.write_text(said, encoding="utf-8")
    status, out, err = run("suggest", codebook_file, "--texts", file, "--json")
    assert status == 0, err
    found = [json.loads(line) for line in out.splitlines()]
    assert [each["id"] for each in found] == ["a", 7]
    assert found[0]["hypotheses"][0]["id"] == "H1"
    assert found[1] == {"id": 7, "hypotheses": [], "codes": [], "spans": []}
    monkeypatch.setattr("sys.stdin", io.StringIO(said))
    assert run("suggest", codebook_file, "--texts", "-")[1] == out


def test_a_person_reads_codes_with_reasons(run: Run, codebook_file: Path) -> None:
    status, out, _ = run("suggest", codebook_file, "--text", TEXT)
    assert status == 0
    assert "H1.M1  Tryghed" in out
    assert "like the cue: vidste hvem jeg skulle ringe til" in out
    assert "Nothing to suggest" in run("suggest", codebook_file, "--text", "xyzzy")[1]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("{", "is no JSON"),
        ('{"id": 1}', "has no id and text"),
        ('{"text": "a"}', "has no id and text"),
        ('["a"]', "has no id and text"),
        ('{"id": 1, "text": 2}', "has no id and text"),
    ],
)
def test_a_wrong_line_is_named(
    run: Run, codebook_file: Path, tmp_path: Path, said: str, sentence: str
) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text('{"id": 1, "text": "godt"}\n' + said, encoding="utf-8")
    status, out, err = run("suggest", codebook_file, "--texts", file)
    assert status != 0
    assert f"{file}:2 {sentence}" in err
    assert out == ""


def test_what_cannot_be_asked_is_refused_in_a_sentence(run: Run, codebook_file: Path, tmp_path: Path) -> None:
    assert "empty" in run("suggest", codebook_file, "--text", "  ")[2]
    assert "cannot be read" in run("suggest", codebook_file, "--texts", tmp_path / "none.jsonl")[2]
    assert "nosuchthing" in run("suggest", "nosuchthing", "--text", "a")[2]
    assert run("suggest", codebook_file)[0] == 2


def test_characters_that_steer_a_terminal_are_escaped(run: Run, codebook_file: Path, tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text(json.dumps({"id": "\x1b[31m\u202e", "text": TEXT}), encoding="utf-8")
    _, out, _ = run("suggest", codebook_file, "--texts", file)
    assert "\x1b" not in out
    assert "\u202e" not in out
