"""Manifests: one line per interview with its case, roles and attributes, as CSV or YAML.

A CSV manifest may be separated by commas, semicolons or tabs and be in UTF-8, UTF-16 with byte-order mark
or CP1252; a YAML one is a list of blocks, or `interviews:` with such a list. Headings are English or Danish.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rcoder.domain.errors import BadCodebook
from rcoder.exchange.findings import Findings, Placed, choose, read_bounded, shown
from rcoder.exchange.manifest_rows import Cell, Row, csv_rows, yaml_rows

LARGEST = 1_000_000
"""Bytes of the largest manifest that is read."""

LANGUAGES = {"da": "dansk", "en": "engelsk"}
_LANGUAGE_NAMES = {"dansk": "da", "danish": "da", "engelsk": "en", "english": "en"}


@dataclass(frozen=True, slots=True)
class ManifestLine:
    """What a manifest says of one interview; "" and a missing attribute mean unknown."""

    file: str
    """As the manifest names it."""
    line: int
    """Where it stands in the manifest, from 1."""
    title: str = ""
    case: str = ""
    """"" for an interview without a case."""
    roles: tuple[str, ...] = ()
    municipality: str = ""
    outcome_group: str = ""
    date: str = ""
    """ISO date."""
    wave: str = ""
    language: str = ""
    """da, en or ""."""
    interviewer: str = ""
    """The speaker label of the interviewer."""
    encoding: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """Every other column, by its heading as written."""


def read_manifest(path: Path) -> tuple[ManifestLine, ...]:
    """The lines of a manifest; YAML by its ending (.yaml, .yml), anything else as CSV.

    Raises:
        BadCodebook: it has faults; every one is among the findings, with its line.
        Unreadable: the file is not there or cannot be read.
    """
    findings = Findings()
    if path.suffix.casefold() in {".yaml", ".yml"}:
        rows = yaml_rows(path, findings)
    else:
        rows = csv_rows(read_bounded(path, LARGEST, findings), findings)
    lines = tuple(_line(row, findings) for row in rows)
    _check_once(rows, findings)
    _check_cases(rows, lines, findings)
    if len(findings):
        raise BadCodebook(str(path), findings.in_order())
    return lines


def _line(row: Row, findings: Findings) -> ManifestLine:
    def said(key: str) -> str:
        return row.known[key].text if key in row.known else ""

    if "file" in row.known and not said("file"):
        findings.add(row.known["file"], "The line names no file.")
    return ManifestLine(
        file=said("file"),
        line=row.line,
        title=said("title"),
        case=said("case"),
        roles=_roles(row),
        municipality=said("municipality"),
        outcome_group=said("outcome_group"),
        date=_iso_date(row.known.get("date"), findings),
        wave=said("wave"),
        language=_language(row.known.get("language"), findings),
        interviewer=said("interviewer"),
        encoding=_encoding(row.known.get("encoding"), findings),
        attributes={name: cell.text for name, cell in row.free.items() if cell.text},
    )


def _roles(row: Row) -> tuple[str, ...]:
    """The roles of a line, each once; several are separated by semicolons or commas, or stand in a list."""
    cell = row.known.get("roles")
    parts = re.split(r"[;,\n]", cell.text) if cell else []
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DANISH = re.compile(r"(\d{1,2})[.-](\d{1,2})[.-](\d{4})")


def _iso_date(cell: Cell | None, findings: Findings) -> str:
    if cell is None or not cell.text:
        return ""
    iso, danish = _ISO.fullmatch(cell.text), _DANISH.fullmatch(cell.text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3])).isoformat()
        if danish:
            return date(int(danish[3]), int(danish[2]), int(danish[1])).isoformat()
    except ValueError:
        findings.add(cell, f"There is no such day as {shown(cell.text)}.")
        return ""
    findings.add(cell, f"{shown(cell.text)} is no date: write 2025-12-24 or 24.12.2025.")
    return ""


def _language(cell: Cell | None, findings: Findings) -> str:
    if cell is None or not cell.text:
        return ""
    word = cell.text.casefold()
    return choose(cell, _LANGUAGE_NAMES.get(word, word), LANGUAGES, "language", findings) or ""


def _encoding(cell: Cell | None, findings: Findings) -> str:
    if cell is None or not cell.text:
        return ""
    try:
        "".encode(cell.text)
    except (LookupError, ValueError):
        findings.add(
            cell, f"There is no encoding {shown(cell.text)}: write utf-8, cp1252 or utf-16, for instance."
        )
        return ""
    return cell.text


def _check_once(rows: tuple[Row, ...], findings: Findings) -> None:
    first: dict[str, Placed] = {}
    for row in rows:
        cell = row.known.get("file")
        if cell is None or not cell.text:
            continue
        if cell.text in first:
            findings.add(
                cell,
                f"The file {shown(cell.text)} stands twice; it is in line {first[cell.text].line} already.",
            )
        first.setdefault(cell.text, cell)


def _check_cases(rows: tuple[Row, ...], lines: tuple[ManifestLine, ...], findings: Findings) -> None:
    """One case has one municipality, one outcome group and one value of each attribute."""
    first: dict[tuple[str, str], Cell] = {}
    for row, line in zip(rows, lines, strict=True):
        facts = {name: row.known[name] for name in ("municipality", "outcome_group") if name in row.known}
        for name, cell in {**facts, **row.free}.items():
            if not line.case or not cell.text:
                continue
            before = first.setdefault((line.case, name), cell)
            if before.text != cell.text:
                was = f"{shown(before.text)} in line {before.line}"
                findings.add(
                    cell, f"The case {shown(line.case)} has {name} {shown(cell.text)} here and {was}."
                )
