from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing

import pytest

from rcoder.domain.errors import RcoderError
from rcoder.store import create_store, open_store

resource = pytest.importorskip("resource", reason="limits on file size are set through resource")

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.skipif(sys.platform == "win32", reason="needs fork"),
]


def test_a_full_disk_is_said_and_loses_nothing_and_the_store_goes_on(project, acknowledge, in_a_child):
    def work():
        limit = project.stat().st_size + 200_000
        with open_store(project) as store:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
            last = 0
            try:
                for each in acknowledge.entries():
                    last = store.write(each).seq
            except RcoderError as error:
                said = str(error)
                assert store.latest() == last
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            assert store.write(each).seq == last + 1
            return f"{last} {said}"

    said = in_a_child(work)
    last, _, sentence = said.partition(" ")
    assert last.isdigit(), said
    assert str(project) in sentence
    assert "Nothing of this change was written; everything before it is safe." in sentence
    with open_store(project) as store:
        assert store.latest() == int(last) + 1
    with closing(sqlite3.connect(project)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_file_that_may_not_be_read_is_said_in_one_sentence(project, reachable, as_nobody):
    path = reachable / "x.rcoder"
    shutil.copy(project, path)
    path.chmod(0o000)
    said = as_nobody(lambda: open_store(path))
    path.chmod(0o644)
    assert said.startswith("RcoderError: ")
    assert "cannot be read: Permission denied" in said


def test_a_project_cannot_be_made_in_a_read_only_folder(reachable, as_nobody):
    reachable.chmod(0o555)
    said = as_nobody(lambda: create_store(reachable / "x.rcoder"))
    assert said.startswith("RcoderError: ")
    assert str(reachable / "x.rcoder") in said
    assert list(reachable.iterdir()) == []


def test_damaged_text_that_sqlite_does_not_see_is_found(project, acknowledge):
    """Bytes of the text are overwritten in the file: its pages stay sound, its checksum does not."""
    content = bytearray(project.read_bytes())
    place = content.find(b"lyttede", content.find(acknowledge.TEXT[:100].encode()))
    assert place > 0
    content[place : place + 7] = b"talte.."
    project.write_bytes(content)
    with closing(sqlite3.connect(project)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    with open_store(project) as store:
        assert store.verify() == ["Mette"]


def test_only_the_file_copied_while_open_is_a_sound_project(project, acknowledge, tmp_path, in_a_child):
    """What is not yet in the file is missing from the copy, and nothing worse."""
    with open_store(project) as store:
        acknowledge.work(store, lambda _: None, 30)
        copied = in_a_child(lambda: shutil.copy(project, tmp_path / "copy.rcoder"))
        assert store.latest() == 31
    with open_store(copied) as copy:
        assert 1 <= copy.latest() <= 31
        assert copy.verify() == []
    with open_store(project) as store:
        assert store.latest() == 31
