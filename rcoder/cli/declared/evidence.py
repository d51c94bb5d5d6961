"""Commands on the tray and on other material."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.shaping import command, family, project

if TYPE_CHECKING:
    import argparse

    from rcoder.cli.declared.shaping import Commands

MATERIAL = "survey, register or document (default: survey)"


def declare(commands: Commands) -> None:
    """Declares them."""
    _declare_tray(commands)
    inner = family(
        commands,
        "exhibit",
        "rcoder.cli.exhibits:which",
        "list, add or attach survey rows, register figures, documents",
    )
    found = command(inner, "list", "rcoder.cli.exhibits:list_", "list the material and what it bears on")
    project(found)
    _declare_add(inner)
    _declare_attach(inner)
    found = command(inner, "remove", "rcoder.cli.exhibits:remove", "remove material of yours")
    project(found)
    found.add_argument("exhibit", metavar="TITLE", help="its title, or the beginning of its id")


def _declare_tray(commands: Commands) -> None:
    found = command(
        commands,
        "tray",
        "rcoder.cli.tray:tray",
        "list, put in or give a place to passages that fit nothing yet",
    )
    project(found)
    deed = found.add_mutually_exclusive_group()
    deed.add_argument(
        "--put",
        nargs=3,
        metavar=("TRANSCRIPT", "START", "END"),
        help="put words in: code points of start and end",
    )
    deed.add_argument("--attach", metavar="ID", help="join this passage to --to; it leaves the tray")
    deed.add_argument("--take-out", metavar="ID", help="take this passage out of the tray")
    found.add_argument("--note", default=None, help="the note, with --put; the new note, with --of")
    found.add_argument("--of", default="", metavar="ID", help="the passage that gets the --note")
    _joined(found)


def _joined(found: argparse.ArgumentParser) -> None:
    found.add_argument(
        "--to", default="", metavar="CLAIM", help="K07, or a part of it: K07/R1, K07/R1-M1 or K07/rival1"
    )
    found.add_argument("--stance", default="new", help="supports, contradicts, refines or new (default: new)")


def _declare_add(inner: Commands) -> None:
    found = command(
        inner, "add", "rcoder.cli.exhibits:add", "bring in material, or all rows of a table (CSV)"
    )
    project(found)
    found.add_argument("--material", default="survey", help=MATERIAL)
    found.add_argument("--title", default="", help="what it is: Borgersurvey, bølge 2, spm. 14")
    found.add_argument("--words", default="", help="what it says")
    found.add_argument("--value", default="", help="the figure: 68 %%")
    found.add_argument("--base", default="", help="what the figure is of: 112 af 164 borgere")
    found.add_argument("--where", default="", help="where it is found")
    found.add_argument("--case", default="", metavar="NAME", help="the case it is about")
    found.add_argument(
        "--csv", default="", metavar="FILE", help="a table with title, value, base, where, words, case"
    )


def _declare_attach(inner: Commands) -> None:
    found = command(
        inner, "attach", "rcoder.cli.exhibits:attach", "join material to a configuration or a part of it"
    )
    project(found)
    found.add_argument("exhibit", metavar="TITLE", help="its title, or the beginning of its id")
    _joined(found)
