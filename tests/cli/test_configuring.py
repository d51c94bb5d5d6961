"""One configuration from the command line: how it reads, its rivals, its strength, the study's rendering."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.actions.configuring import begin
from rcoder.domain.configuration import Configuration, Element, Place
from rcoder.domain.ids import new_id
from rcoder.domain.words import Kind
from rcoder.project import open_project

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def configured(project: Path) -> Path:
    with open_project(str(project)) as found:
        own = Configuration(new_id(), "K01", found.coder_id, because="nogen svarer")
        elements = {Kind.RESOURCE: "et nummer", Kind.REASONING: "tør hun ringe", Kind.OUTCOME: "et opkald"}
        made = [Element(new_id(), words) for words in elements.values()]
        places = [
            Place(new_id(), own.id, each.id, kind, position)
            for position, (each, kind) in enumerate(zip(made, elements, strict=True))
        ]
        found.do(begin(own, made, places))
    return project


def test_a_configuration_is_read_in_each_rendering_and_language(run: Run, configured: Path) -> None:
    status, out, err = run("configuration", configured, "k01")
    assert (status, err) == (0, "")
    assert (
        "Når …, og der tilbydes et nummer, så tør hun ringe, fordi nogen svarer, hvilket fører til et opkald."
        in out
    )
    out = run("configuration", configured, "K01", "--rendering", "icamo", "--language", "en")[1]
    assert "The intervention offers et nummer. When …, this happens for …: tør hun ringe" in out
    assert "  A actor\n      …" in out


def test_the_json_of_a_configuration_has_sentence_parts_rivals_and_numbers(
    run: Run, configured: Path
) -> None:
    found = json.loads(run("configuration", configured, "K01", "--json")[1])
    assert [part["letter"] for part in found["parts"]] == ["K", "R", "M", "U"]
    assert found["parts"][1]["lines"] == [{"words": "et nummer", "marks": []}]
    assert found["rivals"] == found["judgements"] == []
    assert found["strength"]["stances"][0]["interviews"] == {"number": 0, "of": 1, "apart": 0}


def test_a_study_says_how_it_writes_configurations_and_why(run: Run, configured: Path) -> None:
    assert "nobody has said why yet" in run("rendering", configured)[1]
    status, _, err = run("rendering", configured, "cmo")
    assert status != 0
    assert "for a reason" in err
    assert run("rendering", configured, "CMO", "--why", "til bilaget")[0] == 0
    assert json.loads(run("rendering", configured, "--json")[1]) == {"rendering": "cmo", "why": "til bilaget"}
    assert "I en kontekst, hvor …, er mekanismen" in run("configurations", configured)[1]
    assert run("rendering", configured, "ICMO", "--why", "nej")[0] != 0


def test_rivals_are_added_kept_dropped_and_removed(run: Run, configured: Path) -> None:
    assert "considered yet" in run("rivals", configured, "K01")[1]
    assert "rival 1, open: Hun var rask" in run("rivals", configured, "K01", "--add", "Hun var rask")[1]
    status, _, err = run("rivals", configured, "K01", "--drop", "1")
    assert status != 0
    assert "for a reason" in err
    found = json.loads(run("rivals", configured, "K01", "--keep", "1", "--why", "kan ses i tre", "--json")[1])
    assert [(each["fate"], each["reason"]) for each in found["rivals"]] == [("kept", "kan ses i tre")]
    assert run("rivals", configured, "K01", "--says", "K01")[0] != 0
    assert run("rivals", configured, "K01", "--remove", "1")[0] == 0
    assert json.loads(run("rivals", configured, "K01", "--json")[1])["rivals"] == []


def test_strength_is_judged_in_words_for_a_reason_and_once_by_each(run: Run, configured: Path) -> None:
    assert run("strength", configured, "K01", "--judge", "svag")[0] != 0
    for words in ("svag", "stærk"):
        assert run("strength", configured, "K01", "--judge", words, "--why", "tre sager")[0] == 0
    found = json.loads(run("strength", configured, "K01", "--json")[1])
    assert [(each["words"], each["reason"]) for each in found["judgements"]] == [("stærk", "tre sager")]
    assert "0 passages · 0 of 1 interview" in run("strength", configured, "K01")[1]
