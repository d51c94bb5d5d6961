"""What some people or cases say beside the others, with the same boxes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from rcoder.analysis.cutting import memberships_of
from rcoder.domain.theory import Arrow, ArrowState, Box, ChangeTheory, Tally


def beside(own: ChangeTheory, whole: ChangeTheory, shown: Collection[str]) -> ChangeTheory:
    """A narrowed theory with those of the `shown` arrows of the whole one that it has not: grey, without passages.

    `shown` are ids of arrows; the boxes are those at their ends, in the order of the whole theory.
    """
    ids = set(shown)
    said = {each.id: each for each in own.arrows}
    arrows = tuple(said.get(each.id) or _grey(each) for each in whole.arrows if each.id in ids)
    boxes = _around(own, whole, arrows)
    memberships = memberships_of(whole.memberships, boxes)
    return replace(own, arrows=arrows, boxes=boxes, memberships=memberships)


def _around(own: ChangeTheory, whole: ChangeTheory, arrows: tuple[Arrow, ...]) -> tuple[Box, ...]:
    """The boxes at the ends of the arrows, with the core elements they belong to."""
    ends = {end for arrow in arrows for end in (arrow.source, arrow.target)}
    ends |= {each.core for each in whole.memberships if each.box in ends}
    known = {each.id: each for each in own.boxes}
    return tuple(known.get(each.id) or _bare(each) for each in whole.boxes if each.id in ends)


def _grey(arrow: Arrow) -> Arrow:
    none = Tally()
    return replace(
        arrow, state=ArrowState.ELSEWHERE, witnesses=(), supports=none, contradicts=none, refines=none
    )


def _bare(box: Box) -> Box:
    return replace(box, witnesses=(), inner=())
