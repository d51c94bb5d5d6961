"""A program that restores a project to and fro, and says after each restore how many there were.

restore_and_acknowledge.py PROJECT [--times N]

The project's first bytes are made elsewhere and copied in one synced write, because `powercut.py` follows one name only.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from operate import prepare

from rcoder.store import open_store
from rcoder.store.backup_folder import listed
from rcoder.store.backup_restore import Asked, restore


def make(path: Path, elsewhere: Path) -> list[Path]:
    """The project at its place, with the journal that is right there; gives two backups of it, older first."""
    prepare(elsewhere)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL)
    os.pwrite(descriptor, elsewhere.read_bytes(), 0)
    os.fsync(descriptor)
    os.close(descriptor)
    open_store(path).close()
    return [Path(each.file) for each in reversed(listed(elsewhere))]


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("project", type=Path)
    asked.add_argument("--times", type=int, default=20)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        backups = make(given.project, Path(folder) / "x.rcoder")
        for number in range(1, given.times + 1):
            restore(Asked(given.project, backups[(number - 1) % 2]))
            os.write(sys.stdout.fileno(), b"%d\n" % number)


if __name__ == "__main__":
    main()
