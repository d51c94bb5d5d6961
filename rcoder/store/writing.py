"""The one way to write: changes applied and their entries recorded in one transaction."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Delete, Table, Update, and_, bindparam, select
from sqlalchemy.exc import IntegrityError

from rcoder.domain.errors import RcoderError, Stale
from rcoder.domain.journal import Change, Entry
from rcoder.domain.tables import RECORDS
from rcoder.domain.transcript import Annotation
from rcoder.store import tables
from rcoder.store.columns import SINGULAR, Packed, canonical, packed, unpacked_lemmas
from rcoder.store.deriving import Deriving
from rcoder.store.forms import put_forms
from rcoder.store.putting import put, put_text

BULK = 2000


def apply(
    connection: Connection,
    entries: Sequence[Entry],
    texts: Mapping[str, str],
    annotations: Sequence[Annotation],
    deriving: Deriving,
) -> list[Entry]:
    """Write everything within the open transaction and return the entries with their place in the journal.

    Raises Stale where a row is not as its change has it before.
    """
    written = refuse_unstorable(entries, texts)
    _store_texts(connection, texts)
    store_packed(connection, map(packed, annotations))
    deriving.prepare(connection, entries)
    for (table, verb), run in groupby(_named(entries), key=lambda each: (each[1].table, _verb(each[1]))):
        _apply_run(connection, table, verb, list(run), deriving)
    deriving.finish(connection)
    return _record(connection, entries, written)


def refuse_unstorable(entries: Sequence[Entry], texts: Mapping[str, str]) -> list[str]:
    """The changes of each entry as JSON.

    Raises RcoderError where a text holds what one of the databases cannot store: a NUL, half a character pair.
    """
    found = []
    for entry in entries:
        said = canonical([entry.sentence, entry.why])
        changes = canonical([_as_plain(change) for change in entry.changes])
        if any(_has_nul(each) or _has_half(each) for each in (said, changes)):
            raise RcoderError(f"{entry.sentence}: {_UNSTORABLE}")
        found.append(changes)
    for text in texts.values():
        if "\0" in text or _has_half(text):
            raise RcoderError(f"A transcript: {_UNSTORABLE}")
    return found


def _has_nul(written: str) -> bool:
    """Whether a string within JSON holds a NUL."""
    return "\\u0000" in written and _NUL.search(written) is not None


def _has_half(text: str) -> bool:
    """Whether a text holds half a character pair, which is all that UTF-8 cannot write."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
_UNSTORABLE = "the text holds a NUL or half a character pair, which cannot be stored; nothing was written."


def _named(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Change]]:
    for entry in entries:
        for change in entry.changes:
            if change.table not in RECORDS:
                raise RcoderError(f"{entry.sentence}: there is no table {change.table}.")
            yield entry, change


def _verb(change: Change) -> str:
    if change.before is None:
        return "insert"
    return "delete" if change.after is None else "update"


def _apply_run(
    connection: Connection, table: str, verb: str, run: list[tuple[Entry, Change]], deriving: Deriving
) -> None:
    if verb == "insert":
        for first in range(0, len(run), BULK):
            _insert(connection, table, run[first : first + BULK], deriving)
        return
    for entry, change in run:
        before = {f"before_{name}": value for name, value in (change.before or {}).items()}
        if verb == "delete":
            found = connection.execute(_deletion(table), before)
        else:
            found = connection.execute(_updating(table), before | _row(change, deriving))
        if found.rowcount != 1:
            raise stale(entry, change)


def _insert(connection: Connection, table: str, run: list[tuple[Entry, Change]], deriving: Deriving) -> None:
    rows = [_row(change, deriving) for _, change in run]
    try:
        put(connection, table, rows)
    except IntegrityError as error:
        added = "something" if any(_is_anothers(*each) for each in run) else f"a {SINGULAR[table]}"
        raise Stale(
            f"{run[0][0].sentence}: {added} to be added is there already; nothing was written.",
            "Look at it again before repeating the change.",
        ) from error


def _row(change: Change, deriving: Deriving) -> dict[str, Any]:
    row = change.after or {}
    return row | deriving.beside(row) if change.table in deriving.TABLES else row


def stale(entry: Entry, change: Change) -> Stale:
    """The refusal of a change whose row is no longer what it was; of another's row, perhaps hidden, not even the kind is told."""
    what = "something it changed" if _is_anothers(entry, change) else f"the {SINGULAR[change.table]}"
    return Stale(
        f"{entry.sentence}: {what} has been changed or removed since; nothing was written.",
        "Look at it as it is and repeat the change if it is still wanted.",
    )


def _is_anothers(entry: Entry, change: Change) -> bool:
    """Whether a row is another coder's than the entry's, or may be: a grounding stands in the layer of its coding."""
    authors = {row.get("coder_id", "") for row in (change.before, change.after) if row}
    return change.table == "groundings" or bool(authors - {"", entry.coder_id})


def _table(name: str) -> Table:
    return tables.metadata.tables[name]


@cache
def _updating(name: str) -> Update:
    table = _table(name)
    values = {column.name: bindparam(column.name, type_=column.type) for column in table.columns}
    return table.update().where(_as_before(name)).values(values)


@cache
def _deletion(name: str) -> Delete:
    return _table(name).delete().where(_as_before(name))


def _as_before(name: str) -> Any:
    table = _table(name)
    record = [column for column in table.columns if column.name not in _derived(name)]
    return and_(
        *(
            column == bindparam(f"before_{column.name}", type_=column.type)
            if not column.nullable
            else column.is_not_distinct_from(bindparam(f"before_{column.name}", type_=column.type))
            for column in record
        )
    )


def _derived(name: str) -> frozenset[str]:
    return Deriving.COLUMNS if name in Deriving.TABLES else frozenset()


def _record(connection: Connection, entries: Sequence[Entry], written: Sequence[str]) -> list[Entry]:
    """Put the entries in the journal; `written` are their changes as JSON, which SQLite keeps as they are."""
    last = connection.exec_driver_sql("SELECT COALESCE(MAX(seq), 0) FROM entries").scalar_one()
    numbered = [replace(entry, seq=last + number) for number, entry in enumerate(entries, start=1)]
    as_text = connection.dialect.name == "sqlite"
    for first in range(0, len(numbered), BULK):
        part = slice(first, first + BULK)
        rows = [
            _journal_row(entry, changes if as_text else [_as_plain(each) for each in entry.changes])
            for entry, changes in zip(numbered[part], written[part], strict=True)
        ]
        try:
            put(connection, "entries", rows)
        except IntegrityError as error:
            raise Stale(
                f"{entries[0].sentence}: this is in the journal already; nothing was written."
            ) from error
    return numbered


def _journal_row(entry: Entry, changes: Any) -> dict[str, Any]:
    return {
        "seq": entry.seq, "id": entry.id, "coder_id": entry.coder_id, "at": entry.at, "sentence": entry.sentence,
        "why": entry.why, "undoes": entry.undoes, "schema": entry.schema, "changes": changes,
    }  # fmt: skip


def _as_plain(change: Change) -> dict[str, Any]:
    return {"table": change.table, "id": change.id, "before": change.before, "after": change.after}


def _store_texts(connection: Connection, texts: Mapping[str, str]) -> None:
    for checksum, text in texts.items():
        if hashlib.sha256(text.encode()).hexdigest() != checksum:
            raise RcoderError("A text does not have the checksum it was given with; nothing was written.")
        put_text(connection, checksum, text)


_TEXT = select(tables.texts.c.text).where(tables.texts.c.checksum == bindparam("checksum"))


def store_packed(connection: Connection, annotations: Iterable[Packed]) -> None:
    """Put sentences and lemmas in the place of those stored for the same texts; a text that is not there is passed over."""
    for each in annotations:
        words = connection.execute(_TEXT, {"checksum": each.checksum}).scalar_one_or_none()
        if words is None:
            continue
        connection.execute(tables.annotated.delete().where(tables.annotated.c.checksum == each.checksum))
        row = {
            "checksum": each.checksum,
            "pipeline": each.pipeline,
            "sentences": each.sentences
            if connection.dialect.name == "sqlite"
            else json.loads(each.sentences),
            "lemmas": each.lemmas,
        }
        put(connection, "annotations", [row])
        put_forms(connection, words, unpacked_lemmas(each.lemmas))
