"""Memos, groups and corrections of a study file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.case import Criterion
from rcoder.domain.words import MemoKind, Relation, Subject
from rcoder.exchange.studies import check_study, read_study

GOOD = """\
rcoder: study 1
title: {da: Prøve, en: Sample}
codebook: lille
manifest: manifest.csv
coders:
  - {name: Anne Holm}
codings:
  - {id: a1, transcript: a.txt, coder: Anne Holm, quote: tryg, code: H1.M1}
configurations:
  - id: K01
    title: Første
    coder: Anne Holm
    level: consolidated
    elements:
      - {id: c1, kind: context, wording: opstart}
memos:
  - {id: me1, coder: Anne Holm, kind: reflexive, about: project, title: Mig, text: "Jeg hælder til H1."}
  - {id: me2, coder: Anne Holm, about: coding, of: a1, text: "Se også.", links: [me1, K01]}
groups:
  - id: g1
    name: {da: Lang historie, en: Long history}
    where:
      - {attribute: ledighed_aar, at_least: "5"}
      - {attribute: outcome_group, is: with_hours}
corrections:
  - {transcript: a.txt, with: a-rettet.txt, coder: Anne Holm, why: "Hørt igen."}
"""

Write = Callable[[str, str], Path]


def test_memos_groups_and_corrections_are_read_as_they_say(written: Write) -> None:
    study = read_study(written("study.yaml", GOOD))
    first, second = study.memos
    assert (first.kind, first.about, first.of, first.title) == (
        MemoKind.REFLEXIVE,
        Subject.PROJECT,
        "",
        "Mig",
    )
    assert (second.kind, second.about, second.of, second.links) == (
        MemoKind.ANALYTIC, Subject.CODING, "a1", ("me1", "K01"),
    )  # fmt: skip
    assert study.groups[0].criteria == (
        Criterion("ledighed_aar", Relation.AT_LEAST, "5"),
        Criterion("outcome_group", Relation.IS, "with_hours"),
    )
    (correction,) = study.corrections
    assert (correction.transcript, correction.corrected, correction.why) == (
        "a.txt",
        "a-rettet.txt",
        "Hørt igen.",
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("of: a1", "of: a2", 'There is no coding "a2"'),
        ("about: coding, of: a1, ", "about: coding, ", 'A memo about coding says which in "of".'),
        ("about: project, title", "about: project, of: K01, title", 'A memo about the project has no "of".'),
        ("links: [me1, K01]", "links: [me9]", 'There is no memo, coding, configuration or excerpt "me9"'),
        ("id: me2", "id: me1", 'The id "me1" stands twice'),
        ("kind: reflexive", "kind: vred", '"vred"'),
        ('at_least: "5"', 'at_least: "5", at_most: "7"', "A condition compares once"),
        (', at_least: "5"', "", "A condition compares once"),
        ("a-rettet.txt, coder: Anne Holm", "a-rettet.txt, coder: Anna", 'There is no coder "Anna"'),
    ],
)
def test_a_fault_is_named_where_it_stands(written: Write, old: str, new: str, expected: str) -> None:
    assert GOOD.count(old) == 1
    found = check_study(written("study.yaml", GOOD.replace(old, new)))
    assert any(expected in each.sentence for each in found), found
