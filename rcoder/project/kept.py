"""Answers that are kept until the journal says that what they rest on has changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from rcoder.project.sight import Sight

T = TypeVar("T")

MANY = 500
"""Entries after which an answer is asked for anew rather than the entries looked through."""


@dataclass(slots=True)
class _Kept:
    seq: int
    answer: Any


def kept(sight: Sight, name: str, tables: Collection[str], ask: Callable[[], T]) -> T:
    """The answer to a question of these tables: the one kept under that name, or asked for where an entry touched them.

    An answer depends on its asker through the tables alone: name `coders` among them where it depends on who is released.
    """
    held: _Kept | None = sight.kept.get(name)
    latest = last_entry(sight)
    if held is not None and _holds(sight, held.seq, latest, tables):
        held.seq = latest
        return held.answer  # type: ignore[no-any-return]  # what was kept under that name
    answer = ask()
    sight.kept[name] = _Kept(latest, answer)
    return answer


def held(sight: Sight, name: str, tables: Collection[str]) -> Any | None:
    """The answer kept under that name, None where there is none or an entry touched these tables: for what is asked in steps."""
    known: _Kept | None = sight.kept.get(name)
    latest = last_entry(sight)
    if known is None or not _holds(sight, known.seq, latest, tables):
        return None
    known.seq = latest
    return known.answer


def keep(sight: Sight, name: str, since: int, answer: object) -> None:
    """Keeps an answer that was worked out in steps, begun when the journal ended at `since`."""
    sight.kept[name] = _Kept(since, answer)


def _holds(sight: Sight, since: int, latest: int, tables: Collection[str]) -> bool:
    if not since <= latest <= since + MANY:
        return False
    return latest == since or not any(each["table"] in tables for each in changes_since(sight, since))


def last_entry(sight: Sight) -> int:
    """The `seq` of the journal's latest entry, 0 for none."""
    row = sight.one("SELECT COALESCE(MAX(seq), 0) AS seq FROM entries")
    return int(row["seq"]) if row else 0


def changes_since(sight: Sight, after: int) -> Iterator[dict[str, Any]]:
    """The changes of later entries as they are stored: table, id, before, after; of hidden layers too, for keeping alone."""
    sql = "SELECT CAST(changes AS TEXT) AS changes FROM entries WHERE seq > :after ORDER BY seq"
    for entry in sight.rows(sql, after=after):
        yield from json.loads(entry["changes"])
