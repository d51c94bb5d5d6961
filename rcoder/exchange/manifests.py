"""Manifests: one line per interview with its case, roles and attributes, as CSV or YAML.

A CSV manifest may be separated by commas, semicolons or tabs and be in UTF-8, UTF-16 with byte-order mark
or CP1252; a YAML one is a list of blocks, or `interviews:` with such a list. Headings are English or Danish.
An empty cell says nothing, a question mark that something is unknown. Columns of no other name hold attributes: of the
interview where the heading begins with `interview:`, else of its case.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rcoder.domain.attributes import attribute_called, canonical_value
from rcoder.domain.case import Attribute
from rcoder.domain.errors import BadCodebook, Misuse
from rcoder.domain.words import Subject
from rcoder.exchange.findings import Findings, Placed, choose, read_bounded, shown
from rcoder.exchange.manifest_rows import Cell, Row, csv_rows, yaml_rows
from rcoder.exchange.manifest_voices import Said, read_labels, read_voices

LARGEST = 8_000_000
"""Bytes of the largest manifest that is read."""

OWN = "interview:"
"""How the heading of a column begins that holds an attribute of the interview itself."""

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
    """Every other column, by its heading as written; by its key where it is an attribute's."""
    own: Mapping[str, str] = field(default_factory=dict)
    """Attributes of the interview itself, from the columns whose heading begins with `OWN`."""
    roles_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Roles of each voice by its label, where they differ."""
    person: str = ""
    """Who the one respondent is; the same in several interviews."""
    person_of: Mapping[str, str] = field(default_factory=dict)
    """Who each voice is, by its label."""
    interviewers: tuple[str, ...] = ()
    """Labels, where there are several interviewers; `interviewer` is the first."""
    transcript_id: str = ""
    """Id of the interview, where several came from files of one name."""
    unknown: frozenset[str] = frozenset()
    """Columns with a question mark, by the names of these fields; attributes by key, with `OWN` where they have it."""


def read_manifest(path: Path, attributes: Sequence[Attribute] = ()) -> tuple[ManifestLine, ...]:
    """The lines of a manifest; YAML by its ending (.yaml, .yml), anything else as CSV.

    A column headed by the key or label of one of `attributes` gives its values, under its key and as they are stored.

    Raises:
        BadCodebook: it has faults; every one is among the findings, with its line.
        Unreadable: the file is not there or cannot be read.
    """
    findings = Findings()
    if path.suffix.casefold() in {".yaml", ".yml"}:
        rows = yaml_rows(path, findings)
    else:
        rows = csv_rows(read_bounded(path, LARGEST, findings), findings)
    lines = tuple(_line(row, attributes, findings) for row in rows)
    _check_once(rows, findings)
    _check_cases(rows, lines, attributes, findings)
    if len(findings):
        raise BadCodebook(str(path), findings.in_order())
    return lines


def _line(row: Row, attributes: Sequence[Attribute], findings: Findings) -> ManifestLine:
    def said(key: str) -> str:
        return row.known[key].text if key in row.known else ""

    if "file" in row.known and not said("file"):
        findings.add(row.known["file"], "The line names no file.")
    roles, persons = _voices(row, "roles", findings), _voices(row, "person", findings)
    labels = read_labels(said("interviewer"))
    values = _attributes(row, attributes, findings)
    return ManifestLine(
        file=said("file"),
        line=row.line,
        title=said("title"),
        case=said("case"),
        roles=roles.of_all,
        municipality=said("municipality"),
        outcome_group=said("outcome_group"),
        date=_iso_date(row.known.get("date"), findings),
        wave=said("wave"),
        language=_language(row.known.get("language"), findings),
        interviewer=labels[0] if labels else "",
        encoding=_encoding(row.known.get("encoding"), findings),
        attributes={key: value for key, value in values.items() if value and not key.startswith(OWN)},
        own={key.removeprefix(OWN): value for key, value in values.items() if value and key.startswith(OWN)},
        roles_of=roles.of_each,
        person=said("person") if not persons.of_each else "",
        person_of={label: ", ".join(words) for label, words in persons.of_each.items()},
        interviewers=labels if len(labels) > 1 else (),
        transcript_id=said("transcript_id"),
        unknown=frozenset(
            [name for name, cell in row.known.items() if cell.unknown]
            + [key for key, value in values.items() if not value]
        ),
    )


def _attributes(row: Row, attributes: Sequence[Attribute], findings: Findings) -> dict[str, str]:
    """The values of free columns: those of attributes as they are stored, others as written, "" for a question mark."""
    found: dict[str, str] = {}
    for name, cell in row.free.items():
        own = OWN if name.startswith(OWN) else ""
        meant = attribute_called(attributes, name.removeprefix(own))
        try:
            value = canonical_value(meant, cell.text) if meant else cell.text
        except Misuse as error:
            findings.add(cell, f"In the column {shown(name)}: {error}")
            continue
        key = own + (meant.key if meant else name.removeprefix(own))
        said = bool(cell.text) or cell.unknown
        if said and found.setdefault(key, value) != value:
            findings.add(cell, f"Another column gives {shown(key)} the value {shown(found[key])} here.")
    return found


def _voices(row: Row, column: str, findings: Findings) -> Said:
    """What a cell says of the voices."""
    cell = row.known.get(column)
    if cell is None:
        return Said()
    found = read_voices(cell.text)
    if found.fault:
        findings.add(cell, found.fault)
    return found


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
        cell, named = row.known.get("file"), row.known.get("transcript_id")
        if cell is None or not cell.text or (named is not None and named.text):
            continue
        if cell.text in first:
            findings.add(
                cell,
                f"The file {shown(cell.text)} stands twice; it is in line {first[cell.text].line} already.",
            )
        first.setdefault(cell.text, cell)


def _check_cases(
    rows: tuple[Row, ...],
    lines: tuple[ManifestLine, ...],
    attributes: Sequence[Attribute],
    findings: Findings,
) -> None:
    """One case has one municipality, one outcome group and one value of each attribute of cases."""
    first: dict[tuple[str, str], tuple[Cell, str]] = {}
    for row, line in zip(rows, lines, strict=True):
        facts = {name: row.known[name] for name in ("municipality", "outcome_group") if name in row.known}
        for name, cell in {**facts, **row.free}.items():
            meant = attribute_called(attributes, name) if name not in facts else None
            own = name.startswith(OWN) or (meant is not None and meant.about is Subject.INTERVIEW)
            if not line.case or not cell.text or own:
                continue
            value = line.attributes.get(meant.key, "") if meant else cell.text
            if not value:
                continue
            before, was_value = first.setdefault((line.case, name), (cell, value))
            if was_value != value:
                was = f"{shown(before.text)} in line {before.line}"
                findings.add(
                    cell, f"The case {shown(line.case)} has {name} {shown(cell.text)} here and {was}."
                )
