"""Backups of a project file: made while work goes on, looked over before they count, thinned as time goes by."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from rcoder.domain.backup import AUTOMATIC, BEFORE_RESTORE, BY_HAND, BackupName, State, before
from rcoder.domain.errors import Damaged, RcoderError
from rcoder.domain.journal import added
from rcoder.store import backup as making
from rcoder.store import open_store
from rcoder.store.backup import back_up, back_up_changes
from rcoder.store.backup_folder import UNFINISHED, folder_of, listed, thin
from rcoder.store.checking import look_over
from rcoder.store.connection import choose_journal

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def project(project_file, world):
    with open_store(project_file) as store:
        world.build(store)
    return project_file


def rows(path):
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=str)  # noqa: S608  # our own
            for name in names
        }


def put(project, at, why=AUTOMATIC, **more):
    """A file that has the name of a backup of that time."""
    folder = folder_of(project)
    folder.mkdir(exist_ok=True)
    file = folder / BackupName(project.stem, at, why, **more).file
    file.write_bytes(b"")
    return file


def names(project):
    return sorted(each.name for each in folder_of(project).iterdir())


def spoil(path, old, new):
    path.chmod(0o600)
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new))


def test_a_backup_has_every_row_and_stands_alone_in_the_folder_beside_the_project(project):
    made = back_up(project)
    assert made.state is State.VERIFIED
    assert made.why == BY_HAND
    assert folder_of(project).name == f"{project.name}-backups"
    assert names(project) == [made.name]
    assert rows(made.file) == rows(project)
    assert (made.title, made.seq, made.entry_id) == ("", 1, "e1")
    assert listed(project) == [made]


def test_a_backup_needs_no_wal_and_may_be_read_by_its_owner_alone(project):
    made = back_up(project)
    with open(made.file, "rb") as file:  # noqa: PTH123
        assert file.read(20)[18:20] == b"\1\1"
    assert os.stat(made.file).st_mode & 0o777 == 0o400  # noqa: PTH116
    assert folder_of(project).stat().st_mode & 0o777 == 0o700


def test_a_project_that_its_group_may_write_has_backups_that_the_group_may_read(project):
    project.chmod(0o660)
    made = back_up(project)
    assert os.stat(made.file).st_mode & 0o777 == 0o440  # noqa: PTH116
    assert folder_of(project).stat().st_mode & 0o777 == 0o770
    assert folder_of(project).stat().st_gid == project.stat().st_gid


@pytest.mark.parametrize("shared", [False, True], ids=["wal", "rollback journal"])
def test_a_backup_is_the_state_of_one_moment_while_others_write(project, world, monkeypatch, shared):
    """A writer writes between any two pieces that are copied: what the backup has is what some entry left."""
    if shared:
        monkeypatch.setattr("rcoder.store.connection.why_shared", lambda _: "a network folder")
        choose_journal(project)
    monkeypatch.setattr(making, "STEP", 10)
    with open_store(project) as store:
        store.warm()
        written = []

        def write(*_):
            number = len(written)
            written.append(store.write(world.entry(*added(world.coding(f"w{number}", number, number + 9)))))

        made = back_up(project, report=lambda _done, _whole, what: write() if what == "pages" else None)
        assert len(written) > 2
        entries = store.entries()
    assert 1 <= made.seq <= len(entries)
    with closing(sqlite3.connect(f"file:{made.file}?mode=ro&immutable=1", uri=True)) as copy:
        assert copy.execute("SELECT COUNT(*) FROM codings").fetchone()[0] == made.seq - 1
        assert copy.execute("SELECT id FROM entries ORDER BY seq").fetchall() == [
            (each.id,) for each in entries[: made.seq]
        ]


def test_a_backup_does_not_keep_the_project_from_being_written(project, world):
    begun, go_on = threading.Event(), threading.Event()

    def pause(*_):
        begun.set()
        go_on.wait(20)

    child = threading.Thread(target=back_up, args=(project,), kwargs={"report": pause})
    child.start()
    assert begun.wait(20)
    with open_store(project) as store:
        assert store.write(world.entry(*added(world.coding()))).seq == 2
    go_on.set()
    child.join()
    assert [each.seq for each in listed(project)] == [1]


def test_nothing_written_since_makes_no_second_backup(project, world):
    first = back_up_changes(project, AUTOMATIC)
    assert back_up_changes(project, AUTOMATIC) is None
    with open_store(project) as store:
        store.write(world.entry(*added(world.coding())))
    second = back_up_changes(project, before("import"))
    assert second.why == "before-import"
    assert second.seq == first.seq + 1
    assert back_up_changes(project, before("import")) is None


def test_a_backup_into_a_file_overwrites_nothing(project, tmp_path):
    to = tmp_path / "elsewhere.rcoder"
    made = back_up(project, to=to)
    assert rows(to) == rows(project)
    assert made.name == str(to)
    with pytest.raises(RcoderError, match="exists already and is left as it is"):
        back_up(project, to=to)
    with pytest.raises(RcoderError, match="does not exist"):
        back_up(project, to=tmp_path / "nowhere" / "x.rcoder")
    assert not folder_of(project).exists()


def test_two_backups_of_one_second_have_two_names(project):
    made = [back_up(project) for _ in range(3)]
    assert len({each.file for each in made}) == 3
    assert len(listed(project)) == 3


def test_a_damaged_project_is_not_backed_up_and_drives_no_sound_backup_out(project, world):
    sound = back_up(project)
    spoil(project, "Ærligt".encode(), "ærligt".encode())
    with pytest.raises(Damaged, match="The stored words of Mette, første samtale are not"):
        back_up(project)
    assert names(project) == [sound.name]


def test_a_disk_that_changes_what_is_written_makes_no_backup(project, monkeypatch):
    """The copy is looked over, not the project: what arrived is what counts."""
    whole = making.copy_out

    def bad_disk(source, copy, pace=None):
        whole(source, copy, pace)
        spoil(copy, b"lyttede", b"talte  ")

    monkeypatch.setattr(making, "copy_out", bad_disk)
    with pytest.raises(Damaged):
        back_up(project)
    assert names(project) == []


def test_a_copy_of_another_moment_is_no_backup(project, tmp_path, monkeypatch):
    older = back_up(project, to=tmp_path / "older.rcoder")
    with open_store(project) as store:
        store.write(replace(store.entries()[0], id="e2", changes=()))
    whole = making.copy_out

    def other(_source, copy, pace=None):
        with closing(sqlite3.connect(older.file)) as source:
            whole(source, copy, pace)

    monkeypatch.setattr(making, "copy_out", other)
    with pytest.raises(Damaged, match="journal is not the project's"):
        back_up(project)


@pytest.mark.parametrize(
    ("spoiling", "sentence"),
    [
        ("UPDATE texts SET text = text || '.'", "The stored words of Mette, første samtale"),
        ("DELETE FROM coders", "refers to a coder that is not there"),
        ("UPDATE entries SET seq = 7", "The journal has 2 entries, the last of which is number 7"),
    ],
)
def test_what_is_looked_over_is_named(project, world, spoiling, sentence):
    with open_store(project) as store:
        store.write(world.entry(*added(world.coding())))
    with closing(sqlite3.connect(project)) as connection, connection:
        connection.execute(spoiling if "seq" not in spoiling else f"{spoiling} WHERE seq = 2")
    assert any(sentence in each for each in look_over(project)[1])


def test_overwritten_pages_are_looked_over(project):
    content = bytearray(project.read_bytes())
    content[8 * 4096 : 9 * 4096] = bytes(4096)
    project.write_bytes(content)
    assert look_over(project)[1]


def test_bytes_that_are_no_letters_are_a_damage_that_is_named(project):
    spoil(project, b"lyttede", b"\xff\xfe\xff\xff\xff\xff\xff")
    with open_store(project) as store:
        assert store.verify() == ["Mette, første samtale"]
        with pytest.raises(Damaged):
            store.reader.rows("SELECT text FROM texts")
    assert "Mette" in look_over(project)[1][0]


def test_automatic_backups_are_thinned_and_those_by_hand_stay(project):
    hourly = [put(project, NOW - timedelta(minutes=10 * number)) for number in range(60)]
    by_hand = [put(project, NOW - timedelta(days=300 + number), BY_HAND) for number in range(3)]
    older = put(project, NOW - timedelta(days=900), "before-schema-2")
    undo = put(project, NOW - timedelta(days=800), BEFORE_RESTORE)
    damaged = put(project, NOW - timedelta(days=700), BEFORE_RESTORE, damaged=True)
    gone = thin(project)
    left = set(names(project))
    assert len(gone) == len(hourly) - 11
    assert {each.name for each in (*by_hand, older, undo, damaged)} <= left
    assert hourly[0].name in left


def test_only_the_latest_way_back_from_a_restore_is_sure_to_stay(project):
    ways = [put(project, NOW + timedelta(minutes=9 - number), BEFORE_RESTORE) for number in range(3)]
    put(project, NOW + timedelta(minutes=15))
    thin(project)
    assert ways[0].name in names(project)
    assert not {each.name for each in ways[1:]} & set(names(project))


def test_files_of_other_names_in_the_folder_are_left_alone(project):
    folder_of(project).mkdir()
    (folder_of(project) / "læs mig.txt").write_text("mine")
    put(project, NOW - timedelta(days=1))
    put(project, NOW - timedelta(days=1, seconds=1))
    back_up(project, AUTOMATIC)
    assert "læs mig.txt" in names(project)


def test_what_a_killed_backup_left_is_swept_once_it_is_old(project):
    folder = folder_of(project)
    folder.mkdir()
    for name, age in (("old", 7200), ("young", 60)):
        file = folder / f".{name}{UNFINISHED}"
        file.write_bytes(b"half")
        then = datetime.now(UTC).timestamp() - age
        os.utime(file, (then, then))
    made = back_up(project)
    assert names(project) == sorted([made.name, f".young{UNFINISHED}"])


def test_a_list_says_what_cannot_be_read_and_what_is_of_another_study(project, tmp_path):
    made = back_up(project)
    unreadable = put(project, NOW)
    newer = put(project, NOW + timedelta(days=1))
    content = bytearray(open(made.file, "rb").read())  # noqa: PTH123, SIM115
    content[60:64] = (999).to_bytes(4, "big")
    newer.write_bytes(content)
    states = {each.name: each.state for each in listed(project)}
    assert states == {made.name: State.VERIFIED, unreadable.name: State.UNREADABLE, newer.name: State.NEWER}
    assert {each.state for each in listed(project, "another") if each.name == made.name} == {State.FOREIGN}


def test_a_nearly_full_disk_is_no_place_for_a_backup_nobody_asked_for(project, monkeypatch):
    usage = type("Usage", (), {"free": 1000})()
    monkeypatch.setattr(making.shutil, "disk_usage", lambda _: usage)
    with pytest.raises(RcoderError, match="too little for a backup as well"):
        back_up_changes(project, AUTOMATIC)
    assert back_up(project).state is State.VERIFIED


def test_a_folder_that_cannot_be_made_is_said_in_one_sentence(project):
    folder_of(project).write_text("in the way")
    with pytest.raises(RcoderError, match=r"backups could not be read or written"):
        back_up(project)


def test_a_link_to_a_project_has_its_backups_beside_the_project(project, tmp_path):
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "my.rcoder"
    link.symlink_to(project)
    back_up(link)
    assert folder_of(link) == folder_of(project)
    assert len(listed(project)) == 1
    assert not (tmp_path / "links" / "my.rcoder-backups").exists()
