"""Every command and its options; the functions that do them are named, not imported."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from rcoder import __version__
from rcoder.domain.visible import visible

if TYPE_CHECKING:
    Commands: TypeAlias = "argparse._SubParsersAction[OneSentence]"  # noqa: SLF001 - argparse has no public name for it

TEXT = "PROJECT is a project file, or a PostgreSQL address (postgresql://…) for a team."


class OneSentence(argparse.ArgumentParser):
    """A parser that answers misuse with one sentence and status 2."""

    def parse_args(  # type: ignore[override]  # argparse overloads it for namespaces of other kinds
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> argparse.Namespace:
        """Parses; files may stand on both sides of the options, which argparse alone does not allow."""
        chosen, rest = self.parse_known_args(args, namespace)
        options = rest[: rest.index("--")] if "--" in rest else rest
        words = [each for each in rest if each != "--"]
        if words and (not hasattr(chosen, "files") or any(each.startswith("-") for each in options)):
            self.error(f"unrecognized arguments: {' '.join(words)}")
        if words:
            chosen.files = [*chosen.files, *words]
        return chosen

    def error(self, message: str) -> NoReturn:
        """Says what is wrong and where the help is."""
        text = message.removeprefix("argument ").replace("invalid choice: ", "there is no ")
        print(visible(f"{self.prog}: {text}. See {self.prog} --help."), file=sys.stderr)
        sys.exit(2)


def build_parser(command: str = "") -> argparse.ArgumentParser:
    """The parser of all commands; for `open`, which should be quick, without those that it is not about."""
    parser = OneSentence(
        prog="rcoder",
        description="Code interviews, assemble context-mechanism-outcome configurations, draw the change theory.",
        epilog=f"Without a command, rcoder opens its welcome. {TEXT}",
    )
    parser.add_argument("--version", action="version", version=f"rcoder {__version__}")
    parser.add_argument(
        "--coder", default="", metavar="NAME", help="who is coding (default: remembered, else login name)"
    )
    parser.set_defaults(run="rcoder.cli.opening:welcome", json=False)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _studies(commands)
    if command == "open":
        return parser
    _reads(commands)
    _deeds(commands)
    _codebooks(commands)
    _exports(commands)
    return parser


def _command(
    commands: Commands, name: str, run: str, words: str, *, json: bool = True, coder: bool = True
) -> argparse.ArgumentParser:
    found: argparse.ArgumentParser = commands.add_parser(
        name, help=words, description=f"{words}.", epilog=TEXT
    )
    found.set_defaults(run=run)
    if coder:
        found.add_argument("--coder", default=argparse.SUPPRESS, metavar="NAME", help="who is coding")
    if json:
        found.add_argument("--json", action="store_true", help="print JSON, as docs/json.md describes it")
    return found


def _project(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", metavar="PROJECT", help="project file or PostgreSQL address")


def _studies(commands: Commands) -> None:
    found = _command(
        commands, "open", "rcoder.cli.opening:open_", "open a project in the program", json=False
    )
    _project(found)
    found = _command(commands, "new", "rcoder.cli.opening:new", "make a new project")
    _project(found)
    found.add_argument(
        "--codebook",
        metavar="FILE",
        default="jobfirst",
        help="a codebook file or the name of a shipped one (default: jobfirst); none for no codebook",
    )
    found.add_argument("--title", default="", help="title of the study (default: the file's name)")
    found.add_argument(
        "--language", choices=("da", "en"), default="da", help="language of the interviews (default: da)"
    )
    found = _command(
        commands, "demo", "rcoder.cli.opening:demo", "build the sample study, draw its change theory, open it"
    )
    found.add_argument(
        "directory", metavar="DIR", nargs="?", default="out", help="where to put it (default: out)"
    )
    found.add_argument("--no-open", action="store_true", help="do not open the program afterwards")


def _reads(commands: Commands) -> None:
    found = _command(commands, "info", "rcoder.cli.reading:info", "say what a project holds")
    _project(found)
    found = _command(commands, "transcripts", "rcoder.cli.reading:transcripts", "list the interviews")
    _project(found)
    found = _command(commands, "text", "rcoder.cli.reading:text", "print an interview with its turns")
    _project(found)
    found.add_argument("transcript", metavar="TRANSCRIPT", help="title, file name or id")
    found = _command(
        commands, "codings", "rcoder.cli.reading:codings", "list codings with their words", coder=False
    )
    _project(found)
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
    found = _command(
        commands, "configurations", "rcoder.cli.reading:configurations", "list the configurations"
    )
    _project(found)
    found = _command(commands, "journal", "rcoder.cli.reading:journal", "print who did what, when and why")
    _project(found)


def _deeds(commands: Commands) -> None:
    found = _command(commands, "import", "rcoder.cli.writing:import_", "bring in interviews")
    _project(found)
    found.add_argument(
        "files", metavar="FILE", nargs="*", help="interviews or folders; none for all that the manifest names"
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
    found = _command(commands, "code", "rcoder.cli.writing:code", "code a passage")
    _project(found)
    found.add_argument("transcript", metavar="TRANSCRIPT", help="title, file name or id")
    found.add_argument("start", metavar="START", type=int, help="first code point of the passage, from 0")
    found.add_argument("end", metavar="END", type=int, help="code point after the last")
    found.add_argument(
        "code", metavar="CODE", help="key of a code, support condition or hypothesis, such as H1.M1"
    )
    _flags(found)
    found = _command(commands, "undo", "rcoder.cli.writing:undo", "take back your latest deed")
    _project(found)
    found = _command(commands, "release", "rcoder.cli.writing:release", "show your layer to the other coders")
    _project(found)
    found.add_argument("--hide", action="store_true", help="hide it from them again")
    found = _command(commands, "redo", "rcoder.cli.writing:redo", "do again what you last undid")
    _project(found)


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


def _codebooks(commands: Commands) -> None:
    group = commands.add_parser(
        "codebook", help="check or show a codebook", description="Check or show a codebook."
    )
    group.set_defaults(run="rcoder.cli.codebooks:which")
    inner = group.add_subparsers(title="commands", metavar="COMMAND")
    found = _command(inner, "check", "rcoder.cli.codebooks:check", "find every mistake in a codebook file")
    found.add_argument("file", metavar="FILE", help="the codebook, YAML")
    found = _command(inner, "show", "rcoder.cli.codebooks:show", "print the codebook of a project")
    _project(found)
    found.add_argument("--yaml", action="store_true", help="print the whole codebook as YAML")


def _exports(commands: Commands) -> None:
    group = commands.add_parser("export", help="write figures", description="Write figures.")
    group.set_defaults(run="rcoder.cli.exporting:which")
    inner = group.add_subparsers(title="what", metavar="WHAT")
    found = _command(inner, "theory", "rcoder.cli.exporting:theory", "draw the change theory as SVG or HTML")
    _project(found)
    found.add_argument("--to", required=True, metavar="FILE", help="a file ending in .svg or .html")
    found.add_argument(
        "--hypothesis", default="", metavar="H", help="only the mini theory of this hypothesis, such as H3"
    )
    found.add_argument(
        "--language", choices=("da", "en"), default="", help="language of the figure (default: the study's)"
    )
