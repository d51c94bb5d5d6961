"""Where configurations stand in review."""

from __future__ import annotations

from collections.abc import Iterable

from rcoder.domain.configuration import Configuration
from rcoder.domain.review import BINDING, Standing
from rcoder.project.digests import digests
from rcoder.project.sight import Sight


def standings(sight: Sight, configurations: Iterable[Configuration]) -> dict[str, Standing]:
    """Where these configurations stand, by id; the same for every coder."""
    found = list(configurations)
    known = digests(sight, [each.id for each in found if each.status in BINDING])
    return {
        each.id: Standing(
            each.status, each.status in BINDING and known.get(each.id, "") != each.status_digest
        )
        for each in found
    }
