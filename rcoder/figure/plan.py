"""From a change theory to what must be placed: cells per column, boxes in bands, and the way of every arrow."""

from __future__ import annotations

from itertools import pairwise

from rcoder.domain.theory import Arrow, Box, ChangeTheory
from rcoder.domain.words import Column
from rcoder.figure.badges import badge_lines, badge_size, head_depth, head_room, tag_width
from rcoder.figure.columns import BAND, seat
from rcoder.figure.copies import Spread, spread
from rcoder.figure.measures import (
    ASIDE,
    ASIDE_LINE,
    BOX_WIDTH,
    LABEL,
    LINE,
    MOST_LINES,
    PADDING,
    PORT,
    TAGS,
)
from rcoder.figure.parts import FAR, Banded, Cell, End, Leg, Plan, Port, Tie
from rcoder.figure.text import wrap

LONGEST_NAME = 6
FAR_LEGS = 2
"""An arrow that goes through more gutters than this names the boxes at its ends."""
MOST_UPRIGHT = 2
"""So many arrows go straight between two boxes that stand one above the other."""


def name_in(box: Box, theory: ChangeTheory) -> str:
    """A box's key as its own figure shows it: without the theory's key before it (H3.n4 is n4 in H3)."""
    return box.key.removeprefix(f"{theory.key}.")


def short_name(box: Box, theory: ChangeTheory) -> str:
    """The key by which a box is named at the ends of arrows; "" where it has none that is short."""
    name = name_in(box, theory)
    return name if len(name) <= LONGEST_NAME else ""


def box_height(lines: int, line: float = LINE) -> float:
    """Height of a box with so many lines of label."""
    return TAGS + max(lines, 1) * line + 2 * PADDING - 4


def lettering(box: Box) -> tuple[float, float]:
    """Size and line height of the label of a box in a column."""
    return (ASIDE, ASIDE_LINE) if box.column is Column.CONTEXT else (LABEL, LINE)


def make_plan(theory: ChangeTheory, language: str, steps: int = 0) -> Plan:
    """Every box in its column or band and every arrow with its legs; arrows without both their boxes are left out.

    `steps` is how often the tallest column is divided.
    """
    placed = spread(theory)
    own = {box.id: box for box in theory.boxes}
    lines = {
        box.id: wrap(box.label.say(language), BOX_WIDTH - 2 * PADDING, lettering(box)[0], most=MOST_LINES)
        for box in placed.theory.boxes
    }
    heights = {
        name: box_height(len(lines[name]), lettering(own[copy.of])[1]) for name, copy in placed.copies.items()
    }
    seating = seat(placed.theory, heights, steps)
    plan = Plan(seating.slots, [[] for _ in seating.slots], {-1: [], 1: []}, [], {}, {})
    for name, copy in placed.copies.items():
        box, band = own[copy.of], seating.band.get(name)
        if band is not None:
            banded = Banded(name, band, box, lines[name], copy=copy.number)
            plan.bands[band].append(banded)
            plan.banded[name] = banded
        else:
            layer = seating.layer[name]
            cell = Cell(name, layer, box, heights[name], lines=lines[name], copy=copy.number)
            plan.layers[layer].append(cell)
            plan.cells[name] = cell
    _add_ties(plan, placed)
    return plan


def _add_ties(plan: Plan, placed: Spread) -> None:
    known = placed.copies
    ties = [Tie(f"a{place}", at.source, at.target, arrow) for place, (at, arrow) in enumerate(placed.arrows)]
    members = placed.theory.memberships
    ties += [Tie(f"m{place}", each.core, each.box, None) for place, each in enumerate(members)]
    for tie in ties:
        if tie.source in known and tie.target in known:
            _route(plan, tie)
            plan.ties.append(tie)


def _port(plan: Plan, tie: Tie, owner: str, side: int, *, leaves: bool) -> Port:
    port = Port(owner, side, tie.id, leaves, upright=owner in plan.banded)
    (plan.cells.get(owner) or plan.banded[owner]).ports.append(port)
    if leaves:
        tie.start = port
    else:
        tie.stop = port
    return port


def _route(plan: Plan, tie: Tie) -> None:
    """Between columns or between bands: what is tied to a box in a column stands in one itself."""
    source, target = plan.cells.get(tie.source), plan.cells.get(tie.target)
    if source and target:
        _between_columns(plan, tie, source, target)
    else:
        _between_bands(plan, tie)


def _between_columns(plan: Plan, tie: Tie, source: Cell, target: Cell) -> None:
    """Forward: right side to left; back: left side to right; within a column: both on one side."""
    forward = target.layer > source.layer
    if target.layer == source.layer:
        _within_column(plan, tie, source.layer)
        return
    side = 1 if forward else -1
    start = _port(plan, tie, tie.source, side, leaves=True)
    stop = _port(plan, tie, tie.target, -side, leaves=False)
    step = 1 if forward else -1
    last = End(-step, start)
    for layer in range(source.layer + step, target.layer, step):
        passing = Cell(f"{tie.id}@{layer}", layer)
        plan.layers[layer].append(passing)
        plan.cells[passing.id] = passing
        tie.legs.append(Leg(tie.id, layer + (0 if forward else 1), last, End(step, passing)))
        last = End(-step, passing)
    tie.legs.append(Leg(tie.id, target.layer + (0 if forward else 1), last, End(step, stop)))


def _within_column(plan: Plan, tie: Tie, layer: int) -> None:
    """On the right; on the left where a context or a counteracting path stands beside what it bears on."""
    boxes = (plan.cells[tie.source].box, plan.cells[tie.target].box)
    side = -1 if any(box is not None and box.column in BAND for box in boxes) else 1
    start = _port(plan, tie, tie.source, side, leaves=True)
    stop = _port(plan, tie, tie.target, side, leaves=False)
    tie.legs.append(Leg(tie.id, layer + (side > 0), End(-side, start), End(-side, stop)))


def _between_bands(plan: Plan, tie: Tie) -> None:
    above, below = plan.banded[tie.source].band, plan.banded[tie.target].band
    start = _port(plan, tie, tie.source, -above, leaves=True)
    stop = _port(plan, tie, tie.target, -below, leaves=False)
    if above == below:
        tie.hops.append(Leg(tie.id, above, End(above, start), End(above, stop)))
        return
    gutter = _between_headings(plan)
    tie.hops.append(Leg(tie.id, above, End(above, start), End(-above)))
    tie.legs.append(Leg(tie.id, gutter, End(0, out=FAR * above), End(0, out=FAR * below)))
    tie.hops.append(Leg(tie.id, below, End(-below), End(below, stop)))


def _between_headings(plan: Plan) -> int:
    """The gutter nearest the middle over which no heading stands."""
    slots, middle = plan.slots, (len(plan.slots) + 1) // 2
    free = [
        gutter
        for gutter in range(len(slots) + 1)
        if gutter in (0, len(slots)) or slots[gutter - 1].column is not slots[gutter].column
    ]
    return min(free, key=lambda gutter: (abs(gutter - middle), gutter))


def needs_names(tie: Tie) -> bool:
    """Whether an arrow goes so far, or back, that its ends say where it comes from and goes."""
    return tie.arrow is not None and (len(tie.legs) > FAR_LEGS or bool(tie.hops) or runs_back(tie))


def runs_back(tie: Tie) -> bool:
    """Whether an arrow goes from a column to an earlier one."""
    if not tie.legs or tie.hops or tie.start is None or tie.stop is None:
        return False
    return tie.start.side == -1 and tie.stop.side == 1


def tags(tie: Tie, theory: ChangeTheory, known: dict[str, Box]) -> tuple[str, str]:
    """What stands at the start and at the end of an arrow that is hard to follow: its target's and source's keys."""
    if tie.arrow is None or not needs_names(tie):
        return ("", "")
    return (short_name(known[tie.arrow.target], theory), short_name(known[tie.arrow.source], theory))


def furnish(plan: Plan, theory: ChangeTheory) -> None:
    """Tell the ports of every arrow how much room its badge, head and names need."""
    known = {box.id: box for box in theory.boxes}
    for tie in plan.ties:
        if tie.start is not None and tie.stop is not None:
            lines = badge_lines(tie.arrow, theory)
            _furnish(tie.start, tie.stop, tie.arrow, lines, tags(tie, theory, known))


def _furnish(
    start: Port, stop: Port, arrow: Arrow | None, lines: tuple[str, ...], names: tuple[str, str]
) -> None:
    width, height = badge_size(lines)
    near, far = tag_width(names[0]), tag_width(names[1])
    along, depth = (width, height) if start.upright else (height, width)
    start.room = max(PORT, along + 4, near + 4 if start.upright and near else 0.0)
    start.depth = 5 + depth + (10.0 if start.upright and near else near) + (3 if depth else 0)
    stop.room = max(head_room(arrow), far + 4 if stop.upright and far else 0.0)
    stop.depth = head_depth(arrow) + (12.0 if stop.upright and far else far)


def stand_upright(plan: Plan) -> None:
    """Make the arrows between two boxes that stand one above the other go straight from edge to edge, side by side."""
    for layer in plan.layers:
        for upper, lower in pairwise(layer):
            ties = [tie for tie in plan.ties if _between(tie, upper, lower)]
            if upper.box is None or lower.box is None or not ties:
                continue
            plan.joins[upper.id, lower.id] = ties[:MOST_UPRIGHT]
            for place, tie in enumerate(ties[:MOST_UPRIGHT], start=1):
                _straighten(tie, upper, lower)
                for port in (tie.start, tie.stop):
                    if port is not None:
                        port.along = BOX_WIDTH * place / (len(ties[:MOST_UPRIGHT]) + 1)


def _between(tie: Tie, one: Cell, other: Cell) -> bool:
    return {tie.source, tie.target} == {one.id, other.id} and len(tie.legs) == 1


def _straighten(tie: Tie, upper: Cell, lower: Cell) -> None:
    for cell in (upper, lower):
        cell.ports = [port for port in cell.ports if port.tie != tie.id]
    down = tie.source == upper.id
    tie.legs = []
    tie.start = Port(tie.source, 1 if down else -1, tie.id, leaves=True, upright=True)
    tie.stop = Port(tie.target, -1 if down else 1, tie.id, leaves=False, upright=True)
