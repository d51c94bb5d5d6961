"""Entries of the journal that name certain rows, found in the database: the journal is not read into Python for it.

Entries that only code a passage or bring in interviews are passed over by their sentence, which stands before the changes in
the row: they are nearly all of a large journal, and touch nothing that was there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from rcoder.domain.journal import Entry
from rcoder.store.reading import Reader
from rcoder.store.store import ENTRY, entry_of

AT_ONCE = 400
"""Entries that are looked through, or read, at a time."""
_PASSED_OVER = "substr(sentence, 1, 6) <> 'Coded ' AND substr(sentence, 1, 9) <> 'Imported '"
_NAMED = re.compile(r'[:\[,] ?"([^"\\ ]{1,64})"(?!:)')
"""A word in quotation marks that is no name of a column."""


@dataclass(slots=True)
class _Index:
    """Which entries name a word, by its hash; one that meets another's is told apart when the entry is read."""

    upto: int = 0
    seqs: dict[int, list[int]] = field(default_factory=dict)


_KNOWN: WeakKeyDictionary[Any, _Index] = WeakKeyDictionary()
"""By reader: the journal only grows, so that what was looked through once stays."""


def entries_naming(
    reader: Reader, ids: Iterable[str], *, after: int = 0, with_table: str = ""
) -> list[Entry]:
    """Entries with a greater `seq` whose changes name one of these ids anywhere, in order.

    `with_table` keeps to entries that change that table too.
    """
    for _ in look_through(reader):
        pass
    index, wanted = _KNOWN[reader].seqs, set(ids)
    seqs = sorted({seq for each in wanted for seq in index.get(hash(each), ()) if seq > after})
    found = [
        entry
        for first in range(0, len(seqs), AT_ONCE)
        for entry in _read(reader, seqs[first : first + AT_ONCE])
    ]
    return [
        each for each in found if not with_table or any(change.table == with_table for change in each.changes)
    ]


def look_through(reader: Reader) -> Iterator[None]:
    """Notes which entries name what, so many at a time; what was looked through before is not looked through again."""
    index = _KNOWN.setdefault(reader, _Index())
    latest = reader.one("SELECT COALESCE(MAX(seq), 0) AS seq FROM entries")
    last = int(latest["seq"]) if latest else 0
    if last < index.upto:
        index = _KNOWN[reader] = _Index()
    if last == index.upto:
        return
    sql = f"SELECT seq FROM entries WHERE seq > :after AND seq <= :last AND {_PASSED_OVER} ORDER BY seq"  # noqa: S608 - made of constants
    seqs = [row["seq"] for row in reader.rows(sql, after=index.upto, last=last)]
    for first in range(0, len(seqs), AT_ONCE):
        own = seqs[first : first + AT_ONCE]
        sql = "SELECT seq, CAST(changes AS TEXT) AS changes FROM entries WHERE seq IN (:seqs) ORDER BY seq"
        for row in reader.rows(sql, seqs=own):
            for word in set(_NAMED.findall(row["changes"])):
                index.seqs.setdefault(hash(word), []).append(row["seq"])
        index.upto = own[-1]
        yield
    index.upto = last


def _read(reader: Reader, seqs: Sequence[int]) -> list[Entry]:
    sql = f"SELECT {ENTRY} FROM entries WHERE seq IN (:seqs) ORDER BY seq"  # noqa: S608 - made of constants
    return [entry_of(row) for row in reader.rows(sql, seqs=list(seqs))]


def entries_saying(reader: Reader, words: Sequence[str], *, after: int = 0) -> list[Entry]:
    """Entries with a greater `seq` in whose sentence one of these words stands, in order."""
    likes = " OR ".join(f"sentence LIKE :p{number}" for number in range(len(words)))
    params = {f"p{number}": f"%{each}%" for number, each in enumerate(words)}
    return _entries(reader, f"({likes})", after, params)


def entries_since(reader: Reader, after: int, until: int) -> list[Entry]:
    """Entries with a greater `seq` up to `until`, in order, without those that are passed over."""
    return _entries(reader, f"{_PASSED_OVER} AND seq <= :until", after, {"until": until})


def _entries(reader: Reader, which: str, after: int, params: Mapping[str, Any]) -> list[Entry]:
    sql = f"SELECT {ENTRY} FROM entries WHERE seq > :after AND {which} ORDER BY seq"  # noqa: S608 - made of constants
    return [entry_of(row) for row in reader.rows(sql, after=after, **params)]
