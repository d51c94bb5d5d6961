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
CHILD = Path(__file__).parent / "acknowledge.py"
CHECK = "SELECT COALESCE(MAX(seq), 0) FROM entries"


def lost_and_corrupt(powercut, project, *settings):
    found = subprocess.run(
        [
            sys.executable, powercut, "--db", project, "--states", "60", "--seconds", "50", "--check", CHECK, "--",
            sys.executable, CHILD, project, "--entries", "120", *settings,
        ],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(CHILD.parents[2])},
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


def test_the_power_cut_test_can_fail(powercut, tmp_path):
    lost, corrupt = lost_and_corrupt(powercut, tmp_path / "x.rcoder", "--synchronous", "NORMAL")
    assert lost > 0
    assert corrupt == 0
