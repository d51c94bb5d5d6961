"""The framework matrix and the page of a case as files."""

from __future__ import annotations

import io
import zipfile

from rcoder.domain.case import Case
from rcoder.domain.case_profile import CaseProfile, KnownOf, Turning
from rcoder.domain.codebook import Code
from rcoder.domain.framework import FrameCell, Framework, Material, Resting, Written
from rcoder.domain.profile import Summary, TurningPoint
from rcoder.domain.words import Bilingual, Category
from rcoder.exchange.case_profile import as_markdown as page
from rcoder.exchange.framework import as_csv, as_docx, as_markdown, as_xlsx

HOSTILE = '=HYPERLINK("x")\n| **fed** \x07 <b>3/4 år</b>'
CODE = Code("h1", "b", "H1", Category.HYPOTHESIS, label=Bilingual("Klare roller", "Clear roles"))
CASES = (Case("c1", "Sag 01", outcome_group="with_hours"), Case("c2", "@Sag 02"))


def cell(case: str, *texts: tuple[str, str, bool]) -> FrameCell:
    written = tuple(
        Written(Summary(f"{case}{coder}", case, "h1", coder, text), coder, own, Resting(2, uncoded=1))
        for coder, text, own in texts
    )
    return FrameCell(case, "h1", written, Material(3, 1, held=2, unfinished=1))


MATRIX = Framework(
    "Prøve", "Hypotheses", (CODE,), CASES,
    {("c1", "h1"): cell("c1", ("Anne", HOSTILE, True), ("Jonas", "Roligt.", False)), ("c2", "h1"): cell("c2")},
)  # fmt: skip


def test_a_summary_never_becomes_a_formula_and_its_words_stay_as_they_are() -> None:
    text = as_csv(MATRIX).decode("utf-8-sig")
    assert "3/4 år" in text
    assert '"Anne: =HYPERLINK' in text
    assert "'@Sag 02" in text
    assert "[3 coded passages in 1 of 2 interviews; 1 of 2 interviews not coded to the end]" in text


def test_one_s_own_summary_alone_stands_without_a_name_and_guarded() -> None:
    alone = Framework(
        "Prøve", "Hypotheses", (CODE,), CASES[:1], {("c1", "h1"): cell("c1", ("Anne", "=1+1", True))}
    )
    assert "'=1+1 [1 of 2 not coded any more]" in as_csv(alone).decode("utf-8-sig")


def test_the_workbook_and_the_document_hold_the_words_and_are_the_same_each_time() -> None:
    for writer, part in ((as_xlsx, "xl/sharedStrings.xml"), (as_docx, "word/document.xml")):
        found = writer(MATRIX)
        assert found == writer(MATRIX)
        with zipfile.ZipFile(io.BytesIO(found)) as file:
            text = file.read(part).decode()
        assert "Roligt." in text
        assert "\x07" not in text
        assert "<b>" not in text


def test_markdown_shows_the_words_and_obeys_none() -> None:
    text = as_markdown(MATRIX).decode()
    assert "\\*\\*fed\\*\\*" in text
    assert "<b>" not in text
    assert "Klare roller" in text


def test_the_page_of_a_case_says_what_is_unknown_and_counts_with_denominators() -> None:
    point = Turning(TurningPoint("p", "c1", "a", "# Karen <i>kommer</i>", "uge 6", 0, "+"), "Anne", own=True)
    found = CaseProfile(
        CASES[0], (KnownOf("hund", "hund", "no"), KnownOf("kat", "kat")), (), ("mentor",), (), (), (), 27,
        (CODE,), {"h1": MATRIX.cells["c1", "h1"]}, (point,), (), (),
    )  # fmt: skip
    text = page(found, "Prøve").decode()
    assert "1 of 2 known" in text
    assert "| kat | unknown |" in text
    assert "0 of 27 judged" in text
    assert "1 of 1 hypothesis summed up" in text
    assert "uge 6: \\# Karen &lt;i&gt;kommer" in text
