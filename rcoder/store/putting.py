"""Rows put into a table; on SQLite by a statement that is written once, since SQLAlchemy's way takes four times as long."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, insert, text

from rcoder.store import tables
from rcoder.store.column_types import Changes, Json
from rcoder.store.columns import canonical


def put(connection: Connection, table: str, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows that all have the same columns. Raises IntegrityError where one is there already."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        columns = tuple(rows[0])
        given: list[tuple[Any, ...]] = _tuples(table, columns, rows)
        connection.exec_driver_sql(_sqlite(table, columns), given if len(given) > 1 else given[0])
    else:
        connection.execute(_inserting(table), rows if len(rows) > 1 else rows[0])


def put_text(connection: Connection, checksum: str, words: str) -> None:
    """Keep a text, unless one of this checksum is kept already."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_TEXT.format("?", "?"), (checksum, words))
    else:
        connection.execute(_TEXT_BY_NAME, {"checksum": checksum, "words": words})


_TEXT = "INSERT INTO texts (checksum, text) VALUES ({}, {}) ON CONFLICT (checksum) DO NOTHING"
_TEXT_BY_NAME = text(_TEXT.format(":checksum", ":words"))


def _tuples(table: str, columns: tuple[str, ...], rows: Sequence[dict[str, Any]]) -> list[tuple[Any, ...]]:
    packed = [name in _packed(table) for name in columns]
    if not any(packed):
        return [tuple([row[name] for name in columns]) for row in rows]
    return [
        tuple([_text(row[name]) if json else row[name] for name, json in zip(columns, packed, strict=True)])
        for row in rows
    ]


def _text(value: Any) -> str | None:
    """A value in its one form; what is written already is left."""
    return value if value is None or isinstance(value, str) else canonical(value)


@cache
def _packed(table: str) -> frozenset[str]:
    """The columns that hold JSON; none of them holds a bare string."""
    columns = tables.metadata.tables[table].columns
    return frozenset(each.name for each in columns if isinstance(each.type, Json | Changes))


@cache
def _sqlite(table: str, columns: tuple[str, ...]) -> str:
    names, places = ", ".join(f'"{each}"' for each in columns), ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({names}) VALUES ({places})"  # noqa: S608 - names of our own tables


@cache
def _inserting(table: str) -> Insert:
    return insert(tables.metadata.tables[table])
