"""The change theory derived from the links of configurations (decisions 2 to 7 and 12)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desks import PLACES, Desk, arrows, boxes
from rcoder.domain.configuration import Element
from rcoder.domain.review import with_status
from rcoder.domain.theory import ArrowState, Membership, Tally
from rcoder.domain.words import Basis, Column, Horizon, Kind, Stance, Status


def test_without_configurations_the_initial_theory_is_drawn_without_evidence(desk: Desk) -> None:
    theory = desk.derive()
    assert [box.key for box in theory.boxes] == ["K", "M", "S", "C"]
    assert {each: arrow.state for each, arrow in arrows(theory).items()} == {
        "K-M-promotes": ArrowState.INITIAL,
        "M-S-promotes": ArrowState.INITIAL,
        "C-M-conditions": ArrowState.INITIAL,
    }
    assert all(arrow.supports == arrow.contradicts == arrow.refines == Tally() for arrow in theory.arrows)
    first = theory.arrows[0]
    assert (first.initial, first.basis, first.section, first.hypotheses) == (
        True,
        Basis.INFERRED,
        "§1",
        ("H1",),
    )


def test_resources_and_outcomes_without_links_make_no_arrows(desk: Desk) -> None:
    places = [("r1", "resource"), ("r2", "resource"), ("o1", "outcome"), ("o2", "outcome"), ("o3", "outcome")]
    theory = desk.derive(desk.making.assembled("K01", places))
    assert [arrow.state for arrow in theory.arrows] == [ArrowState.INITIAL] * 3
    assert len(theory.boxes) == 4 + 5


def test_a_link_is_one_arrow_and_counts_only_its_own_passages(desk: Desk, coded: dict[str, Element]) -> None:
    making = desk.making
    found = making.assembled(
        "K01", [*PLACES, ("o", "outcome")], [("ms", "m", "s"), ("mo", "m", "o", "hinders")],
        [
            making.evidence("e1", "ms"),
            making.evidence("e2", "ms", 40, 50, stance=Stance.CONTRADICTS),
            making.evidence("e3", "mo", 60, 70),
            making.evidence("e4", "K01", 80, 90),
        ],
        elements=coded,
    )  # fmt: skip
    theory = desk.derive(found)
    known, new = arrows(theory)["M-S-promotes"], arrows(theory)["M-new-o-hinders"]
    assert (known.state, known.initial, known.configurations) == (ArrowState.DRAFT, True, ("K01",))
    assert (known.supports, known.contradicts) == (Tally(passages=1, cases=1), Tally(passages=1, cases=1))
    assert (new.state, new.initial, new.supports) == (ArrowState.DRAFT, False, Tally(passages=1, cases=1))
    assert [each.text for each in known.witnesses] == [making.TEXT[10:20], making.TEXT[40:50]]


def test_evidence_on_the_whole_is_listed_apart_from_the_arrows(desk: Desk, coded: dict[str, Element]) -> None:
    whole = desk.making.evidence("e1", "K01", 80, 90, stance=Stance.REFINES)
    found = desk.making.assembled("K01", PLACES, [("ms", "m", "s")], [whole], elements=coded, title="Tryghed")
    theory = desk.derive(found)
    assert all(arrow.witnesses == () for arrow in theory.arrows)
    ((number, title, (witness,)),) = [
        (each.configuration, each.title, each.witnesses) for each in theory.whole
    ]
    assert (number, title, witness.start, witness.stance) == ("K01", "Tryghed", 80, Stance.REFINES)


def test_a_passage_in_two_configurations_counts_once_on_their_arrow(
    desk: Desk, coded: dict[str, Element]
) -> None:
    making = desk.making
    both = [
        making.assembled(
            number,
            PLACES,
            [(f"{number}ms", "m", "s")],
            [making.evidence(f"e{number}", f"{number}ms")],
            elements=coded,
        )
        for number in ("K02", "K01")
    ]
    arrow = arrows(desk.derive(*both))["M-S-promotes"]
    assert arrow.supports == Tally(passages=1, cases=1)
    assert arrow.configurations == arrow.witnesses[0].configurations == ("K01", "K02")


@pytest.mark.parametrize(
    ("statuses", "state"),
    [
        ([Status.DRAFT], ArrowState.DRAFT),
        ([Status.SUBMITTED, Status.RETURNED], ArrowState.DRAFT),
        ([Status.ACCEPTED], ArrowState.ACCEPTED),
        ([Status.SETTLED], ArrowState.ACCEPTED),
        ([Status.DRAFT, Status.ACCEPTED], ArrowState.ACCEPTED),
        ([Status.ACCEPTED, Status.DRAFT], ArrowState.ACCEPTED),
        ([Status.REJECTED, Status.SUPERSEDED], ArrowState.INITIAL),
    ],
)
def test_an_arrow_is_solid_where_some_configuration_is_accepted(
    desk: Desk, coded: dict[str, Element], statuses: list[Status], state: ArrowState
) -> None:
    found = [
        with_status(
            desk.making.assembled(f"K0{number}", PLACES, [(f"l{number}", "m", "s")], elements=coded),
            status,
            "eva",
        )
        for number, status in enumerate(statuses)
    ]
    assert arrows(desk.derive(*found))["M-S-promotes"].state is state


def test_an_arrow_accepted_and_changed_since_is_dashed(desk: Desk, coded: dict[str, Element]) -> None:
    making = desk.making
    own = making.assembled("K01", PLACES, [("ms", "m", "s")], [making.evidence("e", "ms")], elements=coded)
    accepted = with_status(own, Status.ACCEPTED, "eva")
    assert arrows(desk.derive(accepted))["M-S-promotes"].state is ArrowState.ACCEPTED
    for changed in (
        replace(accepted, evidence=()),
        replace(
            accepted, elements={**accepted.elements, "c": replace(accepted.elements["c"], actor="mentor")}
        ),
    ):
        assert arrows(desk.derive(changed))["M-S-promotes"].state is ArrowState.DRAFT


def test_a_shared_element_is_one_box_and_makes_a_chain(desk: Desk) -> None:
    making, hours = desk.making, {"hours": Element("hours", "ordinære timer", horizon=Horizon.LONG)}
    before = making.assembled(
        "K01", [("a", "reasoning"), ("hours", "outcome")], [("1", "a", "hours")], elements=hours
    )
    after = making.assembled(
        "K02", [("hours", "resource"), ("b", "reasoning")], [("2", "hours", "b")], elements=hours
    )
    theory = desk.derive(before, after)
    box = boxes(theory)["new-hours"]
    assert (box.column, box.kind, box.new, box.key) == (Column.LONG, Kind.OUTCOME, True, "")
    assert box.elements == ("K01: ordinære timer", "K02: ordinære timer")
    assert {"new-a-new-hours-promotes", "new-hours-new-b-promotes"} <= set(arrows(theory))


def test_a_box_of_its_own_belongs_to_the_hypotheses_of_all_its_configurations(desk: Desk) -> None:
    both = [
        desk.making.assembled(number, [("n", "reasoning")], hypotheses=(hypothesis,))
        for number, hypothesis in (("K01", "H2"), ("K02", "H1"), ("K03", "H2"))
    ]
    assert boxes(desk.derive(*both))["new-n"].hypotheses == ("H2", "H1")


@pytest.mark.parametrize(
    ("kind", "fields", "column"),
    [
        ("context", {}, Column.CONTEXT),
        ("resource", {}, Column.MECHANISM),
        ("reasoning", {"sign": "-"}, Column.MECHANISM),
        ("outcome", {"horizon": Horizon.SHORT}, Column.SHORT),
        ("outcome", {"horizon": Horizon.LONG}, Column.LONG),
        ("outcome", {}, Column.MEDIUM),
        ("outcome", {"sign": "-", "horizon": Horizon.LONG}, Column.NEGATIVE),
    ],
)
def test_a_box_of_its_own_stands_by_kind_sign_and_horizon(
    desk: Desk, kind: str, fields: dict[str, Any], column: Column
) -> None:
    found = desk.making.assembled("K01", [("n", kind)], elements={"n": Element("n", "ny", **fields)})
    assert boxes(desk.derive(found))["new-n"].column is column


def test_links_within_one_box_are_kept_inside_it(desk: Desk) -> None:
    making = desk.making
    elements = {name: Element(name, name, node_id="M") for name in ("heard", "safe")}
    found = making.assembled(
        "K01", [("heard", "reasoning"), ("safe", "reasoning")], [("l", "heard", "safe")],
        [making.evidence("e", "l")], elements=elements,
    )  # fmt: skip
    theory = desk.derive(found)
    assert [arrow.state for arrow in theory.arrows] == [ArrowState.INITIAL] * 3
    (inner,) = boxes(theory)["M"].inner
    assert (inner.source, inner.target, inner.supports) == ("M", "M", Tally(passages=1, cases=1))
    assert boxes(theory)["M"].elements == ("K01: heard", "K01: safe")


def test_links_that_run_in_a_circle_are_all_drawn(desk: Desk) -> None:
    places = [("a", "reasoning"), ("b", "reasoning"), ("d", "outcome")]
    found = desk.making.assembled("K01", places, [("1", "a", "b"), ("2", "b", "d"), ("3", "d", "a")])
    drawn = {each for each in arrows(desk.derive(found)) if each.startswith("new")}
    assert drawn == {"new-a-new-b-promotes", "new-b-new-d-promotes", "new-d-new-a-promotes"}


def test_a_link_that_promotes_and_one_that_hinders_are_two_arrows(
    desk: Desk, coded: dict[str, Element]
) -> None:
    both = [
        desk.making.assembled(number, PLACES, [(number + "l", "m", "s", effect)], elements=coded)
        for number, effect in (("K01", "promotes"), ("K02", "hinders"))
    ]
    found = arrows(desk.derive(*both))
    assert found["M-S-promotes"].configurations == ("K01",)
    assert found["M-S-hinders"].configurations == ("K02",)


def test_a_condition_goes_to_the_target_of_the_link_it_conditions(
    desk: Desk, coded: dict[str, Element]
) -> None:
    making = desk.making
    found = making.assembled(
        "K01", [*PLACES, ("d", "context")], [("ms", "m", "s"), ("dm", "d", "ms", "conditions")],
        [making.evidence("e", "dm")], elements=coded,
    )  # fmt: skip
    arrow = arrows(desk.derive(found))["new-d-S-conditions"]
    assert (arrow.state, arrow.supports) == (ArrowState.DRAFT, Tally(passages=1, cases=1))


def test_a_condition_goes_where_the_initial_theory_has_it(desk: Desk, coded: dict[str, Element]) -> None:
    found = desk.making.assembled(
        "K01", PLACES, [("ms", "m", "s"), ("cm", "c", "ms", "conditions")], elements=coded
    )
    drawn = arrows(desk.derive(found))
    assert drawn["C-M-conditions"].configurations == ("K01",)
    assert "C-S-conditions" not in drawn
    more = replace(desk.contents, links=(*desk.contents.links, desk.making.arrow("C", "S", "conditions")))
    both = arrows(Desk(desk.making, more).derive(found))
    assert both["C-S-conditions"].configurations == ("K01",)
    assert both["C-M-conditions"].configurations == ()


def test_a_condition_on_a_condition_goes_to_the_end_of_the_first_link(desk: Desk) -> None:
    places = [("c1", "context"), ("c2", "context"), ("r", "resource"), ("m", "reasoning")]
    links = [("rm", "r", "m"), ("1", "c1", "rm", "conditions"), ("2", "c2", "1", "conditions")]
    drawn = arrows(desk.derive(desk.making.assembled("K01", places, links)))
    assert {"new-c1-new-m-conditions", "new-c2-new-m-conditions"} <= set(drawn)


def test_conditions_on_each_other_and_links_to_nothing_are_left_out(desk: Desk) -> None:
    places = [("c", "context"), ("m", "reasoning")]
    links = [
        ("1", "c", "2", "conditions"),
        ("2", "c", "3", "conditions"),
        ("3", "c", "1", "conditions"),
        ("4", "c", "4", "conditions"),
        ("5", "c", "gone", "conditions"),
        ("6", "m", "gone"),
        ("7", "gone", "m"),
    ]
    assert len(desk.derive(desk.making.assembled("K01", places, links)).arrows) == 3


def test_a_resource_in_a_box_of_its_own_belongs_to_the_core_element_and_is_not_counted(desk: Desk) -> None:
    places = [("r", "resource"), ("m", "reasoning")]
    theory = desk.derive(desk.making.assembled("K01", places, [("rm", "r", "m")], core_id="K"))
    assert theory.memberships == (Membership("K", "new-r"),)
    assert not any(arrow.target == "new-r" for arrow in theory.arrows)
    assert arrows(theory)["K-M-promotes"].state is ArrowState.INITIAL


def test_a_resource_in_a_box_of_the_theory_needs_no_line_to_its_core_element(
    desk: Desk, coded: dict[str, Element]
) -> None:
    found = desk.making.assembled("K01", [("m", "resource")], elements=coded, core_id="K")
    assert desk.derive(found).memberships == ()


def test_no_core_element_no_membership(desk: Desk) -> None:
    assert desk.derive(desk.making.assembled("K01", [("r", "resource")])).memberships == ()
    assert desk.derive(desk.making.assembled("K01", [("r", "resource")], core_id="gone")).memberships == ()
