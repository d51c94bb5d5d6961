"""Printed tables as files: the same words come back, nothing in them is run, and the same table is the same file."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html
from openpyxl import load_workbook

from rcoder.domain.errors import Misuse
from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable
from rcoder.domain.visible import visible
from rcoder.exchange.neutral import plain_again
from rcoder.exchange.office import clean
from rcoder.exchange.printing import ENDINGS, write_printed
from rcoder.exchange.printing.layout import shares
from rcoder.exchange.printing.page import STYLE, printed_markup
from rcoder.project.exports.tables.options import TABLE_ENDINGS

HOSTILE = (
    "=cmd|'/C calc'!A0", "+1+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "a\x00b", "a|b", "`code` **b** _c_", "<script>alert(1)</script>",
    "\\", "\\input{/etc/passwd}", "{}$&#^_~%", "24/7", "1-2-2024", "'=1", "http://x.dk", "æøå Æ", "", "a\nb", "]]>", '"quoted"; "',
    "<!-- ", "&amp;", "[a](javascript:b)", "mailto:a@b.dk", "＝1",
)  # fmt: skip
words = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), max_size=14))


def made(*texts: str, title: str = "Titel <b>", under: str = "") -> PrintedTable:
    """A table of two columns of words and one each of numbers and shares, a row for each text."""
    headings = (
        Heading("Navn", 2),
        Heading("Citat", 3, quote=True),
        Heading("Antal", 1, "af 4", figures=True),
        Heading("pct.", 1, figures=True, share=True),
    )
    rows = tuple(
        PrintedRow((Printed(f"r{n}"), Printed(text), Printed("3 +1", 3), Printed("75,0", 0.75)), under)
        for n, text in enumerate(texts)
    )
    return PrintedTable("test", title, headings, rows, "da", ("Før =1",), ("Note |",), "=Studie")


def test_the_files_offered_are_those_that_can_be_written() -> None:
    assert set(TABLE_ENDINGS) == set(ENDINGS)
    with pytest.raises(Misuse, match="cannot be written as"):
        write_printed(made("a"), ".pdf")


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_table_is_the_same_file_and_another_is_another(ending: str) -> None:
    assert write_printed(made(*HOSTILE), ending) == write_printed(made(*HOSTILE), ending)
    assert write_printed(made("a"), ending) != write_printed(made("b"), ending)


@settings(max_examples=40, deadline=None)
@example(["\\"])
@given(texts=st.lists(words, min_size=1, max_size=4))
def test_a_workbook_gives_the_words_back_and_runs_none(texts: list[str]) -> None:
    contents = write_printed(made(*texts, title=texts[0], under=texts[-1]), ".xlsx")
    with zipfile.ZipFile(io.BytesIO(contents)) as book:
        sheets = [
            book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")
        ]
    assert not any(mark in sheet for sheet in sheets for mark in ("<f>", "<f ", "<hyperlink"))
    sheet = load_workbook(io.BytesIO(contents)).worksheets[0]
    grouped = 1 if texts[-1] else 0
    for place, text in enumerate(texts, start=2):
        cell = sheet.cell(place, 2 + grouped)
        assert cell.data_type in ("s", "n")  # n is an empty cell
        assert (cell.value or "") == clean(text)


def test_numbers_in_a_workbook_are_numbers_and_the_names_stay() -> None:
    book = load_workbook(io.BytesIO(write_printed(made("a"), ".xlsx")))
    sheet = book.worksheets[0]
    assert (sheet.cell(2, 3).value, sheet.cell(2, 3).number_format) == (3, '0" +1"')
    assert (sheet.cell(2, 4).value, sheet.cell(2, 4).number_format) == (0.75, "0.0 %")
    assert sheet.freeze_panes == "B2"
    assert book.sheetnames == ["Tabel", "Om tabellen"]
    assert [row[0].value for row in book.worksheets[1].iter_rows()] == [
        "Titel <b>",
        "Før =1",
        "Note |",
        "=Studie",
    ]


def test_tables_read_with_it_and_every_number_have_sheets_of_their_own() -> None:
    table = replace(
        made("a"),
        further=(replace(made("b"), title="Versioner: [1]/2"), replace(made("c"), title="versioner   1 2")),
        numbers=made("d"),
    )
    book = load_workbook(io.BytesIO(write_printed(table, ".xlsx")))
    assert book.sheetnames == ["Tabel", "Versioner 1 2", "versioner 1 2 2", "Tal", "Om tabellen"]
    assert (
        load_workbook(io.BytesIO(write_printed(replace(table, language="en"), ".xlsx"))).sheetnames[0]
        == "Table"
    )


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(words, min_size=1, max_size=4))
def test_a_csv_file_gives_the_words_back_and_none_is_a_formula_or_a_date(texts: list[str]) -> None:
    text = write_printed(made(*texts), ".csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert rows[0] == ["Navn", "Citat", "Antal (af 4)", "pct."]
    for row, said in zip(rows[1:], texts, strict=False):
        cell = row[1]
        assert not cell.lstrip().startswith(tuple("=+-@＝＋－＠"))
        assert not re.fullmatch(r"\s*\d+\s*[/.:-]\s*\d+.*", cell)
        given_back = plain_again(cell) if plain_again(cell) != cell else cell
        assert clean(said) in (cell, given_back, cell.removeprefix("'"))
        assert row[2:] == ["3 +1", "75,0"]


def test_parts_of_a_whole_are_no_dates_in_csv_but_a_persons_words_stay() -> None:
    table = made("24/7")
    row = table.rows[0]
    counted = replace(table, rows=(row._replace(cells=(*row.cells[:2], Printed("2 · 3/8"), row.cells[3])),))
    text = write_printed(counted, ".csv").decode("utf-8-sig")
    assert "2 · 3 af 8" in text
    assert "'24/7" in text


@settings(max_examples=40, deadline=None)
@given(texts=st.lists(words, min_size=1, max_size=4))
def test_a_page_shows_every_word_and_none_of_it_is_markup(texts: list[str]) -> None:
    page = write_printed(made(*texts, title=texts[0]), ".html").decode()
    root = html.fromstring(page)
    shown = [
        each.text_content()
        for row in root.xpath("//tbody/tr[th[@scope='row']]")
        for each in row.xpath("td[1]")
    ]
    assert shown == [visible(clean(text), keep="\n\t") for text in texts]
    assert {each.tag for each in root.iter() if isinstance(each.tag, str)} <= {
        "html", "head", "meta", "title", "style", "body", "h1", "p", "div", "table", "caption", "colgroup", "col", "thead",
        "tbody", "tr", "th", "td", "small",
    }  # fmt: skip


def test_a_page_lets_nothing_in_but_its_own_style_and_says_each_cell() -> None:
    table = made("a")
    row = table.rows[0]
    spoken = replace(
        table, rows=(row._replace(cells=(row.cells[0], Printed("●", spoken="støtter: <1>"), *row.cells[2:])),)
    )
    page = write_printed(spoken, ".html").decode()
    assert "default-src 'none'; style-src 'sha256-" in page
    assert page.index("Content-Security-Policy") < page.index("<style>")
    assert 'aria-label="støtter: &lt;1&gt;"' in page
    assert '<html lang="da">' in page
    assert '<th scope="col" class="w2">' in page
    assert " style=" not in page
    assert "http:" not in STYLE
    assert "<caption>Titel &lt;b&gt;</caption>" in printed_markup(spoken)


@settings(max_examples=30, deadline=None)
@given(texts=st.lists(words, min_size=1, max_size=3))
def test_a_word_document_gives_the_words_back(texts: list[str]) -> None:
    document = Document(io.BytesIO(write_printed(made(*texts, title=texts[0]), ".docx")))
    [table] = document.tables
    assert [row.cells[1].text for row in table.rows[1:]] == [clean(text) for text in texts]
    assert table.rows[0]._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
    assert "=Studie" in document.paragraphs[-1].text


def test_a_word_document_has_widths_quotes_in_italics_and_groups_across() -> None:
    document = Document(io.BytesIO(write_printed(made("a", under="Gruppe"), ".docx")))
    table = document.tables[0]
    widths = [int(each.get(qn("w:w"))) for each in table._tbl.tblGrid.iter(qn("w:gridCol"))]
    assert widths[1] > widths[0] > widths[2]
    assert table.rows[1].cells[0].text == "Gruppe"
    assert table.rows[1]._tr.tc_lst[0].grid_span == 4
    assert table.rows[2].cells[1].paragraphs[0].runs[0].italic
    wide = PrintedTable("w", "w", tuple(Heading(str(n)) for n in range(7)), ())
    section = Document(io.BytesIO(write_printed(wide, ".docx"))).sections[0]
    assert section.page_width > section.page_height


def test_a_table_too_large_for_word_is_refused_in_a_sentence() -> None:
    wide = PrintedTable("w", "w", tuple(Heading(str(n)) for n in range(70)), ())
    with pytest.raises(Misuse, match="too large for Word"):
        write_printed(wide, ".docx")


@settings(max_examples=60, deadline=None)
@given(text=words)
def test_markdown_keeps_a_row_on_its_line_whatever_a_cell_holds(text: str) -> None:
    written = write_printed(made(text, text, under=text), ".md").decode()
    rows = [line for line in written.splitlines() if line.startswith("|")]
    assert len(rows) == (5 if text else 4)
    assert len({line.count("|") for line in rows}) == 1
    assert "<script" not in written


def test_a_table_without_rows_says_so() -> None:
    for ending in (".md", ".html", ".tex"):
        assert "Der er intet at vise her." in write_printed(made(), ending).decode()


def test_a_column_is_as_wide_as_its_longest_word_and_all_of_them_fill_the_page() -> None:
    headings = (
        Heading("Kode", 3),
        Heading("virksomhedskontaktperson", 0.5),
        Heading("Gemt", 0.3),
        Heading("n", 1),
    )
    cells = (Printed("a"), Printed("1"), Printed("2024-06-14"), Printed("to-i-én"))
    found = shares(PrintedTable("t", "T", headings, (PrintedRow(cells),)))
    assert sum(found) == pytest.approx(1)
    plain = [each.width / sum(head.width for head in headings) for each in headings]
    assert found[1] > plain[1]
    assert found[2] * 104 >= len("2024-06-14")
    assert found[0] < plain[0]


def test_words_longer_than_the_page_leave_the_widths_as_they_were_asked_for() -> None:
    headings = tuple(Heading(f"{number}{'x' * 400}", 1) for number in range(40))
    found = shares(PrintedTable("t", "T", headings, ()))
    assert sum(found) == pytest.approx(1)
    assert max(found) == pytest.approx(min(found))
