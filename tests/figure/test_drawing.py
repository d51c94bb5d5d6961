"""The SVG: well formed, the same every time, harmless, honest about counts, and complete where it stands alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from functools import cache
from pathlib import Path

import figure_theories as theories
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcoder import figure
from rcoder.domain.theory import Arrow, ArrowState, ChangeTheory, Denominator
from rcoder.domain.words import Basis, Bilingual, Directness, Stance
from rcoder.figure.sheet import lay_out
from rcoder.figure.text import advance, drawable, wrap

SVG = "{http://www.w3.org/2000/svg}"
draw_svg = cache(figure.draw_svg)
"""Several tests look at the same drawing."""
FULL = theories.jobfirst()
MINI = theories.mini()
SOURCE = "Prøvestudie · version 2 “Efter runde 1” · kodebog jobfirst 1.2 · pr. 2026-11-22"


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg.encode())  # noqa: S314 - our own drawing is parsed, and it must be well formed


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    "theory",
    [FULL, MINI, theories.hostile(), ChangeTheory("x", Bilingual(), Bilingual(), (), (), Denominator())],
)
def test_the_svg_is_well_formed_and_its_ids_are_unique(theory: ChangeTheory, language: str) -> None:
    root = parsed(draw_svg(theory, language=language))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids)) == len(lay_out(theory, language).boxes) + len(theory.arrows)


def test_every_box_and_arrow_is_a_group_with_its_attributes_and_a_title() -> None:
    root = parsed(draw_svg(FULL))
    arrows = {
        group.get("data-arrow"): group for group in root.iter(f"{SVG}g") if group.get("class") == "arrow"
    }
    boxes = {group.get("data-box"): group for group in root.iter(f"{SVG}g") if group.get("class") == "box"}
    assert set(boxes) == {box.id for box in FULL.boxes}
    for arrow in FULL.arrows:
        group = arrows[arrow.id]
        assert (group.get("data-source"), group.get("data-target")) == (arrow.source, arrow.target)
        assert (group.get("data-state"), group.get("data-effect")) == (arrow.state.value, arrow.effect.value)
        assert group.find(f"{SVG}title") is not None


def test_line_width_and_dashes_follow_the_state_and_never_the_counts() -> None:
    looks: dict[tuple[str, str], set[tuple[str | None, str | None]]] = {}
    for group in parsed(draw_svg(FULL)).iter(f"{SVG}g"):
        if group.get("class") == "arrow":
            line = next(path for path in group.iter(f"{SVG}path") if path.get("class") == "line")
            key = (group.get("data-state") or "", group.get("data-effect") or "")
            looks.setdefault(key, set()).add((line.get("stroke-width"), line.get("stroke-dasharray")))
    assert all(len(found) == 1 for found in looks.values())
    assert looks["accepted", "promotes"] == {("1.7", None)}
    assert looks["draft", "promotes"].pop()[1]
    assert looks["initial", "promotes"] == {("1.1", None)}


def test_hindering_is_said_by_bar_and_minus_and_conditions_by_a_hollow_diamond() -> None:
    for group in parsed(draw_svg(FULL)).iter(f"{SVG}g"):
        if group.get("class") != "arrow":
            continue
        heads = [polygon for polygon in group.iter(f"{SVG}polygon") if polygon.get("stroke") != "#ffffff"]
        corners = len(heads[-1].get("points", "").split())
        circles = len(list(group.iter(f"{SVG}circle")))
        expected = {"promotes": (3, 0), "hinders": (4, 1), "conditions": (4, 0)}
        assert (corners, circles) == expected[group.get("data-effect") or ""]
        if group.get("data-effect") == "conditions":
            assert heads[-1].get("fill") == "#ffffff"


def test_a_badge_gives_passages_and_cases_for_and_against() -> None:
    root = parsed(draw_svg(FULL))
    group = next(group for group in root.iter(f"{SVG}g") if group.get("data-arrow") == "K4>M5")
    said = [text.text for text in group.iter(f"{SVG}text")]
    assert said == ["●9 · 3/4+1", "○1 · 1/4", "△2 · 1/4"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "da",
            (
                "N = 4 sager kodet til ende; 2 endnu ikke kodet; 1 uden interview.",
                "Kerneelementer",
                "ny",
                "Rekonstrueret",
            ),
        ),
        (
            "en",
            (
                "N = 4 cases coded to the end; 2 not yet coded; 1 without interview.",
                "Core elements",
                "new",
                "Reconstructed",
            ),
        ),
    ],
)
def test_head_and_legend_speak_the_language_chosen(language: str, expected: tuple[str, ...]) -> None:
    drawn = " ".join(parsed(draw_svg(FULL, language=language)).itertext())
    assert all(words in drawn for words in expected)
    assert "Prøvestudie" in drawn


def test_text_holds_its_width_in_every_font() -> None:
    for text in parsed(draw_svg(FULL)).iter(f"{SVG}text"):
        if len(text.text or "") > 1:
            assert text.get("lengthAdjust") == "spacingAndGlyphs"


def test_the_same_theory_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib, figure_theories as t; from rcoder.figure import draw_svg;"
        "print(hashlib.sha256(draw_svg(t.jobfirst()).encode()).hexdigest())"
    )
    found = set()
    for seed in ("1", "2"):
        paths = os.pathsep.join([str(Path(__file__).parent), str(Path(__file__).parents[2])])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
        ran = subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
        )
        found.add(ran.stdout)
    assert len(found) == 1


@given(st.text(max_size=120), st.floats(30, 300))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_wrapping_loses_no_letter_and_overflows_no_line(text: str, room: float) -> None:
    lines = wrap(text, room, 12)
    assert all(advance(line, 12) <= room or len(line) == 1 for line in lines)
    kept = re.sub(r"[-\s]", "", "".join(lines))
    assert kept == re.sub(r"[-\s]", "", drawable(re.sub(r"[ \t\r\n]+", " ", text)))


@pytest.mark.parametrize(
    ("word", "room", "expected"),
    [
        ("virksomhedspraktik", 100.0, ("virksomheds-", "praktik")),
        ("arbejdsmarkedsidentitet", 120.0, ("arbejdsmarkeds-", "identitet")),
        ("praktik- og jobmuligheder", 90.0, ("praktik- og", "jobmuligheder")),
    ],
)
def test_long_danish_compounds_are_cut_at_their_joints(
    word: str, room: float, expected: tuple[str, ...]
) -> None:
    assert wrap(word, room, 12) == expected


# -- it stands alone -------------------------------------------------------------------------------------------------


def said(svg: str, name: str) -> str:
    """The words in the group of that class."""
    group = next(each for each in parsed(svg).iter(f"{SVG}g") if each.get("class") == name)
    return " ".join(" ".join(group.itertext()).split())


def test_the_drawing_has_its_letters_within_and_asks_for_nothing_from_outside() -> None:
    svg = draw_svg(FULL)
    assert svg.count("@font-face") == 2
    assert "data:font/woff2;base64," in svg
    rest = re.sub(r"url\(data:font/woff2;base64,[A-Za-z0-9+/=]+\)", "", svg)
    rest = rest.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"url\(|https?:|href|@import|<image|<use|<script|<foreignObject", rest)


def test_the_foot_says_where_the_figure_comes_from() -> None:
    assert said(draw_svg(MINI, source=SOURCE), "foot") == f"Kilde: {SOURCE}"
    assert said(draw_svg(MINI, language="en", source=SOURCE), "foot").startswith("Source: ")
    assert 'class="foot"' not in draw_svg(MINI)


def test_the_head_says_what_the_figure_is_cut_to() -> None:
    cut = replace(MINI, cut=Bilingual("kun H3; N er af 2 sager", "only H3; N is of 2 cases"))
    assert "kun H3; N er af 2 sager" in said(draw_svg(cut), "head")
    assert "only H3; N is of 2 cases" in said(draw_svg(cut, language="en"), "head")


def test_who_does_not_see_the_figure_is_told_what_it_shows() -> None:
    root = parsed(draw_svg(FULL, language="en"))
    description = root.findtext(f"{SVG}desc") or ""
    assert root.findtext(f"{SVG}title") == "JobFirst's theory of change"
    assert description.startswith("53 boxes, 72 arrows: ")
    assert "4 cases coded to the end" in description


# -- the legend ------------------------------------------------------------------------------------------------------


def test_the_legend_explains_only_signs_that_occur() -> None:
    bare = said(draw_svg(theories.jobfirst(evidence=False, new=False)), "legend")
    assert "ikke belagt" in bare
    for absent in ("godkendt", "kladde", "ny boks", "støtter", "samler", "hører til", "Tælles ikke"):
        assert absent not in bare
    full = said(draw_svg(FULL), "legend")
    for there in ("godkendt", "kladde", "ny boks", "støtter", "taler imod", "hører til", "Tælles ikke"):
        assert there in full
    assert "samler" not in full


def _one(**parts: object) -> ChangeTheory:
    """The small theory with its first arrow changed."""
    first = replace(MINI.arrows[0], **parts)  # type: ignore[arg-type]  # the fields are an Arrow's
    return replace(MINI, arrows=(first, *MINI.arrows[1:]))


def _badge(svg: str, arrow: Arrow) -> list[str]:
    root = parsed(svg)
    group = next(each for each in root.iter(f"{SVG}g") if each.get("data-arrow") == arrow.id)
    return [each.text or "" for each in group.iter(f"{SVG}text") if each.get("font-style") != "italic"]


def test_an_arrow_of_several_links_says_how_many_it_gathers() -> None:
    svg = draw_svg(_one(links=("a", "b", "c")))
    assert _badge(svg, MINI.arrows[0])[0] == "●3 · 2/3  ×3"
    assert "pilen samler 3 forbindelser" in said(svg, "legend")


@pytest.mark.parametrize(("basis", "sign"), [(Basis.INFERRED, "?"), (Basis.RECONSTRUCTED, "≈")])
def test_an_initial_arrow_that_is_inferred_or_reconstructed_carries_the_sign(basis: Basis, sign: str) -> None:
    bare = {"state": ArrowState.INITIAL, "witnesses": (), "supports": theories.Tally()}
    assert _badge(draw_svg(_one(basis=basis, **bare)), MINI.arrows[0]) == [sign]
    assert _badge(draw_svg(_one(basis=Basis.STATED, **bare)), MINI.arrows[0]) == []


def test_passages_decide_whether_an_arrow_with_evidence_is_inferred() -> None:
    inferred = tuple(
        replace(each, directness=Directness.INFERRED) if each.stance is Stance.SUPPORTS else each
        for each in MINI.arrows[0].witnesses
    )
    drawn = draw_svg(_one(witnesses=inferred))
    assert _badge(drawn, MINI.arrows[0])[0] == "●3 · 2/3  ?"
    assert "udledt" in said(drawn, "legend")
    counted = next(place for place, each in enumerate(inferred) if each.counts == "case")
    one_said = (*inferred[:counted], MINI.arrows[0].witnesses[counted], *inferred[counted + 1 :])
    assert _badge(draw_svg(_one(witnesses=one_said, basis=Basis.INFERRED)), MINI.arrows[0])[0] == "●3 · 2/3"


def test_heads_are_hollow_where_there_is_no_evidence() -> None:
    for group in parsed(draw_svg(FULL)).iter(f"{SVG}g"):
        if group.get("class") != "arrow" or group.get("data-effect") == "conditions":
            continue
        heads = [each for each in group.iter(f"{SVG}polygon") if each.get("stroke") != "#ffffff"]
        assert (heads[-1].get("fill") == "#ffffff") == (group.get("data-state") == "initial")


# -- letters that our font has not -----------------------------------------------------------------------------------


def test_characters_without_a_letter_in_the_font_are_shown_as_marks() -> None:
    shown = drawable("a中 ﷽ 🦖 æøå ●○△≈")
    assert shown == "a‹U+4E2D› ‹U+FDFD› ‹U+1F996› æøå ●○△≈"
    boxes = (replace(MINI.boxes[0], label=Bilingual("Kontakt 中 🦖")), *MINI.boxes[1:])
    drawn = draw_svg(replace(MINI, boxes=boxes))
    words = " ".join(each.text or "" for each in parsed(drawn).iter(f"{SVG}text"))
    assert "中" not in words
    assert "‹U+4E2D›" in words.replace("- ", "").replace("-‹", "‹")


def test_words_that_the_oblique_font_lacks_are_drawn_upright() -> None:
    drawn = draw_svg(replace(MINI, note=Bilingual("مرحبا")))
    note = next(each for each in parsed(drawn).iter(f"{SVG}text") if each.text == "مرحبا")
    assert note.get("font-style") is None
    own = next(each for each in parsed(draw_svg(MINI)).iter(f"{SVG}text") if each.text == "Rekonstrueret")
    assert own.get("font-style") == "italic"


def test_every_sign_of_ours_has_a_letter_in_the_font() -> None:
    signs = "●○△✚≠×≈?−→·…‹›“”»«½≥≤◐"
    assert drawable(signs) == signs


def test_contexts_and_counteracting_paths_are_told_by_the_form_of_their_boxes() -> None:
    root = parsed(draw_svg(FULL))
    for group in root.iter(f"{SVG}g"):
        if group.get("class") != "box":
            continue
        shapes = list(group.iter(f"{SVG}rect"))
        column = group.get("data-column") or ""
        assert (len(shapes) == 2) == (column == "negative")
        assert shapes[0].get("rx") == {"context": "14", "negative": None}.get(column, "6")
    legend = said(draw_svg(FULL), "legend")
    assert "kontekst (runde ender)" in legend
    assert "modvirkende forløb (dobbelt kant)" in legend
    assert "kontekst" not in said(draw_svg(MINI), "legend")
