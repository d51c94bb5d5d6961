"""Commands on passages to be looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.shaping import command, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands


def declare(commands: Commands) -> None:
    """Declares them."""
    found = command(
        commands,
        "rechecks",
        "rcoder.cli.codebook_reshaping:rechecks",
        "list your passages to look at again, since their code was merged or divided",
    )
    project(found)
    found.add_argument("--transcript", default="", metavar="TRANSCRIPT", help="title, file name or id")
    found = command(
        commands,
        "recheck",
        "rcoder.cli.codebook_reshaping:recheck",
        "say of such a passage that it stays, or give it another code",
    )
    project(found)
    found.add_argument("recheck", metavar="RECHECK", help="its id, or the beginning of it")
    what = found.add_mutually_exclusive_group(required=True)
    what.add_argument("--stays", action="store_true", help="it keeps the code it has")
    what.add_argument("--code", default="", metavar="CODE", help="key of the code it gets")
    found.add_argument("--why", default="", metavar="TEXT", help="the reason, for the journal")
