"""A project that may not be written to is opened for reading; nothing is made beside it, and each deed is refused."""

from __future__ import annotations

import importlib
import os
import pkgutil
import shutil
import sys

import pytest

import rcoder
from rcoder.domain.errors import ReadOnly
from rcoder.store import create_store, open_store
from rcoder.store.backup import back_up, back_up_changes
from rcoder.store.read_only import OnlyReader

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.skipif(sys.platform == "win32", reason="needs fork and POSIX rights"),
]
FOLDER = "its folder may not be written to"


@pytest.fixture(scope="module", autouse=True)
def _everything_imported():
    """Somebody without rights may not be able to read the interpreter's own modules."""
    for module in pkgutil.walk_packages(rcoder.__path__, "rcoder."):
        if not module.name.startswith(
            ("rcoder.ui", "rcoder.store.migrations", "rcoder.__main__", "rcoder.language")
        ):
            importlib.import_module(module.name)
    importlib.import_module("sqlalchemy.dialects.sqlite")


@pytest.fixture
def readable(project, reachable):
    """The project where somebody without rights can read it, in a folder of its own."""
    path = reachable / "x.rcoder"
    shutil.copy(project, path)
    path.chmod(0o666)
    return path


def first_deed(path, acknowledge):
    with open_store(path) as store:
        assert store.verify() == []
        assert store.latest() == 1
        assert len(store.text(acknowledge.CHECKSUM)) == len(acknowledge.TEXT)
        store.warm()
        with pytest.raises(ReadOnly) as refused:
            store.write(next(iter(acknowledge.entries())))
        with pytest.raises(ReadOnly):
            store.log("anna", "exported")
        assert store.latest() == 1
        return f"{store.read_only} | {refused.value.message}"


def listing(path):
    return sorted(each.name for each in path.parent.iterdir())


def test_a_project_in_a_read_only_folder_is_read_and_each_deed_refused(readable, as_nobody, acknowledge):
    readable.parent.chmod(0o555)
    before = readable.read_bytes()
    assert as_nobody(lambda: first_deed(readable, acknowledge)) == (
        f"{FOLDER} | {readable} is open for reading only, since {FOLDER}: nothing can be changed."
    )
    assert readable.read_bytes() == before
    assert listing(readable) == ["x.rcoder"]


def test_a_read_only_file_is_read_and_nothing_is_made_beside_it(readable, as_nobody, acknowledge):
    readable.chmod(0o444)
    readable.parent.chmod(0o777)
    said = as_nobody(lambda: first_deed(readable, acknowledge))
    assert said.startswith("the file may not be written to |"), said
    assert listing(readable) == ["x.rcoder"]


def test_a_project_that_somebody_else_writes_is_read_as_it_stands(readable, as_nobody, acknowledge):
    """The WAL and its index are there while a writer has the project open; the reader sees each entry."""
    readable.parent.chmod(0o755)
    readable.chmod(0o644)
    with open_store(readable) as writer:
        acknowledge.work(writer, lambda _: None, 3)
        assert listing(readable) == ["x.rcoder", "x.rcoder-shm", "x.rcoder-wal"]

        def read():
            with open_store(readable) as store:
                return f"{store.latest()} {store.read_only}"

        assert as_nobody(read) == "4 the file may not be written to"


def left_wal(readable, acknowledge, in_a_child):
    """A WAL with entries that are not in the file, as a program that was killed leaves it."""

    def work():
        store = open_store(readable)
        acknowledge.work(store, lambda _: None, 3)
        return store.latest()

    assert in_a_child(work) == "4"
    for each in readable.parent.iterdir():
        each.chmod(0o644)


def test_what_a_killed_program_left_in_the_wal_is_read_too(readable, as_nobody, acknowledge, in_a_child):
    left_wal(readable, acknowledge, in_a_child)
    readable.parent.chmod(0o555)
    assert as_nobody(lambda: open_store(readable).latest()) == "4"


def test_a_wal_that_cannot_be_read_is_said(readable, as_nobody, acknowledge, in_a_child):
    left_wal(readable, acknowledge, in_a_child)
    readable.with_name("x.rcoder-shm").unlink()
    readable.parent.chmod(0o555)

    def read():
        with open_store(readable) as store:
            return f"{store.latest()} {store.notice}"

    assert as_nobody(read).startswith(
        f"1 {readable} is open for reading only, since the file may not be written to, and its latest changes, "
        "which are in x.rcoder-wal, cannot be seen"
    )


def test_a_file_left_in_the_middle_of_a_change_is_not_read(readable, as_nobody):
    content = bytearray(readable.read_bytes())
    content[18:20] = b"\1\1"
    readable.write_bytes(content)
    journal = readable.with_name("x.rcoder-journal")
    journal.write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(504))
    readable.parent.chmod(0o555)
    said = as_nobody(lambda: open_store(readable).latest())
    assert said.startswith(f"ReadOnly: {readable} was left in the middle of a change")


def test_a_reader_opens_a_file_again_that_somebody_has_written(project, acknowledge, in_a_child):
    reader = OnlyReader(project)

    def latest():
        return reader.one("SELECT MAX(seq) AS seq FROM entries")["seq"]

    assert reader._immutable
    assert latest() == 1

    def work():
        with open_store(project) as store:
            acknowledge.work(store, lambda _: None, 3)

    in_a_child(work)
    assert latest() == 4
    reader.close()


def test_an_older_project_that_cannot_be_brought_up_to_date_is_refused(readable, as_nobody):
    content = bytearray(readable.read_bytes())
    content[60:64] = (1).to_bytes(4, "big")
    readable.write_bytes(content)
    readable.parent.chmod(0o555)
    said = as_nobody(lambda: open_store(readable))
    assert said.startswith(f"ReadOnly: {readable} is of an older schema, and {FOLDER}")


def test_a_backup_of_a_read_only_project_goes_elsewhere(readable, as_nobody):
    readable.parent.chmod(0o555)
    elsewhere = readable.parent.parent / f"{readable.parent.name}-copy.rcoder"
    try:
        assert as_nobody(lambda: back_up(readable, to=elsewhere).seq) == "1"
        said = as_nobody(lambda: back_up_changes(readable, "automatic"))
        assert said.startswith("ReadOnly: ")
        assert "x.rcoder-backups may not be written to" in said
    finally:
        elsewhere.unlink(missing_ok=True)


def test_a_backup_is_opened_for_reading_so_that_nobody_writes_into_it(project, reachable, as_nobody):
    copied = reachable / "backup.rcoder"
    shutil.copy(back_up(project).file, copied)
    copied.chmod(0o444)
    assert as_nobody(lambda: open_store(copied).read_only) == "the file may not be written to"
    assert listing(copied) == ["backup.rcoder"]


def test_commands_give_their_answer_and_a_notice(reachable, as_nobody, monkeypatch, capfd):
    from rcoder.cli import main
    from rcoder.project import create_project

    readable = reachable / "study.rcoder"
    create_project(str(readable), "Studiet", coder="Anna").close()
    monkeypatch.setenv("RCODER_STATE", "/nowhere")
    readable.parent.chmod(0o555)
    readable.chmod(0o666)
    assert as_nobody(lambda: main(["info", "--json", str(readable)])) == "0"
    printed = capfd.readouterr()
    assert '"read_only": true' in printed.out
    assert f"open for reading only, since {FOLDER}" in printed.err
    assert as_nobody(lambda: main(["release", str(readable), "--coder", "Anna"])) == "1"
    assert "nothing can be changed" in capfd.readouterr().err


def test_a_new_project_in_a_folder_that_may_be_written_is_not_read_only(tmp_path):
    with create_store(tmp_path / "x.rcoder") as store:
        assert store.read_only == ""
        assert store.notice == ""
    assert os.access(tmp_path / "x.rcoder", os.W_OK)
