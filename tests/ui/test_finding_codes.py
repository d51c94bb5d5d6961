"""The codes of the shipped codebook found by three to six letters, with slips."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.codebook import Code
from rcoder.exchange.codebooks import read_codebook
from rcoder.exchange.shipped import shipped_codebook
from rcoder.ui.matching import Candidate, Finder, candidate, plain


@cache
def known() -> tuple[dict[str, Code], Finder]:
    codes = read_codebook(shipped_codebook("jobfirst")).codes
    return {each.id: each for each in codes}, Finder(candidate(each) for each in codes)


def found(typed: str, count: int) -> list[str]:
    """Keys of the first so many."""
    codes, finder = known()
    return [codes[each].key for each in finder.rank(typed)[:count]]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("try", "H1.M1"), ("tyr", "H1.M1"), ("rty", "H1.M1"), ("tryy", "H1.M1"), ("trhg", "H1.M1"), ("tygh", "H1.M1"), ("tryghde", "H1.M1"),
        ("h1m1", "H1.M1"), ("1m1", "H1.M1"), ("H1.M", "H1.M1"), ("h1 m1", "H1.M1"),
        ("løn", "SC6.2"), ("loen", "SC6.2"), ("lønt", "SC6.2"), ("lont", "SC6.2"), ("lømt", "SC6.2"), ("løntt", "SC6.2"),
        ("åben", "H4.R6"), ("aaben", "H4.R6"), ("abenh", "H4.R6"), ("åbnhed", "H4.R6"),
        ("apk", "H1.R1"), ("ako", "H1.R1"), ("samme inf", "H1.R2"), ("inf sam", "H1.R2"), ("safety", "H3.M2"),
        ("primær", "H1.R1"), ("primaer", "H1.R1"), ("primar", "H1.R1"), ("hurtg", "H1.O1"), ("hrutig", "H1.O1"),
    ],
)  # fmt: skip
def test_a_code_is_among_the_first_three(typed: str, key: str) -> None:
    assert key in found(typed, 3)


def slips(word: str) -> set[str]:
    """Three to six letters of a word with one exchanged, left out or doubled; the first letter stays where it is."""
    made = set()
    for length in range(3, 7):
        begun = word[:length]
        made |= {begun[:i] + begun[i + 1] + begun[i] + begun[i + 2 :] for i in range(1, length - 1)}
        made |= {word[:i] + word[i + 1 : length + 1] for i in range(1, length)}
        made |= {begun[: i + 1] + begun[i] + begun[i + 1 :] for i in range(length)}
    return {each for each in made if not word.startswith(each)}


def test_every_code_is_found_by_its_longest_word_with_any_slip_and_mostly_among_the_first_twelve() -> None:
    codes, finder = known()
    tries = near = 0
    for code in list(codes.values())[::4]:
        words = [each for each in plain(code.label.da).split() if each.isalpha() and len(each) > 6]
        for typed in slips(max(words, key=len)) if words else ():
            ranked = finder.rank(typed)
            assert code.id in ranked, (typed, code.key)
            tries, near = tries + 1, near + (code.id in ranked[:12])
    assert tries > 500
    assert near / tries > 0.9


def test_equal_codes_come_in_their_order_the_recent_ones_first() -> None:
    twins = [Candidate(each, (f"k{each}", "samme navn")) for each in "abc"]
    assert Finder(twins).rank("samme") == ["a", "b", "c"]
    assert Finder(twins).rank("samme", ("c",)) == ["c", "a", "b"]


@given(st.text(max_size=12))
def test_whatever_is_typed_is_looked_for(typed: str) -> None:
    codes, finder = known()
    ranked = finder.rank(typed)
    assert len(set(ranked)) == len(ranked)
    assert set(ranked) <= set(codes)
