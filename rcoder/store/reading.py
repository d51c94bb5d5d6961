"""Reading: plain portable SQL with named parameters, the same on both databases."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from rcoder.store.columns import canonical, records_of
from rcoder.store.faults import said

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from sqlalchemy import Engine

R = TypeVar("R")
_SEQUENCES = (list, tuple, set, frozenset)


class Reader(Protocol):
    """Asks questions of a project; each sees the latest committed state.

    SQL is what SQLite and PostgreSQL share: `:name` for parameters, CAST instead of `::`, and `end`, `column` in
    double quotes. A parameter that is a list, tuple or set stands for its values: `id IN (:ids)`; an empty one
    matches nothing (also under NOT IN). JSON columns come back as text; `records` decodes them.
    """

    def rows(self, sql: str, **params: Any) -> list[dict[str, Any]]:
        """Every row as a dict by column name."""

    def one(self, sql: str, **params: Any) -> dict[str, Any] | None:
        """The first row, or None."""

    def records(self, record: type[R], sql: str, **params: Any) -> list[R]:
        """The rows as records of one kind."""

    def close(self) -> None:
        """Let go of the connection."""


class _Asking:
    """What both readers do alike."""

    def rows(self, sql: str, **params: Any) -> list[dict[str, Any]]:
        """Every row as a dict by column name."""
        raise NotImplementedError

    def one(self, sql: str, **params: Any) -> dict[str, Any] | None:
        """The first row, or None."""
        found = self.rows(sql, **params)
        return found[0] if found else None

    def records(self, record: type[R], sql: str, **params: Any) -> list[R]:
        """The rows as records of one kind."""
        return records_of(record, self.rows(sql, **params))


class SqliteReader(_Asking):
    """Reads a project file through the standard library."""

    def __init__(self, path: Path) -> None:
        self.where = str(path)
        self._path = path
        with said(self.where):
            self._connection = self._connect()

    def _connect(self) -> sqlite3.Connection:
        from rcoder.store.connection import connect

        return connect(self._path, writing=False)

    def rows(self, sql: str, **params: Any) -> list[dict[str, Any]]:
        """Every row as a dict by column name."""
        sql, params = expanded(sql, params)
        with said(self.where):
            cursor = self._connection.execute(sql, params)
            names = [each[0] for each in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()


class PostgresReader(_Asking):
    """Reads a project on a PostgreSQL server; JSONB comes back as text like other JSON."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")

    def rows(self, sql: str, **params: Any) -> list[dict[str, Any]]:
        """Every row as a dict by column name."""
        from sqlalchemy import text

        from rcoder.store.postgres import answered

        sql, params = expanded(sql, params)
        with answered(self._engine), self._engine.connect() as connection:
            found = connection.execute(text(sql), params)
            names = list(found.keys())
            return [
                {name: _as_text(value) for name, value in zip(names, row, strict=True)}
                for row in found.fetchall()
            ]

    def close(self) -> None:
        """Let go of the connections."""
        self._engine.dispose()


def expanded(sql: str, params: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The SQL with each parameter that is a sequence written out as one parameter for each value."""
    if not any(isinstance(value, _SEQUENCES) for value in params.values()):
        return sql, dict(params)
    given: dict[str, Any] = {}
    for name, value in params.items():
        if isinstance(value, _SEQUENCES):
            singles = {f"{name}_{number}": each for number, each in enumerate(value)}
            sql = re.sub(rf"(?<![:\w]):{name}\b", ", ".join(f":{each}" for each in singles) or "NULL", sql)
            given.update(singles)
        else:
            given[name] = value
    return sql, given


def unpacked(value: Any) -> Any:
    """A JSON column as the value it holds."""
    return json.loads(value) if isinstance(value, str) else value


def _as_text(value: Any) -> Any:
    return canonical(value) if isinstance(value, list | dict) else value


def names_of_tables(reader: Reader, names: Sequence[str]) -> set[str]:
    """Which of these tables a project file has."""
    found = reader.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN (:names)", names=list(names)
    )
    return {row["name"] for row in found}
