"""What the declarations of all commands share."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from rcoder.cli.parser import OneSentence

    Commands: TypeAlias = "argparse._SubParsersAction[OneSentence]"  # noqa: SLF001 - argparse has no public name for it

TEXT = "PROJECT is a project file, or a PostgreSQL address (postgresql://…) for a team."


def command(
    commands: Commands, name: str, run: str, words: str, *, json: bool = True, coder: bool = True
) -> argparse.ArgumentParser:
    """A command that `run` ("module:function") does, with the options that most have."""
    found: argparse.ArgumentParser = commands.add_parser(
        name, help=words, description=f"{words[0].upper()}{words[1:]}.", epilog=TEXT
    )
    found.set_defaults(run=run)
    if coder:
        found.add_argument("--coder", default=argparse.SUPPRESS, metavar="NAME", help="who is coding")
    if json:
        found.add_argument("--json", action="store_true", help="print JSON, as docs/json.md describes it")
    return found


def project(parser: argparse.ArgumentParser) -> None:
    """The project it is about."""
    parser.add_argument("project", metavar="PROJECT", help="project file or PostgreSQL address")


def family(
    commands: Commands, name: str, run: str, words: str, *, title: str = "commands", metavar: str = "COMMAND"
) -> Commands:
    """Commands that go by two words, such as `codebook check`; `run` answers where the second is missing."""
    group = commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
    group.set_defaults(run=run)
    found: Commands = group.add_subparsers(title=title, metavar=metavar)
    return found
