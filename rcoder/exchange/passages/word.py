"""Passages as a Word document: a heading for each group, each passage in quotation style with its source under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.domain.retrieval import Retrieved, counted_in_words
from rcoder.exchange.office import clean, document
from rcoder.exchange.passages.report import Report, Section, about, distinct, opening, source

if TYPE_CHECKING:
    from docx.document import Document


def as_docx(report: Report) -> bytes:
    """The file's bytes."""

    def fill(made: Document) -> None:
        made.add_heading(clean(report.study), level=1)
        for words in opening(report):
            made.add_paragraph(words)
        for section in report.sections:
            _section(made, report, section)

    return document(report.study, fill)


def _section(made: Document, report: Report, section: Section) -> None:
    if section.name:
        made.add_heading(clean(section.name), level=2)
        made.add_paragraph(clean(f"{counted_in_words(section.count)}."))
    for result in distinct(report, section):
        if len(result) > 1:
            made.add_paragraph().add_run(f"{len(result)} passages together").bold = True
        for each in result:
            _quoted(made, report, each)


def _quoted(made: Document, report: Report, each: Retrieved) -> None:
    quoted = made.add_paragraph(clean(each.passage.text), style="Quote")
    quoted.paragraph_format.keep_with_next = True
    for name, words in (("edited", each.edited), (f"translation, {each.translated_to}", each.translation)):
        if words:
            paragraph = made.add_paragraph(style="Quote")
            paragraph.paragraph_format.keep_with_next = True
            paragraph.add_run(clean(f"{name}: ")).bold = True
            paragraph.add_run(clean(words))
    line = made.add_paragraph(f"— {source(report, each)}. ")
    line.add_run(about(each)).italic = True
    if report.memos and each.passage.memo:
        made.add_paragraph(f"Memo: {clean(each.passage.memo)}")
