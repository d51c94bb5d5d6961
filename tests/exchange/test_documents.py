"""Documents as Word, PDF and Markdown: the words as they are, headings, tables, figures and pages, the same bytes twice."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from rcoder.domain.errors import Misuse
from rcoder.domain.printed import (
    Document,
    Drawing,
    Heading,
    Paragraph,
    Printed,
    PrintedRow,
    PrintedTable,
    Style,
    Title,
)
from rcoder.exchange.documents import ENDINGS, write_document
from rcoder.exchange.documents.layout import parts

HOSTILE = '#let x = read("/etc/passwd") $a$ *b* _c_ @d <e> \\ `f` [g](h) =1+1 "q" & å\u0000 //k /*l*/'
SVG = (
    '<?xml version="1.0" encoding="UTF-8"?><svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" '
    'viewBox="0 0 {w} {h}"><rect width="10" height="10"/><text x="20" y="40" font-family="DejaVu Sans">Tryghed æøå</text></svg>'
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def table(columns: int = 2, rows: int = 3, words: str = "celle") -> PrintedTable:
    headings = tuple(Heading(f"Kolonne {each}", 1.5, figures=each == 1) for each in range(columns))
    body = tuple(
        PrintedRow(tuple(Printed(f"{words} {row}.{each}") for each in range(columns)), f"Gruppe {row // 2}")
        for row in range(rows)
    )
    return PrintedTable("t", "En tabel", headings, body, "da", ("Før tabellen.",), ("Efter tabellen.",))


def document(*blocks: object, language: str = "da", title: str = "Rapport") -> Document:
    return Document(title, "Prøve", language, blocks, "Studie · version 2 · pr. 2026-01-01")  # type: ignore[arg-type]


WHOLE = document(
    Paragraph("Forsiden."),
    Title("Kapitel æøå"),
    Paragraph(HOSTILE),
    Title("Afsnit", 2),
    Paragraph("Så vidste jeg, hvem jeg skulle ringe til.", Style.QUOTE, "borger · Sag 01", "c1", "borger"),
    Paragraph("Et punkt", Style.BULLET),
    Paragraph("Småt", Style.BESIDE),
    Title("Tal"),
    table(rows=80, words=HOSTILE),
    Title("Figur"),
    Drawing(SVG.format(w=300, h=200), "Teorien", "En boks ved siden af et ord."),
    Title("Bred"),
    Drawing(SVG.format(w=3000, h=900), "Bredere", "Det samme, bredt.", across=True),
    table(columns=8),
)


def picture(_: str) -> bytes:
    """A PNG of one pixel."""
    from rcoder.figure.png import draw_png

    return draw_png(SVG.format(w=30, h=20))


def body_of(made: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        return etree.fromstring(file.read("word/document.xml"))


def part_of(made: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        return file.read(name).decode()


def words_of(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def as_pdf_text(made: bytes, tmp_path: Path, *options: str) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not on this machine")
    file = tmp_path / "made.pdf"
    file.write_bytes(made)
    done = subprocess.run(["pdftotext", *options, str(file), "-"], capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_document_gives_the_same_bytes(ending: str) -> None:
    assert write_document(WHOLE, ending, picture) == write_document(WHOLE, ending, picture)


def test_another_ending_is_refused_with_those_there_are() -> None:
    with pytest.raises(Misuse, match=r"cannot be written as \.odt"):
        write_document(WHOLE, ".odt", picture)


# -- Word ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def word() -> bytes:
    return write_document(WHOLE, ".docx", picture)


def test_word_has_real_headings_and_contents_that_lead_to_them(word: bytes) -> None:
    body = body_of(word)
    found = [
        (style.get(f"{W}val"), words_of(paragraph))
        for paragraph in body.iter(f"{W}p")
        if (style := paragraph.find(f"{W}pPr/{W}pStyle")) is not None
    ]
    assert ("Heading1", "Kapitel æøå") in found
    assert ("Heading2", "Afsnit") in found
    assert ("TOC1", "Kapitel æøå") in found
    anchors = {each.get(f"{W}anchor") for each in body.iter(f"{W}hyperlink")}
    assert anchors == {each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")}


def test_word_shows_hostile_words_as_they_are_and_runs_no_field_of_theirs(word: bytes) -> None:
    body = body_of(word)
    shown = HOSTILE.replace("\u0000", "�")
    assert shown in words_of(body)
    codes = {(each.text or "").split()[0] for each in body.iter(f"{W}instrText")}
    assert codes == {"TOC", "SEQ"}


def test_word_repeats_the_head_of_a_table_and_numbers_captions(word: bytes) -> None:
    body = body_of(word)
    tables = list(body.iter(f"{W}tbl"))
    assert len(tables) == 2
    for each in tables:
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in each.iter(f"{W}tr")]
        assert heads == [True, *[False] * (len(heads) - 1)]
    said = words_of(body)
    for caption in ("Tabel 1. En tabel", "Tabel 2. En tabel", "Figur 1. Teorien", "Figur 2. Bredere"):
        assert caption in said


def test_word_speaks_the_language_and_names_no_author(word: bytes) -> None:
    assert 'w:lang w:val="da-DK"' in part_of(word, "word/styles.xml")
    assert "w:autoHyphenation" in part_of(word, "word/settings.xml")
    core = part_of(word, "docProps/core.xml")
    assert "2000-01-01" in core
    assert "<dc:creator></dc:creator>" in core or "<dc:creator/>" in core
    english = write_document(document(Paragraph("Words"), language="en"), ".docx", picture)
    assert 'w:lang w:val="en-GB"' in part_of(english, "word/styles.xml")


def test_word_says_what_a_figure_shows_and_lays_wide_blocks_across(word: bytes) -> None:
    body = body_of(word)
    described = [each.get("descr") for each in body.iter() if etree.QName(each).localname == "docPr"]
    assert described == ["En boks ved siden af et ord.", "Det samme, bredt."]
    turned = [each.get(f"{W}orient") for each in body.iter(f"{W}pgSz")]
    assert "landscape" in turned
    footers = [name for name in zipfile.ZipFile(io.BytesIO(word)).namelist() if "footer" in name]
    assert footers == ["word/footer1.xml"]
    footer = part_of(word, footers[0])
    assert "Studie · version 2" in footer
    assert "NUMPAGES" in footer


def test_the_parts_of_a_word_file_stand_in_the_order_that_word_asks_for(word: bytes) -> None:
    styles = etree.fromstring(part_of(word, "word/styles.xml").encode())
    order = ["keepNext", "keepLines", "pBdr", "spacing", "ind", "jc", "outlineLvl"]
    for properties in styles.iter(f"{W}pPr"):
        found = [etree.QName(each).localname for each in properties]
        known = [order.index(each) for each in found if each in order]
        assert known == sorted(known)


# -- PDF -------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return write_document(WHOLE, ".pdf", picture)


def test_a_pdf_is_tagged_titled_and_brings_its_own_fonts(pdf: bytes, tmp_path: Path) -> None:
    from pypdf import PdfReader

    found = PdfReader(io.BytesIO(pdf))
    assert found.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert str(found.trailer["/Root"]["/Lang"]) == "da"  # type: ignore[index]
    assert found.metadata is not None
    assert found.metadata.title == "Rapport"
    assert not found.metadata.author
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in found.pages
        for font in page["/Resources"].get("/Font", {}).values()  # type: ignore[union-attr]
    }
    assert fonts
    assert all("DejaVu" in each for each in fonts)


def test_a_pdf_shows_hostile_words_as_they_are(pdf: bytes, tmp_path: Path) -> None:
    said = " ".join(as_pdf_text(pdf, tmp_path).split())
    assert 'read("/etc/passwd") $a$ *b* _c_ @d <e>' in said
    assert "root:x:" not in said


def test_a_pdf_repeats_the_head_of_a_table_and_counts_its_pages(pdf: bytes, tmp_path: Path) -> None:
    from pypdf import PdfReader

    pages = as_pdf_text(pdf, tmp_path, "-layout").split("\f")[:-1]
    assert len(pages) == len(PdfReader(io.BytesIO(pdf)).pages)
    for number, page in enumerate(pages, start=1):
        assert f"Side {number} af {len(pages)}" in page
    assert sum("Kolonne 0" in page for page in pages) > 3
    assert "Kapitel æøå" in pages[0]


def test_a_figure_stays_lines_and_letters_and_a_wide_one_lies_across(pdf: bytes, tmp_path: Path) -> None:
    from pypdf import PdfReader

    assert as_pdf_text(pdf, tmp_path).count("Tryghed æøå") == 2
    sizes = {
        (round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(io.BytesIO(pdf)).pages
    }
    assert sizes == {(595, 842), (842, 595)}


def test_a_heading_goes_along_with_the_wide_block_after_it() -> None:
    found = parts(WHOLE)
    assert [type(each).__name__ for each in found.front] == ["Paragraph"]
    across = [[type(each).__name__ for each in sheet.blocks] for sheet in found.sheets if sheet.across]
    assert across == [["Title", "Drawing"], ["PrintedTable"]]


def test_contents_of_many_headings_list_the_first_level_alone() -> None:
    few = parts(document(Title("1"), Title("1.1", 2), Title("1.1.1", 3)))
    assert ([each.text for each in few.headings], few.depth) == (["1", "1.1"], 2)
    many = parts(document(*(Title(str(each), 1 + each % 2) for each in range(80))))
    assert {each.level for each in many.headings} == {1}


def test_a_document_of_nothing_is_a_page_with_its_title(tmp_path: Path) -> None:
    for ending in ENDINGS:
        assert write_document(document(), ending, picture)
    said = as_pdf_text(write_document(document(), ".pdf", picture), tmp_path)
    assert "Rapport" in said
    assert "Indhold" not in said


def test_markdown_shows_hostile_words_as_they_are() -> None:
    said = write_document(WHOLE, ".md", picture).decode()
    assert "\\#let x" in said
    assert "&lt;e&gt;" in said
    assert "| **Gruppe 0** |" in said
    assert said.rstrip().endswith("Studie · version 2 · pr. 2026-01-01")


def test_small_print_under_a_heading_stays_with_what_follows_it() -> None:
    shown = Paragraph("3 af 11 passager vises.", Style.BESIDE)
    made = write_document(
        document(Title("H", 3), shown, Paragraph("Citat", Style.QUOTE), shown), ".docx", picture
    )
    kept = [
        words_of(each) for each in body_of(made).iter(f"{W}p") if each.find(f"{W}pPr/{W}keepNext") is not None
    ]
    assert kept.count("3 af 11 passager vises.") == 1


def test_a_figure_wider_than_the_text_reaches_into_both_margins_alike() -> None:
    wide = '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="900"></svg>'
    made = write_document(document(Title("H", 1), Drawing(wide, "F", "f")), ".docx", picture)
    (indent,) = {
        int(each.get(f"{W}left", "0"))
        for each in body_of(made).iter(f"{W}ind")
        if each.get(f"{W}left", "0")[0] == "-"
    }
    assert -700 < indent < -400
