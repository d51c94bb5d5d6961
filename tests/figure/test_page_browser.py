"""The HTML figure in a headless Chromium, from a file and offline: pointer, keys, filters, search, tables, print."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from shutil import which

import figure_theories as theories
import pytest
from browser import Browser, Opened

from rcoder.domain.theory import Box, ChangeTheory
from rcoder.domain.words import Bilingual, Column, Stance
from rcoder.figure import draw_html

FULL = theories.jobfirst()
GROUPS = (("Med løn", frozenset({"c0"})), ("ikke: Med løn", frozenset({"c1", "c2", "c3"})))
SOURCE = "Prøvestudie · version 2"
HTML = draw_html(FULL, others=[theories.mini()], source=SOURCE, groups=GROUPS)
NAMES = {"contact": "v0-arrow-K4_3eM5", "listened": "v0-box-M5"}
EVIL = (
    '<img src=x onerror="window.pwned=1">',
    '"><svg onload="window.pwned=1">',
    "</script><script>window.pwned=1</script>",
    "javascript:window.pwned=1",
    "\u202e\u2066 \x00 👩\u200d🔬 {{pwned}} ${pwned=1}",
    "å" * 10_000,
)


@pytest.fixture
def opened(browser: Browser) -> Opened:
    return browser.open(HTML)


def dimmed(opened: Opened, kind: str) -> int:
    return int(opened.page.locator(f"#view-0 .{kind}.dim").count())


def test_a_click_on_an_arrow_opens_its_passages_and_escape_gives_the_focus_back(opened: Opened) -> None:
    opened.page.locator(f"#{NAMES['contact']} .badge").click()
    said = opened.text("#panel")
    assert "K4 Tæt, hyppig og fleksibel kontakt → fremmer → M5" in said
    assert "9 passager tæller; 3 af 4 sager kodet til ende" in said
    assert "● støtter (9)" in said
    assert "vist, tæller ikke (1)" in said
    assert "Sag Anna · borger · BORGER · Interview 1 borger" in said
    assert opened.page.locator("#panel li[data-p]").count() == len(
        next(each for each in FULL.arrows if each.id == "K4>M5").witnesses
    )
    opened.press("Escape")
    assert opened.page.locator("#panel").is_hidden()
    assert opened.focused == NAMES["contact"]
    assert not opened.wrong


def test_resting_on_an_arrow_shows_its_card(opened: Opened) -> None:
    opened.page.locator(f"#{NAMES['contact']} .badge").hover()
    said = opened.text("#card")
    assert said.startswith("K4 Tæt, hyppig og fleksibel kontakt → fremmer → M5")
    assert "godkendt" in said
    assert "9 passager tæller" in said
    assert "Det var jo" in said
    opened.press("Escape")
    assert opened.page.locator("#card").is_hidden()


def test_the_figure_is_walked_by_arrow_keys_and_opened_by_enter(opened: Opened) -> None:
    opened.focus("v0-box-K8")
    opened.press("ArrowRight")
    first = opened.focused
    assert first.startswith("v0-arrow-K8_3e")
    assert "pil 1 af 3" in opened.page.locator("#say").text_content()
    opened.press("ArrowDown")
    assert opened.focused.startswith("v0-arrow-K8_3e")
    assert opened.focused != first
    opened.press("ArrowUp", "ArrowRight")
    assert opened.focused == f"v0-box-{first.split('_3e')[1]}"
    opened.press("ArrowLeft")
    assert opened.focused.endswith(first.split("_3e")[1])
    opened.press("Enter")
    assert opened.page.locator("#panel").is_visible()
    assert opened.focused == "panel"
    opened.press("Escape")
    assert opened.focused.startswith("v0-arrow-")


def test_up_and_down_walk_a_column_without_leaving_it(opened: Opened) -> None:
    opened.focus("v0-box-L1")
    met = set()
    for _ in range(4):
        opened.press("ArrowUp")
    for _ in range(4):
        met.add(opened.focused)
        opened.press("ArrowDown")
    assert met == {f"v0-box-{each.id}" for each in FULL.boxes if each.column is Column.LONG}


def test_what_can_be_opened_comes_in_drawing_order_and_has_a_name(opened: Opened) -> None:
    parts = opened.page.evaluate(
        "[...document.querySelectorAll('#view-0 [role=button]')].map(e => [e.tabIndex, e.getAttribute('aria-label')])"
    )
    assert len(parts) == len(FULL.arrows) + len(FULL.boxes)
    assert all(place == 0 and name for place, name in parts)
    assert (
        "K4 Tæt, hyppig og fleksibel kontakt → fremmer → M5 Lyttet til, taget alvorligt, lyst til at dele (godkendt · H3)"
        in [name for _, name in parts]
    )


@pytest.mark.parametrize(
    ("choose", "expected"),
    [
        (("hypothesis", "H3"), lambda arrow: "H3" in arrow.hypotheses),
        (("state", "draft"), lambda arrow: arrow.state == "draft"),
        (("stance", "contradicts"), lambda arrow: arrow.contradicts.passages > 0),
        (("role", "borger"), lambda arrow: any("borger" in w.roles and w.counts != "listed" for w in arrow.witnesses)),
        (("group", "Med løn"), lambda arrow: any(w.case_id == "c0" and w.counts != "listed" for w in arrow.witnesses)),
    ],
)  # fmt: skip
def test_a_filter_dims_what_it_does_not_meet_and_says_that_no_number_changes(
    opened: Opened, choose: tuple[str, str], expected: object
) -> None:
    opened.page.select_option(f"#{choose[0]}", choose[1])
    met = sum(map(expected, FULL.arrows))  # type: ignore[call-overload]  # one of the lambdas above
    assert dimmed(opened, "arrow") == len(FULL.arrows) - met
    said = opened.text("#view-0 .shown")
    assert f"Det rammer {met} af {len(FULL.arrows)} pile." in said
    assert "Tallene på figur og i tabeller er for hele teorien" in said
    rows = opened.page.locator("#view-0 section:first-of-type tbody:not([hidden])").count()
    assert rows == met
    assert opened.page.locator(f"#{NAMES['contact']} text").all_text_contents()[:1] == ["●9 · 3/4+1"]
    opened.page.locator("#clear").click()
    assert dimmed(opened, "arrow") == dimmed(opened, "box") == 0


def test_filters_are_joined_on_the_same_passage(opened: Opened) -> None:
    opened.page.select_option("#stance", "contradicts")
    opened.page.select_option("#role", "mentor")
    opened.page.fill("#least", "2")
    opened.page.locator("#least").blur()
    met = [
        each
        for each in FULL.arrows
        if sum(w.stance is Stance.CONTRADICTS and "mentor" in w.roles for w in each.witnesses) >= 2
    ]
    assert dimmed(opened, "arrow") == len(FULL.arrows) - len(met)


def test_only_with_evidence_takes_the_others_away(opened: Opened) -> None:
    opened.page.check("#evidence")
    gone = opened.page.locator("#view-0 .arrow.gone").count()
    counted = [
        each
        for each in FULL.arrows
        if each.supports.passages + each.contradicts.passages + each.refines.passages
    ]
    assert gone == len(FULL.arrows) - len(counted)


def test_search_counts_marks_and_walks_its_hits(opened: Opened) -> None:
    opened.press("/")
    assert opened.focused == "words"
    opened.page.keyboard.type("fair CHANCE")
    listed = [each for each in FULL.arrows if any("fair chance" in w.text for w in each.witnesses)]
    assert opened.text("#hits") == f"0 bokse, {len(listed)} pile, 1 passager; 0 af {len(listed)} steder"
    opened.press("Enter")
    assert opened.text("#panel mark") == "fair chance"
    first = opened.text("#panel h2")
    opened.press("Enter")
    assert opened.text("#panel h2") != first
    opened.press("Shift+Enter")
    assert opened.text("#panel h2") == first
    opened.page.fill("#words", "tryghed")
    assert opened.page.locator("#view-0 .box.hit").count() == 1
    opened.page.fill("#words", "(((")
    assert opened.text("#hits") == "ingen fund"
    assert not opened.wrong


def test_the_address_leads_back_to_an_arrow_and_a_view(browser: Browser, opened: Opened) -> None:
    opened.page.select_option("#hypothesis", "H3")
    opened.focus(NAMES["contact"])
    opened.press("Enter")
    at = opened.page.evaluate("location.hash")
    again = browser.open(HTML, at=at)
    assert again.text("#panel h2") == opened.text("#panel h2")
    assert again.page.locator("#hypothesis").input_value() == "H3"
    other = browser.open(HTML, at="#view=H3")
    assert other.page.locator("#view-1").is_visible()
    assert other.page.locator("#view-0").is_hidden()
    link = browser.open(HTML, at=f"#{NAMES['contact']}")
    assert link.text("#panel h2") == opened.text("#panel h2")


def test_a_row_of_the_table_opens_the_same_passages(opened: Opened) -> None:
    row = opened.page.locator(f"#view-0 tbody:has(a[href='#{NAMES['contact']}'])")
    row.locator("summary").click()
    shown = row.locator("li[data-p] q").all_inner_texts()
    row.locator("a").first.click()
    assert opened.page.locator("#panel li[data-p] q").all_inner_texts() == shown
    opened.press("Escape")
    assert opened.page.evaluate("document.activeElement.getAttribute('href')") == f"#{NAMES['contact']}"


def test_without_script_figures_tables_and_passages_are_there(browser: Browser) -> None:
    page = browser.open(HTML, scripts=False).page
    assert page.locator("svg.figure").count() == 2
    assert page.locator("svg.figure").nth(1).is_visible()
    assert "Uden JavaScript" in page.locator("noscript").inner_text()
    assert page.locator(".tools").is_hidden()
    row = page.locator(f"#view-0 tbody:has(a[href='#{NAMES['contact']}'])")
    assert row.locator("q").first.is_hidden()
    row.locator("summary").click()
    assert row.locator("q").first.is_visible()
    assert page.locator("footer").inner_text() == SOURCE


@pytest.mark.parametrize("evil", EVIL, ids=["img", "svg", "script", "javascript", "signs", "long"])
def test_hostile_words_do_nothing_and_nothing_is_asked_for(browser: Browser, evil: str) -> None:
    opened = browser.open(
        draw_html(hostile(evil), source=evil[:99], groups=((evil, frozenset({"c0"})),)), at="#q=<img+src=x>"
    )
    opened.page.locator("#view-0 .box").first.focus()
    opened.press("Enter", "Escape", "ArrowRight", "Enter", "/")
    opened.page.keyboard.type(evil[:20])
    opened.press("Enter")
    opened.page.select_option("#role", index=1)
    opened.page.select_option("#group", index=1)
    assert opened.page.evaluate("window.pwned") is None
    assert opened.wrong == []
    assert opened.requests
    assert all(each.startswith(("file:", "data:font/")) for each in opened.requests)


def hostile(evil: str) -> ChangeTheory:
    said = replace(
        theories.witness(1, 0, Stance.SUPPORTS, text=evil),
        speaker=evil, case=evil, transcript=evil, memos=(evil,), roles=(evil, "borger"), coders=(evil,),
    )  # fmt: skip
    arrow = replace(
        theories.arrow("a", "b", state=("draft", 1, 1, 0, 0, 0)),
        id=evil[:60], hypotheses=(evil,), section=evil, note=Bilingual(evil), configurations=(evil,), witnesses=(said,),
    )  # fmt: skip
    boxes = (
        Box("a", evil[:40], Column.CORE, Bilingual(evil), (evil,), elements=(evil,), witnesses=(said,)),
        Box("b", "", Column.MECHANISM, Bilingual(evil), (), new=True),
    )
    return replace(
        FULL,
        key=evil,
        title=Bilingual(evil),
        note=Bilingual(evil),
        study=evil,
        boxes=boxes,
        arrows=(arrow,),
        memberships=(),
    )


def test_a_line_that_the_page_did_not_write_is_refused(opened: Opened) -> None:
    opened.page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.pwned=1'; document.body.append(s);"
        " const i = new Image(); i.src = 'https://example.org/x.png'; document.body.append(i);"
        " document.body.setAttribute('style', 'color: red'); }"
    )
    assert opened.page.evaluate("window.pwned") is None
    assert len([each for each in opened.wrong if "Content Security Policy" in each]) >= 3
    assert opened.refused == [each for each in opened.requests if each.startswith("http")]


def test_it_prints_figure_then_tables_and_nothing_to_press(opened: Opened, tmp_path: Path) -> None:
    if which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    opened.focus(NAMES["contact"])
    opened.press("Enter")
    file = tmp_path / "page.pdf"
    opened.page.pdf(path=str(file), prefer_css_page_size=True, print_background=True)
    said = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True
    ).stdout
    pages = said.split("\f")[:-1]
    assert "Sådan læses figuren" in pages[0]
    assert SOURCE in pages[0]
    assert "Pilene som tabel" in pages[1]
    tables = [each for each in pages[1:] if "Fra" in each.split("fremmer")[0]]
    assert len(tables) >= 2
    assert all(re.search(r"Fra\s+Virkning\s+Til", each) for each in tables)
    assert not re.search(r"Luk \(Esc\)|Søg|Udskriv|Ryd filtre|Klik på", said)
    assert "støtter (9)" not in said
    sizes = subprocess.run(
        ["pdfinfo", "-l", "99", str(file)], capture_output=True, text=True, check=True
    ).stdout
    assert set(re.findall(r"size:\s+(\d+)\.\d+ x (\d+)", sizes)) <= {("841", "594"), ("594", "841")}
