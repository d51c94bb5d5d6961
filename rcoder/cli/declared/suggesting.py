"""The command that suggests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.shaping import command

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands


def declare(commands: Commands) -> None:
    """Declares it."""
    found = command(
        commands,
        "suggest",
        "rcoder.cli.suggesting:suggest",
        "suggest hypotheses, codes and kinds for words, with reasons",
    )
    found.add_argument(
        "source",
        metavar="PROJECT|CODEBOOK",
        help="a project, a codebook file (.yaml), or the name of a codebook that comes with rcoder, such as jobfirst",
    )
    words = found.add_mutually_exclusive_group(required=True)
    words.add_argument("--text", default=None, metavar="WORDS", help="the words of a passage")
    words.add_argument(
        "--texts",
        default=None,
        metavar="FILE.jsonl",
        help='many passages, one JSON object with "id" and "text" on each line; one JSON object a line comes out (- is the standard input)',
    )
    found.add_argument(
        "--language",
        choices=("da", "en"),
        default="",
        help="language of the words (default: told by the words)",
    )
    found.add_argument("--most", type=int, default=8, metavar="N", help="codes at most (default: 8)")
