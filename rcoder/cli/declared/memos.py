"""Commands on memos."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.leaving import leaving
from rcoder.cli.declared.shaping import command, family, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands


def declare(commands: Commands) -> None:
    """Declares them."""
    inner = family(commands, "memo", "rcoder.cli.memos:which", "list, write or remove memos")
    found = command(inner, "list", "rcoder.cli.memos:list_", "list the memos")
    project(found)
    found.add_argument(
        "--on", default="", metavar="WHAT", help="only those on this interview, case, code or configuration"
    )
    found.add_argument("--kind", default="", help="only analytic, theoretical, method or reflexive ones")
    _declare_add(inner)
    found = command(inner, "remove", "rcoder.cli.memos:remove", "remove a memo of yours")
    project(found)
    found.add_argument("memo", metavar="MEMO", help="its title, or the beginning of its id")
    _declare_memos(commands)


def _declare_add(inner: Commands) -> None:
    found = command(inner, "add", "rcoder.cli.memos:add", "write a memo")
    project(found)
    found.add_argument("text", metavar="TEXT", help="the memo, Markdown; - reads it from standard input")
    found.add_argument("--title", default="", help="a title")
    found.add_argument(
        "--kind", default="analytic", help="analytic, theoretical, method or reflexive (default: analytic)"
    )
    about = found.add_mutually_exclusive_group()
    about.add_argument("--interview", default="", metavar="TRANSCRIPT", help="what it is about: an interview")
    about.add_argument("--case", default="", metavar="NAME", help="a case")
    about.add_argument("--code", default="", metavar="KEY", help="a code, support condition or hypothesis")
    about.add_argument("--coding", default="", metavar="ID", help="a coding")
    about.add_argument("--passage", default="", metavar="ID", help="an excerpt, as quotes --json prints it")
    about.add_argument(
        "--configuration", default="", metavar="NUMBER", help="a configuration; without any, the project"
    )
    found.add_argument(
        "--link",
        action="append",
        default=[],
        metavar="WHAT",
        help="what it points at: a memo's title, a configuration's number, or an id; may be said again",
    )


def _declare_memos(commands: Commands) -> None:
    found = command(
        commands, "memos", "rcoder.cli.memos:memos", "list memos and notes, or write them to a file"
    )
    project(found)
    found.add_argument("--kind", default="", help="only analytic, theoretical, method or reflexive ones")
    found.add_argument(
        "--about",
        default="",
        metavar="SUBJECT",
        help="only those on a project, interview, case, code, coding, configuration or passage",
    )
    found.add_argument("--by", default="", metavar="NAME", help="only this coder's")
    found.add_argument("--words", default="", help="only those that have each of these words")
    found.add_argument("--by-time", action="store_true", help="the latest first, not by what they are about")
    found.add_argument(
        "--markdown", default="", metavar="FILE", help="write them into one .md file, in order"
    )
    leaving(found)
