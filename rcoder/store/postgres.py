"""A project in a PostgreSQL database of its own, for a team; the same tables, one writer at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, OperationalError

from rcoder.domain.errors import NotAProject, RcoderError
from rcoder.domain.journal import SCHEMA
from rcoder.store import tables
from rcoder.store.creating import revision
from rcoder.store.faults import Dangling
from rcoder.store.reading import PostgresReader
from rcoder.store.recognition import refuse_newer
from rcoder.store.spoken import make_tables
from rcoder.store.store import Store

MARK = "rcoder"
WRITERS = 0x72436F64
"""The advisory lock that a writer holds until its entry is committed, so that `seq` is commit order."""


class PostgresWriter:
    """The writing side of a database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction that is durable when the block ends, or gone with an error in words."""
        with answered(self._engine), self._engine.connect() as connection:
            connection.execute(LOCK, {"key": WRITERS})
            yield connection
            try:
                connection.commit()
            except IntegrityError as error:
                raise _dangling(error) from error

    def close(self) -> None:
        """Let go of the connections."""
        self._engine.dispose()


LOCK = text("SELECT set_config('synchronous_commit', 'on', true), pg_advisory_xact_lock(:key)")


def _dangling(error: IntegrityError) -> Dangling:
    name = getattr(getattr(error.orig, "diag", None), "constraint_name", "")
    for table in tables.metadata.tables.values():
        for constraint in table.foreign_key_constraints:
            if constraint.name == name:
                return Dangling(table.name, constraint.referred_table.name)
    return Dangling("row", "row")


_REFUSALS = ("25006", "42501")
"""SQLSTATE of a transaction that only reads, and of a missing permission."""


@contextmanager
def answered(engine: Engine) -> Iterator[None]:
    """Turn a server that is away, refuses or is full into a sentence; faults of our own pass as they are."""
    try:
        yield
    except OperationalError as error:
        raise RcoderError(
            f"The database {shown(engine.url)} does not answer: {_reason(error, engine.url)}.",
            "Check the address and that the server runs; everything acknowledged is safe.",
        ) from error
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", "") not in _REFUSALS:
            raise
        raise RcoderError(
            f"{shown(engine.url)} may not be written to: {_reason(error, engine.url)}.",
            "Ask its owner for permission to write.",
        ) from error


def shown(url: URL) -> str:
    """The address without its password, for messages."""
    plain = URL.create("postgresql", url.username, None, url.host, url.port, url.database)
    return plain.render_as_string()


def _reason(error: DBAPIError, url: URL) -> str:
    lines = str(error.orig).strip().splitlines() or ["no reason given"]
    reason = lines[0].strip().rstrip(".")
    for secret in (url.password, *url.query.values()):
        if isinstance(secret, str) and len(secret) > 2:
            reason = reason.replace(secret, "***")
    return reason


def engine_for(location: str) -> Engine:
    """An engine for the address. Raises RcoderError where it is none, or psycopg is not installed."""
    try:
        url = make_url(location).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError):
        message = "The address of the database cannot be read."
        raise RcoderError(message, "Write it as postgresql://USER@HOST/DATABASE.") from None
    waiting = {} if "connect_timeout" in url.query else {"connect_timeout": 10}
    try:
        return create_engine(url, pool_pre_ping=True, hide_parameters=True, connect_args=waiting)
    except ImportError:
        message = "A project on a PostgreSQL server needs psycopg, which is not installed."
        raise RcoderError(message, "Install it: pip install 'rcoder[postgres]'") from None


def create_database(location: str) -> None:
    """Make an empty project in an empty database; one that holds anything is left untouched."""
    engine = engine_for(location)
    try:
        with answered(engine), engine.connect() as connection:
            make_project(connection, shown(engine.url))
            connection.commit()
    finally:
        engine.dispose()


def make_project(connection: Connection, where: str) -> None:
    """Make an empty project in the connection's transaction. Raises RcoderError where the database holds anything."""
    connection.execute(LOCK, {"key": WRITERS})
    _refuse_full(connection, where)
    make_tables(connection)
    connection.execute(text("CREATE TABLE rcoder_project (mark text PRIMARY KEY, schema integer NOT NULL)"))
    connection.execute(
        text("INSERT INTO rcoder_project (mark, schema) VALUES (:mark, :schema)"),
        {"mark": MARK, "schema": SCHEMA},
    )
    connection.execute(
        text("INSERT INTO alembic_version (version_num) VALUES (:number)"), {"number": revision(SCHEMA)}
    )


def _refuse_full(connection: Connection, where: str) -> None:
    if schema_of(connection) is not None:
        raise RcoderError(
            f"{where} holds an rcoder project already; it is left as it is.", "Open it instead."
        )
    count = connection.execute(
        text(
            "SELECT count(*) FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind <> 'i'"
        )
    ).scalar_one()
    if count:
        raise NotAProject(
            f"{where} holds tables of another program; it is left as it is.", "Give rcoder an empty database."
        )
    encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
    if encoding != "UTF8":
        raise RcoderError(f"{where} stores text as {encoding}.", "Make a database with ENCODING 'UTF8'.")


def schema_of(connection: Connection) -> int | None:
    """The schema of the project in the database, None where it holds none."""
    if connection.execute(text("SELECT to_regclass('rcoder_project')::text")).scalar_one() is None:
        return None
    columns = connection.execute(
        text("SELECT attname FROM pg_attribute WHERE attrelid = 'rcoder_project'::regclass AND attnum > 0")
    ).scalars()
    if not {"mark", "schema"} <= set(columns):
        return None
    found = connection.execute(
        text("SELECT schema FROM rcoder_project WHERE mark = :mark"), {"mark": MARK}
    ).scalar()
    return None if found is None else int(found)


def open_database(location: str) -> Store:
    """Open the project in a database. Raises NotAProject, NewerProject, or RcoderError where it does not answer."""
    engine = engine_for(location)
    where = shown(engine.url)
    try:
        with answered(engine), engine.connect() as connection:
            schema = schema_of(connection)
        if schema is None:
            raise NotAProject(f"{where} holds no rcoder project.", "Make one with `rcoder new`.")
        refuse_newer(schema, where)
        if schema < SCHEMA:
            from rcoder.store.migrating import migrate_database

            migrate_database(engine, where)
    except RcoderError:
        engine.dispose()
        raise
    reading = engine_for(location)
    event.listen(reading, "connect", _only_read)
    return Store(where, PostgresReader(reading), lambda: PostgresWriter(engine))


def _only_read(connection: Any, _: object) -> None:
    connection.execute("SET default_transaction_read_only = on")
    connection.commit()
