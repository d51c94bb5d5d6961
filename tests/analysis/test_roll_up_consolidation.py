"""A consolidated configuration is drawn in the place of its members (decision 12)."""

from __future__ import annotations

from dataclasses import replace

from desks import PLACES, Desk, arrows, boxes
from rcoder.domain.configuration import Assembled, Element
from rcoder.domain.review import with_status
from rcoder.domain.theory import ArrowState
from rcoder.domain.words import Status


def consolidation(desk: Desk, coded: dict[str, Element]) -> list[Assembled]:
    making = desk.making
    return [
        making.assembled(
            number, places, [(f"{number}ms", "m", "s"), *more],
            [
                making.evidence(f"{number}e", f"{number}ms", place, place + 10),
                making.evidence(f"{number}w", number, place + 20, place + 30),
            ],
            elements=coded, consolidated_in=into,
        )
        for number, places, more, place, into in (
            ("K01", [*PLACES, ("x", "outcome")], [("K01mx", "m", "x")], 100, "K10"),
            ("K02", PLACES, [], 200, "K10"),
            ("K10", PLACES, [], 300, None),
        )
    ]  # fmt: skip


def test_a_consolidated_configuration_is_drawn_instead_of_its_members(
    desk: Desk, coded: dict[str, Element]
) -> None:
    theory = desk.derive(*consolidation(desk, coded))
    assert set(boxes(theory)) == {"K", "M", "S", "C"}
    assert boxes(theory)["M"].elements == ("K10: m",)
    arrow = arrows(theory)["M-S-promotes"]
    assert arrow.configurations == ("K10", "K01", "K02")
    assert [each.start for each in arrow.witnesses] == [100, 200, 300]
    assert len(theory.arrows) == 3


def test_the_members_evidence_on_the_whole_stays_listed(desk: Desk, coded: dict[str, Element]) -> None:
    theory = desk.derive(*consolidation(desk, coded))
    assert [(each.configuration, each.witnesses[0].start) for each in theory.whole] == [
        ("K01", 120),
        ("K02", 220),
        ("K10", 320),
    ]


def test_members_are_drawn_where_the_consolidated_one_is_not(desk: Desk, coded: dict[str, Element]) -> None:
    *members, consolidated = consolidation(desk, coded)
    rejected = with_status(consolidated, Status.REJECTED, "eva")
    for theory in (desk.derive(*members), desk.derive(*members, rejected)):
        assert arrows(theory)["M-S-promotes"].configurations == ("K01", "K02")
        assert "new-x" in boxes(theory)


def test_a_members_acceptance_does_not_make_the_consolidated_arrow_solid(
    desk: Desk, coded: dict[str, Element]
) -> None:
    *members, consolidated = consolidation(desk, coded)
    accepted = [with_status(each, Status.ACCEPTED, "eva") for each in members]
    assert arrows(desk.derive(*accepted, consolidated))["M-S-promotes"].state is ArrowState.DRAFT


def test_a_members_passages_do_not_count_for_a_stranger(desk: Desk, coded: dict[str, Element]) -> None:
    first, second, consolidated = consolidation(desk, coded)
    stranger = desk.making.assembled("K05", PLACES, [("K05ms", "m", "s")], elements=coded)
    theory = desk.derive(first, second, replace(consolidated, links=()), stranger)
    assert arrows(theory)["M-S-promotes"].configurations == ("K05",)
    assert arrows(theory)["M-S-promotes"].witnesses == ()


def test_a_members_passages_count_inside_a_box_too(desk: Desk) -> None:
    making = desk.making
    elements = {name: Element(name, name, node_id="M") for name in "ab"}
    places = [("a", "reasoning"), ("b", "reasoning")]
    member, whole = (
        making.assembled(
            number, places, [(f"{number}l", "a", "b")], [making.evidence(f"{number}e", f"{number}l", place, place + 5)],
            elements=elements, consolidated_in=into,
        )
        for number, place, into in (("K01", 10, "K10"), ("K10", 20, None))
    )  # fmt: skip
    (inner,) = boxes(desk.derive(member, whole))["M"].inner
    assert inner.supports.passages == 2


def test_consolidation_goes_on_to_the_last_and_a_circle_hides_nobody(
    desk: Desk, coded: dict[str, Element]
) -> None:
    first, second, last = consolidation(desk, coded)

    def into(found: Assembled, number: str | None) -> Assembled:
        return replace(found, configuration=replace(found.configuration, consolidated_in=number))

    steps = arrows(desk.derive(into(first, "K02"), into(second, "K10"), last))["M-S-promotes"]
    assert steps.configurations == ("K10", "K01", "K02")
    circle = arrows(desk.derive(into(first, "K02"), into(second, "K01"), into(last, "K10")))["M-S-promotes"]
    assert circle.configurations == ("K01", "K02", "K10")
