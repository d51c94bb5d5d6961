"""An import that is killed or stopped keeps what was done, and somebody else can work beside it."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from rcoder.domain.finding import Search
from rcoder.domain.transcript import Span
from rcoder.project import Project, open_project
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.finding import find
from rcoder.project.sentences import find_sentences, without_sentences

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.skipif(sys.platform == "win32", reason="needs signals"),
]

COUNT = 24
LONG = 240
"""Files of an import that is not over before a signal has reached it, on a busy machine too."""
TALK = (
    "INTERVIEWER: Hvordan gik nummer {n}?\n\n"
    + "METTE: Det gik godt. Så gik vi hjem.\n\nINTERVIEWER: Nå.\n\n" * 20
)


@pytest.fixture
def place(new_project: Callable[..., Project], tmp_path: Path) -> str:
    talks(tmp_path, COUNT)
    with new_project() as project:
        return project.location


def talks(folder: Path, count: int) -> None:
    """Writes so many interviews to bring in."""
    for number in range(count):
        (folder / f"samtale-{number:02}.txt").write_text(TALK.format(n=number), encoding="utf-8")


def importing(place: str, *options: str) -> subprocess.Popen[bytes]:
    files = sorted(str(each) for each in Path(place).parent.glob("samtale-*.txt"))
    return subprocess.Popen(
        [sys.executable, "-u", "-m", "rcoder", "--coder", "Importør", "import", *options, place, *files],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip


def heard(child: subprocess.Popen[bytes], lines: int) -> None:
    """Wait until the import has said so many files."""
    assert child.stdout is not None
    for _ in range(lines):
        assert child.stdout.readline()


def whole_transcripts(place: str) -> int:
    """How many transcripts are there, each of them with its words, turns, index and entry."""
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchone() is None
    with open_project(place, coder="Importør") as project:
        project.verify()
        lines = project.transcript_lines()
        assert {line.turns for line in lines} <= {41}
        entries = [line for line in project.journal() if line.sentence.startswith("Imported")]
        assert len(entries) == len(lines)
        found = find(project, Search("hjem"), limit=LONG * 41)
        assert len({hit.transcript_id for hit in found.hits}) == len(lines)
        assert found.next is None
        return len(lines)


@pytest.mark.parametrize("said", [1, 9, 17])
def test_a_killed_import_leaves_whole_interviews_and_the_next_one_brings_the_rest(
    place: str, said: int
) -> None:
    child = importing(place)
    heard(child, said)
    child.send_signal(signal.SIGKILL)
    child.communicate()
    there = whole_transcripts(place)
    assert said <= there <= COUNT
    with open_project(place) as project:
        missing = without_sentences(project)
    assert there in (missing, COUNT)
    child = importing(place)
    output, _ = child.communicate()
    assert output.count(b": duplicate.") == there
    assert output.count(b": imported") == COUNT - there
    assert whole_transcripts(place) == COUNT
    with open_project(place) as project:
        assert without_sentences(project) == 0


def test_an_import_that_is_interrupted_says_what_was_done(place: str) -> None:
    talks(Path(place).parent, LONG)
    child = importing(place)
    heard(child, 5)
    child.send_signal(signal.SIGINT)
    _, errors = child.communicate()
    assert child.returncode == 130
    (sentence,) = errors.decode().strip().splitlines()
    assert sentence.startswith("Stopped. ")
    assert "stay as they are" in sentence or "will have their sentences" in sentence
    assert whole_transcripts(place) >= 5


def test_finding_sentences_killed_leaves_whole_ones_and_goes_on(place: str) -> None:
    importing(place, "--later").communicate()
    child = subprocess.Popen(
        [sys.executable, "-m", "rcoder", "annotate", "--tell", place], stderr=subprocess.PIPE
    )
    assert child.stderr is not None
    child.stderr.readline()
    child.send_signal(signal.SIGKILL)
    child.communicate()
    with open_project(place) as project:
        left = without_sentences(project)
        assert left < COUNT
        for line in project.transcript_lines():
            reading = project.reading(line.id)
            assert reading.sentences
            assert reading.provisional or len(reading.sentences) == 61
        assert [each.whole for each in find_sentences(project)][:1] == ([left] if left else [])
        assert without_sentences(project) == 0


def test_a_coder_codes_while_an_import_writes_and_nothing_is_lost(place: str) -> None:
    with open_project(place, coder="Mette") as project:
        child = importing(place)
        heard(child, 1)
        (line, *_) = project.transcript_lines()
        coded = 0
        while child.poll() is None or coded < 40:
            code_passage(project, line.id, Span(coded % 300, coded % 300 + 20), "H1.M1", CodingFlags())
            coded += 1
            if child.stdout is not None:
                os.set_blocking(child.stdout.fileno(), False)
                child.stdout.read()
    assert child.wait() == 0
    assert whole_transcripts(place) == COUNT
    with open_project(place, coder="Mette") as project:
        assert len(project.coding_lines()) == coded
        assert without_sentences(project) == 0
