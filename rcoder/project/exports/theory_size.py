"""Theories of so many boxes that no page and no screen can show them: said, with cuts that can be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.domain.cut import OPTIONS, read_cut
from rcoder.domain.errors import Misuse
from rcoder.domain.outgoing import Wanted
from rcoder.domain.theory import ChangeTheory
from rcoder.project.exports.theory_density import NARROWER

if TYPE_CHECKING:
    from rcoder.project.door import Project
    from rcoder.project.exports.theory_views import View

MOST = 500
"""Boxes of one figure: placing more takes minutes, and nobody can read it."""
NAMED = 4
"""Cuts that are named."""
FEWER = tuple(
    ("least", f"{number} {what}") for what in ("cases", "passages") for number in (3, 5, 10, 20, 50)
)
"""The options that are tried after those of a figure that is merely dense."""


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
    """Options to add that leave something that can be drawn, those that leave most first."""
    from rcoder.project.cutting import theory_cut

    if wanted.option("version") or wanted.option("variant"):
        return []
    asked = {key: wanted.option(key) for key in OPTIONS}
    mini = "" if largest.key == "overall" or wanted.option("hypothesis") else f"--hypothesis {largest.key} "
    sizes: dict[int, str] = {}
    for key, value in (*NARROWER, *FEWER):
        if asked[key]:
            continue
        left = len(theory_cut(project, largest.key, read_cut({**asked, key: value})).boxes)
        if 0 < left <= MOST:
            sizes.setdefault(left, f'{mini}--{key} "{value}"' if " " in value else f"{mini}--{key} {value}")
    return [f"{sizes[left]} ({left} boxes)" for left in sorted(sizes, reverse=True)[:NAMED]]
