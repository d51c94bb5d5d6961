"""Passages on elements, and those that bring something new, in the change theory: listed, never counted on an arrow."""

from __future__ import annotations

from desks import PLACES, Desk, arrows
from rcoder.domain.configuration import Element
from rcoder.domain.theory import Tally
from rcoder.domain.words import Stance


def test_a_passage_on_an_element_is_listed_with_its_box_and_counted_on_no_arrow(
    desk: Desk, coded: dict[str, Element]
) -> None:
    on_element = desk.making.evidence("e1", "m", 80, 90, stance=Stance.CONTRADICTS)
    theory = desk.derive(
        desk.making.assembled("K01", PLACES, [("ms", "m", "s")], [on_element], elements=coded)
    )
    assert all(arrow.witnesses == () for arrow in theory.arrows)
    assert theory.whole == ()
    box = next(each for each in theory.boxes if each.key == "M")
    assert [(each.start, each.stance) for each in box.witnesses if each.stance] == [(80, Stance.CONTRADICTS)]


def test_what_is_new_on_a_link_is_listed_and_supports_nothing(desk: Desk, coded: dict[str, Element]) -> None:
    new = desk.making.evidence("e1", "ms", 80, 90, stance=Stance.NEW)
    theory = desk.derive(desk.making.assembled("K01", PLACES, [("ms", "m", "s")], [new], elements=coded))
    arrow = arrows(theory)["M-S-promotes"]
    assert [each.stance for each in arrow.witnesses] == [Stance.NEW]
    assert arrow.supports == arrow.contradicts == arrow.refines == Tally()
