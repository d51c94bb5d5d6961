"""Configurations: kinds belong to places, partial ones are normal."""

from __future__ import annotations

from types import ModuleType

import pytest

from rcoder.domain.configuration import Element, missing_kinds
from rcoder.domain.words import Kind


def test_the_same_element_has_different_kinds_in_two_configurations(making: ModuleType) -> None:
    hours = Element("hours", "ordinære timer")
    before = making.assembled("K01", [("hours", "outcome")], elements={"hours": hours})
    after = making.assembled("K02", [("hours", "resource")], elements={"hours": hours})
    assert before.kind_of("hours") is Kind.OUTCOME
    assert after.kind_of("hours") is Kind.RESOURCE
    assert before.of_kind(Kind.OUTCOME) == after.of_kind(Kind.RESOURCE) == (hours,)


def test_an_element_that_stands_in_two_places_has_both_kinds(making: ModuleType) -> None:
    twice = making.assembled("K01", [("e", "resource"), ("e", "context")])
    assert twice.kinds_of("e") == (Kind.RESOURCE, Kind.CONTEXT)
    assert twice.kind_of("e") is Kind.RESOURCE


def test_an_element_of_another_configuration_has_no_kind_here(making: ModuleType) -> None:
    assert making.assembled("K01").kind_of("e") is None
    assert making.assembled("K01").kinds_of("e") == ()


def test_one_kind_may_occur_several_times_in_order(making: ModuleType) -> None:
    chain = making.assembled("K01", [("heard", "reasoning"), ("safe", "reasoning"), ("shares", "reasoning")])
    assert [each.id for each in chain.of_kind(Kind.REASONING)] == ["heard", "safe", "shares"]


@pytest.mark.parametrize("present", [(), ("context",), ("outcome", "resource"), tuple(Kind)])
def test_what_is_missing_is_what_nothing_stands_for(making: ModuleType, present: tuple[str, ...]) -> None:
    found = making.assembled("K01", [(f"e{kind}", kind) for kind in present])
    assert missing_kinds(found) == tuple(kind for kind in Kind if kind not in present)


def test_evidence_is_found_by_its_claim(making: ModuleType) -> None:
    on_link, on_whole = making.evidence("e1", "l1"), making.evidence("e2", "K01")
    found = making.assembled(
        "K01", [("r", "resource"), ("m", "reasoning")], [("l1", "r", "m")], [on_link, on_whole]
    )
    assert found.evidence_on("l1") == (on_link,)
    assert found.evidence_on("K01") == (on_whole,)
    assert on_link.span.of(making.TEXT) == making.TEXT[10:20]
