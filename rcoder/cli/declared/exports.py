"""Commands that write figures and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.shaping import command, family, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands


def declare(commands: Commands) -> None:
    """Declares them."""
    inner = family(
        commands, "export", "rcoder.cli.exporting:which", "write figures", title="what", metavar="WHAT"
    )
    found = command(inner, "theory", "rcoder.cli.exporting:theory", "draw the change theory as SVG or HTML")
    project(found)
    found.add_argument("--to", required=True, metavar="FILE", help="a file ending in .svg or .html")
    found.add_argument(
        "--hypothesis", default="", metavar="H", help="only the mini theory of this hypothesis, such as H3"
    )
    found.add_argument(
        "--language", choices=("da", "en"), default="", help="language of the figure (default: the study's)"
    )
