"""Acceptance is given to what stands there, and lapses when that changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import ModuleType

import pytest

from rcoder.domain.configuration import Assembled, Element, Link, Place
from rcoder.domain.review import BINDING, DRAWN, digest, standing, with_status
from rcoder.domain.words import Activation, Effect, Horizon, Kind, Scope, Stance, Status


@pytest.fixture
def found(making: ModuleType) -> Assembled:
    return making.assembled(
        "K01",
        [("c", "context"), ("r", "resource"), ("m", "reasoning"), ("o", "outcome")],
        [("l1", "r", "m"), ("l2", "m", "o"), ("l3", "c", "l1", "conditions")],
        [making.evidence("e1", "l1"), making.evidence("e2", "K01", 40, 50)],
        because="hun kender ham",
    )


def other_element(**fields: object) -> Callable[[Assembled], Assembled]:
    return lambda found: replace(
        found, elements={**found.elements, "m": replace(found.elements["m"], **fields)}
    )


def other_link(**fields: object) -> Callable[[Assembled], Assembled]:
    return lambda found: replace(found, links=(replace(found.links[0], **fields), *found.links[1:]))


def other_evidence(**fields: object) -> Callable[[Assembled], Assembled]:
    return lambda found: replace(found, evidence=(replace(found.evidence[0], **fields), *found.evidence[1:]))


def other_configuration(**fields: object) -> Callable[[Assembled], Assembled]:
    return lambda found: replace(found, configuration=replace(found.configuration, **fields))


LAPSES = {
    "another because": other_configuration(because="noget andet"),
    "another wording": other_element(wording="noget andet"),
    "another code": other_element(code_id="H1.M2"),
    "another actor": other_element(actor="virksomhed"),
    "another activation": other_element(activation=Activation.WEAK),
    "another sign": other_element(sign="-"),
    "another horizon": other_element(horizon=Horizon.LONG),
    "another box": other_element(node_id="M2"),
    "a box of its own": other_element(new=True),
    "another kind": lambda found: replace(
        found, places=(replace(found.places[0], kind=Kind.RESOURCE), *found.places[1:])
    ),
    "another order": lambda found: replace(
        found, places=(replace(found.places[0], position=9), *found.places[1:])
    ),
    "an element more": lambda found: replace(
        found,
        places=(*found.places, Place("p9", "K01", "x", Kind.CONTEXT, 9)),
        elements={**found.elements, "x": Element("x", "x")},
    ),
    "an element less": lambda found: replace(
        found,
        places=found.places[1:],
        elements={name: each for name, each in found.elements.items() if name != "c"},
    ),
    "a link more": lambda found: replace(
        found, links=(*found.links, Link("l9", "K01", "c", "l2", Effect.CONDITIONS))
    ),
    "a link less": lambda found: replace(found, links=found.links[:-1]),
    "another effect": other_link(effect=Effect.HINDERS),
    "another end": other_link(target_id="o"),
    "evidence more": lambda found: replace(
        found, evidence=(*found.evidence, replace(found.evidence[0], id="e9", start=60, end=70))
    ),
    "evidence less": lambda found: replace(found, evidence=found.evidence[:1]),
    "another stance": other_evidence(stance=Stance.CONTRADICTS),
    "another span": other_evidence(end=25),
    "another scope": other_evidence(scope=Scope.GENERAL),
    "another case": other_evidence(case_id="B"),
}

HOLDS = {
    "another title": other_configuration(title="noget andet"),
    "another memo": other_configuration(memo="noget andet"),
    "another hypothesis": other_configuration(hypotheses=("H2",)),
    "another core element": other_configuration(core_id="K2"),
    "rows in another order": lambda found: replace(
        found, places=found.places[::-1], links=found.links[::-1], evidence=found.evidence[::-1]
    ),
}


@pytest.mark.parametrize("change", LAPSES.values(), ids=LAPSES)
@pytest.mark.parametrize("status", sorted(BINDING))
def test_acceptance_lapses_on(
    found: Assembled, change: Callable[[Assembled], Assembled], status: Status
) -> None:
    accepted = with_status(found, status, "eva")
    assert standing(accepted).holds
    after = standing(change(accepted))
    assert after.changed_since
    assert not after.holds


@pytest.mark.parametrize("change", HOLDS.values(), ids=HOLDS)
def test_acceptance_holds_on(found: Assembled, change: Callable[[Assembled], Assembled]) -> None:
    assert standing(change(with_status(found, Status.ACCEPTED, "eva"))).holds


def test_a_change_taken_back_restores_acceptance(found: Assembled) -> None:
    accepted = with_status(found, Status.ACCEPTED, "eva")
    changed = replace(accepted, links=accepted.links[:-1])
    assert standing(replace(changed, links=accepted.links)).holds


def test_a_shared_element_changed_from_elsewhere_lapses_everywhere(making: ModuleType) -> None:
    shared = Element("m", "tryghed")
    both = [
        with_status(
            making.assembled(number, [("m", kind), (f"{number}o", "outcome")], elements={"m": shared}),
            Status.ACCEPTED,
            "eva",
        )
        for number, kind in (("K01", "reasoning"), ("K02", "context"))
    ]
    reworded = replace(shared, wording="utryghed")
    for each in both:
        assert standing(each).holds
        assert standing(replace(each, elements={**each.elements, "m": reworded})).changed_since


def test_accepting_again_takes_the_lapse_away(found: Assembled) -> None:
    lapsed = other_element(wording="ny")(with_status(found, Status.ACCEPTED, "eva"))
    assert standing(with_status(lapsed, Status.ACCEPTED, "eva")).holds


@pytest.mark.parametrize("status", [each for each in Status if each not in BINDING])
def test_other_statuses_neither_hold_nor_lapse(found: Assembled, status: Status) -> None:
    changed = other_element(wording="ny")(with_status(found, status, "eva"))
    assert standing(changed).status is status
    assert not standing(changed).changed_since
    assert not standing(changed).holds


def test_a_status_is_given_by_a_named_coder_to_what_stands_there(found: Assembled) -> None:
    given = with_status(found, Status.SETTLED, "eva").configuration
    assert (given.status, given.status_by, given.status_digest) == (Status.SETTLED, "eva", digest(found))


def test_a_lapsed_acceptance_is_said_in_both_languages(found: Assembled) -> None:
    lapsed = standing(other_element(wording="ny")(with_status(found, Status.ACCEPTED, "eva")))
    assert lapsed.say() == "accepted, changed since"
    assert lapsed.say("da") == "godkendt, ændret siden"
    assert standing(found).say() == "draft"


def test_superseded_and_rejected_ones_are_kept_and_not_drawn() -> None:
    assert set(Status) - DRAWN == {Status.SUPERSEDED, Status.REJECTED}


def test_a_configuration_stands_the_same_for_one_who_does_not_see_all_its_evidence(found: Assembled) -> None:
    accepted = with_status(found, Status.ACCEPTED, "eva")
    in_part = replace(accepted, evidence=(), digest=digest(accepted))
    assert standing(in_part) == standing(accepted)
    assert with_status(in_part, Status.SETTLED, "bo").configuration.status_digest == digest(found)
