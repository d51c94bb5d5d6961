"""Comparisons as files: CSV and XLSX for tables, Markdown, HTML and Word for reading and papers."""

from __future__ import annotations

from collections.abc import Callable

from rcoder.domain.errors import Misuse
from rcoder.domain.matrix import Matrix

__all__ = ["ENDINGS", "write_matrix"]


def _csv(matrix: Matrix) -> bytes:
    from rcoder.exchange.tables.delimited import as_csv

    return as_csv(matrix)


def _xlsx(matrix: Matrix) -> bytes:
    from rcoder.exchange.tables.workbook import as_xlsx

    return as_xlsx(matrix)


def _markdown(matrix: Matrix) -> bytes:
    from rcoder.exchange.tables.readable import as_markdown

    return as_markdown(matrix)


def _html(matrix: Matrix) -> bytes:
    from rcoder.exchange.tables.page import as_html

    return as_html(matrix)


def _word(matrix: Matrix) -> bytes:
    from rcoder.exchange.tables.word import as_docx

    return as_docx(matrix)


_WRITERS: dict[str, Callable[[Matrix], bytes]] = {
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".md": _markdown,
    ".html": _html,
    ".docx": _word,
}
ENDINGS = tuple(_WRITERS)
"""Endings of the files that a comparison can be written to."""


def write_matrix(matrix: Matrix, ending: str) -> bytes:
    """The bytes of a file of that ending; the same matrix gives the same bytes. Raises Misuse for another ending."""
    writer = _WRITERS.get(ending.casefold())
    if writer is None:
        raise Misuse(
            f"A comparison cannot be written as {ending or 'that'}.",
            f"Give a name that ends in {', '.join(ENDINGS)}.",
        )
    return writer(matrix)
