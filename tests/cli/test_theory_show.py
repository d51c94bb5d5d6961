"""The change theory on the command line: drawn in characters, said in sentences, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import attach
from rcoder.domain.actions.configuring import begin
from rcoder.domain.configuration import Configuration, Element, Evidence, Link, Place
from rcoder.domain.words import Claim, Kind, Stance
from rcoder.project import open_project

Run = Callable[..., tuple[int, str, str]]
LINK = "K1 Klar rollefordeling → fremmer → M1 Tryghed (kladde)"


@pytest.fixture
def built(project: Path) -> Path:
    """K01 from K1 to M1 with a passage that contradicts its link."""
    with open_project(str(project)) as opened:
        own = Configuration(
            "k1", "K01", opened.coder_id, "Fast \x1b[31m kontakt", hypotheses=(opened.code("H1").id,)
        )
        codes = [opened.code("H1.R1"), opened.code("H1.M1")]
        elements = [Element(f"e{n}", code.label.da, code.id) for n, code in enumerate(codes)]
        kinds = (Kind.RESOURCE, Kind.REASONING)
        places = [
            Place(f"p{n}", "k1", each.id, kind, n)
            for n, (each, kind) in enumerate(zip(elements, kinds, strict=True))
        ]
        opened.do(begin(own, elements, places, [], [Link("l1", "k1", "e0", "e1")]))
        transcript = opened.transcript("interview.txt")
        evidence = Evidence(
            "v1", Claim.LINK, "l1", transcript.id, 70, 95, Stance.CONTRADICTS, opened.coder_id
        )
        opened.do(attach(evidence, "K01", transcript))
    return project


def test_the_drawing_has_columns_boxes_arrows_and_of_how_many_cases(run: Run, built: Path) -> None:
    code, out, _ = run("theory", "show", built)
    assert code == 0
    assert "N = 0 sager kodet til ende" in out
    for words in ("Kerneelementer", "Mekanismer", "┌─ K1 ──", "●0○1▶", "◇", "Kontekst"):
        assert words in out
    assert "\x1b" not in out


def test_every_arrow_is_a_sentence_for_scripts_and_screen_readers(run: Run, built: Path) -> None:
    out = run("theory", "show", built, "--plain")[1].splitlines()
    assert out[0] == "Samlet"
    assert (
        f"{LINK}: ● 0 passager, 0 af 0 sager kodet til ende; ○ 1 passage, 0 af 0, +1 sag ikke kodet til ende"
        in out
    )
    assert "M1 Tryghed → fremmer → S1 Samarbejde (ikke belagt): ingen passager endnu" in out
    english = run("theory", "show", built, "--plain", "--language", "en")[1]
    assert "K1 Klar rollefordeling → promotes → M1 Tryghed (draft): ● 0 passages" in english


def test_one_box_is_drawn_and_said_with_what_it_is_tied_to(run: Run, built: Path) -> None:
    out = run("theory", "show", built, "--around", "m1", "--width", "80")[1]
    assert "╔═ M1" in out
    assert "Fører hertil (2)" in out
    assert max(map(len, out.splitlines()[2:])) <= 80
    said = run("theory", "show", built, "--around", "M1", "--plain")[1].splitlines()
    assert len(said) == 3 + 1 + 3
    code, _, error = run("theory", "show", built, "--around", "Q9")
    assert code
    assert "no box called Q9" in error


def test_the_answer_as_json_has_counts_with_what_they_are_of(run: Run, built: Path) -> None:
    found = json.loads(run("theory", "show", built, "--json")[1])
    assert found["cases"] == {"coded": 0, "not_yet_coded": 1, "no_interview": 0}
    link = next(each for each in found["arrows"] if each["source"] == "K1 Klar rollefordeling")
    assert (link["effect"], link["state"], link["configurations"]) == ("promotes", "draft", ["K01"])
    assert link["counts"]["contradicts"]["passages"] == 1
    assert link["words"].startswith(LINK)
    near = json.loads(run("theory", "show", built, "--json", "--around", "K1")[1])
    assert [each["key"] for each in near["boxes"]] == ["K1", "M1"]


def test_a_filter_and_a_version_are_always_said(run: Run, built: Path) -> None:
    out = run("theory", "show", built, "--status", "draft", "--language", "en")[1]
    assert "Only arrows that are draft" in out
    assert "S1" not in out
    initial = json.loads(run("theory", "show", built, "--version", "0", "--hypothesis", "h1", "--json")[1])
    assert initial["narrowed"]
    assert all(each["state"] == "initial" for each in initial["arrows"])
    assert run("theory", "show", built, "--status", "nonsense")[0]
    assert run("theory", "show", built, "--hypothesis", "H9")[0]


def test_a_study_without_a_codebook_says_so(run: Run, tmp_path: Path) -> None:
    bare = tmp_path / "bare.rcoder"
    assert run("new", bare, "--codebook", "none", "--title", "Uden")[0] == 0
    code, out, _ = run("theory", "show", bare)
    assert (code, "no codebook" in out) == (0, True)
