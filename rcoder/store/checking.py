"""Looking a project over: pages, references, texts and the journal's order; each fault is a sentence."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from rcoder.domain.errors import Damaged
from rcoder.store.columns import SINGULAR
from rcoder.store.read_only import StillReader
from rcoder.store.reading import Reader, SqliteReader

SHOWN = 5
"""So many faults of one kind are named; the rest is counted."""

Report = Callable[[int, int, str], None]
"""Told how far it is: steps done, steps in all, what is at hand."""


def unheard(_done: int, _whole: int, _what: str) -> None:
    """Nobody waits to be told."""


class Inside(NamedTuple):
    """What a project says of itself."""

    study_id: str
    title: str
    seq: int
    """Place in the journal of its latest entry, 0 for an empty one."""
    entry_id: str


def inside(reader: Reader) -> Inside:
    """What a project says of itself. Raises RcoderError where it cannot be read."""
    study = reader.one("SELECT id, title FROM study ORDER BY id") or {"id": "", "title": ""}
    last = reader.one("SELECT seq, id FROM entries ORDER BY seq DESC LIMIT 1") or {"seq": 0, "id": ""}
    return Inside(study["id"], study["title"], last["seq"], last["id"])


def look_over(path: Path, report: Report = unheard) -> tuple[Inside | None, list[str]]:
    """What a file that nobody writes to says of itself, and what is wrong with it; None where it cannot be read."""
    try:
        reader = StillReader(path)
        try:
            return inside(reader), faults(reader, report)
        finally:
            reader.close()
    except Damaged as error:
        return None, [error.message]


def faults(reader: Reader, report: Report = unheard) -> list[str]:
    """What is wrong with a project, in sentences: quick enough to be asked of every backup."""
    found: list[str] = []
    for look in (pages, references, lambda asked: texts(asked, report), journal_order):
        try:
            found += look(reader)
        except Damaged as error:
            found.append(error.message)
    return found


def pages(reader: Reader, *, thorough: bool = False) -> list[str]:
    """What SQLite finds wrong with the file's pages; thorough compares the indexes with their tables as well."""
    if not isinstance(reader, SqliteReader):
        return []
    check = "integrity_check" if thorough else "quick_check"
    said = [row[check] for row in reader.rows(f"PRAGMA {check}({SHOWN})")]
    return [] if said == ["ok"] else [f"The file's pages are out of order: {each}." for each in said]


def references(reader: Reader) -> list[str]:
    """Which kinds of rows refer to rows that are not there; not how many, which would tell of hidden work."""
    if not isinstance(reader, SqliteReader):
        return []
    rows = reader.rows('SELECT DISTINCT "table" AS child, parent FROM pragma_foreign_key_check ORDER BY 1, 2')
    return [
        f"A {SINGULAR.get(row['child'], row['child'])} refers to a "
        f"{SINGULAR.get(row['parent'], row['parent'])} that is not there."
        for row in rows
    ]


def texts(reader: Reader, report: Report = unheard) -> list[str]:
    """The texts that no longer have their checksums, by the transcripts they belong to."""
    known = [row["checksum"] for row in reader.rows("SELECT checksum FROM texts ORDER BY checksum")]
    wrong = []
    for done, checksum in enumerate(known, start=1):
        if not has_checksum(reader, checksum):
            wrong.append(checksum)
        report(done, len(known), "texts")
    return [_no_longer(reader, each) for each in wrong]


def has_checksum(reader: Reader, checksum: str) -> bool:
    """Whether a stored text is there and has its checksum; asked for as bytes, since damaged ones may be no text."""
    words = "CAST(text AS BLOB)" if isinstance(reader, SqliteReader) else "text"
    found = reader.one(f"SELECT {words} AS words FROM texts WHERE checksum = :checksum", checksum=checksum)  # noqa: S608  # one of two
    if found is None:
        return False
    stored = found["words"].encode("utf-8", "replace") if isinstance(found["words"], str) else found["words"]
    return hashlib.sha256(stored).hexdigest() == checksum


def _no_longer(reader: Reader, checksum: str) -> str:
    """The sentence on a text that is not what was stored."""
    versions = versions_of(reader, checksum)
    if versions:
        return f"What {versions} of the theory held is not what was saved."
    return f"The stored words of {titles_of(reader, checksum)} are not the words that were imported."


def versions_of(reader: Reader, checksum: str) -> str:
    """The saved versions of the theory that a text is of, by number alone: their names may be of hidden layers; "" for none."""
    known = "SELECT 1 AS there FROM sqlite_master WHERE name = 'theory_versions'"
    if isinstance(reader, SqliteReader) and reader.one(known) is None:
        return ""
    rows = reader.rows(
        "SELECT number FROM theory_versions WHERE checksum = :checksum ORDER BY number, id", checksum=checksum
    )
    return ", ".join(f"version {row['number']}" for row in rows)


def titles_of(reader: Reader, checksum: str) -> str:
    """The transcripts that have a text, else the beginning of its checksum."""
    rows = reader.rows(
        "SELECT title FROM transcripts WHERE checksum = :checksum ORDER BY title", checksum=checksum
    )
    return ", ".join(row["title"] for row in rows) or f"a text of earlier ({checksum[:8]})"


def journal_order(reader: Reader) -> list[str]:
    """Whether the journal's entries stand one after the other without a gap."""
    row = reader.one("SELECT COUNT(*) AS count, COALESCE(MAX(seq), 0) AS last FROM entries")
    if row is None or row["count"] == row["last"]:
        return []
    return [f"The journal has {row['count']} entries, the last of which is number {row['last']}."]


def named(found: list[str]) -> Iterator[str]:
    """The first few faults, and how many more there are."""
    yield from found[:SHOWN]
    if len(found) > SHOWN:
        yield f"And {len(found) - SHOWN} more."
