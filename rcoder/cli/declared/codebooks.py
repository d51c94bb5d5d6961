"""Commands on codebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.shaping import command, family, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands


def declare(commands: Commands) -> None:
    """Declares them."""
    inner = family(commands, "codebook", "rcoder.cli.codebooks:which", "check or show a codebook")
    found = command(inner, "check", "rcoder.cli.codebooks:check", "find every mistake in a codebook file")
    found.add_argument("file", metavar="FILE", help="the codebook, YAML")
    found = command(inner, "show", "rcoder.cli.codebooks:show", "print the codebook of a project")
    project(found)
    found.add_argument("--yaml", action="store_true", help="print the whole codebook as YAML")
