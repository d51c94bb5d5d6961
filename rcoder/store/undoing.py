"""Which entry undo and redo take: an entry is live unless an undo of it is live."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rcoder.store.reading import Reader

PAGE = 50


def undo_candidate(reader: Reader, coder_id: str) -> str | None:
    """Id of the coder's latest live deed; an entry that undoes is no deed."""
    for row in _newest_first(reader, coder_id, "undoes IS NULL", floor=0):
        if is_live(reader, row["id"]):
            return str(row["id"])
    return None


def redo_candidate(reader: Reader, coder_id: str) -> str | None:
    """Id of the coder's latest live undo of a deed, unless a deed of theirs came after it."""
    last = reader.one(
        "SELECT COALESCE(MAX(seq), 0) AS seq FROM entries WHERE coder_id = :coder_id AND undoes IS NULL",
        coder_id=coder_id,
    )
    for row in _newest_first(reader, coder_id, "undoes IS NOT NULL", floor=last["seq"] if last else 0):
        if _undoes_a_deed(reader, row["undoes"]) and is_live(reader, row["id"]):
            return str(row["id"])
    return None


def is_live(reader: Reader, entry_id: str) -> bool:
    """Whether what an entry did still holds: no undo of it is live."""
    takers = reader.rows("SELECT id FROM entries WHERE undoes = :id", id=entry_id)
    return not any(is_live(reader, row["id"]) for row in takers)


def _undoes_a_deed(reader: Reader, undone: str) -> bool:
    """Whether an entry takes back a deed (or a redo), and not an undo."""
    row = reader.one("SELECT undoes FROM entries WHERE id = :id", id=undone)
    if row is None or row["undoes"] is None:
        return True
    return not _undoes_a_deed(reader, row["undoes"])


def _newest_first(reader: Reader, coder_id: str, which: str, floor: int) -> Iterator[dict[str, Any]]:
    sql = (
        "SELECT seq, id, undoes FROM entries WHERE coder_id = :coder_id AND seq > :floor AND seq < :below "  # noqa: S608
        f"AND {which} ORDER BY seq DESC LIMIT {PAGE}"
    )
    below = 2**62
    while rows := reader.rows(sql, coder_id=coder_id, floor=floor, below=below):
        yield from rows
        below = rows[-1]["seq"]
