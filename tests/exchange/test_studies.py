from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.errors import BadCodebook, Finding
from rcoder.domain.transcript import Span, Turn
from rcoder.domain.words import (
    Activation,
    Bilingual,
    Effect,
    Horizon,
    Kind,
    Level,
    Polarity,
    Scope,
    Stance,
    Status,
)
from rcoder.exchange.codebooks import read_codebook
from rcoder.exchange.interviews.reading import read_interview
from rcoder.exchange.manifests import read_manifest
from rcoder.exchange.shipped import sample_folder, shipped_codebook
from rcoder.exchange.studies import check_study, locate, read_study
from rcoder.exchange.study_references import check_codes, check_quotes

GOOD = """\
rcoder: study 1
title: {da: Prøve, en: Sample}
codebook: lille
manifest: manifest.csv
coders:
  - {name: Anne Holm, released: "yes"}
  - {name: Jonas Krogh}
finished:
  - {transcript: a.txt, coder: Anne Holm}
codings:
  - id: a001
    transcript: a.txt
    coder: Anne Holm
    quote: "jeg var tryg"
    code: H1.M1
  - id: a002
    transcript: b.txt
    coder: Jonas Krogh
    quote: "no"
    occurrence: 2
    code: SC1.1
    kind: reasoning
    polarity: absent
    counterfactual: "yes"
    scope: general
    case: Sag 02
configurations:
  - id: K01
    title: Første
    hypotheses: [H1]
    coder: Anne Holm
    level: case
    case: Sag 01
    core: K1
    status: accepted
    elements:
      - {id: c1, kind: context, wording: opstart}
      - {id: r1, kind: resource, wording: kontakt, code: H1.R1, codings: [a001, a002]}
      - {share: K02.o1, id: m1, kind: reasoning}
    links:
      - id: l1
        from: r1
        to: m1
        effect: promotes
        evidence:
          - {transcript: a.txt, coder: Anne Holm, quote: tryg, stance: supports, scope: this_case}
      - {id: l2, from: c1, to: l1, effect: conditions}
    evidence:
      - {transcript: b.txt, coder: Jonas Krogh, quote: nej, stance: contradicts, memo: imod}
  - id: K02
    title: Anden
    coder: Jonas Krogh
    level: consolidated
    elements:
      - {id: o1, kind: outcome, wording: deltager, sign: "-", horizon: short, activation: strong}
"""

Write = Callable[[str, str], Path]


def found(written: Write, text: str) -> list[str]:
    """The findings of a study, each as line:column: sentence."""
    return [
        f"{each.line}:{each.column}: {each.sentence}" for each in check_study(written("study.yaml", text))
    ]


def test_a_good_study_is_read_as_it_says(written: Write) -> None:
    study = read_study(written("study.yaml", GOOD))
    assert study.title == Bilingual("Prøve", "Sample")
    assert [(each.name, each.released) for each in study.coders] == [
        ("Anne Holm", True),
        ("Jonas Krogh", False),
    ]
    first, second = study.codings
    assert (first.occurrence, first.kind, first.scope, first.polarity) == (1, None, None, Polarity.PRESENT)
    assert (second.quote, second.occurrence, second.counterfactual, second.case) == ("no", 2, True, "Sag 02")
    assert (second.kind, second.scope, second.polarity) == (Kind.REASONING, Scope.GENERAL, Polarity.ABSENT)


def test_configurations_keep_elements_links_and_evidence_in_order(written: Write) -> None:
    first, second = read_study(written("study.yaml", GOOD)).configurations
    assert (first.level, first.status, first.core, second.level, second.status) == (
        Level.CASE, Status.ACCEPTED, "K1", Level.CONSOLIDATED, Status.DRAFT,
    )  # fmt: skip
    assert [(each.id, each.kind, each.share) for each in first.elements] == [
        ("c1", Kind.CONTEXT, None),
        ("r1", Kind.RESOURCE, None),
        ("m1", Kind.REASONING, ("K02", "o1")),
    ]
    assert first.elements[1].codings == ("a001", "a002")
    assert [(each.source, each.target, each.effect) for each in first.links] == [
        ("r1", "m1", Effect.PROMOTES),
        ("c1", "l1", Effect.CONDITIONS),
    ]
    assert [each.stance for each in (*first.links[0].evidence, *first.evidence)] == [
        Stance.SUPPORTS,
        Stance.CONTRADICTS,
    ]
    (outcome,) = second.elements
    assert (outcome.sign, outcome.horizon, outcome.activation) == ("-", Horizon.SHORT, Activation.STRONG)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("id: a002", "id: a001", '16:9: The id "a001" stands twice'),
        ("occurrence: 2", "occurrence: 0", '20:17: "0" is no occurrence: it is a whole number from 1.'),
        ("occurrence: 2", "occurrence: to", '"to" is no occurrence'),
        ("coder: Jonas Krogh", "coder: Jonas Kroh", '18:12: There is no coder "Jonas Kroh"; did you mean "Jonas Krogh"?'),
        ("{name: Jonas Krogh}", "{name: Anne Holm}", '7:12: The coder "Anne Holm" stands twice'),
        ("transcript: a.txt, coder: Anne Holm}\ncod", "transcript: a.txt, coder: Anna}\ncod", '9:32: There is no coder "Anna"'),
        ("[a001, a002]", "[a001, a003]", '38:81: There is no coding "a003"'),
        ("K02.o1", "K02.o2", '39:17: There is no element "K02.o2"; did you mean "K02.o1"?'),
        ("K02.o1", "o1", '39:17: "o1" names no element'),
        ("K02.o1", "K01.r1", '39:17: "K01.r1" stands in this configuration already'),
        ("K02.o1", "K01.m1", '39:17: "K01.m1" is shared from elsewhere itself'),
        ("id: m1, kind: reasoning", "id: r1, kind: reasoning", 'The id "r1" stands twice'),
        ("id: l2", "id: r1", 'The id "r1" stands twice'),
        ("id: K02", "id: K01", 'The id "K01" stands twice'),
        ("to: m1", "to: m2", '43:13: There is no element of this configuration "m2"'),
        ("to: m1", "to: l2", '43:13: "l2" is a link; only a link with the effect "conditions" leads to a link.'),
        ("to: m1", "to: r1", '43:13: A link from "r1" to itself.'),
        ("from: r1", "from: l2", '42:15: "l2" is a link; a link begins at an element.'),
        ("from: c1", "from: r1", '47:24: "r1" is no context; only a context conditions a link.'),
        ("to: l1", "to: m1", '47:32: "m1" is an element; a link with the effect "conditions" leads to a link.'),
        ("to: l1", "to: l2", '47:32: The link "l2" conditions itself.'),
        ("to: l1", "to: l9", '47:32: There is no link of this configuration "l9"'),
        ("    case: Sag 01\n", "", '28:5: A configuration of the level "case" needs "case".'),
        ("wording: opstart", "wording: opstart, horizon: short", "Only an outcome has a horizon."),
        ("wording: opstart", "wording: opstart, activation: weak", "Only a reasoning has an activation."),
        ("id: m1, kind: reasoning", "id: m1, kind: context", "Only a reasoning has an activation."),
        ("id: m1, kind: reasoning", "id: m1, kind: reasoning, wording: x", '"wording" is no key of a shared element'),
        ("status: accepted", "status: superseded", "it is draft, submitted, returned, accepted, settled or rejected"),
        ("stance: supports", "stance: støtter", 'did you mean "supports"?'),
        ('counterfactual: "yes"', "counterfactual: true", '"true" is no counterfactual: it is yes or no.'),
        ('quote: "jeg var tryg"', 'quote: ""', '14:12: "quote" is empty.'),
        ("rcoder: study 1", "rcoder: codebook 1", '1:9: This line must read "rcoder: study 1".'),
        ("manifest: manifest.csv\n", "", '1:1: A study needs "manifest".'),
        ("id: K02", "id: K.02", "is no id"),
    ],
)  # fmt: skip
def test_a_fault_is_found_in_its_place(written: Write, old: str, new: str, expected: str) -> None:
    assert old in GOOD
    findings = found(written, GOOD.replace(old, new, 1))
    assert any(expected in each for each in findings), findings


def test_a_link_that_stands_twice_is_found(written: Write) -> None:
    text = GOOD.replace(
        "    links:\n", "    links:\n      - {id: l0, from: r1, to: m1, effect: promotes}\n", 1
    )
    assert [each.split(": ", 1)[1] for each in found(written, text)] == [
        'The link from "r1" to "m1" stands twice; it is in line 41 already.'
    ]


def test_every_fault_is_found_at_once(written: Write) -> None:
    text = (
        GOOD.replace("K02.o1", "K09.o1")
        .replace("a002]", "a009]")
        .replace("polarity: absent", "polarity: gone")
    )
    with pytest.raises(BadCodebook) as caught:
        read_study(written("study.yaml", text))
    assert [each.line for each in caught.value.findings] == [23, 38, 39, 55]


def test_a_quote_is_found_by_its_occurrence() -> None:
    text = "ja og ja og ja"
    assert [locate(text, "ja", each) for each in (1, 2, 3, 4)] == [Span(0, 2), Span(6, 8), Span(12, 14), None]


def test_a_quote_across_two_turns_does_not_count() -> None:
    text = "A: ja\nB: ja\nA: ja B"
    turns = (Turn(3, 5), Turn(9, 11), Turn(15, 19))
    assert locate(text, "ja\nB", 1, turns) is None
    assert locate(text, "ja", 2, turns) == Span(9, 11)
    assert locate(text, "A: ja", 1, turns) is None
    assert locate(text, "ja B", 1, turns) == Span(15, 19)


def test_an_empty_quote_stands_nowhere() -> None:
    assert locate("ja", "") is None


@given(st.text("abæ ", max_size=30), st.integers(0, 30), st.integers(1, 5))
def test_what_is_located_is_the_quote(text: str, start: int, length: int) -> None:
    quote = text[start : start + length]
    span = locate(text, quote)
    assert (span is None) == (not quote)
    assert span is None or (span.of(text) == quote and span.start <= start)


def test_quotes_that_do_not_stand_in_their_transcript_are_named(written: Write) -> None:
    study = read_study(written("study.yaml", GOOD))
    texts = {"a.txt": ("Ja, jeg var tryg.", (Turn(0, 17),)), "b.txt": ("no nej", ())}
    assert check_quotes(study, texts) == (
        Finding(16, 5, 'There is no occurrence 2 of "no" within one turn of b.txt.'),
    )
    assert "There is no transcript" in check_quotes(study, {"a.txt": texts["a.txt"]})[0].sentence


def test_codes_that_are_not_in_the_codebook_are_named(written: Write) -> None:
    study = read_study(written("study.yaml", GOOD))
    contents = read_codebook(shipped_codebook("jobfirst"))
    assert [each.sentence for each in check_codes(study, contents)] == [
        'The study is coded with "lille", not with "jobfirst".'
    ]
    text = GOOD.replace("H1.R1", "H9.R1").replace("[H1]", "[H9]").replace("core: K1", "core: M1")
    wrong = check_codes(read_study(written("wrong.yaml", text)), contents)
    assert [each.line for each in wrong] == [1, 28, 28, 38]


def test_the_sample_study_has_no_findings() -> None:
    path = sample_folder() / "study.yaml"
    assert check_study(path) == ()
    study = read_study(path)
    assert check_codes(study, read_codebook(shipped_codebook(study.codebook))) == ()
    assert len(study.codings) >= 250
    assert len({each.coder for each in study.codings}) == 2
    assert len(study.configurations) >= 15
    assert len(study.memos) >= 10
    assert study.groups
    assert len(study.corrections) == 1
    assert {key for each in study.configurations for key in each.hypotheses} == {
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
    }


def test_every_quote_of_the_sample_stands_once_in_one_turn_of_its_transcript() -> None:
    folder = sample_folder()
    texts: dict[str, tuple[str, tuple[Turn, ...]]] = {}
    for line in read_manifest(folder / "manifest.csv"):
        interview = read_interview(folder / line.file, interviewer=line.interviewer or None)
        texts[line.file] = (interview.text, tuple(Turn(turn.start, turn.end) for turn in interview.turns))
    study = read_study(folder / "study.yaml")
    assert check_quotes(study, texts) == ()
    for coding in study.codings:
        text, turns = texts[coding.transcript]
        assert coding.occurrence > 1 or locate(text, coding.quote, 2, turns) is None, coding.id
