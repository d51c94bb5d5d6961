"""Bringing a project of an older schema up to date: a copy is migrated, checked and given the project's name."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from rcoder.domain.backup import before as reason_before
from rcoder.domain.errors import RcoderError
from rcoder.domain.journal import SCHEMA
from rcoder.store.backup import keep, same_rights, to_disk
from rcoder.store.connection import connect
from rcoder.store.creating import revision, sync_folder
from rcoder.store.faults import said

SCRIPTS = "rcoder.store:migrations"
_HINT = "The project is as it was; report this with the version of rcoder that you have."


def migrate_file(path: Path, scripts: str = SCRIPTS, schema: int = SCHEMA) -> Path | None:
    """Bring a project file up to `schema`; as it was it is kept among its backups, as the file that is returned.

    The project is wholly old or wholly new at every moment, whenever the computer stops. Returns None where somebody
    else has migrated it meanwhile. Raises RcoderError where it is open elsewhere or the migration fails its checks.
    """
    path = path.resolve()
    copy = path.with_name(f"{path.name}.migrating")
    found = path.stat().st_ino
    with said(str(path)), closing(connect(path, writing=True, busy=2.0)) as holder:
        _hold(holder, path)
        if holder.execute("PRAGMA user_version").fetchone()[0] >= schema or path.stat().st_ino != found:
            return None
        try:
            _copy(path, copy)
            _migrate_copy(copy, scripts, schema)
            _check(holder, copy, path)
            return _swap(path, copy, schema)
        except (CommandError, SQLAlchemyError, OSError) as error:
            raise RcoderError(
                f"{path} could not be brought up to schema {schema}: {error}.", _HINT
            ) from error
        finally:
            for leftover in (copy, copy.with_name(f"{copy.name}-journal")):
                leftover.unlink(missing_ok=True)


def _hold(holder: sqlite3.Connection, path: Path) -> None:
    """Leave WAL, which needs the file alone, and keep every other writer out until the swap."""
    try:
        holder.execute("PRAGMA journal_mode=DELETE")
        holder.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if not str(getattr(error, "sqlite_errorname", "")).startswith("SQLITE_BUSY"):
            raise
        raise RcoderError(
            f"{path} is of an older schema and open in another program.",
            "Close it there, then open it again.",
        ) from error


def _copy(path: Path, copy: Path) -> None:
    for leftover in (copy, copy.with_name(f"{copy.name}-journal")):
        leftover.unlink(missing_ok=True)
    with closing(connect(path, writing=False)) as reader:
        reader.execute("PRAGMA query_only=OFF")
        reader.execute("VACUUM INTO ?", (str(copy),))


def _migrate_copy(copy: Path, scripts: str, schema: int) -> None:
    """Run the migrations with foreign keys off: a rebuilt table would take the rows that refer to it along."""
    with closing(connect(copy, writing=True)) as raw:
        raw.execute("PRAGMA foreign_keys=OFF")
        engine = create_engine(
            "sqlite+pysqlite://", creator=lambda: raw, poolclass=StaticPool, hide_parameters=True
        )
        event.listen(engine, "begin", _begin_immediate)
        with engine.connect() as connection:
            upgrade(connection, scripts, schema)
            connection.exec_driver_sql(f"PRAGMA user_version={schema:d}")
            connection.commit()


def bring_up(old: sqlite3.Connection, copy: Path, where: Path) -> None:
    """Bring a copy of an older project up to this schema and check it. Raises RcoderError where it fails."""
    try:
        _migrate_copy(copy, SCRIPTS, SCHEMA)
    except (CommandError, SQLAlchemyError) as error:
        raise RcoderError(f"{where} could not be brought up to schema {SCHEMA}: {error}.", _HINT) from error
    _check(old, copy, where)


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def upgrade(connection: Connection, scripts: str, schema: int) -> None:
    """Run the migrations up to `schema` in the connection's transaction."""
    config = Config()
    config.set_main_option("script_location", scripts.replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision(schema))


def _check(old: sqlite3.Connection, copy: Path, path: Path) -> None:
    with closing(connect(copy, writing=False)) as new:
        if new.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise _refused(path, "the new file is not sound")
        dangling: tuple[Any, ...] | None = new.execute("PRAGMA foreign_key_check").fetchone()
        if dangling:
            raise _refused(path, f"{dangling[0]} refers to rows of {dangling[2]} that are gone")
        before, after = _counts(old), _counts(new)
    for table in sorted(before.keys() & after.keys()):
        if after[table] < before[table]:
            raise _refused(path, f"{table} would have {after[table]} rows instead of {before[table]}")


def _refused(path: Path, reason: str) -> RcoderError:
    return RcoderError(f"{path} could not be brought up to date: {reason}.", _HINT)


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608


def _swap(path: Path, copy: Path, schema: int) -> Path:
    same_rights(copy, path)
    to_disk(copy)
    kept = _keep(path, schema)
    copy.replace(path)
    sync_folder(path.parent)
    return kept


def _keep(path: Path, schema: int) -> Path:
    """Put the file as it was among the project's backups."""
    with closing(connect(path, writing=False)) as reader:
        return Path(keep(reader, path, reason_before(f"schema {schema}"), damaged_too=True).file)


def migrate_database(engine: Engine, where: str, scripts: str = SCRIPTS, schema: int = SCHEMA) -> None:
    """Bring a project on a server up to `schema` in one transaction. Raises RcoderError where a step fails."""
    from rcoder.store.postgres import LOCK, WRITERS, answered

    try:
        with answered(engine), engine.connect() as connection:
            connection.execute(LOCK, {"key": WRITERS})
            current = connection.execute(text("SELECT schema FROM rcoder_project")).scalar_one()
            if current >= schema:
                return
            upgrade(connection, scripts, schema)
            connection.execute(text("UPDATE rcoder_project SET schema = :schema"), {"schema": schema})
            connection.commit()
    except (CommandError, SQLAlchemyError) as error:
        raise RcoderError(f"{where} could not be brought up to schema {schema}: {error}.", _HINT) from error
