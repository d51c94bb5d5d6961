from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

import rcoder.store
from rcoder.domain.coding import Coding
from rcoder.domain.errors import NewerProject, RcoderError
from rcoder.domain.journal import SCHEMA, Change, Entry, added, replay, turned_round
from rcoder.domain.records import to_row
from rcoder.domain.tables import RECORDS
from rcoder.store import migrating, open_store, recognise
from rcoder.store.backup_folder import UNFINISHED, folder_of
from rcoder.store.eras import brought_up
from rcoder.store.migrating import migrate_database, migrate_file
from rcoder.store.postgres import engine_for

NEXT = SCHEMA + 1
SCHEMAS = Path(__file__).parent / "schemas"
GOOD = """
    with op.batch_alter_table("codes") as table:
        table.add_column(sa.Column("colour", sa.Text(), nullable=False, server_default=""))
"""
BROKEN = {
    "stops half way": "op.execute(\"UPDATE codings SET memo = 'x'\"); op.execute('SELECT nothing FROM nowhere')",
    "loses codings": 'op.execute("DELETE FROM codings")',
    "leaves a reference to nothing": "op.execute(\"DELETE FROM codes WHERE id = 'h1'\")",
}


@pytest.fixture
def scripts(tmp_path):
    """Makes a folder of migrations with a second schema whose steps are given."""

    def made(steps):
        folder = tmp_path / "migrations"
        shutil.copytree(Path(rcoder.store.__file__).parent / "migrations", folder)
        (folder / "versions" / f"schema_{NEXT:04d}.py").write_text(
            "import sqlalchemy as sa\nfrom alembic import op\n\n"
            f"revision = '{NEXT:04d}'\ndown_revision = '{SCHEMA:04d}'\n\n\n"
            f"def upgrade():\n    {steps.strip()}\n"
        )
        return str(folder)

    return made


@pytest.fixture
def project(project_file, world):
    with open_store(project_file) as store:
        world.build(store)
        store.write(
            world.entry(*added(*(world.coding(f"k{number}", number, number + 5) for number in range(9))))
        )
    return project_file


def rows(path):
    with closing(sqlite3.connect(path)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=str)  # noqa: S608  # our own
            for name in names
        }


def beside(path):
    return sorted(each.name.removeprefix(path.name) for each in path.parent.iterdir() if each.is_file())


def kept_beside(path):
    """The backups beside a project; what was killed while it was being made is none."""
    return sorted(
        each.name
        for each in folder_of(path).glob("*.rcoder")
        if each.name.split("_")[2].startswith("before-schema-")
    )


@pytest.mark.parametrize("number", range(1, SCHEMA + 1))
def test_a_project_of_every_schema_opens_whole(tmp_path, number):
    path = tmp_path / "old.rcoder"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((SCHEMAS / f"{number:04d}.sql").read_text(encoding="utf-8"))
    assert recognise(path) == number
    with open_store(path) as store:
        assert store.verify() == []
        assert store.latest() == len(store.entries()) == 4
        tables = replay(store.entries())
        for table, record in RECORDS.items():
            stored = store.reader.records(record, f"SELECT * FROM {table}")  # noqa: S608  # our own names
            assert {each.id: to_row(each) for each in stored} == tables.get(table, {})
        quotes = store.reader.rows("SELECT quote FROM codings ORDER BY start")
        assert [row["quote"] for row in quotes] == ["Det gik godt", "Ærligt talt"]
        last = store.undo_candidate("anna")
        undo = Entry(
            "u1", "anna", "2026-02-01T00:00:00Z", "fortrød", turned_round(last.changes), undoes=last.id
        )
        store.write(undo)
        assert store.redo_candidate("anna").id == "u1"
    assert recognise(path) == SCHEMA


def test_a_migration_keeps_every_row_and_the_file_as_it_was(project, scripts, world):
    before = rows(project)
    kept = migrate_file(project, scripts(GOOD), NEXT)
    after = rows(project)
    assert beside(project) == [""]
    assert kept_beside(project) == [kept.name]
    assert rows(kept) == before
    assert recognise(kept) == SCHEMA
    assert [row[:-1] for row in after["codes"]] == before["codes"]
    assert after["alembic_version"] == [(f"{NEXT:04d}",)]
    changed = {"codes", "alembic_version"}
    assert {name: found for name, found in after.items() if name not in changed} == {
        name: found for name, found in before.items() if name not in changed
    }
    with pytest.raises(NewerProject):
        recognise(project)


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_migration_is_refused_and_the_project_is_as_it_was(project, scripts, world, fault):
    before = rows(project)
    with pytest.raises(RcoderError, match="could not be brought up"):
        migrate_file(project, scripts(BROKEN[fault]), NEXT)
    assert beside(project) == [""]
    assert rows(project) == before
    with open_store(project) as store:
        store.write(world.entry(*added(Coding("k99", "t1", 0, 5, "h1", "anna"))))


def test_a_project_open_elsewhere_is_not_migrated(project, scripts):
    before = rows(project)
    with open_store(project) as other:
        assert other.latest() == 2
        with pytest.raises(RcoderError, match="older schema and open in another program"):
            migrate_file(project, scripts(GOOD), NEXT)
        assert other.latest() == 2
    assert rows(project) == before


def test_a_project_that_is_up_to_date_is_left_alone(project, scripts):
    assert migrate_file(project, scripts(GOOD), SCHEMA) is None
    assert beside(project) == [""]


def test_a_file_system_without_links_keeps_the_old_file_as_a_copy(project, scripts, monkeypatch):
    before = rows(project)

    def no_links(*_):
        raise PermissionError

    monkeypatch.setattr(os, "link", no_links)
    kept = migrate_file(project, scripts(GOOD), NEXT)
    assert rows(kept) == before
    assert recognise(kept) == SCHEMA


@pytest.mark.parametrize("where", ["_copy", "upgrade", "_check", "_swap", "_keep", "sync_folder", "replace"])
@pytest.mark.parametrize("after", [False, True])
def test_a_program_killed_while_migrating_leaves_the_old_or_the_new(project, scripts, where, after):
    before, folder = rows(project), scripts(GOOD)
    child = os.fork()
    if child == 0:
        holder = Path if where == "replace" else migrating
        step = getattr(holder, where)

        def killed(*given, **named):
            if after:
                step(*given, **named)
            os._exit(9)

        setattr(holder, where, killed)
        migrate_file(project, folder, NEXT)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    with closing(sqlite3.connect(project)) as connection:
        schema = connection.execute("PRAGMA user_version").fetchone()[0]
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert schema in (SCHEMA, NEXT)
    assert {**rows(project), "codes": 0, "alembic_version": 0} == {**before, "codes": 0, "alembic_version": 0}
    migrate_file(project, folder, NEXT)
    assert [each for each in beside(project) if not each.endswith(UNFINISHED)] == [""]
    assert 1 <= len(kept_beside(project)) <= 2
    assert rows(project)["codings"] == before["codings"]


@pytest.fixture
def team(fresh_database, world):
    with rcoder.store.create_store(fresh_database) as store:
        world.build(store)
        store.write(world.entry(*added(world.coding())))
        engine = engine_for(fresh_database)
        yield store, engine
        engine.dispose()


def test_a_database_is_migrated_in_one_transaction(team, scripts):
    store, engine = team
    migrate_database(engine, "team", scripts(GOOD), NEXT)
    assert store.reader.one("SELECT schema FROM rcoder_project") == {"schema": NEXT}
    assert store.reader.one("SELECT colour FROM codes WHERE id = 'h1'") == {"colour": ""}
    assert len(store.reader.rows("SELECT * FROM codings")) == 1


def test_a_broken_migration_of_a_database_changes_nothing(team, scripts, dump):
    store, engine = team
    before = dump(store)
    with pytest.raises(RcoderError, match="could not be brought up"):
        migrate_database(engine, "team", scripts(BROKEN["stops half way"]), NEXT)
    assert dump(store) == before
    assert store.reader.one("SELECT schema FROM rcoder_project") == {"schema": SCHEMA}


def test_a_newer_database_is_refused(team, fresh_database):
    with team[1].begin() as connection:
        connection.execute(text("UPDATE rcoder_project SET schema = 99"))
    with pytest.raises(NewerProject, match="newer rcoder"):
        open_store(fresh_database)


def test_an_entry_of_an_older_schema_is_brought_up_step_by_step():
    def renamed(change):
        return Change(
            "cases", change.id, change.before, {**change.after, "town": change.after["municipality"]}
        )

    old = Entry(
        "e1", "anna", "", "x", (Change("cases", "c1", None, {"id": "c1", "municipality": "Å"}),), schema=1
    )
    new = brought_up(old, steps={2: renamed}, schema=4)
    assert new.changes[0].after == {"id": "c1", "municipality": "Å", "town": "Å"}
    assert new.schema == 4
    assert brought_up(new, steps={2: renamed}, schema=4) is new
