from __future__ import annotations

import os
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
NOBODY = 65534


@pytest.fixture
def project(tmp_path, acknowledge):
    path = tmp_path / "x.rcoder"
    with create_store(path) as store:
        store.write(acknowledge.foundation(), {acknowledge.CHECKSUM: acknowledge.TEXT})
    return path


def in_a_child(work):
    """Run `work` in a child of its own; what it returns, as text."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(here)
        try:
            found = work()
        except BaseException as error:  # noqa: BLE001  # the parent judges what came
            found = f"{type(error).__name__}: {error}"
        os.write(there, str(found).encode())
        os._exit(0)
    os.close(there)
    with os.fdopen(here, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


def test_a_full_disk_is_said_and_loses_nothing_and_the_store_goes_on(project, acknowledge):
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


def as_somebody_without_rights(work):
    def dropped():
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        return work()

    return in_a_child(dropped)


@pytest.fixture
def reachable(tmp_path):
    """A folder that somebody without rights can reach (pytest's own is closed to others)."""
    import tempfile
    from pathlib import Path

    folder = Path(tempfile.mkdtemp(prefix="rcoder"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_read_only_folder_is_said_in_one_sentence(project, reachable):
    path = reachable / "x.rcoder"
    shutil.copy(project, path)
    path.chmod(0o644)
    reachable.chmod(0o555)
    before = path.read_bytes()
    said = as_somebody_without_rights(lambda: open_store(path))
    assert said.startswith("RcoderError: ")
    assert str(path) in said
    assert "permission" in said or "may read and write" in said
    assert path.read_bytes() == before
    assert [each.name for each in reachable.iterdir()] == ["x.rcoder"]


def test_a_file_that_may_not_be_read_is_said_in_one_sentence(project, reachable):
    path = reachable / "x.rcoder"
    shutil.copy(project, path)
    path.chmod(0o000)
    said = as_somebody_without_rights(lambda: open_store(path))
    path.chmod(0o644)
    assert said.startswith("RcoderError: ")
    assert "cannot be read: Permission denied" in said


def test_a_project_cannot_be_made_in_a_read_only_folder(reachable):
    reachable.chmod(0o555)
    said = as_somebody_without_rights(lambda: create_store(reachable / "x.rcoder"))
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


def test_only_the_file_copied_while_open_is_a_sound_project(project, acknowledge, tmp_path):
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
