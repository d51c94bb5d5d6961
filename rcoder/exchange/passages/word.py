"""Passages as a Word document: a heading for each group, each passage in quotation style with its source under it."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rcoder.domain.retrieval import Retrieved, counted_in_words
from rcoder.exchange.passages.report import Report, about, clean, distinct, opening, source

if TYPE_CHECKING:
    from docx.document import Document

_WRITTEN = datetime(2000, 1, 1, tzinfo=UTC)


def as_docx(report: Report) -> bytes:
    """The file's bytes."""
    from docx import Document

    document = Document()
    own = document.core_properties
    own.author, own.title, own.comments, own.last_modified_by = "", clean(report.study)[:255], "", ""
    own.created = own.modified = _WRITTEN
    document.add_heading(clean(report.study), level=1)
    for words in opening(report):
        document.add_paragraph(words)
    for section in report.sections:
        if section.name:
            document.add_heading(clean(section.name), level=2)
            document.add_paragraph(clean(f"{counted_in_words(section.count)}."))
        for result in distinct(report, section):
            if len(result) > 1:
                document.add_paragraph().add_run(f"{len(result)} passages together").bold = True
            for each in result:
                _quoted(document, report, each)
    written = io.BytesIO()
    document.save(written)
    return undated(written)


def undated(written: io.BytesIO) -> bytes:
    """The same file without the time of each part, so that the same passages give the same file."""
    found = io.BytesIO()
    with zipfile.ZipFile(written) as before, zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(zipfile.ZipInfo(name), before.read(name), zipfile.ZIP_DEFLATED)
    return found.getvalue()


def _quoted(document: Document, report: Report, each: Retrieved) -> None:
    quoted = document.add_paragraph(clean(each.passage.text), style="Quote")
    quoted.paragraph_format.keep_with_next = True
    for name, words in (("edited", each.edited), (f"translation, {each.translated_to}", each.translation)):
        if words:
            paragraph = document.add_paragraph(style="Quote")
            paragraph.paragraph_format.keep_with_next = True
            paragraph.add_run(clean(f"{name}: ")).bold = True
            paragraph.add_run(clean(words))
    line = document.add_paragraph(f"— {source(report, each)}. ")
    line.add_run(about(each)).italic = True
    if report.memos and each.passage.memo:
        document.add_paragraph(f"Memo: {clean(each.passage.memo)}")
