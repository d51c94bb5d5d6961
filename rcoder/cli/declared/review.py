"""Commands on reviewing, comments and how something came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.shaping import command, project

if TYPE_CHECKING:
    import argparse

    from rcoder.cli.declared.shaping import Commands

_STEPS = {
    "submit": "ask somebody to look at a configuration",
    "accept": "stand by a configuration as it is, having looked at it",
    "return": "send a configuration back to its maker, with a reason or after a comment",
    "reject": "say that a configuration does not hold; it is kept",
    "settle": "stand by a configuration of yours, working alone",
    "redraft": "take a configuration up again as a draft",
}


def declare(commands: Commands) -> None:
    """Declares them."""
    found = command(
        commands,
        "review",
        "rcoder.cli.reviewing:review",
        "list the configurations by whose turn it is, with what changed",
    )
    project(found)
    found.add_argument(
        "configuration", nargs="?", default="", metavar="K07", help="tell what changed in one of them"
    )
    found.add_argument("--looked", action="store_true", help="note that you have looked at it")
    for name, words in _STEPS.items():
        found = _step(commands, name, words)
    found = _step(
        commands, "supersede", "say that another configuration took the place of this one; both are kept"
    )
    found.add_argument("--by", default="", metavar="K09", help="the configuration that took its place")
    _declare_comments(commands)
    found = command(
        commands,
        "history",
        "rcoder.cli.history:history",
        "tell how a configuration, a code or an arrow came about, from the journal",
    )
    project(found)
    found.add_argument(
        "of", metavar="WHAT", help="a configuration (K07), a code (H1.M1) or an arrow (K1-M1-promotes)"
    )
    found.add_argument(
        "--theory", default="overall", metavar="KEY", help="the theory the arrow is in (default: overall)"
    )


def _step(commands: Commands, name: str, words: str) -> argparse.ArgumentParser:
    found = command(commands, name, "rcoder.cli.reviewing:step", words)
    project(found)
    found.add_argument("configuration", metavar="K07", help="its number or id")
    found.add_argument("--why", default="", metavar="TEXT", help="the reason, for the journal")
    found.set_defaults(step=name, by="")
    return found


def _declare_comments(commands: Commands) -> None:
    found = command(
        commands, "comment", "rcoder.cli.reviewing:comment", "say something of a configuration to the others"
    )
    project(found)
    found.add_argument("configuration", metavar="K07", help="its number or id")
    found.add_argument("text", metavar="TEXT", help="the comment; - reads it from standard input")
    about = found.add_mutually_exclusive_group()
    about.add_argument(
        "--on",
        default="",
        metavar="ID",
        help="the element, link, evidence or grounding it is about, by id or wording",
    )
    about.add_argument(
        "--reply", default="", metavar="COMMENT", help="the comment it answers, by its id or the beginning"
    )
    found = command(
        commands, "comments", "rcoder.cli.reviewing:comments", "list what is said of configurations"
    )
    project(found)
    found.add_argument("configuration", nargs="?", default="", metavar="K07", help="of this one alone")
    found.add_argument("--open", action="store_true", help="only what is not resolved")
    found = command(
        commands, "resolve", "rcoder.cli.reviewing:resolve", "resolve a conversation; it stays visible"
    )
    project(found)
    found.add_argument("comment", metavar="COMMENT", help="the id of a comment, or the beginning of it")
    found.add_argument("--again", action="store_true", help="open it again instead")
