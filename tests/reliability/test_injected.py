"""Every fault the disk can have, at every Nth call, and kills at exact calls: said in a sentence, and nothing lost.

A few of each by default; all of them with RCODER_RELIABILITY=long (`make reliability`).
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from rcoder.domain.journal import replay
from rcoder.domain.records import to_row
from rcoder.domain.tables import RECORDS
from rcoder.store import open_store
from rcoder.store.backup_folder import UNFINISHED, folder_of, listed
from rcoder.store.backup_restore import Asked, restore
from rcoder.store.checking import look_over

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]
LONG = os.environ.get("RCODER_RELIABILITY") == "long"
HERE = Path(__file__).parent
WORK = ("code", "undo", "import", "backup", "restore")
CALLS = ("pwrite64", "fdatasync", "fsync", "ftruncate")
ENDS = ("pwrite64", "fdatasync", "fsync", "ftruncate", "link", "unlink", "rename")
KILLS = 200 if LONG else 5
SWEEPS = (
    list(product(WORK, ("EIO", "ENOSPC", "EROFS"), [(call,) for call in CALLS] + [CALLS], (1, 2, 3, 5, 7)))
    if LONG
    else [
        ("code", "EIO", CALLS, 7),
        ("undo", "ENOSPC", CALLS, 5),
        ("import", "EROFS", CALLS, 3),
        ("backup", "ENOSPC", CALLS, 2),
        ("restore", "EIO", CALLS, 3),
    ]
)
TIMES = 24 if LONG else 8
KILLED = {"code": 12, "undo": 12, "import": 4, "backup": 4} if LONG else {}
"""How often the work is done in a run that is killed, so that there are places enough to kill at; once where not said."""


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """A project with two backups of different times."""
    folder = tmp_path_factory.mktemp("prepared")
    run([], "import operate, pathlib, sys; operate.prepare(pathlib.Path(sys.argv[1]))", folder / "x.rcoder")
    return folder


@pytest.fixture
def project(prepared, tmp_path):
    shutil.copytree(prepared, tmp_path / "it")
    return tmp_path / "it" / "x.rcoder"


def run(before, code, *words):
    """Run our program, or a line of code, behind strace."""
    program = ["-c", code] if code else [HERE / "operate.py"]
    found = subprocess.run(
        [*before, sys.executable, *program, *words], capture_output=True, text=True, check=False, cwd=HERE,
        env={**os.environ, "PYTHONPATH": f"{HERE.parents[1]}{os.pathsep}{HERE}"},
    )  # fmt: skip
    if "ptrace" in found.stderr or "PTRACE" in found.stderr:
        pytest.skip("strace may not trace here")
    return found


def injected(what, *words):
    """Run our program with faults ("pwrite64:error=EIO:when=3") injected."""
    calls = ",".join(each.split(":")[0] for each in what)
    faults = [f"--inject={each}" for each in what]
    return run(["strace", "-f", "-qq", "-o", os.devnull, f"--trace={calls}", *faults], "", *words)


def whole(path):
    """The project is sound through and through: pages, texts, references, and the journal gives the tables."""
    assert look_over_open(path) == []
    with open_store(path) as store:
        replayed = replay(store.entries())
        for table, record in RECORDS.items():
            found = store.reader.records(record, f"SELECT * FROM {table}")  # noqa: S608  # our own names
            assert {each.id: to_row(each) for each in found} == replayed.get(table, {})
        return store.latest()


def look_over_open(path):
    """What is wrong with a project that may have a WAL."""
    from rcoder.store.checking import faults
    from rcoder.store.reading import SqliteReader

    reader = SqliteReader(path)
    try:
        return faults(reader)
    finally:
        reader.close()


def backups_are_whole(path):
    for each in listed(path):
        assert each.counts
        assert look_over(Path(each.file))[1] == []


def nothing_half_done_lies_about(path):
    for folder in (path.parent, folder_of(path)):
        assert not list(folder.glob(f".*{UNFINISHED}*"))


@pytest.mark.parametrize("sweep", SWEEPS, ids=str)
def test_a_fault_of_the_disk_is_said_and_loses_nothing(project, counted, sweep):
    """Every Nth call fails; what is refused is tried again until it is done, and what was said to be done is there.

    N is more than twice the calls of one piece of work, so that the next try goes through, and the fault wanders.
    """
    work, error, calls, nth = sweep
    before, counts = len(listed(project)), counted(work)
    what = [
        f"{call}:error={error}:when={nth}+{2 * counts[call] + 3 + nth}" for call in calls if counts[call] > 0
    ]
    if not what:
        pytest.skip(f"{work} makes no call of {', '.join(calls)}")
    done = injected(what, work, project, "--times", str(TIMES))
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    acknowledged = [int(each) for each in said if not each.startswith("!")]
    refused = [each for each in said if each.startswith("!")]
    assert len(acknowledged) == TIMES + (work == "undo"), done.stdout
    assert refused or calls != CALLS
    for each in refused:
        assert "/it" in each, each
        assert re.search("written|full|damaged|as it was|No backup was made|Nothing", each), each
    latest = whole(project)
    backups_are_whole(project)
    nothing_half_done_lies_about(project)
    if work in ("code", "undo", "import"):
        assert latest >= acknowledged[-1]
    elif work == "backup":
        assert len(listed(project)) == before + TIMES
    else:
        assert latest == acknowledged[-1]


@pytest.fixture(scope="session")
def counted(prepared, tmp_path_factory):
    """How often a piece of work makes each of the calls that change something."""

    @cache
    def count(work, spoil=None, times=1):
        folder = tmp_path_factory.mktemp("counted")
        log, here = folder / "log", folder / "it" / "x.rcoder"
        shutil.copytree(prepared, folder / "it")
        if spoil is not None:
            spoil(here)
        run(
            ["strace", "-f", "-qq", "-o", log, f"--trace={','.join(ENDS)}"],
            "",
            work,
            here,
            "--times",
            str(times),
        )
        return Counter(line.split()[1].split("(")[0] for line in log.read_text().splitlines() if "(" in line)

    return count


def spread(counts):
    """So many places to kill at, spread over all calls of all kinds."""
    places = [(call, number) for call in ENDS for number in range(1, counts[call] + 1)]
    step = max(1.0, len(places) / KILLS)
    return [places[int(number * step)] for number in range(min(KILLS, len(places)))]


def spoil(path):
    """A first page that is no SQLite's any more; gives the file as it is then."""
    path.write_bytes(b"\x93" * 4096 + path.read_bytes()[4096:])
    return path.read_bytes()


@pytest.mark.parametrize("work", WORK)
def test_a_program_killed_at_any_write_leaves_all_or_nothing(prepared, counted, tmp_path, work):
    times = KILLED.get(work, 1)
    places = spread(counted(work, times=times))
    assert len(places) == KILLS
    lost = []
    for number, (call, count) in enumerate(places):
        folder = tmp_path / str(number)
        shutil.copytree(prepared, folder)
        here = folder / "x.rcoder"
        ends = {each.seq for each in listed(here)}
        done = injected([f"{call}:signal=SIGKILL:when={count}"], work, here, "--times", str(times))
        acknowledged = [int(each) for each in done.stdout.split()]
        latest = whole(here)
        backups_are_whole(here)
        if work == "restore":
            assert latest in ends
            assert not acknowledged or latest == acknowledged[-1]
        elif work == "backup":
            assert len(listed(here)) - (acknowledged or [2])[-1] in (0, 1)
        elif acknowledged and latest < acknowledged[-1]:
            lost.append((call, count))
        shutil.rmtree(folder)
    assert lost == []


def test_a_program_killed_while_an_unreadable_project_is_restored_leaves_that_or_the_backup(
    prepared, counted, tmp_path
):
    for number, (call, count) in enumerate(spread(counted("restore", spoil))):
        folder = tmp_path / str(number)
        shutil.copytree(prepared, folder)
        here = folder / "x.rcoder"
        content = spoil(here)
        injected([f"{call}:signal=SIGKILL:when={count}"], "restore", here)
        if here.read_bytes() != content:
            assert whole(here) in {each.seq for each in listed(here)}
            kept = [each for each in listed(here) if not each.counts]
            assert kept
            assert Path(kept[0].file).read_bytes() == content
        else:
            source = min((each for each in listed(here) if each.counts), key=lambda each: each.seq)
            assert restore(Asked(here, Path(source.file))).done
        shutil.rmtree(folder)


def test_a_backup_is_on_the_disk_before_it_has_its_name_and_named_before_it_is_said(project, tmp_path):
    """What powercut.py cannot follow, which keeps to one name: the order of the calls."""
    log = tmp_path / "log"
    calls = "openat,pwrite64,fsync,link,rename,write,close"
    run(["strace", "-f", "-qq", "-y", "-o", log, f"--trace={calls}"], "", "backup", project)
    lines = [line.split(None, 1)[1] for line in log.read_text().splitlines()]
    writes = [n for n, each in enumerate(lines) if each.startswith("pwrite64") and UNFINISHED in each]
    synced = [n for n, each in enumerate(lines) if each.startswith("fsync") and UNFINISHED in each]
    named = [n for n, each in enumerate(lines) if each.startswith("link") and "by-hand" in each]
    folder = [n for n, each in enumerate(lines) if each.startswith("fsync") and "-backups>" in each]
    said = [n for n, each in enumerate(lines) if each.startswith("write(1")]
    assert writes
    assert writes[-1] < synced[-1] < named[-1] < folder[-1] < said[-1]


def test_a_disk_that_never_writes_is_said_and_ends_the_work(project):
    """The injection works: with every call failing, nothing is acknowledged, and the project is as it was."""
    with closing(sqlite3.connect(project)) as connection:
        latest = connection.execute("SELECT MAX(seq) FROM entries").fetchone()[0]
    for work in ("code", "backup", "restore"):
        done = injected(["pwrite64:error=EIO:when=1+"], work, project)
        assert done.returncode == 1
        assert "rcoder.domain.errors" in done.stderr
        assert {each[0] for each in done.stdout.splitlines()} == {"!"}
    assert whole(project) == latest
    assert len(listed(project)) == 2
