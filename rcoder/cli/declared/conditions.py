"""Commands on support conditions and on the names of absence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.shaping import command, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands


def declare(commands: Commands) -> None:
    """Declares them."""
    found = command(
        commands,
        "conditions",
        "rcoder.cli.conditions:conditions",
        "print the support conditions case by case: judgements, and apart from them what passages come to",
    )
    project(found)
    found.add_argument("--case", default="", metavar="NAME", help="one case, as each of its roles tells it")
    found.add_argument(
        "--whose", default="", help="mine or seen: whose judgements (default: mine, where there are any)"
    )
    _judge(commands)
    found = command(
        commands,
        "absence",
        "rcoder.cli.conditions:absence",
        "print what is said and not said of a code, case by case and role by role",
    )
    project(found)
    found.add_argument("code", metavar="CODE", help="key of a code, support condition or hypothesis")
    found.add_argument("--case", default="", metavar="NAME", help="one case, with the passages")


def _judge(commands: Commands) -> None:
    found = command(commands, "judge", "rcoder.cli.conditions:judge", "judge a support condition in a case")
    project(found)
    found.add_argument("condition", metavar="CONDITION", help="key of the support condition, such as SC1.1")
    found.add_argument("case", metavar="CASE", help="name of the case")
    found.add_argument(
        "state",
        metavar="STATE",
        nargs="?",
        default="",
        help="met, not_met, unclear, roles_disagree, not_mentioned, not_coded or no_interview",
    )
    found.add_argument("--role", default="", help="judge what this role tells, apart from the whole case")
    found.add_argument(
        "--followed", default="", help="whether the mechanism followed: followed, not_followed or unclear"
    )
    found.add_argument("--why", default="", metavar="WORDS", help="the reason")
    found.add_argument(
        "--rests-on",
        action="append",
        default=None,
        metavar="ID=STANCE",
        help="id of a coding it rests on, and supports, contradicts, refines or new; given once for each",
    )
    found.add_argument("--take-back", action="store_true", help="take your judgement back instead")
