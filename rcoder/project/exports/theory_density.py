"""Whether a figure can be read on its paper, and which parts of it can where it cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import sqrt
from types import MappingProxyType
from typing import TYPE_CHECKING

from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.outgoing import Wanted
from rcoder.domain.theory import ChangeTheory
from rcoder.figure.density import LEAST, points_on
from rcoder.figure.paper import SIZES
from rcoder.project.exports.theory_views import View, view

if TYPE_CHECKING:
    from rcoder.project.door import Project

Draw = Callable[[View, Wanted], str]

ENOUGH = 2
"""Parts that are named for a paper."""
GAIN = 1.25
"""How much better than its number of arrows lets expect a part may come out; what is beyond that is not tried."""

NARROWER = (
    ("evidence", "only"),
    ("status", "accepted,draft"),
    ("least", "2"),
    ("status", "accepted"),
    ("horizon", "long"),
    ("horizon", "medium"),
    ("horizon", "short"),
    ("least", "2 cases"),
)
"""The options that a dense figure is tried with, here and in the report."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a figure that was drawn to see how large its words come out."""

    option: tuple[str, str]
    arrows: int
    points: dict[str, float]
    """By paper: "a4", "a3"."""

    def said(self, paper: str) -> str:
        """As one writes it, with its size."""
        key, value = self.option
        asked = f'--{key} "{value}"' if " " in value else f"--{key} {value}"
        many = "1 arrow" if self.arrows == 1 else f"{self.arrows} arrows"
        return f"{asked} ({many}, {self.points[paper]:.1f} points)"


def density(project: Project, found: View, wanted: Wanted, svg: str, draw: Draw) -> tuple[str, ...]:
    """That the words of a figure come out too small on its paper, and what to add to read a part of it; () for a readable one.

    Every part that is named was drawn and measured; those with the most arrows come first.
    """
    paper, own = wanted.option("paper", "a4"), _points(svg)
    if own[paper] >= LEAST:
        return ()
    tried = _parts(project, found, wanted, own[paper], draw)
    here = [each for each in tried if each.points[paper] >= LEAST]
    boxes, arrows = len(found.theory.boxes), len(found.theory.arrows)
    small = f"On {paper.upper()} its words come out at {own[paper]:.1f} points, too small to read"
    said = [f"{small}: {boxes} boxes and {arrows} arrows are too many."]
    if here:
        said.append(f"To read a part of it on {paper.upper()}, add {_one_of(here, paper)}.")
    larger = _on_a3(own, tried) if paper == "a4" else ""
    return (*said, larger) if larger else tuple(said)


def _on_a3(own: dict[str, float], tried: list[Part]) -> str:
    """What can be read on the larger paper; "" for nothing that A4 has not."""
    if own["a3"] >= LEAST:
        return f"On A3 all of it can be read, at {own['a3']:.1f} points: add --paper a3."
    there = [each for each in tried if each.points["a3"] >= LEAST > each.points["a4"]]
    return f"On A3, with --paper a3, add {_one_of(there, 'a3')}." if there else ""


def _one_of(parts: list[Part], paper: str) -> str:
    cuts = [each for each in parts if each.option[0] != "hypothesis"][:ENOUGH]
    minis = [each for each in parts if each.option[0] == "hypothesis"]
    *first, last = [each.said(paper) for each in (*cuts, *minis)]
    return f"{', '.join(first)} or {last}" if first else last


def _points(svg: str) -> dict[str, float]:
    """Points that the words of boxes have on each paper."""
    return {paper: points_on(svg, paper) for paper in SIZES}


# -- what is tried ---------------------------------------------------------------------------------------------------


def _parts(project: Project, found: View, wanted: Wanted, points: float, draw: Draw) -> list[Part]:
    """Parts of the figure that may be readable, drawn; no more of them than are named."""
    whole, paper = len(found.theory.arrows), wanted.option("paper", "a4")
    candidates = sorted(_candidates(project, wanted), key=lambda each: -len(each[2].theory.arrows))
    tried: list[Part] = []
    for option, asked, narrower in candidates:
        many = len(narrower.theory.arrows)
        named = sum(each.points[paper] >= LEAST and each.option[0] != "hypothesis" for each in tried)
        if not 0 < many < whole or points * sqrt(whole / many) * GAIN < LEAST:
            continue
        if option[0] == "hypothesis" or named < ENOUGH:
            tried.append(Part(option, many, _points(draw(narrower, asked))))
    return tried


def _candidates(project: Project, wanted: Wanted) -> Iterator[tuple[tuple[str, str], Wanted, View]]:
    """What can be added to what is asked for, with the figure it gives."""
    minis = () if wanted.option("hypothesis") else _minis(project)
    seen: list[ChangeTheory] = []
    for key, value in (*NARROWER, *(("hypothesis", each) for each in minis)):
        if wanted.option(key):
            continue
        options = MappingProxyType({**wanted.options, key: value})
        asked = replace(wanted, ending=".svg", options=options)
        try:
            found = view(project, asked)
        except (Misuse, NotFound):
            continue
        if not any(found.theory.arrows == each.arrows for each in seen):
            seen.append(found.theory)
            yield (key, value), asked, found


def _minis(project: Project) -> tuple[str, ...]:
    from rcoder.analysis.mini_theories import theory_keys

    contents = project.codebook()
    keys = theory_keys(contents) if contents else ()
    return tuple(each for each in keys if each != "overall")
