from __future__ import annotations

import os
import select
import signal
import sqlite3
import sys
from contextlib import closing

import pytest

from rcoder.domain.journal import SCHEMA, replay
from rcoder.domain.records import to_row
from rcoder.domain.tables import RECORDS
from rcoder.store import create_store, open_store, recognise

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.skipif(sys.platform == "win32", reason="needs fork"),
]

KILLS = 20


def started(work):
    """A child that runs `work` with a way to say numbers, and the end of the pipe where they come out."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(here)
        work(lambda seq: os.write(there, b"%d\n" % seq))
        os._exit(0)
    os.close(there)
    return child, here


def killed_after(child, here, acknowledgements, seconds):
    """Kill the child when it has said so many numbers, or after so many seconds; what it said last."""
    said = b""
    while said.count(b"\n") < acknowledgements:
        ready, _, _ = select.select([here], [], [], seconds)
        more = os.read(here, 4096) if ready else b""
        if not more:
            break
        said += more
    os.kill(child, signal.SIGKILL)
    while more := os.read(here, 65536):
        said += more
    os.close(here)
    os.waitpid(child, 0)
    whole = said[: said.rfind(b"\n") + 1].split()
    return int(whole[-1]) if whole else 0


def sound(path):
    with closing(sqlite3.connect(path)) as connection:
        return (
            connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            and connection.execute("PRAGMA foreign_key_check").fetchone() is None
        )


def rows_are_what_the_journal_says(store):
    replayed = replay(store.entries())
    for table, record in RECORDS.items():
        found = store.reader.records(record, f"SELECT * FROM {table}")  # noqa: S608  # our own names
        assert {each.id: to_row(each) for each in found} == replayed.get(table, {})
    wrong = 'SELECT c.id FROM codings AS c, texts AS t WHERE c.quote <> SUBSTR(t.text, c.start + 1, c."end" - c.start)'
    assert store.reader.rows(wrong) == []


@pytest.mark.parametrize("seed", range(KILLS))
def test_nothing_acknowledged_is_lost_when_the_program_is_killed(tmp_path, acknowledge, seed):
    path = tmp_path / "x.rcoder"

    def work(say):
        with create_store(path) as store:
            say(store.write(acknowledge.foundation(), {acknowledge.CHECKSUM: acknowledge.TEXT}).seq)
            acknowledge.work(store, say)

    child, here = started(work)
    last = killed_after(child, here, 1 + seed * 7919 % 149, 20)
    assert last > 0
    with open_store(path) as store:
        assert store.latest() >= last
        assert store.verify() == []
        rows_are_what_the_journal_says(store)
        for each in (entry for entry in acknowledge.entries() if int(entry.id[1:]) > store.latest()):
            store.write(each)
            break
    assert sound(path)


@pytest.mark.parametrize("milliseconds", [1, 4, 8, 16, 32])
def test_a_program_killed_while_making_a_project_leaves_none_or_a_whole_one(tmp_path, milliseconds):
    path = tmp_path / "x.rcoder"

    def work(say):
        create_store(path).close()
        say(1)

    child, here = started(work)
    killed_after(child, here, 1, milliseconds / 1000)
    if path.exists():
        assert recognise(path) == SCHEMA
        with open_store(path) as store:
            assert store.latest() == 0
        assert sound(path)
    else:
        with create_store(path) as store:
            assert store.latest() == 0
