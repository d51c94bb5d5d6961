"""A table of survey or register figures (CSV): a row for each figure, which never stands without what it is of."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from rcoder.domain.actions.exhibiting import wrong_with
from rcoder.domain.errors import BadCodebook
from rcoder.exchange.findings import Findings, read_bounded, shown
from rcoder.exchange.neutral import plain_again

COLUMNS: dict[str, tuple[str, ...]] = {
    "title": ("titel", "spørgsmål", "question"),
    "words": ("ord", "tekst", "text"),
    "value": ("værdi", "tal", "figure"),
    "base": ("af", "ud af", "of", "basis"),
    "where": ("hvor", "kilde", "source"),
    "case": ("sag",),
}
"""The columns that are read, with other names of each; others are left out."""
LARGEST = 8_000_000
"""Bytes."""
_NAMED = {name: column for column, others in COLUMNS.items() for name in (column, *others)}


def read_survey(path: Path) -> tuple[Mapping[str, str], ...]:
    """The rows of the table by column, "" for a column that is not there.

    Raises:
        BadCodebook: a figure without its base, a row without a title, no such columns; every fault with its line.
        Unreadable: the file is not there or cannot be read.
    """
    findings = Findings()
    text = _decoded(read_bounded(path, LARGEST, findings))
    records = _records(text, findings)
    columns = _columns(records[0][1], findings) if records else {}
    if not records and not len(findings):
        findings.add_at(1, 1, "The table is empty.")
    rows = [_row(record, columns, line, findings) for line, record in records[1:]] if columns else []
    if len(findings):
        raise BadCodebook(str(path), findings.in_order())
    return tuple(rows)


def _decoded(source: bytes) -> str:
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = source.decode("cp1252", errors="replace")
    return unicodedata.normalize("NFC", text)


def _records(text: str, findings: Findings) -> list[tuple[int, Sequence[str]]]:
    """The records that hold something, each with the line it ends in."""
    heading = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found: list[tuple[int, Sequence[str]]] = []
    try:
        found.extend((reader.line_num, record) for record in reader if any(cell.strip() for cell in record))
    except csv.Error as error:
        findings.add_at(reader.line_num, 1, f"The row cannot be read: {error}.")
    return found


def _columns(headings: Sequence[str], findings: Findings) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        column = _NAMED.get(" ".join(heading.split()).casefold())
        if column is not None:
            found.setdefault(column, place)
    if "title" not in found:
        names = ", ".join(shown(each) for each in headings)
        findings.add_at(1, 1, f'There is no column "title" (or "titel"); the columns are {names}.')
        return {}
    return found


def _row(
    record: Sequence[str], columns: Mapping[str, int], line: int, findings: Findings
) -> Mapping[str, str]:
    row = {
        column: plain_again(record[columns[column]].strip())
        if column in columns and columns[column] < len(record)
        else ""
        for column in COLUMNS
    }
    if wrong := wrong_with(row["title"], row["words"], row["value"], row["base"]):
        findings.add_at(line, 1, wrong)
    return row
