"""Passages as CSV."""

from __future__ import annotations

from rcoder.exchange.office import semicolons
from rcoder.exchange.passages.report import Report, headings, rows


def as_csv(report: Report) -> bytes:
    """The file's bytes."""
    return semicolons((headings(report), *rows(report)))
