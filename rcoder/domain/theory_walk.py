"""Walking a change theory: from a box along an arrow to the next box, and among the arrows of a box."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from rcoder.domain.theory import Arrow, ArrowState, Box, ChangeTheory

_STATES = tuple(ArrowState)


@dataclass(frozen=True, slots=True)
class Paths:
    """Which arrows meet at each box and which boxes share its column, in the order they are walked."""

    into: Mapping[str, tuple[str, ...]]
    out: Mapping[str, tuple[str, ...]]
    column: Mapping[str, tuple[str, ...]]
    arrows: Mapping[str, Arrow]
    order: tuple[str, ...]
    """Ids of all arrows as the theory has them."""
    boxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Here:
    """Where one stands: on a box, or on one of its arrows."""

    box: str = ""
    """Id of the box in the middle; "" in an empty theory."""
    arrow: str = ""
    """Id of the arrow that is taken; "" on the box itself."""

    @property
    def id(self) -> str:
        """Id of what is under the cursor."""
        return self.arrow or self.box


def by_state(arrows: Iterable[Arrow]) -> tuple[Arrow, ...]:
    """Those that are borne out furthest first, else as the theory has them; how often something is said plays no part."""
    return tuple(sorted(arrows, key=lambda arrow: _STATES.index(arrow.state)))


def into(theory: ChangeTheory, box_id: str) -> tuple[Arrow, ...]:
    """The arrows that lead to a box."""
    return by_state(arrow for arrow in theory.arrows if arrow.target == box_id)


def out_of(theory: ChangeTheory, box_id: str) -> tuple[Arrow, ...]:
    """The arrows that a box leads on by."""
    return by_state(arrow for arrow in theory.arrows if arrow.source == box_id)


def paths(theory: ChangeTheory, place: Callable[[str, str], int] | None = None) -> Paths:
    """The ways there are. `place` says how far down an arrow meets a box, or (arrow "") a box stands, where they are drawn."""
    known = {box.id for box in theory.boxes}
    arrows = [each for each in theory.arrows if {each.source, each.target} <= known]
    leading: dict[str, list[Arrow]] = {box_id: [] for box_id in known}
    going: dict[str, list[Arrow]] = {box_id: [] for box_id in known}
    for arrow in arrows:
        going[arrow.source].append(arrow)
        leading[arrow.target].append(arrow)

    def sorted_at(box_id: str, found: list[Arrow]) -> tuple[str, ...]:
        ids = [arrow.id for arrow in by_state(found)]
        return tuple(ids if place is None else sorted(ids, key=lambda each: place(box_id, each)))

    columns: dict[tuple[str, str], list[str]] = {}
    for box in theory.boxes:
        columns.setdefault(_column(box), []).append(box.id)
    if place is not None:
        for found in columns.values():
            found.sort(key=lambda each: place(each, ""))
    return Paths(
        {box_id: sorted_at(box_id, found) for box_id, found in leading.items()},
        {box_id: sorted_at(box_id, found) for box_id, found in going.items()},
        {box.id: tuple(columns[_column(box)]) for box in theory.boxes},
        {arrow.id: arrow for arrow in arrows},
        tuple(arrow.id for arrow in arrows),
        tuple(box.id for box in theory.boxes),
    )


def _column(box: Box) -> tuple[str, str]:
    return box.column.value, box.half.value if box.half is not None else ""


def stand(ways: Paths, here: Here) -> Here:
    """The same place where it is still there; the box of a gone arrow; else the first box that an arrow leaves."""
    if here.arrow in ways.arrows and here.box in _ends(ways.arrows[here.arrow]):
        return here
    if here.box in ways.into:
        return Here(here.box)
    leaving = (box_id for box_id in ways.boxes if ways.out[box_id])
    return Here(next(leaving, ways.boxes[0] if ways.boxes else ""))


def standing_on(ways: Paths, found: str, here: Here) -> Here:
    """On the box or arrow with that id; an arrow of the box one stands on is seen from there."""
    arrow = ways.arrows.get(found)
    if arrow is not None:
        return Here(here.box if here.box in _ends(arrow) else arrow.source, found)
    return Here(found) if found in ways.into else here


def rightward(ways: Paths, here: Here) -> Here:
    """The first arrow out of the box, then the box it leads to; from an arrow into the box, the box."""
    return _along(ways, here, ways.out)


def leftward(ways: Paths, here: Here) -> Here:
    """The first arrow into the box, then the box it comes from; from an arrow out of the box, the box."""
    return _along(ways, here, ways.into)


def _along(ways: Paths, here: Here, wanted: Mapping[str, tuple[str, ...]]) -> Here:
    if not here.arrow:
        first = wanted.get(here.box, ())
        return replace(here, arrow=first[0]) if first else here
    if here.arrow not in wanted[here.box]:
        return Here(here.box)
    arrow = ways.arrows[here.arrow]
    return Here(arrow.target if wanted is ways.out else arrow.source)


def beside(ways: Paths, here: Here, step: int) -> Here:
    """The next (1) or previous (-1) box of the column, or arrow of the same box and side."""
    if not here.arrow:
        return Here(_next(ways.column.get(here.box, ()), here.box, step))
    own = ways.out[here.box] if here.arrow in ways.out[here.box] else ways.into[here.box]
    return replace(here, arrow=_next(own, here.arrow, step))


def _next(ids: tuple[str, ...], own: str, step: int) -> str:
    if own not in ids:
        return own
    return ids[min(max(ids.index(own) + step, 0), len(ids) - 1)]


def in_turn(ways: Paths, here: Here, step: int) -> Here:
    """The next (1) or previous (-1) arrow of the whole theory, round and round."""
    if not ways.order:
        return here
    if here.arrow in ways.arrows:
        place = ways.order.index(here.arrow) + step
    else:
        own = (place for place, each in enumerate(ways.order) if ways.arrows[each].source == here.box)
        place = next(own, 0) - (step < 0)
    arrow = ways.arrows[ways.order[place % len(ways.order)]]
    return Here(arrow.source, arrow.id)


def at_end(ways: Paths, here: Here, *, last: bool) -> Here:
    """The first or last box, or arrow of the same box and side."""
    far = len(ways.boxes) + len(ways.order)
    if here.arrow:
        return beside(ways, here, far if last else -far)
    return Here(ways.boxes[-1 if last else 0]) if ways.boxes else here


def _ends(arrow: Arrow) -> tuple[str, str]:
    return arrow.source, arrow.target
