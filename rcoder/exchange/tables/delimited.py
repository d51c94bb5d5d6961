"""A comparison as CSV, in which nothing is read as a date."""

from __future__ import annotations

import re

from rcoder.domain.matrix import Matrix
from rcoder.exchange.office import semicolons
from rcoder.exchange.tables.layout import closing, headings, opening, rows

_PART = re.compile(r"(\d)/(\d)")
"""What spreadsheets take for a date."""


def as_csv(matrix: Matrix) -> bytes:
    """The file's bytes: the table first, then an empty line and what is to be read beside it."""
    table = ([_PART.sub(r"\1 of \2", cell) for cell in row] for row in (*headings(matrix), *rows(matrix)))
    beside = ([words] for words in (matrix.title, *opening(matrix), *closing(matrix)))
    return semicolons((*table, [], *beside))
