"""What stands in which column: boxes and the gaps that long arrows pass through, and the legs of every arrow."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from rcoder.domain.theory import Arrow, Box, ChangeTheory
from rcoder.domain.words import Column, Effect, Kind
from rcoder.figure.terminal.labels import wrapped

BOX_WIDTH = 22
LINES = 4
"""Lines of a label at most."""
ABOVE, MIDDLE, BELOW = 0, 1, 2
"""The context, the columns and the negative paths."""
BANDS = {Column.CONTEXT: ABOVE, Column.NEGATIVE: BELOW}
HEADINGS: tuple[tuple[Column, Kind | None], ...] = (
    (Column.CORE, None),
    (Column.MECHANISM, Kind.RESOURCE),
    (Column.MECHANISM, Kind.REASONING),
    (Column.SHORT, None),
    (Column.MEDIUM, None),
    (Column.LONG, None),
)
"""The columns from left to right."""


@dataclass(slots=True)
class Port:
    """Where a line meets the left (-1) or right (1) side of a place."""

    spot: Spot
    side: int
    tie: str
    row: int = 0


@dataclass(slots=True)
class Spot:
    """A place in a column: a box, or the row that an arrow passes through."""

    id: str
    layer: int
    section: int
    box: Box | None = None
    lines: tuple[str, ...] = ()
    top: int = 0
    height: int = 1
    ports: dict[int, list[Port]] = field(default_factory=lambda: {-1: [], 1: []})

    def port(self, side: int, tie: str) -> Port:
        """A new port."""
        found = Port(self, side, tie)
        self.ports[side].append(found)
        return found

    @property
    def least(self) -> int:
        """Rows it takes at least."""
        if self.box is None:
            return 1
        return 2 + max(1, len(self.lines), len(self.ports[-1]), len(self.ports[1]))


@dataclass(slots=True)
class Leg:
    """What an arrow does in the gutter left of layer `gutter`."""

    tie: str
    gutter: int
    start: Port
    stop: Port
    lane: int = -1
    """Counted from the left; -1 for one that runs straight through."""

    @property
    def low(self) -> int:
        """Its uppermost row."""
        return min(self.start.row, self.stop.row)

    @property
    def high(self) -> int:
        """Its lowest row."""
        return max(self.start.row, self.stop.row)

    @property
    def straight(self) -> bool:
        """Whether it goes through without turning."""
        return self.start.side != self.stop.side and self.start.row == self.stop.row


@dataclass(slots=True)
class Plan:
    """Everything that is to be placed."""

    columns: list[tuple[Column, Kind | None]]
    layers: list[list[Spot]]
    spots: dict[str, Spot]
    legs: dict[str, list[Leg]]
    """By id of the arrow or membership, in its own direction."""
    arrows: dict[str, Arrow | None]
    """None for a membership."""


def plan_of(theory: ChangeTheory, language: str) -> Plan:
    """The boxes in their columns and every arrow in legs, nothing placed yet."""
    columns = _columns(theory)
    spots = {box.id: _spot(box, columns, language) for box in theory.boxes}
    _settle_bands(theory, spots, len(columns))
    layers: list[list[Spot]] = [[] for _ in columns]
    for spot in spots.values():
        layers[spot.layer].append(spot)
    plan = Plan(columns, layers, dict(spots), {}, {})
    for arrow in theory.arrows:
        if arrow.source in spots and arrow.target in spots:
            _tie(plan, arrow.id, spots[arrow.source], spots[arrow.target], arrow)
    for each in theory.memberships:
        if each.core in spots and each.box in spots:
            _tie(plan, f"member:{each.core}:{each.box}", spots[each.core], spots[each.box], None)
    return plan


def _columns(theory: ChangeTheory) -> list[tuple[Column, Kind | None]]:
    """The columns that hold a box; one at least."""
    used = {_heading(box) for box in theory.boxes if box.column not in BANDS}
    return [each for each in HEADINGS if each in used] or [HEADINGS[0]]


def _heading(box: Box) -> tuple[Column, Kind | None]:
    if box.column is not Column.MECHANISM:
        return box.column, None
    return box.column, Kind.RESOURCE if box.half is Kind.RESOURCE else Kind.REASONING


def _spot(box: Box, columns: list[tuple[Column, Kind | None]], language: str) -> Spot:
    lines = wrapped(box.label.say(language), BOX_WIDTH - 4, LINES)
    section = BANDS.get(box.column, MIDDLE)
    return Spot(box.id, 0 if section != MIDDLE else columns.index(_heading(box)), section, box, lines)


def _settle_bands(theory: ChangeTheory, spots: dict[str, Spot], columns: int) -> None:
    """Puts each box of a band over or under the column it is tied to most, where that is not full."""
    tied: dict[str, Counter[int]] = {each: Counter() for each in spots}
    for arrow in theory.arrows:
        for one, other in ((arrow.source, arrow.target), (arrow.target, arrow.source)):
            if one in spots and other in spots and spots[other].section == MIDDLE:
                tied[one][spots[other].layer] += 1
    for band in (ABOVE, BELOW):
        own = [each for each in spots.values() if each.section == band]
        most = -(-len(own) // columns) + 1
        held: Counter[int] = Counter()
        for spot in sorted(own, key=lambda each: -max(tied[each.id].values(), default=0)):
            wish = tied[spot.id].most_common()
            at = min(wish, key=lambda each: (-each[1], each[0]))[0] if wish else columns // 2
            free = [layer for layer in range(columns) if held[layer] < most]
            spot.layer = min(free, key=lambda layer: (abs(layer - at), layer))
            held[spot.layer] += 1


def _tie(plan: Plan, tie: str, start: Spot, stop: Spot, arrow: Arrow | None) -> None:
    """Adds the legs of an arrow, with a place in every column that it passes."""
    plan.arrows[tie] = arrow
    if start.layer == stop.layer:
        conditions = arrow is not None and arrow.effect is Effect.CONDITIONS
        side = -1 if conditions and start is not stop else 1
        gutter = start.layer + (side > 0)
        plan.legs[tie] = [Leg(tie, gutter, start.port(side, tie), stop.port(side, tie))]
        return
    way = 1 if stop.layer > start.layer else -1
    section = start.section if start.section == stop.section else MIDDLE
    here, legs = start.port(way, tie), []
    for layer in range(start.layer + way, stop.layer, way):
        gap = Spot(f"gap:{tie}:{layer}", layer, section)
        plan.spots[gap.id] = gap
        plan.layers[layer].append(gap)
        legs.append(Leg(tie, layer if way > 0 else layer + 1, here, gap.port(-way, tie)))
        here = gap.port(way, tie)
    last = stop.layer if way > 0 else stop.layer + 1
    plan.legs[tie] = [*legs, Leg(tie, last, here, stop.port(-way, tie))]
