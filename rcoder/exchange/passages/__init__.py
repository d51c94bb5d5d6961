"""Retrieved passages as files: CSV and XLSX for tables, Markdown and Word for reading and papers."""

from __future__ import annotations

from collections.abc import Callable

from rcoder.domain.errors import Misuse
from rcoder.exchange.passages.report import Report, Section

__all__ = ["ENDINGS", "Report", "Section", "write_report"]


def _csv(report: Report) -> bytes:
    from rcoder.exchange.passages.tables import as_csv

    return as_csv(report)


def _xlsx(report: Report) -> bytes:
    from rcoder.exchange.passages.workbook import as_xlsx

    return as_xlsx(report)


def _markdown(report: Report) -> bytes:
    from rcoder.exchange.passages.readable import as_markdown

    return as_markdown(report)


def _word(report: Report) -> bytes:
    from rcoder.exchange.passages.word import as_docx

    return as_docx(report)


_WRITERS: dict[str, Callable[[Report], bytes]] = {
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".md": _markdown,
    ".docx": _word,
}
ENDINGS = tuple(_WRITERS)
"""Endings of the files that passages can be written to."""


def write_report(report: Report, ending: str) -> bytes:
    """The bytes of a file of that ending. Raises Misuse for another ending."""
    writer = _WRITERS.get(ending.casefold())
    if writer is None:
        raise Misuse(
            f"Passages cannot be written as {ending or 'that'}.",
            f"Give a name that ends in {', '.join(ENDINGS)}.",
        )
    return writer(report)
