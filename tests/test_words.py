"""Every term has words in Danish and English; letters come from the same table."""

from __future__ import annotations

import inspect
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain import words
from rcoder.domain.terms import LETTERS, WORDS, letter, say
from rcoder.domain.words import ROLE_GROUPS, Bilingual, Kind, danish_order, role_group

TERMS = [
    each
    for _, each in inspect.getmembers(words, inspect.isclass)
    if issubclass(each, StrEnum) and each is not StrEnum
]


@pytest.mark.parametrize("terms", TERMS)
def test_every_term_has_words_in_danish_and_english(terms: type[StrEnum]) -> None:
    for term in terms:
        assert WORDS[terms][term].da.strip()
        assert WORDS[terms][term].en.strip()


@pytest.mark.parametrize("terms", TERMS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_no_two_terms_of_one_enumeration_are_said_alike(terms: type[StrEnum], language: str) -> None:
    said = [say(term, language) for term in terms]
    assert len(set(said)) == len(said)


def test_the_table_has_words_for_nothing_else() -> None:
    assert set(WORDS) == set(TERMS)
    assert all(set(WORDS[terms]) == set(terms) for terms in TERMS)


def test_a_term_that_two_enumerations_share_is_said_as_its_own() -> None:
    assert say(words.Polarity.WEAK) == say(words.Activation.WEAK) == "weak"
    assert say(words.Basis.INFERRED, "da") == say(words.Directness.INFERRED, "da") == "udledt"
    assert say(words.Claim.CODE, "da") == "kode"


def test_nothing_is_said_for_no_term() -> None:
    assert say(None) == say(None, "da") == ""


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_kind_has_a_letter_of_its_own(language: str) -> None:
    assert set(LETTERS[language]) == set(Kind)
    assert len({letter(kind, language) for kind in Kind}) == len(Kind)


def test_outcome_is_u_in_danish_and_o_in_english() -> None:
    assert letter(Kind.OUTCOME, "da") == "U" == say(Kind.OUTCOME, "da")[0].upper()
    assert letter(Kind.OUTCOME, "en") == "O" == say(Kind.OUTCOME, "en")[0].upper()
    assert letter(None) == "·"


def test_a_text_in_one_language_stands_in_for_the_other() -> None:
    both, danish, english = Bilingual("ja", "yes"), Bilingual("ja"), Bilingual(en="yes")
    assert (both.say("da"), both.say("en"), both.say()) == ("ja", "yes", "ja")
    assert (danish.say("en"), english.say("da"), Bilingual().say()) == ("ja", "yes", "")


def test_roles_fall_in_four_groups_and_others_are_their_own() -> None:
    assert set(ROLE_GROUPS.values()) == {"borger", "fagperson", "virksomhed", "ledelse"}
    assert role_group("Mentor") == role_group("personlig jobformidler") == "fagperson"
    assert role_group("projektleder") == "ledelse"
    assert role_group("pårørende") == "pårørende"
    assert all(role_group(group) == group for group in ROLE_GROUPS.values())


def test_danish_letters_sort_last_and_in_their_order() -> None:
    names = ["Ås", "Øst", "Ærø", "Zoo", "abe", "Aabenraa", "Odense", "ørn"]
    assert sorted(names, key=danish_order) == ["abe", "Odense", "Zoo", "Ærø", "ørn", "Øst", "Aabenraa", "Ås"]


@given(st.text("abzæøåÆØÅ ", max_size=8))
def test_case_does_not_matter_to_the_order(text: str) -> None:
    assert danish_order(text.upper()) == danish_order(text.lower())
