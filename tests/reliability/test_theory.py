"""Saving a version and consolidating, killed and on a full disk: what was acknowledged is there, whole, and nothing hangs."""

from __future__ import annotations

import resource
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from runpy import run_path
from typing import Any

import pytest

from hanging import hanging
from playing import Player, interviews
from rcoder.domain.errors import RcoderError
from rcoder.domain.journal import replay
from rcoder.domain.records import to_row
from rcoder.domain.tables import RECORDS
from rcoder.project import Project, open_project
from rcoder.project.consolidating import bring, consolidated, splitting
from rcoder.project.verifying import verify
from rcoder.project.versions import differences, save, version_lines

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.skipif(sys.platform == "win32", reason="needs fork"),
]
KILLS: Any = run_path(str(Path(__file__).with_name("test_kills.py")))


@pytest.fixture
def study(new_project: Callable[..., Project], tmp_path: Path) -> str:
    with new_project(coder="Anne") as anne:
        interviews(anne, tmp_path)
        player = Player(anne, Random(2))  # noqa: S311 - no secret
        for deed in ("coded", "released", "begun", "attached", "begun", "attached"):
            player.play((deed,))
        return anne.location


def work(project: Project) -> Iterator[int]:
    """Saves a version, makes two configurations one, and splits them, for ever; the journal's `seq` after each."""
    number = len(version_lines(project))
    while True:
        number += 1
        save(project, f"udgave {number}", "fordi")
        yield project.latest()
        numbers = [each.number for each in project.configuration_lines()][:2]
        brought = bring(project, numbers)
        made, deed = consolidated(project, brought.members, brought.meetings, "samlet")
        project.do(deed)
        yield project.latest()
        project.do(splitting(project, made))
        yield project.latest()


def looked_over(location: str, said: int) -> None:
    with open_project(location, coder="Anne") as anne:
        assert anne.latest() >= said
        assert hanging(anne) == []
        replayed = replay(anne.store.entries())
        for table, record in RECORDS.items():
            found = anne.store.reader.records(record, f"SELECT * FROM {table}")  # noqa: S608 - our own names
            assert {each.id: to_row(each) for each in found} == replayed.get(table, {})
        for line in version_lines(anne)[1:-1]:
            assert differences(anne, line.key, "now")
        next(work(anne))
    assert not [each.faults for each in verify(location, lambda *_: None).checks if each.faults]


@pytest.mark.parametrize("seed", range(6))
def test_a_program_killed_while_a_theory_is_saved_and_consolidated_leaves_what_it_said(
    study: str, seed: int
) -> None:
    def child(say: Callable[[int], object]) -> None:
        with open_project(study, coder="Anne") as anne:
            for seq in work(anne):
                say(seq)

    said = KILLS["killed_after"](*KILLS["started"](child), 1 + seed * 2, 20)
    assert said
    looked_over(study, said)


@pytest.mark.parametrize("room", [0, 20_000, 60_000])
def test_a_full_disk_is_said_and_leaves_the_theory_whole(study: str, room: int) -> None:
    def child(say: Callable[[int], object]) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        with open_project(study, coder="Anne") as anne:
            anne.warm()
            doing = work(anne)
            say(next(doing))
            sizes = [each.stat().st_size for each in Path(study).parent.glob("study.rcoder*")]
            limit = max(sizes) + room
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
            try:
                for seq in doing:
                    say(seq)
            except RcoderError:
                say(anne.latest())

    said = KILLS["killed_after"](*KILLS["started"](child), 10_000, 20)
    assert said
    looked_over(study, said)
