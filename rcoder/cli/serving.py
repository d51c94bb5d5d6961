"""The program in a browser of this machine: `rcoder serve`."""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import secrets
import signal
import sys
from contextlib import suppress

from rcoder.cli.show import line
from rcoder.domain.errors import Misuse

HOST = "127.0.0.1"
"""The loopback address: no other machine can come here, and there is no option for another."""
PORTS = range(65536)


def serve(chosen: argparse.Namespace) -> None:
    """Serves the program on a project until ctrl+c."""
    if importlib.util.find_spec("textual_serve") is None or importlib.util.find_spec("aiohttp") is None:
        raise Misuse(
            "rcoder serve needs the extra named serve, which is not installed.",
            "Install it with: pip install 'rcoder[serve]'.",
        )
    if chosen.port not in PORTS:
        raise Misuse(f"{chosen.port} is no port.", "A port is a number from 0 to 65535; 0 takes a free one.")
    from rcoder.project import open_project

    open_project(chosen.project, coder=chosen.coder).close()
    command = [sys.executable, "-m", "rcoder", "open"]
    command += ["--coder", chosen.coder] if chosen.coder else []
    asyncio.run(_until_stopped([*command, "--", chosen.project], chosen.port))
    line("Stopped. Everything done is saved.")


async def _until_stopped(command: list[str], port: int) -> None:
    """Serves a command until the person or the system ends it, and waits until its programs have ended."""
    from rcoder.cli.web_server import begin

    stop = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        with suppress(
            NotImplementedError
        ):  # where the system knows no such handlers, ctrl+c ends asyncio.run
            asyncio.get_running_loop().add_signal_handler(each, stop.set)
    try:
        served = await begin(command, HOST, port, secrets.token_urlsafe(24))
    except OSError as error:
        raise Misuse(
            f"Port {port} of {HOST} cannot be used: {error.strerror}.", "Choose another with --port."
        ) from error
    line(f"Open in a browser of this machine: {served.address}")
    line("The address holds a secret; give it to nobody. Ctrl+c ends the program.")
    try:
        await stop.wait()
    finally:
        await served.end()
