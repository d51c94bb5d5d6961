"""Identifiers made by the writer, so that two people's work merges without renumbering."""

from __future__ import annotations

import secrets
import threading
import time
import uuid
from datetime import UTC, datetime

from rcoder.domain.times import stamp

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "rcoder:")
"""Root of every identifier derived from a name."""

VERSION = 7
"""Of the UUIDs that `new_id` makes."""


class _Latest:
    """The latest id of this process, so that two of one millisecond sort as they were made."""

    def __init__(self) -> None:
        self.value = 0
        self.lock = threading.Lock()


_LATEST = _Latest()


def new_id() -> str:
    """A UUID version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then random, so that ids sort by time.

    Those of one process sort as they were made, also within a millisecond (§6.2, method 2).
    """
    value = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    with _LATEST.lock:
        if _LATEST.value >> 80 == value >> 80 and value <= _LATEST.value:
            value = _LATEST.value + 1
        _LATEST.value = value
    return str(uuid.UUID(int=value))


def named_id(*names: str) -> str:
    """A UUID version 5 of these names, the same everywhere."""
    found = NAMESPACE
    for name in names:
        found = uuid.uuid5(found, name)
    return str(found)


def made_at(name: str) -> str:
    """When an id of `new_id` was made: UTC, ISO 8601 with seconds and "Z"; "" for an id made otherwise."""
    try:
        found = uuid.UUID(name)
    except ValueError:
        return ""
    if found.version != VERSION:
        return ""
    seconds = (found.int >> 80) / 1000
    return stamp(datetime.fromtimestamp(seconds, UTC))
