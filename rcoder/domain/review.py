"""Where a configuration stands in review, and whether it has changed since (decision 12)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from rcoder.domain.configuration import Assembled
from rcoder.domain.records import Row, plain
from rcoder.domain.terms import say
from rcoder.domain.words import Status

BINDING = frozenset({Status.ACCEPTED, Status.SETTLED})
"""Statuses that lapse when an element, a link or evidence changes."""

DRAWN = frozenset({Status.DRAFT, Status.SUBMITTED, Status.RETURNED, Status.ACCEPTED, Status.SETTLED})
"""Statuses that reach the figure; superseded and rejected ones are kept and not drawn."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A status, and whether what it was given for has changed since."""

    status: Status
    changed_since: bool = False

    @property
    def holds(self) -> bool:
        """Accepted or settled, and unchanged since."""
        return self.status in BINDING and not self.changed_since

    def say(self, language: str = "en") -> str:
        """In words: "accepted, changed since"."""
        since = {"da": ", ændret siden", "en": ", changed since"}[language] if self.changed_since else ""
        return say(self.status, language) + since


def digest(assembled: Assembled) -> str:
    """SHA-256 of what a review judges: because-clause, elements in their places and what they rest on, links, evidence."""
    if assembled.digest:
        return assembled.digest
    parts = {
        "places": _rows(assembled.places),
        "elements": _rows(assembled.elements.values()),
        "links": _rows(assembled.links),
        "groundings": _rows(assembled.groundings),
        "evidence": _rows(assembled.evidence),
        "bearings": _rows(assembled.bearings),
    }
    return digest_of_rows(assembled.configuration.because, parts)


def digest_of_rows(because: str, parts: Mapping[str, Sequence[Row]]) -> str:
    """The same of the rows that `judged_row` gives, by table, where no records are made of them."""
    judged: dict[str, Any] = {"because": because}
    for name, rows in parts.items():
        if rows or name != "bearings":
            judged[name] = sorted(rows, key=lambda row: str(row["id"]))
    text = json.dumps(judged, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def judged_row(record: Any, row: Mapping[str, Any]) -> Row:
    """A stored row of a record as a review judges it: without the columns that hold their defaults."""
    return {
        name: bool(value) if truth else value
        for name, default, truth in _columns(record)
        if (value := row[name]) != default
    }


def standing(assembled: Assembled) -> Standing:
    """The configuration's status, lapsed where it has changed since it was given."""
    configuration = assembled.configuration
    lapsed = configuration.status in BINDING and configuration.status_digest != digest(assembled)
    return Standing(configuration.status, lapsed)


def with_status(assembled: Assembled, status: Status, coder_id: str) -> Assembled:
    """The same with a status given by a coder to what stands there."""
    configuration = replace(
        assembled.configuration, status=status, status_by=coder_id, status_digest=digest(assembled)
    )
    return replace(assembled, configuration=configuration)


def _rows(records: Iterable[Any]) -> list[Row]:
    """Rows without the fields that hold their defaults: a field that records gain later changes no digest."""
    return [
        {
            name: plain(value)
            for name, default, _ in _columns(record.__class__)
            if (value := getattr(record, name)) != default
        }
        for record in records
    ]


@cache
def _columns(record: Any) -> tuple[tuple[str, Any, bool], ...]:
    """Name and default of each field, and whether it is true or false."""
    return tuple((each.name, each.default, isinstance(each.default, bool)) for each in fields(record))
