"""Finding codes by a few letters."""

from __future__ import annotations

import pytest

from rcoder.domain.codebook import Code
from rcoder.domain.words import Bilingual
from rcoder.ui.matching import candidate, plain, rank

CODES = [
    Code("1", "b", "H1.M1", label=Bilingual("Tryghed", "Safety"), aliases=("ro på",)),
    Code("2", "b", "H1.R1", label=Bilingual("Aftalt kontaktperson", "Agreed contact person")),
    Code("3", "b", "H3.M2", label=Bilingual("Ærlighed over for chefen", "Honesty")),
    Code("4", "b", "SC1.1", label=Bilingual("Gårdens størrelse", "Size"), aliases=("tryg gård",)),
    Code("5", "b", "H1", label=Bilingual("Klare roller", "Clear roles")),
]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("h1m1", "1"), ("H1.M1", "1"), ("tryg", "1"), ("safety", "1"), ("ro på", "1"), ("tyrghed", "1"),
        ("kontakt", "2"), ("kontkat", "2"), ("agreed", "2"), ("ærlig", "3"), ("aerlig", "3"), ("ÆRLIG", "3"),
        ("gaard", "4"), ("storrelse", "4"), ("størrelse", "4"), ("sc1", "4"), ("h1", "5"), ("klare", "5"),
    ],
)  # fmt: skip
def test_a_code_is_found_by_key_label_and_alias_with_slips_forgiven(typed: str, first: str) -> None:
    assert rank(typed, [candidate(code) for code in CODES])[0] == first


def test_nothing_typed_leaves_the_order_alone() -> None:
    assert rank("  ", [candidate(code) for code in CODES]) == ["1", "2", "3", "4", "5"]


def test_letters_that_fit_nothing_find_nothing() -> None:
    assert rank("qqqqzz", [candidate(code) for code in CODES]) == []


def test_danish_letters_and_their_spellings_are_one() -> None:
    assert plain("Sjælør Ågård") == plain("sjaeloer aagaard")
