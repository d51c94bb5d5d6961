"""From a change theory to what must be placed: cells per column, boxes in bands, and the way of every arrow."""

from __future__ import annotations

from rcoder.domain.theory import Box, ChangeTheory
from rcoder.domain.words import Column
from rcoder.figure.badges import badge_lines, badge_size, head_depth, head_room, tag_width
from rcoder.figure.measures import BOX_WIDTH, LABEL, LINE, MOST_LINES, PADDING, PORT, TAGS
from rcoder.figure.parts import FAR, Banded, Cell, End, Leg, Plan, Port, Tie
from rcoder.figure.text import wrap

MAIN = (Column.CORE, Column.MECHANISM, Column.SHORT, Column.MEDIUM, Column.LONG)
_BAND = {Column.CONTEXT: -1, Column.NEGATIVE: 1}


LONGEST_NAME = 6


def name_in(box: Box, theory: ChangeTheory) -> str:
    """A box's key as its own figure shows it: without the theory's key before it (H3.n4 is n4 in H3)."""
    return box.key.removeprefix(f"{theory.key}.")


def short_name(box: Box, theory: ChangeTheory) -> str:
    """The key by which a box is named at the ends of arrows; "" where it has none that is short."""
    name = name_in(box, theory)
    return name if len(name) <= LONGEST_NAME else ""


def box_height(lines: int) -> float:
    """Height of a box with so many lines of label."""
    return TAGS + max(lines, 1) * LINE + 2 * PADDING - 4


def make_plan(theory: ChangeTheory, language: str) -> Plan:
    """Every box in its column or band and every arrow with its legs; arrows without both their boxes are left out."""
    columns = [column for column in MAIN if any(box.column is column for box in theory.boxes)]
    layers: list[list[Cell]] = [[] for _ in columns]
    plan = Plan(list(columns), layers, {-1: [], 1: []}, [], {}, {})
    for box in theory.boxes:
        lines = wrap(box.label.say(language), BOX_WIDTH - 2 * PADDING, LABEL, most=MOST_LINES)
        if box.column in _BAND:
            banded = Banded(box.id, _BAND[box.column], box, lines)
            plan.bands[banded.band].append(banded)
            plan.banded[box.id] = banded
        else:
            cell = Cell(box.id, columns.index(box.column), box, box_height(len(lines)), lines=lines)
            layers[cell.layer].append(cell)
            plan.cells[box.id] = cell
    _add_ties(plan, theory)
    return plan


def _add_ties(plan: Plan, theory: ChangeTheory) -> None:
    known = {box.id: box for box in theory.boxes}
    ties = [Tie(f"a{place}", arrow.source, arrow.target, arrow) for place, arrow in enumerate(theory.arrows)]
    ties += [Tie(f"m{place}", each.core, each.box, None) for place, each in enumerate(theory.memberships)]
    for tie in ties:
        if tie.source in known and tie.target in known:
            _route(plan, tie)
            _furnish(tie, theory, known)
            plan.ties.append(tie)


def _port(plan: Plan, tie: Tie, owner: str, side: int, *, leaves: bool) -> Port:
    port = Port(owner, side, tie.id, leaves)
    (plan.cells.get(owner) or plan.banded[owner]).ports.append(port)
    if leaves:
        tie.start = port
    else:
        tie.stop = port
    return port


def _route(plan: Plan, tie: Tie) -> None:
    source, target = plan.cells.get(tie.source), plan.cells.get(tie.target)
    if source and target:
        _between_columns(plan, tie, source, target)
    elif source:
        start = _port(plan, tie, tie.source, 1, leaves=True)
        stop = _port(plan, tie, tie.target, -plan.banded[tie.target].band, leaves=False)
        out = FAR * plan.banded[tie.target].band
        tie.legs.append(Leg(tie.id, source.layer + 1, End(-1, start), End(0, out=out)))
        band = plan.banded[tie.target].band
        tie.hops.append(Leg(tie.id, band, End(-band), End(band, stop)))
    elif target:
        band = plan.banded[tie.source].band
        start = _port(plan, tie, tie.source, -band, leaves=True)
        stop = _port(plan, tie, tie.target, -1, leaves=False)
        tie.hops.append(Leg(tie.id, band, End(band, start), End(-band)))
        tie.legs.append(Leg(tie.id, target.layer, End(0, out=FAR * band), End(1, stop)))
    else:
        _between_bands(plan, tie)


def _between_columns(plan: Plan, tie: Tie, source: Cell, target: Cell) -> None:
    """Forward: right side to left; back: left side to right; within a column: right side to right."""
    forward = target.layer > source.layer
    same = target.layer == source.layer
    side = 1 if forward or same else -1
    start = _port(plan, tie, tie.source, side, leaves=True)
    stop = _port(plan, tie, tie.target, 1 if same else -side, leaves=False)
    if same:
        tie.legs.append(Leg(tie.id, source.layer + 1, End(-1, start), End(-1, stop)))
        return
    step = 1 if forward else -1
    last = End(-step, start)
    for layer in range(source.layer + step, target.layer, step):
        passing = Cell(f"{tie.id}@{layer}", layer)
        plan.layers[layer].append(passing)
        plan.cells[passing.id] = passing
        tie.legs.append(Leg(tie.id, layer + (0 if forward else 1), last, End(step, passing)))
        last = End(-step, passing)
    tie.legs.append(Leg(tie.id, target.layer + (0 if forward else 1), last, End(step, stop)))


def _between_bands(plan: Plan, tie: Tie) -> None:
    above, below = plan.banded[tie.source].band, plan.banded[tie.target].band
    start = _port(plan, tie, tie.source, -above, leaves=True)
    stop = _port(plan, tie, tie.target, -below, leaves=False)
    if above == below:
        tie.hops.append(Leg(tie.id, above, End(above, start), End(above, stop)))
        return
    gutter = (len(plan.columns) + 1) // 2
    tie.hops.append(Leg(tie.id, above, End(above, start), End(-above)))
    tie.legs.append(Leg(tie.id, gutter, End(0, out=FAR * above), End(0, out=FAR * below)))
    tie.hops.append(Leg(tie.id, below, End(-below), End(below, stop)))


def needs_names(tie: Tie) -> bool:
    """Whether an arrow goes so far, or back, that its ends say where it comes from and goes."""
    return tie.arrow is not None and (len(tie.legs) > 1 or bool(tie.hops) or runs_back(tie) or _within(tie))


def runs_back(tie: Tie) -> bool:
    """Whether an arrow goes from a column to an earlier one."""
    return bool(tie.legs) and tie.start is not None and tie.start.side == -1 and not tie.hops


def _within(tie: Tie) -> bool:
    return bool(tie.start and tie.stop and tie.start.side == tie.stop.side == 1 and tie.legs and not tie.hops)


def tags(tie: Tie, theory: ChangeTheory, known: dict[str, Box]) -> tuple[str, str]:
    """What stands at the start and at the end of an arrow that is hard to follow: its target's and source's keys."""
    if not needs_names(tie):
        return ("", "")
    return (short_name(known[tie.target], theory), short_name(known[tie.source], theory))


def _furnish(tie: Tie, theory: ChangeTheory, known: dict[str, Box]) -> None:
    """Tell the ports of an arrow how much room its badge, head and names need."""
    width, height = badge_size(badge_lines(tie.arrow, theory))
    first, last = tags(tie, theory, known)
    if tie.start is None or tie.stop is None:
        return
    upright = any(hop.start.anchor is tie.start for hop in tie.hops)
    along, depth = (width, height) if upright else (height, width)
    names = max(tag_width(first), 0.0)
    tie.start.room = max(PORT, along + 4, names + 4 if upright and names else 0.0)
    tie.start.depth = 5 + depth + (10.0 if upright and names else names) + (3 if depth else 0)
    standing = any(hop.stop.anchor is tie.stop for hop in tie.hops)
    far = tag_width(last)
    tie.stop.room = max(head_room(tie.arrow), far + 4 if standing and far else 0.0)
    tie.stop.depth = head_depth(tie.arrow) + (12.0 if standing and far else far)
