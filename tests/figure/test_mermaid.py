"""A theory as Mermaid: every line is of a shape we know, ids are ours, and words can be nothing but words."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import figure_theories as theories
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcoder.domain.theory import ChangeTheory, Denominator
from rcoder.domain.words import Bilingual, Column
from rcoder.figure.mermaid import draw_mermaid, escaped
from rcoder.figure.palette import COLOURS

FULL = theories.jobfirst()
SOURCE = "Prøvestudie · version 2 “Efter runde 1”"
ID = r"(?:b\d+|about)"
COLUMN = r"column_(?:core|mechanism|short|medium|long|context|negative)"
CLASS = r"(?:about|fresh|core|mechanism|short|medium|long|context|negative)"
QUOTED = r'"(?:[^"<>`{}\[\];|&\\%$]|<br/>|#\d+;)*"'
PROPERTY = r"(?:fill|stroke|color):#[0-9a-f]{6}|stroke-width:[\d.]+px|stroke-dasharray:[\d.]+(?: [\d.]+)*"
STYLE = rf"(?:{PROPERTY})(?:,(?:{PROPERTY}))*"
GRAMMAR = (
    r"%% [^{}%\n]*",
    r"flowchart LR",
    r"    acc(?:Title|Descr): (?:[^\"<>`{}\[\];|&\\%$]|#\d+;)*",
    rf"    (?:    )?{ID}\[{QUOTED}\]",
    rf"    subgraph {COLUMN}\[{QUOTED}\]",
    r"        direction TB",
    r"    end",
    rf"    {ID} --[>xo](?:\|{QUOTED}\|)? {ID}",
    rf"    {ID} --- {ID}",
    rf"    linkStyle \d+(?:,\d+)* {STYLE}",
    rf"    classDef {CLASS} {STYLE}",
    rf"    class {ID}(?:,{ID})* {CLASS}",
    rf"    style {COLUMN} {STYLE}",
)
"""Every shape of a line that is written."""
EMPTY = ChangeTheory("x", Bilingual(), Bilingual(), (), (), Denominator())
TRAPS = (
    "end",
    '"] --> b2',
    "a]-->b[c",
    "`**bold**`",
    "1. første",
    "- punkt",
    "fa:fa-user",
    "#quot; #35; &lt;b&gt; &amp;",
    "<b onmouseover=alert(1)>x</b>",
    "%%{init: {'theme':'dark'}}%%",
    "linje 1\nlinje 2\r\n%% click b1 callback",
    "style b1 fill:#fff;",
    "$$x$$ https://example.org/a|b",
    "\\u003cscript\\u003e",
)


def as_read(text: str) -> str:
    """The words that Mermaid shows for a label: its entities resolved."""
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), text)


def misshapen(text: str) -> list[str]:
    return [line for line in text.splitlines() if not any(re.fullmatch(each, line) for each in GRAMMAR)]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("theory", [FULL, theories.mini(), theories.hostile(), EMPTY])
def test_every_line_has_a_shape_that_mermaid_reads(theory: ChangeTheory, language: str) -> None:
    assert misshapen(draw_mermaid(theory, language=language, source=SOURCE)) == []


@pytest.mark.parametrize("trap", TRAPS)
def test_words_stay_words_wherever_they_stand(trap: str) -> None:
    small = theories.mini()
    boxes = (replace(small.boxes[0], label=Bilingual(trap), key=trap), *small.boxes[1:])
    text = draw_mermaid(replace(small, boxes=boxes, title=Bilingual(trap), study=trap), source=trap)
    assert misshapen(text) == []
    plain = " ".join(trap.split())
    shown = as_read(next(line for line in text.splitlines() if line.startswith("    about[")))
    assert plain in shown


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_escaping_is_undone_by_reading(text: str) -> None:
    said = escaped(text)
    assert as_read(said) == text
    assert not set('"<>`{}[]|&\\%$') & set(said)
    assert unescape(said) == said or "&" not in said


def test_every_box_and_arrow_is_there_and_every_line_has_its_look() -> None:
    text = draw_mermaid(FULL)
    boxes = re.findall(r"^        (b\d+)\[", text, re.MULTILINE)
    ties = re.findall(r"^    (b\d+) --[->xo].*? (b\d+)$", text, re.MULTILINE)
    assert len(boxes) == len(set(boxes)) == len(FULL.boxes)
    assert len(ties) == len(FULL.arrows) + len(FULL.memberships)
    styled = [
        int(number)
        for numbers in re.findall(r"^    linkStyle ([\d,]+) ", text, re.MULTILINE)
        for number in numbers.split(",")
    ]
    assert sorted(styled) == list(range(len(ties)))


def test_effects_states_and_counts_are_said() -> None:
    text = draw_mermaid(FULL, language="en")
    ids = {box.id: f"b{place}" for place, box in enumerate(FULL.boxes, start=1)}
    assert f'{ids["K4"]} -->|"●9 · 3/4+1<br/>○1 · 1/4<br/>△2 · 1/4"| {ids["M5"]}' in text
    assert f'{ids["N1"]} --x|"hinders<br/>●2 · 1/4"| {ids["L1"]}' in text
    assert f'{ids["C4"]} --o|"conditions"| {ids["X1"]}' in text
    assert "stroke-dasharray:6.5 4" in text


def test_columns_are_subgraphs_with_their_colours() -> None:
    text = draw_mermaid(FULL)
    for column in Column:
        assert f'subgraph column_{column.value}["' in text
        assert f"classDef {column.value} fill:{COLOURS[column][0]}" in text


def test_cut_n_and_source_are_said_in_a_comment_and_in_a_box() -> None:
    cut = replace(FULL, cut=Bilingual("kun H3"))
    text = draw_mermaid(cut, source=SOURCE)
    about = as_read(next(line for line in text.splitlines() if line.startswith("    about[")))
    for said in ("kun H3", "N = 4 sager kodet til ende", SOURCE):
        assert any(line.startswith("%% ") and said in line for line in text.splitlines())
        assert said in about


def test_the_same_theory_gives_the_same_text() -> None:
    assert draw_mermaid(FULL, source=SOURCE) == draw_mermaid(theories.jobfirst(), source=SOURCE)
