"""Which cases are in a group, which are not, and of which that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from rcoder.domain.attributes import attribute_called, canonical_value
from rcoder.domain.case import Attribute, Case, Criterion, Group
from rcoder.domain.errors import Misuse
from rcoder.domain.groups import (
    OUTCOME_GROUP,
    USUAL,
    Belonging,
    GroupCount,
    Sorted,
    criteria_attributes,
    said_name,
    said_value,
    value_of,
)
from rcoder.domain.words import AttributeType, Bilingual, Relation, danish_order


def sort_cases(
    cases: Iterable[Case], group: Group, attributes: Iterable[Attribute], language: str = "da"
) -> GroupCount:
    """Where every case stands by a group, in order of name."""
    known = criteria_attributes(attributes)
    ordered = sorted(cases, key=lambda case: (danish_order(case.name), case.id))
    return GroupCount(group, tuple(sort_case(case, group, known, language) for case in ordered))


def usual_groups(cases: Iterable[Case]) -> tuple[Group, ...]:
    """A group for each outcome group that cases have; they are not stored."""
    found = {case.outcome_group: None for case in cases if case.outcome_group}
    return tuple(
        Group(
            f"{USUAL}{value}",
            Bilingual(en=said_value(OUTCOME_GROUP, value)),
            (Criterion(OUTCOME_GROUP.key, Relation.IS, value),),
        )
        for value in sorted(found, key=danish_order)
    )


def sort_case(case: Case, group: Group, attributes: Iterable[Attribute], language: str = "da") -> Sorted:
    """Where one case stands by a group; `attributes` are those of `criteria_attributes`.

    A criterion that is not fulfilled puts it out, whatever is unknown besides; else one that is unknown leaves it open.
    """
    known = tuple(attributes)
    found = [_judged(case, criterion, known, language) for criterion in group.criteria]
    for belonging in (Belonging.OUT, Belonging.UNKNOWN):
        reasons = [reason for each, reason in found if each is belonging]
        if reasons:
            return Sorted(case.id, case.name, belonging, "; ".join(reasons))
    return Sorted(case.id, case.name, Belonging.IN, "; ".join(reason for _, reason in found))


def _judged(
    case: Case, criterion: Criterion, attributes: tuple[Attribute, ...], language: str
) -> tuple[Belonging, str]:
    """Where a case stands by one criterion, and the value that says so."""
    attribute = attribute_called(attributes, criterion.attribute)
    if attribute is None:
        return Belonging.UNKNOWN, f"there is no attribute {criterion.attribute}"
    name, value = said_name(attribute, language), value_of(case, attribute.key)
    try:
        own, wanted = canonical_value(attribute, value), canonical_value(attribute, criterion.value)
    except Misuse as error:
        return Belonging.UNKNOWN, error.message
    reason = f"{name}: {said_value(attribute, own, language)}"
    if not own or not wanted:
        return Belonging.UNKNOWN, reason
    return (Belonging.IN if _holds(attribute, own, criterion.relation, wanted) else Belonging.OUT), reason


def _holds(attribute: Attribute, own: str, relation: Relation, wanted: str) -> bool:
    """Whether two stored values stand in a relation; at least and at most hold of equal values where there is no order."""
    if relation is Relation.IS:
        return own.casefold() == wanted.casefold()
    if relation is Relation.IS_NOT:
        return own.casefold() != wanted.casefold()
    if attribute.type is AttributeType.NUMBER:
        return _beyond(Decimal(own), relation, Decimal(wanted))
    if attribute.type is AttributeType.DATE:
        return _beyond(date.fromisoformat(own), relation, date.fromisoformat(wanted))
    return own.casefold() == wanted.casefold()


def _beyond(own: Decimal | date, relation: Relation, wanted: Decimal | date) -> bool:
    if relation is Relation.AT_LEAST:
        return own >= wanted  # type: ignore[operator] # both are of one type
    return own <= wanted  # type: ignore[operator] # both are of one type
