"""Codebooks as pages to read: nothing lost, nothing taken for Markdown, every link leading somewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from rcoder.domain.codebook import CodebookContents
from rcoder.domain.words import Bilingual, Category
from rcoder.exchange.codebook_page import FEW, codebook_pages
from rcoder.exchange.codebooks import read_codebook
from rcoder.exchange.markdown import anchor, escaped, link, table
from rcoder.exchange.shipped import shipped_codebook

Write = Callable[[str, str], Path]

SHIPPED = ("jobfirst", "bip", "flere-skal-med")
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Co", "Cn"]))


@pytest.fixture(scope="module")
def books() -> list[CodebookContents]:
    return [read_codebook(shipped_codebook(name)) for name in SHIPPED]


@pytest.fixture(scope="module")
def pages(books: list[CodebookContents]) -> dict[str, str]:
    return dict(codebook_pages(books, "codebook.md"))


def shown(markdown: str) -> str:
    """The words that a reader of some Markdown sees, without its marks."""
    found: list[str] = []
    for token in MARKDOWN.parse(markdown):
        for child in token.children or ():
            if child.type in ("text", "code_inline"):
                found.append(child.content)
            elif child.type in ("softbreak", "hardbreak"):
                found.append(" ")
        if token.type in ("td_close", "th_close", "paragraph_close", "heading_close"):
            found.append("\n")
    return "".join(found)


def plain(text: str) -> str:
    return " ".join(text.split())


# -- what people wrote is shown as they wrote it ----------------------------------------------------------------------


@given(TEXT)
def test_a_text_is_shown_as_it_is_written(text: str) -> None:
    assert shown(escaped(text)).strip("\n") == plain(text)


@given(st.lists(TEXT.filter(lambda each: each.strip()), min_size=1, max_size=4))
def test_so_is_a_text_in_a_table(cells: list[str]) -> None:
    lines = table(["a"] * len(cells), [[escaped(each) for each in cells]])
    found = [token for token in MARKDOWN.parse("\n".join(lines)) if token.type == "inline"][len(cells) :]
    assert [shown_cell(token.children or []) for token in found] == [plain(each) for each in cells]


def shown_cell(children: list) -> str:  # type: ignore[type-arg]  # tokens of the parser
    return "".join(child.content for child in children if child.type == "text")


@pytest.mark.parametrize(
    "text",
    [
        "# ingen overskrift", "- intet punkt", "1. ingen liste", "1) heller ikke", "+ plus", "> intet citat",
        "---", "===", "*ikke* _fremhævet_ ~~streget~~", "`ingen kode`", "<b>ingen html</b> &amp; &lt;",
        "[intet](http://et.sted) ![intet](billede)", "a | b \\| c", "| --- |", "\\", "$x$ {y}", "<!-- skjult -->",
    ],
)  # fmt: skip
def test_marks_of_markdown_are_only_words(text: str) -> None:
    assert shown(escaped(text)).strip("\n") == text
    assert {token.type for token in MARKDOWN.parse(escaped(text))} == {
        "paragraph_open",
        "inline",
        "paragraph_close",
    }


def test_a_place_cannot_break_out_of_its_mark() -> None:
    assert anchor('H1"><script>') == '<a id="H1&quot;&gt;&lt;script&gt;"></a>'
    assert link("H1", "en mappe/æ.md", "H1.Ø(1)") == "[H1](en%20mappe/%C3%A6.md#H1.%C3%98%281%29)"


# -- nothing is lost -------------------------------------------------------------------------------------------------


def test_every_word_of_every_entry_is_on_the_pages(
    books: list[CodebookContents], pages: dict[str, str]
) -> None:
    said = {name: shown(text) for name, text in pages.items()}
    everything = "\n".join(said.values())
    for book in books:
        for code in book.codes:
            texts = [code.label, code.title, code.definition, code.use, code.avoid, code.example]
            words = [each for text in texts for each in (text.da, text.en)]
            for each in (*words, *code.aliases, code.note, code.section):
                assert plain(each) in everything, code.key


def test_a_code_says_its_kind_its_node_and_where_it_comes_from(pages: dict[str, str]) -> None:
    entry = pages["codebook/jobfirst-H1.md"].split('<a id="H1.M1"></a>')[1].split("<a id=")[0]
    assert "**M** reasoning · borger · node M1" in entry
    assert "**From:** stated, §1.5.1." in entry
    barrier = pages["codebook/jobfirst-H2.md"].split('<a id="H2.B1"></a>')[1].split("<a id=")[0]
    assert "−" in barrier.splitlines()[6]


def test_theories_and_attributes_are_there(books: list[CodebookContents], pages: dict[str, str]) -> None:
    everything = shown("\n\n".join(pages.values()))
    for book in books:
        for node in book.nodes:
            assert plain(node.label.da) in everything, node.key
        for each in book.attributes:
            assert each.key in everything
            assert plain(each.label.da) in everything


def test_what_comes_from_where_names_every_code_once(
    books: list[CodebookContents], pages: dict[str, str]
) -> None:
    for book in books:
        page = pages[f"codebook/{book.codebook.key}.md"]
        named = re.findall(r"\[([^\]]+)\]", page.split("## What comes from where")[1])
        assert sorted(each.replace("\\", "") for each in named) == sorted(code.key for code in book.codes)


# -- links -----------------------------------------------------------------------------------------------------------


def test_every_link_leads_somewhere(pages: dict[str, str]) -> None:
    anchors = {name: set(re.findall(r'<a id="([^"]+)"></a>', text)) for name, text in pages.items()}
    for name, text in pages.items():
        assert len(anchors[name]) == text.count("<a id="), name
        for target in re.findall(r"\]\(([^)\s]*)\)", text):
            path, _, place = target.partition("#")
            page = (
                posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path))) if path else name
            )
            assert page in pages, (name, target)
            assert not place or unquote(place) in anchors[page], (name, target)


def test_a_neighbour_that_a_text_names_is_a_link_also_into_another_codebook(pages: dict[str, str]) -> None:
    assert "[BIP.T2](#BIP.T2)" in pages["codebook/bip.md"]
    assert "[H1.C4](jobfirst-H1.md#H1.C4)" in pages["codebook/bip.md"]


def test_a_key_without_a_digit_may_be_a_word_and_is_no_link(pages: dict[str, str]) -> None:
    assert "koderne under BIP.B." in pages["codebook/bip.md"]


# -- which pages -----------------------------------------------------------------------------------------------------


def test_a_long_codebook_has_a_page_for_each_hypothesis(pages: dict[str, str]) -> None:
    own = [name for name in pages if name.startswith("codebook/jobfirst")]
    assert own == ["codebook/jobfirst.md", *(f"codebook/jobfirst-H{number}.md" for number in range(1, 7))]
    assert max(len(text.encode()) for text in pages.values()) < 100_000


def test_one_codebook_alone_begins_on_the_page_asked_for_and_says_how_to_read_it(
    books: list[CodebookContents],
) -> None:
    found = codebook_pages([books[1]], "mine.md")
    assert list(found) == ["mine.md"]
    assert "## How to read them" in found["mine.md"]
    assert list(codebook_pages([books[0]], "jf.md"))[:2] == ["jf.md", "jf/H1.md"]


def test_a_codebook_of_a_few_codes_is_one_page_by_hypothesis(books: list[CodebookContents]) -> None:
    book = books[2]
    assert len(book.codes) <= FEW
    text = codebook_pages([book], "fsm.md")["fsm.md"]
    order = re.findall(r'<a id="([^"]+)"></a>', text)
    assert order[:3] == ["FSM.H1", "FSM.SC1.1", "FSM.SC1.2"]
    assert order.index("FSM.H2") > order.index("FSM.B1")


def test_hostile_text_stays_text(books: list[CodebookContents]) -> None:
    nasty = "<script>alert(1)</script> | ](http://x) `rm -rf` **fed** \n# ny overskrift"
    code = replace(
        books[1].codes[0], label=Bilingual(nasty, nasty), definition=Bilingual(nasty, nasty), note=nasty
    )
    book = replace(books[1], codes=(code, *books[1].codes[1:]))
    text = codebook_pages([book], "bip.md")["bip.md"]
    assert "<script" not in text
    assert "\n# ny" not in text
    assert plain(nasty) in shown(text)


def test_every_category_has_its_place(books: list[CodebookContents], pages: dict[str, str]) -> None:
    for book in books:
        for code in book.codes:
            place = [name for name, text in pages.items() if f'<a id="{code.key}"></a>' in text]
            assert len(place) == 1, (code.key, code.category is Category.CODE)


def test_the_documentation_is_current(root: Path, pages: dict[str, str]) -> None:
    """Made anew by: rcoder codebook page jobfirst bip flere-skal-med --to docs/codebook.md"""
    docs = root / "docs"
    there = {path.relative_to(docs).as_posix() for path in (docs / "codebook").glob("*.md")} | {"codebook.md"}
    assert there == set(pages)
    for name, text in pages.items():
        assert (docs / name).read_text(encoding="utf-8") == text, name
