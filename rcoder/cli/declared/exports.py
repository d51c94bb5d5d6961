"""Commands that write figures, tables and documents: one for each export there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.leaving import leaving
from rcoder.cli.declared.shaping import command, family, project
from rcoder.project.exports.declared import EXPORTS

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands
    from rcoder.project.exports.declared import Export


def declare(commands: Commands) -> None:
    """Declares them."""
    words = "write figures, tables and documents; the ending of the file picks the format"
    inner = family(commands, "export", "rcoder.cli.exporting:which", words, title="what", metavar="WHAT")
    for each in EXPORTS:
        _declare(inner, each)


def _declare(inner: Commands, export: Export) -> None:
    found = command(inner, export.key, "rcoder.cli.exporting:export", export.words)
    found.set_defaults(what=export.key)
    project(found)
    found.add_argument("--to", required=True, metavar="FILE", help=f"a file ending in {export.said_endings}")
    for each in export.options:
        found.add_argument(
            f"--{each.key}",
            default="",
            metavar=each.metavar or _shown(each.choices),
            choices=each.choices or None,
            help=each.words,
        )
    leaving(found)
    found.add_argument(
        "--language",
        choices=("da", "en"),
        default="",
        help="language of what is written (default: the study's)",
    )


def _shown(choices: tuple[str, ...]) -> str | None:
    """The values of an option in its help; "" is not one to type."""
    said = [each for each in choices if each]
    return f"{{{','.join(said)}}}" if said else None
