"""Identifiers: made by the writer, sorted by time, or derived from names."""

from __future__ import annotations

import uuid

import pytest

from rcoder.domain import ids
from rcoder.domain.ids import named_id, new_id


def test_a_new_id_is_a_uuid_of_version_7() -> None:
    found = uuid.UUID(new_id())
    assert (found.version, found.variant) == (7, uuid.RFC_4122)


def test_new_ids_sort_by_time(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for millisecond in (1, 2, 256, 10**12, 2 * 10**12):
        monkeypatch.setattr(ids.time, "time_ns", lambda now=millisecond: now * 1_000_000)
        made.append(new_id())
    assert made == sorted(made)


def test_new_ids_of_one_moment_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ids.time, "time_ns", lambda: 0)
    assert len({new_id() for _ in range(1000)}) == 1000


def test_a_named_id_is_the_same_everywhere_and_its_own() -> None:
    assert named_id("coder", "anne") == "1a3db847-b9bb-5d58-8c98-12fdff4d904a"
    assert len({named_id("a", "b"), named_id("ab"), named_id("b", "a"), named_id("a")}) == 4


def test_new_ids_of_one_moment_sort_as_they_were_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ids.time, "time_ns", lambda: 5_000_000)
    made = [new_id() for _ in range(1000)]
    assert made == sorted(made)
    assert {uuid.UUID(each).version for each in made} == {7}
