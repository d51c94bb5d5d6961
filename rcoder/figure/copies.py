"""Contexts as badges: one that bears on several boxes is drawn at each of them, so that no line runs across the figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from rcoder.domain.theory import Arrow, Box, ChangeTheory
from rcoder.domain.words import Column

_MARK = "\x1f"
"""Between the id of a box and the number of its copy; no id holds it."""


class Copy(NamedTuple):
    """Where a box is drawn again."""

    of: str
    """Id of the box."""
    number: int
    """1 for the first, where nothing is drawn twice."""


@dataclass(frozen=True, slots=True)
class Spread:
    """A theory as it is placed: every context once for each box that it bears on."""

    theory: ChangeTheory
    arrows: tuple[tuple[Arrow, Arrow], ...]
    """Each arrow as it is placed, and as the theory has it."""
    copies: Mapping[str, Copy]
    """By the id that a box is placed under."""


def spread(theory: ChangeTheory) -> Spread:
    """The theory with a copy of a context for every box it bears on; contexts that anything leads to stay whole."""
    targets = _targets(theory)
    boxes: list[Box] = []
    copies: dict[str, Copy] = {}
    for box in theory.boxes:
        for number, _ in enumerate(targets.get(box.id) or [""], start=1):
            placed = box if number == 1 else replace(box, id=f"{box.id}{_MARK}{number}")
            boxes.append(placed)
            copies[placed.id] = Copy(box.id, number)
    arrows = tuple((_moved(each, targets), each) for each in theory.arrows)
    whole = replace(theory, boxes=tuple(boxes), arrows=tuple(placed for placed, _ in arrows))
    return Spread(whole, arrows, copies)


def _targets(theory: ChangeTheory) -> dict[str, list[str]]:
    """The boxes that each context bears on, in the order of the arrows; without contexts that have a part in chains."""
    columns = {box.id: box.column for box in theory.boxes}
    led_to = {each.target for each in theory.arrows}
    found: dict[str, list[str]] = {}
    for each in theory.arrows:
        context = columns.get(each.source) is Column.CONTEXT and each.source not in led_to
        if context and columns.get(each.target) not in (None, Column.CONTEXT):
            own = found.setdefault(each.source, [])
            if each.target not in own:
                own.append(each.target)
    return found


def _moved(arrow: Arrow, targets: Mapping[str, list[str]]) -> Arrow:
    own = targets.get(arrow.source, [])
    number = own.index(arrow.target) + 1 if arrow.target in own else 1
    return arrow if number == 1 else replace(arrow, source=f"{arrow.source}{_MARK}{number}")
