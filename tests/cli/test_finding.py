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
    assert "in 1 interview" in run("find", project, "ringe*")[1]
    assert "0 hits in 0 interviews" in run("find", project, "findesikke")[1]


def test_more_than_was_looked_at_is_said(run: Run, project: Path) -> None:
    assert "there are more" in run("find", project, "det", "--limit", "1")[1]


def test_a_query_without_a_word_is_refused_in_one_sentence(run: Run, project: Path) -> None:
    status, _, err = run("find", project, "…")
    assert status == 2
    assert len(err.splitlines()) == 1
