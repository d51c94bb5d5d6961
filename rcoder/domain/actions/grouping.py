"""Deeds on groups of cases: make, change and remove them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rcoder.domain.case import Attribute, Group
from rcoder.domain.errors import Misuse
from rcoder.domain.groups import checked, say_criterion
from rcoder.domain.journal import Deed, added, changed, removed


def make_group(group: Group, attributes: Sequence[Attribute], known: Iterable[Group]) -> Deed:
    """Makes a group of cases. Raises Misuse where its name is taken, or a criterion fits no attribute."""
    sound = _checked(group, attributes, known)
    said = " and ".join(say_criterion(each, attributes) for each in sound.criteria)
    return Deed(f"Made the group {sound.name.say()}: {said}", added(sound))


def change_group(
    before: Group, after: Group, attributes: Sequence[Attribute], known: Iterable[Group]
) -> Deed:
    """Changes the name or the criteria of a group. Raises Misuse as `make_group` does, and where nothing changes."""
    sound = _checked(after, attributes, (each for each in known if each.id != before.id))
    if sound == before:
        raise Misuse(f"The group {before.name.say()} is so already.")
    return Deed(f"Changed the group {before.name.say()}", changed(before, sound))


def remove_group(group: Group) -> Deed:
    """Removes a group; its cases stay."""
    return Deed(f"Removed the group {group.name.say()}", removed(group))


def _checked(group: Group, attributes: Sequence[Attribute], known: Iterable[Group]) -> Group:
    names = {name.casefold() for name in (group.name.da.strip(), group.name.en.strip()) if name}
    if not names:
        raise Misuse("A group needs a name.")
    for each in known:
        if names & {each.name.da.casefold(), each.name.en.casefold()}:
            raise Misuse(f"There is a group {each.name.say()} already.", "Give this one another name.")
    if not group.criteria:
        raise Misuse("A group needs a condition.", 'Such as "ledighed_aar >= 5".')
    return replace(group, criteria=tuple(checked(each, attributes) for each in group.criteria))
