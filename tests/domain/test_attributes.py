"""Values of typed attributes: one stored form for every way people write them, and unknown apart from no."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.attributes import (
    attribute_called,
    canonical_value,
    plain_key,
    read_choice,
    read_type,
    say_value,
    written_choice,
)
from rcoder.domain.case import Attribute, Choice
from rcoder.domain.errors import Misuse
from rcoder.domain.words import AttributeType, Bilingual

YEARS = Attribute("1", "ledighed_aar", type=AttributeType.NUMBER, unit=Bilingual("år", "years"))
CHANGE = Attribute("2", "sagsbehandlerskift", type=AttributeType.YES_NO)
START = Attribute("3", "forloeb_start", type=AttributeType.DATE)
HISTORY = Attribute(
    "4",
    "ledighedshistorik",
    type=AttributeType.CHOICE,
    choices=(Choice("kort", Bilingual("Kort", "Short")), Choice("lang", Bilingual("Lang", "Long"))),
)
NOTE = Attribute("5", "bemaerkning", label=Bilingual("Bemærkning", "Note"))
EVERY = (YEARS, CHANGE, START, HISTORY, NOTE)


@pytest.mark.parametrize(
    ("attribute", "written", "stored"),
    [
        (CHANGE, "Ja", "yes"),
        (CHANGE, " j ", "yes"),
        (CHANGE, "NEJ", "no"),
        (CHANGE, "0", "no"),
        (YEARS, "6", "6"),
        (YEARS, "2,50", "2.5"),
        (YEARS, "007", "7"),
        (YEARS, "-0", "0"),
        (YEARS, "−3", "-3"),
        (YEARS, "6 år", "6"),
        (YEARS, "6 years", "6"),
        (YEARS, "1.234,5", "1234.5"),
        (YEARS, "1,234.5", "1234.5"),
        (YEARS, "12 000", "12000"),
        (YEARS, "1.234.567", "1234567"),
        (START, "2024-3-5", "2024-03-05"),
        (START, "5.3.2024", "2024-03-05"),
        (START, "05/03/2024", "2024-03-05"),
        (START, "5. marts 2024", "2024-03-05"),
        (START, "5 March 2024", "2024-03-05"),
        (HISTORY, "LANG", "lang"),
        (HISTORY, "Long", "lang"),
        (NOTE, "  to   ord ", "to ord"),
        (NOTE, "æble", "æble"),
    ],
)
def test_what_people_write_has_one_stored_form(attribute: Attribute, written: str, stored: str) -> None:
    assert canonical_value(attribute, written) == stored


@pytest.mark.parametrize("attribute", EVERY, ids=lambda each: each.type.value)
@pytest.mark.parametrize("written", ["", "  ", "?", "–", "ukendt", "Unknown", "ikke oplyst"])
def test_unknown_is_no_value_of_any_type(attribute: Attribute, written: str) -> None:
    assert canonical_value(attribute, written) == ""


@pytest.mark.parametrize(
    ("attribute", "written"),
    [
        (CHANGE, "måske"),
        (YEARS, "mange"),
        (YEARS, "1e5"),
        (YEARS, "nan"),
        (YEARS, "٣"),
        (YEARS, "1,2,3"),
        (YEARS, "9" * 40),
        (START, "2024-02-30"),
        (START, "5.3.24"),
        (START, "marts 2024"),
        (HISTORY, "mellem"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_way_out(attribute: Attribute, written: str) -> None:
    with pytest.raises(Misuse) as refused:
        canonical_value(attribute, written)
    assert attribute.key in refused.value.message
    assert "unknown" in refused.value.hint


def test_a_choice_called_unknown_is_a_choice() -> None:
    asked = Attribute("1", "svar", type=AttributeType.CHOICE, choices=(Choice("ukendt"), Choice("ja")))
    assert canonical_value(asked, "Ukendt") == "ukendt"
    assert canonical_value(asked, "?") == ""


@given(st.sampled_from(EVERY), st.text(max_size=20))
def test_a_stored_value_stays_as_it_is(attribute: Attribute, text: str) -> None:
    try:
        stored = canonical_value(attribute, text)
    except Misuse:
        return
    assert canonical_value(attribute, stored) == stored


@given(st.sampled_from(EVERY), st.sampled_from(["da", "en"]), st.text(max_size=12))
def test_what_is_said_of_a_value_is_read_as_that_value(
    attribute: Attribute, language: str, text: str
) -> None:
    try:
        stored = canonical_value(attribute, text)
    except Misuse:
        return
    assert canonical_value(attribute, say_value(attribute, stored, language, terms=language)) == stored


@given(st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=3))
def test_a_number_keeps_its_worth_with_point_or_comma(number: Decimal) -> None:
    for written in (str(number), str(number).replace(".", ",")):
        assert Decimal(canonical_value(YEARS, written)) == number


@given(st.dates())
def test_a_date_is_the_same_day_however_it_is_written(day: date) -> None:
    for written in (day.isoformat(), f"{day.day}.{day.month}.{day.year:04}"):
        assert canonical_value(START, written) == day.isoformat()


def test_a_value_is_said_in_words() -> None:
    assert say_value(YEARS, "2.5", "da") == "2,5 år"
    assert say_value(YEARS, "2.5", "en") == "2.5 years"
    assert say_value(CHANGE, "no", "da") == "no"
    assert say_value(CHANGE, "no", "da", terms="da") == "nej"
    assert say_value(CHANGE, "") == "unknown"
    assert say_value(HISTORY, "lang", "en") == "Long"
    assert say_value(HISTORY, "gone") == "gone"


def test_an_attribute_is_found_by_key_or_label() -> None:
    assert attribute_called(EVERY, "Ledighed aar") is YEARS
    assert attribute_called(EVERY, "note") is NOTE
    assert attribute_called(EVERY, "Bemærkning") is NOTE
    assert attribute_called(EVERY, "") is None
    assert attribute_called(EVERY, "noget andet") is None
    assert plain_key(" Ledighed-AAR ") == "ledighed_aar"


def test_a_type_has_a_word_in_both_languages() -> None:
    assert [read_type(each) for each in ("yes/no", "ja/nej", "tal", "date", "choice", "tekst")] == [
        AttributeType.YES_NO,
        AttributeType.YES_NO,
        AttributeType.NUMBER,
        AttributeType.DATE,
        AttributeType.CHOICE,
        AttributeType.TEXT,
    ]
    with pytest.raises(Misuse):
        read_type("heltal")


@pytest.mark.parametrize(
    "choice", [Choice("a"), Choice("a", Bilingual("A")), Choice("a", Bilingual("A", "B"))]
)
def test_a_choice_is_read_as_it_is_written(choice: Choice) -> None:
    assert read_choice(written_choice(choice)) == choice
