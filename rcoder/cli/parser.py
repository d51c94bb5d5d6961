"""Every command and its options; the functions that do them are named, not imported."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from rcoder import __version__
from rcoder.cli.declared.shaping import TEXT
from rcoder.domain.visible import visible

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands

DECLARED = (
    "studies",
    "reads",
    "finding",
    "retrieving",
    "boards",
    "matrices",
    "conditions",
    "profiles",
    "configuring",
    "deeds",
    "previewing",
    "corrections",
    "arranging",
    "memos",
    "quotes",
    "codebooks",
    "rechecks",
    "prompts",
    "chains",
    "evidence",
    "suggesting",
    "review",
    "exports",
    "theory",
    "backups",
    "serving",
)
"""Modules of rcoder.cli.declared, in the order of the help; the first is all that `open`, which should be quick, needs."""


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
    commands: Commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name in DECLARED[:1] if command == "open" else DECLARED:
        import_module(f"rcoder.cli.declared.{name}").declare(commands)
    return parser
