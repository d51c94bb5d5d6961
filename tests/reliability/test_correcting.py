"""A program killed while it gives a transcript a corrected text: that is wholly done or not at all."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from rcoder.domain.journal import replay
from rcoder.domain.records import to_row
from rcoder.domain.tables import RECORDS
from rcoder.store import open_store

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]
CHILD = Path(__file__).parent / "correcting.py"


@pytest.fixture(scope="module")
def correcting():
    spec = importlib.util.spec_from_file_location("correcting", CHILD)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def made(correcting, tmp_path_factory):
    path = tmp_path_factory.mktemp("made") / "x.rcoder"
    correcting.make(path)
    return path


def killed_at(path, call, number):
    """Runs the program and kills it at its n-th call of that kind; whether it said that it was done."""
    found = subprocess.run(
        ["strace", "-f", "-qq", "-e", f"trace={call}", "-e", f"inject={call}:signal=SIGKILL:when={number}", "-P", path,
         "-P", f"{path}-wal", sys.executable, CHILD, path],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(CHILD.parents[2])},
    )  # fmt: skip
    if "ptrace" in found.stderr:
        pytest.skip("strace may not trace here")
    return found.stdout.strip()


@pytest.mark.parametrize(
    ("call", "number"),
    [("pwrite64", n) for n in (1, 2, 3, 20, 120, 300, 440)] + [("fdatasync", n) for n in (1, 2, 4)],
)
def test_a_corrected_text_is_wholly_there_or_not_at_all(correcting, made, tmp_path, call, number):
    path = Path(shutil.copy(made, tmp_path / "x.rcoder"))
    said = killed_at(path, call, number)
    with open_store(path) as store:
        revisions = store.reader.one("SELECT COUNT(*) AS n FROM revisions")["n"]
        doubts = store.reader.one("SELECT COUNT(*) AS n FROM doubts")["n"]
        moved = store.reader.one("SELECT COUNT(*) AS n FROM codings WHERE revision = 2")["n"]
        quotes = {row["quote"] for row in store.reader.rows("SELECT quote FROM codings")}
        assert (revisions, doubts, moved) in [(0, 0, 0), (1, 40, 360)]
        assert revisions == 1 or not said
        assert quotes == {correcting.LINE[7:20]}
        assert store.verify() == []
        replayed = replay(store.entries())
        for table, record in RECORDS.items():
            found = store.reader.records(record, f"SELECT * FROM {table}")  # noqa: S608  # our own names
            assert {each.id: to_row(each) for each in found} == replayed.get(table, {})
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchone() is None
    if not revisions:
        assert correcting.write(path) == 2


def test_the_program_that_is_killed_is_one_that_can_end(made, tmp_path):
    path = Path(shutil.copy(made, tmp_path / "x.rcoder"))
    assert killed_at(path, "pwrite64", 65_000) == "2"
