"""A comparison as a Word document: a table with a heading that is repeated on each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.domain.errors import Misuse
from rcoder.domain.matrix import Matrix
from rcoder.exchange.office import clean, document, page_table
from rcoder.exchange.tables.layout import closing, headings, opening, rows

if TYPE_CHECKING:
    from docx.document import Document

MOST_COLUMNS = 63
"""Columns that a table of Word can have."""
MOST_CELLS = 20_000
"""Cells above which writing takes minutes."""


def as_docx(matrix: Matrix) -> bytes:
    """The file's bytes. Raises Misuse for a table that Word cannot hold."""
    top, body = headings(matrix), list(rows(matrix))
    if len(top[0]) > MOST_COLUMNS or len(top[0]) * len(body) > MOST_CELLS:
        raise Misuse(
            f"A table of {len(matrix.rows)} rows and {len(matrix.columns)} columns is too large for Word.",
            "Narrow it to a hypothesis, or write it as .xlsx.",
        )

    def fill(made: Document) -> None:
        made.add_heading(clean(matrix.title), level=1)
        for words in (clean(matrix.study), *opening(matrix)):
            made.add_paragraph(words)
        if matrix.columns:
            page_table(made, [*top, *body], len(top))
        for words in closing(matrix):
            made.add_paragraph(words)

    return document(matrix.title, fill, across=True)
