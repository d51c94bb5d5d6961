"""The order a configuration is read in: its places one after another along the links, each with how it came about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rcoder.domain.configuration import Assembled, Link, Place
from rcoder.domain.words import Effect, Kind

RANK = {kind: rank for rank, kind in enumerate(Kind)}
"""Where a kind comes in the sentence, other things being equal."""


@dataclass(frozen=True, slots=True)
class Step:
    """A place in reading order, and what the links say of how it came about."""

    place: Place
    conditions: tuple[Place, ...] = ()
    """Contexts that change a link to it, said with it."""
    follows: frozenset[Kind] = frozenset()
    """Kinds of the places before it that promote or hinder it."""
    promoted: bool = False
    """Whether one of the places before it promotes it."""
    hindered: bool = False
    """Whether one of the places before it hinders it."""
    hinders: bool = False
    """Whether it hinders the place right before it."""
    feeds_back: bool = False
    """Whether it promotes a place before it, so that a loop closes here."""


@dataclass(frozen=True, slots=True)
class Course:
    """A configuration in reading order; every place is in it once."""

    opening: tuple[Step, ...]
    """Contexts and resources that it begins with."""
    rest: tuple[Step, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place, a condition right before the step it is said with."""
        return tuple(
            place for step in (*self.opening, *self.rest) for place in (*step.conditions, step.place)
        )


@dataclass(frozen=True, slots=True)
class _Edge:
    """An effect link between two places."""

    link: Link
    source: Place
    target: Place


def course(assembled: Assembled) -> Course:
    """The configuration in reading order: along its links, else by kind and position.

    The order depends on the records alone and not on the order they are given in. A loop is entered at its first place.
    """
    places = sorted(assembled.places, key=_by_frame)
    edges = list(_edges(assembled, places))
    conditions = _conditions(assembled, places, edges)
    waiting = {place.id for own in conditions.values() for place in own}
    order = _ordered([place for place in places if place.id not in waiting], edges)
    opening = _opening(order, edges)
    first = {edge.link.id for edge in edges if edge.source in opening and edge.target not in opening}
    said_first = [
        place for place in places if place.id in waiting and first and first <= _changed_by(place, conditions)
    ]
    heads = sorted([*(each for each in opening if each.kind is Kind.CONTEXT), *said_first], key=_by_frame)
    begun = [*heads, *(each for each in opening if each.kind is not Kind.CONTEXT)]
    steps = tuple(_steps([*begun, *order[len(opening) :]], edges, conditions, said_first))
    return Course(steps[: len(begun)], steps[len(begun) :])


def _changed_by(context: Place, conditions: dict[str, list[Place]]) -> set[str]:
    """Ids of the links that a context conditions."""
    return {link_id for link_id, own in conditions.items() if context in own}


def _by_frame(place: Place) -> tuple[int, int, str]:
    return RANK[place.kind], place.position, place.id


def _edges(assembled: Assembled, places: list[Place]) -> Iterator[_Edge]:
    """Effect links between places; where an element stands in two, between those that go forward most directly."""
    for link in sorted(assembled.links, key=lambda link: (link.position, link.id)):
        pairs = [
            (source, target)
            for source in places
            for target in places
            if (source.element_id, target.element_id) == (link.source_id, link.target_id)
        ]
        if link.effect is not Effect.CONDITIONS and pairs:
            yield _Edge(link, *min(pairs, key=_directness))


def _directness(pair: tuple[Place, Place]) -> tuple[bool, int]:
    way = RANK[pair[1].kind] - RANK[pair[0].kind]
    return way < 0, abs(way)


def _conditions(assembled: Assembled, places: list[Place], edges: list[_Edge]) -> dict[str, list[Place]]:
    """By link, the contexts that condition it and come about by nothing themselves; a condition on a condition after it."""
    reached = {edge.target.id for edge in edges}
    known, effects = {link.id: link for link in assembled.links}, {edge.link.id for edge in edges}
    contexts = {
        place.element_id: place
        for place in reversed(places)
        if place.kind is Kind.CONTEXT and place.id not in reached
    }
    found: list[tuple[int, int, str, str, Place]] = []
    for link in assembled.links:
        target, depth = link.target_id, 0
        while target in known and target not in effects and depth <= len(known):
            target, depth = known[target].target_id, depth + 1
        place = contexts.get(link.source_id)
        if link.effect is Effect.CONDITIONS and target in effects and place is not None:
            found.append((depth, link.position, link.id, target, place))
    by_link: dict[str, list[Place]] = {}
    for _, _, _, target, place in sorted(found, key=lambda each: each[:3]):
        if place not in by_link.setdefault(target, []):
            by_link[target].append(place)
    return by_link


def _ordered(places: list[Place], edges: list[_Edge]) -> list[Place]:
    """Places along the links: first those that wait for none, of them the earliest in the frame."""
    waits = _waits(edges)
    left, order = list(places), list[Place]()
    while left:
        ids = {place.id for place in left}
        ready = [place for place in left if not waits.get(place.id, set()) & ids]
        hindering = {
            edge.source.id
            for edge in edges
            if edge.link.effect is Effect.HINDERS and order and edge.target == order[-1]
        }
        turn = next((place for place in ready if place.id in hindering), (ready or left)[0])
        order.append(turn)
        left.remove(turn)
    return order


def _waits(edges: list[_Edge]) -> dict[str, set[str]]:
    """By place, those that are said before it: what promotes it; what hinders it only where nothing promotes it."""
    promoted = {edge.target.id for edge in edges if edge.link.effect is Effect.PROMOTES}
    waits: dict[str, set[str]] = {}
    for edge in edges:
        if edge.source != edge.target and (
            edge.link.effect is Effect.PROMOTES or edge.target.id not in promoted
        ):
            waits.setdefault(edge.target.id, set()).add(edge.source.id)
    return waits


def _opening(order: list[Place], edges: list[_Edge]) -> list[Place]:
    """The contexts and resources that come before anything else; a context that something brings about is not among them."""
    reached = {edge.target.id for edge in edges}

    def comes_later(place: Place) -> bool:
        return RANK[place.kind] > RANK[Kind.RESOURCE] or (place.kind is Kind.CONTEXT and place.id in reached)

    return order[: next((index for index, place in enumerate(order) if comes_later(place)), len(order))]


def _steps(
    order: list[Place], edges: list[_Edge], conditions: dict[str, list[Place]], said_first: list[Place]
) -> Iterator[Step]:
    """The places in this order, each with what the links between it and those before it say."""
    said = {place.id for place in said_first}
    for index, place in enumerate(order):
        into_it = [edge for edge in edges if edge.target == place]
        met = dict.fromkeys(each for edge in into_it for each in conditions.get(edge.link.id, ()))
        own = [each for each in met if each.id not in said]
        said.update(each.id for each in own)
        into = [edge for edge in into_it if edge.source.id in said]
        onto = [edge for edge in edges if edge.source == place and edge.target.id in said]
        yield Step(
            place,
            tuple(own),
            frozenset(edge.source.kind for edge in into),
            any(edge.link.effect is Effect.PROMOTES for edge in into),
            any(edge.link.effect is Effect.HINDERS for edge in into),
            any(edge.link.effect is Effect.HINDERS and edge.target == order[index - 1] for edge in onto),
            any(edge.link.effect is Effect.PROMOTES for edge in onto),
        )
        said.add(place.id)
