"""The rows of a manifest, from CSV or YAML, each value with its heading and its place."""

from __future__ import annotations

import codecs
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rcoder.exchange.findings import Findings, is_plain, shown
from rcoder.exchange.neutral import UNKNOWN, plain_again
from rcoder.exchange.yaml_file import YamlList, YamlMap, YamlNode, YamlText, read_yaml

HEADINGS = {
    "file": ("fil", "filnavn", "filename"),
    "title": ("titel",),
    "case": ("sag",),
    "roles": ("role", "rolle", "roller"),
    "municipality": ("kommune",),
    "outcome_group": ("udfaldsgruppe",),
    "date": ("dato",),
    "wave": ("bølge",),
    "language": ("sprog",),
    "interviewer": (),
    "encoding": ("tegnsæt",),
    "person": (),
    "transcript_id": ("interview_id",),
}
"""The columns rcoder knows, with other names of each; any other column is a free attribute."""

_KNOWN = {name: column for column, others in HEADINGS.items() for name in (column, *others)}

DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Cell:
    """A value without surrounding blanks (NFC), where it begins."""

    text: str
    line: int
    column: int
    unknown: bool = False
    """A question mark stands there: what the cell is about is to be unknown."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a manifest."""

    line: int
    column: int
    known: Mapping[str, Cell]
    """By the English name of the column."""
    free: Mapping[str, Cell]
    """By the heading as written."""


def known_heading(heading: str) -> str | None:
    """The column a heading stands for, letter case and blanks set aside; None for a free attribute."""
    return _KNOWN.get(re.sub(r"[\s_-]+", "_", heading.strip().casefold()))


def csv_rows(source: bytes, findings: Findings) -> tuple[Row, ...]:
    """The rows under the heading of a CSV file; every fault of form is noted with its line."""
    text = _decoded(source, findings)
    if not text.strip():
        if not len(findings):
            findings.add_at(1, 1, "The manifest is empty.")
        return ()
    delimiter, text, skipped = _delimiter(text)
    records = [
        each for each in _records(text, delimiter, skipped + 1, findings) if any(cell.text for cell in each)
    ]
    headings = _headings(records[0] if records else [], findings)
    return tuple(_row(record, headings, findings) for record in records[1:])


def _decoded(source: bytes, findings: Findings) -> str:
    """Text in UTF-16 with byte-order mark, UTF-8 or CP1252, with one kind of line end."""
    if source.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        candidates = ["utf-16"]
    elif source.startswith(codecs.BOM_UTF8):
        candidates = ["utf-8-sig"]
    else:
        candidates = ["utf-8", "cp1252"]
    for encoding in candidates:
        try:
            text = unicodedata.normalize("NFC", source.decode(encoding))
        except UnicodeDecodeError:
            continue
        return text.replace("\r\n", "\n").replace("\r", "\n")
    findings.add_at(1, 1, "The manifest is no text in the encoding it begins with; save it as UTF-8.")
    return ""


def _delimiter(text: str) -> tuple[str, str, int]:
    """The character between cells, the text, and how many lines before it were left out ("sep=;" of Excel).

    It is the one that finds most known headings in the first line, and among those most cells.
    """
    first, _, rest = text.partition("\n")
    if re.fullmatch(r"sep=[,;\t]", first.strip(" \ufeff")):
        return first.strip(" \ufeff")[4], rest, 1
    heading = next(line for line in text.split("\n") if line.strip())

    def merit(delimiter: str) -> tuple[int, int]:
        cells = [cell.text for cell in next(_records(heading, delimiter, 1, Findings()))]
        return sum(known_heading(cell) is not None for cell in cells), len(cells)

    return max(DELIMITERS, key=merit), text, 0


def _records(text: str, delimiter: str, line: int, findings: Findings) -> Iterator[list[Cell]]:
    """The cells of each record of text that begins in `line`, quoted as RFC 4180 says."""
    quoted = re.compile(r'[ ]*"((?:[^"]+|"")*+)"([^\n' + delimiter + r"]*)")
    bare = re.compile(r"[^\n" + delimiter + r"]*")
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    record: list[Cell] = []
    position = 0
    while position <= len(text):
        index = bisect_right(starts, position) - 1
        at = (line + index, position - starts[index] + 1)
        value, end, fault = _value(text, position, quoted, bare)
        if fault:
            findings.add_at(*at, fault)
        record.append(_cell(value, *at, findings))
        if end == len(text) or text[end] == "\n":
            yield record
            record = []
        position = end + 1


def _value(text: str, position: int, quoted: re.Pattern[str], bare: re.Pattern[str]) -> tuple[str, int, str]:
    """The value of the cell at `position`, where it ends, and what is wrong with its quotation marks.

    A quotation mark that never closes ends with its line, so that the lines after it are read.
    """
    match = quoted.match(text, position)
    if match:
        fault = "Text follows the closing quotation mark; double a quotation mark within text."
        return match[1].replace('""', '"'), match.end(), fault if match[2].strip() else ""
    match = bare.match(text, position)
    value = match[0] if match else ""
    fault = "A quotation mark opens here and never closes." if value.lstrip().startswith('"') else ""
    return value, position + len(value), fault


def _cell(value: str, line: int, column: int, findings: Findings) -> Cell:
    unseen = next((char for char in value if char not in "\n\t" and not is_plain(char)), None)
    if unseen is not None:
        findings.add_at(
            line, column, f"The cell holds a control character (U+{ord(unseen):04X}); take it out."
        )
    return _as_meant(value, line, column)


def _as_meant(value: str, line: int, column: int) -> Cell:
    """A cell without what keeps a spreadsheet from running it; a lone question mark is no text."""
    text = value.strip()
    return Cell("", line, column, unknown=True) if text == UNKNOWN else Cell(plain_again(text), line, column)


@dataclass(frozen=True, slots=True)
class _Heading:
    name: str
    column: str | None


def _headings(record: list[Cell], findings: Findings) -> list[_Heading]:
    headings = [_Heading(cell.text, known_heading(cell.text)) for cell in record]
    seen: set[str] = set()
    for cell, heading in zip(record, headings, strict=True):
        name = heading.column or heading.name
        if name and name in seen:
            findings.add(cell, f"The column {shown(name)} stands twice.")
        seen.add(name)
    if "file" not in seen:
        names = ", ".join(shown(heading.name) for heading in headings)
        findings.add_at(
            record[0].line if record else 1,
            1,
            f'There is no column "file" (or "fil"); the columns are {names}.',
        )
    return headings


def _row(record: list[Cell], headings: list[_Heading], findings: Findings) -> Row:
    known: dict[str, Cell] = {}
    free: dict[str, Cell] = {}
    line, column = record[0].line, record[0].column
    if len(record) < len(headings) or any(cell.text for cell in record[len(headings) :]):
        findings.add_at(line, column, f"Cells in this row: {len(record)}; in the heading: {len(headings)}.")
    for cell, heading in zip(record, headings, strict=False):
        if heading.column is not None:
            known.setdefault(heading.column, cell)
        elif heading.name:
            free.setdefault(heading.name, cell)
        elif cell.text:
            findings.add(cell, f"{shown(cell.text)} stands in a column without a heading.")
    return Row(line, column, known, free)


def yaml_rows(path: Path, findings: Findings) -> tuple[Row, ...]:
    """The blocks of a YAML manifest as rows.

    Raises:
        Unreadable: the file is not there or cannot be read.
    """
    root = read_yaml(path, findings)
    if isinstance(root, YamlMap):
        root = _interviews(root, findings)
    if isinstance(root, YamlList):
        return tuple(row for entry in root.entries if (row := _yaml_row(entry, findings)) is not None)
    if root is not None:
        findings.add(root, 'A manifest is a list of blocks, each beginning with "- file:".')
    return ()


def _interviews(root: YamlMap, findings: Findings) -> YamlNode | None:
    for name, (key, _) in root.entries.items():
        if name not in {"rcoder", "interviews"}:
            findings.add(key, f'{shown(name)} is no key of a manifest; it has "interviews", a list.')
    if "interviews" not in root.entries:
        findings.add(root, 'A manifest needs "interviews", a list of blocks.')
        return None
    return root.entries["interviews"][1]


def _yaml_row(entry: YamlNode, findings: Findings) -> Row | None:
    if not isinstance(entry, YamlMap):
        findings.add(entry, 'An interview is a block of keys, beginning with "file:".')
        return None
    known: dict[str, Cell] = {}
    free: dict[str, Cell] = {}
    for name, (key, value) in entry.entries.items():
        heading = known_heading(name)
        cell = _yaml_cell(name, heading, value, findings)
        if heading is None:
            free[name.strip()] = cell
        elif heading in known:
            findings.add(key, f"The key {shown(heading)} stands twice.")
        else:
            known[heading] = cell
    if "file" not in known:
        findings.add(entry, 'An interview needs "file".')
    return Row(entry.line, entry.column, known, free)


def _yaml_cell(name: str, heading: str | None, value: YamlNode, findings: Findings) -> Cell:
    if isinstance(value, YamlText):
        return _as_meant(value.text, value.line, value.column)
    if heading == "roles" and isinstance(value, YamlList):
        words = [each.text for each in value.entries if isinstance(each, YamlText)]
        if len(words) == len(value.entries):
            return Cell("\n".join(words), value.line, value.column)
    findings.add(value, f"{shown(name)} is one text{' or a list of texts' if heading == 'roles' else ''}.")
    return Cell("", value.line, value.column)
