"""The HTML figure as a file: what it allows, what its tables say, and that words stay words."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import figure_theories as theories
import pytest
from page_read import Page, Row

from rcoder.analysis.cut_paths import ways
from rcoder.domain.page_policy import sha256
from rcoder.domain.theory import ArrowState, Tally
from rcoder.domain.words import Column, Stance
from rcoder.figure import draw_html
from rcoder.figure.spoken import passage_words, tally_words

FULL = theories.jobfirst()
MINI = theories.mini()
SOURCE = "Prøvestudie · version 2 “Efter runde 1” · 4 af 5 sager kodet til ende"


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(draw_html(FULL, others=[MINI], source=SOURCE))


def arrow_row(page: Page, element: str) -> Row:
    return next(each for each in page.rows if each.link == f"#v0-arrow-{element}")


def test_the_policy_allows_its_own_script_style_and_font_and_nothing_else(page: Page) -> None:
    policy = next(
        found["content"] for _, found in page.tags if found.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy == (
        f"default-src 'none'; script-src '{sha256(page.scripts[1])}'; style-src '{sha256(page.styles[0])}'; "
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert (len(page.scripts), len(page.styles)) == (2, 1)


def test_nothing_is_loaded_from_anywhere(page: Page) -> None:
    assert not page.attribute("src")
    assert all(each.startswith("#") for each in page.attribute("href"))
    assert not {tag for tag, _ in page.tags} & {"link", "iframe", "object", "embed", "img", "form", "base"}
    assert set(re.findall(r"url\(([^:)]*):", page.styles[0])) == {"data"}
    assert not [name for _, found in page.tags for name in found if name.startswith("on") or name == "style"]


def test_the_script_makes_text_nodes_only(page: Page) -> None:
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|DOMParser|setTimeout\(",
        page.scripts[1],
    )


def test_a_hostile_label_stays_words() -> None:
    drawn = draw_html(theories.hostile(), others=[theories.hostile()], source=theories.HOSTILE)
    found = Page(drawn)
    assert [tag for tag, _ in found.tags if tag == "script"] == ["script", "script"]
    assert not [name for _, attributes in found.tags for name in attributes if name.startswith("on")]
    for forbidden in ("\x00", "\x07", "\x1b", "\x7f", "\x85", "\u202e", "\u2066"):
        assert forbidden not in drawn
    said = next(text for row in found.rows for texts in row.passages.values() for text in texts)
    assert "‹U+0000›‹U+0007›‹U+001B›[31m‹U+007F›‹U+0085› ‹U+202E›abc‹U+2066› ‹U+D800› ‹U+FFFE›" in said


def test_a_link_to_a_place_in_the_page_has_its_place(page: Page) -> None:
    ids = page.attribute("id")
    assert len(ids) == len(set(ids))
    assert {each[1:] for each in page.attribute("href")} <= set(ids)


def test_every_arrow_and_box_has_a_row(page: Page) -> None:
    assert len(page.rows) == sum(len(each.arrows) + len(each.boxes) for each in (FULL, MINI))
    assert all(each.cells[0] for each in page.rows)


def test_a_row_says_what_counts_and_of_how_many_cases(page: Page) -> None:
    row = arrow_row(page, "K4_3eM5")
    assert row.cells[1:] == [
        "fremmer",
        "M5 Lyttet til, taget alvorligt, lyst til at dele",
        "godkendt",
        "H3",
        "9 · 3 af 4 (+1)",
        "1 · 1 af 4",
        "2 · 1 af 4",
        "K03, K07",
    ]  # fmt: skip
    assert arrow_row(page, "K1_3eM2").cells[5:8] == ["–", "–", "–"]


def test_counts_in_words_equal_the_passages_listed(page: Page) -> None:
    for arrow in FULL.arrows:
        row = arrow_row(page, arrow.id.replace(">", "_3e").replace(":", "_3a"))
        for mark, tally in (("●", arrow.supports), ("○", arrow.contradicts), ("△", arrow.refines)):
            listed = [len(texts) for heading, texts in row.passages.items() if heading.startswith(mark)]
            assert sum(listed) == tally.passages
        assert sum(len(each) for each in row.passages.values()) == len(arrow.witnesses)


def test_listed_passages_stand_apart_with_the_reason(page: Page) -> None:
    row = arrow_row(page, "K4_3eM5")
    assert row.headings[-1] == "vist, tæller ikke (1)"
    assert row.passages[row.headings[-1]] == ["Man skal jo give folk en fair chance."]
    assert "normativt udsagn · støtter" in row.words


def test_a_passage_says_case_role_speaker_transcript_and_turn() -> None:
    witness = replace(theories.witness(3, 1, Stance.SUPPORTS), turn=13)
    by = passage_words(witness, "da").by
    assert by[0] == "Sag Bo · mentor, virksomhedskonsulent · BORGER · Interview 2 borger · replik 14 · K04"
    assert by[1:] == ("Kodet af: Ida, Omar", "Memo: tøvende, men klart")
    assert passage_words(witness, "en").by[0].startswith("Case: Sag Bo · mentor, company consultant")
    assert "turn 14" in passage_words(witness, "en").by[0]


def test_passages_of_several_figures_have_one_number() -> None:
    drawn = draw_html(FULL, others=[FULL])
    assert len(set(re.findall(r'data-p="(\d+)"', drawn))) == len(
        {
            (each.transcript_id, each.revision, each.start, each.end)
            for arrow in FULL.arrows
            for each in arrow.witnesses
        }
    )


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


def test_an_arrow_beyond_a_horizon_is_not_on_the_way_to_it() -> None:
    on_way = dict(ways(FULL))
    assert "K1>M1" in on_way[Column.SHORT]
    assert "X4>X5" not in on_way[Column.SHORT]
    assert on_way[Column.SHORT] < on_way[Column.MEDIUM] | on_way[Column.SHORT]
    assert all(
        next(box for box in FULL.boxes if box.id == arrow.source).column is not Column.LONG
        for arrow in FULL.arrows
        if arrow.id in on_way[Column.MEDIUM]
    )


def test_only_arrows_with_counted_passages_have_evidence(page: Page) -> None:
    plain = {each["element"] for each in page.records["views"][0]["arrows"] if each["plain"]}
    assert "arrow-S1_3eM10" in plain
    assert not any(
        each.supports.passages and f"arrow-{each.source}_3e{each.target}" in plain for each in FULL.arrows
    )
    assert sum(each.state is ArrowState.INITIAL for each in FULL.arrows) <= len(plain)


def test_the_page_says_where_it_comes_from_and_speaks_its_language(page: Page) -> None:
    drawn = draw_html(FULL, language="en", source=SOURCE)
    assert '<html lang="en">' in drawn
    assert "9 · 3 of 4 (+1)" in drawn
    assert f'<footer class="soft">{SOURCE}</footer>' in drawn
    assert page.attribute("lang") == ["da"]
    words = Page(drawn).scripts[0] + drawn[: drawn.index("<script")]
    assert not [each for each in ("passager", "Rolle", "Søg", "Pile") if each in words]


def test_headings_come_in_order(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[:3] == [1, 2, 3]
    assert all(after <= before + 1 for before, after in pairwise(levels))
