"""The same study gives the same bytes in another process: other hashes, another time zone, language and day."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from playing import EVERYTHING, Player, interviews
from rcoder.project import Project

PROGRAM = """
import hashlib, sys, time
shift, turned = float(sys.argv[2]), sys.argv[3] == "turned"
real = time.time
time.time = lambda: real() + shift
time.time_ns = lambda: int((real() + shift) * 1e9)
import datetime as calendar
class Later(calendar.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(real() + shift, tz)
calendar.datetime = Later
from every_export import every, made
from rcoder.project import open_project
with open_project(sys.argv[1], coder="Jonas") as project:
    asked = list(every(english=True))
    for one in reversed(asked) if turned else asked:
        print(one.name, hashlib.sha256(repr(made(project, one)).encode()).hexdigest(), sep="\\t")
"""


def written(location: str, environment: dict[str, str], *more: str) -> dict[str, str]:
    """The digest of every export, by its name."""
    folders = [str(Path(__file__).parent), str(Path(__file__).parents[2])]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, location, *more],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(folders), **environment},
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    return dict(line.split("\t") for line in done.stdout.splitlines())


def test_every_export_is_the_same_in_two_processes(
    new_project: Callable[..., Project], tmp_path: Path
) -> None:
    with new_project(coder="Jonas") as jonas:
        interviews(jonas, tmp_path)
        player = Player(jonas, Random(3))  # noqa: S311 - no secret
        for _ in range(60):
            player.play(EVERYTHING)
    one = written(jonas.location, {"PYTHONHASHSEED": "1", "TZ": "UTC"}, "0", "straight")
    other = written(
        jonas.location,
        {"PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "1"},
        "40000000",
        "turned",
    )
    assert len(one) > 90
    assert [name for name in one if one[name] != other[name]] == []
