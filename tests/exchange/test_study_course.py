"""The course of a study file, and its consolidated configurations: every fault in its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tested_study import TESTED, place

from rcoder.exchange.studies import check_study

Write = Callable[[str, str], Path]

BEGIN = '  - {coder: Anne Holm, of: K03, begin: "yes", why: "de ligner hinanden"}\n'

STEPS: list[tuple[str, str, str, str]] = [
    ('save: "første runde", ', "", '{coder: Anne Holm, why: "alt er læst"', "A step does one thing"),
    ('save: "første runde", ', 'save: "første runde", untie: "yes", ', '{coder: Anne Holm, save: "første', "A step does one thing"),
    ('save: "første runde", ', 'save: "første runde", of: K01, ', '{coder: Anne Holm, save: "første', "do not go together"),
    ("of: K01.l2, untie", "untie", "{coder: Anne Holm, untie", "of which configuration"),
    ('save: "første runde"', 'save: "anden runde"', '"anden runde", why: "efter', "has that name already"),
    ('why: "alt er læst", ', "", '{coder: Anne Holm, save: "første', 'why in "why"'),
    ('untie: "yes"', 'untie: "no"', '"no", why: "ikke', "is left out"),
    ("of: K01.l2, untie", "of: K01.m1, untie", "K01.m1, untie", "Only a link"),
    ("of: K01.l2, untie", "of: K01, untie", "K01, untie", "Only a link"),
    ("of: K01.m1, wording", "of: K01.l1, wording", "K01.l1, wording", "Only an element"),
    ("of: K03, because", "of: K03.m1, because", "K03.m1, because", "of a whole configuration"),
    ("of: K02, status", "of: K02.r1, status", "K02.r1, status", "of a whole configuration"),
    ("by: K03, ", "", "{coder: Kirsten Bak, of: K02", 'says in "by"'),
    ("status: superseded, by", "status: rejected, by", "{coder: Kirsten Bak, of: K02", 'says in "by"'),
    ("by: K03, ", "by: K04, ", "K04", "There is no configuration"),
    ("of: K01.l2, untie", "of: K01.l5, untie", "K01.l5", "There is no configuration, element or link"),
    (BEGIN, BEGIN + BEGIN.replace("ligner", "er"), 'K03, begin: "yes", why: "de er', "begun already"),
    (BEGIN, BEGIN + BEGIN.replace("K03", "K02"), "{coder: Anne Holm, of: K02, begin", "stands from the first"),
    ("at: 2024-06-06", "at: i går", "i går", "no day"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "where", "says"), STEPS)
def test_each_fault_of_a_step_is_named_where_it_stands(
    written: Write, before: str, after: str, where: str, says: str
) -> None:
    assert TESTED.count(before) == 1
    text = TESTED.replace(before, after)
    (found,) = check_study(written("study.yaml", text))
    assert says in found.sentence
    assert f"{found.line}:{found.column}" == place(text, where)


MEMBERS: list[tuple[str, str, str, str]] = [
    ("members: [K01, K02]", "members: [K01, K02, K7]", "K7", "There is no configuration"),
    ("members: [K01, K02]", "members: [K01, K02, K03]", "K03]", "no member of itself"),
    ("stands-for: [K01.m1]", "stands-for: [K01.m1, K01.m8]", "K01.m8", "no element of a member"),
    ("stands-for: [K01.m1]", "stands-for: [K01.m1, K02.r1]", "K02.r1]}\n      - {id: o1", "stands for it already"),
    ("stands-for: [K01.o1]", "stands-for: [K01.o1, K02.o1]", "K02.o1]", "stands for it already"),
    (", stands-for: [K01.m1]", "", "id: K03", "stands for K01.m1"),
    ('level: consolidated\n    later: "yes"', 'level: case\n    case: Sag 01\n    later: "yes"', "id: K03", "consolidated or middle range"),
    ("wording: ro}\n    links:\n      - id: l1", 'wording: ro, sign: "-"}\n    links:\n      - id: l1', "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "where", "says"), MEMBERS)
def test_what_a_consolidated_configuration_stands_for_is_looked_at(
    written: Write, before: str, after: str, where: str, says: str
) -> None:
    assert TESTED.count(before) == 1
    text = TESTED.replace(before, after)
    found = check_study(written("study.yaml", text))
    if not says:
        assert found == ()
        return
    (one,) = [each for each in found if says in each.sentence]
    assert f"{one.line}:{one.column}" == place(text, where)


def test_one_member_alone_is_none(written: Write) -> None:
    text = TESTED.replace("members: [K01, K02]", "members: [K01]").replace("[K01.r1, K02.r1]", "[K01.r1]")
    (found,) = check_study(written("study.yaml", text))
    assert "Two configurations at least" in found.sentence


def test_a_configuration_is_in_one_consolidated_configuration(written: Write) -> None:
    begin, end = TESTED.index("  - id: K03\n"), TESTED.index("exhibits:\n")
    other = TESTED[begin:end].replace("id: K03", "id: K04").replace('    later: "yes"\n', "")
    found = check_study(written("study.yaml", TESTED[:end] + other + TESTED[end:]))
    assert [each.sentence for each in found] == [
        '"K01" is consolidated in "K03" already.',
        '"K02" is consolidated in "K03" already.',
    ]


def test_opposite_outcomes_are_never_made_one(written: Write) -> None:
    text = TESTED.replace(
        "{share: K01.o1, id: o1, kind: outcome}", '{id: o1, kind: outcome, wording: uro, sign: "-"}'
    )
    text = text.replace("stands-for: [K01.o1]", "stands-for: [K01.o1, K02.o1]")
    (found,) = check_study(written("study.yaml", text))
    assert "a positive and a negative outcome" in found.sentence


def test_what_comes_later_is_begun_by_a_step(written: Write) -> None:
    text = TESTED.replace(BEGIN, "")
    found = [each.sentence for each in check_study(written("study.yaml", text))]
    assert [each for each in found if "no step" in each] == [
        '"K03" comes later, and no step of the "course" begins it.'
    ]
    assert any("is not begun yet" in each for each in found)


def test_nothing_is_done_to_a_configuration_before_it_is_begun(written: Write) -> None:
    because = '  - {coder: Anne Holm, of: K03, because: "noget", why: "det manglede"}\n'
    assert BEGIN + because in TESTED
    text = TESTED.replace(BEGIN + because, because + BEGIN)
    (found,) = check_study(written("study.yaml", text))
    assert found.sentence == '"K03" is not begun yet.'
    assert f"{found.line}:{found.column}" == place(text, "K03, because")


def test_an_element_is_shared_from_what_stands_by_then(written: Write) -> None:
    text = TESTED.replace("{share: K01.o1, id: o1", "{share: K03.o1, id: o1").replace("[K01.o1]", "[K01.o1]")
    found = [each.sentence for each in check_study(written("study.yaml", text))]
    assert '"K03" is not begun yet when "K02" is.' in found
