"""Times as rows have them (UTC, ISO 8601 with seconds and "Z"), and as a person reads them."""

from __future__ import annotations

from datetime import UTC, datetime


def stamp(at: datetime) -> str:
    """A time as a row has it: "2026-11-22T14:05:09Z"."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def clock() -> datetime:
    """This moment; every time that is written down comes from here."""
    return datetime.now(UTC)


def now() -> str:
    """This moment, as a row has it."""
    return stamp(clock())


def to_the_minute(at: str) -> str:
    """A time of a row to read: "2026-11-22 14:05"."""
    return at[:16].replace("T", " ")
