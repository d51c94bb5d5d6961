"""Commands that look at files before they are brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.deeds import beside, files
from rcoder.cli.declared.shaping import command, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands


def declare(commands: Commands) -> None:
    """Declares them."""
    found = command(
        commands, "preview", "rcoder.cli.previewing:preview", "look at interviews before they are brought in"
    )
    project(found)
    files(found)
    found = command(
        commands,
        "import-plan",
        "rcoder.cli.previewing:take_in",
        "bring in the files of a plan read from standard input",
    )
    project(found)
    beside(found)
    found.set_defaults(manifest="", later=True)
