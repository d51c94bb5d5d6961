"""What a consolidated configuration stands for: elements by standins, links by the ends they have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rcoder.domain.configuration import Assembled
from rcoder.domain.rival import Standin

Stands = Mapping[str, frozenset[str]]
"""The elements that stand for each element of a member, by id."""


def stands_for(standins: Iterable[Standin]) -> dict[str, frozenset[str]]:
    """The elements that stand for each element of a member."""
    found: dict[str, set[str]] = {}
    for each in standins:
        found.setdefault(each.member_id, set()).add(each.element_id)
    return {name: frozenset(own) for name, own in found.items()}


def borne_out(whole: Assembled, member: Assembled, stands: Stands) -> dict[str, list[str]]:
    """The links of a consolidated configuration that stand for links of a member: ids of the member's by id."""
    found: dict[str, list[str]] = {}
    matched: dict[str, set[str]] = {}
    waiting = list(member.links)
    while waiting:
        ready = [each for each in waiting if each.target_id in member.elements or each.target_id in matched]
        if not ready:
            break
        for link in ready:
            targets = (
                matched[link.target_id]
                if link.target_id in matched
                else stands.get(link.target_id, frozenset())
            )
            own = [
                each.id
                for each in whole.links
                if each.effect is link.effect
                and each.source_id in stands.get(link.source_id, frozenset())
                and each.target_id in targets
            ]
            matched[link.id] = set(own)
            for each in own:
                found.setdefault(each, []).append(link.id)
        waiting = [each for each in waiting if each.id not in matched]
    return found


def upwards(stands: Stands, element_id: str) -> frozenset[str]:
    """The elements that stand for one, and those that stand for these in turn."""
    found: set[str] = set()
    edge = {element_id}
    while edge:
        edge = {each for name in edge for each in stands.get(name, frozenset())} - found
        found |= edge
    return frozenset(found)


def standing_in(whole: Assembled, member: Assembled, stands: Stands) -> dict[str, frozenset[str]]:
    """The elements of a consolidated configuration that stand for each of a member's, directly or through another one."""
    found = {name: upwards(stands, name) & whole.elements.keys() for name in member.elements}
    return {name: own for name, own in found.items() if own}
