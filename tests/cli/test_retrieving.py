"""Retrieving passages from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def coded(run: Run, project: Path) -> Path:
    text = json.loads(run("text", project, "interview.txt", "--json")[1])["text"]
    for words, code in (
        ("vidste jeg, hvem jeg skulle ringe til", "H1.M1"),
        ("hvem jeg skulle ringe", "H1.R1"),
    ):
        start = text.index(words)
        assert run("code", project, "interview.txt", start, start + len(words), code)[0] == 0
    return project


def test_a_query_answers_with_passages_groups_and_counts(run: Run, coded: Path) -> None:
    status, out, _ = run("retrieve", coded, "H1.M1 and H1.R1", "--by", "code", "--json")
    found = json.loads(out)
    assert status == 0
    assert [[each["code"] for each in result] for result in found["results"]] == [["H1.M1", "H1.R1"]]
    assert found["groups"][0]["results"] == [0]
    assert found["groups"][0]["name"] == "H1.M1 Tryghed"
    count = found["count"]
    assert (count["passages"], count["interviews"], count["of_interviews"], count["further_interviews"]) == (
        1,
        0,
        0,
        1,
    )


def test_options_narrow_a_query(run: Run, coded: Path) -> None:
    def number(*options: str) -> int:
        return len(json.loads(run("retrieve", coded, *options, "--json")[1])["results"])

    assert number("--code", "H1") == 2
    assert number("--code", "H1.M1") == 1
    assert number("H1* or H1.M1", "--kind", "reasoning", "--role", "borger") == 1
    assert number("H1*", "--code", "H1.R1") == 1
    assert number("--case", "Sag 01", "--coded-by", "Tester") == 2
    assert number("--stance", "contradicts") == 0


def test_counts_have_their_denominators(run: Run, coded: Path) -> None:
    out = run("retrieve", coded, "H1*", "--by", "role", "--counts")[1]
    assert out.startswith("borger: 1 passage in 0 of 0 interviews and 0 of 0 cases coded to the end;")


@pytest.mark.parametrize("ending", ["csv", "xlsx", "md", "docx"])
def test_passages_are_written_to_a_file(run: Run, coded: Path, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"ud.{ending}"
    status, out, _ = run("retrieve", coded, "H1*", "--to", file, "--checked", "--json")
    told = json.loads(out)
    assert isinstance(told.pop("findings"), list)
    assert (status, told) == (0, {"file": str(file), "results": 2})
    assert file.stat().st_size > 100


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "needs a query"),
        (("H9",), "Character 1 of the query: the study has no code H9."),
        (("H1 (",), "Character 5 of the query"),
        (("H1*", "--to", "ud.pdf"), ".pdf"),
    ],
)
def test_what_has_no_meaning_is_refused_in_one_sentence(
    run: Run, coded: Path, arguments: tuple[str, ...], words: str
) -> None:
    status, out, err = run("retrieve", coded, *arguments)
    assert (status, out) == (2, "")
    assert words in err
    assert len(err.splitlines()) == 1
