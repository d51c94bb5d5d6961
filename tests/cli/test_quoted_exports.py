"""The edited form and the translation of a passage beside its words, in every export."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import attach
from rcoder.domain.actions.configuring import begin
from rcoder.domain.configuration import Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.ids import new_id
from rcoder.domain.transcript import Span
from rcoder.domain.words import Claim, Kind, Stance
from rcoder.project import open_project
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.excerpts import Form, keep_quote

Run = Callable[..., tuple[int, str, str]]
EDITED, TRANSLATED = "så vidste jeg <hvem>", "then I knew & called"


@pytest.fixture
def quoted(project: Path) -> Path:
    """A configuration whose link has evidence that is quoted in part."""
    with open_project(str(project), coder="Tester") as found:
        text = found.text(found.transcript("interview.txt"))
        start = text.index("for så vidste")
        coding, _ = code_passage(found, "interview.txt", Span(start, start + 30), "H1.M1", CodingFlags())
        own = Configuration(new_id(), "K01", found.coder_id)
        elements = [Element(new_id(), "kontakt"), Element(new_id(), "tryg", found.code("H1.M1").id)]
        kinds = (Kind.RESOURCE, Kind.REASONING)
        places = [Place(new_id(), own.id, each.id, kind) for each, kind in zip(elements, kinds, strict=True)]
        link = Link(new_id(), own.id, elements[0].id, elements[1].id)
        found.do(begin(own, elements, places, [Grounding(new_id(), elements[1].id, coding.id)], [link]))
        transcript = found.transcript("interview.txt")
        evidence = Evidence(
            new_id(), Claim.LINK, link.id, transcript.id, start, start + 30, Stance.SUPPORTS, found.coder_id
        )
        found.do(attach(evidence, "K01", transcript))
        keep_quote(found, "interview.txt", Span(start + 4, start + 18), Form(EDITED, TRANSLATED))
    return project


def test_codings_and_configurations_say_how_their_words_are_to_be_printed(run: Run, quoted: Path) -> None:
    (coding,) = json.loads(run("codings", quoted, "--json")[1])
    (configuration,) = json.loads(run("configurations", quoted, "--json")[1])
    (evidence,) = configuration["links"][0]["evidence"]
    for found in (coding, evidence):
        (form,) = found["quotations"]
        assert (form["edited"], form["translation"], form["language"]) == (EDITED, TRANSLATED, "en")
        assert form["text"] in found["text"]
    assert f"    edited: “{EDITED}”  en: “{TRANSLATED}”" in run("codings", quoted)[1]


def test_the_page_of_the_change_theory_has_both_beneath_the_words(
    run: Run, quoted: Path, tmp_path: Path
) -> None:
    file = tmp_path / "teori.html"
    assert run("export", "theory", quoted, "--to", file, "--checked")[0] == 0
    page = file.read_text(encoding="utf-8")
    assert "så vidste jeg &lt;hvem&gt;" in page
    assert "then I knew &amp; called" in page
    assert "<hvem>" not in page


def test_another_coders_hidden_quotation_is_in_no_export(run: Run, quoted: Path, tmp_path: Path) -> None:
    run("release", quoted)
    with open_project(str(quoted), coder="Bo") as project:
        own = project.coding_lines()[0].coding
        keep_quote(project, "interview.txt", own.span, Form("HEMMELIGT"))
    file = tmp_path / "teori.html"
    run("export", "theory", quoted, "--to", file, "--checked")
    said = run("codings", quoted, "--json")[1] + run("configurations", quoted, "--json")[1]
    assert "HEMMELIGT" not in said + run("quotes", quoted)[1] + file.read_text(encoding="utf-8")
    assert EDITED in said
