from __future__ import annotations

import multiprocessing
import sys
from dataclasses import replace

import pytest

from rcoder.domain.case import Case
from rcoder.domain.errors import Stale
from rcoder.domain.journal import Entry, added, changed, replay
from rcoder.store import open_store

WRITERS, TIMES = 10, 10


def count_up(location, writer, done):
    """Add one to the same case again and again, looking anew whenever somebody else was quicker."""
    with open_store(location) as store:
        for number in range(TIMES):
            tries = 0
            while True:
                (case,) = store.reader.records(Case, "SELECT * FROM cases")
                more = replace(case, name=str(int(case.name) + 1))
                name = f"{writer}-{number}-{tries}"
                try:
                    store.write(
                        Entry(name, f"w{writer}", "2026-01-01T00:00:00Z", "talte", changed(case, more))
                    )
                    break
                except Stale:
                    tries += 1
    done.put(writer)


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_ten_programs_writing_one_file_lose_no_update(project_file, world):
    with open_store(project_file) as store:
        store.write(world.entry(*added(Case("c1", "0"))))
    fork = multiprocessing.get_context("fork")
    done = fork.Queue()
    children = [fork.Process(target=count_up, args=(project_file, number, done)) for number in range(WRITERS)]
    for child in children:
        child.start()
    finished = {done.get(timeout=60) for _ in children}
    for child in children:
        child.join()
        assert child.exitcode == 0
    assert finished == set(range(WRITERS))
    with open_store(project_file) as store:
        entries = store.entries()
        assert store.reader.one("SELECT name FROM cases") == {"name": str(WRITERS * TIMES)}
        assert [entry.seq for entry in entries] == list(range(1, WRITERS * TIMES + 2))
        assert replay(entries)["cases"]["c1"]["name"] == str(WRITERS * TIMES)
