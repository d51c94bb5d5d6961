"""The box of the overall theory that a code says is its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.exchange.codebooks import check_codebook, read_codebook, write_codebook

BOOK = """\
rcoder: codebook 1
id: lille
version: "1"
title: {da: Lille, en: Small}
codes:
  - id: R1
    kind: resource
    label: {da: Kontakt, en: Contact}
    node: K1
  - id: B1
    kind: context
    sign: "-"
    label: {da: Skift, en: Change}
    node: none
    note: "No node: the opposite of K1."
theories:
  - id: overall
    title: {da: Alt, en: All}
    nodes:
      - {id: K1, column: core, label: {da: a, en: b}, codes: [R1]}
      - {id: K2, column: core, label: {da: a, en: b}}
"""

Write = Callable[[str, str], Path]


def found(written: Write, text: str) -> list[str]:
    return [f"{each.line}: {each.sentence}" for each in check_codebook(written("kodebog.yaml", text))]


def test_a_code_may_name_its_node_or_none(written: Write) -> None:
    assert found(written, BOOK) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("node: K1", "node: none", '9: The node "K1" has "R1" among its codes; it is not in none.'),
        ("node: K1", "node: K2", '9: The node "K2" does not have "R1" among its codes.'),
        ("node: none", "node: K2", '14: The node "K2" does not have "B1" among its codes.'),
        ("node: K1", "node: K7", '9: There is no node of the overall theory "K7"'),
        ("node: none", "node: Nóne", '14: There is no node of the overall theory "Nóne".'),
        ("id: overall", "id: hele", '9: There is no node of the overall theory "K1".'),
    ],
)
def test_a_code_that_names_another_node_than_its_own_is_a_fault(
    written: Write, old: str, new: str, expected: str
) -> None:
    sentences = found(written, BOOK.replace(old, new, 1))
    assert any(each.startswith(expected) for each in sentences), sentences


def test_a_condition_names_no_node(written: Write) -> None:
    text = BOOK.replace(
        "codes:\n  - id: R1",
        "hypotheses: [{id: H1, label: {da: a, en: b}}]\n"
        "conditions: [{id: SC1, hypothesis: H1, label: {da: a, en: b}, node: K1}]\ncodes:\n  - id: R1",
        1,
    )
    assert any('"node" is no key of a support condition' in each for each in found(written, text))


def test_a_written_codebook_says_the_node_of_every_code(written: Write) -> None:
    text = write_codebook(
        read_codebook(written("a.yaml", BOOK.replace("    node: K1\n", "").replace("    node: none\n", "")))
    )
    assert text.count("\n    node: K1\n") == 1
    assert text.count("\n    node: none\n") == 1
    assert found(written, text) == []


def test_without_an_overall_theory_no_node_is_written(written: Write) -> None:
    text = BOOK[: BOOK.index("theories:")].replace("    node: K1\n", "").replace("    node: none\n", "")
    assert "\n    node:" not in write_codebook(read_codebook(written("a.yaml", text)))
