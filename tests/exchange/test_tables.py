"""Comparisons as files: whole, the same bytes each time, and nothing in them is run."""

from __future__ import annotations

import csv
import io
import zipfile
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcoder.analysis.matrices.printing import printed
from rcoder.domain.errors import Misuse
from rcoder.domain.matrix import Ask, Blank, Cell, Figure, Line, Matrix, Question
from rcoder.exchange.printing import ENDINGS, write_printed

BAD = '=HYPERLINK("http://x")'


def made(name: str = "Sag <1>", shown: str = "3/8") -> Matrix:
    rows = (
        Line("a", name, heading="with hours", blank=Blank.NOT_MENTIONED),
        Line("b", BAD, heading="without hours", blank=Blank.NO_INTERVIEW),
    )
    columns = (Line("x", "K1 +cmd", "K1", of="8 cases"), Line("y", "@K2 æøå"))
    cells = {("a", "x"): Cell(shown, (Figure("supports", 3, "case", 8), Figure("listed, not counted", 1)))}
    return Matrix(
        Ask(Question.GROUPS, rows="H1"), "Evidence", "-Studie", "Case", rows, columns, cells, (("▨", "no interview"),),
        ("A note.",), ("=A warning",),
    )  # fmt: skip


def write_matrix(matrix: Matrix, ending: str) -> bytes:
    return write_printed(printed(matrix, source=matrix.study), ending)


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_comparison_is_the_same_file(ending: str) -> None:
    assert write_matrix(made(), ending) == write_matrix(made(), ending)
    assert write_matrix(made(), ending) != write_matrix(made(shown="4/8"), ending)


def test_another_ending_is_refused() -> None:
    with pytest.raises(Misuse, match="cannot be written as"):
        write_matrix(made(), ".pdf")


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@settings(max_examples=60)
@given(
    name=st.one_of(words, st.sampled_from(["=1+1", " =1", "+1", "-1", "@a", "=1", "\t=1", "'=1"])),
    shown=words,
)
def test_no_cell_of_a_csv_file_is_a_formula(name: str, shown: str) -> None:
    text = write_matrix(made(name, shown), ".csv").decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=";"):
        for cell in row:
            assert not cell.lstrip().startswith(tuple("=+-@=+-@")), cell


def test_a_part_of_a_whole_is_no_date() -> None:
    text = write_matrix(made(), ".csv").decode("utf-8-sig")
    assert "3 of 8" in text
    assert "3/8" not in text


def test_gaps_and_what_they_mean_stand_in_every_file() -> None:
    for ending in (".csv", ".md", ".html"):
        text = write_matrix(made(), ending).decode("utf-8-sig")
        assert "▨" in text
        assert "no interview" in text
        assert "A note." in text


def test_a_page_says_each_cell_in_words_and_shows_text_as_it_is() -> None:
    page = write_matrix(made("<b>&"), ".html").decode()
    assert "<b>" not in page
    assert "&lt;b&gt;&amp;" in page
    assert 'aria-label="supports: 3 of 8 cases coded to the end; listed, not counted: 1 passage"' in page
    assert 'aria-label="not mentioned"' in page
    assert '<th scope="row">' in page
    assert "<script" not in page


def test_a_workbook_has_every_number_as_a_number_and_no_formula() -> None:
    with zipfile.ZipFile(io.BytesIO(write_matrix(made(), ".xlsx"))) as book:
        sheets = [book.read(name).decode() for name in sorted(book.namelist()) if "worksheets/sheet" in name]
        shared = book.read("xl/sharedStrings.xml").decode()
    assert len(sheets) == 3
    assert all("<f>" not in sheet for sheet in sheets)
    assert "<v>8</v>" in sheets[1]
    assert "HYPERLINK" in shared


def test_a_word_document_holds_the_table_and_one_too_wide_is_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(write_matrix(made(), ".docx"))) as document:
        root = ET.fromstring(document.read("word/document.xml"))  # noqa: S314 - written a moment ago by ourselves
    text = "".join(root.itertext())
    assert "3/8" in text
    assert BAD in text
    columns = tuple(Line(str(n), f"K{n}") for n in range(70))
    wide = Matrix(Ask(), "Evidence", "", "Case", (Line("a", "A"),), columns)
    with pytest.raises(Misuse, match="too large for Word"):
        write_matrix(wide, ".docx")


def test_markdown_keeps_a_row_on_its_line_whatever_a_name_holds() -> None:
    text = write_matrix(made("a|b\nc"), ".md").decode()
    table = [line for line in text.splitlines() if line.startswith("|")]
    assert len(table) == 6
    assert len({line.count("|") for line in table}) == 1
