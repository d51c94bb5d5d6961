"""A change theory in Graphviz' DOT language: columns as ranks, the drawing's colours and dashes, every word quoted."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rcoder.domain.terms import WORDS
from rcoder.domain.theory import Arrow, Box, ChangeTheory
from rcoder.domain.theory_difference import Sort
from rcoder.domain.words import Column, Effect
from rcoder.figure.graph_words import WIDE, about_lines, arrow_lines, box_lines
from rcoder.figure.marked import MarkedArrow, MarkedBox
from rcoder.figure.palette import COLOURS, SOFT, TEXT
from rcoder.figure.strokes import stroke
from rcoder.figure.text import wrap
from rcoder.figure.titles import arrow_title, box_names, box_title
from rcoder.fonts import FAMILY

_PIECES = re.compile(r"(?:\\.|[^\\]){1,4000}", re.DOTALL)
"""What a quoted string is cut into: Graphviz reads nothing of more than 16384 bytes, and puts together those with + between."""

ORDER = (
    Column.CONTEXT,
    Column.CORE,
    Column.MECHANISM,
    Column.SHORT,
    Column.MEDIUM,
    Column.LONG,
    Column.NEGATIVE,
)
"""Of the ranks from left to right."""


def quoted(lines: Iterable[str], end: str = "") -> str:
    r"""Lines as one quoted string, in which Graphviz reads neither escapes, entities nor HTML.

    They are centred, or to the left with "\l" at their `end`.
    """
    said = [each.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"') for each in lines]
    words = "".join(f"{each}{end}" for each in said) if end else "\\n".join(said)
    return " + ".join(f'"{each}"' for each in _PIECES.findall(words) or ("",))


def _attributes(**given: str | float | Iterable[str]) -> str:
    """Attributes in brackets: text as a quoted line, lines as a quoted label, numbers bare."""
    said = []
    for key, value in given.items():
        if isinstance(value, float | int):
            said.append(f"{key}={value:g}")
        else:
            said.append(f"{key}={quoted([value] if isinstance(value, str) else value)}")
    return f"[{', '.join(said)}]"


def draw_dot(theory: ChangeTheory, *, language: str = "da", source: str = "") -> str:
    """The theory as a digraph for `dot`; `source` is the line that says where it comes from.

    The same theory gives the same text.
    """
    about = about_lines(theory, language, source)
    ids = {box.id: f"b{number}" for number, box in enumerate(theory.boxes, start=1)}
    heading = quoted([part for each in about for part in wrap(each, WIDE, 12)], "\\l")
    said = [
        *(f"// {part}" for each in about for part in re.findall(".{1,4000}", each)),
        "digraph theory {",
        f"  graph {_attributes(rankdir='LR', labelloc='t', labeljust='l', fontname=FAMILY, fontsize=12, fontcolor=TEXT)}",
        f"  graph {_attributes(nodesep=0.25, ranksep=0.9, charset='UTF-8')}",
        f"  graph [label={heading}]",
        f"  node {_attributes(shape='box', style='rounded,filled', fontname=FAMILY, fontsize=11, fontcolor=TEXT)}",
        f"  edge {_attributes(fontname=FAMILY, fontsize=9, fontcolor=TEXT, constraint='false')}",
        *_columns(theory, ids, language),
        *_ties(theory, ids, language),
        "}",
    ]
    return "\n".join(said) + "\n"


def _columns(theory: ChangeTheory, ids: dict[str, str], language: str) -> list[str]:
    """A rank for each column under its heading, which stands last so that dot puts it uppermost; headings keep the order."""
    shown = [column for column in ORDER if any(box.column is column for box in theory.boxes)]
    said = []
    for column in shown:
        heading = _attributes(
            shape="plaintext",
            style="",
            fontsize=13,
            fontcolor=COLOURS[column][1],
            label=WORDS[Column][column].say(language),
        )
        own = (box for box in theory.boxes if box.column is column)
        said += [
            f"  subgraph column_{column.value} {{",
            "    rank=same",
            *(f"    {ids[box.id]} {_box(box, theory, language)}" for box in own),
            f"    {column.value} {heading}",
            "  }",
        ]
    chain = " -> ".join(column.value for column in shown)
    return [*said, f"  {chain} [style=invis, constraint=true, weight=100]"] if len(shown) > 1 else said


def _box(box: Box, theory: ChangeTheory, language: str) -> str:
    fill, edge, _ = COLOURS[box.column]
    new, width = box.new, 1.5 if box.new else 1.0
    style = "rounded,filled,dashed" if new else "rounded,filled"
    if isinstance(box, MarkedBox):
        style = "rounded,filled" + {Sort.DROPPED: ",dotted", Sort.CHANGED: ",dashed"}.get(box.sort, "")
        width = {Sort.NEW: 2.4, Sort.KEPT: 0.8}.get(box.sort, 1.4)
    return _attributes(
        label=box_lines(box, theory, language),
        tooltip=box_title(box, language),
        style=style,
        fillcolor=fill,
        color=edge,
        penwidth=width,
    )


def _ties(theory: ChangeTheory, ids: dict[str, str], language: str) -> list[str]:
    names = box_names(theory, language)
    said = [
        f"  {ids[arrow.source]} -> {ids[arrow.target]} {_arrow(arrow, theory, names, language)}"
        for arrow in theory.arrows
        if arrow.source in ids and arrow.target in ids
    ]
    look = stroke(None)
    plain = _attributes(dir="both", arrowhead="dot", arrowtail="dot", arrowsize=0.5, color=look.colour)
    said += [
        f"  {ids[each.core]} -> {ids[each.box]} {plain}"
        for each in theory.memberships
        if each.core in ids and each.box in ids
    ]
    return said


def _arrow(arrow: Arrow, theory: ChangeTheory, names: dict[str, str], language: str) -> str:
    look = stroke(arrow)
    hollow = not isinstance(arrow, MarkedArrow) and not arrow.state.counts
    heads = {
        Effect.PROMOTES: "onormal" if hollow else "normal",
        Effect.HINDERS: "tee",
        Effect.CONDITIONS: "odiamond",
    }
    return _attributes(
        label=arrow_lines(arrow, theory, language),
        tooltip=arrow_title(arrow, names, language),
        arrowhead=heads[arrow.effect],
        style=_style(look.dashes),
        color=look.colour,
        fontcolor=SOFT if hollow else TEXT,
        penwidth=look.width,
    )


def _style(dashes: str) -> str:
    """Graphviz knows dashed and dotted lines: dashes of any length, and dots."""
    if not dashes:
        return "solid"
    dots = all(each == "0.1" for each in dashes.split()[::2])
    return "dotted" if dots or dashes == "3 5" else "dashed"
