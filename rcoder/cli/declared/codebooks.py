"""Commands on codebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.codebook_changes import declare_changes
from rcoder.cli.declared.shaping import command, family, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands

_NAME = "name of one that comes with rcoder, or a YAML file"


def declare(commands: Commands) -> None:
    """Declares them."""
    inner = family(
        commands, "codebook", "rcoder.cli.codebooks:which", "check a codebook, or say which a project has"
    )
    found = command(inner, "check", "rcoder.cli.codebooks:check", "find every mistake in a codebook file")
    found.add_argument("file", metavar="FILE", help="the codebook, YAML")
    found = command(inner, "show", "rcoder.cli.codebooks:show", "print the codebooks of a project")
    project(found)
    found.add_argument("--codebook", default="", metavar="ID", help="only this one, by id or title")
    found.add_argument("--yaml", action="store_true", help="print one whole as YAML (default: the main one)")
    found = command(
        inner,
        "list",
        "rcoder.cli.codebooks:list_",
        "list the codebooks of a project, or those that come with rcoder",
    )
    found.add_argument(
        "project", metavar="PROJECT", nargs="?", default="", help="project file or PostgreSQL address"
    )
    found = command(inner, "add", "rcoder.cli.codebooks:add", "put a codebook beside those a project has")
    project(found)
    found.add_argument("codebook", metavar="CODEBOOK", help=_NAME)
    found = command(
        inner,
        "remove",
        "rcoder.cli.codebooks:remove",
        "take a codebook that nothing is coded with out of a project",
    )
    project(found)
    found.add_argument("codebook", metavar="ID", help="its id or title")
    declare_changes(inner)
    found = command(
        inner, "page", "rcoder.cli.codebooks:page", "write codebooks as Markdown to read", coder=False
    )
    found.add_argument("files", metavar="CODEBOOK", nargs="+", help=_NAME)
    found.add_argument(
        "--to",
        required=True,
        metavar="FILE",
        help="a file ending in .md; more than fits on a page goes to a folder beside it",
    )
