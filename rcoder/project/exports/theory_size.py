"""Theories of so many boxes that no page and no screen can show them: said, with cuts that can be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.domain.cut import Cut
from rcoder.domain.errors import Misuse
from rcoder.domain.outgoing import Wanted
from rcoder.domain.theory import ArrowState, ChangeTheory

if TYPE_CHECKING:
    from rcoder.project.door import Project
    from rcoder.project.exports.theory_views import View

MOST = 500
"""Boxes of one figure: placing more takes minutes, and nobody can read it."""
NAMED = 4
"""Cuts that are named."""
_CUTS = (
    ("--evidence only", Cut(evidence=True)),
    ("--status accepted", Cut(states=(ArrowState.ACCEPTED,))),
    *((f'--least "{number} cases"', Cut(least_cases=number)) for number in (2, 3, 5, 10)),
    *((f'--least "{number} passages"', Cut(least_passages=number)) for number in (5, 10, 20, 50)),
)


def refuse_endless(project: Project, found: View, wanted: Wanted) -> None:
    """Raises Misuse for a figure of more than `MOST` boxes, with what can be drawn instead."""
    largest = max((found.theory, *found.others, *found.pair), key=lambda each: len(each.boxes))
    if len(largest.boxes) <= MOST:
        return
    ways = _ways(project, largest, wanted)
    way_out = (
        f"Narrow it: {', or '.join(ways)}."
        if ways
        else "Narrow it, for instance with --hypothesis or --group."
    )
    raise Misuse(
        f"The theory “{largest.key}” has {len(largest.boxes)} boxes and {len(largest.arrows)} arrows; "
        f"a figure holds {MOST} boxes at the most.",
        way_out,
    )


def _ways(project: Project, largest: ChangeTheory, wanted: Wanted) -> list[str]:
    """Cuts of the theory that leave something that can be drawn, those that leave most first."""
    from rcoder.project.cutting import theory_cut

    if wanted.option("version") or wanted.option("variant"):
        return []
    base = () if largest.key == "overall" else (f"--hypothesis {largest.key}",)
    sizes = []
    for words, cut in _CUTS:
        left = len(theory_cut(project, largest.key, cut).boxes)
        if 0 < left <= MOST:
            sizes.append((-left, " ".join((*base, words)), left))
    sizes.sort()
    return [f"{words} ({left} boxes)" for _, words, left in sizes[:NAMED]]
