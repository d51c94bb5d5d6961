"""Themes can be read, by everyone, in terminals of any number of colours."""

from __future__ import annotations

from itertools import combinations

import pytest
from rich._palettes import EIGHT_BIT_PALETTE, STANDARD_PALETTE
from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.style import Style
from textual.color import Color

from rcoder.ui.inks import inks
from rcoder.ui.themes import (
    COLOUR_BLIND,
    KINDS,
    LOOKS,
    OTHER_LIGHT,
    Colours,
    Look,
    contrast,
    nearest,
    seen_in,
)

READABLE = 4.5
"""WCAG 2.2, 1.4.3: text against its ground."""
MANY = (Colours.ALL, Colours.MANY)
GROUNDED = [(name, colours) for name in LOOKS for colours in MANY]
INK_PAIRS = (
    ("-paper", ("", "-muted", "-key", "-interviewer", "-gone", *(f"-{kind}" for kind in KINDS))),
    ("-panel", ("", "-muted", "-key", "-strong")),
    ("-resting", ("", "-muted", "-key", *(f"-{kind}" for kind in KINDS))),
    ("-sentence", ("", "-interviewer")),
)
"""Grounds, and the inks that words have on them."""
OWN_WORDS = ("-selected", "-cursor", *(f"-{name}-{kind}" for name in ("under", "lit") for kind in KINDS))
"""Grounds whose words all have one colour."""


PALETTES = {
    Colours.MANY: (ColorSystem.EIGHT_BIT, EIGHT_BIT_PALETTE),
    Colours.FEW: (ColorSystem.STANDARD, STANDARD_PALETTE),
}


def as_shown(colour: RichColor | None, colours: Colours) -> Color:
    """A colour as a terminal of so many shows it."""
    assert colour is not None
    if colours not in PALETTES:
        return Color.from_rich_color(colour)
    system, palette = PALETTES[colours]
    number = colour.downgrade(system).number
    assert number is not None
    return Color(*palette[number])


def ratio(style: Style, colours: Colours = Colours.ALL) -> float:
    """Contrast of words with their ground as the terminal shows them."""
    return contrast(as_shown(style.color, colours), as_shown(style.bgcolor, colours))


def look_in(name: str, colours: Colours) -> Look:
    return seen_in(name, colours)


@pytest.mark.parametrize(("name", "colours"), GROUNDED)
def test_all_words_can_be_read_on_their_grounds(name: str, colours: Colours) -> None:
    known = inks(look_in(name, colours))
    found = {
        (ground, ink): ratio(known["-paper"] + known[ground] + known[ink], colours)
        for ground, words in INK_PAIRS
        for ink in words
    }
    found |= {
        (ground, ""): ratio(known["-paper"] + known["-interviewer"] + known[ground], colours)
        for ground in OWN_WORDS
    }
    assert {pair: round(each, 2) for pair, each in found.items() if each < READABLE} == {}


@pytest.mark.parametrize("name", LOOKS)
def test_among_sixteen_colours_words_can_be_read_too(name: str) -> None:
    known = inks(look_in(name, Colours.FEW))
    words = ("", "-muted", "-key", *(f"-{kind}" for kind in KINDS))
    assert {
        ink: each for ink in words if (each := ratio(known["-paper"] + known[ink], Colours.FEW)) < READABLE
    } == {}


@pytest.mark.parametrize("name", ["rcoder-strong-dark", "rcoder-strong-light"])
def test_high_contrast_is_seven_to_one_for_words(name: str) -> None:
    known = inks(look_in(name, Colours.ALL))
    words = ("", "-muted", "-key", *(f"-{kind}" for kind in KINDS))
    assert min(ratio(known["-paper"] + known[ink]) for ink in words) >= 7


@pytest.mark.parametrize(("name", "colours"), GROUNDED)
def test_grounds_are_told_apart(name: str, colours: Colours) -> None:
    known = inks(look_in(name, colours))
    grounds = ("-paper", "-sentence", "-selected", *(f"-under-{kind}" for kind in KINDS))
    looks = {ground: known["-paper"] + known[ground] for ground in grounds}
    assert len({as_shown(each.bgcolor, colours) for each in looks.values()}) == len(grounds)
    lit = {kind: known["-paper"] + known[f"-lit-{kind}"] for kind in KINDS}
    assert all(lit[kind] != looks[f"-under-{kind}"] for kind in KINDS)


@pytest.mark.parametrize("colours", [Colours.NONE, Colours.FEW])
@pytest.mark.parametrize("name", LOOKS)
def test_without_grounds_attributes_tell_them_apart(name: str, colours: Colours) -> None:
    known = inks(look_in(name, colours))
    names = ("", "-sentence", "-selected", "-under-reasoning", "-lit-reasoning", "-gone", "-come")
    looks = [known[each].without_color for each in names]
    looks += [
        known["-sentence"].without_color + known["-word"],
        known["-lit-reasoning"].without_color + known["-word"],
    ]
    told = {(each.bold, each.underline, each.reverse, each.strike) for each in looks}
    assert len(told) == len(looks) - 1, (
        "only what has come, in the list of changes, looks like a coded sentence"
    )


@pytest.mark.parametrize("name", LOOKS)
def test_of_sixteen_colours_the_very_ones_are_named(name: str) -> None:
    look = look_in(name, Colours.FEW)
    used = (look.text, look.paper, look.muted, look.key, look.sentence, look.selected, *look.kinds)
    assert all(as_shown(RichColor.parse(each), Colours.FEW) == Color.parse(each) for each in used)


MACHADO = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}  # fmt: skip
"""Machado, Oliveira and Fernandes 2009, severity 1.0, for linear light."""


def lab(colour: str, matrix: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    """A colour as somebody sees it, in CIE L*a*b*."""
    light = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (each / 255 for each in Color.parse(colour).rgb)
    ]
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in matrix
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    one, two, three = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * two - 16, 500 * (one - two), 200 * (two - three)


@pytest.mark.parametrize("sight", MACHADO)
def test_the_kinds_are_told_apart_by_the_colour_blind(sight: str) -> None:
    """A difference of 25 in CIE76; 2.3 is the least that is noticed, and colours far apart on screen need more."""
    seen = [lab(each, MACHADO[sight]) for each in COLOUR_BLIND.kinds[:4]]
    apart = [
        sum((a - b) ** 2 for a, b in zip(one, two, strict=True)) ** 0.5 for one, two in combinations(seen, 2)
    ]
    assert min(apart) >= 25


def test_light_or_dark_goes_there_and_back() -> None:
    assert set(OTHER_LIGHT) == set(LOOKS)
    assert all(LOOKS[one].dark != LOOKS[other].dark for one, other in OTHER_LIGHT.items())


def test_the_nearest_of_256_colours_is_itself_where_it_is_one() -> None:
    assert [nearest(each) for each in ("#5f87af", "#1c1c1c", "#ffffff")] == ["#5F87AF", "#1C1C1C", "#FFFFFF"]
