"""Chains of configurations: what leads to what, the loops in it, its longest way, and how it is drawn as a tree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rcoder.domain.chain import Branch, Lead, Standing

Graph = Mapping[str, tuple[str, ...]]
"""Where each configuration leads, by id, in the order in which they are drawn."""


def leads(standings: Iterable[Standing], into: Mapping[str, str | None]) -> tuple[Lead, ...]:
    """What leads to what: by each element that ends one configuration and begins another, or the same one.

    `into` says what each configuration is consolidated in; one does not lead to what it is drawn in, nor back.
    """
    by_element: dict[str, list[Standing]] = {}
    for each in standings:
        by_element.setdefault(each.element_id, []).append(each)
    found: dict[Lead, None] = {}
    for element_id, own in by_element.items():
        for before in own:
            if not before.leaves:
                continue
            for after in own:
                pair = before.configuration_id, after.configuration_id
                if after.begins and not _within(*pair, into):
                    found.setdefault(Lead(*pair, element_id, after.kind))
    return tuple(sorted(found))


def shared(
    standings: Iterable[Standing], tied: Iterable[Lead], into: Mapping[str, str | None], own: str
) -> tuple[tuple[Standing, Standing], ...]:
    """Elements that a configuration has in common with others without leading to them or following from them by it."""
    every = list(dict.fromkeys(standings))
    known = {(each.source_id, each.target_id, each.element_id) for each in tied}
    here: dict[str, Standing] = {}
    for each in every:
        if each.configuration_id == own:
            here.setdefault(each.element_id, each)
    found: dict[tuple[str, str], tuple[Standing, Standing]] = {}
    for each in every:
        other, element_id = each.configuration_id, each.element_id
        if other == own or element_id not in here or _within(own, other, into):
            continue
        if (own, other, element_id) not in known and (other, own, element_id) not in known:
            found.setdefault((other, element_id), (here[element_id], each))
    return tuple(found.values())


def _within(one: str, other: str, into: Mapping[str, str | None]) -> bool:
    """Whether one of two is consolidated in the other, through further ones too."""
    return one != other and (other in _upwards(one, into) or one in _upwards(other, into))


def _upwards(own: str, into: Mapping[str, str | None]) -> list[str]:
    found: list[str] = []
    current = into.get(own)
    while current is not None and current not in found:
        found.append(current)
        current = into.get(current)
    return found


# -- the whole ---------------------------------------------------------------------------------------------------


def graph(tied: Iterable[Lead], order: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Where each configuration in a chain leads, beginnings and ends among them, in an order."""
    place = {each: number for number, each in enumerate(order)}
    found: dict[str, set[str]] = {}
    for each in tied:
        found.setdefault(each.source_id, set()).add(each.target_id)
        found.setdefault(each.target_id, set())

    def at(name: str) -> tuple[int, str]:
        return place.get(name, len(place)), name

    return {each: tuple(sorted(found[each], key=at)) for each in sorted(found, key=at)}


def parts(found: Graph) -> tuple[tuple[str, ...], ...]:
    """The strongly connected parts (Tarjan 1972, without recursion), ends before what leads to them."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    open_: list[str] = []
    is_open: set[str] = set()
    done: list[tuple[str, ...]] = []
    for root in found:
        if root in number:
            continue
        work = [(root, iter(found[root]))]
        number[root] = low[root] = len(number)
        open_.append(root)
        is_open.add(root)
        while work:
            here, further = work[-1]
            child = next(further, None)
            if child is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[here])
                if low[here] == number[here]:
                    done.append(_closed(here, open_, is_open))
            elif child not in number:
                number[child] = low[child] = len(number)
                open_.append(child)
                is_open.add(child)
                work.append((child, iter(found[child])))
            elif child in is_open:
                low[here] = min(low[here], number[child])
    return tuple(done)


def _closed(first: str, open_: list[str], is_open: set[str]) -> tuple[str, ...]:
    """Takes one strongly connected part off what is open."""
    at = open_.index(first)
    part = tuple(open_[at:])
    del open_[at:]
    is_open.difference_update(part)
    return part


def loops(found: Graph) -> tuple[tuple[str, ...], ...]:
    """A way round in every strongly connected part that leads back to itself: the shortest through its first one."""
    order = {each: place for place, each in enumerate(found)}
    rounds = []
    for part in parts(found):
        first = min(part, key=order.__getitem__)
        if len(part) > 1 or first in found[first]:
            rounds.append(_way_round(found, first, frozenset(part)))
    return tuple(sorted(rounds, key=lambda each: order[each[0]]))


def _way_round(found: Graph, first: str, within: frozenset[str]) -> tuple[str, ...]:
    """The shortest way from one back to itself."""
    came: dict[str, str] = {}
    edge = [first]
    while edge:
        further: list[str] = []
        for here in edge:
            for child in found[here]:
                if child == first:
                    return _back(came, here, first)
                if child in within and child not in came:
                    came[child] = here
                    further.append(child)
        edge = further
    return (first,)


def _back(came: Mapping[str, str], last: str, first: str) -> tuple[str, ...]:
    way = [last]
    while way[-1] != first:
        way.append(came[way[-1]])
    return tuple(reversed(way))


def longest(found: Graph) -> tuple[str, ...]:
    """The longest way that meets no strongly connected part twice; each loop on it is named in the order of its part."""
    order = {each: place for place, each in enumerate(found)}
    best: dict[int, tuple[str, ...]] = {}
    part_of: dict[str, int] = {}
    for index, part in enumerate(parts(found)):
        own = tuple(sorted(part, key=order.__getitem__))
        part_of.update(dict.fromkeys(own, index))
        further = {part_of[child] for each in own for child in found[each]} - {index}
        ways = sorted(
            (best[each] for each in further), key=lambda way: (-len(way), [order[one] for one in way])
        )
        best[index] = own + (ways[0] if ways else ())
    ways = sorted(best.values(), key=lambda way: (-len(way), [order[one] for one in way]))
    return ways[0] if ways else ()


def tree(found: Graph, tied: Iterable[Lead]) -> tuple[Branch, ...]:
    """The chains as a tree: every configuration with what follows once, met again only by name; always ends."""
    by_pair: dict[tuple[str, str], list[str]] = {}
    for each in tied:
        by_pair.setdefault((each.source_id, each.target_id), []).append(each.element_id)
    lines: list[Branch] = []
    drawn: set[str] = set()
    for root in _beginnings(found):
        if root not in drawn:
            _draw(found, by_pair, root, lines, drawn)
    return tuple(lines)


def _beginnings(found: Graph) -> list[str]:
    """What nothing leads to, then the first of each loop that nothing outside leads to."""
    led_to = {child for own in found.values() for child in own}
    free = [each for each in found if each not in led_to]
    return [*free, *(each for each in found if each in led_to)]


def _draw(
    found: Graph,
    by_pair: Mapping[tuple[str, str], list[str]],
    root: str,
    lines: list[Branch],
    drawn: set[str],
) -> None:
    """Adds one beginning with all that follows."""
    waiting: list[tuple[str, str, tuple[bool, ...], tuple[str, ...]]] = [(root, "", (), ())]
    while waiting:
        here, before, above, way = waiting.pop()
        elements = tuple(dict.fromkeys(by_pair.get((before, here), ())))
        loop, shown = here in way, here in drawn
        lines.append(Branch(here, above, elements, loop=loop, shown=shown and not loop))
        if shown:
            continue
        drawn.add(here)
        children = found[here]
        for place, child in reversed(tuple(enumerate(children))):
            waiting.append((child, here, (*above, place < len(children) - 1), (*way, here)))
