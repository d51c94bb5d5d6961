"""Where a configuration stands in review, and whether it has changed since (decision 12)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace

from rcoder.domain.configuration import Assembled
from rcoder.domain.records import to_row
from rcoder.domain.words import Status, say

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
    """SHA-256 of what a review judges: because-clause, elements in their places, links and evidence of every layer."""
    if assembled.digest:
        return assembled.digest
    judged = {
        "because": assembled.configuration.because,
        "places": sorted((to_row(place) for place in assembled.places), key=_by_id),
        "elements": sorted((to_row(element) for element in assembled.elements.values()), key=_by_id),
        "links": sorted((to_row(link) for link in assembled.links), key=_by_id),
        "evidence": sorted((to_row(each) for each in assembled.evidence), key=_by_id),
    }
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


def _by_id(row: dict[str, object]) -> str:
    return str(row["id"])
