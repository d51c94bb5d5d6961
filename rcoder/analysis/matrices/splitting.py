"""Cases parted into groups that stand side by side; those of which it is not known stand apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from rcoder.analysis.groups import sort_cases
from rcoder.domain.case import Attribute, Case, Group
from rcoder.domain.groups import Belonging, said_name, said_value, value_of
from rcoder.domain.words import AttributeType, danish_order

UNKNOWN = "unknown"
"""Id of the part of cases of which what decides is not known."""
MOST_VALUES = 6
"""Different numbers that an attribute may have before it is parted in the middle."""


class Part(NamedTuple):
    """Cases that stand together."""

    id: str
    name: str
    cases: frozenset[str]


def parted_by_group(
    cases: Sequence[Case], group: Group, attributes: Sequence[Attribute], language: str
) -> tuple[Part, ...]:
    """Those in a group, those out of it, and those of which it is not known."""
    found = sort_cases(cases, group, attributes, language)
    name = group.name.say(language)
    parts = {
        Belonging.IN: ("in", name),
        Belonging.OUT: ("out", f"not {name}"),
        Belonging.UNKNOWN: (UNKNOWN, f"{name}: unknown"),
    }
    return _there(
        Part(*words, frozenset(each.case_id for each in found.of(belonging)))
        for belonging, words in parts.items()
    )


def parted_by_value(cases: Sequence[Case], attribute: Attribute, language: str) -> tuple[Part, ...]:
    """A part for each value of an attribute; numbers that are many are parted at their median."""
    name = said_name(attribute, language)
    by_value: dict[str, set[str]] = {}
    for case in cases:
        by_value.setdefault(value_of(case, attribute.key), set()).add(case.id)
    unknown = Part(UNKNOWN, f"{name}: unknown", frozenset(by_value.pop("", ())))
    if attribute.type is AttributeType.NUMBER and len(by_value) > MOST_VALUES:
        parts = _halves(by_value, attribute, language)
    else:
        parts = [
            Part(value, said_value(attribute, value, language), frozenset(by_value[value]))
            for value in _ordered(by_value, attribute)
        ]
    return _there((*parts, unknown))


def _halves(by_value: dict[str, set[str]], attribute: Attribute, language: str) -> list[Part]:
    values = sorted(Decimal(value) for value, own in by_value.items() for _ in own)
    middle = values[len(values) // 2]
    said = said_value(attribute, format(middle.normalize(), "f"), language)
    low = frozenset(case for value, own in by_value.items() if Decimal(value) < middle for case in own)
    high = frozenset(case for value, own in by_value.items() if Decimal(value) >= middle for case in own)
    return [Part("below", f"under {said}", low), Part("above", f"{said} or more", high)]


def _ordered(values: Iterable[str], attribute: Attribute) -> list[str]:
    """Values as their attribute orders them."""
    if attribute.type is AttributeType.NUMBER:
        return sorted(values, key=Decimal)
    order = {choice.value: place for place, choice in enumerate(attribute.choices)}
    if attribute.type is AttributeType.YES_NO:
        order = {"yes": 0, "no": 1}
    return sorted(values, key=lambda value: (order.get(value, len(order)), danish_order(value)))


def _there(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts that have a case."""
    return tuple(each for each in parts if each.cases)
