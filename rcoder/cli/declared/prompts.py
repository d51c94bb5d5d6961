"""Commands on prompts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.shaping import command, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands


def declare(commands: Commands) -> None:
    """Declares them."""
    found = command(
        commands,
        "prompts",
        "rcoder.cli.prompts:prompts",
        "list what a supervisor would ask of a configuration, or of all of them and of the set",
    )
    project(found)
    found.add_argument(
        "configuration", nargs="?", default="", metavar="K07", help="its number; all without it"
    )
    found.add_argument("--open", action="store_true", help="those alone that wait for an answer")
    found.add_argument(
        "--check", default="", metavar="CHECK", help="one check alone, such as counter_evidence"
    )
    found.add_argument("--hypothesis", default="", metavar="H1", help="what belongs to one hypothesis alone")
    found.add_argument("--danish", action="store_true", help="in Danish")
    found = command(
        commands,
        "answer",
        "rcoder.cli.prompts:answer",
        "answer a prompt, which is never in the way of anything, or take your answer back",
    )
    project(found)
    found.add_argument("check", metavar="CHECK", help="as `rcoder prompts` names it: counter_evidence")
    found.add_argument(
        "configuration", nargs="?", default="", metavar="K07", help="its number; none for the whole set"
    )
    found.add_argument("answer", choices=("done", "not-applicable", "take-back"), help="how")
    found.add_argument(
        "--about",
        default="",
        metavar="WHAT",
        help="what it is about, where it is asked of several: M1, SC1.2, a title, an id",
    )
    found.add_argument("--why", default="", metavar="TEXT", help="why; asked for where it does not apply")
