"""Printed tables as files: XLSX and CSV for counting on, Markdown, LaTeX, Word and HTML for reading and papers."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from rcoder.domain.errors import Misuse
from rcoder.domain.printed import PrintedTable

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["ENDINGS", "write_printed"]

_WRITERS: dict[str, str] = {
    ".xlsx": "workbook:as_xlsx",
    ".csv": "delimited:as_csv",
    ".md": "readable:as_markdown",
    ".tex": "latex:as_latex",
    ".docx": "word:as_docx",
    ".html": "page:as_html",
}
ENDINGS = tuple(_WRITERS)
"""Endings of the files that a table can be written to."""


def write_printed(table: PrintedTable, ending: str) -> bytes:
    """The bytes of a file of that ending; the same table gives the same bytes. Raises Misuse for another ending."""
    writer = _WRITERS.get(ending.casefold())
    if writer is None:
        raise Misuse(
            f"A table cannot be written as {ending or 'that'}.",
            f"Give a name that ends in {', '.join(ENDINGS)}.",
        )
    module, function = writer.split(":")
    found = getattr(import_module(f"rcoder.exchange.printing.{module}"), function)
    return cast("Callable[[PrintedTable], bytes]", found)(table)
