from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]
LONG = os.environ.get("RCODER_RELIABILITY") == "long"
STATES = "1000" if LONG else "60"
HERE = Path(__file__).parent
CHECK = "SELECT COALESCE(MAX(seq), 0) FROM entries"
RESTORES = """SELECT CASE WHEN (SELECT MAX(seq) FROM entries) IN (3, 41)
    AND (SELECT COUNT(*) FROM codings) = (SELECT MAX(seq) FROM entries) - 2
    THEN (SELECT COUNT(*) FROM activity WHERE what = 'restored') ELSE -1 END"""
"""How many restores there were, if the project is wholly the one backup or the other."""


def lost_and_corrupt(powercut, project, *settings, child="acknowledge.py", check=CHECK):
    work = settings or (("--entries", "400") if LONG else ("--entries", "120"))
    found = subprocess.run(
        [
            sys.executable, powercut, "--db", project, "--states", STATES, "--seconds", "100", "--check", check, "--",
            sys.executable, HERE / child, project, *work,
        ],
        capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": f"{HERE.parents[1]}{os.pathsep}{HERE}"},
    )  # fmt: skip
    numbers = re.search(r"lost in (\d+) .* unreadable (\d+)", found.stdout)
    if numbers is None and "ptrace" in found.stderr:
        pytest.skip("strace may not trace here")
    assert numbers, found.stdout + found.stderr
    return int(numbers[1]), int(numbers[2])


def test_a_power_cut_loses_nothing_acknowledged(powercut, tmp_path):
    assert lost_and_corrupt(powercut, tmp_path / "x.rcoder") == (0, 0)


def test_a_power_cut_in_a_synchronised_folder_loses_nothing_acknowledged(powercut, tmp_path):
    (tmp_path / "Dropbox").mkdir()
    assert lost_and_corrupt(powercut, tmp_path / "Dropbox" / "x.rcoder") == (0, 0)


@pytest.mark.parametrize("folder", ["here", "Dropbox"])
def test_a_power_cut_while_restoring_leaves_the_project_before_or_after(powercut, tmp_path, folder):
    (tmp_path / folder).mkdir()
    times = ("--times", "30" if LONG else "6")
    place = tmp_path / folder / "x.rcoder"
    found = lost_and_corrupt(powercut, place, *times, child="restore_and_acknowledge.py", check=RESTORES)
    assert found == (0, 0)


def test_the_power_cut_test_can_fail(powercut, tmp_path):
    lost, corrupt = lost_and_corrupt(
        powercut, tmp_path / "x.rcoder", "--entries", "120", "--synchronous", "NORMAL"
    )
    assert lost > 0
    assert corrupt == 0
