"""Colours: readable on paper, in grey, and by people who see fewer of them; never the only sign."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from rcoder.domain.theory import Arrow, ArrowState
from rcoder.domain.theory_difference import Sort
from rcoder.domain.words import Column, Effect
from rcoder.figure.marked import MarkedArrow
from rcoder.figure.palette import COLOURS, INK, LINES, PAPER, QUIET, RED, SOFT, TEXT
from rcoder.figure.strokes import BECAME, head, stroke

Rgb = tuple[float, float, float]

# Viénot, Brettel & Mollon 1999, in linear light
SEEN_BY = {
    "everybody": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deuteranopia": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}
PANELS = {panel for _, _, panel in COLOURS.values()} | {PAPER}
STATES = tuple(ArrowState)


def linear(colour: str) -> Rgb:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return red, green, blue


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2's ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lab(colour: Rgb) -> Rgb:
    """CIELAB under D65."""
    red, green, blue = (min(max(part, 0.0), 1.0) for part in colour)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, eyes: str) -> float:
    seen = [
        lab(tuple(sum(row[part] * linear(each)[part] for part in range(3)) for row in SEEN_BY[eyes]))  # type: ignore[arg-type]  # three rows
        for each in (one, other)
    ]
    return sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5


@pytest.mark.parametrize("column", list(Column))
def test_words_can_be_read_on_every_box_and_panel(column: Column) -> None:
    fill, edge, panel = COLOURS[column]
    assert all(contrast(ink, fill) >= 4.5 for ink in (TEXT, edge, SOFT))
    assert contrast(edge, panel) >= 4.5
    assert all(contrast(ink, PAPER) >= 4.5 for ink in (TEXT, SOFT, QUIET))


def test_every_line_stands_out_from_paper_and_panels_where_there_is_no_evidence_too() -> None:
    for colour, ground in product((*LINES, *(each.colour for each in BECAME.values())), PANELS):
        assert contrast(colour, ground) >= 3.0, (colour, ground)


def arrow(effect: Effect, state: ArrowState) -> Arrow:
    return Arrow("", "", "", effect, state)


def uncoloured(effect: Effect, state: ArrowState) -> tuple[object, ...]:
    """How an arrow looks in grey: dashes, width, and the shape and filling of its head."""
    look = stroke(arrow(effect, state))
    drawn = head([(0.0, 0.0), (52.0, 0.0)], arrow(effect, state))
    for colour in LINES:
        drawn = drawn.replace(colour, "ink")
    return look.dashes, look.width, drawn


def test_every_effect_and_state_is_told_apart_without_colour() -> None:
    looks = {uncoloured(effect, state) for effect, state in product(Effect, STATES)}
    assert len(looks) == len(Effect) * len(STATES)


def test_dashes_and_heads_tell_states_apart_even_where_width_is_lost() -> None:
    looks = {
        (dashes, shape)
        for dashes, _, shape in (uncoloured(effect, state) for effect, state in product(Effect, STATES))
    }
    assert len(looks) == len(Effect) * len(STATES)


def test_what_became_of_an_arrow_is_told_apart_without_colour() -> None:
    assert len({(each.dashes, each.width) for each in BECAME.values()}) == len(Sort)


@pytest.mark.parametrize("eyes", list(SEEN_BY))
def test_red_stays_apart_from_ink_for_every_eye(eyes: str) -> None:
    assert distance(RED, INK, eyes) >= 12
    for one, other in combinations([each.colour for each in BECAME.values()], 2):
        assert distance(one, other, eyes) >= 8, (one, other)


@pytest.mark.parametrize("eyes", list(SEEN_BY))
def test_evidence_stays_apart_from_no_evidence_for_every_eye(eyes: str) -> None:
    for effect in Effect:
        borne, bare = (
            stroke(arrow(effect, state)).colour for state in (ArrowState.ACCEPTED, ArrowState.INITIAL)
        )
        assert distance(borne, bare, eyes) >= 15, effect


def test_red_is_used_for_hindering_and_nothing_else() -> None:
    for effect, state in product((Effect.PROMOTES, Effect.CONDITIONS), STATES):
        red, green, blue = linear(stroke(arrow(effect, state)).colour)
        assert red <= max(green, blue), (effect, state)
    marked = MarkedArrow("", "", "", Effect.HINDERS, ArrowState.DRAFT, sort=Sort.NEW)
    assert stroke(marked) == BECAME[Sort.NEW]
