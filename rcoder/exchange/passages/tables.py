"""Passages as CSV: semicolons and a byte-order mark, as Danish spreadsheets expect; what they would run is guarded."""

from __future__ import annotations

import csv
import io

from rcoder.exchange.neutral import neutral
from rcoder.exchange.passages.report import Report, headings, rows


def as_csv(report: Report) -> bytes:
    """The file's bytes."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings(report))
    for row in rows(report):
        writer.writerow([_guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return f"\ufeff{written.getvalue()}".encode()


def _guarded(text: str) -> str:
    """As `neutral`, and where blanks come before what a spreadsheet would run."""
    return f"'{text}" if neutral(text) == text and neutral(text.lstrip()) != text.lstrip() else neutral(text)
