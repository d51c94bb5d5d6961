"""Passages as CSV: semicolons and a byte-order mark, as Danish spreadsheets expect; what they would run is guarded."""

from __future__ import annotations

import csv
import io

from rcoder.exchange.neutral import guarded
from rcoder.exchange.passages.report import Report, headings, rows


def as_csv(report: Report) -> bytes:
    """The file's bytes."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings(report))
    for row in rows(report):
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return f"\ufeff{written.getvalue()}".encode()
