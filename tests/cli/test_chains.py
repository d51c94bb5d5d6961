"""Chains, likeness and consolidating from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.actions.configuring import begin
from rcoder.domain.configuration import Configuration, Element, Link, Place
from rcoder.domain.words import Kind
from rcoder.project import open_project

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def chained(project: Path) -> Path:
    """K01 and K02 alike; K01 leads to K03 by its outcome."""
    with open_project(str(project)) as opened:
        codes = {code.key: code.id for code in opened.codes().values()}
        for number, words in (("K01", ("Én", "Tryg")), ("K02", ("Fast", "Rolig"))):
            own = Configuration(number.lower(), number, opened.coder_id)
            elements = [
                Element(f"{number}{code}", word, codes[code])
                for code, word in zip(("H1.R1", "H1.M1"), words, strict=True)
            ]
            places = [
                Place(f"p{each.id}", own.id, each.id, kind, position)
                for position, (each, kind) in enumerate(
                    zip(elements, (Kind.RESOURCE, Kind.REASONING), strict=True)
                )
            ]
            opened.do(
                begin(own, elements, places, (), [Link(f"l{number}", own.id, elements[0].id, elements[1].id)])
            )
        third = Configuration("k03", "K03", opened.coder_id, "Det bærer")
        opened.do(begin(third, (), [Place("p3", "k03", "K01H1.M1", Kind.CONTEXT)]))
    return project


def test_chains_are_drawn_and_asked_of_one(run: Run, chained: Path) -> None:
    status, out, _ = run("chains", chained)
    assert status == 0
    assert out.splitlines() == [
        "K01  (draft)",
        "└─ “Tryg” → K03 Det bærer  (draft)",
        "2 of 3 configurations in a chain; the longest has 2",
    ]
    assert "leads to      K03 Det bærer  (draft)" in run("chains", chained, "K01")[1]
    assert json.loads(run("chains", chained, "K03", "--json")[1])[0]["tie"] == "follows_from"
    found = json.loads(run("chains", chained, "--json")[1])
    assert (found["longest"], found["loops"]) == (["K01", "K03"], [])
    assert "shares no element" in run("chains", chained, "K02")[1]


def test_two_are_related_and_it_is_taken_back(run: Run, chained: Path) -> None:
    assert (
        run("relate", chained, "K02", "nested-in", "K03", "--reason", "samme sag")[1]
        == "Said that K02 is nested in K03\n"
    )
    assert "K02 nested in K03: samme sag" in run("chains", chained)[1]
    assert run("relate", chained, "K02", "nested-in", "K03", "--remove")[0] == 0
    status, _, err = run("relate", chained, "K02", "nested-in", "K03", "--remove")
    assert (status, err.startswith("You have not said")) == (1, True)


def test_what_is_alike_is_made_one_and_split_again(run: Run, chained: Path) -> None:
    out = run("alike", chained)[1]
    assert "alike  K01 and K02 share the resource Aftalt kontaktperson and the reasoning Tryghed, tied" in out
    assert json.loads(run("alike", chained, "--json")[1])[0]["configurations"] == ["K01", "K02"]
    dry = run(
        "consolidate",
        chained,
        "K01",
        "K02",
        "--dry-run",
        "--apart",
        "K02.M1",
        "--words",
        "K01.R1=En fast person",
    )[1]
    assert dry.splitlines()[:3] == ["En fast person  ← K01.R1, K02.R1", "Tryg  ← K01.M1", "Rolig  ← K02.M1"]
    assert (
        run("consolidate", chained, "K02", "K01", "--title", "Samlet", "--why", "samme")[1]
        == "Consolidated K01 and K02 in K04 Samlet\n"
    )
    assert "K04 Samlet  (draft)\n└─ “Tryg” → K03" in run("chains", chained)[1]
    assert "K01" in run("chains", chained, "--members")[1]
    assert run("split", chained, "K04")[1] == "Split K04: K01 and K02 stand for themselves again\n"


def test_what_has_no_meaning_is_said_in_a_sentence(run: Run, chained: Path) -> None:
    for arguments, words in (
        (("consolidate", chained, "K01"), "Two configurations"),
        (("consolidate", chained, "K01", "K01"), "named twice"),
        (("consolidate", chained, "K01", "K02", "--apart", "K09.M1"), "is no element here"),
        (("split", chained, "K01"), "not made of others"),
        (("chains", chained, "K77"), "There is no configuration K77"),
    ):
        status, _, err = run(*arguments)
        assert status != 0
        assert words in err
