from __future__ import annotations

from pathlib import Path

import pytest

from rcoder.domain.journal import added
from rcoder.store import create_store, open_store
from rcoder.store.place import mounted, why_shared

MOUNTS = [
    "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw",
    "90 22 0:50 / /mnt/h rw - nfs4 server:/home rw",
    r"91 22 0:51 / /mnt/to\040navne rw - cifs //server/share rw",
    "92 22 0:52 / /home/a/cloud rw - fuse.rclone remote rw",
    "93 22 0:53 / /mnt/h/local rw - ext4 /dev/vdb rw",
    "94 22 0:54 / /mnt/h/local rw - 9p host rw",
    "rubbish",
]


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/x", "ext4"),
        ("/mnt/h/studie", "nfs4"),
        ("/mnt/hus", "ext4"),
        ("/mnt/to navne/x", "cifs"),
        ("/home/a/cloud", "fuse.rclone"),
        ("/mnt/h/local/x", "9p"),
    ],
)
def test_the_deepest_and_last_mount_says_what_a_folder_lies_on(folder, kind):
    assert mounted(Path(folder), MOUNTS) == kind


@pytest.mark.parametrize(
    "folder",
    [
        "Dropbox",
        "Dropbox (Uni)",
        "OneDrive - Aarhus Universitet",
        "Google Drive",
        "Nextcloud",
        "iCloud Drive",
    ],
)
def test_a_synchronised_folder_has_no_wal(tmp_path, world, folder):
    place = tmp_path / folder / "studie"
    place.mkdir(parents=True)
    path = place / "x.rcoder"
    with create_store(path) as store:
        assert folder in store.shared
        world.build(store)
        assert store._writer._raw.execute("PRAGMA journal_mode").fetchone()[0] == "truncate"
        assert store._writer._raw.execute("PRAGMA synchronous").fetchone()[0] == 2
        store.write(world.entry(*added(world.coding())))
        assert store.latest() == 2
        assert path.read_bytes()[18:20] == b"\1\1"
        assert not list(place.glob("*-wal"))


def test_a_project_moved_into_a_synchronised_folder_leaves_wal_and_takes_it_up_again(
    tmp_path, project_file, world
):
    (tmp_path / "Dropbox").mkdir()
    there = project_file.rename(tmp_path / "Dropbox" / "x.rcoder")
    with open_store(there) as store:
        world.build(store)
    assert there.read_bytes()[18] == 1
    back = there.rename(project_file)
    with open_store(back) as store:
        assert store.shared == ""
        assert store.latest() == 1
    assert back.read_bytes()[18] == 2


def test_an_ordinary_folder_is_written_through_a_wal_in_full(project_file):
    with open_store(project_file) as store:
        store.warm()
        settings = {
            name: store._writer._raw.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "trusted_schema",
                "cell_size_check",
                "mmap_size",
            )
        }
    assert settings == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1,
        "mmap_size": 0,
    }  # fmt: skip


def test_an_ordinary_folder_is_called_nothing(tmp_path):
    assert why_shared(tmp_path / "x") == ""
