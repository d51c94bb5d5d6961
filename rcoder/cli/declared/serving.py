"""The command that shows the program in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.shaping import command, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands

PORT = 8765


def declare(commands: Commands) -> None:
    """Declares it."""
    found = command(
        commands,
        "serve",
        "rcoder.cli.serving:serve",
        "open a project in a browser of this machine, for this machine alone",
        json=False,
    )
    project(found)
    found.add_argument(
        "--port",
        type=int,
        default=PORT,
        metavar="N",
        help=f"port of 127.0.0.1 (default: {PORT}; 0: a free one)",
    )
