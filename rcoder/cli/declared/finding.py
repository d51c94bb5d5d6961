"""The command that looks for words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.shaping import command, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands

QUERY = (
    'words that one turn holds; "words in a row", the beginning of one*, word~ with what is made from it,'
    " -word that is not there, this | or that"
)


def declare(commands: Commands) -> None:
    """Declares it."""
    found = command(
        commands,
        "find",
        "rcoder.cli.finding:find",
        "look for words in all interviews, and code what is found",
    )
    project(found)
    found.add_argument("query", metavar="QUERY", help=QUERY)
    ways = found.add_mutually_exclusive_group()
    for way, words in (
        ("forms", "words with their other forms: tillid finds tilliden (the default)"),
        ("exact", "words as they stand"),
        ("fuzzy", "words that are written almost so, too"),
        ("related", "what is made from the words, too: tillidsfuld, mistillid"),
    ):
        ways.add_argument(
            f"--{way}", dest="way", action="store_const", const=way, default="forms", help=words
        )
    for option, words in (
        ("--role", "only what people of a role or role group said"),
        ("--case", "only in the interviews of a case"),
        ("--group", "only in a group of cases: its name, or with_hours, without_hours"),
        ("--transcript", "only in one interview: title, file name or id"),
        ("--speaker", "only what a speaker said, by name"),
    ):
        found.add_argument(option, default="", metavar=option.strip("-").upper(), help=words)
    found.add_argument("--without-interviewer", action="store_true", help="leave out what interviewers said")
    found.add_argument(
        "--limit", type=int, default=200, metavar="N", help="hits to print (default: 200); all are counted"
    )
    found.add_argument("--count", action="store_true", help="print the counts alone")
    found.add_argument("--code", default="", metavar="KEY", help="code every hit with this, in one deed")
    found.add_argument(
        "--unit",
        choices=("sentence", "hit", "turn"),
        default="sentence",
        help="what --code takes for the passage (default: sentence)",
    )
