"""Commands that change a project."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from rcoder.cli.declared.shaping import command, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands


def declare(commands: Commands) -> None:
    """Declares them."""
    found = command(commands, "import", "rcoder.cli.importing:import_", "bring in interviews")
    project(found)
    files(found)
    found.add_argument(
        "--later", action="store_true", help="leave sentences and lemmas for later (see rcoder annotate)"
    )
    beside(found)
    found = command(
        commands,
        "annotate",
        "rcoder.cli.importing:annotate",
        "find the sentences and lemmas of interviews that have none",
    )
    project(found)
    found.add_argument(
        "--listen",
        action="store_true",
        help="take ids of interviews that are wanted first from standard input",
    )
    beside(found)
    found = command(commands, "code", "rcoder.cli.writing:code", "code a passage")
    project(found)
    found.add_argument("transcript", metavar="TRANSCRIPT", help="title, file name or id")
    found.add_argument("start", metavar="START", type=int, help="first code point of the passage, from 0")
    found.add_argument("end", metavar="END", type=int, help="code point after the last")
    found.add_argument(
        "code", metavar="CODE", help="key of a code, support condition or hypothesis, such as H1.M1"
    )
    _flags(found)
    found = command(commands, "undo", "rcoder.cli.writing:undo", "take back your latest deed")
    project(found)
    found = command(commands, "release", "rcoder.cli.writing:release", "show your layer to the other coders")
    project(found)
    found.add_argument("--hide", action="store_true", help="hide it from them again")
    found = command(commands, "redo", "rcoder.cli.writing:redo", "do again what you last undid")
    project(found)


def beside(parser: argparse.ArgumentParser) -> None:
    """Options of what the program does in the background."""
    parser.add_argument("--gently", action="store_true", help="let other programs go first")
    parser.add_argument(
        "--tell", action="store_true", help="say on standard error how far it is, line by line"
    )


def files(found: argparse.ArgumentParser) -> None:
    """Which files, and what is known of them."""
    found.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        help="interviews (txt, md, docx, odt, rtf, pdf, html, vtt, srt, json, tsv, csv) or folders; none for all that the manifest names",
    )
    found.add_argument(
        "--manifest", metavar="FILE", default="", help="CSV or YAML with case, roles and more for each file"
    )
    found.add_argument("--case", default="", help="name of the case")
    found.add_argument(
        "--role", nargs="+", default=[], metavar="ROLE", help="role or roles of the respondent"
    )
    found.add_argument("--municipality", default="", help="municipality of the case")
    found.add_argument("--outcome-group", default="", metavar="GROUP", help="with_hours or without_hours")
    found.add_argument("--date", default="", help="date of the interview, YYYY-MM-DD")
    found.add_argument("--wave", default="", help="wave of interviews")
    found.add_argument(
        "--interviewer", default="", metavar="NAME", help="label of the interviewer in the file"
    )
    found.add_argument(
        "--language",
        choices=("da", "en"),
        default="",
        help="language of the interviews (default: the study's)",
    )
    found.add_argument(
        "--encoding", default="", metavar="E", help="encoding of the files, such as cp1252 or mac_roman"
    )


def _flags(parser: argparse.ArgumentParser) -> None:
    """Flags of a coding; the words are those of domain/words.py, checked where they are used."""
    parser.add_argument(
        "--kind", default="", help="context, resource, reasoning or outcome, where another than the code's"
    )
    parser.add_argument("--actor", default="", help="whose reasoning it is")
    parser.add_argument("--polarity", default="present", help="present, weak or absent")
    parser.add_argument(
        "--counterfactual", action="store_true", help="the passage says what it would have been without"
    )
    parser.add_argument("--scope", default="this_case", help="this_case, general, normative or anticipated")
    parser.add_argument("--case", default="", help="another case than the interview's")
    parser.add_argument("--directness", default="said", help="said or inferred")
    parser.add_argument("--prompting", default="volunteered", help="volunteered or prompted")
    parser.add_argument("--memo", default="", help="a note")
