"""The command of comparisons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.cli.declared.leaving import leaving
from rcoder.cli.declared.shaping import command, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands

QUESTIONS = (
    "evidence", "codes-roles", "codes-cases", "conditions-cases", "kinds-hypotheses", "co-occurrence", "co-occurrence-kinds",
    "groups", "perspectives",
)  # fmt: skip
OPTIONS = (
    ("--rows", "KEY", "only a hypothesis or code with what stands under it; hypotheses: a row for each, rolled up"),
    ("--split", "BY", 'groups: a group, an attribute or a condition such as "ledighed_aar >= 5" (default: ordinary_hours)'),
    ("--role", "ROLE", "only what people of a role or role group say"),
    ("--level", "LEVEL", "configurations: case, consolidated, middle_range or all (default: those that are drawn)"),
    ("--status", "STATUS", "configurations: a status or all (default: all but superseded and rejected)"),
    ("--to", "FILE", "a file ending in .xlsx, .csv, .md, .tex, .docx or .html"),
)  # fmt: skip


def declare(commands: Commands) -> None:
    """Declares it."""
    found = command(
        commands,
        "matrix",
        "rcoder.cli.matrices:matrix",
        "compare cases, codes, configurations and groups side by side, or write the table to a file",
    )
    project(found)
    found.add_argument("what", metavar="WHAT", choices=QUESTIONS, help=", ".join(QUESTIONS))
    for option, metavar, words in OPTIONS:
        found.add_argument(option, default="", metavar=metavar, help=words)
    found.add_argument(
        "--of",
        choices=("codes", "configurations", "conditions"),
        default="codes",
        help="groups: what is compared (default: codes)",
    )
    leaving(found)
    found.add_argument("--words", action="store_true", help="a sentence for each cell instead of a table")
