"""Two figures side by side: the same boxes in the same places, each with its own numbers and its own N."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import figure_theories as theories
import pytest

from rcoder.domain.theory import Arrow, ArrowState, ChangeTheory, Denominator, Tally
from rcoder.domain.words import Bilingual
from rcoder.figure.pair import draw_pair_svg

SVG = "{http://www.w3.org/2000/svg}"


def side(theory: ChangeTheory, words: str, coded: int, *, odd: bool) -> ChangeTheory:
    """Half of the arrows said here, the others only on the other side."""
    arrows = tuple(
        replace(each, state=ArrowState.DRAFT, supports=Tally(passages=place + 1, cases=1))
        if (place % 2 == 1) is odd
        else _grey(each)
        for place, each in enumerate(theory.arrows)
    )
    return replace(theory, arrows=arrows, denominator=Denominator(coded), cut=Bilingual(words, words))


def _grey(arrow: Arrow) -> Arrow:
    none = Tally()
    return replace(
        arrow, state=ArrowState.ELSEWHERE, witnesses=(), supports=none, contradicts=none, refines=none
    )


def pair(theory: ChangeTheory) -> tuple[ChangeTheory, ChangeTheory]:
    return side(theory, "Kun sager i gruppen", 3, odd=True), side(
        theory, "Kun sager uden for gruppen", 2, odd=False
    )


def halves(svg: str) -> list[ET.Element]:
    root = ET.fromstring(svg.encode())  # noqa: S314 - our own drawing is parsed, and it must be well formed
    return [group for group in root.iter(f"{SVG}g") if group.get("class") == "half"]


def placed(half: ET.Element, name: str) -> dict[str | None, dict[str, str]]:
    """Each box's or arrow's rectangle or line in its half, by its id in the theory."""
    kind, shape = ("rect", ("x", "y", "width", "height")) if name == "box" else ("path", ("d",))
    return {
        group.get(f"data-{name}"): {each: found.get(each, "") for each in shape}
        for group in half.iter(f"{SVG}g")
        if group.get("class") == name and (found := group.find(f"{SVG}{kind}")) is not None
    }


@pytest.mark.parametrize("theory", [theories.mini(), theories.jobfirst(), theories.hostile()])
def test_boxes_and_arrows_stand_in_the_same_places(theory: ChangeTheory) -> None:
    one, other = halves(draw_pair_svg(pair(theory)))
    assert placed(one, "box") == placed(other, "box")
    assert placed(one, "arrow") == placed(other, "arrow")
    assert len(placed(one, "box")) == len(theory.boxes)
    assert len(placed(one, "arrow")) == len(theory.arrows)


def test_each_says_what_it_is_narrowed_to_and_counts_of_its_own_cases() -> None:
    said = [" ".join(half.itertext()) for half in halves(draw_pair_svg(pair(theories.mini())))]
    assert "Kun sager i gruppen" in said[0]
    assert "Kun sager uden for gruppen" in said[1]
    assert set(re.findall(r"● ?\d+ · \d+/(\d+)", said[0])) == {"3"}
    assert set(re.findall(r"● ?\d+ · \d+/(\d+)", said[1])) == {"2"}


def test_what_is_said_on_the_other_side_has_no_numbers_here() -> None:
    for half in halves(draw_pair_svg(pair(theories.mini()))):
        for group in half.iter(f"{SVG}g"):
            if group.get("data-state") == "elsewhere":
                assert "●" not in " ".join(group.itertext())


def test_ids_are_unique_and_bytes_the_same_twice() -> None:
    svg = draw_pair_svg(pair(theories.jobfirst()), language="en", source="Prøvestudie · pr. 2026-11-22")
    ids = re.findall(r' id="([^"]+)"', svg)
    assert len(ids) == len(set(ids))
    assert svg == draw_pair_svg(
        pair(theories.jobfirst()), language="en", source="Prøvestudie · pr. 2026-11-22"
    )
    assert "Prøvestudie · pr. 2026-11-22" in " ".join(ET.fromstring(svg.encode()).itertext())  # noqa: S314 - ours
