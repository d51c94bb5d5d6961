"""Where a configuration stands in review, and whether it has changed since (decision 12)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from rcoder.domain.configuration import Assembled
from rcoder.domain.records import to_row
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
    judged = {
        "because": assembled.configuration.because,
        "places": _rows(assembled.places),
        "elements": _rows(assembled.elements.values()),
        "links": _rows(assembled.links),
        "groundings": _rows(assembled.groundings),
        "evidence": _rows(assembled.evidence),
    }
    if assembled.bearings:
        judged["bearings"] = _rows(assembled.bearings)
    text = json.dumps(judged, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


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


def _rows(records: Iterable[Any]) -> list[dict[str, Any]]:
    """Rows by id, without the fields that hold their defaults: a field that records gain later changes no digest."""
    found = []
    for record in records:
        defaults = {each.name: each.default for each in fields(record)}
        row = to_row(record)
        found.append({name: value for name, value in row.items() if getattr(record, name) != defaults[name]})
    return sorted(found, key=lambda row: str(row["id"]))
