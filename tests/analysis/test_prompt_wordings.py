"""Wordings in the reasoning slot, and wordings that say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.analysis.prompts.wordings import activity, alike, names_in, one_word, repeats, responds
from reasoning_wordings import BUILT_ON, FOUND_LATER, HELD_OUT

WORDS = st.lists(
    st.sampled_from(["mødet", "tør", "plan", "borgeren", "ikke", "ringe", "hjem", "CV"]), max_size=8
)


@pytest.mark.parametrize(("wording", "names_one"), [*BUILT_ON, *FOUND_LATER])
def test_an_activity_is_told_from_a_response(wording: str, names_one: bool) -> None:
    assert bool(activity(wording)) is names_one


def test_nearly_all_of_the_wordings_not_looked_at_are_told_apart() -> None:
    right = [wording for wording, names_one in HELD_OUT if bool(activity(wording)) is names_one]
    assert len(right) >= 0.9 * len(HELD_OUT)


def test_the_word_that_names_the_activity_is_shown_as_it_was_written() -> None:
    assert activity("ugentlige Møder med mentor") == "Møder"
    assert activity("laver CV'et om") == "CV"


def test_a_response_to_an_activity_is_a_response() -> None:
    assert responds("stoler på, at planen holder")
    assert not responds("en skriftlig plan for de næste fire uger")


@given(WORDS)
def test_the_activity_is_a_word_of_the_wording(words: list[str]) -> None:
    wording = " ".join(words)
    assert activity(wording) in wording


@given(WORDS)
def test_a_wording_says_the_same_as_itself_whatever_its_letters(words: list[str]) -> None:
    wording = " ".join(words)
    assert alike(wording, wording.upper()) is bool(wording.strip())


@given(WORDS, WORDS)
def test_two_wordings_say_the_same_in_either_order(one: list[str], other: list[str]) -> None:
    assert alike(" ".join(one), " ".join(other)) is alike(" ".join(other), " ".join(one))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("borgeren tør sige det", "at turde sige det", False),
        ("hun tør sige, når det går skidt", "tør sige når det er gået skidt", True),
        ("tør ringe til kontaktpersonen", "hun tør ringe til sin kontaktperson", True),
        ("tør ringe til kontaktpersonen", "tør ikke ringe til kontaktpersonen", False),
        ("beder om flere timer", "bad chefen om en prøveuge", False),
        ("møder op hver dag", "hun møder op hver dag", True),
    ],
)
def test_wordings_are_compared_by_the_words_that_carry_them(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same


@pytest.mark.parametrize(
    ("because", "wording", "repeated"),
    [
        ("fordi hun er tryg", "tryg", True),
        ("hun føler sig tryg ved kontaktpersonen", "føler tryghed ved kontaktpersonen", True),
        ("hun skal ikke starte forfra hver gang", "tør sige, når det går skidt", False),
        ("hun ikke er tryg", "hun er tryg", False),
        ("", "hun er tryg", False),
    ],
)
def test_a_because_that_repeats_is_told_from_one_that_explains(
    because: str, wording: str, repeated: bool
) -> None:
    assert repeats(because, wording) is repeated


def test_a_name_counts_where_it_is_written_as_one() -> None:
    names = frozenset({"mette", "nordby"})
    assert names_in("Mettes mentor ringer", names) == "Mettes"
    assert names_in("kommer fra Nordby", names) == "Nordby"
    assert names_in("mette af dage", names) == ""


def test_one_word_is_a_name_and_no_response() -> None:
    assert one_word("Tryghed")
    assert one_word(" tillid. ")
    assert not one_word("tør ringe")
