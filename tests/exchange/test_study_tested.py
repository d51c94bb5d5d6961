"""The blocks of a study file on testing and review: what they say, and every fault in its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tested_study import TESTED, place

from rcoder.domain.words import (
    Answered,
    ConditionState,
    Directness,
    Fate,
    Followed,
    Kin,
    Material,
    Stance,
    Status,
)
from rcoder.exchange.studies import check_study, read_study

Write = Callable[[str, str], Path]


def test_what_a_file_says_of_testing_is_read(written: Write) -> None:
    study = read_study(written("study.yaml", TESTED))
    tested, (first, second, third) = study.tested, study.configurations
    (rival,), (strength,), (exhibit,) = tested.rivals, tested.strengths, tested.exhibits
    assert (rival.configuration, rival.fate, rival.other, len(rival.evidence)) == ("K01", Fate.KEPT, "K02", 1)
    assert (strength.configuration, strength.words, strength.coder) == (
        "K01",
        "ret godt belagt",
        "Kirsten Bak",
    )
    assert (exhibit.material, exhibit.value, exhibit.base) == (
        Material.SURVEY,
        "68 %",
        "112 af 164 borgere",
    )
    assert [(each.on, each.stance, each.memo) for each in exhibit.bears] == [
        ("K01", Stance.SUPPORTS, ""),
        ("K03.m1", Stance.REFINES, "kun nogle"),
    ]
    assert (first.reviewer, first.conditions, first.later, third.later) == (
        "Kirsten Bak",
        ("SC1.1",),
        False,
        True,
    )
    assert (third.members, third.elements[0].stands_for) == (("K01", "K02"), ("K01.r1", "K02.r1"))
    assert (first.elements[1].directness, first.elements[1].evidence[0].stance) == (
        Directness.INFERRED,
        Stance.NEW,
    )
    assert second.elements[1].share == ("K01", "o1")


def test_what_a_file_says_of_cases_and_of_review_is_read(written: Write) -> None:
    tested = read_study(written("study.yaml", TESTED)).tested
    whole, told = tested.states
    assert (whole.state, whole.followed, whole.role) == (ConditionState.MET, Followed.FOLLOWED, "")
    assert (told.state, told.followed, told.role) == (ConditionState.UNCLEAR, None, "borger")
    assert (tested.summaries[0].at, tested.turning_points[0].sign) == ("2024-06-03", "+")
    assert tested.kinships[0].kin is Kin.CONTRADICTS
    comment, reply, _ = tested.comments
    assert (comment.on, comment.passage, comment.resolved_by, comment.at) == (
        "K01.l1",
        2,
        "Anne Holm",
        "2024-06-04",
    )
    assert (reply.on, reply.reply_to) == ("", "d1")
    assert [(each.of, each.about, each.answered) for each in tested.answers] == [
        ("K01", "", Answered.DONE),
        ("K01", "o1", Answered.NOT_APPLICABLE),
        ("", "H1.M1", Answered.DONE),
    ]
    assert [each.save for each in tested.course if each.save] == ["første runde", "anden runde"]
    assert [each.status for each in tested.course if each.status] == [Status.SUPERSEDED]
    assert len(tested.every_passage) == 6
    assert tested.tray[0].memo == "hvor hører det til?"


def test_a_file_with_every_block_has_no_fault(written: Write) -> None:
    assert check_study(written("study.yaml", TESTED)) == ()


FAULTS: list[tuple[str, str, str, str]] = [
    # what stands there, what stands instead, where the fault is named, what it says
    ("other: K02,", "other: K9,", "K9", 'There is no configuration "K9"'),
    ("other: K02,", "other: K01,", "K01, evidence", "no rival of itself"),
    (', reason: "det kan passe"', "", "{id: v1", 'says why in "reason"'),
    ('{coder: Kirsten Bak, words: "ret', '{coder: Kirsten, words: "ret', "Kirsten, words", "There is no coder"),
    ('      - {coder: Kirsten Bak, words: "ret godt belagt", reason: "to roller"}\n', '      - {coder: Kirsten Bak, words: "ja", reason: "a"}\n      - {coder: Kirsten Bak, words: "nej", reason: "b"}\n', '{coder: Kirsten Bak, words: "nej"', "stands twice"),
    ("reviewer: Kirsten Bak", "reviewer: Kirsten B", "Kirsten B\n", "There is no coder"),
    ('    base: "112 af 164 borgere"\n', "", "id: x1", 'give "base"'),
    ('    value: "68 %"\n    base: "112 af 164 borgere"\n', "", "id: x1", "says nothing yet"),
    ("{on: K01, stance: supports}", "{on: K01.x, stance: supports}", "K01.x", "There is no configuration, element or link"),
    ("{on: K03.m1, stance", "{on: K01, stance", "{on: K01, stance: refines", "stands twice"),
    ("{of: K02, kin: contradicts", "{of: K03, kin: contradicts", "K03, coder: Anne", "neither nested in itself"),
    ("kin: contradicts", "kin: opposes", "opposes", "opposes"),
    ("state: unclear", "state: perhaps", "perhaps", "perhaps"),
    ("role: borger, coder", "coder", "{condition: SC1.1, case: Sag 01, coder: Anne Holm, state: unclear", "stands twice"),
    ("at: 2024-06-03", "at: 2024-6-3", "2024-6-3", "no day"),
    ("at: 2024-06-03", "at: 2024-02-30", "2024-02-30", "no day"),
    ("passage: 2,", "passage: 3,", "3, coder: Kirsten", "has 2 passages"),
    ("{id: d1, on: K01.l1, passage: 2,", "{id: d1, on: K01.l2, passage: 2,", "2, coder: Kirsten", "has no passages"),
    ("on: K01.l1, passage: 2,", "on: K01.l9,", "K01.l9", "There is no configuration, element or link"),
    ("{id: d2, reply-to: d1,", "{id: d2,", "{id: d2", 'on" or "reply-to'),
    ("{id: d2, reply-to: d1,", "{id: d2, on: K01, reply-to: d1,", "{id: d2", 'on" or "reply-to'),
    ("{id: d2, reply-to: d1,", "{id: d2, reply-to: d9,", "d9", "There is no comment"),
    ("{id: d2, reply-to: d1,", "{id: d2, reply-to: d1, passage: 1,", "1, coder: Anne Holm, text", "what the first comment is about"),
    ('coder: Anne Holm, text: "ja"}', 'coder: Anne Holm, text: "ja", resolved-by: Anne Holm}', "Anne Holm}\n  - {id: d3", "resolved at its first comment"),
    ("{id: d3,", "{id: d1,", "d1, on: K03", "stands twice"),
    ("prompt: counter_evidence", "prompt: counterevidence", "counterevidence", "There is no prompt"),
    ("{prompt: counter_evidence, of: K01,", "{prompt: counter_evidence,", "{prompt: counter_evidence", "asked of a configuration"),
    ("{prompt: counter_evidence, of: K01,", "{prompt: counter_evidence, of: K01, about: m1,", "m1, coder", "about nothing in particular"),
    ("of: K01, about: o1,", "of: K01,", "{prompt: no_passage", "about one element"),
    ("of: K01, about: o1,", "of: K01, about: o7,", "o7", "There is no element"),
    ("{prompt: orphan_code, about", "{prompt: orphan_code, of: K01, about", "K01, about: H1.M1", "of the whole set"),
    ("{prompt: orphan_code, about: H1.M1", "{prompt: no_passage, of: K01, about: o1", "{prompt: no_passage, of: K01, about: o1, coder: Anne Holm, answered: done", "stands twice"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "where", "says"), FAULTS)
def test_each_fault_is_named_where_it_stands(
    written: Write, before: str, after: str, where: str, says: str
) -> None:
    assert TESTED.count(before) == 1
    text = TESTED.replace(before, after)
    (found,) = check_study(written("study.yaml", text))
    assert says in found.sentence
    assert f"{found.line}:{found.column}" == place(text, where)
