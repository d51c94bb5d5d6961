"""The same theory drawn by Graphviz dot, with the same columns; pygraphviz is a development extra."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from rcoder.domain.theory import Box, ChangeTheory
from rcoder.domain.words import Column, Kind

if TYPE_CHECKING:
    from crossed import Line, Point

ORDER = ("context", "core", "resource", "mechanism", "short", "medium", "long", "negative")
WIDTH, HEIGHT = 2.5, 0.6
"""Of a box, in inches."""
STEPS = 16
"""Pieces that each curve is cut into."""


def column_of(box: Box, *, bands: bool) -> str:
    """The column that dot puts a box in; "" where it may choose."""
    if box.column in {Column.CONTEXT, Column.NEGATIVE}:
        return box.column.value if bands else ""
    return "resource" if box.half is Kind.RESOURCE else box.column.value


def dot_drawing(theory: ChangeTheory, *, bands: bool = False) -> tuple[list[Line], list[float], float]:
    """Dot's lines, the middles of its columns and half their width.

    Contexts and counteracting paths stand where dot likes best, or with `bands` in columns of their own.
    """
    import pygraphviz

    graph = pygraphviz.AGraph(
        strict=False, directed=True, rankdir="LR", splines="true", nodesep="0.3", ranksep="1.2"
    )
    graph.node_attr.update(shape="box", width=str(WIDTH), height=str(HEIGHT), fixedsize="true", label="")
    _columns(graph, theory, bands=bands)
    known = {box.id for box in theory.boxes}
    ends = [(arrow.source, arrow.target) for arrow in theory.arrows]
    ends += [(each.core, each.box) for each in theory.memberships]
    for number, (source, target) in enumerate(ends):
        if source in known and target in known:
            graph.add_edge(source, target, key=f"a{number}")
    with _silent():
        graph.layout("dot")
    middles = {round(float(graph.get_node(box.id).attr["pos"].split(",")[0])) for box in theory.boxes}
    return (list(_lines(graph)), sorted(float(each) for each in middles), WIDTH * 36)


def _columns(graph: Any, theory: ChangeTheory, *, bands: bool) -> None:
    members: dict[str, list[str]] = {}
    for box in theory.boxes:
        graph.add_node(box.id)
        column = column_of(box, bands=bands)
        if column:
            members.setdefault(column, []).append(box.id)
    keys = [key for key in ORDER if key in members]
    for key in keys:
        graph.add_node(f"column {key}", style="invis", shape="point", width="0.01")
        graph.add_subgraph([*members[key], f"column {key}"], rank="same")
    for one, other in pairwise(keys):
        graph.add_edge(f"column {one}", f"column {other}", key="column", style="invis")


@contextlib.contextmanager
def _silent() -> Iterator[None]:
    """What Graphviz says of fonts goes nowhere."""
    sys.stderr.flush()
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _lines(graph: Any) -> Iterator[Line]:
    for ends in graph.edges(keys=True):
        edge = graph.get_edge(*ends)
        if edge.attr["style"] != "invis":
            for curve in edge.attr["pos"].split(";"):
                yield _line(curve)


def _line(curve: str) -> Line:
    first: list[Point] = []
    last: list[Point] = []
    points: list[Point] = []
    for each in curve.split():
        found = re.fullmatch(r"(?:([se]),)?([-\d.e+]+),([-\d.e+]+)", each)
        if found:
            where = {"s": first, "e": last, None: points}[found[1]]
            where.append((float(found[2]), float(found[3])))
    flat = points[:1]
    for at in range(0, len(points) - 3, 3):
        flat += [_bezier(points[at : at + 4], step / STEPS) for step in range(1, STEPS + 1)]
    return [*first, *flat, *last]


def _bezier(points: list[Point], part: float) -> Point:
    rest = 1 - part
    shares = (rest**3, 3 * rest * rest * part, 3 * rest * part * part, part**3)
    return (
        sum(share * x for share, (x, _) in zip(shares, points, strict=True)),
        sum(share * y for share, (_, y) in zip(shares, points, strict=True)),
    )
