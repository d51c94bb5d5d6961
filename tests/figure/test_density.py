"""How large a drawing comes out in print, and when it is too small to read."""

from __future__ import annotations

import re

import figure_theories as theories
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.figure import draw_svg
from rcoder.figure.density import LEAST, points_at, points_on
from rcoder.figure.measures import LABEL
from rcoder.figure.paper import fitted, sheet_for, size_of

PIXELS = st.floats(100, 20_000)


def drawing(width: float, height: float) -> str:
    return f'<svg width="{width:.2f}" height="{height:.2f}"></svg>'


def test_a_drawing_fills_the_page_within_its_margins_and_is_never_larger_than_drawn() -> None:
    assert points_on(drawing(2000, 500)) == pytest.approx(LABEL * 281 / 25.4 * 72 / 2000)
    assert points_on(drawing(100, 100)) == pytest.approx(10.5)


@given(PIXELS, PIXELS)
def test_a_drawing_is_as_large_turned_round_and_at_least_as_large_on_the_larger_paper(
    width: float, height: float
) -> None:
    assert points_on(drawing(width, height)) == pytest.approx(points_on(drawing(height, width)), rel=1e-3)
    assert points_on(drawing(width, height)) <= points_on(drawing(width, height), "a3")


@given(PIXELS, PIXELS)
def test_a_drawing_in_a_document_is_measured_by_the_width_that_it_gets_there(
    width: float, height: float
) -> None:
    svg = drawing(width, height)
    assert points_at(svg, fitted(svg).drawn_width) == pytest.approx(points_on(svg))


def test_what_is_measured_is_the_finished_drawing_with_head_and_legend() -> None:
    svg = draw_svg(theories.mini(), language="da")
    width, height = size_of(svg)
    assert re.search(r"<svg[^>]*>", svg)
    assert points_on(svg) == LABEL * sheet_for(width, height).points
    assert points_on(svg) >= LEAST
