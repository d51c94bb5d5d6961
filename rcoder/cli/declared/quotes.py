"""Commands on quotations for a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.shaping import command, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands


def declare(commands: Commands) -> None:
    """Declares them."""
    words = "keep a passage as a quotation, with an edited form and a translation beside it"
    found = command(commands, "quote", "rcoder.cli.quotes:quote", words)
    project(found)
    found.add_argument("transcript", metavar="TRANSCRIPT", help="title, file name or id")
    found.add_argument("start", metavar="START", type=int, help="first code point of the passage, from 0")
    found.add_argument("end", metavar="END", type=int, help="code point after the last")
    found.add_argument(
        "--edited",
        default=None,
        metavar="TEXT",
        help="as it is to be printed: additions in [brackets], omissions as an ellipsis",
    )
    found.add_argument(
        "--translation",
        default=None,
        metavar="TEXT",
        help="in another language; what is not said stays, and with nothing said the quotation is dropped",
    )
    found.add_argument(
        "--language", default=None, metavar="L", help="language of the translation (default: en)"
    )
    found = command(commands, "quotes", "rcoder.cli.quotes:quotes", "list the quotations")
    project(found)
    found.add_argument("--transcript", default="", metavar="TRANSCRIPT", help="only those of one interview")
