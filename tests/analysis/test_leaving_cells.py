"""Small cells: what a file shows together of a case, and how many it applies to."""

from __future__ import annotations

import pytest

from rcoder.analysis.leaving.cells import few_of, small_cells
from rcoder.domain.leaving import Facet, Known, KnownCase
from rcoder.domain.outgoing import Broken, Said

YES = Facet("misbrug", "ja", ("yes",), named=True)
YEARS = Facet("ledighed_aar", "6 år", ("6",), named=True, names=("År uden arbejde",))
GROUP = Facet("målgruppe", "aktivitetsparat")


def case(number: int, place: str, *facets: Facet) -> KnownCase:
    return KnownCase(f"c{number}", f"Sag {number:02d}", place, frozenset({"borger", "mentor"}), facets)


KNOWN = Known(
    cases=(
        case(1, "Nordby", YES, YEARS),
        case(2, "Nordby", YES, GROUP),
        case(3, "Nordby", YES, GROUP),
        case(4, "Nordby", GROUP),
        case(5, "Sydby", GROUP),
    ),
    roles={"borger": ("citizen",), "mentor": ("mentor",)},
)


def told(*said: Said, few: int = 3) -> list[tuple[str, str]]:
    return [(each.words, each.note) for each in small_cells(said, KNOWN, few)]


def test_municipality_role_and_attribute_of_few_is_a_small_cell() -> None:
    assert told(Said("row 1", "Sydby, aktivitetsparat, sagde det", "c5", "mentor")) == [
        ("Sydby + mentor + målgruppe: aktivitetsparat", "applies to 1 of 5 cases")
    ]


def test_what_applies_to_enough_is_none() -> None:
    assert told(Said("row 1", "Nordby, aktivitetsparat", "c2", "mentor")) == []
    assert told(Said("row 1", "Nordby, aktivitetsparat", "c2", "mentor"), few=4) == [
        ("Nordby + mentor + målgruppe: aktivitetsparat", "applies to 3 of 5 cases")
    ]


def test_a_case_that_is_named_in_the_words_is_that_case() -> None:
    assert told(Said("row 1", "Sag 05 · Sydby · aktivitetsparat · citizen")) == [
        ("Sydby + borger + målgruppe: aktivitetsparat", "applies to 1 of 5 cases")
    ]


def test_two_attributes_and_a_role_are_enough() -> None:
    said = (Said("head", "misbrug | År uden arbejde | role"), Said("row", "Sag 01 | ja | 6 | borger"))
    assert told(*said) == [("misbrug: ja + borger + ledighed_aar: 6 år", "applies to 1 of 5 cases")]


@pytest.mark.parametrize(
    "words",
    [
        "Sag 01 | ja | 6 | borger",
        "Sag 01 misbrug 6 borger",
        "Sag 05 Sydby borger",
        "Sag 05 Sydby aktivitetsparat",
        "",
    ],
)
def test_less_than_that_or_values_without_their_names_are_none(words: str) -> None:
    assert told(Said("row", words)) == []


def test_roles_that_apply_to_the_same_number_are_one_line() -> None:
    ((words, _),) = told(Said("row", "Sydby aktivitetsparat", "c5", "mentor"), Said("row", "borger", "c5"))
    assert words == "Sydby + borger/mentor + målgruppe: aktivitetsparat"


def test_numbers_under_three_that_are_broken_down_are_small_cells() -> None:
    broken = [Broken(f"column {number}", f"kommune {number}", number, 9) for number in range(5)]
    assert [each.words for each in few_of(broken)] == ["kommune 1", "kommune 2"]
