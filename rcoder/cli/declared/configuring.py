"""Commands on one configuration: how it reads, its rivals, its strength, and how the study writes configurations out."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from rcoder.cli.declared.shaping import command, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands

RENDERINGS = "resource-reasoning, cmo or icamo"


def declare(commands: Commands) -> None:
    """Declares them."""
    found = command(
        commands,
        "configuration",
        "rcoder.cli.configuring:configuration",
        "show one configuration as it reads",
    )
    project(found)
    _which(found)
    found.add_argument("--rendering", default="", metavar="R", help=f"{RENDERINGS} (default: the study's)")
    found.add_argument(
        "--language", choices=("da", "en"), default="", help="of the sentence (default: the study's)"
    )
    found = command(
        commands,
        "rendering",
        "rcoder.cli.configuring:rendering",
        "say how the study writes configurations out, and why",
    )
    project(found)
    found.add_argument(
        "rendering", nargs="?", default="", metavar="RENDERING", help=f"{RENDERINGS}; none to ask"
    )
    found.add_argument("--why", default="", metavar="WORDS", help="the reason, for the methods section")
    found = command(
        commands,
        "strength",
        "rcoder.cli.configuring:strength",
        "show by what a configuration can be judged, or judge it",
    )
    project(found)
    _which(found)
    found.add_argument("--judge", default="", metavar="WORDS", help="how strong it is, in words")
    found.add_argument("--why", default="", metavar="WORDS", help="the reason for the judgement")
    _rivals(
        command(
            commands,
            "rivals",
            "rcoder.cli.configuring:rivals",
            "show or change the rivals of a configuration",
        )
    )


def _rivals(found: argparse.ArgumentParser) -> None:
    project(found)
    _which(found)
    deed = found.add_mutually_exclusive_group()
    deed.add_argument("--add", default="", metavar="WORDS", help="set another explanation beside it")
    for name, words in (
        ("keep", "keep a rival, by its number, with --why"),
        ("drop", "drop a rival that was looked into, with --why"),
        ("open", "leave a rival open"),
        ("remove", "remove a rival that was a mistake"),
    ):
        deed.add_argument(f"--{name}", type=int, default=0, metavar="N", help=words)
    found.add_argument("--why", default="", metavar="WORDS", help="why it is kept or dropped")
    found.add_argument(
        "--says", default="", metavar="NUMBER", help="the configuration that says it, such as K12"
    )


def _which(found: argparse.ArgumentParser) -> None:
    found.add_argument("configuration", metavar="NUMBER", help="number or id of a configuration, such as K07")
