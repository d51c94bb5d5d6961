"""A program whose terminal is gone ends, also where hanging up was to be ignored."""

from __future__ import annotations

import os
import select
import signal
import sys

import pytest

pty = pytest.importorskip("pty")

PROGRAM = """import signal, sys
signal.signal(signal.SIGHUP, signal.SIG_IGN)
from rcoder.ui.start import run
run(sys.argv[1], sys.argv[2])
"""
PATIENCE = 30.0
"""Seconds until a program that does not end is ended."""


@pytest.mark.skipif(
    not hasattr(os, "pidfd_open"), reason="waiting for a process with a limit needs pidfd_open"
)
def test_it_ends_when_its_terminal_is_closed_under_nohup(study: str) -> None:
    pid, terminal = pty.fork()
    if pid == 0:
        command = [sys.executable, "-c", PROGRAM, study, "Anne"]
        os.execve(command[0], command, {**os.environ, "TERM": "xterm"})  # noqa: S606 - our own program
    written = b""
    while b"Anne" not in written:
        assert select.select([terminal], [], [], PATIENCE)[0], "nothing was painted"
        written += os.read(terminal, 65536)
    os.close(terminal)
    ended = os.pidfd_open(pid)
    in_time = bool(select.select([ended], [], [], PATIENCE)[0])
    os.close(ended)
    if not in_time:
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    assert in_time
