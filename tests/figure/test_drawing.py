"""The SVG and the HTML: well formed, the same every time, harmless, and honest about counts."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import figure_theories as theories
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcoder.domain.theory import Arrow, ArrowState, Box, ChangeTheory, Denominator, Tally
from rcoder.domain.words import Bilingual, Column, Effect, Kind, Stance
from rcoder.figure import draw_html, draw_svg
from rcoder.figure.page import script_hash
from rcoder.figure.spoken import tally_words
from rcoder.figure.text import advance, visible, wrap

SVG = "{http://www.w3.org/2000/svg}"
FULL = theories.jobfirst()
MINI = theories.mini()
HOSTILE = '<script>alert(1)</script> ]]> "><svg onload=alert(2)> </script><!-- \x00\x07\x1b[31m\x7f\x85 \u202eabc\u2066 \ud800 \ufffe &amp; {{x}} javascript:'


def hostile() -> ChangeTheory:
    witness = replace(
        theories.witness(1, 0, Stance.SUPPORTS, text=HOSTILE),
        speaker=HOSTILE,
        case=HOSTILE,
        transcript=HOSTILE,
        memos=(HOSTILE,),
    )
    boxes = (
        Box(
            HOSTILE,
            HOSTILE,
            Column.CORE,
            Bilingual(HOSTILE),
            (HOSTILE,),
            elements=(HOSTILE,),
            witnesses=(witness,),
        ),
        Box("b", "", Column.MECHANISM, Bilingual(HOSTILE * 20), (), kind=Kind.REASONING, new=True),
    )
    arrow = Arrow(
        HOSTILE,
        HOSTILE,
        "b",
        Effect.PROMOTES,
        ArrowState.DRAFT,
        (HOSTILE,),
        section=HOSTILE,
        note=Bilingual(HOSTILE),
        configurations=(HOSTILE,),
        witnesses=(witness,),
        supports=Tally(1, 1),
    )
    return ChangeTheory(
        HOSTILE, Bilingual(HOSTILE), Bilingual(HOSTILE), boxes, (arrow,), Denominator(1, 0, 0), study=HOSTILE
    )


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg.encode())  # noqa: S314 - our own drawing is parsed, and it must be well formed


class Page(HTMLParser):
    """Every start tag and the text of the scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self._in = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in = tag
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in == "script":
            self.scripts[-1] += data

    @property
    def records(self) -> Any:
        return json.loads(self.scripts[0])


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(draw_html(FULL, others=[MINI]))


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    "theory", [FULL, MINI, hostile(), ChangeTheory("x", Bilingual(), Bilingual(), (), (), Denominator())]
)
def test_the_svg_is_well_formed_and_its_ids_are_unique(theory: ChangeTheory, language: str) -> None:
    root = parsed(draw_svg(theory, language=language))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids)) == len(theory.boxes) + len(theory.arrows)


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
        "import hashlib, figure_theories as t; from rcoder.figure import draw_html, draw_svg;"
        "f = t.jobfirst(); print(hashlib.sha256((draw_svg(f) + draw_html(f, others=[t.mini()])).encode()).hexdigest())"
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


def test_a_hostile_label_stays_words() -> None:
    page = Page(draw_html(hostile(), others=[hostile()]))
    svg = draw_svg(hostile())
    assert [tag for tag, _ in page.tags if tag == "script"] == ["script", "script"]
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    assert not [name for element in parsed(svg).iter() for name in element.attrib if name.startswith("on")]
    for forbidden in ("\x00", "\x07", "\x1b", "\x7f", "\x85", "\u202e", "\u2066"):
        assert forbidden not in svg
        assert forbidden not in draw_html(hostile())
    assert (
        "‹U+0000›‹U+0007›‹U+001B›[31m‹U+007F›‹U+0085› ‹U+202E›abc‹U+2066› ‹U+D800› ‹U+FFFE›"
        in page.records["views"][0]["arrows"][0]["groups"][0]["witnesses"][0]["text"]
    )


def test_the_page_loads_nothing_and_allows_only_its_own_script(page: Page) -> None:
    policy = next(
        attributes["content"]
        for tag, attributes in page.tags
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert (
        policy
        == f"default-src 'none'; style-src 'unsafe-inline'; script-src '{script_hash(page.scripts[1])}'"
    )
    assert not [attributes for _, attributes in page.tags if "src" in attributes]
    links = [attributes["href"] or "" for _, attributes in page.tags if "href" in attributes]
    assert all(link.startswith("#") for link in links)
    assert {tag for tag, _ in page.tags} & {
        "link",
        "iframe",
        "object",
        "embed",
        "img",
        "form",
        "base",
    } == set()


def test_the_panel_inserts_words_as_text_only(page: Page) -> None:
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", page.scripts[1]
    )


def test_counts_in_the_panel_equal_the_lists_shown(page: Page) -> None:
    by_element = {arrow["id"]: arrow for arrow in page.records["views"][0]["arrows"]}
    for arrow in FULL.arrows:
        said = by_element[arrow.id]
        heads = {group["heading"][0]: group for group in said["groups"]}
        for mark, tally in (("●", arrow.supports), ("○", arrow.contradicts), ("△", arrow.refines)):
            group = heads.get(mark)
            assert tally.passages == (len(group["witnesses"]) if group else 0)
            if group:
                cases = {one["case"] for one in group["witnesses"] if one["counts"] == "case"}
                assert tally.cases == len(cases)
        shown = sum(len(group["witnesses"]) for group in said["groups"])
        assert shown == len(arrow.witnesses)


def test_listed_passages_stand_apart_with_the_reason(page: Page) -> None:
    arrow = next(each for each in page.records["views"][0]["arrows"] if each["id"] == "K4>M5")
    last = arrow["groups"][-1]
    assert last["heading"] == "tælles ikke"
    assert [one["why"] for one in last["witnesses"]] == ["normativt udsagn"]


def test_tallies_are_said_with_their_denominators() -> None:
    tally = Tally(
        passages=5, cases=3, cases_not_yet_coded=1, respondents=2, listed=1, cases_without_interview=1
    )
    assert tally_words(tally, 4, "en") == (
        "5 passages counted; 3 of 4 cases coded to the end; 1 further case not yet coded to the end; "
        "1 further case without an interview of its own; "
        "2 respondents say it as general experience; 1 passage listed, not counted."
    )
    assert tally_words(tally, 4, "da").startswith(
        "5 passager tæller; 3 af 4 sager kodet til ende; 1 yderligere sag, endnu"
    )


def test_the_table_lists_every_arrow_for_those_who_see_no_picture(page: Page) -> None:
    opened = [
        attributes["data-open"] for tag, attributes in page.tags if tag == "a" and "data-open" in attributes
    ]
    assert len(opened) == len(FULL.arrows) + len(MINI.arrows)


def test_ids_of_several_figures_in_one_file_do_not_meet(page: Page) -> None:
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


@given(st.text(max_size=120), st.floats(30, 300))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_wrapping_loses_no_letter_and_overflows_no_line(text: str, room: float) -> None:
    lines = wrap(text, room, 12)
    assert all(advance(line, 12) <= room or len(line) == 1 for line in lines)
    kept = re.sub(r"[-\s]", "", "".join(lines))
    assert kept == re.sub(r"[-\s]", "", visible(re.sub(r"[ \t\r\n]+", " ", text)))


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
