"""Mini theories, and the passages that boxes and arrows of a theory open to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desks import PLACES, Desk, arrows, boxes
from rcoder.analysis.roll_up import derive
from rcoder.domain.configuration import Element
from rcoder.domain.errors import NotFound
from rcoder.domain.theory import Tally
from rcoder.domain.words import Kind, Scope


def test_a_mini_theory_holds_the_configurations_of_its_hypothesis(
    desk: Desk, coded: dict[str, Element]
) -> None:
    making = desk.making
    both = [
        making.assembled(
            number, PLACES[:2], [(f"{number}l", "m", "s")], elements=coded, hypotheses=hypotheses
        )
        for number, hypotheses in (("K01", ("H1",)), ("K02", ("H2",)), ("K03", ("H2", "H1")), ("K04", ()))
    ]
    mini = desk.derive(*both, key="H1")
    assert set(boxes(mini)) == {"H1.M", "H1.S"}
    (arrow,) = mini.arrows
    assert (arrow.id, arrow.configurations, arrow.hypotheses) == (
        "H1.M-H1.S-promotes",
        ("K01", "K03"),
        ("H1", "H2"),
    )
    assert desk.derive(*both).arrows[1].configurations == ("K01", "K02", "K03", "K04")


def test_evidence_on_hypotheses_and_conditions_is_listed_in_their_own_theory(desk: Desk) -> None:
    on_codes = [
        ("H1", desk.making.passage("1")),
        ("SC1", desk.making.passage("2", 30, 40)),
        ("H2", desk.making.passage("3", 50, 60)),
        ("gone", desk.making.passage("4", 70, 80)),
    ]

    def listed(key: str) -> list[str]:
        return [each.configuration for each in desk.derive(key=key, on_codes=on_codes).whole]

    assert listed("overall") == ["H1", "SC1", "H2"]
    assert listed("H1") == ["H1", "SC1"]
    assert listed("H2") == ["H2"]


def test_boxes_open_to_the_passages_their_elements_rest_on(desk: Desk, coded: dict[str, Element]) -> None:
    making = desk.making
    both = [
        making.assembled(
            number, PLACES, groundings=[("m", "x1"), ("m", "hidden"), ("s", "x2")], elements=coded
        )
        for number in ("K01", "K02")
    ]
    theory = desk.derive(*both, codings=[making.passage(name, stance=None) for name in ("x1", "x2")])
    (witness,) = boxes(theory)["M"].witnesses
    assert (witness.stance, witness.configurations) == (None, ("K01", "K02"))
    assert boxes(theory)["C"].witnesses == ()


def test_an_element_in_two_places_of_one_configuration_is_in_its_box_once(desk: Desk) -> None:
    making = desk.making
    found = making.assembled("K01", [("e", "outcome"), ("e", "context")], groundings=[("e", "x1")])
    box = boxes(desk.derive(found, codings=[making.passage("x1", stance=None)]))["new-e"]
    assert (box.elements, box.kind, len(box.witnesses)) == (("K01: e",), Kind.OUTCOME, 1)


def test_evidence_of_layers_out_of_sight_is_neither_counted_nor_listed(
    desk: Desk, coded: dict[str, Element]
) -> None:
    making = desk.making
    evidence = [
        making.evidence("e1", "ms"),
        making.evidence("e2", "ms", 40, 50),
        making.evidence("e3", "K01", 60, 70),
    ]
    found = making.assembled("K01", PLACES, [("ms", "m", "s")], evidence, elements=coded)
    seen = replace(desk.sources(found), evidence={"e1": making.passage("e1")})
    theory = derive(seen)
    assert arrows(theory)["M-S-promotes"].supports == Tally(passages=1, cases=1)
    assert theory.whole == ()


def test_general_and_interviewers_words_are_told_apart_on_an_arrow(
    desk: Desk, coded: dict[str, Element]
) -> None:
    making = desk.making
    evidence = [making.evidence(f"e{place}", "ms", place, place + 5) for place in (10, 20, 30, 40)]
    found = making.assembled("K01", PLACES, [("ms", "m", "s")], evidence, elements=coded)
    passages = {
        "e10": making.passage("e10", 10, 15),
        "e20": making.passage("e20", 20, 25, scope=Scope.GENERAL),
        "e30": making.passage("e30", 30, 35, scope=Scope.NORMATIVE),
        "e40": making.passage("e40", 40, 45, interviewer=True),
    }
    theory = derive(replace(desk.sources(found), evidence=passages))
    assert arrows(theory)["M-S-promotes"].supports == Tally(passages=2, cases=1, respondents=1, listed=2)


def test_new_boxes_stand_last(desk: Desk) -> None:
    found = desk.making.assembled(
        "K01", [("r", "resource"), ("m", "reasoning")], core_id="K", hypotheses=("H1",)
    )
    assert [box.new for box in desk.derive(found, key="H1").boxes] == [False, False, False, True, True]


def test_a_theory_that_is_not_there_is_named_with_those_that_are(desk: Desk) -> None:
    with pytest.raises(NotFound, match=r"no theory called H9. It has: overall, H1, H2."):
        desk.derive(key="H9")
