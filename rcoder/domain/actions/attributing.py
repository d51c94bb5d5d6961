"""Deeds on attributes: define, change, remove, order them, and say what is known of a case or interview."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from rcoder.domain.attributes import (
    attribute_called,
    attribute_name,
    canonical_value,
    expected,
    plain_key,
    say_value,
)
from rcoder.domain.case import Attribute, Case, Group
from rcoder.domain.errors import Misuse
from rcoder.domain.groups import FACTS, checked
from rcoder.domain.journal import Change, Deed, added, changed, removed
from rcoder.domain.terms import say
from rcoder.domain.transcript import Transcript
from rcoder.domain.words import AttributeType, Subject

Subjected = TypeVar("Subjected", bound=Case | Transcript)


class Misfits(Misuse):
    """Values that are known already do not fit what an attribute is to be; they can become unknown."""


NAMED = 6
"""How many values that do not fit a sentence names."""


def define(
    attribute: Attribute,
    known: Iterable[Attribute],
    records: Iterable[Case | Transcript],
    *,
    drop_misfits: bool = False,
) -> Deed:
    """Defines an attribute; values that stand under its key or label already are brought into its form.

    Raises Misuse where the attribute is not sound, is there already, or values do not fit and are not to be dropped.
    """
    _check(attribute, known)
    changes = _refitted(records, [(None, attribute)], drop_misfits=drop_misfits)
    return Deed(f"Defined the attribute {_named(attribute)}", added(attribute) + changes)


def define_all(
    new: Sequence[Attribute], known: Iterable[Attribute], records: Iterable[Case | Transcript]
) -> Deed:
    """Defines several attributes at once; `records` are the study's cases and interviews. Raises Misuse as `define` does."""
    every = list(known)
    for each in new:
        _check(each, every)
        every.append(each)
    changes = _refitted(records, [(None, each) for each in new])
    return Deed(f"Defined the attributes {', '.join(each.key for each in new)}", added(*new) + changes)


def redefine(
    before: Attribute,
    after: Attribute,
    known: Iterable[Attribute],
    records: Iterable[Case | Transcript],
    groups: Iterable[Group] = (),
    *,
    drop_misfits: bool = False,
) -> Deed:
    """Changes an attribute; values are converted, and groups made from it keep to its key.

    Raises Misuse naming the values, or the group, that do not fit what it is to be.
    """
    if before == after:
        raise Misuse(f"The attribute {before.key} is so already.")
    if before.about is not after.about:
        raise Misuse(
            f"{before.key} is about each {say(before.about)}.",
            "Remove it and add one that is about the other.",
        )
    others = [each for each in known if each.id != after.id]
    _check(after, others)
    changes = _refitted(records, [(before, after)], drop_misfits=drop_misfits)
    regrouped = tuple(
        change for group in groups for change in _regrouped(group, before.key, after, (*others, after))
    )
    lost = sum(
        before.key in (each.before or {})["attributes"] and after.key not in (each.after or {})["attributes"]
        for each in changes
    )
    sentence = f"Changed the attribute {_named(before)}"
    if before.type is not after.type:
        sentence += f" to {say(after.type)}"
    if lost:
        sentence += f"; {lost} {'value' if lost == 1 else 'values'} that did not fit became unknown"
    return Deed(sentence, changed(before, after) + regrouped + changes)


def undefine(attribute: Attribute, records: Iterable[Case | Transcript], groups: Iterable[Group]) -> Deed:
    """Removes an attribute with its values. Raises Misuse where a group is made from it."""
    users = [
        each.name.say() for each in groups if any(one.attribute == attribute.key for one in each.criteria)
    ]
    if users:
        raise Misuse(f"{attribute.key} makes the group {', '.join(users)}.", "Remove the group first.")
    changes: tuple[Change, ...] = ()
    for record in records:
        if attribute.key in record.attributes:
            changes += changed(record, with_values(record, {attribute.key: ""}))
    values = f" and its {len(changes)} values" if len(changes) > 1 else " and its value" if changes else ""
    return Deed(f"Removed the attribute {_named(attribute)}{values}", changes + removed(attribute))


def move(attributes: Sequence[Attribute], attribute: Attribute, step: int) -> Deed:
    """Moves an attribute up or down in their order. Raises Misuse at either end."""
    order = [each.id for each in attributes]
    index = order.index(attribute.id)
    if not 0 <= index + step < len(order):
        raise Misuse(f"{attribute.key} is the {'first' if step < 0 else 'last'} already.")
    order.insert(index + step, order.pop(index))
    changes: tuple[Change, ...] = ()
    for each in attributes:
        changes += changed(each, replace(each, position=order.index(each.id)))
    return Deed(f"Moved the attribute {attribute.key} {'up' if step < 0 else 'down'}", changes)


def say_of(record: Case | Transcript, attribute: Attribute, value: str) -> Deed:
    """Says what is known of a case or interview, "" for unknown. Raises Misuse where the value does not fit."""
    stored = canonical_value(attribute, value)
    changes = changed(record, with_values(record, {attribute.key: stored}))
    if not changes:
        raise Misuse(f"{attribute_name(attribute)} is {say_value(attribute, stored)} already.")
    return Deed(
        f"Said of {_called(record)}: {attribute_name(attribute)} {say_value(attribute, stored)}", changes
    )


def with_values(record: Subjected, values: Mapping[str, str]) -> Subjected:
    """The case or interview with stored values by key, "" taking a value away."""
    after = {**record.attributes, **values}
    return replace(record, attributes={key: value for key, value in after.items() if value})


Pairs = Sequence[tuple[Attribute | None, Attribute]]
"""What attributes were, None for new ones, and what they are to be."""


def _refitted(
    records: Iterable[Case | Transcript], pairs: Pairs, *, drop_misfits: bool = False
) -> tuple[Change, ...]:
    """Changes that bring the values of attributes into the form they are to have, one for each record.

    Raises Misuse naming every value that does not fit, unless those are to become unknown.
    """
    changes: tuple[Change, ...] = ()
    misfits: list[str] = []
    for record in records:
        fitted: Case | Transcript = record
        for before, after in pairs:
            if after.about is (Subject.CASE if isinstance(record, Case) else Subject.INTERVIEW):
                fitted, misfit = _refit(fitted, before, after)
                of = f" {after.key}" if len(pairs) > 1 else ""
                misfits += [f"{_called(record)}{of} “{misfit}”"] if misfit else []
        changes += changed(record, fitted)
    if misfits and not drop_misfits:
        more = f" and {len(misfits) - NAMED} more" if len(misfits) > NAMED else ""
        keys = ", ".join(f"{after.key} ({expected(after)})" for _, after in pairs)
        does = "value does" if len(misfits) == 1 else "values do"
        raise Misfits(
            f"{len(misfits)} {does} not fit {keys}: {'; '.join(misfits[:NAMED])}{more}.",
            "Put them right first, or let them become unknown.",
        )
    return changes


def _refit(record: Subjected, before: Attribute | None, after: Attribute) -> tuple[Subjected, str]:
    """A record with an attribute's value as it is to be, and the value that does not fit and is gone from it."""
    key = _key_in(record, before, after)
    if not key:
        return record, ""
    value = _converted(record.attributes[key], before, after)
    moved = with_values(record, {key: "", after.key: value or ""})
    return moved, record.attributes[key] if value is None else ""


def _key_in(record: Case | Transcript, before: Attribute | None, after: Attribute) -> str:
    """The key that a value of the attribute stands under; "" where there is none."""
    for exact in (before, after):
        if exact is not None and exact.key in record.attributes:
            return exact.key
    meant = (after,) if before is None else (before, after)
    return next((key for key in record.attributes if attribute_called(meant, key) is not None), "")


def _converted(value: str, before: Attribute | None, after: Attribute) -> str | None:
    """A stored value in the form it is to have, also by its words in either language; None where it does not fit."""
    said = [] if before is None else [say_value(before, value, each, terms=each) for each in ("da", "en")]
    for each in (value, *said):
        try:
            return canonical_value(after, each)
        except Misuse:
            continue
    return None


def _called(record: Case | Transcript) -> str:
    return record.name if isinstance(record, Case) else record.title


def _regrouped(
    group: Group, old: str, after: Attribute, attributes: Sequence[Attribute]
) -> tuple[Change, ...]:
    """A group whose criteria follow an attribute. Raises Misuse naming the group where one does not fit any more."""
    if all(each.attribute != old for each in group.criteria):
        return ()
    try:
        criteria = tuple(
            checked(replace(each, attribute=after.key), attributes) if each.attribute == old else each
            for each in group.criteria
        )
    except Misuse as error:
        raise Misuse(
            f"The group {group.name.say()} is made from {old}: {error.message}", "Remove it first."
        ) from error
    return changed(group, replace(group, criteria=criteria))


def _check(attribute: Attribute, known: Iterable[Attribute]) -> None:
    """Raises Misuse where an attribute has no key, one that is taken, or choices that do not go with its type."""
    key = plain_key(attribute.key)
    if not key or not key.replace("_", "").replace(".", "").isalnum():
        raise Misuse(
            f"“{attribute.key}” is no key of an attribute.",
            "A key is letters, digits and underscores: ledighed_aar.",
        )
    if attribute.about not in (Subject.CASE, Subject.INTERVIEW):
        raise Misuse("An attribute is about each case or each interview.")
    taken = next((each for each in (*FACTS, *known) if plain_key(each.key) == key), None)
    if taken is not None:
        raise Misuse(f"There is an attribute {taken.key} already.", "Give this one another key.")
    values = [each.value.casefold() for each in attribute.choices]
    if attribute.type is AttributeType.CHOICE and not values:
        raise Misuse(f"{attribute.key} is a choice and has nothing to choose from.", "Give its choices.")
    if attribute.type is not AttributeType.CHOICE and values:
        raise Misuse(
            f"{attribute.key} is no choice, and has choices.", "Make it a choice, or leave them out."
        )
    if len(set(values)) < len(values) or not all(values):
        raise Misuse(f"The choices of {attribute.key} stand twice, or one is empty.", "Give each once.")


def _named(attribute: Attribute) -> str:
    return f"{attribute.key} ({say(attribute.type)})"
