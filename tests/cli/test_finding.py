"""Looking for words from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]


def test_a_hit_says_who_said_it_and_what_stood_round_it(run: Run, project: Path) -> None:
    status, out, _ = run("find", project, "ringe*", "--json")
    assert status == 0
    text = json.loads(run("text", project, "interview.txt", "--json")[1])["text"]
    hits = json.loads(out)
    assert hits
    for hit in hits:
        assert text[hit["start"] : hit["end"]] == hit["text"]
        assert hit["text"].lower().startswith("ringe")
        assert (
            text[hit["start"] - len(hit["before"]) : hit["end"] + len(hit["after"])]
            == hit["before"] + hit["text"] + hit["after"]
        )
        assert (hit["title"], hit["case"]) == ("Sag 01 · borger", "Sag 01")


def test_the_number_of_hits_has_its_interviews(run: Run, project: Path) -> None:
    assert "1 hit in 1 of 1 interview, 1 of 1 case" in run("find", project, "ringe*")[1]
    assert "0 hits in 0 of 1 interview, 0 of 1 case" in run("find", project, "findesikke")[1]
    counted = json.loads(run("find", project, "ringe*", "--count", "--json")[1])
    assert counted == {
        "hits": 1, "turns": 1, "interviews": 1, "of_interviews": 1, "cases": 1, "of_cases": 1,
    }  # fmt: skip


def test_more_than_was_looked_at_is_said(run: Run, project: Path) -> None:
    assert "there are more" in run("find", project, "det", "--limit", "1")[1]


def test_a_query_without_a_word_is_refused_in_one_sentence(run: Run, project: Path) -> None:
    status, _, err = run("find", project, "…")
    assert status == 2
    assert len(err.splitlines()) == 1


def hits(run: Run, project: Path, *arguments: str) -> list[str]:
    status, out, err = run("find", project, *arguments, "--json")
    assert status == 0, err
    return [hit["text"] for hit in json.loads(out)]


def test_words_are_found_with_their_forms_unless_they_are_to_be_exact(run: Run, project: Path) -> None:
    assert hits(run, project, "vide") == ["vidste"]
    assert hits(run, project, "vide", "--exact") == []
    assert hits(run, project, "vidtse", "--fuzzy") == ["vidste"]


def test_filters_leave_out_who_and_where(run: Run, project: Path) -> None:
    assert hits(run, project, "det", "--exact", "--role", "borger", "--limit", "1") == ["det"]
    assert hits(run, project, "hvordan", "--without-interviewer") == []
    assert hits(run, project, "hvordan", "--case", "Sag 01", "--speaker", "interviewer") == ["Hvordan"]
    status, _, err = run("find", project, "det", "--role", "mentor")
    assert (status, err) == (1, "Nobody has the role mentor. There are: borger.\n")


def test_every_hit_is_coded_in_one_deed_that_undo_takes_back(run: Run, project: Path) -> None:
    status, out, err = run("find", project, "det -skidt", "--code", "H1.M1", "--unit", "turn", "--json")
    assert status == 0, err
    answer = json.loads(out)
    assert (answer["codings"], answer["left_out"]) == (1, 1)
    assert answer["sentence"].endswith("as H1.M1 Tryghed, found by “det -skidt”")
    assert len(json.loads(run("codings", project, "--json")[1])) == 1
    assert run("find", project, "det -skidt", "--code", "H1.M1", "--unit", "turn")[0] != 0
    run("undo", project)
    assert json.loads(run("codings", project, "--json")[1]) == []
    _, out, _ = run("find", project, "det -skidt", "--code", "H1.M1")
    assert out.rstrip().endswith("; 1 hit in interviewers' words was left out)")


def test_nothing_but_what_an_interviewer_says_is_not_coded(run: Run, project: Path) -> None:
    status, _, err = run("find", project, "hvordan", "--code", "H1.M1")
    assert (status, err.count("interviewers' words was left out")) == (2, 1)


def test_two_ways_at_once_are_refused(run: Run, project: Path) -> None:
    assert run("find", project, "det", "--exact", "--fuzzy")[0] == 2
