"""Queries, and where their words stand."""

from __future__ import annotations

import pytest

from rcoder.domain.errors import Misuse
from rcoder.domain.finding import Term, places_in, terms_of


def test_words_phrases_and_beginnings_are_told_apart() -> None:
    assert terms_of('Tillid "ringe til" turd* "jeg tu"*') == (
        Term(("tillid",)),
        Term(("ringe", "til")),
        Term(("turd",), prefix=True),
        Term(("jeg", "tu"), prefix=True),
    )


def test_a_word_with_a_hyphen_is_its_parts_in_a_row() -> None:
    assert terms_of("to-i-én") == (Term(("to", "i", "én")),)


@pytest.mark.parametrize("query", ["", "  ", "*", '""', "…"])
def test_a_query_without_a_word_is_refused(query: str) -> None:
    with pytest.raises(Misuse, match="no word to look for"):
        terms_of(query)


def test_every_place_is_given_once_and_in_order() -> None:
    text = "Jeg turde ringe, så jeg turde."
    found = places_in(text, terms_of('"jeg turde" tur* jeg'))
    assert [span.of(text) for span in found] == ["Jeg turde", "jeg turde"]
