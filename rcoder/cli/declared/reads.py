"""Commands that ask a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.shaping import command, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands


def declare(commands: Commands) -> None:
    """Declares them."""
    found = command(commands, "info", "rcoder.cli.reading:info", "say what a project holds")
    project(found)
    found = command(commands, "transcripts", "rcoder.cli.reading:transcripts", "list the interviews")
    project(found)
    found = command(commands, "text", "rcoder.cli.reading:text", "print an interview with its turns")
    project(found)
    found.add_argument("transcript", metavar="TRANSCRIPT", help="title, file name or id")
    found.add_argument(
        "--revision",
        type=int,
        default=0,
        metavar="N",
        help="an earlier text of one that was corrected, from 1",
    )
    found = command(
        commands, "codings", "rcoder.cli.reading:codings", "list codings with their words", coder=False
    )
    project(found)
    found.add_argument(
        "--coder",
        dest="by",
        default="",
        metavar="NAME",
        help="only this coder's, and who asks, if not said before codings",
    )
    for option, words in (
        ("--code", "a code and those below it"),
        ("--case", "name of a case"),
        ("--role", "a role or role group"),
        ("--transcript", "title, file name or id"),
    ):
        found.add_argument(option, default="", metavar=option.strip("-").upper(), help=words)
    found = command(
        commands, "configurations", "rcoder.cli.reading:configurations", "list the configurations"
    )
    project(found)
    found = command(commands, "journal", "rcoder.cli.reading:journal", "print who did what, when and why")
    project(found)
    found = command(
        commands,
        "activity",
        "rcoder.cli.activity:activity",
        "count suggestions shown and taken, and files written",
    )
    project(found)
