"""A comparison as CSV: semicolons and a byte-order mark, as Danish spreadsheets expect; nothing in it is run or read as a date."""

from __future__ import annotations

import csv
import io
import re

from rcoder.domain.matrix import Matrix
from rcoder.exchange.neutral import guarded
from rcoder.exchange.tables.layout import closing, headings, opening, rows

_PART = re.compile(r"(\d)/(\d)")
"""What spreadsheets take for a date."""


def as_csv(matrix: Matrix) -> bytes:
    """The file's bytes: the table first, then an empty line and what is to be read beside it."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    for row in (*headings(matrix), *rows(matrix)):
        writer.writerow([guarded(_PART.sub(r"\1 of \2", cell)) for cell in row])
    writer.writerow([])
    for words in (matrix.title, *opening(matrix), *closing(matrix)):
        writer.writerow([guarded(words)])
    return f"\ufeff{written.getvalue()}".encode()
