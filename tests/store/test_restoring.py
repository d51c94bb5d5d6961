"""A restore puts a project back as a backup has it, keeps what was there, and can be undone."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from rcoder.domain.backup import BEFORE_RESTORE, State
from rcoder.domain.errors import Damaged, Misuse, NewerProject, NotAProject, RcoderError
from rcoder.domain.journal import SCHEMA, added
from rcoder.domain.study import Study
from rcoder.store import backup_restore, create_store, open_store, recognise
from rcoder.store.backup import back_up
from rcoder.store.backup_folder import UNFINISHED, folder_of, listed
from rcoder.store.backup_restore import Asked, restore

SCHEMAS = Path(__file__).parent / "schemas"


@pytest.fixture
def project(project_file, world):
    with open_store(project_file) as store:
        world.build(store)
        store.write(world.entry(*added(Study("study", "Studiet"))))
    return project_file


@pytest.fixture
def earlier(project, world):
    """A backup of the project, which has gone on since."""
    made = Path(back_up(project).file)
    with open_store(project) as store:
        store.write(world.entry(*added(world.coding())))
        store.log("anna", "exported", "quotes.csv")
    return made


def rows(path, *left_out):
    with closing(sqlite3.connect(path)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=str)  # noqa: S608  # our own
            for name in names
            if name not in left_out
        }


def activity(path):
    with open_store(path) as store:
        return [
            (row["what"], row["about"]) for row in store.reader.rows("SELECT * FROM activity ORDER BY seq")
        ]


def beside(path):
    return sorted(each.name.removeprefix(path.name) for each in path.parent.iterdir() if each.is_file())


@contextmanager
def open_elsewhere(path):
    """Another program that has the project open and has read from it."""
    code = "import sys; from rcoder.store import open_store; s = open_store(sys.argv[1]); s.latest(); print(1, flush=True); input()"
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert child.stdout.readline().strip() == "1"
        yield
    finally:
        child.communicate("\n")


def test_a_restore_gives_the_rows_of_the_backup_and_keeps_those_there_were(project, earlier):
    before, backed_up = rows(project), rows(earlier, "activity")
    done = restore(Asked(project, earlier))
    assert done.done
    assert done.kept.why == BEFORE_RESTORE
    assert rows(project, "activity") == backed_up
    assert rows(done.kept.file) == before
    with open_store(project) as store:
        assert store.verify() == []
        assert store.latest() == 2


def test_a_restore_is_undone_by_restoring_what_was_kept_and_that_is_undone_too(project, earlier):
    before, backed_up = rows(project, "activity"), rows(earlier, "activity")
    first = restore(Asked(project, earlier))
    second = restore(Asked(project, Path(first.kept.file)))
    assert rows(project, "activity") == before
    restore(Asked(project, Path(second.kept.file)))
    assert rows(project, "activity") == backed_up


def test_the_log_of_activity_goes_on_over_every_restore(project, earlier):
    first = restore(Asked(project, earlier, "anna"))
    second = restore(Asked(project, Path(first.kept.file)))
    assert activity(project) == [
        ("exported", "quotes.csv"),
        ("restored", f"{earlier.name}; kept {first.kept.name}"),
        ("restored", f"{first.kept.name}; kept {second.kept.name}"),
    ]


def test_the_journal_says_nothing_of_a_restore_and_work_goes_on(project, earlier, world):
    restore(Asked(project, earlier))
    with open_store(project) as store:
        assert [each.id for each in store.entries()] == ["e1", "e2"]
        assert store.write(world.entry(*added(world.coding("k9")))).seq == 3


def test_file_rights_and_links_stay(project, earlier):
    project.chmod(0o640)
    other_name = project.with_name("same.rcoder")
    os.link(project, other_name)
    found = project.stat()
    restore(Asked(project, earlier))
    assert (project.stat().st_ino, project.stat().st_mode) == (found.st_ino, found.st_mode)
    assert recognise(other_name) == SCHEMA
    assert beside(project) == ["", "same.rcoder"]


def test_what_the_project_is_already_is_left_alone(project):
    made = Path(back_up(project).file)
    before = project.read_bytes()
    done = restore(Asked(project, made))
    assert not done.done
    assert [each.name for each in listed(project)] == [made.name]
    assert project.read_bytes() == before


def test_a_project_open_in_another_program_is_not_restored(project, earlier):
    before = rows(project)
    with open_elsewhere(project), pytest.raises(RcoderError, match="open in another program"):
        restore(Asked(project, earlier))
    assert rows(project) == before
    assert [each.name for each in listed(project)] == [earlier.name]


def test_a_project_open_in_this_program_is_not_restored(project, earlier):
    with open_store(project), pytest.raises(RcoderError, match="open here"):
        restore(Asked(project, earlier))


def test_without_wal_a_program_that_has_the_project_open_sees_the_restore(project, earlier, monkeypatch):
    """There its locks last only as long as it reads: it is not found out, so it must not be left with the old file."""
    monkeypatch.setattr("rcoder.store.connection.why_shared", lambda _: "a network folder")
    open_store(project).close()
    monkeypatch.setattr(backup_restore, "is_open_here", lambda _: False)
    with open_store(project) as other:
        assert other.latest() == 3
        restore(Asked(project, earlier))
        assert other.latest() == 2
        assert other.verify() == []


def test_a_missing_project_is_made_again(project, earlier):
    backed_up = rows(earlier, "activity")
    project.unlink()
    done = restore(Asked(project, earlier))
    assert done.done
    assert done.kept is None
    assert rows(project, "activity") == backed_up
    assert project.stat().st_mode & 0o777 == 0o600
    assert beside(project) == [""]


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: bytes(len(content)),
        lambda content: content[:50],
        lambda content: content[:5000],
        lambda content: content[: len(content) // 2],
        lambda content: b"\x93" * 4096 + content[4096:],
        lambda content: content[:4096] + os.urandom(4096 * 9) + content[4096 * 10 :],
        lambda content: content[:100] + bytes(3996) + content[4096:],
        lambda content: content.replace(b"lyttede", b"\xff\xff\xff\xff\xff\xff\xff"),
    ],
    ids=[
        "empty",
        "zeros",
        "no header",
        "one page",
        "half",
        "encrypted header",
        "random pages",
        "no tables",
        "words",
    ],
)
def test_a_damaged_project_is_restored_and_kept_byte_for_byte_or_row_for_row(project, earlier, damage):
    backed_up, content = rows(earlier, "activity"), damage(project.read_bytes())
    project.write_bytes(content)
    done = restore(Asked(project, earlier))
    assert done.done
    assert done.kept.state is State.DAMAGED
    assert rows(project, "activity") == backed_up
    with open_store(project) as store:
        assert store.verify() == []
    kept = Path(done.kept.file).read_bytes()
    assert kept == content or len(kept) >= len(content) - 4096 * 2
    assert listed(project)[-1].name == earlier.name


def test_what_lay_in_the_wal_of_a_project_that_cannot_be_opened_is_kept_with_it(project, earlier, world):
    child = os.fork()
    if child == 0:
        store = open_store(project)
        store.write(world.entry(*added(world.coding("k5"))))
        os._exit(0)
    os.waitpid(child, 0)
    wal = project.with_name(f"{project.name}-wal").read_bytes()
    assert wal
    project.write_bytes(b"\x93" * 4096 + project.read_bytes()[4096:])
    done = restore(Asked(project, earlier))
    assert Path(f"{done.kept.file}-wal").read_bytes() == wal
    assert beside(project) == [""]
    with open_store(project) as store:
        assert store.latest() == 2


def test_an_unreadable_project_that_another_program_holds_is_left_to_it(project, earlier):
    with open_elsewhere(project):
        content = b"\x93" * 4096
        child = os.fork()
        if child == 0:
            descriptor = os.open(project, os.O_WRONLY)
            os.pwrite(descriptor, content, 0)
            os._exit(0)
        os.waitpid(child, 0)
        with pytest.raises(RcoderError, match="open in another program"):
            restore(Asked(project, earlier))
    assert [each.name for each in listed(project)] == [earlier.name]


def test_a_damaged_backup_is_restored_only_for_a_reason(project, earlier):
    earlier.chmod(0o600)
    earlier.write_bytes(earlier.read_bytes().replace(b"lyttede", b"talte  "))
    before = rows(project)
    with pytest.raises(Damaged, match="The stored words of Mette"):
        restore(Asked(project, earlier))
    assert rows(project) == before
    assert restore(Asked(project, earlier, anyway="it is all there is")).done
    assert activity(project)[-1][1].endswith("it is all there is")


def test_a_backup_that_cannot_be_read_is_not_restored_for_any_reason(project, earlier):
    earlier.chmod(0o600)
    earlier.write_bytes(earlier.read_bytes()[:4096] + os.urandom(9999))
    with pytest.raises(Damaged):
        restore(Asked(project, earlier, anyway="please"))


def test_a_backup_of_another_study_is_restored_only_for_a_reason(project, earlier, tmp_path, world):
    other = tmp_path / "other.rcoder"
    with create_store(other) as store:
        store.write(world.entry(*added(Study("other", "Et andet studie"))))
    before = rows(project)
    with pytest.raises(RcoderError, match=r"of another study \(Et andet studie\) than .* \(Studiet\)"):
        restore(Asked(project, other))
    assert rows(project) == before
    assert restore(Asked(project, other, anyway="the file was mixed up")).done
    assert rows(project)["study"] == rows(other)["study"]
    assert [what for what, _ in activity(project)] == ["restored"]


def test_a_file_that_is_no_project_is_not_written_over_by_a_file_from_elsewhere(tmp_path, earlier):
    notes = tmp_path / "notes.rcoder"
    notes.write_text("my notes " * 500)
    elsewhere = Path(shutil.copy(earlier, tmp_path / "copy.rcoder"))
    with pytest.raises(NotAProject, match="left as it is"):
        restore(Asked(notes, elsewhere))
    assert notes.read_text() == "my notes " * 500
    done = restore(Asked(notes, elsewhere, anyway="the notes were a mistake"))
    assert Path(done.kept.file).read_text() == "my notes " * 500


def test_what_is_no_backup_is_not_restored(project, tmp_path):
    before = project.read_bytes()
    (tmp_path / "notes.txt").write_text("hej")
    newer = tmp_path / "newer.rcoder"
    newer.write_bytes(before[:60] + (999).to_bytes(4, "big") + before[64:])
    for source, error in (
        (tmp_path / "notes.txt", NotAProject),
        (tmp_path / "gone.rcoder", NotAProject),
        (tmp_path, NotAProject),
        (newer, NewerProject),
        (project, Misuse),
    ):
        with pytest.raises(error):
            restore(Asked(project, source))
    with pytest.raises(NotAProject):
        restore(Asked(tmp_path, project))
    with pytest.raises(RcoderError, match="does not exist"):
        restore(Asked(tmp_path / "nowhere" / "x.rcoder", project))
    assert project.read_bytes() == before


def test_a_project_of_a_newer_rcoder_is_left_alone(project, earlier):
    content = bytearray(project.read_bytes())
    content[60:64] = (999).to_bytes(4, "big")
    project.write_bytes(content)
    with pytest.raises(NewerProject):
        restore(Asked(project, earlier))
    assert project.read_bytes() == content


def test_a_backup_of_an_older_schema_is_brought_up_to_date_and_stays_as_it_is(tmp_path):
    old, project = tmp_path / "old.rcoder", tmp_path / "study.rcoder"
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript((SCHEMAS / "0001.sql").read_text(encoding="utf-8"))
    content = old.read_bytes()
    restore(Asked(project, old))
    assert recognise(project) == SCHEMA
    with open_store(project) as store:
        assert store.verify() == []
        assert store.latest() == 4
    assert old.read_bytes() == content


def test_a_restore_that_fails_half_way_leaves_the_project_and_no_backup_of_it(project, earlier, monkeypatch):
    before = rows(project)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup_restore, "_note", full)
    with pytest.raises(RcoderError, match="is full"):
        restore(Asked(project, earlier))
    assert rows(project) == before
    assert [each.name for each in listed(project)] == [earlier.name]
    assert not list(project.parent.glob(f".*{UNFINISHED}*"))
    assert not list(folder_of(project).glob(f".*{UNFINISHED}*"))
