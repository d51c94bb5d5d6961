"""Which column, and which part of it, every box stands in: resource beside reasoning, and tall columns side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rcoder.domain.theory import Box, ChangeTheory
from rcoder.domain.words import Column, Kind
from rcoder.figure.measures import BETWEEN_BOXES

MAIN = (Column.CORE, Column.MECHANISM, Column.SHORT, Column.MEDIUM, Column.LONG)
BAND = {Column.CONTEXT: -1, Column.NEGATIVE: 1}
WITHIN, BACKWARD, FARTHER, OUTWARD, UNEVEN = 0.7, 1.8, 0.35, 0.3, 6.0
"""When a column is divided: cost of an arrow within a part, of one back, of each part that one passes on its way onward or
out of the column, and of parts unlike in height."""
MOST_PARTS = 4
"""A column is divided into so many at most."""


class Slot(NamedTuple):
    """A column of the drawing: a column of the theory, a half of it, or one of several parts."""

    column: Column
    half: Kind | None = None
    part: int = 0


@dataclass(slots=True)
class Seating:
    """Where each box stands."""

    slots: list[Slot] = field(default_factory=list)
    layer: dict[str, int] = field(default_factory=dict)
    """By the id of a box, the place of its slot."""
    band: dict[str, int] = field(default_factory=dict)
    """By the id of a box of a band: -1 above, 1 below."""


class _Around(NamedTuple):
    """Who is tied to whom, by id of box."""

    after: dict[str, list[str]]
    before: dict[str, list[str]]


def seat(theory: ChangeTheory, heights: Mapping[str, float], steps: int = 0) -> Seating:
    """Every box in its slot or band; `heights` are the boxes' own, `steps` how often the tallest column is divided further."""
    around = _around(theory)
    whole = {box.id: _slot(box, theory) for box in theory.boxes if box.column in MAIN}
    order = sorted(set(whole.values()), key=_rank)
    beside = _beside(theory, around, {name: order.index(slot) for name, slot in whole.items()})
    loads = {name: heights[name] + BETWEEN_BOXES for name in whole}
    for name, anchor in beside.items():
        loads[anchor] += heights[name] + BETWEEN_BOXES
    members = {slot: [name for name, own in whole.items() if own == slot] for slot in order}
    parts = _parts({slot: sum(loads[name] for name in own) for slot, own in members.items()}, steps)
    seating = Seating()
    for place, slot in enumerate(order):
        own = _divided(
            _Column(
                members[slot],
                parts[slot],
                loads,
                around,
                frozenset(name for each in order[:place] for name in members[each]),
                frozenset(name for each in order[place + 1 :] for name in members[each]),
            )
        )
        for part in range(parts[slot]):
            seating.slots.append(slot._replace(part=part))
            seating.layer |= {name: len(seating.slots) - 1 for name in members[slot] if own[name] == part}
    seating.layer |= {name: seating.layer[anchor] for name, anchor in beside.items()}
    seating.band = {
        box.id: BAND[box.column] for box in theory.boxes if box.column in BAND and box.id not in beside
    }
    return seating


def _slot(box: Box, theory: ChangeTheory) -> Slot:
    """Without any resource the mechanism column is not halved."""
    halved = any(each.half is Kind.RESOURCE for each in theory.boxes if each.column is Column.MECHANISM)
    if box.column is not Column.MECHANISM or not halved:
        return Slot(box.column)
    return Slot(box.column, Kind.RESOURCE if box.half is Kind.RESOURCE else Kind.REASONING)


def _rank(slot: Slot) -> tuple[int, int]:
    return (MAIN.index(slot.column), 0 if slot.half is Kind.RESOURCE else 1)


def _around(theory: ChangeTheory) -> _Around:
    known = {box.id for box in theory.boxes}
    around = _Around({name: [] for name in known}, {name: [] for name in known})
    ends = [(arrow.source, arrow.target) for arrow in theory.arrows]
    ends += [(each.core, each.box) for each in theory.memberships]
    for source, target in ends:
        if source in known and target in known and source != target:
            around.after[source].append(target)
            around.before[target].append(source)
    return around


def _beside(theory: ChangeTheory, around: _Around, ranks: Mapping[str, int]) -> dict[str, str]:
    """For each context and counteracting path that stands in a column: the box it stands with.

    The first of those it goes to, so that its other arrows run forward; else the last of those it comes from. Those with
    no arrow to or from a column are left for the bands.
    """
    anchors: dict[str, str] = {}
    banded = [box.id for box in theory.boxes if box.column in BAND]
    for _ in banded:
        found = {
            name: anchor
            for name in banded
            if name not in anchors and (anchor := _anchor(name, around, ranks, anchors))
        }
        if not found:
            break
        anchors |= found
    return anchors


def _anchor(name: str, around: _Around, ranks: Mapping[str, int], anchors: Mapping[str, str]) -> str:
    after = [anchors.get(each, each) for each in around.after[name]]
    before = [anchors.get(each, each) for each in around.before[name]]
    onward = [each for each in after if each in ranks]
    back = [each for each in before if each in ranks]
    if onward:
        return min(onward, key=ranks.__getitem__)
    return max(back, key=ranks.__getitem__) if back else ""


def _parts(loads: Mapping[Slot, float], steps: int) -> dict[Slot, int]:
    """Into how many parts each slot is divided when the tallest is divided further so many times."""
    parts = dict.fromkeys(loads, 1)
    for _ in range(steps):
        able = [slot for slot in parts if parts[slot] < MOST_PARTS]
        if able:
            parts[max(able, key=lambda slot: loads[slot] / parts[slot])] += 1
    return parts


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that is being divided."""

    names: Sequence[str]
    count: int
    loads: Mapping[str, float]
    around: _Around
    left: frozenset[str]
    """Boxes of the columns to the left."""
    right: frozenset[str]

    def cost(self, name: str, place: int, part: Mapping[str, int]) -> float:
        """What the arrows of a box come to if it stands in that part."""
        cost = 0.0
        for others, sign in ((self.around.after[name], 1), (self.around.before[name], -1)):
            for other in others:
                if other in part:
                    cost += _step((part[other] - place) * sign)
                elif other in self.right:
                    cost += OUTWARD * (self.count - 1 - place)
                elif other in self.left:
                    cost += OUTWARD * place
        return cost


def _step(gap: int) -> float:
    """The cost of an arrow so many parts onward."""
    if gap > 0:
        return FARTHER * (gap - 1)
    return WITHIN if gap == 0 else BACKWARD


def _divided(column: _Column) -> dict[str, int]:
    """The part of each box: few arrows within a part, fewer back, and parts about as tall as each other."""
    names, count, loads = column.names, column.count, column.loads
    if count == 1:
        return dict.fromkeys(names, 0)
    depth = _depths(names, column.around)
    deepest = max(depth.values(), default=0)
    part = {name: min(depth[name] * count // (deepest + 1), count - 1) for name in names}
    tall = [sum(loads[name] for name in names if part[name] == each) for each in range(count)]
    for _ in range(20):
        moved = False
        for name in names:
            best = min(range(count), key=lambda place: _worth(column, name, place, part, tall))
            if best != part[name]:
                tall[part[name]] -= loads[name]
                tall[best] += loads[name]
                part[name], moved = best, True
        if not moved:
            break
    return part


def _worth(
    column: _Column, name: str, place: int, part: Mapping[str, int], tall: Sequence[float]
) -> tuple[float, bool, int]:
    """What it costs that a box stands in a part, and what decides between equals."""
    after = list(tall)
    after[part[name]] -= column.loads[name]
    after[place] += column.loads[name]
    fair = sum(tall) / column.count or 1.0
    uneven = sum((height / fair - 1) ** 2 for height in after)
    return (round(UNEVEN * uneven + column.cost(name, place, part), 6), place != part[name], place)


def _depths(names: Iterable[str], around: _Around) -> dict[str, int]:
    """How many arrows within the column lead to each box at the most, arrows that close a circle set aside."""
    own = set(names)
    depth: dict[str, int] = {}
    busy: set[str] = set()

    def visit(name: str) -> int:
        if name in depth:
            return depth[name]
        busy.add(name)
        before = [visit(each) + 1 for each in around.before[name] if each in own and each not in busy]
        busy.discard(name)
        depth[name] = max(before, default=0)
        return depth[name]

    for name in names:
        visit(name)
    return depth
