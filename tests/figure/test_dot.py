"""A theory as DOT: Graphviz reads it, every word comes back as it was, and columns stand in order."""

from __future__ import annotations

import re
from dataclasses import replace

import figure_theories as theories
import pytest

from rcoder.domain.theory import ChangeTheory, Denominator
from rcoder.domain.words import Bilingual
from rcoder.figure.dot import ORDER, draw_dot
from rcoder.figure.text import drawable, label

pygraphviz = pytest.importorskip("pygraphviz", reason="pygraphviz (a development extra) is not installed")

FULL = theories.jobfirst()
SOURCE = "Prøvestudie · version 2 “Efter runde 1”"
EMPTY = ChangeTheory("x", Bilingual(), Bilingual(), (), (), Denominator())
TRAPS = (
    '"] end [label="x',
    "back\\slash \\N \\G \\l end\\",
    "<b>html</b>",
    "<<table><tr><td>x</td></tr></table>>",
    "&amp; &lt;i&gt; &#65;",
    "// comment */ /* x",
    "linje 1\nlinje 2",
    "} digraph { a -> b",
    theories.HOSTILE,
)


def as_read(text: str) -> str:
    """What Graphviz shows for a string it has read: escapes and entities resolved, line ends as blanks."""
    plain = re.sub(
        r"\\(.)", lambda found: " " if found[1] in "nlr" else found[1], text.replace("&amp;", "\0")
    )
    return plain.replace("\0", "&")


def squeezed(text: str) -> str:
    """Without blanks and hyphens, which wrapping puts in and takes out."""
    return re.sub(r"[-\s]", "", text)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("theory", [FULL, theories.mini(), theories.hostile(), EMPTY])
def test_graphviz_reads_it_with_every_box_and_arrow(theory: ChangeTheory, language: str) -> None:
    graph = pygraphviz.AGraph(string=draw_dot(theory, language=language, source=SOURCE))
    boxes = [node for node in graph.nodes() if re.fullmatch(r"b\d+", node)]
    ties = [edge for edge in graph.edges() if edge[0] in boxes]
    assert len(boxes) == len(theory.boxes)
    assert len(ties) == len(theory.arrows) + len(theory.memberships)


@pytest.mark.parametrize("trap", TRAPS)
def test_hostile_words_come_back_as_they_were(trap: str) -> None:
    small = theories.mini()
    boxes = (replace(small.boxes[0], label=Bilingual(trap)), *small.boxes[1:])
    graph = pygraphviz.AGraph(string=draw_dot(replace(small, boxes=boxes, study=trap), source=trap))
    said = as_read(graph.get_node("b1").attr["label"])
    assert squeezed(said) == squeezed(f"a · H3 {drawable(label(trap))}")
    assert squeezed(drawable(label(trap))) in squeezed(as_read(graph.graph_attr["label"]))
    assert len(graph.nodes()) == len(small.boxes) + len({box.column for box in small.boxes})


def test_columns_stand_in_order_from_left_to_right() -> None:
    graph = pygraphviz.AGraph(string=draw_dot(FULL))
    graph.layout("dot")

    def across(name: str) -> float:
        return float(graph.get_node(name).attr["pos"].split(",")[0])

    headings = [across(column.value) for column in ORDER]
    assert headings == sorted(headings)
    for place, box in enumerate(FULL.boxes, start=1):
        assert across(f"b{place}") == pytest.approx(across(box.column.value), abs=1)


def test_lines_and_heads_tell_state_and_effect() -> None:
    graph = pygraphviz.AGraph(string=draw_dot(FULL))
    ids = {box.id: f"b{place}" for place, box in enumerate(FULL.boxes, start=1)}

    def look(source: str, target: str) -> tuple[str, str]:
        edge = graph.get_edge(ids[source], ids[target])
        return edge.attr["style"], edge.attr["arrowhead"]

    assert look("K1", "M1") == ("solid", "normal")
    assert look("K2", "M3") == ("dashed", "normal")
    assert look("K1", "M2") == ("solid", "onormal")
    assert look("N1", "L1") == ("solid", "tee")
    assert look("C2", "K6") == ("dotted", "odiamond")
    accepted = [arrow for arrow in FULL.arrows if (arrow.state, arrow.effect) == ("accepted", "promotes")]
    edges = (graph.get_edge(ids[arrow.source], ids[arrow.target]) for arrow in accepted)
    assert len({edge.attr["penwidth"] for edge in edges}) == 1


def test_cut_n_and_source_are_said_in_comments_and_in_the_label() -> None:
    text = draw_dot(replace(FULL, cut=Bilingual("kun H3")), source=SOURCE)
    graph = pygraphviz.AGraph(string=text)
    shown = squeezed(as_read(graph.graph_attr["label"]))
    for said in ("kun H3", "N = 4 sager kodet til ende", SOURCE):
        assert any(line.startswith("// ") and said in line for line in text.splitlines())
        assert squeezed(said) in shown


def test_the_same_theory_gives_the_same_text() -> None:
    assert draw_dot(FULL, source=SOURCE) == draw_dot(theories.jobfirst(), source=SOURCE)
