"""A comparison as a Word document: a table with a heading that is repeated on each page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from rcoder.domain.errors import Misuse
from rcoder.domain.matrix import Matrix
from rcoder.exchange.passages.word import undated
from rcoder.exchange.tables.layout import closing, headings, opening, rows

MOST_COLUMNS = 63
"""Columns that a table of Word can have."""
MOST_CELLS = 20_000
"""Cells above which writing takes minutes."""
_WRITTEN = datetime(2000, 1, 1, tzinfo=UTC)


def as_docx(matrix: Matrix) -> bytes:
    """The file's bytes. Raises Misuse for a table that Word cannot hold."""
    top, body = headings(matrix), list(rows(matrix))
    if len(top[0]) > MOST_COLUMNS or len(top[0]) * len(body) > MOST_CELLS:
        raise Misuse(
            f"A table of {len(matrix.rows)} rows and {len(matrix.columns)} columns is too large for Word.",
            "Narrow it to a hypothesis, or write it as .xlsx.",
        )
    from docx import Document
    from docx.enum.section import WD_ORIENT

    document = Document()
    own = document.core_properties
    own.author, own.title, own.comments, own.last_modified_by = "", matrix.title, "", ""
    own.created = own.modified = _WRITTEN
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    document.add_heading(matrix.title, level=1)
    for words in (matrix.study, *opening(matrix)):
        document.add_paragraph(words)
    if matrix.columns:
        _table(document, [*top, *body], len(top))
    for words in closing(matrix):
        document.add_paragraph(words)
    written = io.BytesIO()
    document.save(written)
    return undated(written)


def _table(document: Any, cells: Sequence[Sequence[str]], top: int) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    table = document.add_table(rows=len(cells), cols=len(cells[0]), style="Table Grid")
    for place, (row, words) in enumerate(zip(table.rows, cells, strict=True)):
        for cell, own in zip(row.cells, words, strict=True):
            run = cell.paragraphs[0].add_run(own)
            run.font.size, run.bold = Pt(8), place < top
        if place < top:
            properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no public name for it
            properties.append(OxmlElement("w:tblHeader"))
