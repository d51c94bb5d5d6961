"""Whether a figure can be read whole on a page, and what is offered where it cannot."""

from __future__ import annotations

from dataclasses import replace

import figure_theories as theories
import pytest

from rcoder.analysis.cutting import cut
from rcoder.domain.theory import ArrowState, Box, ChangeTheory
from rcoder.domain.words import Bilingual, Column
from rcoder.figure.density import density_words, too_dense, ways_to_read
from rcoder.figure.readable import print_size, readable_on
from rcoder.figure.sheet import Sheet, lay_out


@pytest.fixture(scope="module")
def dense() -> ChangeTheory:
    """JobFirst's theory with as many boxes again, none of them borne out."""
    theory = theories.jobfirst()
    more = tuple(
        Box(f"x{place}", f"Y{place}", box.column, box.label, box.hypotheses)
        for place, box in enumerate(theory.boxes)
        if box.column in {Column.CORE, Column.MECHANISM, Column.SHORT, Column.MEDIUM}
    )
    arrows = tuple(
        theories.arrow(one.id, other.id) for one, other in zip(more, more[7:] + more[:7], strict=True)
    )
    return replace(theory, boxes=(*theory.boxes, *more), arrows=(*theory.arrows, *arrows))


@pytest.fixture(scope="module")
def sheet(dense: ChangeTheory) -> Sheet:
    return lay_out(dense)


def test_print_size_is_that_of_labels_within_margins_of_12_mm_in_the_better_orientation() -> None:
    assert print_size(1000, 500, "A4") == pytest.approx(14 * 273 / 25.4 * 72 / 1000)
    assert print_size(500, 1000, "A4") == print_size(1000, 500, "A4")
    assert print_size(1000, 500, "A3") > print_size(1000, 500, "A4")
    assert print_size(10, 10, "A4") == 14


def test_a_figure_that_can_be_read_says_nothing() -> None:
    theory = theories.mini()
    small = lay_out(theory)
    assert not too_dense(small)
    assert density_words(theory, small, (), "da") == ""


def test_a_dense_figure_offers_what_can_be_read_most_inclusive_first(
    dense: ChangeTheory, sheet: Sheet
) -> None:
    assert too_dense(sheet)
    ways = ways_to_read(dense, sheet, "da", cut, [theories.mini()])
    assert [way.arrows for way in ways] == sorted((way.arrows for way in ways), reverse=True)
    assert all(way.points >= 6 for way in ways)
    assert ways[-1].theory == "H3"
    assert any(way.cut and way.cut.evidence for way in ways)
    assert any(way.cut and way.cut.states == (ArrowState.ACCEPTED,) for way in ways)


def test_each_way_comes_out_as_it_says(dense: ChangeTheory, sheet: Sheet) -> None:
    for way in ways_to_read(dense, sheet, "da", cut):
        if way.cut:
            part = cut(dense, way.cut)
            assert (len(part.boxes), len(part.arrows)) == (way.boxes, way.arrows)
            assert readable_on(lay_out(part), way.paper) == pytest.approx(way.points, rel=0.15)


def test_the_sentence_speaks_danish_with_a_decimal_comma_and_english_with_a_point(
    dense: ChangeTheory, sheet: Sheet
) -> None:
    ways = ways_to_read(dense, sheet, "da", cut)
    danish, english = (density_words(dense, sheet, ways, language) for language in ("da", "en"))
    points = f"{readable_on(sheet):.1f}".removesuffix(".0")
    assert f"teksten bliver {points.replace('.', ',')} punkter" in danish
    assert "kun pile med belæg" in danish
    assert f"come to {points} points" in english
    assert "only arrows with evidence" in english


def test_where_nothing_can_be_read_it_says_so(dense: ChangeTheory, sheet: Sheet) -> None:
    assert "hypotese og horisont" in density_words(dense, sheet, (), "da")


def test_a_theory_without_arrows_offers_no_empty_cuts(dense: ChangeTheory) -> None:
    bare = replace(dense, arrows=(), title=Bilingual("Uden pile"))
    assert [way for way in ways_to_read(bare, lay_out(bare), "da", cut) if way.cut] == []
