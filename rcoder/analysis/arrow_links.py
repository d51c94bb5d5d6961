"""The stored links that an arrow of the change theory is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rcoder.analysis.boxes import BoxFinder
from rcoder.domain.configuration import Assembled, Element, Link
from rcoder.domain.theory import Arrow
from rcoder.domain.words import Effect

Ends = tuple[str, str]


def links_behind(
    arrow: Arrow, configurations: Iterable[Assembled], finder: BoxFinder, conditions: frozenset[Ends]
) -> Iterator[tuple[Assembled, Link]]:
    """Each configuration's links that are part of the arrow; `conditions` are the boxes that the initial theory's contexts join.

    A conditioning link goes where `roll_up` draws it.
    """
    for assembled in configurations:
        for link in assembled.links:
            if link.effect is arrow.effect and _ends(assembled, link, finder, conditions) == (
                arrow.source,
                arrow.target,
            ):
                yield assembled, link


def _ends(
    assembled: Assembled,
    link: Link,
    finder: BoxFinder,
    conditions: frozenset[Ends],
    above: frozenset[str] = frozenset(),
) -> Ends | None:
    """The boxes a link is drawn between; None where an end has no place, or links condition one another in a circle."""
    source = assembled.elements.get(link.source_id)
    if source is None or link.id in above:
        return None
    conditioned = next((each for each in assembled.links if each.id == link.target_id), None)
    if conditioned is None:
        target = assembled.elements.get(link.target_id)
        return None if target is None else (_box(source, finder), _box(target, finder))
    ends = _ends(assembled, conditioned, finder, conditions, above | {link.id})
    if ends is None or link.effect is not Effect.CONDITIONS:
        return None
    at_source, at_target = ((_box(source, finder), end) for end in ends)
    return at_source if at_source in conditions and at_target not in conditions else at_target


def _box(element: Element, finder: BoxFinder) -> str:
    node = finder.box(element)
    return node.id if node is not None else f"new-{element.id}"
