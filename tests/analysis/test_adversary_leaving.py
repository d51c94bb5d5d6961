"""Names and numbers written as nobody should write them are found all the same, and ordinary numbers are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.analysis.leaving.checking import look_through
from rcoder.analysis.leaving.plain import plain
from rcoder.domain.leaving import Known, Sort
from rcoder.domain.outgoing import Said

KNOWN = Known(
    names=frozenset({"zorbine", "hulda"}), coders=frozenset({"Anne Holm"}), places=frozenset({"Skovklit"})
)
NAMES = (
    "Zor\u00adbine kom", "Zorbi\u200bne", "Zor-\nbine kom", "Zorbine\u00a0Madsen", "_Zorbine_", "Zorbine2", "Hulda_Hansen", "hulda_hansen",
    "interview_zorbine_2.docx", "\u202eZorbine", "Ｚorbine", "zorbines mor", "ZORBINE’S", "»zorbine«",
)  # fmt: skip
CPR = (
    "120578\u00a01234", "120578\u20111234", "120578\u22121234", "120578--1234", "120578\n1234", "120578\t1234", "120578_1234", "120578/1234",
    "120578 – 1234", "12 05 78 12 34", "12.05.1978-1234", "12051978-1234", "1 2 0 5 7 8 1 2 3 4", "cpr120578-1234", "nr_120578-1234",
    "１２０５７８-１２３４", "120578\u00ad1234", "720578-1234",
)  # fmt: skip
PHONES = (
    "20\u00a030\u00a040\u00a050",
    "20\u202f30\u202f40\u202f50",
    "2030-4050",
    "20  30  40  50",
    "Tlf20304050",
    "20_30_40_50",
    "20 304050",
)
MAILS = (
    "mette@mail\u00ad.dk", "mette\u200b@mail.dk", "mette @ mail.dk", "mette@\nmail.dk", "mette＠mail.dk", "mette{at}mail.dk",
    "mette snabel-a mail punktum dk", "mette at mail dot dk",
)  # fmt: skip
OTHERS = (
    ("skovvej 12", Sort.ADDRESS),
    ("Skovvej nr. 12", Sort.ADDRESS),
    ("hjem til skovklit igen", Sort.PLACE),
)


def sorts(text: str) -> set[Sort]:
    found = look_through((Said("p", text),), KNOWN)
    return {each.sort for each in (*found.found, *found.coders)}


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        *((each, Sort.KNOWN_NAME) for each in NAMES),
        *((each, Sort.CPR) for each in CPR),
        *((each, Sort.PHONE) for each in PHONES),
        *((each, Sort.EMAIL) for each in MAILS),
        *OTHERS,
    ],
)
def test_it_is_found_however_it_is_written(text: str, sort: Sort) -> None:
    assert sort in sorts(text)


@pytest.mark.parametrize(
    "text",
    [
        "fra 2016-2018", "2016–2018", "Flyttede [4749–4903] til K18", "§ 1205", "1 2 3 4 5 6 7 8 9 10", "A120578-1234", "N = 4 af 5; 3/4",
        "120578-123", "321378-1234", "i 2019, 2020 og 2021", "det vil jeg gerne", "undervejs 12 gange", "12,5 pct. af 2030",
    ],
)  # fmt: skip
def test_ordinary_numbers_and_words_are_nothing(text: str) -> None:
    assert sorts(text) == set()


@pytest.mark.parametrize(
    "text", ["Det var Zor\u00adbine, der kom", "A\u030arhus: ring til Zorbi\u200bne i dag"]
)
def test_what_is_shown_stands_in_the_text_as_it_was_written(text: str) -> None:
    for each in look_through((Said("p", text),), KNOWN).found:
        (sighting,) = each.sightings
        assert sighting.before + sighting.words + sighting.after == text


@given(st.text(alphabet=st.sampled_from("aB-\n \u00a0\u00ad\u200b\u0301é2Ａ_"), max_size=30))
def test_each_character_keeps_its_place(text: str) -> None:
    words, places = plain(text)
    assert len(places) == len(words) or (words, places) == (text, ())
    assert list(places) == sorted(set(places))
    assert all(0 <= place < len(text) for place in places)
