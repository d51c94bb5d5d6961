"""Commands that put interviews, their speakers and cases right."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from rcoder.cli.declared.leaving import leaving
from rcoder.cli.declared.shaping import command, family, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands

_UNKNOWN = 'an empty value or "?" makes it unknown'


def declare(commands: Commands) -> None:
    """Declares them."""
    inner = family(
        commands,
        "transcript",
        "rcoder.cli.arranging:which_transcript",
        "put an interview and its speakers right",
    )
    _transcript(inner)
    _speakers(inner)
    _cases(family(commands, "case", "rcoder.cli.arranging:which_case", "list cases and put them right"))
    found = command(
        commands, "put-right", "rcoder.cli.manifests:put_right", "put many interviews right from a manifest"
    )
    project(found)
    found.add_argument(
        "--manifest",
        required=True,
        metavar="FILE",
        help='CSV or YAML as for import; an empty cell leaves what is there, "?" makes it unknown',
    )
    found.add_argument("--dry-run", action="store_true", help="only show what would be changed")
    found = command(
        commands, "manifest", "rcoder.cli.manifests:manifest", "write what is known of every interview"
    )
    project(found)
    found.add_argument("--to", required=True, metavar="FILE", help="a file ending in .csv")
    leaving(found)


def _transcript(inner: Commands) -> None:
    found = command(
        inner,
        "set",
        "rcoder.cli.arranging:set_transcript",
        "change title, case, date and more of an interview",
    )
    _about(found)
    found.add_argument("--title", help="another title")
    where = found.add_mutually_exclusive_group()
    where.add_argument(
        "--case", metavar="NAME", help="move it to this case, which is made where there is none"
    )
    where.add_argument("--no-case", action="store_true", help="take it out of its case")
    found.add_argument("--date", help=f"date of the interview; {_UNKNOWN}")
    found.add_argument("--wave", help=f"wave of interviews; {_UNKNOWN}")
    found.add_argument("--language", choices=("da", "en"), help="language of the interview")
    _attributes(found)
    found = command(
        inner, "remove", "rcoder.cli.arranging:remove_transcript", "remove interviews; undo brings them back"
    )
    project(found)
    found.add_argument("transcripts", metavar="TRANSCRIPT", nargs="+", help="title, file name or id")


def _speakers(inner: Commands) -> None:
    found = command(inner, "speakers", "rcoder.cli.speaking:speakers", "list who speaks, and how much")
    _about(found)
    found.add_argument("--turns", action="store_true", help="also every turn with its number and words")
    found = command(inner, "rename-speaker", "rcoder.cli.speaking:rename", "give a speaker another name")
    _speaker(found)
    found.add_argument("name", metavar="NAME", help="the new name")
    found = command(inner, "merge-speakers", "rcoder.cli.speaking:merge", "make two speakers one")
    _speaker(found, "the speaker whose turns go to the other")
    found.add_argument("into", metavar="INTO", help="the speaker who gets them")
    found = command(
        inner,
        "split-speaker",
        "rcoder.cli.speaking:split_",
        "give some turns of a speaker to another, or a new one",
    )
    _speaker(found)
    found.add_argument("name", metavar="NAME", help="who says them; made where there is nobody of that name")
    found.add_argument(
        "--turns",
        required=True,
        metavar="NUMBERS",
        help="numbers of the turns, such as 4,8-12; of a range those that are the speaker's (see speakers --turns)",
    )
    found.add_argument("--role", nargs="+", default=[], metavar="ROLE", help="role or roles of a new speaker")
    found = command(inner, "interviewer", "rcoder.cli.speaking:interviewer", "say who is the interviewer")
    _about(found)
    found.add_argument("speakers", metavar="SPEAKER", nargs="*", help="one or several; all others are not")
    found.add_argument("--none", action="store_true", help="nobody is")
    found = command(inner, "roles", "rcoder.cli.speaking:roles", "say which roles a speaker has")
    _speaker(found)
    found.add_argument(
        "roles", metavar="ROLE", nargs="*", help="in place of those there are; none takes them off"
    )
    found = command(
        inner, "person", "rcoder.cli.speaking:person", "say who a speaker is, the same in several interviews"
    )
    _speaker(found)
    found.add_argument("person", metavar="PERSON", help=f"a name or pseudonym; {_UNKNOWN}")


def _cases(inner: Commands) -> None:
    found = command(inner, "list", "rcoder.cli.arranging:cases", "list the cases")
    project(found)
    found = command(inner, "set", "rcoder.cli.arranging:set_case", "change what is known of a case")
    _case(found)
    found.add_argument("--municipality", help=f"municipality; {_UNKNOWN}")
    found.add_argument("--outcome-group", metavar="GROUP", help=f"with_hours or without_hours; {_UNKNOWN}")
    _attributes(found)
    found = command(inner, "rename", "rcoder.cli.arranging:rename_case", "give a case another name")
    _case(found)
    found.add_argument("name", metavar="NAME", help="the new name")
    found = command(inner, "merge", "rcoder.cli.arranging:merge_cases", "make two cases one")
    _case(found, "the case whose interviews go to the other")
    found.add_argument("into", metavar="INTO", help="the case that gets them")
    found = command(inner, "remove", "rcoder.cli.arranging:remove_case", "remove a case; undo brings it back")
    _case(found)
    found.add_argument(
        "--with-interviews", action="store_true", help="remove its interviews and all that stands on them too"
    )


def _about(parser: argparse.ArgumentParser) -> None:
    project(parser)
    parser.add_argument("transcript", metavar="TRANSCRIPT", help="title, file name or id")


def _speaker(parser: argparse.ArgumentParser, words: str = "label or id of the speaker") -> None:
    _about(parser)
    parser.add_argument("speaker", metavar="SPEAKER", help=words)


def _case(parser: argparse.ArgumentParser, words: str = "name of the case") -> None:
    project(parser)
    parser.add_argument("case", metavar="CASE", help=words)


def _attributes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--attribute",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help=f"an attribute, as often as needed; {_UNKNOWN}",
    )
