"""Commands on the framework matrix, the page of a case, and what a person writes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.leaving import leaving
from rcoder.cli.declared.shaping import command, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands

PASSAGE = (
    'id of a coding, or an interview and a turn ("Sag 01: Mette:12"), that it rests on; given once for each'
)


def declare(commands: Commands) -> None:
    """Declares them."""
    _framework(commands)
    _summary(commands)
    found = command(commands, "profile", "rcoder.cli.profiles:profile", "print a case on one page")
    project(found)
    found.add_argument("case", metavar="CASE", help="name of the case")
    found.add_argument("--to", default="", metavar="FILE", help="write it as .md instead")
    leaving(found)
    _turning_point(commands)


def _framework(commands: Commands) -> None:
    found = command(
        commands,
        "framework",
        "rcoder.cli.profiles:framework",
        "print the framework matrix: what is written of each case and hypothesis, and what there is to write from",
    )
    project(found)
    found.add_argument("--case", default="", metavar="NAME", help="one case through all hypotheses")
    found.add_argument("--hypothesis", default="", metavar="CODE", help="one hypothesis through all cases")
    found.add_argument(
        "--under",
        default="",
        metavar="CODE",
        help="columns: what stands under a code, or another codebook's hypotheses",
    )
    found.add_argument("--group", default="", metavar="NAME", help="only the cases of a group")
    found.add_argument(
        "--to", default="", metavar="FILE", help="write it as .csv, .xlsx, .md or .docx instead"
    )
    leaving(found)


def _summary(commands: Commands) -> None:
    found = command(
        commands,
        "summary",
        "rcoder.cli.profiles:summary",
        "write what a case says of a hypothesis, in a cell of the framework matrix",
    )
    project(found)
    found.add_argument("case", metavar="CASE", help="name of the case")
    found.add_argument("hypothesis", metavar="HYPOTHESIS", help="key of a hypothesis, or of another code")
    found.add_argument(
        "text", metavar="TEXT", nargs="?", default="", help="the summary; without it, print the cell"
    )
    found.add_argument("--passage", action="append", default=None, metavar="PASSAGE", help=PASSAGE)
    found.add_argument(
        "--still-stands", action="store_true", help="say that it was looked at again and stands"
    )
    found.add_argument("--remove", action="store_true", help="remove your summary instead")


def _turning_point(commands: Commands) -> None:
    found = command(
        commands,
        "turning-point",
        "rcoder.cli.profiles:turning_point",
        "set, change, move or remove a turning point of a case",
    )
    project(found)
    found.add_argument("case", metavar="CASE", help="name of the case")
    found.add_argument("words", metavar="WORDS", nargs="?", default="", help="what happened")
    found.add_argument(
        "--when", default=None, metavar="WORDS", help="when, as people say it: uge 6, marts 2017"
    )
    found.add_argument("--sign", default=None, help="better, worse or neither (+ and 0 too; - as --sign=-)")
    found.add_argument("--passage", action="append", default=None, metavar="PASSAGE", help=PASSAGE)
    found.add_argument(
        "--change",
        default="",
        metavar="POINT",
        help="change this one of yours instead: its number, words or id",
    )
    found.add_argument("--earlier", default="", metavar="POINT", help="move this one before the one above")
    found.add_argument("--later", default="", metavar="POINT", help="move this one after the one below")
    found.add_argument("--remove", default="", metavar="POINT", help="remove this one")
