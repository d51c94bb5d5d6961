"""What a figure says around its boxes: headings over all their parts, even lines, sources broken between their parts."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from figure_theories import jobfirst
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.theory import Denominator
from rcoder.figure.head import draw_foot
from rcoder.figure.sheet import lay_out
from rcoder.figure.svg import draw_svg
from rcoder.figure.text import advance, balanced, wrap


@pytest.mark.parametrize(
    ("text", "lines"),
    [("Resultater på kort sigt", ("Resultater", "på kort sigt")), ("Mekanismer", ("Mekanismer",)), ("", ())],
)
def test_a_heading_of_two_lines_leaves_no_word_alone(text: str, lines: tuple[str, ...]) -> None:
    assert balanced(text, 150.0, 14.0, bold=True) == lines


@given(text=st.text("abc æ", max_size=40), room=st.floats(30, 200))
def test_even_lines_are_as_many_as_the_usual_ones_and_hold_the_same_words(text: str, room: float) -> None:
    found, usual = balanced(text, room, 14.0), wrap(text, room, 14.0)
    assert len(found) == len(usual)
    assert max((advance(each, 14.0) for each in found), default=0.0) <= room
    assert re.sub(r"[\s-]", "", "".join(found)) == re.sub(r"[\s-]", "", "".join(usual))


def test_headings_span_all_parts_of_their_column() -> None:
    sheet = lay_out(jobfirst(), "da")
    grounds = dict(sheet.columns)
    for column, place in sheet.headings:
        ground = grounds[column]
        assert place.x + place.width / 2 == pytest.approx(ground.x + ground.width / 2, abs=1.0)


@pytest.mark.parametrize("width", [200.0, 330.0, 480.0, 900.0])
def test_a_day_stays_with_what_it_is_of(width: float) -> None:
    drawn, _ = draw_foot(
        "Studie · version 2 “Efter”, ændret siden · kodebog k 1.2 · pr. 2026-11-22", width, "da"
    )
    assert "pr. 2026-11-22" in drawn


def test_a_theory_before_any_case_says_no_number_of_cases() -> None:
    bare = replace(jobfirst(), denominator=Denominator())
    assert "N = " not in re.sub(r"<desc>.*?</desc>", "", draw_svg(bare))
    assert "N = 4" in draw_svg(replace(bare, denominator=Denominator(4)))
