"""The command that retrieves passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.leaving import leaving
from rcoder.cli.declared.shaping import command, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands

GROUPINGS = ("interview", "case", "code", "role", "outcome", "coder", "stance", "kind", "nothing")
OPTIONS = (
    ("--code", "KEY", "a code and those below it"),
    ("--role", "ROLE", "a role or role group of who speaks"),
    ("--case", "NAME", "name of a case"),
    ("--group", "NAME", "a group of cases"),
    ("--outcome", "GROUP", "an outcome group of cases"),
    ("--interview", "TRANSCRIPT", "title, file name or id"),
    ("--coded-by", "NAME", "who coded"),
    ("--stance", "STANCE", "evidence that supports, contradicts, refines, or any"),
    ("--kind", "KIND", "context, resource, reasoning or outcome"),
)


def declare(commands: Commands) -> None:
    """Declares it."""
    found = command(
        commands,
        "retrieve",
        "rcoder.cli.retrieving:retrieve",
        "list the passages of a code or a query, counted, or write them to a file",
    )
    project(found)
    found.add_argument(
        "query",
        metavar="QUERY",
        nargs="?",
        default="",
        help='such as "H1.M1", "H1*", "H1.M1 and H2.R1", "H1* not near:2 H2* role:borger"; docs/retrieving.md says all',
    )
    for option, metavar, words in OPTIONS:
        found.add_argument(option, default="", metavar=metavar, help=words)
    found.add_argument(
        "--by",
        choices=GROUPINGS,
        default="interview",
        help="what they are put together by (default: interview)",
    )
    found.add_argument("--counts", action="store_true", help="only the counts")
    found.add_argument("--to", default="", metavar="FILE", help="a file ending in .csv, .xlsx, .md or .docx")
    leaving(found)
    found.add_argument("--coders", action="store_true", help="name the coders in the file")
    found.add_argument("--memos", action="store_true", help="put the memos of the codings into the file")
