from __future__ import annotations

import subprocess
import sys
import typing
from dataclasses import fields
from enum import StrEnum

import pytest
from sqlalchemy import Boolean, Float, Integer, Text, create_engine, inspect, make_url
from sqlalchemy.pool import StaticPool

from rcoder.domain.coding import Coding
from rcoder.domain.journal import SCHEMA
from rcoder.domain.tables import RECORDS
from rcoder.store import json_columns, tables
from rcoder.store.column_types import Json
from rcoder.store.columns import SINGULAR, bare
from rcoder.store.deriving import Deriving
from rcoder.store.migrating import SCRIPTS, upgrade
from rcoder.store.spoken import make_tables


@pytest.mark.parametrize("name", RECORDS)
def test_a_table_has_the_fields_of_its_record(name):
    record = RECORDS[name]
    columns = [each.name for each in tables.metadata.tables[name].columns]
    derived = Deriving.COLUMNS if name in Deriving.TABLES else set()
    assert [column for column in columns if column not in derived] == [each.name for each in fields(record)]


@pytest.mark.parametrize("name", RECORDS)
def test_a_column_has_the_type_of_its_field(name):
    record = RECORDS[name]
    hints = typing.get_type_hints(record)
    for field in fields(record):
        hint, optional = bare(hints[field.name])
        column = tables.metadata.tables[name].columns[field.name]
        assert column.nullable is optional
        if field.name in json_columns(record):
            assert isinstance(column.type, Json)
        elif hint in (int, float, bool):
            assert isinstance(column.type, {int: Integer, float: Float, bool: Boolean}[hint])
        else:
            assert hint is str or issubclass(hint, StrEnum)
            assert isinstance(column.type, Text)


def test_every_table_of_a_record_has_a_word_for_one_row():
    assert RECORDS.keys() <= SINGULAR.keys()


def test_what_refers_to_a_row_has_a_foreign_key_without_cascade():
    told_apart = {
        "study.codebook_id",
        "links.target_id",
        "evidence.claim_id",
        "bearings.claim_id",
        "comments.about_id",
        "prompt_answers.about_id",
        "doubts.passage_id",
        "memos.about_id",
        "rechecks.coding_id",
        "entries.coder_id",
        "activity.coder_id",
    }
    derived = {
        "codings.speaker_id",
        "evidence.speaker_id",
        "excerpts.speaker_id",
        "turns.transcript_id",
        "spoken_in.transcript_id",
        "turns.speaker_id",
    }
    for table in tables.metadata.sorted_tables:
        for column in table.columns:
            name = f"{table.name}.{column.name}"
            if column.name.endswith("_id") and name not in told_apart | derived:
                (key,) = column.foreign_keys
                assert key.deferrable
                assert key.initially == "DEFERRED"
                assert key.ondelete is None


def shape(engine):
    """Every table as the database describes it."""
    found = inspect(engine)
    described = {}
    for table in sorted(found.get_table_names()):
        columns = [(each["name"], str(each["type"]), each["nullable"]) for each in found.get_columns(table)]
        keys = [
            (each["name"], each["constrained_columns"], each["referred_table"], each["options"])
            for each in found.get_foreign_keys(table)
        ]
        indexes = [(each["name"], each["column_names"], each["unique"]) for each in found.get_indexes(table)]
        unique = [(each["name"], each["column_names"]) for each in found.get_unique_constraints(table)]
        primary = found.get_pk_constraint(table)
        described[table] = (
            columns, sorted(map(str, keys)), sorted(map(str, indexes)), unique,
            (primary["name"], primary["constrained_columns"]),
        )  # fmt: skip
    return described


def both_ways(made, migrated):
    with made.begin() as connection:
        make_tables(connection)
    with migrated.begin() as connection:
        upgrade(connection, SCRIPTS, SCHEMA)
    return shape(made), shape(migrated)


def test_new_tables_and_migrated_ones_are_the_same_on_sqlite():
    made, migrated = (create_engine("sqlite://", poolclass=StaticPool) for _ in range(2))
    first, second = both_ways(made, migrated)
    assert first == second
    assert set(RECORDS) < set(first)


def test_new_tables_and_migrated_ones_are_the_same_on_postgres(fresh_database):
    url = make_url(fresh_database).set(drivername="postgresql+psycopg")
    admin = create_engine(url)
    with admin.begin() as connection:
        for name in ("made", "migrated"):
            connection.exec_driver_sql(f"CREATE SCHEMA {name}")
    admin.dispose()
    engines = [
        create_engine(url, connect_args={"options": f"-c search_path={name}"})
        for name in ("made", "migrated")
    ]
    first, second = both_ways(*engines)
    for engine in engines:
        engine.dispose()
    assert first == second
    assert set(RECORDS) < set(first)


def test_opening_and_asking_imports_no_sqlalchemy(project_file):
    program = (
        "import sys; from rcoder.store import open_store; store = open_store(sys.argv[1]);"
        "store.reader.rows('SELECT title FROM study'); store.undo_candidate('anna'); store.verify(); store.entries();"
        "store.close(); print(sorted({'sqlalchemy', 'alembic', 'psycopg'} & set(sys.modules)))"
    )
    found = subprocess.run(
        [sys.executable, "-c", program, str(project_file)], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"


def test_only_tuples_mappings_and_records_are_json():
    assert json_columns(Coding) == frozenset()
    assert json_columns(RECORDS["transcripts"]) == {"attributes", "notes", "turns"}


def test_opening_looks_for_the_table_of_every_record():
    from rcoder.store import doors

    assert set(RECORDS) <= set(doors._TABLES)
