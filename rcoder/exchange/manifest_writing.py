"""A manifest written: the lines of `ManifestLine` as a CSV file that `read_manifest` reads back to the same lines.

Semicolons between the cells and a byte-order mark, as Danish spreadsheets expect; what they would run is guarded.
A value that no cell can hold (a control character, blanks at an end) is left out, which says nothing of it.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from rcoder.exchange.findings import is_plain
from rcoder.exchange.manifest_rows import known_heading
from rcoder.exchange.manifest_voices import write_labels, write_voices, write_words
from rcoder.exchange.manifests import OWN, ManifestLine
from rcoder.exchange.neutral import UNKNOWN, neutral

COLUMNS = (
    "file", "title", "case", "roles", "person", "municipality", "outcome_group", "date", "wave", "language",
    "interviewer",
)  # fmt: skip
"""The columns that every manifest we write has, in order."""

NO_NAME = "no file name"
"""Stands for the name of a file that no cell can hold; such an interview is known by its id."""


def write_manifest(lines: Sequence[ManifestLine]) -> str:
    """The text of the file, with its byte-order mark."""
    columns = [*COLUMNS, *(["transcript_id"] if any(each.transcript_id for each in lines) else [])]
    keys = _keys(each.attributes for each in lines)
    own = _keys(each.own for each in lines)
    headings = [*columns, *keys, *(f"{OWN}{key}" for key in own)]
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow([neutral(each) for each in headings])
    for line in lines:
        known = _cells(line)
        cells = [known[each] for each in columns]
        cells += [line.attributes.get(key, "") for key in keys] + [line.own.get(key, "") for key in own]
        writer.writerow([_cell(each) for each in cells])
    return f"\ufeff{written.getvalue()}"


def left_out(lines: Iterable[ManifestLine]) -> tuple[str, ...]:
    """Keys of attributes that no heading can hold."""
    every = {key: None for line in lines for values in (line.attributes, line.own) for key in values}
    return tuple(key for key in every if not _can_head(key))


def holds(text: str) -> bool:
    """Whether a cell can hold the text and it is read back the same."""
    return text == unicodedata.normalize("NFC", text).strip() and all(
        char in "\n\t" or is_plain(char) for char in text
    )


def _cells(line: ManifestLine) -> dict[str, str]:
    roles = write_voices(line.roles_of) if line.roles_of else write_words(line.roles)
    persons = {label: (person,) if person else () for label, person in line.person_of.items()}
    return {
        "file": line.file if line.file and holds(line.file) and line.file != UNKNOWN else NO_NAME,
        "title": _unlike_unknown(line.title),
        "case": _unlike_unknown(line.case),
        "roles": roles,
        "person": write_voices(persons) if persons else line.person,
        "municipality": line.municipality,
        "outcome_group": line.outcome_group,
        "date": line.date,
        "wave": line.wave,
        "language": line.language,
        "interviewer": write_labels(line.interviewers or ((line.interviewer,) if line.interviewer else ())),
        "transcript_id": line.transcript_id,
    }


def _unlike_unknown(text: str) -> str:
    return "" if text == UNKNOWN else text


def _cell(text: str) -> str:
    return neutral(text) if holds(text) else ""


def _keys(values: Iterable[Mapping[str, str]]) -> list[str]:
    return [key for key in dict.fromkeys(key for each in values for key in each) if _can_head(key)]


def _can_head(key: str) -> bool:
    """Whether a heading can hold the key and means nothing else."""
    return (
        bool(key)
        and holds(key)
        and "\n" not in key
        and known_heading(key) is None
        and not key.startswith(OWN)
    )
