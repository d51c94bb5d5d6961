"""A change theory as a Mermaid flowchart, in which every word is only a word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rcoder.domain.terms import WORDS
from rcoder.domain.theory import Arrow, Box, ChangeTheory
from rcoder.domain.words import Column, Effect
from rcoder.figure.graph_words import about_lines, arrow_lines, box_lines
from rcoder.figure.marked import MarkedBox
from rcoder.figure.palette import COLOURS, INK, PAPER, SOFT, TEXT
from rcoder.figure.strokes import Stroke, stroke
from rcoder.figure.titles import box_names
from rcoder.figure.wording import described

_MARKUP = re.compile(
    r"[^\w\s,:()'’·…–—−●○△✚≠×≈?=+/.“”»«-]|_|:(?!\s|$)|(?<=\d)[.)](?=\s|$)|(?<=^)\s*[-+=](?=\s)"
)
"""What could be read as markup, as an entity or as a link: all but letters, digits and these."""
_HEADS = {Effect.PROMOTES: ">", Effect.HINDERS: "x", Effect.CONDITIONS: "o"}


def escaped(text: str) -> str:
    """One line of text for a quoted label: what could be markup is written as its number."""
    return _MARKUP.sub(lambda found: "".join(f"#{ord(char)};" for char in found[0]), text)


def quoted(lines: Iterable[str]) -> str:
    """Lines as one quoted label."""
    return '"' + "<br/>".join(escaped(each) for each in lines) + '"'


def _comment(text: str) -> str:
    return "%% " + re.sub(r"[{}%]", " ", text)


def draw_mermaid(theory: ChangeTheory, *, language: str = "da", source: str = "") -> str:
    """The theory as a Mermaid flowchart: a subgraph for each column, classes for columns, lines by effect and state.

    `source` is the line that says where it comes from. The same theory gives the same text.
    """
    about = about_lines(theory, language, source)
    ids = {box.id: f"b{number}" for number, box in enumerate(theory.boxes, start=1)}
    said = [
        *map(_comment, about),
        "flowchart LR",
        f"    accTitle: {escaped(theory.title.say(language) and about[1 if theory.study else 0])}",
        f"    accDescr: {escaped(described(theory, language))}",
        f"    about[{quoted(about)}]",
        *_columns(theory, ids, language),
        *_lines(theory, ids, language),
        *_classes(theory, ids),
    ]
    return "\n".join(said) + "\n"


def _columns(theory: ChangeTheory, ids: dict[str, str], language: str) -> list[str]:
    said = []
    for column in Column:
        own = [box for box in theory.boxes if box.column is column]
        if own:
            said += [
                f"    subgraph {_column_id(column)}[{quoted([WORDS[Column][column].say(language)])}]",
                "        direction TB",
                *(f"        {ids[box.id]}[{quoted(box_lines(box, theory, language))}]" for box in own),
                "    end",
            ]
    return said


def _column_id(column: Column) -> str:
    return f"column_{column.value}"


def _lines(theory: ChangeTheory, ids: dict[str, str], language: str) -> list[str]:
    """Arrows and memberships, then how their lines look, by number."""
    arrows = [arrow for arrow in theory.arrows if arrow.source in ids and arrow.target in ids]
    names = box_names(theory, language)
    said, looks = [], dict[Stroke, list[int]]()
    for number, arrow in enumerate(arrows):
        said.append(f"    {ids[arrow.source]} {_tie(arrow, theory, language)} {ids[arrow.target]}")
        looks.setdefault(stroke(arrow), []).append(number)
    for each in theory.memberships:
        if each.core in names and each.box in names:
            looks.setdefault(stroke(None), []).append(len(said))
            said.append(f"    {ids[each.core]} --- {ids[each.box]}")
    for look, numbers in looks.items():
        dashes = f",stroke-dasharray:{_dashes(look)}" if look.dashes else ""
        style = f"stroke:{look.colour},stroke-width:{look.width:g}px{dashes}"
        said.append(f"    linkStyle {','.join(map(str, numbers))} {style}")
    return said


def _tie(arrow: Arrow, theory: ChangeTheory, language: str) -> str:
    words = arrow_lines(arrow, theory, language)
    return f"--{_HEADS[arrow.effect]}" + (f"|{quoted(words)}|" if words else "")


def _dashes(look: Stroke) -> str:
    """Dashes that Mermaid draws without round caps: a dot as long as the line is wide."""
    return " ".join("2" if each == "0.1" else each for each in look.dashes.split())


def _classes(theory: ChangeTheory, ids: dict[str, str]) -> list[str]:
    said = [f"    classDef about fill:{PAPER},stroke:{SOFT},color:{TEXT}", "    class about about"]
    for column in Column:
        own = [box for box in theory.boxes if box.column is column]
        if not own:
            continue
        fill, edge, panel = COLOURS[column]
        said += [
            f"    classDef {column.value} fill:{fill},stroke:{edge},color:{TEXT}",
            f"    class {','.join(ids[box.id] for box in own)} {column.value}",
            f"    style {_column_id(column)} fill:{panel},stroke:{edge},color:{TEXT}",
        ]
    fresh = [ids[box.id] for box in theory.boxes if _fresh(box)]
    if fresh:
        said += [
            f"    classDef fresh stroke-width:2px,stroke-dasharray:3 3,color:{INK}",
            f"    class {','.join(fresh)} fresh",
        ]
    return said


def _fresh(box: Box) -> bool:
    return box.new and not isinstance(box, MarkedBox)
