"""Commands on chains of configurations and on making several one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.shaping import command, project

if TYPE_CHECKING:
    import argparse

    from rcoder.cli.declared.shaping import Commands


def declare(commands: Commands) -> None:
    """Declares them."""
    found = command(commands, "chains", "rcoder.cli.chains:chains", "show which configurations lead to which")
    project(found)
    found.add_argument(
        "configuration",
        metavar="CONFIGURATION",
        nargs="?",
        default="",
        help="number or id of one, such as K07",
    )
    found.add_argument(
        "--members", action="store_true", help="show the members of consolidated configurations too"
    )
    found = command(
        commands,
        "relate",
        "rcoder.cli.chains:relate",
        "say that a configuration is nested in another or contradicts it",
    )
    project(found)
    found.add_argument("configuration", metavar="CONFIGURATION", help="number or id, such as K07")
    found.add_argument(
        "kin", metavar="HOW", choices=("nested-in", "contradicts"), help="nested-in or contradicts"
    )
    found.add_argument("other", metavar="OTHER", help="number or id of the other one")
    found.add_argument("--reason", default="", metavar="TEXT", help="why")
    found.add_argument("--remove", action="store_true", help="take it back")
    found = command(
        commands,
        "alike",
        "rcoder.cli.consolidating:alike",
        "propose configurations that resemble one another",
    )
    project(found)
    found.add_argument("--dismissed", action="store_true", help="those that you dismissed too")
    _consolidate(
        command(
            commands,
            "consolidate",
            "rcoder.cli.consolidating:consolidate",
            "make one configuration of several",
        )
    )
    _split(
        command(
            commands, "split", "rcoder.cli.consolidating:split", "split a consolidated configuration again"
        )
    )


def _split(found: argparse.ArgumentParser) -> None:
    project(found)
    found.add_argument("configuration", metavar="CONFIGURATION", help="number or id, such as K20")
    found.add_argument("--member", default="", metavar="MEMBER", help="take only this one out")
    found.add_argument("--why", default="", metavar="TEXT", help="the reason, for the journal")


def _consolidate(found: argparse.ArgumentParser) -> None:
    project(found)
    found.add_argument(
        "configurations", metavar="CONFIGURATION", nargs="+", help="numbers or ids, such as K03 K07"
    )
    found.add_argument("--title", default="", metavar="TEXT", help="what it is called")
    found.add_argument(
        "--meet",
        action="append",
        default=[],
        metavar="K07.M1=K03.M2",
        help="the first element meets the second, in the second's words",
    )
    found.add_argument(
        "--apart", action="append", default=[], metavar="K07.M1", help="the element meets no other"
    )
    found.add_argument(
        "--words",
        action="append",
        default=[],
        metavar="K03.M2=TEXT",
        help="the words of what the element meets in",
    )
    found.add_argument("--why", default="", metavar="TEXT", help="the reason, for the journal")
    found.add_argument("--dry-run", action="store_true", help="say what would meet, and do nothing")
