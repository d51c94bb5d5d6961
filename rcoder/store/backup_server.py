"""A study on a PostgreSQL server as a project file, and a project file as a study on a server."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, func, insert, select, text
from sqlalchemy.pool import StaticPool

from rcoder.domain.backup import Backup
from rcoder.domain.errors import Damaged, NotAProject, RcoderError
from rcoder.domain.journal import SCHEMA
from rcoder.domain.times import now
from rcoder.store import tables
from rcoder.store.backup import copy_out, finish, to_be_made, unfinished
from rcoder.store.backup_folder import look
from rcoder.store.backup_restore import RESTORED
from rcoder.store.checking import Report, look_over, named, unheard
from rcoder.store.column_types import Changes, Json
from rcoder.store.connection import connect
from rcoder.store.creating import create_file
from rcoder.store.postgres import answered, engine_for, make_project, schema_of, shown
from rcoder.store.read_only import connect_immutable
from rcoder.store.recognition import recognise
from rcoder.store.spoken import index_all
from rcoder.store.writing import BULK

_HEAVY = ("texts", "transcripts", "revisions", "annotations", "entries")
"""Tables whose rows can be as long as an interview."""
_DERIVED = ("alembic_version", "spoken_in")
"""Tables that the making of a project fills, or that are made from the others."""


def back_up_server(location: str, to: Path, report: Report = unheard) -> Backup:
    """Write a study on a server as an ordinary project file, everything as it is at one moment.

    Raises RcoderError where the file is there already, the server does not answer, or the study is of an older schema.
    """
    folder = to_be_made(to)
    engine = engine_for(location)
    try:
        with unfinished(folder, "No backup was made.") as copy, _moment(engine) as source:
            create_file(copy)
            with _writing(copy) as target:
                _pour(source, target, report)
            with closing(sqlite3.connect(copy, isolation_level=None)) as raw:
                raw.execute("PRAGMA journal_mode=DELETE")
            wrong = look_over(copy, report)[1]
            if wrong:
                raise Damaged(f"{shown(engine.url)} is damaged: {' '.join(named(wrong))}")
            finish(copy, to, 0o600)
    finally:
        engine.dispose()
    return look(to)


def load_into_server(file: Path, location: str, coder_id: str = "", report: Report = unheard) -> Backup:
    """Fill an empty database from a project file, wholly or not at all; the log of activity says so.

    Raises RcoderError where the database holds anything or the file is damaged; both are left as they are.
    """
    schema = recognise(file)
    wrong = look_over(file)[1]
    if wrong:
        raise Damaged(f"{file} is damaged: {' '.join(named(wrong))}", "Choose another backup.")
    engine = engine_for(location)
    try:
        with _of_this_schema(file, schema) as source, answered(engine), engine.connect() as target:
            make_project(target, shown(engine.url))
            _pour(source, target, report)
            _note(target, coder_id, file.name)
            target.commit()
    finally:
        engine.dispose()
    return look(file)


def _note(target: Connection, coder_id: str, about: str) -> None:
    """A line on the restore in the log of activity, after those there are."""
    last = target.execute(select(func.coalesce(func.max(tables.activity.c.seq), 0))).scalar_one()
    row = {"seq": last + 1, "at": now(), "coder_id": coder_id, "what": RESTORED, "about": about}
    target.execute(insert(tables.activity), row)
    target.execute(
        text("SELECT setval(pg_get_serial_sequence('activity', 'seq'), :last)"), {"last": last + 1}
    )


@contextmanager
def _moment(engine: Engine) -> Iterator[Connection]:
    """A connection that sees a study on a server as it is at one moment, and changes nothing."""
    where = shown(engine.url)
    with answered(engine), engine.connect() as opened:
        connection = opened.execution_options(isolation_level="REPEATABLE READ")
        connection.execute(text("SET TRANSACTION READ ONLY"))
        schema = schema_of(connection)
        if schema is None:
            raise NotAProject(f"{where} holds no rcoder project.", "Make one with `rcoder new`.")
        if schema != SCHEMA:
            raise RcoderError(
                f"{where} is of schema {schema}, and this rcoder writes {SCHEMA}.", "Open it once first."
            )
        yield connection


@contextmanager
def _of_this_schema(file: Path, schema: int) -> Iterator[Connection]:
    """A connection that reads a project file; one of an older schema is first brought up to date beside it."""
    if schema == SCHEMA:
        with _reading(file) as source:
            yield source
        return
    from rcoder.store.migrating import bring_up

    with unfinished(file.parent, "Nothing was restored.") as copy:
        with closing(connect_immutable(file)) as old:
            copy_out(old, copy)
            bring_up(old, copy, file)
        with _reading(copy) as source:
            yield source


@contextmanager
def _reading(file: Path) -> Iterator[Connection]:
    with closing(connect_immutable(file)) as raw:
        engine = create_engine(
            "sqlite+pysqlite://", creator=lambda: raw, poolclass=StaticPool, hide_parameters=True
        )
        with engine.connect() as source:
            yield source


@contextmanager
def _writing(file: Path) -> Iterator[Connection]:
    """A transaction on a project file that nobody else has, committed when the block ends well."""
    with closing(connect(file, writing=True)) as raw:
        raw.execute("PRAGMA synchronous=OFF")
        engine = create_engine(
            "sqlite+pysqlite://", creator=lambda: raw, poolclass=StaticPool, hide_parameters=True
        )
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
        with engine.connect() as target:
            yield target
            target.commit()


def _pour(source: Connection, target: Connection, report: Report) -> None:
    """Copy every row of every table, and make the index of words anew."""
    poured = [each for each in tables.metadata.sorted_tables if each.name not in _DERIVED]
    for done, table in enumerate(poured):
        report(done, len(poured), table.name)
        size = 20 if table.name in _HEAVY else BULK
        asked = select(table).order_by(*table.primary_key.columns)
        for rows in source.execution_options(yield_per=size).execute(asked).mappings().partitions(size):
            target.execute(insert(table), [_unpacked(table, dict(row)) for row in rows])
    index_all(target)
    report(len(poured), len(poured), "index")


def _unpacked(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """A row with JSON as the values it holds, which the other database writes in its own way."""
    for column in table.columns:
        if isinstance(column.type, Json | Changes) and isinstance(row[column.name], str):
            row[column.name] = json.loads(row[column.name])
    return row
