"""Going through a whole project: every text, every passage, every reference, the journal replayed, every backup."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from rcoder.domain.errors import Damaged, RcoderError
from rcoder.domain.records import Row, to_row
from rcoder.domain.soundness import Check, Soundness
from rcoder.domain.times import to_the_minute
from rcoder.project.backups import on_server
from rcoder.project.waiting import PASSAGES

if TYPE_CHECKING:
    from rcoder.store import Store

Report = Callable[[int, int, str], None]
"""Told how far work is: steps done, steps in all, what is at hand."""

ENTRIES = 200
"""Entries of the journal held at a time."""
ROWS = 1000
"""Rows held at a time; of tables whose rows can be as long as an interview, a fiftieth of that."""
_HEAVY = ("transcripts", "revisions")
_WITHIN = frozenset({"elements", "places", "links", "groundings"})
"""Tables whose rows are of the layer of what they belong to."""
_SOMETHING = "row that may be of a layer that is not released"
_ELSEWHERE = "in a layer that is not released"
_DIGEST = 12
"""Bytes of a digest: of a million rows, two alike are not to be met with."""


def verify(location: str, report: Report, *, coder_id: str = "") -> Soundness:
    """Goes through a project and says what is fine and what is not; holds no more than a piece of it at a time.

    Of layers that are not released, the asker's own excepted, nothing is told: no number, no place and no sentence.

    Raises RcoderError where it cannot be opened at all.
    """
    from rcoder.store import open_store

    with open_store(location) as store:
        looks: dict[str, Callable[[Store, Report], Check]] = {
            "pages": _pages,
            "references": _references,
            "texts": _texts,
            "passages": partial(_passages, coder_id=coder_id),
            "turns": _turns,
            "journal": partial(_journal, coder_id=coder_id),
        }
        checks = [_looked(what, look, store, report) for what, look in looks.items()]
    if not on_server(location):
        checks.append(_backups(location, report))
    return Soundness(store.location, tuple(checks))


def _looked(what: str, look: Callable[[Store, Report], Check], store: Store, report: Report) -> Check:
    """What a look found; where the damage keeps it from being finished, that."""
    try:
        return look(store, report)
    except RcoderError as error:
        return Check(what, 0, "", (error.message,))


def _pages(store: Store, report: Report) -> Check:
    from rcoder.store.checking import pages

    report(0, 1, "pages")
    found = pages(store.reader, thorough=True)
    count = 0
    if not on_server(store.location):
        count = int((store.reader.one("PRAGMA page_count") or {"page_count": 0})["page_count"])
    report(1, 1, "pages")
    said = f"{count:,}, in order" if count else "the server keeps them in order"
    return Check("pages", count, said, tuple(found))


def _references(store: Store, report: Report) -> Check:
    from rcoder.store.checking import references

    report(0, 1, "references")
    found = references(store.reader)
    report(1, 1, "references")
    return Check("references", None, "all, to rows that are there", tuple(found))


def _hidden(store: Store, coder_id: str) -> frozenset[str]:
    """Ids of the coders whose work the asker does not see."""
    from rcoder.domain.coding import Coder

    coders = store.reader.records(Coder, "SELECT * FROM coders")
    return frozenset(each.id for each in coders if not each.released) - {coder_id}


def _count(store: Store, table: str) -> int:
    row = store.reader.one(f"SELECT COUNT(*) AS count FROM {table}")  # noqa: S608 - our own names
    return int(row["count"]) if row else 0


def _texts(store: Store, report: Report) -> Check:
    from rcoder.store.checking import named, texts

    found = texts(store.reader, report)
    count = _count(store, "texts")
    return Check("texts", count, f"{count:,}, each with the words that were imported", tuple(named(found)))


def _passages(store: Store, report: Report, *, coder_id: str) -> Check:
    """Every coding, piece of evidence and excerpt holds the words of its place in its text."""
    from rcoder.store.checking import named

    count, wrong = 0, []
    hidden = _hidden(store, coder_id)
    known = store.reader.rows(
        "SELECT t.id, t.title, t.revision AS number, t.checksum FROM transcripts t"
        " UNION ALL SELECT r.transcript_id, t.title, r.number, r.checksum FROM revisions r"
        " JOIN transcripts t ON t.id = r.transcript_id ORDER BY 2, 3"
    )
    for done, transcript in enumerate(known, start=1):
        try:
            text = store.text(transcript["checksum"])
        except Damaged as error:
            wrong.append(error.message)
            continue
        for table in PASSAGES:
            for row in store.reader.rows(
                f'SELECT id, coder_id, start, "end", quote FROM {table} WHERE transcript_id = :id AND revision = :number',  # noqa: S608 - one of ours
                id=transcript["id"],
                number=transcript["number"],
            ):
                count += 1
                if row["quote"] != text[row["start"] : row["end"]] or not row["quote"]:
                    place = f"{transcript['title']}, characters {row['start']} to {row['end']}"
                    if row["coder_id"] in hidden:
                        place = _ELSEWHERE
                    wrong.append(f"The words kept with a passage are not those of its place: {place}.")
        report(done, len(known), "passages")
    left = sum(_count(store, table) for table in PASSAGES) - count
    if left and not wrong:
        wrong.append("There are passages that stand in a text that is not there.")
    return Check("passages", None, "all, each with the words of its place", tuple(named(_once(wrong))))


def _turns(store: Store, report: Report) -> Check:
    """The table of turns, which is made from the transcripts, is as they have it."""
    from rcoder.domain.transcript import Transcript
    from rcoder.store.checking import named

    count, wrong, whole = 0, [], _count(store, "transcripts")
    for done, each in enumerate(_records(store, Transcript), start=1):
        rows = store.reader.rows(
            'SELECT start, "end", speaker_id, time FROM turns WHERE transcript_id = :id ORDER BY position',
            id=each.id,
        )
        count += len(rows)
        stored = [(row["start"], row["end"], row["speaker_id"], row["time"]) for row in rows]
        if stored != [(turn.start, turn.end, turn.speaker_id, turn.time) for turn in each.turns]:
            wrong.append(f"The table of turns does not have {each.title} as it is.")
        report(done, whole, "turns")
    return Check("turns", count, f"{count:,}, as their interviews have them", tuple(named(wrong)))


def _journal(store: Store, report: Report, *, coder_id: str) -> Check:
    """Replaying the journal from nothing gives the tables; of each row only a digest is held meanwhile."""
    from rcoder.store.checking import journal_order, named

    entries = store.latest()
    wrong = journal_order(store.reader)
    hidden = _hidden(store, coder_id)
    rows, impossible = _replayed(store, entries, report, hidden)
    wrong += impossible + _differences(store, rows, report, hidden)
    said = f"ends at {entries:,}; replayed, it gives all rows of the tables"
    return Check("journal", entries, said, tuple(named(_once(wrong))))


def _once(faults: list[str]) -> list[str]:
    """Each sentence once: those about hidden layers are alike, and are not to be counted."""
    return list(dict.fromkeys(faults))


def _replayed(
    store: Store, entries: int, report: Report, hidden: frozenset[str]
) -> tuple[dict[bytes, bytes], list[str]]:
    """The digest of each row that the journal gives, by the digest of its table and id; and what cannot have happened."""
    rows: dict[bytes, bytes] = {}
    wrong, after = [], 0
    while page := store.entries(after=after, limit=ENTRIES):
        for entry in page:
            for change in entry.changes:
                key = _key(change.table, change.id)
                if rows.get(key) != (None if change.before is None else _digest(change.before)):
                    sentence = "" if entry.coder_id in hidden else f" ({entry.sentence})"
                    wrong.append(
                        f"Entry {entry.seq} of the journal{sentence} does not follow from those before it."
                    )
                if change.after is None:
                    rows.pop(key, None)
                else:
                    rows[key] = _digest(change.after)
        after = page[-1].seq
        report(after, entries, "journal")
    return rows, wrong


def _differences(store: Store, rows: dict[bytes, bytes], report: Report, hidden: frozenset[str]) -> list[str]:
    """Where the tables are not what the journal gives."""
    from rcoder.domain.tables import RECORDS
    from rcoder.store.columns import SINGULAR

    wrong, met = [], 0
    for done, (table, record) in enumerate(RECORDS.items(), start=1):
        for each in _records(store, record):
            known = rows.get(_key(table, each.id))
            author = getattr(each, "coder_id", "")
            told = table not in _WITHIN and author not in hidden
            what = f"{SINGULAR[table]} ({each.id})" if told or not hidden else _SOMETHING
            if known is None:
                wrong.append(f"The journal knows nothing of a {what}.")
            else:
                met += 1
                if known != _digest(to_row(each)):
                    wrong.append(f"The tables do not have a {what} as the journal has it.")
        report(done, len(RECORDS), "rows")
    if met != len(rows):
        wrong.append("There are rows that the journal has and the tables have not.")
    return wrong


def _records(store: Store, record: type[Any]) -> Iterator[Any]:
    """Every record of one kind, read a piece at a time."""
    after, limit = "", ROWS // 50 if record.table in _HEAVY else ROWS
    sql = f"SELECT * FROM {record.table} WHERE id > :after ORDER BY id LIMIT :limit"  # noqa: S608 - our own names
    while page := store.reader.records(record, sql, after=after, limit=limit):
        yield from page
        after = page[-1].id


def _key(table: str, row_id: str) -> bytes:
    return hashlib.sha256(f"{table} {row_id}".encode("utf-8", "surrogatepass")).digest()[:_DIGEST]


def _digest(row: Row) -> bytes:
    """A digest of a row; 2.0 in a column of numbers and 2 in the journal are the same."""
    from rcoder.store import canonical

    plain = {
        name: int(value) if isinstance(value, float) and value.is_integer() else value
        for name, value in row.items()
    }
    return hashlib.sha256(canonical(plain).encode("utf-8", "surrogatepass")).digest()[:_DIGEST]


def _backups(location: str, report: Report) -> Check:
    """Every backup gone through as when it was made."""
    from pathlib import Path

    from rcoder.project.backups import backups
    from rcoder.store.checking import look_over, named

    try:
        known = [each for each in backups(location) if not each.name.endswith(".damaged.rcoder")]
    except RcoderError as error:
        return Check("backups", 0, "", (str(error),))
    wrong = []
    for done, each in enumerate(known, start=1):
        found = look_over(Path(each.file))[1] if each.counts else [f"It is {each.state.value}."]
        wrong += [f"{each.name}: {' '.join(named(found))}"] if found else []
        report(done, len(known), "backups")
    latest = f", the latest of {to_the_minute(known[0].at)} UTC" if known else ""
    said = f"{len(known)}, each sound{latest}" if known else "none yet"
    return Check("backups", len(known), said, tuple(named(wrong)))
