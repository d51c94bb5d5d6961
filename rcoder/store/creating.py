"""A project file is made beside its place and moved there whole: there is never half a project."""

from __future__ import annotations

import os
import sqlite3
import uuid
from pathlib import Path

from rcoder.domain.errors import RcoderError
from rcoder.domain.journal import SCHEMA
from rcoder.store.connection import choose_journal
from rcoder.store.faults import said
from rcoder.store.recognition import APPLICATION_ID


def create_file(path: Path) -> None:
    """Make an empty project file.

    Raises RcoderError where something is there already, or where the folder is missing or may not be written to.
    """
    if path.exists() or path.is_symlink():
        raise RcoderError(f"{path} exists already and is left as it is.", "Choose another name, or open it.")
    if not path.parent.is_dir():
        raise RcoderError(
            f"The folder {path.parent} does not exist.", "Make it first, or choose another place."
        )
    fresh = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.new")
    try:
        with said(str(path)):
            _write(fresh)
        publish(fresh, path)
        with said(str(path)):
            choose_journal(path)
    except OSError as error:
        raise RcoderError(
            f"{path} cannot be made: {error.strerror or error}.", "Choose a folder you may write to."
        ) from error
    finally:
        for leftover in (fresh, fresh.with_name(f"{fresh.name}-journal")):
            leftover.unlink(missing_ok=True)


def _write(fresh: Path) -> None:
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    from rcoder.store.spoken import make_tables

    connection = sqlite3.connect(fresh, isolation_level=None)
    try:
        for pragma in (f"application_id={APPLICATION_ID}", f"user_version={SCHEMA}", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")
        engine = create_engine("sqlite+pysqlite://", creator=lambda: connection, poolclass=StaticPool)
        connection.execute("BEGIN IMMEDIATE")
        with engine.connect() as shell:
            make_tables(shell)
            shell.exec_driver_sql("INSERT INTO alembic_version (version_num) VALUES (?)", (revision(SCHEMA),))
            shell.commit()
    finally:
        connection.close()


def revision(schema: int) -> str:
    """The name of a schema among the migrations: 0001."""
    return f"{schema:04d}"


def publish(fresh: Path, path: Path) -> None:
    """Give a finished file its name, never over another file, and see that the folder knows it."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise RcoderError(
            f"{path} exists already and is left as it is.", "Choose another name, or open it."
        ) from None
    except OSError:
        fresh.rename(path)
    else:
        fresh.unlink()
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can say so."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
