"""Retrieved passages as files: nothing lost, nothing run, nobody named who was not asked for."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcoder.domain.errors import Misuse
from rcoder.domain.passage import Passage, Quotation
from rcoder.domain.retrieval import Base, Count, Retrieved
from rcoder.domain.words import Kind, Polarity
from rcoder.exchange.passages import ENDINGS, Report, Section, write_report

COUNT = Count(passages=1, interviews=1, cases=1, results=1, base=Base(3, 1, 2, 1, 0))
FORMULAS = ("=1+1", "+45", "-1", "@SUM(A1)", " =1+1", "\t=1", "＝1", "'=1")


def retrieved(text: str = "Så turde jeg godt.", memo: str = "", number: int = 0) -> Retrieved:
    passage = Passage(
        id=f"p{number}",
        transcript_id="t",
        transcript="Sag 01 · borger",
        start=number,
        end=number + 10,
        text=text,
        case_id="c",
        case="Sag 01",
        speaker_id="s",
        speaker="METTE JENSEN",
        roles=("borger",),
        interviewer=False,
        coder_id="a",
        coder="Anne Holm",
        memo=memo,
        quotations=(
            Quotation(
                "q", "t", 1, number, number + 10, text, "[Jeg] turde …", "I dared to.", "en", "Anne Holm"
            ),
        ),
    )
    return Retrieved(
        passage, 7, "H1.M1", "Tryghed", Kind.REASONING, Polarity.PRESENT, False, "borger", "with_hours", ("K01",), "case", ""
    )  # fmt: skip


def report(*results: tuple[Retrieved, ...], **more: bool) -> Report:
    return Report("H1.M1", "Prøvestudie", "role", (Section("borger", results, COUNT),), COUNT, **more)


def cells(contents: bytes) -> list[list[str]]:
    text = contents.decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


def part(contents: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(contents)) as file:
        return file.read(name).decode("utf-8")


def everything(contents: bytes, ending: str) -> str:
    if ending in (".csv", ".md"):
        return contents.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(contents)) as file:
        return "".join(file.read(name).decode("utf-8", "replace") for name in file.namelist())


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_words_as_said_stand_beside_the_edited_form_and_the_translation(ending: str) -> None:
    words = re.sub(r"<[^>]+>|\\", "", everything(write_report(report((retrieved(),)), ending), ending))
    for each in ("Så turde jeg godt.", "[Jeg] turde …", "I dared to.", "H1.M1", "Sag 01 · borger", "borger"):
        assert each in words, each


@pytest.mark.parametrize("ending", ENDINGS)
def test_coders_and_memos_are_named_only_where_asked_for_and_speakers_never(ending: str) -> None:
    known = report((retrieved(memo="Hemmelig note"),))
    words = everything(write_report(known, ending), ending)
    for each in ("Anne", "Holm", "Hemmelig", "METTE", "python-docx"):
        assert each not in words, each
    asked = everything(write_report(replace(known, coders=True, memos=True), ending), ending)
    assert "Anne Holm" in asked
    assert "Hemmelig note" in asked
    assert "METTE" not in asked


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_passages_give_the_same_file(ending: str) -> None:
    assert write_report(report((retrieved(),)), ending) == write_report(report((retrieved(),)), ending)


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_of_a_csv_begins_as_a_formula(words: str) -> None:
    rows = cells(write_report(report((retrieved(words, memo=words),), memos=True), ".csv"))
    assert [each for row in rows for each in row if each.lstrip()[:1] in set("=+-@＝＋－＠")] == []
    assert rows[1][2] in (words, f"'{words}")


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(words: str) -> None:
    contents = write_report(report((retrieved(words),), (retrieved("https://example.org"),)), ".xlsx")
    sheet = part(contents, "xl/worksheets/sheet1.xml")
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert words.strip() in part(contents, "xl/sharedStrings.xml")


def test_a_workbook_has_filters_a_header_that_stays_and_the_counts() -> None:
    contents = write_report(report((retrieved(),)), ".xlsx")
    sheet = part(contents, "xl/worksheets/sheet1.xml")
    assert "<autoFilter" in sheet
    assert 'state="frozen"' in sheet
    assert '"Counts"' in part(contents, "xl/workbook.xml")
    assert "<v>3</v>" in part(contents, "xl/worksheets/sheet2.xml")


def test_passages_shown_together_have_one_number() -> None:
    rows = cells(
        write_report(
            report((retrieved(), retrieved("En anden.", number=20)), (retrieved("En til.", number=40),)),
            ".csv",
        )
    )
    assert [row[1] for row in rows[1:]] == ["1", "1", "2"]


def test_words_that_two_coders_coded_alike_are_read_once_and_listed_twice() -> None:
    first = retrieved()
    other = replace(first, passage=replace(first.passage, id="p9", coder="Jonas", coder_id="j"))
    both = report((first,), (other,))
    assert write_report(both, ".md").decode().count("Så turde jeg godt") == 1
    assert len(cells(write_report(both, ".csv"))) == 3
    assert write_report(replace(both, coders=True), ".md").decode().count("Så turde jeg godt") == 2


def test_a_heading_says_what_its_group_comes_to() -> None:
    text = write_report(report((retrieved(),)), ".md").decode()
    assert "## borger\n\n1 passage in 1 of 3 interviews and 1 of 2 cases coded to the end" in text


def test_markup_in_what_people_said_stays_words() -> None:
    words = "# Nej\n- *måske* [link](x) <b>1. ja</b>\n1. punkt"
    text = write_report(report((retrieved(words),)), ".md").decode()
    for each in ("> # ", "> - ", "*måske*", "[link]", "<b>", "> 1. "):
        assert each not in text, each


@pytest.mark.parametrize("ending", [".xlsx", ".docx"])
@settings(max_examples=25, deadline=None)
@given(words=st.text(max_size=40))
def test_any_words_can_be_written(ending: str, words: str) -> None:
    from lxml import etree

    contents = write_report(report((retrieved(words, memo=words),), memos=True), ending)
    with zipfile.ZipFile(io.BytesIO(contents)) as file:
        assert file.testzip() is None
        for name in file.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(file.read(name))


def test_word_has_its_own_headings_and_quotations() -> None:
    from docx import Document

    document = Document(io.BytesIO(write_report(report((retrieved(),)), ".docx")))
    styles = {each.text: each.style.name for each in document.paragraphs if each.style is not None}
    assert styles["borger"] == "Heading 2"
    assert styles["Så turde jeg godt."] == "Quote"


def test_another_ending_is_refused() -> None:
    with pytest.raises(Misuse, match=r"\.pdf"):
        write_report(report((retrieved(),)), ".pdf")
