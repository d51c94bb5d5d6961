"""How a record's fields stand in a table: which columns hold JSON, and the one way that JSON is written."""

from __future__ import annotations

import json
import types
import typing
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any, TypeVar

from rcoder.domain.records import from_row

R = TypeVar("R")

SINGULAR = {
    "study": "study",
    "coders": "coder",
    "cases": "case",
    "attributes": "attribute",
    "case_groups": "group of cases",
    "codebooks": "codebook",
    "codes": "code",
    "theories": "theory",
    "nodes": "box of the theory",
    "theory_links": "link of the theory",
    "transcripts": "transcript",
    "speakers": "speaker",
    "revisions": "earlier revision of a transcript",
    "doubts": "doubtful passage",
    "memos": "memo",
    "codings": "coding",
    "finishes": "mark of having finished",
    "configurations": "configuration",
    "elements": "element",
    "places": "place of an element",
    "links": "link",
    "groundings": "grounding",
    "evidence": "evidence",
    "judgements": "judgement",
    "condition_judgements": "judgement of a condition",
    "texts": "text",
}
"""What one row of each table is called in a sentence."""


def canonical(value: Any) -> str:
    """The value as JSON in the one form that is stored, so that equal values are equal text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


_JSON_COLUMNS: dict[str, frozenset[str]] = {}


def json_columns(record: type[Any]) -> frozenset[str]:
    """The fields of a record that a table holds as JSON: tuples, mappings and records within it."""
    found = _JSON_COLUMNS.get(record.table)
    if found is None:
        hints = typing.get_type_hints(record)
        found = frozenset(each.name for each in fields(record) if not _is_plain(bare(hints[each.name])[0]))
        _JSON_COLUMNS[record.table] = found
    return found


def bare(hint: Any) -> tuple[Any, bool]:
    """A type hint without "or None", and whether None was allowed."""
    if typing.get_origin(hint) not in (types.UnionType, typing.Union):
        return hint, False
    return next(each for each in typing.get_args(hint) if each is not types.NoneType), True


def records_of(record: type[R], rows: Iterable[Mapping[str, Any]]) -> list[R]:
    """The rows as records of one kind, JSON columns decoded; columns the record does not have are left aside."""
    packed = json_columns(record)
    if not packed:
        return [from_row(record, row) for row in rows]
    return [from_row(record, _unpacked(row, packed)) for row in rows]


def packed_lemmas(lemmas: tuple[tuple[int, int, str], ...]) -> bytes:
    """Lemmas as compressed JSON."""
    return zlib.compress(canonical([list(each) for each in lemmas]).encode(), 6)


def unpacked_lemmas(stored: bytes) -> tuple[tuple[int, int, str], ...]:
    """Lemmas from compressed JSON."""
    return tuple((start, end, lemma) for start, end, lemma in json.loads(zlib.decompress(stored)))


def _unpacked(row: Mapping[str, Any], packed: frozenset[str]) -> dict[str, Any]:
    return {
        name: json.loads(value) if name in packed and isinstance(value, str) else value
        for name, value in row.items()
    }


def _is_plain(hint: Any) -> bool:
    return isinstance(hint, type) and (hint in (str, int, float, bool) or issubclass(hint, StrEnum))
