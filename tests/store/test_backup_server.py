"""A study on a server as an ordinary project file, and a project file as a study on a server."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from rcoder.domain.errors import Damaged, NotAProject, RcoderError
from rcoder.domain.journal import SCHEMA, added, replay
from rcoder.domain.records import to_row
from rcoder.domain.study import Study
from rcoder.domain.tables import RECORDS
from rcoder.store import backup_server, create_store, open_store, recognise
from rcoder.store.backup_server import back_up_server, load_into_server
from rcoder.store.checking import look_over
from rcoder.store.postgres import engine_for

SCHEMAS = Path(__file__).parent / "schemas"
LOG = "SELECT seq, coder_id, what, about FROM activity ORDER BY seq"


@pytest.fixture
def team(fresh_database, world):
    """A study on a server, with a journal and a log."""
    with create_store(fresh_database) as store:
        world.build(store)
        first = store.write(world.entry(*added(Study("study", "Studiet på æøå"), world.coding())))
        store.write(world.undo(first))
        store.write(world.entry(*added(Study("study", "Studiet"), world.coding("k2"))))
        store.log("anna", "exported", "citater.csv")
        yield store


def everything(store):
    found = {}
    for table, record in RECORDS.items():
        rows = store.reader.records(record, f"SELECT * FROM {table} ORDER BY id")  # noqa: S608  # our own names
        found[table] = [to_row(each) for each in rows]
    found["entries"] = store.entries()
    for sql in (
        "SELECT id, quote, turn, speaker_id FROM codings ORDER BY id",
        'SELECT transcript_id, position, start, "end", speaker_id FROM turns ORDER BY transcript_id, position',
        "SELECT checksum, text FROM texts ORDER BY checksum",
        LOG,
    ):
        found[sql] = store.reader.rows(sql)
    return found


def emptied(location):
    """The database with nothing in it any more."""
    engine = engine_for(location)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return location


def test_a_backup_of_a_server_is_a_project_file_with_everything_in_it(team, fresh_database, tmp_path):
    made = back_up_server(fresh_database, tmp_path / "team.rcoder")
    assert (made.title, made.seq) == ("Studiet", 4)
    assert recognise(tmp_path / "team.rcoder") == SCHEMA
    assert look_over(tmp_path / "team.rcoder")[1] == []
    assert (tmp_path / "team.rcoder").stat().st_mode & 0o777 == 0o600
    with open_store(tmp_path / "team.rcoder") as file:
        assert everything(file) == everything(team)
        assert file.verify() == []
        replayed = replay(file.entries())
        assert {each["id"]: each for each in everything(file)["codings"]} == replayed["codings"]


def test_it_can_be_worked_on_like_any_other(team, fresh_database, tmp_path, world):
    back_up_server(fresh_database, tmp_path / "team.rcoder")
    with open_store(tmp_path / "team.rcoder") as file:
        assert file.write(world.entry(*added(world.coding("k9")))).seq == 5
        file.log("anna", "exported", "again")


def test_words_are_found_in_it(team, fresh_database, tmp_path):
    back_up_server(fresh_database, tmp_path / "team.rcoder")
    with closing(sqlite3.connect(tmp_path / "team.rcoder")) as file:
        assert file.execute("SELECT COUNT(*) FROM spoken WHERE spoken MATCH 'lyttede'").fetchone() == (1,)


def test_a_backup_of_a_server_is_its_state_at_one_moment(team, fresh_database, tmp_path, world, monkeypatch):
    """Somebody writes while it is being made: none of that is in it."""
    pour = backup_server._pour
    before = everything(team)

    def slowly(source, target, report):
        source.execute(text("SELECT COUNT(*) FROM entries")).scalar_one()
        team.write(world.entry(*added(world.coding("k7"))))
        pour(source, target, report)

    monkeypatch.setattr(backup_server, "_pour", slowly)
    back_up_server(fresh_database, tmp_path / "team.rcoder")
    with open_store(tmp_path / "team.rcoder") as file:
        assert everything(file) == before
    assert team.latest() == 5


def test_a_file_that_is_there_is_not_overwritten_and_a_fault_leaves_none(
    team, fresh_database, tmp_path, monkeypatch
):
    (tmp_path / "mine.rcoder").write_text("mine")
    with pytest.raises(RcoderError, match="exists already"):
        back_up_server(fresh_database, tmp_path / "mine.rcoder")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup_server, "_pour", full)
    with pytest.raises(RcoderError, match="is full"):
        back_up_server(fresh_database, tmp_path / "team.rcoder")
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["mine.rcoder"]


def test_a_database_without_a_project_is_said(fresh_database, tmp_path):
    with pytest.raises(NotAProject, match="holds no rcoder project"):
        back_up_server(fresh_database, tmp_path / "team.rcoder")


def test_a_file_loaded_into_an_empty_database_is_the_same_study(team, fresh_database, tmp_path, world):
    file = tmp_path / "team.rcoder"
    back_up_server(fresh_database, file)
    before = everything(team)
    team.close()
    load_into_server(file, emptied(fresh_database), "anna")
    with open_store(fresh_database) as loaded:
        found = everything(loaded)
        assert found.pop(LOG) == [
            *before.pop(LOG),
            {"seq": 2, "coder_id": "anna", "what": "restored", "about": "team.rcoder"},
        ]
        assert found == before
        assert loaded.verify() == []
        assert loaded.write(world.entry(*added(world.coding("k9")))).seq == 5
        loaded.log("anna", "exported", "again")
        assert len(everything(loaded)[LOG]) == 3
        found = loaded.reader.rows(
            "SELECT position FROM spoken WHERE words @@ to_tsquery('simple', 'lyttede')"
        )
        assert len(found) == 1


def test_a_file_of_an_older_schema_is_brought_up_to_date_on_the_way(fresh_database, tmp_path):
    old = tmp_path / "old.rcoder"
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript((SCHEMAS / "0001.sql").read_text(encoding="utf-8"))
    content = old.read_bytes()
    load_into_server(old, fresh_database)
    with open_store(fresh_database) as loaded:
        assert loaded.latest() == 4
        assert loaded.verify() == []
    assert old.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["old.rcoder"]


def test_a_database_that_holds_anything_is_left_as_it_is(team, fresh_database, project_file):
    before = everything(team)
    with pytest.raises(RcoderError, match="holds an rcoder project already"):
        load_into_server(project_file, fresh_database)
    assert everything(team) == before


def test_a_file_loaded_half_way_leaves_the_database_empty(fresh_database, project_file, monkeypatch, world):
    with open_store(project_file) as store:
        world.build(store)
    monkeypatch.setattr(backup_server, "index_all", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        load_into_server(project_file, fresh_database)
    monkeypatch.undo()
    load_into_server(project_file, fresh_database)
    with open_store(fresh_database) as loaded:
        assert loaded.latest() == 1


def test_a_damaged_file_is_not_loaded(fresh_database, project_file, world):
    with open_store(project_file) as store:
        world.build(store)
    project_file.write_bytes(project_file.read_bytes().replace(b"lyttede", b"talte  "))
    with pytest.raises(Damaged, match="The stored words of Mette"):
        load_into_server(project_file, fresh_database)
    with pytest.raises(NotAProject):
        open_store(fresh_database)


def test_commands_back_up_verify_and_load_a_study_on_a_server(
    team, fresh_database, tmp_path, capsys, monkeypatch
):
    from rcoder.cli import main

    monkeypatch.setenv("RCODER_CODER", "Anna")
    file = tmp_path / "team.rcoder"
    assert main(["backup", fresh_database]) == 2
    assert "give --to FILE" in capsys.readouterr().err
    assert main(["backup", fresh_database, "--to", str(file)]) == 0
    assert main(["verify", fresh_database]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(each.startswith("  sound ") for each in lines[-6:])
    assert "backups" not in lines[-1]
    team.close()
    assert main(["restore", emptied(fresh_database), str(file)]) == 0
    assert "is as it was on" in capsys.readouterr().out
    assert main(["restore", fresh_database, str(file)]) == 1
    assert "holds an rcoder project already" in capsys.readouterr().err
    assert main(["verify", fresh_database]) == 0


def test_words_changed_on_the_server_are_found(team, fresh_database, capsys):
    from rcoder.cli import main

    engine = engine_for(fresh_database)
    with engine.begin() as connection:
        connection.execute(text("UPDATE texts SET text = replace(text, 'lyttede', 'talte')"))
    engine.dispose()
    assert main(["verify", fresh_database]) == 1
    assert "not sound  texts: The stored words of Mette" in capsys.readouterr().out
