"""Commands that keep a study safe."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from rcoder.cli.declared.shaping import command, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands


def declare(commands: Commands) -> None:
    """Declares them."""
    found = command(
        commands, "backup", "rcoder.cli.backups:backup", "make a backup of a project, verified", coder=False
    )
    project(found)
    found.add_argument(
        "--to",
        default="",
        metavar="FILE",
        help="as this file (default: in the folder of backups beside the project)",
    )
    found.add_argument("--because", default="", metavar="WHY", help=argparse.SUPPRESS)
    found = command(
        commands, "backups", "rcoder.cli.backups:backups", "list the backups of a project", coder=False
    )
    project(found)
    found = command(
        commands, "restore", "rcoder.cli.backups:restore", "put a project back as a backup has it"
    )
    project(found)
    found.add_argument(
        "backup",
        metavar="BACKUP",
        nargs="?",
        default="",
        help="a backup's name or a part of it, or a file (default: the newest)",
    )
    found.add_argument("--last", action="store_true", help="undo the last restore")
    found.add_argument(
        "--anyway",
        default="",
        metavar="REASON",
        help="restore even a damaged backup or one of another study; says why, for the log",
    )
    found = command(
        commands, "verify", "rcoder.cli.backups:verify", "go through a whole project and say what is not sound",
        coder=False,
    )  # fmt: skip
    project(found)
