"""Commands about corrected transcripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.shaping import command, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands


def declare(commands: Commands) -> None:
    """Declares them."""
    found = command(
        commands,
        "reimport",
        "rcoder.cli.corrections:reimport",
        "give an interview a corrected text and find its passages again",
    )
    project(found)
    found.add_argument("transcript", metavar="TRANSCRIPT", help="title, file name or id")
    found.add_argument("file", metavar="FILE", help="the corrected text, in any format that can be imported")
    found.add_argument("--why", default="", metavar="REASON", help="why it is corrected, for the journal")
    found.add_argument(
        "--encoding", default="", metavar="E", help="encoding of the file, such as cp1252 or mac_roman"
    )
    found.add_argument(
        "--interviewer", default="", metavar="NAME", help="label of the interviewer in the file"
    )
    found.add_argument(
        "--dry-run", action="store_true", help="say what would become of the passages, change nothing"
    )
    found.add_argument(
        "--force", action="store_true", help="take it even where it looks like another interview"
    )
    found = command(
        commands,
        "doubts",
        "rcoder.cli.corrections:doubts",
        "list the passages that corrected texts changed inside or lost",
    )
    project(found)
    found.add_argument("--transcript", default="", metavar="TRANSCRIPT", help="title, file name or id")
    found.add_argument("--kept", action="store_true", help="also those that were left in an earlier text")
    found = command(
        commands, "decide", "rcoder.cli.corrections:decide", "decide what becomes of a passage in doubt"
    )
    project(found)
    found.add_argument("doubt", metavar="DOUBT", help="its id, or the beginning of it")
    found.add_argument("decision", choices=("keep", "remove", "place"), help="what becomes of the passage")
    found.add_argument("start", metavar="START", type=int, nargs="?", help="place: first code point, from 0")
    found.add_argument("end", metavar="END", type=int, nargs="?", help="place: code point after the last")
    found.add_argument("--why", default="", metavar="REASON", help="why, for the journal")
