"""Two versions drawn together: every arrow of both once, told apart by line, mark and word, and safe as a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from page_read import Page

from rcoder.domain.page_policy import sha256
from rcoder.domain.theory import Arrow, ArrowState, Box, ChangeTheory, Denominator, Witness
from rcoder.domain.theory_difference import About, Compared, Difference, Reason, Side, Sort, Turn, What
from rcoder.domain.words import Bilingual, Column, Effect, Stance
from rcoder.figure.difference import draw_difference_svg, together
from rcoder.figure.difference_page import draw_difference_html
from rcoder.figure.strokes import BECAME

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</script><script>alert(1)</script> [b]&amp;"
WITNESS = Witness(
    "t", "Sag 01", 0, 5, HOSTILE, "A", "Sag 01", "s", "Mette", ("borger",), Stance.SUPPORTS, "case", "", ("Anne",), ("K01",),
    ids=("e",),
)  # fmt: skip


def box(name: str, column: Column = Column.MECHANISM) -> Box:
    return Box(name, name, column, Bilingual(f"{name} boks", f"{name} box"), ("H1",))


def arrow(source: str, target: str, effect: Effect = Effect.PROMOTES) -> Arrow:
    return Arrow(
        f"{source}-{target}-{effect.value}",
        source,
        target,
        effect,
        ArrowState.DRAFT,
        ("H1",),
        configurations=("K01",),
    )


def theory(boxes: list[Box], arrows: list[Arrow]) -> ChangeTheory:
    return ChangeTheory(
        "overall",
        Bilingual("Samlet", "Overall"),
        Bilingual(),
        tuple(boxes),
        tuple(arrows),
        Denominator(2, 1, 0),
    )


def side(arrow_: Arrow | None = None, box_: Box | None = None, *witnesses: Witness) -> Side:
    name = f"{arrow_.source} → {arrow_.target}" if arrow_ else box_.key if box_ else ""
    return Side(Bilingual(name, name), witnesses=witnesses, arrow=arrow_, box=box_)


@pytest.fixture
def difference() -> Difference:
    """K → M kept, M → S changed, M → L new, K → X dropped with its box; K is kept."""
    boxes = {name: box(name) for name in "KMLX"} | {"S": box("S", Column.SHORT)}
    kept, changed = arrow("K", "M"), arrow("M", "S", Effect.HINDERS)
    new, gone = arrow("M", "L"), arrow("K", "X", Effect.CONDITIONS)
    turns = (Turn(What.STATE, Bilingual("kladde", "draft"), Bilingual("godkendt", "accepted")),)
    reason = Reason(HOSTILE, "Anne", "2026-01-01T00:00:00Z", "Attached")
    compared = (
        Compared("arrow:1", About.ARROW, Sort.KEPT, side(kept), side(kept)),
        Compared("arrow:2", About.ARROW, Sort.CHANGED, side(changed), side(changed, None, WITNESS), turns, reasons=(reason,)),
        Compared("arrow:3", About.ARROW, Sort.NEW, None, side(new)),
        Compared("arrow:4", About.ARROW, Sort.DROPPED, side(gone), None),
        *(
            Compared(f"box:{name}", About.BOX, {"L": Sort.NEW, "X": Sort.DROPPED}.get(name, Sort.KEPT),
                     None if name == "L" else side(None, each), None if name == "X" else side(None, each))
            for name, each in boxes.items()
        ),
    )  # fmt: skip
    before = theory([each for name, each in boxes.items() if name != "L"], [kept, changed, gone])
    after = theory([each for name, each in boxes.items() if name != "X"], [kept, changed, new])
    names = Bilingual("version 0", "version 0"), Bilingual("nu", "now")
    return Difference("overall", before, after, *names, compared, {name: name for name in "KMS"})


def arrows(svg: str) -> Iterator[ET.Element]:
    root = ET.fromstring(svg.split("\n", 1)[1])  # noqa: S314 - drawn by us
    yield from (each for each in root.iter(f"{SVG}g") if each.get("class") == "arrow")


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_arrow_of_both_versions_is_drawn_once_with_what_became_of_it(
    difference: Difference, language: str
) -> None:
    drawn = [each.get("data-sort") for each in arrows(draw_difference_svg(difference, language=language))]
    assert sorted(filter(None, drawn)) == ["changed", "dropped", "kept", "new"]


def test_sorts_are_told_apart_by_line_and_by_mark_and_word(difference: Difference) -> None:
    lines, words = {}, {}
    for each in arrows(draw_difference_svg(difference, language="da")):
        line = next(path for path in each.iter(f"{SVG}path") if path.get("class") == "line")
        lines[each.get("data-sort")] = (line.get("stroke-width"), line.get("stroke-dasharray"))
        words[each.get("data-sort")] = "".join(text.text or "" for text in each.iter(f"{SVG}text"))
    assert (
        len(set(lines.values())) == len(Sort) == len({(each.width, each.dashes) for each in BECAME.values()})
    )
    assert "≠ ændret" in words["changed"]
    assert "+ ny" in words["new"]
    assert "× udgået" in words["dropped"]
    assert not set("≠+×") & set(words["kept"])


def test_a_dropped_arrow_goes_between_the_boxes_that_its_own_became(difference: Difference) -> None:
    moved = replace(difference, drawn_as={**difference.drawn_as, "X": "S"})
    drawn = together(moved, "da")
    assert [each.target for each in drawn.arrows if each.id.startswith("was-")] == ["S"]
    assert "X" not in {each.id for each in drawn.boxes}


def test_the_head_says_the_numbers_with_what_they_are_of(difference: Difference) -> None:
    note = together(difference, "en").note.en
    assert "Arrows: 1 of 3 changed, 1 new, 1 of 3 dropped, 1 of 3 kept" in note
    assert "N = 2 cases coded to the end" in note


def test_the_same_difference_gives_the_same_bytes(difference: Difference) -> None:
    assert draw_difference_svg(difference) == draw_difference_svg(difference)
    assert draw_difference_html([difference]) == draw_difference_html([difference])


def test_the_page_loads_nothing_and_its_words_stay_words(difference: Difference) -> None:
    page = draw_difference_html([difference], language="da")
    assert page.count("<script") == 2
    assert "alert(1)" in page
    assert HOSTILE not in page
    assert not re.findall(r'(?:src|href)="(?!#)', page)
    assert "default-src 'none'" in page


def test_each_arrow_opens_its_passages_on_both_sides_and_the_reason(difference: Difference) -> None:
    rows = [
        each
        for each in Page(draw_difference_html([difference], language="da")).rows
        if "-arrow-" in each.link
    ]
    changed = next(each for each in rows if each.cells[3] == "≠ ændret")
    assert [len(texts) for texts in changed.passages.values()] == [1]
    assert changed.headings[:2] == ["Hvad der blev anderledes", "Hvorfor"]
    assert "tilstand: kladde → godkendt" in changed.words
    assert any("Anne" in words for words in changed.words)
    new = next(each for each in rows if each.cells[3] == "+ ny")
    assert any("Ingen har skrevet hvorfor" in words for words in new.words)


def test_what_is_kept_can_be_left_out(difference: Difference) -> None:
    view = Page(draw_difference_html([difference], language="da")).records["views"][0]
    assert [each["state"] for each in view["arrows"] if each["plain"]] == ["kept"]


def test_the_page_has_the_same_policy_as_the_figure(difference: Difference) -> None:
    page = Page(draw_difference_html([difference]))
    policy = next(found["content"] or "" for _, found in page.tags if found.get("http-equiv"))
    assert f"style-src '{sha256(page.styles[0])}'" in policy
    assert f"script-src '{sha256(page.scripts[1])}'" in policy
