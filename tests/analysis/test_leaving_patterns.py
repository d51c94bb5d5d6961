"""Numbers and addresses in what is about to leave: what is found, and what is left alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.analysis.leaving.patterns import patterns_in
from rcoder.domain.leaving import Sort


def found(text: str) -> list[tuple[Sort, str]]:
    return [(each.sort, text[each.start : each.end]) for each in patterns_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "120578-1234",
        "1205781234",
        "120578 1234",
        "120578 - 1234",
        "12 05 78 1234",
        "120578–1234",
        "290200-0000",
    ],
)
def test_a_cpr_number_is_found_however_it_is_written(text: str) -> None:
    assert (Sort.CPR, text) in found(f"Hendes nummer er {text}, sagde hun.")


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2029, 12, 31)),
    st.integers(0, 9999),
    st.sampled_from(["-", "", " ", " - "]),
    st.sampled_from(["", "cpr ", "Det er ", "("]),
    st.sampled_from(["", ".", ")", ", ja"]),
)
def test_every_valid_day_with_four_digits_is_a_cpr_number_without_modulus_11(
    day: date, serial: int, between: str, before: str, after: str
) -> None:
    number = f"{day:%d%m%y}{between}{serial:04d}"
    assert (Sort.CPR, number) in found(f"{before}{number}{after}")


@pytest.mark.parametrize(
    "text", ["310278-1234", "001278-1234", "121378-1234", "1205781234567", "A120578-1234"]
)
def test_no_day_is_no_cpr_number(text: str) -> None:
    assert Sort.CPR not in [sort for sort, _ in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "20 24 12 12", "40506070", "4050 6070", "405 06 070", "20-24-12-12", "20.24.12.12", "+45 20 24 12 12", "+4520241212",
        "004520241212", "+46 70 123 45 67", "+49 30 901820",
    ],
)  # fmt: skip
def test_a_phone_number_is_found_however_it_is_grouped(text: str) -> None:
    assert (Sort.PHONE, text) in found(f"Ring på {text}!")


@pytest.mark.parametrize(
    "text",
    [
        "20241231",
        "2016 2018",
        "25.000.000 kr",
        "25000000 kr.",
        "12:34:56",
        "1 234 567",
        "K03, 12 af 15",
        "2016-2018",
        "10 20 30 40",
    ],
)
def test_days_years_amounts_and_times_are_no_phone_numbers(text: str) -> None:
    assert Sort.PHONE not in [sort for sort, _ in found(f"Det var {text} i alt")]


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("mette.hansen+job@eksempel.dk", Sort.EMAIL),
        ("mette(at)eksempel.dk", Sort.EMAIL),
        ("www.eksempel.dk/mette", Sort.WEB),
        ("@mettehansen", Sort.WEB),
        ("8000 Aarhus C", Sort.ADDRESS),
        ("DK-8700 Horsens", Sort.ADDRESS),
        ("Nørre Allé 12", Sort.ADDRESS),
        ("Vestergade 4", Sort.ADDRESS),
        ("12. maj 1978", Sort.BIRTH),
        ("12.05.1978", Sort.BIRTH),
        ("1978-05-12", Sort.BIRTH),
        ("AB 12 345", Sort.PLATE),
        ("CVR-nr. 12 34 56 78", Sort.CVR),
        ("GB82 WEST 1234 5698 7654 32", Sort.ACCOUNT),
        ("konto 1234 1234567890", Sort.ACCOUNT),
    ],
)
def test_what_else_points_at_a_person_is_found(text: str, sort: Sort) -> None:
    assert (sort, text) in found(f"Og så var der {text} også")


@pytest.mark.parametrize(
    "text",
    [
        "I 2017 Horsens Kommune begyndte", "Alle 12 var der", "H1.M1 og H2.R1", "3 af 4 sager", "side 12-14", "12.05.2024",
        "kodebog jobfirst 1.2 · 15 interview", "version 2 (Efter runde 1)", "pr. 2026-11-22",
        "4,5 timer om ugen", "§ 10, stk. 2", "00:12:34.500", "1:100",
    ],
)  # fmt: skip
def test_ordinary_numbers_of_a_study_are_left_alone(text: str) -> None:
    assert found(text) == []


@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    assert all(0 <= each.start < each.end <= len(text) for each in patterns_in(text))
