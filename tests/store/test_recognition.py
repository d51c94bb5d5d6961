from __future__ import annotations

import gc
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.errors import Damaged, NewerProject, NotAProject, RcoderError
from rcoder.domain.journal import SCHEMA, added
from rcoder.store import create_store, open_store, recognise
from rcoder.store.recognition import APPLICATION_ID


def state(folder):
    return {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns) if path.is_file() else None
        for path in sorted(folder.iterdir())
    }


def refused(path, kind, words):
    """Opening and recognising both refuse, and nothing in the folder is touched."""
    before = state(path.parent)
    for door in (recognise, open_store):
        with pytest.raises(kind, match=words) as caught:
            door(path)
        assert "\n" not in str(caught.value)
        assert str(path) in str(caught.value)
    assert state(path.parent) == before


def database(path, mode="delete", **pragmas):
    connection = sqlite3.connect(path)
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA {name}={value}")
    connection.execute(f"PRAGMA journal_mode={mode}")
    connection.execute("CREATE TABLE notes (words)")
    connection.commit()
    return connection


def test_a_project_is_recognised_by_its_schema(project_file):
    assert recognise(project_file) == SCHEMA


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_another_programs_database_is_refused_untouched(tmp_path, mode):
    path = tmp_path / "notes.db"
    database(path, mode).close()
    refused(path, NotAProject, "database of another program")


def test_a_database_with_another_mark_is_refused_untouched(tmp_path):
    path = tmp_path / "notes.db"
    database(path, application_id=APPLICATION_ID + 1, user_version=SCHEMA).close()
    refused(path, NotAProject, "database of another program")


def test_a_newer_project_is_refused_untouched(project_file):
    connection = sqlite3.connect(project_file)
    connection.execute(f"PRAGMA user_version={SCHEMA + 1}")
    connection.close()
    refused(project_file, NewerProject, f"newer rcoder .schema {SCHEMA + 1}; this one knows {SCHEMA}")


def test_a_mark_without_a_schema_is_no_finished_project(tmp_path):
    path = tmp_path / "half.rcoder"
    database(path, application_id=APPLICATION_ID).close()
    refused(path, NotAProject, "never finished")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.rcoder", b"", "is empty"),
        ("text.txt", "Mette: Hej på dig\n".encode() * 20, "not an rcoder project"),
        ("short.rcoder", b"SQLite format 3\0", "not an rcoder project"),
    ],
)
def test_a_file_that_is_no_database_is_refused_untouched(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    refused(path, NotAProject, words)


def test_a_folder_and_a_missing_file_are_refused(tmp_path):
    folder = tmp_path / "interviews"
    folder.mkdir()
    refused(folder, NotAProject, "is a folder")
    refused(tmp_path / "væk.rcoder", NotAProject, "does not exist")


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(NotAProject, match="not a file"):
        recognise(path)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_in_words(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("bytes") / "x"
    path.write_bytes(content)
    with pytest.raises(NotAProject):
        recognise(path)


def test_a_mark_before_rubbish_is_said_to_be_damaged(project_file):
    content = project_file.read_bytes()
    project_file.write_bytes(content[:100] + bytes(len(content) - 100))
    with pytest.raises(Damaged, match="is damaged"):
        open_store(project_file)


def test_a_project_without_its_tables_is_said_to_be_damaged(project_file):
    connection = sqlite3.connect(project_file)
    connection.execute("DROP TABLE groundings")
    connection.close()
    with pytest.raises(Damaged, match="tables are missing"):
        open_store(project_file)


def test_a_project_is_never_made_over_a_file(tmp_path):
    path = tmp_path / "kept.rcoder"
    path.write_text("kept")
    with pytest.raises(RcoderError, match="exists already and is left as it is"):
        create_store(path)
    assert state(tmp_path).keys() == {"kept.rcoder"}
    assert path.read_text() == "kept"


def test_a_project_in_a_missing_folder_is_refused(tmp_path):
    with pytest.raises(RcoderError, match="does not exist"):
        create_store(tmp_path / "nowhere" / "x.rcoder")


def test_a_new_project_has_its_mark_and_leaves_nothing_beside_it(tmp_path):
    create_store(tmp_path / "ny.rcoder").close()
    assert [path.name for path in tmp_path.iterdir()] == ["ny.rcoder"]
    header = (tmp_path / "ny.rcoder").read_bytes()[:100]
    assert header[68:72] == APPLICATION_ID.to_bytes(4, "big")
    assert header[18:20] == b"\2\2"


def test_names_with_signs_of_addresses_are_plain_names(tmp_path, world):
    path = tmp_path / "50% ?mode=memory#x &æ.rcoder"
    with create_store(path) as store:
        world.build(store)
    with open_store(path) as store:
        assert store.latest() == 1


def test_recognising_an_open_project_leaves_its_locks_alone(project_file, world):
    """A second program that closes last would put the WAL away under an open project whose locks are gone."""
    other = (
        "import sys; from rcoder.store import open_store; store = open_store(sys.argv[1]); store.latest();"
        "store.warm(); store.close()"
    )
    with open_store(project_file) as store:
        world.build(store)
        assert recognise(project_file) == SCHEMA
        with open_store(project_file) as second:
            assert second.latest() == 1
        subprocess.run([sys.executable, "-c", other, str(project_file)], check=True)
        wal = project_file.with_name(f"{project_file.name}-wal")
        assert wal.exists()
        store.write(world.entry(*added(world.coding())))
        assert store.latest() == 2
    shutil.copy(project_file, project_file.with_name("copy.rcoder"))
    with open_store(project_file.with_name("copy.rcoder")) as copied:
        assert copied.latest() == 2


def test_a_file_that_was_replaced_while_open_is_not_written(project_file, world):
    other = Path(shutil.copy(project_file, project_file.with_name("other.rcoder")))
    with open_store(project_file) as store:
        world.build(store)
        other.replace(project_file)
        with pytest.raises(RcoderError, match="replaced by another program while it was open"):
            store.write(world.entry(*added(world.coding())))
        project_file.unlink()
        with pytest.raises(RcoderError, match="removed"):
            store.write(world.entry(*added(world.coding())))


def test_a_project_opened_by_a_short_name_is_the_same_wherever_the_program_goes(
    project_file, world, monkeypatch
):
    monkeypatch.chdir(project_file.parent)
    with open_store(project_file.name) as store:
        (project_file.parent / "elsewhere").mkdir()
        monkeypatch.chdir(project_file.parent / "elsewhere")
        world.build(store)
    with open_store(project_file) as store:
        assert store.latest() == 1


def test_a_project_that_was_never_closed_is_not_mistaken_for_open(project_file, tmp_path):
    open_store(project_file)
    gc.collect()
    project_file.write_bytes(b"another program's")
    with pytest.raises(NotAProject):
        recognise(project_file)
