"""Commands on versions of the theory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.leaving import leaving
from rcoder.cli.declared.shaping import command, family, project
from rcoder.project.exports.theory_options import CUT_OPTIONS

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands


def declare(commands: Commands) -> None:
    """Declares them."""
    inner = family(
        commands, "theory", "rcoder.cli.theory:which", "show the theory, keep versions of it and compare them"
    )
    _show(inner)
    found = command(
        inner, "save", "rcoder.cli.theory:save", "keep the theory as it stands, with a name and a reason"
    )
    project(found)
    found.add_argument("name", metavar="NAME", help="what the version is called")
    found.add_argument(
        "--why", required=True, metavar="REASON", help="why it is kept now: what was learnt or decided"
    )
    found = command(inner, "list", "rcoder.cli.theory:list_", "list the versions with what they hold")
    project(found)
    found = command(
        inner, "rename", "rcoder.cli.theory:rename", "give a version of yours another name or reason"
    )
    project(found)
    found.add_argument("version", metavar="VERSION", help="number or name")
    found.add_argument("--name", default="", help="another name")
    found.add_argument("--why", default="", metavar="REASON", help="another reason")
    found = command(
        inner, "diff", "rcoder.cli.theory:diff", "say what became of the theory between two versions"
    )
    project(found)
    found.add_argument(
        "before",
        metavar="BEFORE",
        nargs="?",
        default="0",
        help="0 (the initial theory), a number or a name (default: 0)",
    )
    found.add_argument(
        "after", metavar="AFTER", nargs="?", default="now", help="a number, a name or now (default: now)"
    )
    found.add_argument("--to", default="", metavar="FILE", help="a file ending in .svg, .html or .md")
    leaving(found)
    found.add_argument(
        "--hypothesis", default="", metavar="H", help="only the mini theory of this hypothesis, such as H3"
    )
    found.add_argument(
        "--language",
        choices=("da", "en"),
        default="",
        help="language of words and figure (default: the study's)",
    )
    found.add_argument("--kept", action="store_true", help="print what is kept too")


def _show(inner: Commands) -> None:
    found = command(
        inner,
        "show",
        "rcoder.cli.theory_show:show",
        "draw the change theory in characters, or say it in sentences",
    )
    project(found)
    found.add_argument(
        "--hypothesis", default="", metavar="H", help="only the mini theory of this hypothesis, such as H3"
    )
    found.add_argument(
        "--around", default="", metavar="BOX", help="only this box, what leads to it and what it leads to"
    )
    for each in CUT_OPTIONS:
        found.add_argument(
            f"--{each.key}",
            default="",
            metavar=each.metavar or None,
            choices=each.choices or None,
            help=each.words,
        )
    found.add_argument(
        "--version",
        default="now",
        metavar="VERSION",
        help="0 (the initial theory), or a saved version by number or name (default: now)",
    )
    found.add_argument("--plain", action="store_true", help="sentences instead of a drawing")
    found.add_argument(
        "--width", type=int, default=120, metavar="COLUMNS", help="of the drawing round a box (default: 120)"
    )
    found.add_argument(
        "--language", choices=("da", "en"), default="", help="language of what is said (default: the study's)"
    )
