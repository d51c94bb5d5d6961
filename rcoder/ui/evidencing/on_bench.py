"""What is joined to a part of a configuration beside its own passages: passages on an element, and other material."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rcoder.domain.signs import MATERIAL_SIGNS, STANCE_SIGNS
from rcoder.domain.terms import say
from rcoder.domain.words import Stance
from rcoder.ui.configuring.one_row import QUOTE_LINES, row_of

if TYPE_CHECKING:
    from rcoder.domain.exhibit import Bearing, Exhibit
    from rcoder.project.bench import Bench
    from rcoder.ui.widgets.lines import Line, Piece

LANGUAGE = "en"


def material_on(bench: Bench, claim_id: str) -> list[tuple[Bearing, Exhibit]]:
    """The other material on a part of the configuration, as far as in sight."""
    return [
        (each, bench.exhibits[each.exhibit_id])
        for each in (*bench.assembled.bearings, *bench.belongings.material_on_rivals)
        if each.claim_id == claim_id and each.exhibit_id in bench.exhibits
    ]


def material_rows(bench: Bench, claim_id: str, width: int, depth: int) -> Iterator[Line]:
    """Other material on a part of the configuration, with its own sign; it counts among no passages."""
    for bearing, exhibit in material_on(bench, claim_id):
        yield from _material(bench, bearing, exhibit, width, depth)


def _material(bench: Bench, bearing: Bearing, exhibit: Exhibit, width: int, depth: int) -> Iterator[Line]:
    tone = "-strong" if bearing.stance is Stance.CONTRADICTS else "-muted"
    sign = f"{MATERIAL_SIGNS[exhibit.material]}{STANCE_SIGNS[bearing.stance]}"
    head: list[Piece] = [("  ", ""), (f"{sign} {say(bearing.stance, LANGUAGE)} ", tone)]
    right = " · ".join(
        each for each in (say(exhibit.material, LANGUAGE), bench.cases.get(exhibit.case_id or "", "")) if each
    )
    row = f"bearing:{bearing.id}"
    words = exhibit_words(exhibit)
    yield from row_of(row, head, words, width, right=right, depth=depth, hang=4, limit=QUOTE_LINES)
    if bearing.memo:
        yield from row_of(
            f"{row}#m",
            [("    ", "")],
            f"memo: {bearing.memo}",
            width,
            tone="-muted",
            goes_on=True,
            depth=depth,
        )


def exhibit_words(exhibit: Exhibit) -> str:
    """A piece of material in a row: its title, the figure with its base, what it says, and where it is found."""
    figure = f"{exhibit.value} ({exhibit.base})" if exhibit.value else ""
    said = f"“{exhibit.words}”" if exhibit.words else ""
    told = " · ".join(each for each in (figure, said, exhibit.where) if each)
    return f"{exhibit.title}: {told}" if told else exhibit.title
