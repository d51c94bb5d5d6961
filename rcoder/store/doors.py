"""The doors of a store: where there is none it is made, where there is one it is opened, to write or only to read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.domain.errors import Damaged, ReadOnly
from rcoder.domain.journal import SCHEMA
from rcoder.store.faults import RESTORE, said
from rcoder.store.place import why_read_only, why_shared
from rcoder.store.reading import SqliteReader, names_of_tables
from rcoder.store.recognition import recognise
from rcoder.store.store import Store

if TYPE_CHECKING:
    from rcoder.store.store import Writer

_TABLES = (
    "entries", "texts", "study", "coders", "cases", "codebooks", "codes", "theories", "nodes", "theory_links",
    "transcripts", "speakers", "codings", "finishes", "configurations", "elements", "places", "links", "groundings",
    "evidence", "judgements", "condition_judgements", "attributes", "case_groups", "revisions", "doubts", "memos",
    "excerpts", "rechecks", "exhibits", "bearings", "rivals", "kinships", "standins", "comments", "prompt_answers",
    "summaries", "turning_points", "theory_versions",
)  # fmt: skip
"""Tables without which a file is no sound project; named here, so that opening imports no record it does not need."""


def is_address(location: str | Path) -> bool:
    """Whether a location is a PostgreSQL URL and not a file."""
    return str(location).startswith(("postgresql://", "postgresql+psycopg://", "postgres://"))


def create_store(location: str | Path) -> Store:
    """Make an empty project in a new file, or in an empty PostgreSQL database, and open it.

    Raises RcoderError where something is there already; it is left as it is.
    """
    if is_address(location):
        from rcoder.store.postgres import create_database, open_database

        create_database(str(location))
        return open_database(str(location))
    from rcoder.store.creating import create_file

    path = Path(location).expanduser().absolute()
    create_file(path)
    return _open_to_write(path, SCHEMA)


def open_store(location: str | Path) -> Store:
    """Open a project, bringing one of an older schema up to date first (it is kept among its backups as it was).

    A file that may not be written, or lies where nothing may be, is opened for reading: see `Store.read_only`.

    Raises:
        NotAProject: there is no project of rcoder's at this location, which is left untouched.
        NewerProject: a newer rcoder wrote it.
        RcoderError: it cannot be read, or the server does not answer.
    """
    if is_address(location):
        from rcoder.store.postgres import open_database

        return open_database(str(location))
    path = Path(location).expanduser().absolute()
    schema, reason = recognise(path), why_read_only(path)
    if not reason:
        try:
            return _open_to_write(path, schema)
        except ReadOnly:
            reason = "the file or its folder may not be written to"
    return _open_to_read(path, schema, reason)


def _open_to_write(path: Path, schema: int) -> Store:
    from rcoder.store.connection import choose_journal

    if schema < SCHEMA:
        from rcoder.store.migrating import migrate_file

        migrate_file(path)

    def writer() -> Writer:
        from rcoder.store.sqlite import SqliteWriter

        return SqliteWriter(path)

    with said(str(path)):
        choose_journal(path)
    return Store(str(path), _whole(SqliteReader(path)), writer, why_shared(path))


def _open_to_read(path: Path, schema: int, reason: str) -> Store:
    from rcoder.store.read_only import OnlyReader, refuse_older

    if schema < SCHEMA:
        refuse_older(path, reason)
    reader = OnlyReader(path)
    if reader.unseen:
        reason += f", and its latest changes, which are in {reader.unseen}, cannot be seen"
    return Store(str(path), _whole(reader), None, why_shared(path), reason)


def _whole(reader: SqliteReader) -> SqliteReader:
    """The reader of a file that has all its tables. Raises Damaged."""
    missing = set(_TABLES) - names_of_tables(reader, _TABLES)
    if missing:
        reader.close()
        raise Damaged(f"{reader.where} is damaged: tables are missing.", RESTORE)
    return reader
