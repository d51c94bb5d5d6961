"""Reviewing, comments and courses from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rcoder.project import Project
from review_study import build

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def study(new_project: Callable[..., Project], interview_file: Path) -> str:
    return build(new_project, interview_file)


def done(run: Run, *words: str, coder: str = "Jonas") -> str:
    status, out, err = run(*words, "--coder", coder)
    assert (status, err) == (0, "")
    return out


def read(run: Run, *words: str, coder: str = "Jonas") -> Any:
    return json.loads(done(run, *words, "--json", coder=coder))


def test_a_configuration_goes_to_review_and_back_from_the_command_line(run: Run, study: str) -> None:
    assert done(run, "submit", study, "k01", coder="Anne") == "Submitted: K01.\n"
    (line,) = read(run, "review", study)
    assert (line["number"], line["turn"], line["status"], line["looked"]) == (
        "K01",
        "submitted",
        "submitted",
        False,
    )
    assert done(run, "return", study, "K01", "--why", "Hvad siger mentoren?") == "Returned: K01.\n"
    assert "Returned to you: 1 of 1" in done(run, "review", study, coder="Anne")
    (said,) = read(run, "comments", study, "K01")
    assert (said["on"], said["open"], said["comments"][0]["text"]) == (
        "the whole",
        True,
        "Hvad siger mentoren?",
    )
    first = said["comments"][0]["id"]
    done(run, "comment", study, "K01", "Det samme.", "--reply", first, coder="Anne")
    assert done(run, "resolve", study, first, coder="Anne") == "Resolved a comment on K01.\n"
    assert read(run, "comments", study, "--open") == []
    assert "resolved by Anne" in done(run, "comments", study)
    done(run, "submit", study, "K01", coder="Anne")
    done(run, "accept", study, "K01")
    assert done(run, "review", study, "K01", "--looked").startswith("K01 Fast kontakt: accepted\n")
    assert read(run, "review", study)[0]["turn"] == "quiet"


def test_a_step_that_needs_a_reason_says_so(run: Run, study: str) -> None:
    status, _, err = run("accept", study, "K01", "--coder", "Jonas")
    assert status == 2
    assert "does not usually become accepted from there" in err
    status, _, err = run("supersede", study, "K01", "--by", "K99", "--why", "bedre", "--coder", "Anne")
    assert (status, "no configuration K99" in err) == (1, True)
    status, _, err = run("supersede", study, "K01", "--by", "K99", "--coder", "Anne")
    assert (status, "no configuration K99" in err) == (1, True)


def test_a_comment_is_on_an_element_by_its_words(run: Run, study: str) -> None:
    done(run, "comment", study, "K01", "Er det en reaktion?", "--on", "tør sige")
    (said,) = read(run, "comments", study)
    assert (said["about"], said["on"]) == ("element", "“hun tør sige det”")
    status, _, err = run("comment", study, "K01", "Hvad?", "--on", "findes ikke", "--coder", "Jonas")
    assert (status, "No part of K01 is called findes ikke" in err) == (1, True)


def test_a_course_is_told_in_words_and_as_json(run: Run, study: str) -> None:
    done(run, "submit", study, "K01", "--why", "klar", coder="Anne")
    told = done(run, "history", study, "K01")
    assert told.startswith("K01 Fast kontakt\n")
    assert "Submitted\n      because klar" in told
    found = read(run, "history", study, "K01")
    assert found["entries"][1]["told"][0]["passage"]["title"] == "Sag 01 · borger"
    assert read(run, "history", study, "H1.M1")["of"] == "H1.M1 Tryghed"
    status, _, err = run("history", study, "K1-K9-promotes", "--coder", "Jonas")
    assert (status, "Those that configurations bear out" in err) == (1, True)
