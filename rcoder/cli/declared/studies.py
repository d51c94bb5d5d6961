"""Commands that make and open projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.shaping import command, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands


def declare(commands: Commands) -> None:
    """Declares them."""
    found = command(commands, "open", "rcoder.cli.opening:open_", "open a project in the program", json=False)
    project(found)
    found = command(commands, "new", "rcoder.cli.opening:new", "make a new project")
    project(found)
    found.add_argument(
        "--codebook",
        action="append",
        metavar="FILE",
        help="a codebook file or the name of a shipped one (default: jobfirst), given once for each, the main one "
        "first; none for no codebook",
    )
    found.add_argument("--title", default="", help="title of the study (default: the file's name)")
    found.add_argument(
        "--language", choices=("da", "en"), default="da", help="language of the interviews (default: da)"
    )
    found = command(
        commands, "demo", "rcoder.cli.opening:demo", "build the sample study, draw its change theory, open it"
    )
    found.add_argument(
        "directory", metavar="DIR", nargs="?", default="out", help="where to put it (default: out)"
    )
    found.add_argument("--no-open", action="store_true", help="do not open the program afterwards")
