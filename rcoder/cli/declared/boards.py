"""Commands on the board of cases, attributes and groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.shaping import command, family, project

if TYPE_CHECKING:
    import argparse

    from rcoder.cli.declared.shaping import Commands


def declare(commands: Commands) -> None:
    """Declares them."""
    found = command(
        commands, "cases", "rcoder.cli.boards:cases", "print the board: interviews by case and role"
    )
    project(found)
    found.add_argument("--group", default="", metavar="NAME", help="only the cases of this group")
    found.add_argument(
        "--sort", default="name", help="name, outcome_group, municipality or left (default: name)"
    )
    found.add_argument(
        "--whose", default="", help="mine or seen: whose progress (default: mine, where there is any)"
    )
    _attributes(commands)
    _groups(commands)


def _attributes(commands: Commands) -> None:
    inner = family(
        commands,
        "attribute",
        "rcoder.cli.attributes:which",
        "say what is to be known of each case or interview",
    )
    found = command(inner, "list", "rcoder.cli.attributes:list_", "list the attributes")
    project(found)
    found = command(inner, "add", "rcoder.cli.attributes:add", "define an attribute")
    project(found)
    found.add_argument(
        "key", metavar="KEY", nargs="?", default="", help="column of manifests, such as ledighed_aar"
    )
    found.add_argument("--about", default="case", help="case or interview (default: case)")
    found.add_argument("--codebook", default="", metavar="NAME", help="bring in those of a codebook instead")
    _shape(found, kind="text")
    found = command(inner, "set", "rcoder.cli.attributes:set_", "change an attribute and convert its values")
    project(found)
    found.add_argument("key", metavar="KEY", help="key or label of the attribute")
    found.add_argument("--key", dest="new_key", default=None, metavar="KEY", help="another key")
    _shape(found, kind=None)
    found = command(inner, "remove", "rcoder.cli.attributes:remove", "remove an attribute with its values")
    project(found)
    found.add_argument("key", metavar="KEY", help="key or label of the attribute")


def _shape(parser: argparse.ArgumentParser, kind: str | None) -> None:
    parser.add_argument(
        "--type",
        default=kind,
        help="yes_no, number, date, choice or text" + (" (default: text)" if kind else ""),
    )
    parser.add_argument("--label", default=None, metavar="DA", help="label in Danish")
    parser.add_argument("--label-en", default=None, metavar="EN", help="label in English")
    parser.add_argument("--definition", default=None, metavar="DA", help="what it means, in Danish")
    parser.add_argument("--definition-en", default=None, metavar="EN", help="what it means, in English")
    parser.add_argument("--unit", default=None, metavar="DA", help="unit of a number, in Danish")
    parser.add_argument("--unit-en", default=None, metavar="EN", help="unit of a number, in English")
    parser.add_argument(
        "--choice",
        action="append",
        default=None,
        metavar="VALUE=DA|EN",
        help="a choice with its labels, given once for each; of a choice attribute",
    )
    parser.add_argument(
        "--drop-misfits", action="store_true", help="let values that do not fit become unknown"
    )


def _groups(commands: Commands) -> None:
    inner = family(commands, "group", "rcoder.cli.groups:which", "make groups of cases from attributes")
    found = command(inner, "list", "rcoder.cli.groups:list_", "list the groups with their cases")
    project(found)
    found = command(inner, "add", "rcoder.cli.groups:add", "make a group")
    project(found)
    found.add_argument("name", metavar="NAME", help="name in Danish")
    found.add_argument("--english", default="", metavar="NAME", help="name in English")
    found.add_argument(
        "--where",
        action="append",
        default=[],
        metavar="CONDITION",
        help='such as "ledighed_aar >= 5" or "outcome_group is with_hours"; all that are given must hold',
    )
    found = command(inner, "remove", "rcoder.cli.groups:remove", "remove a group; its cases stay")
    project(found)
    found.add_argument("name", metavar="NAME", help="its name")
