"""Commands on support conditions and on the names of absence."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.transcript import Span
from rcoder.project import open_project
from rcoder.project.coding import CodingFlags, code_passage

Run = Callable[..., tuple[int, str, str]]
WORDS = "for så vidste jeg, hvem jeg skulle ringe til"


@pytest.fixture
def coded(project: Path) -> tuple[Path, str]:
    """A passage on SC1.1 in Sag 01, and its id."""
    with open_project(str(project)) as found:
        transcript = found.transcript("interview.txt")
        start = found.text(transcript).index(WORDS)
        coding, _ = code_passage(
            found, transcript.id, Span(start, start + len(WORDS)), "SC1.1", CodingFlags()
        )
    return project, coding.id


def test_a_condition_is_judged_and_printed_apart_from_what_passages_come_to(
    run: Run, coded: tuple[Path, str]
) -> None:
    study, coding = coded
    assert "(1+)" in run("conditions", study)[1]
    status, out, _ = run(
        "judge", study, "SC1.1", "Sag 01", "met", "--followed", "not-followed",
        "--why", "hun siger det", "--rests-on", f"{coding}=supports",
    )  # fmt: skip
    assert (status, out) == (0, "Judged SC1.1 in Sag 01: met; the mechanism did not follow\n")
    out = run("conditions", study)[1]
    assert "✓ met →−" in out
    assert "SC1.1: met in 1 of 1 case judged" in out
    cell = json.loads(run("conditions", study, "--json")[1])["conditions"][0]["cells"][0]
    (judgement,) = cell["judgements"]
    assert (judgement["state"], judgement["followed"], judgement["reason"], judgement["passages"]) == (
        "met",
        "not_followed",
        "hun siger det",
        1,
    )
    assert cell["passages"] == {"present": 1}


def test_one_case_is_printed_role_by_role(run: Run, coded: tuple[Path, str]) -> None:
    study, _ = coded
    assert run("judge", study, "SC1.1", "Sag 01", "not met", "--role", "borger")[0] == 0
    out = run("conditions", study, "--case", "Sag 01")[1]
    assert "whole case" in out
    assert "✗ not met" in out
    found = json.loads(run("conditions", study, "--case", "Sag 01", "--json")[1])
    assert [each["role"] for each in found["conditions"][0]["accounts"]] == [None, "borger"]
    assert "borger" in [each["role"] for each in found["conditions"][0]["accounts"][0]["judgements"]]


def test_a_judgement_is_taken_back(run: Run, coded: tuple[Path, str]) -> None:
    study, _ = coded
    run("judge", study, "SC1.1", "Sag 01", "unclear")
    status, out, _ = run("judge", study, "SC1.1", "Sag 01", "--take-back")
    assert (status, out) == (0, "Took back the judgement of SC1.1 in Sag 01\n")
    assert run("judge", study, "SC1.1", "Sag 01", "--take-back")[0] == 1


def test_absence_of_any_code_is_named(run: Run, coded: tuple[Path, str]) -> None:
    study, _ = coded
    out = run("absence", study, "H1.O1")[1]
    assert "not yet coded" in out
    found = json.loads(run("absence", study, "SC1.1", "--case", "Sag 01", "--json")[1])
    assert [each["text"] for each in found["passages"]] == [WORDS]
    assert found["accounts"][0] == {
        "case": "Sag 01",
        "role": None,
        "absences": [],
        "passages": {"present": 1},
        "interviews": 1,
        "not_coded_to_the_end": 1,
    }


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("judge", "P", "SC1.1", "Sag 01"), "What is the judgement?"),
        (("judge", "P", "H1", "Sag 01", "met"), "only support conditions are judged"),
        (("judge", "P", "SC1.1", "Sag 09", "met"), "no case called Sag 09"),
        (("judge", "P", "SC1.1", "Sag 01", "måske"), "STATE måske is not known"),
        (("judge", "P", "SC1.1", "Sag 01", "met", "--rests-on", "x"), "says no stance"),
        (("judge", "P", "SC1.1", "Sag 01", "met", "--rests-on", "x=supports"), "no passage x"),
        (("judge", "P", "SC1.1", "Sag 01", "met", "--role", "fe"), "The roles are: borger"),
    ],
)
def test_what_cannot_be_judged_is_said_in_a_sentence(
    run: Run, coded: tuple[Path, str], arguments: tuple[str, ...], words: str
) -> None:
    status, _, err = run(*(str(coded[0]) if each == "P" else each for each in arguments))
    assert status in (1, 2)
    assert words in err
    assert "Traceback" not in err
