"""How a record's fields stand in a table: which columns hold JSON, and the one way that JSON is written."""

from __future__ import annotations

import json
import types
import typing
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, TypeVar

from rcoder.domain.records import from_row
from rcoder.domain.transcript import Annotation

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
    "excerpts": "excerpt",
    "rechecks": "passage to be looked at again",
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
    "exhibits": "exhibit",
    "bearings": "bearing of an exhibit",
    "rivals": "rival explanation",
    "kinships": "kinship of configurations",
    "standins": "element that stands for a member's",
    "comments": "comment",
    "prompt_answers": "answer to a prompt",
    "summaries": "summary",
    "turning_points": "turning point",
    "theory_versions": "version of the theory",
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


@dataclass(frozen=True, slots=True)
class Packed:
    """An annotation as it is stored."""

    checksum: str
    pipeline: str
    sentences: str
    """[start, end] of each, as JSON."""
    lemmas: bytes


def packed(annotation: Annotation) -> Packed:
    """An annotation made ready to be stored, which takes longer than storing it."""
    sentences = canonical([[span.start, span.end] for span in annotation.sentences])
    return Packed(annotation.checksum, annotation.pipeline, sentences, packed_lemmas(annotation.lemmas))


def packed_lemmas(lemmas: tuple[tuple[int, int, str], ...]) -> bytes:
    """Lemmas as compressed JSON, column by column: the different lemmas, which of them each word has, and where it stands.

    A word stands so many code points after the end of the one before (`gaps`) and is so long (`lengths`).
    """
    known: dict[str, int] = {}
    which, gaps, lengths, last = [], [], [], 0
    for start, end, lemma in lemmas:
        which.append(known.setdefault(lemma, len(known)))
        gaps.append(start - last)
        lengths.append(end - start)
        last = end
    columns = {"lemmas": list(known), "which": which, "gaps": gaps, "lengths": lengths}
    return zlib.compress(canonical(columns).encode(), 1)


def unpacked_lemmas(stored: bytes) -> tuple[tuple[int, int, str], ...]:
    """Lemmas from compressed JSON; a list of them is how rcoder 0.1 stored them."""
    columns = json.loads(zlib.decompress(stored))
    if isinstance(columns, list):
        return tuple((start, end, lemma) for start, end, lemma in columns)
    found, last = [], 0
    for which, gap, length in zip(columns["which"], columns["gaps"], columns["lengths"], strict=True):
        start, last = last + gap, last + gap + length
        found.append((start, last, columns["lemmas"][which]))
    return tuple(found)


def _unpacked(row: Mapping[str, Any], packed: frozenset[str]) -> dict[str, Any]:
    return {
        name: json.loads(value) if name in packed and isinstance(value, str) else value
        for name, value in row.items()
    }


def _is_plain(hint: Any) -> bool:
    return isinstance(hint, type) and (hint in (str, int, float, bool) or issubclass(hint, StrEnum))
